// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

// Level says how much a problem matters.
type Level int

const (
	// Hint is worth a look.
	Hint Level = iota
	// Warn means that a stranger or an employer could not trust or read the badge.
	Warn
	// Fault means that the export would be invalid, or an issuer would refuse it.
	Fault
)

// String gives the level's id: hint, warn or error.
func (l Level) String() string {
	return [...]string{"hint", "warn", "error"}[l]
}

// MarshalText gives the level's id.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Args are the values a sentence needs, by the name of its placeholder.
type Args map[string]string

// Problem is something wrong with an answer: data, not words. The sentence,
// the reason and the remedy of a code are in internal/locale.
type Problem struct {
	Code     string   `json:"code"` // upper case, as in CRIT-COUNT
	Level    Level    `json:"level"`
	Question Question `json:"question"`
	Field    string   `json:"field"` // id of a field, or a path into one: criteria.steps.2
	Args     Args     `json:"args,omitempty"`
}

// Error is a failure that people see. Code names its sentence in
// internal/locale; two errors with the same code are the same to errors.Is.
type Error struct {
	Code string // lower case, as in not-found
	Args Args
	Err  error // what lies beneath, if anything
}

// Error gives the code and what lies beneath, for logs and tests.
func (e *Error) Error() string {
	s := e.Code
	for _, k := range []string{"id", "field", "value"} {
		if v, ok := e.Args[k]; ok {
			s += " " + v
		}
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives what lies beneath.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors with the same code equal.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

// Sentence names the error's words for internal/locale.
func (e *Error) Sentence() (key string, args map[string]string) {
	return "error." + e.Code, e.Args
}

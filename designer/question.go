// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "fmt"

// Question is a place on the way: the start, one of the six questions, or
// the review at the end.
type Question int

const (
	Start       Question = iota // kind and working title
	AskEarner                   // 1 who is it for?
	AskIssuer                   // 2 who issues it?
	AskWhy                      // 3 why should the earner want it?
	AskCriteria                 // 4 what must the earner do?
	AskLook                     // 5 what does it look like? Draw it
	AskNext                     // 6 where next?
	Review                      // the whole badge on one page
)

var questionIDs = [...]string{"start", "earner", "issuer", "why", "criteria", "look", "next", "review"}

// Questions returns the whole way in order.
func Questions() []Question {
	return []Question{Start, AskEarner, AskIssuer, AskWhy, AskCriteria, AskLook, AskNext, Review}
}

// String gives the question's id.
func (q Question) String() string { return questionIDs[q] }

// MarshalText gives the question's id.
func (q Question) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads a question's id.
func (q *Question) UnmarshalText(b []byte) error {
	for i, id := range questionIDs {
		if id == string(b) {
			*q = Question(i)
			return nil
		}
	}
	return fmt.Errorf("no question %q", b)
}

// Numbered reports whether q is one of the six.
func (q Question) Numbered() bool { return q >= AskEarner && q <= AskNext }

// Minutes is q's share of a twenty-minute round: 2, 2, 3, 6, 5, 2.
func (q Question) Minutes() int { return [...]int{0, 2, 2, 3, 6, 5, 2, 0}[q] }

// Progress is how far a question has come.
type Progress int

const (
	Empty   Progress = iota // nothing answered
	Begun                   // something, but not every core field
	Settled                 // every core field
)

// Progress says how far q has come: the core fields decide, any field counts
// as a beginning. Question 5 is settled from the start, since a good default
// stands; review is settled when the description is.
func (d *Draft) Progress(q Question) Progress {
	if q == AskLook {
		return Settled
	}
	core, answered, any := 0, 0, false
	for _, f := range fields {
		if f.Question != q || f.ID == "language" { // has a value from the start
			continue
		}
		full := !f.Empty(d)
		any = any || full
		if f.Core {
			core++
			if full {
				answered++
			}
		}
	}
	switch {
	case answered == core:
		return Settled
	case any:
		return Begun
	}
	return Empty
}

// Answered counts the settled ones of the six questions.
func (d *Draft) Answered() int {
	n := 0
	for q := AskEarner; q <= AskNext; q++ {
		if d.Progress(q) == Settled {
			n++
		}
	}
	return n
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"bytes"
	"encoding/json"
)

// Step is one thing the earner does. A plain JSON string is a step with that
// text; a step is required unless it says otherwise.
type Step struct {
	Text     string
	Optional bool // the JSON member is its opposite, "required"
	Evidence string
	Note     string // for the assessor; never exported to an issuer
}

type stepJSON struct {
	Text     string `json:"text"`
	Required *bool  `json:"required,omitempty"`
	Evidence string `json:"evidence,omitempty"`
	Note     string `json:"note,omitempty"`
}

// MarshalJSON writes a step that is only a text as a plain string.
func (s Step) MarshalJSON() ([]byte, error) {
	if s == (Step{Text: s.Text}) {
		return marshal(s.Text)
	}
	j := stepJSON{Text: s.Text, Evidence: s.Evidence, Note: s.Note}
	if s.Optional {
		j.Required = new(bool)
	}
	return marshal(j)
}

// UnmarshalJSON takes a plain string or an object.
func (s *Step) UnmarshalJSON(b []byte) error {
	var text string
	if json.Unmarshal(b, &text) == nil {
		*s = Step{Text: text}
		return nil
	}
	var j stepJSON
	if err := json.Unmarshal(b, &j); err != nil {
		return err
	}
	*s = Step{Text: j.Text, Optional: j.Required != nil && !*j.Required, Evidence: j.Evidence, Note: j.Note}
	return nil
}

// Lead is a badge one step further. A plain JSON string is its name.
type Lead struct {
	Name string
	ID   string // of a draft in the same store
	URL  string
}

type leadJSON struct {
	Name string `json:"name,omitempty"`
	ID   string `json:"id,omitempty"`
	URL  string `json:"url,omitempty"`
}

// MarshalJSON writes a lead that is only a name as a plain string.
func (l Lead) MarshalJSON() ([]byte, error) {
	if l == (Lead{Name: l.Name}) {
		return marshal(l.Name)
	}
	return marshal(leadJSON(l))
}

// UnmarshalJSON takes a plain string or an object.
func (l *Lead) UnmarshalJSON(b []byte) error {
	var name string
	if json.Unmarshal(b, &name) == nil {
		*l = Lead{Name: name}
		return nil
	}
	return json.Unmarshal(b, (*leadJSON)(l))
}

// marshal is json.Marshal that leaves <, > and & readable.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

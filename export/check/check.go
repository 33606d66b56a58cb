// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package check validates Open Badges JSON offline.
package check

import "insignia/designer"

// Report is what is known of a document after checking it.
type Report struct {
	Kind     string    `json:"kind"` // BadgeClass or Profile, "" when neither
	Findings []Finding `json:"findings"`
}

// Finding is one breach of a rule; its sentence is check.<rule>.
type Finding struct {
	Path  string         `json:"path"` // as in issuer.email or alignment[0].targetUrl, "" for the whole
	Rule  string         `json:"rule"`
	Level designer.Level `json:"level"`
	Args  designer.Args  `json:"args,omitempty"`
}

// OK reports whether no finding is a fault.
func (r Report) OK() bool {
	for _, f := range r.Findings {
		if f.Level == designer.Fault {
			return false
		}
	}
	return true
}

// Check checks one document.
func Check(data []byte) Report { return Report{} }

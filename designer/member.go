// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

// Member is something that a badge from outside said and no field takes. It is
// kept as it was, shown, and written again into files of the standard that it
// came from.
type Member struct {
	// Standard is the generation of Open Badges: "ob2" or "ob3".
	Standard string `json:"standard"`
	// Path says where it stood, as in issuer.telephone or
	// alignment[0].targetType.
	Path string `json:"path"`
	// Value is what stood there, as JSON without space around it.
	Value string `json:"value"`
}

// The most that a draft keeps of what it has no fields for. Real badges have a
// handful of members of a few hundred bytes.
const (
	MaxMembers    = 200
	MaxMemberSize = 64 << 10 // bytes of one value
)

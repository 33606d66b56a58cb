// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"insignia/designer"
	"insignia/tui/bring"
)

// picture reads the name of a picture's file: the square in its middle is what
// the badge keeps.
func (s *session) picture(_ designer.Field, typed string) (string, bool) {
	p, err := bring.Picture(typed)
	if err == nil {
		var kept string
		if kept, err = p.Keep(p.Square()); err == nil {
			return kept, true
		}
	}
	s.refused(err)
	return "", false
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
)

// Told is the sentence of a problem where nothing beside it says which answer it
// is about: those of a platform say "this", so the answer's name stands first.
func Told(p designer.Problem, w locale.Words) string {
	s := w.Fill("problem."+p.Code, p.Args)
	id := p.Field
	for ; id != ""; id = id[:max(0, strings.LastIndexByte(id, '.'))] {
		if f, ok := designer.FieldByID(id); ok {
			id = f.ID
			break
		}
	}
	if key := "field." + id + ".label"; strings.HasPrefix(p.Code, "PACK-LEFT") && w.Known(key) {
		return w.T(key) + ": " + s
	}
	return s
}

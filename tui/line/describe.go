// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/alt"
)

// Describe says what a badge's picture looks like, the name of its colours, and
// how its author describes it. What nobody chose is described as the program
// chooses it.
func Describe(w locale.Words, d designer.Draft) string {
	out := []string{alt.Sentence(w, d)}
	if l := render.Fill(d); w.Known("colour." + l.Colours) {
		out = append(out, w.T("line.look.colours", "colours", w.T("colour."+l.Colours)))
	}
	if d.Look.Alt != "" {
		out = append(out, w.T("line.look.alt", "text", d.Look.Alt))
	}
	return strings.Join(out, " ")
}

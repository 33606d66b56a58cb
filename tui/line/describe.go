// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/icon"
)

// Describe says in sentences what a badge's picture looks like: shape, rim and
// colours, what stands in the middle, the words on it, and how its author
// describes it. What nobody chose is described as the program chooses it.
func Describe(w locale.Words, d designer.Draft) string {
	l := render.Fill(d)
	colours := l.Colours
	if w.Known("colour." + colours) {
		colours = w.T("colour." + colours)
	}
	shape, rim := l.Shape, l.Rim // of a newer version, or by hand
	if key := "line.look.shape." + shape; w.Known(key) {
		shape = w.T(key)
	}
	if key := "line.look.rim." + rim; w.Known(key) {
		rim = w.T(key)
	}
	out := []string{w.T("line.look",
		"shape", shape, "rim", rim, "colours", strings.ReplaceAll(colours, ",", ", "))}
	if i, ok := icon.ByName(l.Icon); ok {
		out = append(out, w.T("line.look.icon", "icon", i.Label(w.Tag())))
	}
	if l.Text != "" {
		out = append(out, w.T("line.look.text", "text", l.Text))
	}
	if l.Ribbon != "" {
		out = append(out, w.T("line.look.ribbon", "text", l.Ribbon))
	}
	if l.Stars > 0 {
		out = append(out, w.N("line.look.stars", l.Stars))
	}
	if l.Alt != "" {
		out = append(out, w.T("line.look.alt", "text", l.Alt))
	}
	return strings.Join(out, " ")
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"image"
	"math/rand/v2"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"insignia/tui/screen"
)

// whole composes layers on one buffer, remembering nothing.
func whole(w, h int, widths ansi.Method, layers []screen.Layer) string {
	buf := uv.NewScreenBuffer(w, h)
	buf.Method = widths
	for _, l := range layers {
		uv.NewStyledString(l.Text).Draw(buf, l.Area.Intersect(buf.Bounds()))
	}
	return buf.Render()
}

func TestFrameKeepsRowsAndIsStillWhatAllLayersMake(t *testing.T) {
	lines := []string{"", "plain", "\x1b[31mred\x1b[m and not", "\x1b[1;38;2;1;2;3;48;2;4;5;6m▀▀▄▀\x1b[m", "日本語の行", "e\u0301a\u0308", "👩🏽‍🚀 ok",
		"far too long for the place it was given, so that it is cut", "   ", "\x1b[4mx\x1b[m   "}
	r := rand.New(rand.NewPCG(7, 7))
	text := func() string {
		var out []string
		for range r.IntN(6) {
			out = append(out, lines[r.IntN(len(lines))])
		}
		return strings.Join(out, "\n")
	}
	var f frame
	var layers []screen.Layer
	w, h, widths := 30, 8, ansi.WcWidth
	for i := range 3000 {
		switch n := r.IntN(10); {
		case n == 0:
			w, h = 1+r.IntN(50), 1+r.IntN(12)
		case n == 1:
			widths = []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth}[r.IntN(2)]
		case n < 4 || len(layers) == 0:
			x, y := r.IntN(30)-2, r.IntN(8)
			layers = append(layers, screen.Layer{Area: image.Rect(x, y, x+r.IntN(30), y+r.IntN(8)), Text: text()})
			if len(layers) > 5 {
				layers = layers[1:]
			}
		default:
			layers[r.IntN(len(layers))].Text = text()
		}
		got, want := f.draw(w, h, widths, coat{}, layers), whole(w, h, widths, layers)
		if got != want {
			t.Fatalf("round %d, %dx%d:\n%s\nwant\n%s", i, w, h, fmt.Sprintf("%q", got), fmt.Sprintf("%q", want))
		}
	}
}

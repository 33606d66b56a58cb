// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

// A line scrolls under its cursor, whatever its letters take in cells: the
// cursor stands inside the line, with the letters before it before it.
func TestALineScrollsUnderItsCursor(t *testing.T) {
	for _, widths := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		env := screen.Env{Words: locale.For("en"), Widths: widths}
		for _, text := range []string{"", "a", "界", strings.Repeat("abcdefghij", 9), strings.Repeat("界か한", 30), strings.Repeat("ae\u0301界🎓 ", 20)} {
			for _, w := range []int{4, 9, 10, 37, 200} {
				in := NewInput(0)
				in.Set(text)
				in.Focus(env)
				right, left := "right", "left"
				for _, way := range []string{"end", left, right, "home", right, left} {
					for range len([]rune(text)) + 1 {
						k, _ := frametest.Key(way)
						in.Update(k, env)
						lines := in.View(env, w)
						before, after, found := strings.Cut(lines[0], screen.Cursor)
						at := widths.StringWidth(before)
						all := widths.StringWidth(before + after)
						shown := strings.TrimPrefix(ansi.Strip(before), "┃ ")
						want := string([]rune(text)[:in.in.Position()])
						switch {
						case len(lines) != 1 || !found || at < 2 || at >= w || all > w:
							t.Fatalf("%q, %d cells, at %d: cursor in column %d of %q", text, w, in.in.Position(), at, lines)
						case !strings.HasSuffix(want, shown):
							t.Fatalf("%q, %d cells, at %d: %q stands before the cursor", text, w, in.in.Position(), shown)
						case widths.StringWidth(text) < w-2 && ansi.Strip(before+after) != "┃ "+text:
							t.Fatalf("%q fits in %d cells and is shown as %q", text, w, lines)
						}
						if way == "end" || way == "home" {
							break
						}
					}
				}
			}
		}
	}
}

func TestTheKeyThatPanicsBelowDoesNothing(t *testing.T) {
	env := screen.Env{Words: locale.For("en")}
	in := NewInput(0)
	in.Set("two words ")
	in.Focus(env)
	for _, name := range []string{"left", "alt+d", "alt+delete", "ctrl+delete", "home", "alt+d"} {
		k, _ := frametest.Key(name)
		if _, changed, _ := in.Update(k, env); changed {
			t.Errorf("%s changed the line to %q", name, in.Value())
		}
	}
}

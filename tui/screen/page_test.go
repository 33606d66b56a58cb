// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

func TestAPageScrollsToItsFocus(t *testing.T) {
	for _, c := range []struct{ from, to, cursor, h, top int }{
		{0, 1, 0, 5, 0}, {3, 5, 3, 5, 0}, // it fits from the start
		{5, 7, 5, 5, 2},  // the end of what has the focus is the last line
		{8, 20, 8, 5, 8}, // too much to show: the cursor's part of it
		{8, 20, 15, 5, 13},
		{8, 20, 19, 5, 15},
	} {
		p := Page{Lines: make([]string, 20), From: c.from, To: c.to, Cursor: c.cursor}
		if got := p.Top(c.h); got != c.top {
			t.Errorf("focus %d to %d, cursor %d, %d lines: top %d, want %d", c.from, c.to, c.cursor, c.h, got, c.top)
		}
		if top := p.Top(c.h); c.cursor < top || c.cursor >= top+c.h {
			t.Errorf("the cursor %d is off the screen from %d", c.cursor, top)
		}
	}
}

func TestAPageSaysThatThereIsMore(t *testing.T) {
	var p Page
	for i := range 4 {
		p.Add(fmt.Sprint(i))
	}
	p.Focus(1, "a", "b")
	p.Add("c")
	arrows := func(h int) string {
		var s string
		for _, l := range p.Layers("x", image.Rect(0, 0, 9, h), lipgloss.NewStyle())[1:] {
			s += l.Text
		}
		return s
	}
	for h, want := range map[int]string{7: "", 6: "↓", 3: "↑↓"} {
		if got := arrows(h); got != want {
			t.Errorf("%d lines: %q, want %q", h, got, want)
		}
	}
	if got := p.Layers("x", image.Rect(0, 0, 9, 2), lipgloss.NewStyle())[0].Text; !strings.Contains(got, "b") {
		t.Errorf("the cursor's line is not in %q", got)
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Styled is the last frame as the model drew it, with its escape sequences.
func (d *Driver) Styled() string { return d.view.Content }

// Frame is the last frame as plain text: as many lines as the terminal has,
// none with trailing spaces, each ended by a newline. A frame that is larger
// than the terminal fails the test, as the renderer would cut it off.
func (d *Driver) Frame() string {
	d.t.Helper()
	lines := strings.Split(ansi.Strip(d.view.Content), "\n")
	if len(lines) > d.h {
		d.t.Errorf("frametest: the frame has %d lines, the terminal %d", len(lines), d.h)
	}
	var b strings.Builder
	for y := range d.h {
		if y < len(lines) {
			line := strings.TrimRight(lines[y], " \r")
			// The two counts differ on emoji; the terminal decides which one holds.
			if w := min(ansi.StringWidth(line), ansi.StringWidthWc(line)); w > d.w {
				d.t.Errorf("frametest: line %d is %d wide, the terminal %d: %q", y, w, d.w, line)
			}
			b.WriteString(line)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Has says whether the frame shows text, on one line.
func (d *Driver) Has(text string) bool {
	d.t.Helper()
	return strings.Contains(d.Frame(), text)
}

// Cursor is where the model put the terminal's own cursor, column and row from
// 0, and whether it shows. One off the screen fails the test.
func (d *Driver) Cursor() (x, y int, shown bool) {
	d.t.Helper()
	c := d.view.Cursor
	if c == nil {
		return 0, 0, false
	}
	if c.X < 0 || c.Y < 0 || c.X >= d.w || c.Y >= d.h {
		d.t.Errorf("frametest: the cursor is at %d,%d on %d by %d", c.X, c.Y, d.w, d.h)
	}
	return c.X, c.Y, true
}

// Cell is one place on the screen.
type Cell struct {
	Text  string // one character as people count them; " " when blank; "" for the right half of a wide one
	Style Style
}

// Style is how a cell looks. Colours are "#rrggbb", "ansi3", "ansi208", a name
// given by Roles, or "" for the terminal's own.
type Style struct {
	Fg, Bg                                          string
	Bold, Faint, Italic, Underline, Reverse, Strike bool
}

// String lists what differs from plain text, in a fixed order.
func (s Style) String() string {
	var out []string
	if s.Fg != "" {
		out = append(out, "fg="+s.Fg)
	}
	if s.Bg != "" {
		out = append(out, "bg="+s.Bg)
	}
	for _, a := range []struct {
		on   bool
		name string
	}{
		{s.Bold, "bold"}, {s.Faint, "faint"}, {s.Italic, "italic"},
		{s.Underline, "underline"}, {s.Reverse, "reverse"}, {s.Strike, "strike"},
	} {
		if a.on {
			out = append(out, a.name)
		}
	}
	return strings.Join(out, " ")
}

// Cell is the cell in column x, row y of the last frame, both from 0, in the
// colours the profile leaves of it. A place off the screen fails the test.
func (d *Driver) Cell(x, y int) Cell {
	d.t.Helper()
	if x < 0 || y < 0 || x >= d.w || y >= d.h {
		d.t.Fatalf("frametest: no cell %d,%d on %d by %d", x, y, d.w, d.h)
	}
	return d.cell(d.screen(), x, y)
}

func (d *Driver) screen() uv.ScreenBuffer {
	buf := uv.NewScreenBuffer(d.w, d.h)
	uv.NewStyledString(d.view.Content).Draw(buf, buf.Bounds())
	return buf
}

func (d *Driver) cell(buf uv.ScreenBuffer, x, y int) Cell {
	c := buf.CellAt(x, y)
	if c == nil {
		return Cell{Text: " "}
	}
	s := uv.ConvertStyle(c.Style, d.profile)
	out := Cell{Text: c.Content, Style: Style{
		Fg: d.colour(s.Fg), Bg: d.colour(s.Bg),
		Bold: s.Attrs&uv.AttrBold != 0, Faint: s.Attrs&uv.AttrFaint != 0, Italic: s.Attrs&uv.AttrItalic != 0,
		Reverse: s.Attrs&uv.AttrReverse != 0, Strike: s.Attrs&uv.AttrStrikethrough != 0,
		Underline: s.Underline != uv.UnderlineNone,
	}}
	if c.Width > 0 && out.Text == "" {
		out.Text = " "
	}
	return out
}

func (d *Driver) colour(c color.Color) string {
	if c == nil {
		return ""
	}
	var id string
	switch c := c.(type) {
	case ansi.BasicColor:
		id = fmt.Sprintf("ansi%d", c)
	case ansi.IndexedColor:
		id = fmt.Sprintf("ansi%d", c)
	default:
		r, g, b, _ := c.RGBA()
		id = fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	}
	if name, ok := d.roles[id]; ok {
		return name
	}
	return id
}

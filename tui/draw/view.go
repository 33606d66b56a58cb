// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package draw

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"

	"insignia/designer"
	"insignia/designer/pen"
	"insignia/render"
	"insignia/tui/screen"
)

const (
	panel        = 19 // columns beside the sheet
	previewLeast = 4  // rows of the badge beside it
)

// view is how the sheet stands on the screen.
type view struct {
	area  image.Rectangle // of the squares
	panel image.Rectangle
	zoom  zoom
}

// view lays the sheet out.
func (s *Screen) view(env screen.Env) view {
	g := s.sheet.Grid()
	n, a := g.Side(), env.Area
	room := a.Dx() - panel - 2
	v := view{zoom: s.zoom}
	if v.zoom == byRoom {
		v.zoom = small
		if 2*n <= room && n-4 <= a.Dy() {
			v.zoom = large
		}
	}
	w, h := n, (n+1)/2
	if v.zoom == large {
		w, h = 2*n, n
	}
	w, h = min(w, room), min(h, a.Dy())
	if v.zoom == large {
		w &^= 1
	}
	v.area = image.Rect(a.Min.X+1, a.Min.Y, a.Min.X+1+w, a.Min.Y+h)
	v.panel = image.Rect(v.area.Max.X+1, a.Min.Y, a.Max.X, a.Max.Y)
	return v
}

// square is the square under a cell of the sheet; in a cell that holds two it
// is the one over the other.
func (s *Screen) square(at image.Point, env screen.Env) (x, y int) {
	if s.view(env).zoom == large {
		return floor(at.X, 2) + s.left/2, at.Y + s.top
	}
	return at.X + s.left, 2 * (at.Y + s.top)
}

func floor(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}

// follow scrolls so that the pen is seen, and no further than the sheet goes.
func (s *Screen) follow(env screen.Env) {
	v, g := s.view(env), s.sheet.Grid()
	x, y, wide := s.sheet.X, s.sheet.Y/2, 1
	w, h := g.Side(), (g.Side()+1)/2
	if v.zoom == large {
		x, y, wide = 2*s.sheet.X, s.sheet.Y, 2
		w, h = 2*g.Side(), g.Side()
	}
	s.left = min(max(s.left, x+wide-v.area.Dx()), x, max(0, w-v.area.Dx()))
	s.top = min(max(s.top, y+1-v.area.Dy()), y, max(0, h-v.area.Dy()))
}

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	s.follow(env)
	v := s.view(env)
	g := s.sheet.Grid()
	c := colours{palette: render.Of(env.Draft).Colours(), plain: env.Theme.Plain}
	lines := make([]string, v.area.Dy())
	for i := range lines {
		if v.zoom == large {
			lines[i] = s.wide(&g, c, i+s.top, v.area.Dx()/2)
		} else {
			lines[i] = s.tight(&g, c, 2*(i+s.top), v.area.Dx())
		}
	}
	out := []screen.Layer{{ID: "canvas", Area: v.area, Text: strings.Join(lines, "\n")}}
	if c.plain { // no ground shows where the sheet ends
		edge := image.Rect(v.area.Max.X, v.area.Min.Y, v.area.Max.X+1, v.area.Max.Y)
		out = append(out, screen.Layer{ID: "edge", Area: edge, Text: strings.TrimSuffix(strings.Repeat("│\n", edge.Dy()), "\n")})
	}
	return append(out, s.panel(env, v.panel, c)...)
}

// colours are those of the squares.
type colours struct {
	palette render.Palette
	plain   bool
}

// of is the colour of an ink; the field's where there is none.
func (c colours) of(k designer.Ink) color.RGBA {
	if k == designer.NoInk {
		return c.palette.Field
	}
	return c.palette.Ink(k)
}

// mark is the colour of a sign over a square.
func (c colours) mark(k designer.Ink) color.RGBA {
	if render.Contrast(c.of(k), color.RGBA{A: 255}) > render.Contrast(c.of(k), color.RGBA{255, 255, 255, 255}) {
		return color.RGBA{A: 255}
	}
	return color.RGBA{255, 255, 255, 255}
}

func paint(b *strings.Builder, ground bool, c color.RGBA) {
	n := 38
	if ground {
		n = 48
	}
	b.WriteString("\x1b[" + strconv.Itoa(n) + ";2;" + strconv.Itoa(int(c.R)) + ";" + strconv.Itoa(int(c.G)) + ";" + strconv.Itoa(int(c.B)) + "m")
}

// wide is a row of squares of two cells each. Without colours an ink is its
// number, and every fourth empty square has a dot to count by.
func (s *Screen) wide(g *designer.Grid, c colours, y, n int) string {
	var b strings.Builder
	var last color.RGBA
	for i := range n {
		x := i + s.left/2
		k := g.At(x, y)
		here := x == s.sheet.X && y == s.sheet.Y
		text := "  "
		switch {
		case here:
			text = screen.Cursor + "[]"
		case c.plain && k != designer.NoInk:
			text = strings.Repeat(strconv.Itoa(int(k)), 2)
		case k == designer.NoInk && x%4 == 0 && y%4 == 0:
			text = "· "
		}
		if !c.plain {
			if at := c.of(k); at != last {
				paint(&b, true, at)
				last = at
			}
			if strings.TrimSpace(text) != "" {
				paint(&b, false, c.mark(k))
			}
		}
		b.WriteString(text)
	}
	return b.String() + "\x1b[m"
}

// tight is two rows of squares in one of cells.
func (s *Screen) tight(g *designer.Grid, c colours, y, n int) string {
	var b strings.Builder
	for i := range n {
		x := i + s.left
		top, low := g.At(x, y), g.At(x, y+1)
		here := x == s.sheet.X && y == s.sheet.Y&^1
		if here {
			b.WriteString(screen.Cursor)
		}
		if c.plain {
			sign := " "
			switch {
			case top != designer.NoInk && low != designer.NoInk:
				sign = "█"
			case top != designer.NoInk:
				sign = "▀"
			case low != designer.NoInk:
				sign = "▄"
			case here:
				sign = "+"
			case x%4 == 0 && y%4 == 0:
				sign = "·"
			}
			b.WriteString(sign)
			continue
		}
		up, down := c.of(top), c.of(low)
		if here { // the square with the pen is marked, its neighbour is not
			if s.sheet.Y&1 == 0 {
				up = c.mark(top)
			} else {
				down = c.mark(low)
			}
		}
		paint(&b, true, down)
		paint(&b, false, up)
		b.WriteString("▀")
	}
	return b.String() + "\x1b[m"
}

// panel is the tools, the inks, how things stand, and the badge.
func (s *Screen) panel(env screen.Env, a image.Rectangle, c colours) []screen.Layer {
	if a.Dx() < 10 {
		return nil
	}
	var out []screen.Layer
	y := a.Min.Y
	w := env.Words
	row := func(id, text string) {
		if y < a.Max.Y {
			out = append(out, screen.Layer{ID: id, Area: image.Rect(a.Min.X, y, a.Max.X, y+1), Text: env.Widths.Truncate(text, a.Dx(), "…")})
			y++
		}
	}
	name := func(k, label string, on bool) string {
		if on {
			return env.Theme.Accent.Bold(true).Render("›" + k + " " + label)
		}
		return " " + env.Theme.Accent.Render(k) + " " + env.Theme.Text.Render(label)
	}
	for _, t := range pen.Tools() {
		for k, is := range tools {
			if is == t {
				row("t:"+k, name(k, w.T("draw.tool."+t.String()), s.sheet.Tool == t))
			}
		}
	}
	for k := designer.IconInk; int(k) <= designer.Inks && y < a.Max.Y; k++ {
		mark := " " + strconv.Itoa(int(k)) + " "
		if k == s.sheet.Ink {
			mark = "›" + strconv.Itoa(int(k)) + "‹"
		}
		if !c.plain {
			var b strings.Builder
			paint(&b, true, c.of(k))
			paint(&b, false, c.mark(k))
			mark = b.String() + mark + "\x1b[m"
		}
		x := a.Min.X + 3*int(k-1)
		out = append(out, screen.Layer{ID: "k:" + strconv.Itoa(int(k)), Area: image.Rect(x, y, min(x+3, a.Max.X), y+1), Text: mark})
	}
	y++
	g := s.sheet.Grid()
	row("d:m", name("m", w.T("draw.mirror."+s.sheet.Mirror.String()), false))
	filled := "draw.solid.no"
	if s.sheet.Solid {
		filled = "draw.solid.yes"
	}
	row("d:o", name("o", w.T(filled), false))
	row("d:g", name("g", w.T("draw.size", "n", g.Side()), false))
	state := w.T("draw.at", "x", s.sheet.X+1, "y", s.sheet.Y+1)
	if s.sheet.Drawing() {
		state = w.T("draw.down", "x", s.sheet.X+1, "y", s.sheet.Y+1)
	}
	row("state", " "+env.Theme.Dim.Render(state))
	h := min(a.Max.Y-y-1, a.Dx()/2)
	if h < previewLeast {
		return out
	}
	d := env.Draft.Clone()
	if d.Look.Pixels = g.String(); !g.Empty() {
		d.Look.Centre = "drawing"
	}
	p := env.PictureOf(d, image.Rect(a.Min.X, a.Max.Y-h, a.Min.X+min(2*h, a.Dx()), a.Max.Y))
	p.ID = "preview"
	return append(out, p)
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	press := map[pen.Tool]string{pen.Pencil: "dot", pen.Eraser: "dot", pen.Fill: "pen-fill", pen.Pick: "pen-pick"}[s.sheet.Tool]
	switch {
	case s.sheet.Drawing():
		press = "pen-end"
	case press == "":
		press = "pen-begin"
	}
	return []key.Binding{
		screen.Named(env.Words, keyPress, "space", press),
		screen.Named(env.Words, screen.KeyRight, "← ↑ ↓ →", "pen"),
		screen.Named(env.Words, keyHold, "enter", "hold"),
		screen.Named(env.Words, keyUndo, "u", "undo"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "done"),
		screen.Named(env.Words, keyRedo, "r", "redo"),
		screen.Named(env.Words, keyFlip, "h v t", "flip"),
		screen.Named(env.Words, screen.KeyMoveUp, "shift+← →", "shift"),
		screen.Named(env.Words, keyZoom, "z", "zoom"),
		screen.Named(env.Words, keyClear, "n", "clear"),
	}
}

var _ screen.Screen = (*Screen)(nil)

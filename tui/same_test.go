// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"bytes"
	"context"
	"image"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/alt"
	"insignia/tui/line"
)

// wanted is the badge that is made three times: each part as set names it and
// as people read it, in the order of the rows.
var wanted = []struct{ id, value, label string }{
	{"look.shape", "shield", "Shield"},
	{"look.rim", "stitched", "Stitched"},
	{"look.field", "radial", "Glow"},
	{"look.pattern", "rays", "Rays"},
	{"look.colours", "lagoon", "lagoon"},
	{"look.centre", "drawing", "Our drawing"},
	{"look.edges", "squares", "Squares"},
	{"look.text", "RIDE", "RIDE"},
	{"look.lower", "2026", "2026"},
	{"look.ribbon", "OPEN", "OPEN"},
	{"look.stars", "2", "2"},
	{"look.mark", "bars", "Bars"},
	{"look.alt", "A tandem", "A tandem"},
}

// drawn is what is drawn on it: a filled box and a line across, both mirrored.
func drawn() string {
	rows := make([]string, 24)
	for y := range rows {
		row := []byte(strings.Repeat(".", 24))
		for x := range row {
			m := min(x, 23-x)
			switch {
			case y >= 4 && y <= 8 && m >= 4 && m <= 9:
				row[x] = '1'
			case y == 14 && m >= 2 && m <= 10:
				row[x] = '2'
			}
		}
		rows[y] = string(row)
	}
	return strings.Join(rows, "/")
}

// svg is the badge's picture, as it is exported.
func svg(t *testing.T, d designer.Draft) []byte {
	t.Helper()
	b, err := alt.Draw(d).SVG()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// part is what the badge has for a field, chosen or standing in.
func part(t *testing.T, d designer.Draft, id string) string {
	t.Helper()
	f, ok := designer.FieldByID(id)
	if !ok {
		t.Fatal(id)
	}
	d.Look = render.Fill(d)
	return f.Value(&d)
}

// turned turns a part until it is as wanted.
func turned(t *testing.T, m *Model, id, value string, turn func()) {
	t.Helper()
	for range 60 {
		if part(t, m.draft, id) == value {
			return
		}
		turn()
	}
	t.Fatalf("%s never becomes %s", id, value)
}

func TestByKeysByMouseAndByWordsTheSameBadge(t *testing.T) {
	by := map[string]func(*testing.T) designer.Draft{"mouse": byMouse, "set": bySet, "line mode": byLine}
	want := byKeyboard(t)
	for name, make := range by {
		got := make(t)
		if got.Look.Pixels != want.Look.Pixels {
			t.Errorf("by %s\n%s\nby keys\n%s", name, got.Look.Pixels, want.Look.Pixels)
		}
		for _, p := range wanted {
			if v, k := part(t, got, p.id), part(t, want, p.id); v != k || v != p.value {
				t.Errorf("%s: by %s %q, by keys %q, wanted %q", p.id, name, v, k, p.value)
			}
		}
		if !bytes.Equal(svg(t, got), svg(t, want)) {
			t.Errorf("by %s another picture than by keys", name)
		}
	}
}

// byKeyboard makes it with the keyboard alone.
func byKeyboard(t *testing.T) designer.Draft {
	d, m := on(t, designer.AskLook, 80, 24)
	d.Press("f3") // the picture in words waits behind it
	row := func(id string) {
		t.Helper()
		label := locale.For("en").T("field." + id + ".label")
		for range 20 {
			if d.Has("› " + label[:min(len(label), 10)]) { // a long one is cut
				return
			}
			d.Press("down")
		}
		t.Fatalf("no way to %s\n%s", id, d.Frame())
	}
	for _, p := range wanted {
		row(p.id)
		switch f, _ := designer.FieldByID(p.id); f.Input {
		case designer.Line:
			d.Type(p.value)
		default:
			turned(t, m, p.id, p.value, func() { d.Press("right") })
		}
		if p.id == "look.centre" {
			row("look.pixels")
			d.Press("enter", "m", "b", "o")
			press := func(key string, n int) {
				for range n {
					d.Press(key)
				}
			}
			press("left", 8) // from 12, 12 to 4, 4
			press("up", 8)
			d.Press("space")
			press("right", 5)
			press("down", 4)
			d.Press("space", "2", "l")
			press("left", 7)
			press("down", 6)
			d.Press("space")
			press("right", 8)
			d.Press("space", "esc")
		}
	}
	return m.draft
}

// byMouse makes it with clicks and drags; only words are typed.
func byMouse(t *testing.T) designer.Draft {
	d, m := on(t, designer.AskLook, 120, 40)
	area := func(id string) image.Rectangle {
		t.Helper()
		for _, l := range m.layers() {
			if l.ID == id {
				return l.Area
			}
		}
		t.Fatalf("no %s to click\n%s", id, d.Frame())
		return image.Rectangle{}
	}
	click := func(id string) {
		t.Helper()
		a := area(id)
		d.Click(min(a.Min.X+22, a.Max.X-1), a.Min.Y)
	}
	click("more")
	for _, p := range wanted {
		click(p.id)
		switch f, _ := designer.FieldByID(p.id); f.Input {
		case designer.Line:
			d.Type(p.value)
		default:
			turned(t, m, p.id, p.value, func() { click(p.id) })
		}
		if p.id == "look.centre" {
			click("look.pixels")
			click("look.pixels")
			for _, id := range []string{"d:m", "t:b", "d:o"} {
				click(id)
			}
			at := area("canvas").Min
			cell := func(x, y int) [2]int { return [2]int{at.X + 2*x, at.Y + y} }
			d.Drag(cell(4, 4), cell(9, 8))
			click("k:2")
			click("t:l")
			d.Drag(cell(2, 14), cell(6, 13), cell(10, 14))
			click("back")
		}
	}
	return m.draft
}

// bySet makes it as the command of that name does.
func bySet(t *testing.T) designer.Draft {
	_, m := on(t, designer.AskLook, 80, 24)
	d := m.draft.Clone()
	if err := d.Set("look.pixels", drawn()); err != nil {
		t.Fatal(err)
	}
	for _, p := range wanted {
		if err := d.Set(p.id, p.value); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// byLine makes it in line mode.
func byLine(t *testing.T) designer.Draft {
	_, m := on(t, designer.AskLook, 80, 24)
	st := newStore(t)
	b := designer.New("en")
	b.Kind, b.Name = m.draft.Kind, m.draft.Name
	words := locale.For("en")
	var typed strings.Builder
	for _, p := range wanted {
		typed.WriteString("!go " + words.T("field."+p.id+".label") + "\n" + p.label + "\n")
		if p.id == "look.centre" {
			typed.WriteString("!go " + words.T("field.look.pixels.label") + "\n" + drawn() + "\n\n")
		}
	}
	typed.WriteString("!quit\n")
	var said bytes.Buffer
	err := line.Run(t.Context(), line.Options{In: strings.NewReader(typed.String()), Out: &said, Words: words, Asked: true, Store: st,
		Begin: &b, Now: time.Now, Check: func(designer.Draft) []designer.Problem { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	all, err := st.Drafts().List(context.Background(), designer.Page{})
	if err != nil || len(all) != 1 {
		t.Fatalf("%v, %d badges\n%s", err, len(all), said.String())
	}
	d, err := st.Drafts().Get(context.Background(), all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

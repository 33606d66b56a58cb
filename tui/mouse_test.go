// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"image"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/frametest"
	"insignia/tui/screen"
)

// scene is a place of the program in which something can be clicked.
type scene struct {
	name string
	room screen.Room
	list bool     // the list of badges
	ask  int      // the question of an open badge, -1 for none
	keys []string // what leads further in
}

// scenes are every place, and what opens inside of one.
var scenes = func() []scene {
	out := []scene{
		{name: "the list", list: true, ask: -1},
		{name: "the search of the list", list: true, ask: -1, keys: []string{"/", "r"}},
		{name: "the workshops", room: screen.Workshops, ask: -1},
		{name: "the day", room: screen.Workshop, ask: -1},
		{name: "the preset", room: screen.Workshop, ask: -1, keys: []string{"c"}},
		{name: "which team", room: screen.Workshop, ask: -1, keys: []string{"b"}},
		{name: "which folder", room: screen.Workshop, ask: -1, keys: []string{"f"}},
		{name: "the clock", room: screen.ClockFace, ask: -1},
		{name: "typing up paper", room: screen.Entry, ask: -1},
		{name: "gathering", room: screen.Gather, ask: -1},
		{name: "presenting", room: screen.Present, ask: -1},
		{name: "the introduction", room: screen.Intro, ask: -1},
		{name: "which issuer", room: screen.Suits, ask: -1},
		{name: "the versions of a badge", room: screen.Versions, ask: -1},
		{name: "a version's name", room: screen.Versions, ask: -1, keys: []string{"down", "n"}},
		{name: "the versions of the open badge", ask: int(designer.AskWhy), keys: []string{"f6"}},
		{name: "what was deleted", room: screen.Bin, ask: -1},
		{name: "the settings", room: screen.Options, ask: -1},
		{name: "help", list: true, ask: -1, keys: []string{"f1"}},
		{name: "the look, all of it", ask: int(designer.AskLook), keys: []string{"f3"}},
		{name: "four designs", ask: int(designer.AskLook), keys: []string{"f7"}},
		{name: "the badge seen small", ask: int(designer.AskLook), keys: []string{"f4"}},
		{name: "examples", ask: int(designer.AskWhy), keys: []string{"f2"}},
	}
	for _, q := range designer.Questions() {
		out = append(out, scene{name: q.String(), ask: int(q)})
	}
	return out
}()

// set sets the scene anew.
func (s scene) set(t *testing.T) *frametest.Driver {
	t.Helper()
	st := newStore(t)
	w := evening(t, st)
	var ids []string
	for i, name := range []string{"bike-repair-buddy", "meal-crew-member", "bike-repair-buddy"} {
		b, _ := sample.Load(name, "en")
		b.ID = []string{"6f1c2d1e-0000-4000-8000-00000000000a", "6f1c2d1e-0000-4000-8000-00000000000b", "6f1c2d1e-0000-4000-8000-00000000000c"}[i]
		b.Workshop = w.ID
		if i == 0 { // a version before it
			v := b.Clone()
			v.Name = "Bike"
			v, err := st.Drafts().Put(t.Context(), v)
			if err != nil {
				t.Fatal(err)
			}
			b.Meta = v.Meta
		}
		b, err := st.Drafts().Put(t.Context(), b)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, b.ID)
	}
	for _, id := range []string{"6f1c2d1e-0000-4000-8000-00000000000d", "6f1c2d1e-0000-4000-8000-00000000000e"} {
		b, err := st.Drafts().Put(t.Context(), designer.Draft{Meta: designer.Meta{ID: id}, Name: "Soup"})
		if err == nil {
			err = st.Drafts().Delete(t.Context(), id, b.Revision)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	o := options(t, st)
	o.Facilitator.Sticks = func(context.Context) []string { return []string{"/media/red", "/media/blue"} }
	o.Facilitator.Piles = o.Facilitator.Sticks
	o.Facilitator.Write = func(_ designer.Workshop, folder string) (string, error) { return folder + "/workshop.json", nil }
	o.Facilitator.TakeHome = func(context.Context, designer.Workshop) (string, error) { return "/home/evening", nil }
	o.Facilitator.Gather = func(context.Context, []string) ([]Gathered, error) { return nil, nil }
	switch {
	case s.list:
	case s.ask >= 0:
		o.Open = ids[0]
	default:
		o.Room = screen.Visit{Room: s.room, ID: w.ID}
		if s.room == screen.Versions {
			o.Room.ID = ids[0]
		}
		o.Present = ids
	}
	d := frametest.New(t, New(o), 100, 30)
	if s.ask >= 0 {
		at(d, designer.Question(s.ask))
	}
	d.Press(s.keys...)
	return d
}

// Whatever a click does, keys do: after each click on anything in the program
// the frame is one that keys lead to as well.
func TestNothingNeedsAMouse(t *testing.T) {
	for i, s := range scenes {
		if testing.Short() && i%8 > 0 {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			first := s.set(t)
			before := first.Frame()
			type spot struct {
				id string
				at image.Point
			}
			var spots []spot
			seen := map[string]bool{}
			for _, l := range first.Model().(*Model).layers() {
				if l.ID == "" || seen[l.ID] || l.Area.Empty() {
					continue
				}
				seen[l.ID] = true
				spots = append(spots, spot{l.ID, l.Area.Min.Add(image.Pt(min(3, l.Area.Dx()-1), 0))})
			}
			search := byKeys(t, s)
			for _, sp := range spots {
				if strings.HasPrefix(sp.id, "step:") && s.ask > int(designer.Start) && len(s.keys) == 0 && s.ask != int(designer.Review) {
					continue // the same on every page of a badge
				}
				d := s.set(t)
				d.Click(sp.at.X, sp.at.Y)
				if after := d.Frame(); after != before && !search(after) {
					t.Errorf("a click on %q leads where no key does:\n%s", sp.id, after)
				}
			}
		})
	}
}

// byKeys searches the frames to which keys lead: one key pressed some times,
// or the arrows and then Enter or the space bar. What it has met it keeps.
func byKeys(t *testing.T, s scene) func(frame string) bool {
	const most = 24
	met := map[string]bool{}
	type way struct {
		key  string
		n    int
		last string
	}
	var ways []way
	for _, k := range []string{"pgdown", "pgup", "down", "up", "tab", "shift+tab", "right", "left", "esc", "enter", "space", "n", "f4", "f7", "1"} {
		ways = append(ways, way{k, most, ""})
	}
	for n := range most / 2 {
		for _, last := range []string{"enter", "space"} {
			ways = append(ways, way{"down", n, last}, way{"right", n, last})
		}
	}
	return func(frame string) bool {
		for !met[frame] {
			if len(ways) == 0 {
				return false
			}
			w := ways[0]
			ways = ways[1:]
			d := s.set(t)
			for range w.n {
				if d.Press(w.key); d.Quit() {
					break
				}
				met[d.Frame()] = true
			}
			if w.last != "" && !d.Quit() {
				d.Press(w.last)
				met[d.Frame()] = true
			}
		}
		return true
	}
}

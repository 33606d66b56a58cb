// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"image"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

// List is the workshops of this store, the newest first.
type List struct {
	id string // of the workshop with the cursor
	at int
}

// NewList returns the list with the cursor on a workshop, "" for the newest.
func NewList(id string) *List { return &List{id: id} }

// Keys of the list alone.
var (
	keyNew    = key.NewBinding(key.WithKeys("n"))
	keyDelete = key.NewBinding(key.WithKeys("x", "delete"))
	keyGather = key.NewBinding(key.WithKeys("g"))
	keyBin    = key.NewBinding(key.WithKeys("u"))
)

// Typing implements screen.Screen.
func (l *List) Typing() bool { return false }

// settle puts the cursor back on its workshop, or where that was.
func (l *List) settle(env screen.Env) {
	for i, w := range env.Workshops {
		if w.ID == l.id {
			l.at = i
			return
		}
	}
	l.to(l.at, env)
}

func (l *List) to(at int, env screen.Env) {
	l.at, l.id = max(0, min(at, len(env.Workshops)-1)), ""
	if len(env.Workshops) > 0 {
		l.id = env.Workshops[l.at].ID
	}
}

// Update implements screen.Screen.
func (l *List) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	l.settle(env)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return l, l.key(msg, env)
	case screen.Click:
		id, ok := strings.CutPrefix(msg.ID, "workshop:")
		switch {
		case ok && id == l.id:
			return l, []screen.Action{screen.Visit{Room: screen.Workshop, ID: id}}
		case ok:
			l.id = id
			l.settle(env)
		}
	}
	return l, nil
}

func (l *List) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	none := len(env.Workshops) == 0
	switch {
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, keyNew), none && key.Matches(k, screen.KeyEnter):
		return []screen.Action{screen.CreateWorkshop{}}
	case key.Matches(k, keyGather):
		return []screen.Action{screen.Visit{Room: screen.Gather}}
	case key.Matches(k, keyBin):
		return []screen.Action{screen.Visit{Room: screen.Bin}}
	case none:
	case key.Matches(k, screen.KeyEnter):
		return []screen.Action{screen.Visit{Room: screen.Workshop, ID: l.id}}
	case key.Matches(k, keyDelete):
		w := env.Workshops[l.at]
		name := env.Widths.Truncate(titled(env, w.Title), 48, "…")
		return []screen.Action{screen.Ask{
			Question: env.Words.T("workshop.remove", "name", name),
			Then:     screen.RemoveWorkshop{ID: w.ID, Revision: w.Revision, Name: w.Title},
		}}
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		l.to(l.at-1, env)
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		l.to(l.at+1, env)
	case key.Matches(k, screen.KeyPrev):
		l.to(l.at-max(1, env.Area.Dy()-4), env)
	case key.Matches(k, screen.KeyNext):
		l.to(l.at+max(1, env.Area.Dy()-4), env)
	case k.String() == "home":
		l.to(0, env)
	case k.String() == "end":
		l.to(len(env.Workshops)-1, env)
	}
	return nil
}

// titled is a workshop's title, or words that stand in for it.
func titled(env screen.Env, title string) string {
	if title == "" {
		return env.Words.T("workshop.untitled")
	}
	return title
}

// Layers implements screen.Screen: a layer a workshop, so that each can be
// clicked.
func (l *List) Layers(env screen.Env) []screen.Layer {
	a := env.Area
	var out []screen.Layer
	put := func(id, text string, y int) {
		if y < a.Max.Y {
			out = append(out, screen.Layer{ID: id, Area: image.Rect(a.Min.X, y, a.Max.X, y+1), Text: text})
		}
	}
	y := a.Min.Y
	put("title", " "+env.Theme.Strong.Render(env.Words.T("workshop.list")), y)
	y++
	if a.Dy() >= 12 {
		y++
	}
	if len(env.Workshops) == 0 {
		gap := "\n\n"
		if a.Dy() < helpful {
			gap = "\n"
		}
		text := env.Words.T("workshop.none") + gap + env.Words.T("workshop.none.do")
		for i, s := range strings.Split(env.Widths.Wrap(text, max(8, min(a.Dx()-2, widest)), ""), "\n") {
			put("none", " "+env.Theme.Dim.Render(s), y+i)
		}
		return out
	}
	at := l.at
	for i, w := range env.Workshops {
		if w.ID == l.id {
			at = i
		}
	}
	at = min(at, len(env.Workshops)-1)
	tall := 1
	if a.Dx() < narrow {
		tall = 2
	}
	room := max(1, (a.Max.Y-y)/tall)
	from := max(0, min(at-room/2, len(env.Workshops)-room))
	for i := from; i < min(len(env.Workshops), from+room); i++ {
		for n, s := range listed(env, env.Workshops[i], i == at, a.Dx()) {
			put("workshop:"+env.Workshops[i].ID, s, y+(i-from)*tall+n)
		}
	}
	return out
}

// listed draws a workshop: its title, when it is and how long it takes; the
// latter under it where there is little room.
func listed(env screen.Env, w designer.WorkshopSummary, here bool, width int) []string {
	mark, style := "  ", env.Theme.Text
	if here {
		mark, style = "› ", env.Theme.Accent.Bold(true)
	}
	tail := pad(env, w.Date, 10) + "  " + padLeft(env, env.Words.T("workshop.minutes", "n", w.Minutes), 8)
	if width < narrow {
		title := env.Widths.Truncate(titled(env, w.Title), width-3, "…")
		return []string{style.Render(mark + title), "  " + env.Theme.Dim.Render(tail)}
	}
	room := min(width, widest+20) - 3 - env.Widths.StringWidth(tail) - 2
	title := env.Widths.Truncate(titled(env, w.Title), room, "…")
	return []string{style.Render(mark+pad(env, title, room)) + "  " + env.Theme.Dim.Render(tail)}
}

func pad(env screen.Env, s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-env.Widths.StringWidth(s)))
}

func padLeft(env screen.Env, s string, n int) string {
	return strings.Repeat(" ", max(0, n-env.Widths.StringWidth(s))) + s
}

// Keys implements screen.Screen.
func (l *List) Keys(env screen.Env) []key.Binding {
	out := []key.Binding{
		screen.Named(env.Words, keyNew, "n", "prepare"),
		screen.Named(env.Words, keyGather, "g", "gather"),
		screen.Named(env.Words, screen.KeyEsc, "esc", "back"),
		screen.Named(env.Words, keyBin, "u", "bin"),
	}
	if len(env.Workshops) == 0 {
		return out
	}
	return append([]key.Binding{
		screen.Named(env.Words, screen.KeyEnter, "enter", "open"),
		out[0],
		screen.Named(env.Words, keyDelete, "x", "delete"),
	}, out[2], out[1], out[3])
}

var _ screen.Screen = (*List)(nil)

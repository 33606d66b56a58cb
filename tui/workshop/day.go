// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"path/filepath"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// day is where the cursor is on the page of the day: on one of the things to
// do, or after them on a badge.
type day struct {
	at       int
	prepared bool // the preset was saved from here
}

// deed is one of the things to do, under its letter.
type deed struct{ letter, id string }

// The things to do, in the order of the day: before it, during it, after it.
var (
	deeds = []deed{
		{"c", "preset"}, {"f", "file"}, {"s", "suits"},
		{"i", "intro"}, {"t", "clock"}, {"b", "begin"}, {"e", "entry"}, {"p", "present"},
		{"g", "gather"}, {"h", "home"},
	}
	// parts of the day begin with these.
	partOf = map[string]string{"preset": "before", "intro": "during", "gather": "after"}
	// then is what comes after what was done; the others lead nowhere.
	then = map[string]string{"file": "intro", "intro": "clock", "clock": "begin", "entry": "present", "gather": "present", "present": "home"}
)

func deedAt(id string) int {
	return slices.IndexFunc(deeds, func(d deed) bool { return d.id == id })
}

// next is what there is to do as far as the preset and the badges tell:
// finish the preset, begin, watch the time, present.
func next(w designer.Workshop, env screen.Env) int {
	all := screen.Seats(w, env.Drafts)
	begun := slices.ContainsFunc(all, func(s screen.Seat) bool { return s.Badge.ID != "" })
	id := "present"
	switch {
	case w.Title == "" && !begun:
		id = "preset"
	case !begun:
		id = "intro"
	case slices.ContainsFunc(all, func(s screen.Seat) bool { return s.Badge.ID == "" }):
		id = "begin"
	case slices.ContainsFunc(all, func(s screen.Seat) bool { return s.Badge.Answered < 6 }):
		id = "clock"
	}
	return deedAt(id)
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	last := len(deeds) + len(screen.Seats(s.w, env.Drafts)) - 1
	s.day.at = min(s.day.at, last)
	switch {
	case key.Matches(k, screen.KeyEnter):
		return s.do(env)
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		s.day.at = max(0, s.day.at-1)
	case key.Matches(k, screen.KeyDown):
		s.day.at = min(last, s.day.at+1)
	case key.Matches(k, screen.KeyTab): // between what to do and the badges
		switch {
		case s.day.at >= len(deeds):
			s.day.at = next(s.w, env)
		case last >= len(deeds):
			s.day.at = len(deeds)
		}
	case key.Matches(k, screen.KeyRight) && s.day.at < len(deeds) && last >= len(deeds):
		s.day.at = len(deeds)
	case key.Matches(k, screen.KeyLeft) && s.day.at >= len(deeds):
		s.day.at = next(s.w, env)
	case k.String() == "home":
		s.day.at = 0
	case k.String() == "end":
		s.day.at = last
	default:
		for i, d := range deeds {
			if k.Text == d.letter {
				s.day.at = i
				return s.do(env)
			}
		}
	}
	return nil
}

// do does what the cursor is on; afterwards the cursor is on what comes next.
func (s *Screen) do(env screen.Env) []screen.Action {
	if n := s.day.at - len(deeds); n >= 0 {
		all := screen.Seats(s.w, env.Drafts)
		if n >= len(all) {
			return nil
		}
		if all[n].Badge.ID == "" {
			return []screen.Action{screen.BeginBadge{Team: all[n].Team}}
		}
		return []screen.Action{screen.Open{ID: all[n].Badge.ID}}
	}
	id := deeds[s.day.at].id
	if following, ok := then[id]; ok {
		s.day.at = deedAt(following)
	}
	visit := func(r screen.Room) []screen.Action {
		return []screen.Action{screen.Visit{Room: r, ID: s.w.ID}}
	}
	switch id {
	case "preset":
		s.form = newForm(&s.w, env)
	case "suits":
		return visit(screen.Suits)
	case "intro":
		return visit(screen.Intro)
	case "clock":
		return visit(screen.ClockFace)
	case "entry":
		return visit(screen.Entry)
	case "present":
		return visit(screen.Present)
	case "gather":
		return visit(screen.Gather)
	case "home":
		return []screen.Action{screen.TakeHome{}}
	case "begin":
		if len(s.w.Teams) == 0 {
			return []screen.Action{screen.BeginBadge{}}
		}
		s.asking = s.whichTeam(env)
	case "file":
		if len(env.Sticks) == 1 {
			return []screen.Action{screen.WriteWorkshop{Folder: env.Sticks[0]}}
		}
		s.asking = whichFolder(env)
	}
	return nil
}

// whichTeam asks whose badge is begun; the first team without one is offered.
func (s *Screen) whichTeam(env screen.Env) *chooser {
	c := newChooser("workshop.which-team", "workshop.other-team", designer.MaxTeam)
	c.then = func(team string) []screen.Action { return []screen.Action{screen.BeginBadge{Team: team}} }
	all := screen.Seats(s.w, env.Drafts)
	free := -1
	for _, team := range s.w.Teams {
		if slices.ContainsFunc(c.options, func(o option) bool { return o.value == team }) {
			continue
		}
		o := option{value: team, label: team}
		for _, at := range all {
			if at.Team == team && at.Badge.ID != "" {
				o.note = "✓ " + named(env, at.Badge)
			}
		}
		if o.note == "" && free < 0 {
			free = len(c.options)
		}
		c.options = append(c.options, o)
	}
	c.at = max(0, free)
	return c
}

// whichFolder asks where workshop.json is written.
func whichFolder(env screen.Env) *chooser {
	c := newChooser("workshop.which-folder", "workshop.other-folder", pathMost)
	c.needs = true
	c.then = func(folder string) []screen.Action { return []screen.Action{screen.WriteWorkshop{Folder: folder}} }
	for _, path := range env.Sticks {
		shown, _ := clean.Line(path) // a stick may be called anything
		c.options = append(c.options, option{value: path, label: filepath.Base(shown), note: shown})
	}
	return c
}

// named is how a badge is called in a list.
func named(env screen.Env, d designer.Summary) string {
	name := d.Name
	if name == "" {
		name = env.Words.T("ui.unnamed")
	}
	if d.ForkOf != "" {
		name += " " + env.Words.T("ui.drafts.fork")
	}
	return name
}

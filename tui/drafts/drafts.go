// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package drafts is the list of badges: open one, begin one, copy one, delete
// one and bring it back. It shows summaries and loads no badge but the one
// that is looked at.
package drafts

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// Screen is the list.
type Screen struct {
	id        string // of the badge with the cursor
	at        int
	searching bool
	query     string
}

const queryMost = 60 // characters of a search

// New returns the list with the cursor on a badge, "" for the newest.
func New(id string) *Screen { return &Screen{id: id} }

// Keys of this screen alone.
var (
	keyNew    = key.NewBinding(key.WithKeys("n"))
	keyCopy   = key.NewBinding(key.WithKeys("d"))
	keyDelete = key.NewBinding(key.WithKeys("x", "delete"))
	keySearch = key.NewBinding(key.WithKeys("/"))
	keyQuit   = key.NewBinding(key.WithKeys("q"))
	keyEvents = key.NewBinding(key.WithKeys("w"))
	keyIntro  = key.NewBinding(key.WithKeys("i"))
	keySuits  = key.NewBinding(key.WithKeys("s"))
	keyGather = key.NewBinding(key.WithKeys("g"))
	keyPast   = key.NewBinding(key.WithKeys("v", "f6"))
	keyBin    = key.NewBinding(key.WithKeys("u"))
	keyOpts   = key.NewBinding(key.WithKeys("o"))
)

// Typing reports whether letters go into the search.
func (s *Screen) Typing() bool { return s.searching }

// Selected is the id of the badge with the cursor, "" for none.
func (s *Screen) Selected() string { return s.id }

// rows are the badges that match the search, those of a workshop together.
func (s *Screen) rows(env screen.Env) []designer.Summary {
	return screen.Grouped(screen.Matching(env.Drafts, s.query))
}

// settle puts the cursor back on its badge, or where that badge was.
func (s *Screen) settle(rows []designer.Summary) {
	for i, d := range rows {
		if d.ID == s.id {
			s.at = i
			return
		}
	}
	s.at = max(0, min(s.at, len(rows)-1))
	s.id = ""
	if len(rows) > 0 {
		s.id = rows[s.at].ID
	}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	rows := s.rows(env)
	before := s.id
	s.settle(rows)
	var acts []screen.Action
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if s.searching {
			acts = s.search(msg, env, rows)
		} else {
			acts = s.key(msg, env, rows)
		}
	case tea.PasteMsg:
		if s.searching {
			line, _ := clean.Line(msg.Content)
			s.query, _ = clean.Cut(s.query+line, queryMost)
			s.settle(s.rows(env))
		}
	case screen.Click:
		acts = s.click(msg, env, rows)
	}
	if s.id != "" && (s.id != before || isReload(msg)) {
		acts = append(acts, screen.Glance{ID: s.id})
	}
	return s, acts
}

func isReload(msg tea.Msg) bool { _, ok := msg.(screen.Reload); return ok }

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env, rows []designer.Summary) []screen.Action {
	switch {
	case key.Matches(k, keyNew):
		return []screen.Action{screen.Create{}}
	case key.Matches(k, keySearch):
		s.searching = true
	case key.Matches(k, keyEvents):
		return []screen.Action{screen.Visit{Room: screen.Workshops}}
	case key.Matches(k, keyIntro):
		return []screen.Action{screen.Visit{Room: screen.Intro}}
	case key.Matches(k, keySuits):
		return []screen.Action{screen.Visit{Room: screen.Suits}}
	case key.Matches(k, keyGather):
		return []screen.Action{screen.Visit{Room: screen.Gather}}
	case key.Matches(k, keyBin):
		return []screen.Action{screen.Visit{Room: screen.Bin}}
	case key.Matches(k, keyOpts):
		return []screen.Action{screen.Visit{Room: screen.Options}}
	case key.Matches(k, keyQuit):
		return []screen.Action{screen.Quit{}}
	case key.Matches(k, screen.KeyEsc):
		s.query = ""
		s.settle(s.rows(env))
	case key.Matches(k, screen.KeyEnter) && len(rows) == 0:
		return []screen.Action{screen.Create{}}
	default:
		return s.row(k, env, rows)
	}
	return nil
}

// row handles the keys that move between badges or act on one.
func (s *Screen) row(k tea.KeyPressMsg, env screen.Env, rows []designer.Summary) []screen.Action {
	if len(rows) == 0 {
		return nil
	}
	page := max(1, env.Area.Dy()-4)
	to := s.at
	switch {
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		to--
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		to++
	case key.Matches(k, screen.KeyPrev):
		to -= page
	case key.Matches(k, screen.KeyNext):
		to += page
	case k.String() == "home":
		to = 0
	case k.String() == "end":
		to = len(rows) - 1
	case key.Matches(k, screen.KeyEnter):
		return []screen.Action{screen.Open{ID: s.id}}
	case key.Matches(k, screen.KeyPresent):
		return []screen.Action{screen.Visit{Room: screen.Present, ID: s.id}}
	case key.Matches(k, keyPast):
		return []screen.Action{screen.Visit{Room: screen.Versions, ID: s.id}}
	case key.Matches(k, keyCopy):
		return []screen.Action{screen.Copy{ID: s.id}}
	case key.Matches(k, keyDelete):
		d := rows[s.at]
		next := min(s.at+1, len(rows)-1)
		if next == s.at {
			next = max(0, s.at-1)
		}
		s.id = rows[next].ID
		return []screen.Action{screen.Remove{ID: d.ID, Revision: d.Revision, Name: d.Name}}
	}
	s.at = max(0, min(to, len(rows)-1))
	s.id = rows[s.at].ID
	return nil
}

// search handles the keys while the search is open.
func (s *Screen) search(k tea.KeyPressMsg, env screen.Env, rows []designer.Summary) []screen.Action {
	switch {
	case key.Matches(k, screen.KeyEsc):
		s.searching, s.query = false, ""
	case key.Matches(k, screen.KeyEnter):
		s.searching = false
		if len(rows) == 1 {
			return []screen.Action{screen.Open{ID: rows[0].ID}}
		}
	case key.Matches(k, screen.KeyUp, screen.KeyDown):
		return s.row(k, env, rows)
	case k.String() == "backspace":
		if r := []rune(s.query); len(r) > 0 {
			s.query = string(r[:len(r)-1])
		}
	default:
		if len([]rune(s.query)) < queryMost {
			s.query += k.Text
		}
	}
	s.settle(s.rows(env))
	return nil
}

// click goes to a badge, and opens it when it is there already.
func (s *Screen) click(c screen.Click, env screen.Env, rows []designer.Summary) []screen.Action {
	id, ok := strings.CutPrefix(c.ID, "draft:")
	if !ok {
		return nil
	}
	if id == s.id {
		return []screen.Action{screen.Open{ID: id}}
	}
	s.id = id
	s.settle(rows)
	return nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package present shows badges to a room, full screen: one idea a page, as
// large as the terminal allows, the pitch, a clock for it, and who is next. It
// knows pages and turns; it refuses to know where the badges come from, and
// changes nothing of them.
package present

import (
	"slices"
	"time"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

// Screen presents the badges in Env.Shown, in their order.
type Screen struct {
	turn  int // the badge that is presented
	place place
	mode  mode
	pick  int // the badge with the cursor, in the queue

	limit  time.Duration // of a pitch
	clocks map[int]clock // by turn
	seen   bool          // the clock has been asked for

	kept kept
}

// place is a page of a badge: an idea, and which part of it where it takes
// several. It stays what it is when the terminal changes its size.
type place struct{ idea, part int }

type mode int

const (
	pages mode = iota
	queue
	blank
)

// Keys of this screen. A clicker sends PgDn, PgUp, F5, Esc and "." or b.
var (
	keyOn     = key.NewBinding(key.WithKeys("right", "down", "space", " ", "pgdown", "enter"))
	keyBack   = key.NewBinding(key.WithKeys("left", "up", "pgup", "backspace"))
	keyStart  = key.NewBinding(key.WithKeys("home", "f5"))
	keyEnd    = key.NewBinding(key.WithKeys("end"))
	keyNext   = key.NewBinding(key.WithKeys("n"))
	keyPrev   = key.NewBinding(key.WithKeys("p"))
	keyQueue  = key.NewBinding(key.WithKeys("q"))
	keyClock  = key.NewBinding(key.WithKeys("c", "s"))
	keyLimit  = key.NewBinding(key.WithKeys("t"))
	keyBlank  = key.NewBinding(key.WithKeys(".", "b"))
	keyNumber = key.NewBinding(key.WithKeys("1", "2", "3", "4", "5", "6"))
)

// New returns the screen at the first page of the badge whose turn it is,
// counted from 0 among Env.Shown.
func New(env screen.Env, turn int) *Screen {
	return &Screen{turn: max(0, min(turn, len(env.Shown)-1)), limit: limits[1], clocks: map[int]clock{}}
}

// Whole implements screen.Whole: the room sees pages, no header.
func (s *Screen) Whole() bool { return true }

// Running implements screen.Timed: a pitch is being timed.
func (s *Screen) Running() bool { return s.clocks[s.turn].running }

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return false }

// Turn is the badge that is presented, counted from 0.
func (s *Screen) Turn() int { return s.turn }

// Escape implements screen.Escaper: the queue and the dark are left first.
func (s *Screen) Escape(screen.Env) ([]screen.Action, bool) {
	if s.mode == pages {
		return nil, false
	}
	s.mode = pages
	return nil, true
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	s.turn = max(0, min(s.turn, len(env.Shown)-1))
	switch msg := msg.(type) {
	case screen.Reload:
		s.kept = kept{}
	case screen.Click:
		s.click(msg, env)
	case tea.KeyPressMsg:
		return s, s.key(msg, env)
	}
	return s, nil
}

func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	switch {
	case s.mode == blank: // whatever is pressed brings the page back
		s.mode = pages
	case s.clockKey(k, env):
	case key.Matches(k, keyBlank):
		s.mode = blank
	case s.mode == queue:
		s.queueKey(k, env)
	case key.Matches(k, screen.KeyEsc):
		return []screen.Action{screen.Return{}}
	case key.Matches(k, keyQueue):
		s.mode, s.pick = queue, s.turn
	default:
		s.move(k, env)
	}
	return nil
}

// move turns pages.
func (s *Screen) move(k tea.KeyPressMsg, env screen.Env) {
	all := s.sheets(env, s.turn)
	if len(all) == 0 {
		return
	}
	at := s.at(all)
	switch {
	case key.Matches(k, keyOn):
		s.step(env, all, at, 1)
	case key.Matches(k, keyBack):
		s.step(env, all, at, -1)
	case key.Matches(k, keyStart):
		s.place = place{}
	case key.Matches(k, keyEnd):
		s.place = all[len(all)-1].at
	case key.Matches(k, keyNext):
		s.take(s.turn+1, env)
	case key.Matches(k, keyPrev):
		s.take(s.turn-1, env)
	case len(k.Text) == 1 && unicode.IsDigit(rune(k.Text[0])):
		s.jump(designer.Question(k.Text[0]-'0'), all)
	}
}

// step goes a page on or back, into the badge beside where there is none.
func (s *Screen) step(env screen.Env, all []sheet, at, by int) {
	switch to := at + by; {
	case to >= 0 && to < len(all):
		s.place = all[to].at
	case to < 0 && s.turn > 0:
		s.take(s.turn-1, env)
		if before := s.sheets(env, s.turn); len(before) > 0 {
			s.place = before[len(before)-1].at
		}
	case to >= len(all):
		s.take(s.turn+1, env)
	}
}

// take gives the turn to a badge. The clock of the one before is stopped where
// it is.
func (s *Screen) take(turn int, env screen.Env) {
	if turn < 0 || turn >= len(env.Shown) {
		return
	}
	if turn != s.turn {
		s.clocks[s.turn] = s.clocks[s.turn].stop(env.Uptime)
	}
	s.turn, s.place = turn, place{}
}

// jump goes to the first page of a question. Issuer and look are on the first
// page of all, unless they have one of their own.
func (s *Screen) jump(q designer.Question, all []sheet) {
	if i := slices.IndexFunc(all, func(p sheet) bool { return p.say.Question == q }); i >= 0 {
		s.place = all[i].at
	} else if q == designer.AskIssuer || q == designer.AskLook || q == designer.Start {
		s.place = place{}
	}
}

// at is where the present place is among the pages, or what has become of it.
func (s *Screen) at(all []sheet) int {
	best := 0
	for i, p := range all {
		if p.at.idea < s.place.idea || p.at.idea == s.place.idea && p.at.part <= s.place.part {
			best = i
		}
	}
	return best
}

// click goes on; in the queue it takes a badge.
func (s *Screen) click(c screen.Click, env screen.Env) {
	switch {
	case s.mode == blank:
		s.mode = pages
	case s.mode == queue:
		if turn, ok := s.turnOf(c, env); ok {
			s.take(turn, env)
			s.mode = pages
		}
	default:
		s.move(tea.KeyPressMsg{Code: tea.KeyRight}, env)
	}
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	named := func(b key.Binding, written, what string) key.Binding {
		return screen.Named(env.Words, b, written, what)
	}
	switch {
	case s.mode == blank:
		return nil
	case s.mode == queue:
		return []key.Binding{named(screen.KeyEnter, "enter", "present-take"), named(screen.KeyDown, "↑ ↓", "present-pick"),
			named(keyQueue, "q", "present-pages")}
	}
	what := "present-start"
	if s.Running() {
		what = "present-stop"
	}
	out := []key.Binding{named(keyOn, "→ ←", "present-turn"), named(keyClock, "c", what), named(keyLimit, "t", "present-limit")}
	if len(env.Shown) > 1 {
		out = append(out, named(keyNext, "n p", "present-badge"), named(keyQueue, "q", "present-queue"))
	}
	return append(out, named(keyNumber, "1–6", "question"), named(keyStart, "home", "present-first"), named(keyEnd, "end", "present-last"),
		named(keyBlank, ".", "present-blank"))
}

var (
	_ screen.Screen  = (*Screen)(nil)
	_ screen.Whole   = (*Screen)(nil)
	_ screen.Timed   = (*Screen)(nil)
	_ screen.Escaper = (*Screen)(nil)
)

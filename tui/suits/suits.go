// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package suits asks five short questions and shows which ways of issuing a
// badge suit, one way at a time. It knows how that stands on a screen; the
// ways and the services are issuing's, and what they are called is words.
package suits

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer/issuing"
	"insignia/tui/screen"
)

// Screen is the chooser: at a question, or at what came of the answers.
type Screen struct {
	asks    []issuing.Question
	answers issuing.Answers
	at      int // the question; len(asks) at the result
	row     int // the option with the cursor
	way     int // the way that is shown; one past the last is what was left out
	top     int // the first line shown of a way that is longer than the screen
}

// New returns the chooser at its first question.
func New() *Screen { return &Screen{asks: issuing.Questions()} }

// Keys of this screen alone.
var (
	keyBack    = key.NewBinding(key.WithKeys("backspace", "left", "pgup"))
	keyNextWay = key.NewBinding(key.WithKeys("right", "pgdown", "tab", "enter", "space", " "))
	keyPrevWay = key.NewBinding(key.WithKeys("left", "pgup", "shift+tab"))
	keyAnswers = key.NewBinding(key.WithKeys("backspace"))
)

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

func (s *Screen) asking() bool { return s.at < len(s.asks) }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	n := *s
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, screen.KeyEsc):
			return &n, []screen.Action{screen.Return{}}
		case n.asking():
			n.answer(msg)
		default:
			n.read(msg, env)
		}
	case screen.Click:
		if i, ok := number(msg.ID, "option:"); ok && n.asking() {
			n.choose(i)
		}
		if i, ok := number(msg.ID, "way:"); ok && !n.asking() {
			n.show(i)
		}
	}
	return &n, nil
}

// number reads the number of a layer's id behind its kind.
func number(id, kind string) (int, bool) {
	if len(id) <= len(kind) || id[:len(kind)] != kind {
		return 0, false
	}
	i, err := strconv.Atoi(id[len(kind):])
	return i, err == nil
}

// digit is the place in a list that a number key names.
func digit(k tea.KeyPressMsg) (int, bool) {
	if s := k.String(); len(s) == 1 && s[0] >= '1' && s[0] <= '9' {
		return int(s[0] - '1'), true
	}
	return 0, false
}

// answer handles the keys at a question.
func (s *Screen) answer(k tea.KeyPressMsg) {
	options := s.asks[s.at].Options
	i, named := digit(k)
	switch {
	case named:
		s.choose(i)
	case key.Matches(k, screen.KeyDown, screen.KeyTab):
		s.row = (s.row + 1) % len(options)
	case key.Matches(k, screen.KeyUp, screen.KeyBackTab):
		s.row = (s.row + len(options) - 1) % len(options)
	case key.Matches(k, screen.KeyEnter, screen.KeyNext, screen.KeyRight), k.String() == "space":
		s.choose(s.row)
	case key.Matches(k, keyBack):
		s.goTo(s.at - 1)
	}
}

// choose answers the question with one of its options and goes on.
func (s *Screen) choose(option int) {
	q := s.asks[s.at]
	if option < 0 || option >= len(q.Options) {
		return
	}
	s.answers = s.answers.With(q.ID, q.Options[option])
	s.goTo(s.at + 1)
}

// goTo goes to a question, the cursor on what was answered before, or to the
// result.
func (s *Screen) goTo(at int) {
	s.at, s.row, s.way, s.top = max(at, 0), 0, 0, 0
	if !s.asking() {
		return
	}
	for i, o := range s.asks[s.at].Options {
		if s.answers[s.asks[s.at].ID] == o {
			s.row = i
		}
	}
}

// ways is how many pages the result has: a way each, and one for what was
// left out and what is good to know.
func (s *Screen) ways() int {
	suit, _ := issuing.Find(s.answers)
	return len(suit) + 1
}

// read handles the keys at the result.
func (s *Screen) read(k tea.KeyPressMsg, env screen.Env) {
	i, named := digit(k)
	switch {
	case named:
		s.show(i)
	case key.Matches(k, keyAnswers):
		s.goTo(len(s.asks) - 1)
	case key.Matches(k, keyNextWay):
		s.show(s.way + 1)
	case key.Matches(k, keyPrevWay):
		s.show(s.way - 1)
	case key.Matches(k, screen.KeyDown):
		s.top = min(s.first(env)+1, s.most(env))
	case key.Matches(k, screen.KeyUp):
		s.top = max(s.first(env)-1, 0)
	}
}

func (s *Screen) show(way int) {
	if way >= 0 && way < s.ways() && way != s.way {
		s.way, s.top = way, 0
	}
}

// most is how far the way scrolls, first the line it stands at: another size
// of the screen may have made it shorter.
func (s *Screen) most(env screen.Env) int {
	p := s.result(env)
	return max(0, len(p.body)-p.room.Dy())
}

func (s *Screen) first(env screen.Env) int { return min(s.top, s.most(env)) }

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	w := env.Words
	if s.asking() {
		out := []key.Binding{
			screen.Named(w, screen.KeyEnter, "enter", "choose"),
			screen.Named(w, screen.KeyEsc, "esc", "return"),
		}
		if s.at > 0 {
			out = append(out[:1], screen.Named(w, keyBack, "←", "before"), out[1])
		}
		return out
	}
	out := []key.Binding{screen.Named(w, keyNextWay, "→", "way")}
	if s.most(env) > 0 {
		out = append(out, screen.Named(w, screen.KeyDown, "↓", "scroll"))
	}
	return append(out, screen.Named(w, keyAnswers, "backspace", "answers"), screen.Named(w, screen.KeyEsc, "esc", "return"))
}

var _ screen.Screen = (*Screen)(nil)

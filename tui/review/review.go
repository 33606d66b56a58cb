// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package review is the whole badge on one page: its final name, its
// description drafted from the answers to be confirmed, what is still open,
// every answer, and the export.
package review

import (
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/locale"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// Screen is the review. The cursor is in the name, in the description, or on
// the page, from where the badge is exported.
type Screen struct {
	at     place
	name   field.Widget
	text   field.Widget
	drafty string // the description drafted for a badge that has none
	top    int
}

type place int

const (
	inName place = iota
	inText
	onPage
)

// Keys of this screen alone.
var (
	keyExport = key.NewBinding(key.WithKeys("enter", "e"))
	keyFolder = key.NewBinding(key.WithKeys("o"))
	// keyRedraft makes the description follow answers that changed after it
	// was confirmed.
	keyRedraft = key.NewBinding(key.WithKeys("r"))
)

// New returns the review with the cursor on what is still to be confirmed.
func New(env screen.Env) *Screen {
	s := &Screen{at: onPage}
	switch {
	case env.Draft.Name == "":
		s.at = inName
	case env.Draft.Description == "":
		s.at = inText
	}
	s.build(env)
	s.focus(env, false)
	return s
}

// Find returns the review with the cursor in a field.
func Find(id string, env screen.Env) *Screen {
	s := New(env)
	s.blur(env)
	switch id {
	case "name":
		s.at = inName
	case "description":
		s.at = inText
	}
	s.focus(env, false)
	return s
}

func (s *Screen) build(env screen.Env) {
	f, _ := designer.FieldByID("name")
	s.name = field.For(f, env)
	if s.drafty = ""; env.Draft.Description == "" {
		s.drafty = prose.Description(env.Draft, locale.For(env.Draft.Language))
	}
	f, _ = designer.FieldByID("description")
	s.text = field.For(f, s.drafted(env))
}

// drafted is env with the drafted description in place of none.
func (s *Screen) drafted(env screen.Env) screen.Env {
	if env.Draft.Description == "" {
		env.Draft = env.Draft.Clone()
		env.Draft.Description = s.drafty
	}
	return env
}

func (s *Screen) widget() field.Widget {
	switch s.at {
	case inName:
		return s.name
	case inText:
		return s.text
	}
	return nil
}

func (s *Screen) focus(env screen.Env, fromEnd bool) {
	if w := s.widget(); w != nil {
		w.Focus(s.drafted(env), fromEnd)
	}
}

func (s *Screen) blur(env screen.Env) []screen.Action {
	if w := s.widget(); w != nil {
		w.Blur(env)
		return []screen.Action{screen.Leave{}}
	}
	return nil
}

func (s *Screen) move(to place, env screen.Env) []screen.Action {
	if to < inName {
		return []screen.Action{screen.Back{}}
	}
	if to > onPage {
		return nil
	}
	acts := s.blur(env)
	fromEnd := to < s.at
	s.at = to
	s.focus(env, fromEnd)
	return acts
}

// Typing reports whether the cursor is in a text.
func (s *Screen) Typing() bool { return s.at != onPage }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case screen.Reload:
		n := &Screen{at: s.at}
		switch msg.Field {
		case "name":
			n.at = inName
		case "description":
			n.at = inText
		}
		n.build(env)
		if s.drafty == "" && msg.Field == "" {
			n.drafty = "" // all of it was deleted; that stands
		}
		n.focus(env, false)
		return n, nil
	case tea.KeyPressMsg, tea.PasteMsg:
	default:
		return s, nil
	}
	if w := s.widget(); w != nil {
		return s, s.edited(w.Update(msg, env), env)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return s, s.key(k, env)
	}
	return s, nil
}

// edited does what a widget's outcome asks for. Enter in the description
// confirms what was drafted.
func (s *Screen) edited(out field.Outcome, env screen.Env) []screen.Action {
	var acts []screen.Action
	id := s.widget().Field().ID
	if out.Move == field.Enter && s.at == inText && env.Draft.Description == "" && s.drafty != "" {
		d := env.Draft.Clone()
		if err := d.Set("description", s.drafty); err == nil {
			out.Changed, out.Draft, out.Break = true, d, true
		}
	}
	if out.Changed {
		acts = append(acts, screen.Edit{Draft: out.Draft, Field: id, Break: out.Break})
		if s.at == inText {
			s.drafty = "" // it is the person's own now, also when all of it is deleted
		}
		env.Draft = out.Draft
	}
	if out.Say != "" {
		acts = append(acts, screen.Say{Text: out.Say})
	}
	switch out.Move {
	case field.Enter, field.Ahead, field.Down:
		return append(acts, s.move(s.at+1, env)...)
	case field.Behind, field.Up:
		return append(acts, s.move(s.at-1, env)...)
	}
	return acts
}

// key handles the page: export, the folder, the questions by their numbers,
// and scrolling.
func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	last := max(0, len(s.page(env))-s.room(env))
	switch {
	case key.Matches(k, screen.KeyBackTab), key.Matches(k, screen.KeyUp) && s.top == 0:
		return s.move(inText, env)
	case key.Matches(k, keyExport):
		return []screen.Action{screen.Export{}}
	case key.Matches(k, keyRedraft):
		return s.redraft(env)
	case key.Matches(k, keyFolder):
		return []screen.Action{screen.OpenFolder{}}
	case key.Matches(k, screen.KeyUp):
		s.top = max(0, min(s.top, last)-1)
	case key.Matches(k, screen.KeyDown) || k.Text == " ":
		s.top = min(last, s.top+1)
	case k.String() == "home":
		s.top = 0
	case k.String() == "end":
		s.top = last
	case len(k.Text) == 1 && unicode.IsDigit(rune(k.Text[0])):
		if q := designer.Question(k.Text[0] - '0'); q.Numbered() {
			return []screen.Action{screen.GoTo{Question: q}}
		}
	}
	return nil
}

// redraft puts a description made from the present answers in place of the one
// that is there.
func (s *Screen) redraft(env screen.Env) []screen.Action {
	d := env.Draft.Clone()
	d.Description = ""
	if err := d.Set("description", prose.Description(d, locale.For(d.Language))); err != nil {
		return []screen.Action{screen.Say{Text: env.Words.Error(err)}}
	}
	s.top = 0
	return []screen.Action{screen.Edit{Draft: d, Field: "description", Apart: true}, screen.Leave{},
		screen.Say{Text: env.Words.T("ui.redrafted")}}
}

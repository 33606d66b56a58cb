// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package entry is for typing up paper: the core fields in the order of the
// printed sheet, one after another on one plain page, one sheet after another.
// It knows the sheet and the widgets; pictures, checks and everything else of
// a badge are other screens'.
package entry

import (
	"reflect"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// Screen is one sheet, and what became of the sheets before it.
type Screen struct {
	w      designer.Workshop
	draft  designer.Draft
	kept   designer.Draft // as it was last given away
	fields []field.Widget
	at     int
	stored bool     // something of this sheet has been given away
	done   int      // sheets
	last   string   // the name on the last one
	taken  []string // teams that have a sheet, in this visit or before
}

// sheet is the fields of the printed sheet in its order.
var sheet = []string{
	"kind", "name", "team", "earner.who", "issuer.name", "issuer.url", "issuer.email",
	"why.earner", "criteria.steps", "criteria.evidence", "next.leads",
}

// New returns an empty sheet of the workshop that is being run, which may be
// none, for its first team without a badge.
func New(env screen.Env) *Screen {
	s := &Screen{w: env.Workshop.Clone()}
	if s.w.Language == "" {
		s.w.Language = env.Words.Tag()
	}
	for _, d := range env.Drafts {
		if s.w.ID != "" && d.Workshop == s.w.ID {
			s.taken = append(s.taken, d.Team)
		}
	}
	s.begin(env)
	return s
}

// begin takes a new sheet. Its team is the next one that has none.
func (s *Screen) begin(env screen.Env) {
	team := ""
	for _, t := range s.w.Teams {
		if !slices.Contains(s.taken, t) {
			team = t
			break
		}
	}
	s.draft = s.w.Begin(team)
	s.kept, s.stored = s.draft.Clone(), false
	s.build(env)
	s.at = 0
	s.fields[0].Focus(s.env(env), false)
}

// build lays out the fields. What the workshop knows is not asked again.
func (s *Screen) build(env screen.Env) {
	s.fields = nil
	for _, id := range sheet {
		f, ok := designer.FieldByID(id)
		if ok && (f.Question != designer.AskIssuer || s.w.Issuer.Name == "") {
			s.fields = append(s.fields, field.For(f, s.env(env)))
		}
	}
}

// env is what the widgets see: this sheet is their draft.
func (s *Screen) env(env screen.Env) screen.Env { env.Draft = s.draft; return env }

// Typing implements screen.Screen.
func (s *Screen) Typing() bool { return s.fields[s.at].Typing() }

// Unkept implements screen.Keeper.
func (s *Screen) Unkept() string {
	if w, ok := s.fields[s.at].(screen.Keeper); ok {
		return w.Unkept()
	}
	return ""
}

// Held implements screen.Holder.
func (s *Screen) Held(screen.Env) []screen.Action { return s.keep() }

// keep is what saves the sheet, nothing if it is as it was or still empty.
func (s *Screen) keep() []screen.Action {
	if reflect.DeepEqual(s.draft, s.kept) || s.empty() && !s.stored {
		return nil
	}
	s.kept, s.stored = s.draft.Clone(), true
	return []screen.Action{screen.KeepDraft{Draft: s.draft.Clone()}}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case screen.Reload:
		s.reload(env)
		return s, nil
	case screen.Click:
		return s, s.click(msg, env)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, screen.KeyEsc):
			return s, append(s.leave(env), screen.Return{})
		case key.Matches(msg, screen.KeyNext):
			return s, s.finish(env)
		case s.ahead(msg):
			acts := s.pass(tea.KeyPressMsg{Code: tea.KeyEnter}, env)
			return s, append(acts, s.pass(msg, env)...)
		}
	case tea.PasteMsg:
	default:
		return s, nil
	}
	return s, s.pass(msg, env)
}

// ahead reports whether a letter is typed in a choice: who begins to type
// there means the next field.
func (s *Screen) ahead(k tea.KeyPressMsg) bool {
	return s.fields[s.at].Field().Input == designer.Choice && k.Text != "" && k.Text != " "
}

// pass gives a key or a paste to the field with the cursor.
func (s *Screen) pass(msg tea.Msg, env screen.Env) []screen.Action {
	out := s.fields[s.at].Update(msg, s.env(env))
	if out.Changed {
		s.draft = out.Draft
	}
	acts := s.step(out.Move, env)
	if out.Say != "" {
		acts = append(acts, screen.Say{Text: out.Say})
	}
	return acts
}

// step moves the cursor; past the last field the sheet is finished.
func (s *Screen) step(move field.Move, env screen.Env) []screen.Action {
	to := s.at + 1
	switch move {
	case field.Stay:
		return nil
	case field.Up, field.Behind:
		to = s.at - 1
	}
	switch {
	case to >= len(s.fields) && move != field.Down:
		return s.finish(env)
	case to < 0, to >= len(s.fields):
		return nil
	}
	return s.to(to, to < s.at, env)
}

func (s *Screen) to(at int, fromEnd bool, env screen.Env) []screen.Action {
	acts := s.leave(env)
	s.at = at
	s.fields[at].Focus(s.env(env), fromEnd)
	return acts
}

// leave takes the cursor out of its field and saves the sheet.
func (s *Screen) leave(env screen.Env) []screen.Action {
	say := s.fields[s.at].Blur(s.env(env))
	acts := s.keep()
	if say != "" {
		acts = append(acts, screen.Say{Text: say})
	}
	return acts
}

// finish saves the sheet and takes the next one. An empty sheet is none.
func (s *Screen) finish(env screen.Env) []screen.Action {
	acts := s.leave(env)
	if s.empty() {
		s.at = 0
		s.fields[0].Focus(s.env(env), false)
		return append(acts, screen.Say{Text: env.Words.T("entry.empty")})
	}
	s.done++
	s.last = s.draft.Name
	if s.last == "" {
		s.last = env.Words.T("ui.unnamed")
	}
	s.taken = append(s.taken, s.draft.Team)
	s.begin(env)
	return append(acts, screen.Say{Text: env.Words.T("entry.saved", "name", s.last)})
}

// empty reports whether nothing was typed: a kind and a team alone, which
// stand there before anybody types, are no badge.
func (s *Screen) empty() bool {
	d, blank := s.draft.Clone(), s.w.Begin("")
	d.Meta, d.Team, d.Kind = blank.Meta, "", ""
	return reflect.DeepEqual(d, blank)
}

// reload builds the widgets anew, in the colours and words of now.
func (s *Screen) reload(env screen.Env) {
	old := s.fields[s.at]
	if s.Unkept() != "" {
		return // what cannot be kept stays to be mended
	}
	s.build(env)
	s.fields[s.at].Focus(s.env(env), false)
	field.Resume(s.fields[s.at], old)
}

var (
	_ screen.Screen = (*Screen)(nil)
	_ screen.Keeper = (*Screen)(nil)
	_ screen.Holder = (*Screen)(nil)
)

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// pick is one of several; the arrows choose.
type pick struct {
	sel     field.Select
	options func(env screen.Env) []field.Option
	value   func() string
	choose  func(value string)
}

func (p *pick) typing() bool { return false }

func (p *pick) focus(env screen.Env, _ bool) { p.sel.Focus(env, p.options(env), p.value()) }

func (p *pick) blur(screen.Env) string { p.sel.Blur(); return "" }

func (p *pick) update(msg tea.Msg, _ screen.Env) (field.Move, string) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Stay, ""
	}
	move := p.sel.Update(k)
	if p.sel.Value() != p.value() {
		p.choose(p.sel.Value())
	}
	return move, ""
}

func (p *pick) view(env screen.Env, w int) ([]string, int) {
	if p.sel.Focused() {
		return p.sel.View(w)
	}
	for _, o := range p.options(env) {
		if o.Value == p.value() {
			return field.Rest(env, o.Label, w), -1
		}
	}
	return field.Rest(env, "", w), -1
}

// own is the value of an agenda that is none of the ready ones.
const own = "own"

// newAgenda offers the ready agendas, and one of their own. Passing over the
// ready ones does not cost the own one: it is there again when it is chosen.
func newAgenda(f *form) *pick {
	kept := designer.Agenda{}
	if f.on.Agenda.Name == "" {
		kept = f.on.Agenda.Clone()
	}
	return &pick{
		options: func(env screen.Env) []field.Option {
			var out []field.Option
			for _, a := range designer.ReadyAgendas() {
				out = append(out, field.Option{Label: env.Words.T("agenda." + a.Name), Value: a.Name})
			}
			return append(out, field.Option{Label: env.Words.T("workshop.agenda.own"), Value: own})
		},
		value: func() string {
			if f.on.Agenda.Name == "" {
				return own
			}
			return f.on.Agenda.Name
		},
		choose: func(name string) {
			if f.on.Agenda.Name == "" {
				kept = f.on.Agenda.Clone()
			}
			a, ready := designer.ReadyAgenda(name)
			switch {
			case ready:
				f.setAgenda(a)
			case len(kept.Slots) > 0:
				f.setAgenda(kept.Clone())
			default: // what stands here is where their own begins
				a := f.on.Agenda.Clone()
				a.Name = ""
				f.setAgenda(a)
			}
		},
	}
}

// newClock asks who sees the clock.
func newClock(on *designer.Workshop) *pick {
	return &pick{
		options: func(env screen.Env) []field.Option {
			return []field.Option{
				{Label: env.Words.T("workshop.clock.shared"), Value: "false"},
				{Label: env.Words.T("workshop.clock.private"), Value: "true"},
			}
		},
		value:  func() string { return strconv.FormatBool(on.Private) },
		choose: func(v string) { on.Private = v == "true" },
	}
}

// shelf offers the saved issuers: Enter or a digit takes one, and the rest of
// its fields need no typing.
type shelf struct {
	sel field.Select
	on  *designer.Workshop
}

const shelfMost = 9 // as many as there are digits

func (s *shelf) typing() bool { return false }

func (s *shelf) blur(screen.Env) string { s.sel.Blur(); return "" }

func (s *shelf) focus(env screen.Env, _ bool) {
	var options []field.Option
	present := ""
	for i, saved := range onShelf(env) {
		n := strconv.Itoa(i + 1)
		options = append(options, field.Option{Label: n + " " + saved.Name, Value: n})
		if saved.Issuer == s.on.Issuer {
			present = n
		}
	}
	options = append(options, field.Option{Label: env.Words.T("workshop.saved.type"), Value: ""})
	if present == "" && s.on.Issuer == (designer.Issuer{}) {
		present = "1"
	}
	s.sel.Focus(env, options, present)
}

func onShelf(env screen.Env) []designer.SavedIssuer {
	return env.Issuers[:min(len(env.Issuers), shelfMost)]
}

func (s *shelf) update(msg tea.Msg, env screen.Env) (field.Move, string) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Stay, ""
	}
	if n, err := strconv.Atoi(k.Text); err == nil && s.take(n, env) {
		return field.Enter, ""
	}
	move := s.sel.Update(k)
	if n, err := strconv.Atoi(s.sel.Value()); err == nil && move == field.Enter {
		s.take(n, env)
	}
	return move, ""
}

func (s *shelf) take(n int, env screen.Env) bool {
	saved := onShelf(env)
	if n < 1 || n > len(saved) {
		return false
	}
	s.on.Issuer = saved[n-1].Issuer
	return true
}

func (s *shelf) view(env screen.Env, w int) ([]string, int) {
	if s.sel.Focused() {
		return s.sel.View(w)
	}
	return field.Rest(env, env.Words.N("workshop.saved.count", len(env.Issuers)), w), -1
}

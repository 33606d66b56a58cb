// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ask

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// picker offers the saved issuers, a new one, and leaving the question to the
// facilitator. One key picks: Enter for the newest, a digit for any.
type picker struct {
	at int
}

const pickMost = 9 // as many as there are digits

func newPicker(env screen.Env) *picker {
	p := &picker{}
	for i, saved := range shown(env) {
		if saved.Issuer == env.Draft.Issuer {
			p.at = i
		}
	}
	return p
}

func shown(env screen.Env) []designer.SavedIssuer {
	return env.Issuers[:min(len(env.Issuers), pickMost)]
}

func (p *picker) focus(env screen.Env) { p.at = min(p.at, len(shown(env))+1) }

// update moves, picks, or forgets a saved issuer.
func (p *picker) update(msg tea.Msg, env screen.Env) (field.Outcome, []screen.Action) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Outcome{}, nil
	}
	saved := shown(env)
	last := len(saved) + 1
	if n, err := strconv.Atoi(k.Text); err == nil && n >= 1 && n <= len(saved) {
		return p.pick(saved[n-1], env)
	}
	switch {
	case key.Matches(k, screen.KeyUp):
		if p.at == 0 {
			return field.Outcome{Move: field.Up}, nil
		}
		p.at--
	case key.Matches(k, screen.KeyDown):
		if p.at == last {
			return field.Outcome{Move: field.Down}, nil
		}
		p.at++
	case key.Matches(k, screen.KeyTab):
		return field.Outcome{Move: field.Ahead}, nil
	case key.Matches(k, screen.KeyBackTab):
		return field.Outcome{Move: field.Behind}, nil
	case key.Matches(k, screen.KeyDrop) && p.at < len(saved):
		i := saved[p.at]
		return field.Outcome{}, []screen.Action{screen.Forget{ID: i.ID, Revision: i.Revision, Name: i.Name}}
	case key.Matches(k, screen.KeyEnter):
		switch {
		case p.at < len(saved):
			return p.pick(saved[p.at], env)
		case p.at == len(saved):
			return field.Outcome{Move: field.Enter}, nil
		}
		return field.Outcome{}, []screen.Action{screen.Leave{}, screen.Forward{}}
	}
	return field.Outcome{}, nil
}

func (p *picker) pick(saved designer.SavedIssuer, env screen.Env) (field.Outcome, []screen.Action) {
	d := env.Draft.Clone()
	d.Issuer = saved.Issuer
	return field.Outcome{}, []screen.Action{
		screen.Edit{Draft: d, Field: "issuer.name", Break: true}, screen.Leave{}, screen.Forward{}}
}

// view draws the choices, or without the focus a line that says they are there.
func (p *picker) view(env screen.Env, w int, focused bool) ([]string, int) {
	saved := shown(env)
	if !focused {
		return []string{env.Theme.Dim.Render(env.Words.N("ui.issuer.saved", len(saved)))}, -1
	}
	var rows []string
	for i, s := range saved {
		rows = append(rows, strconv.Itoa(i+1)+" "+s.Name)
	}
	rows = append(rows, "+ "+env.Words.T("ui.issuer.new"), "– "+env.Words.T("ui.issuer.skip"))
	for i, r := range rows {
		r = env.Widths.Truncate(r, max(w-2, 1), "…")
		if i == p.at {
			rows[i] = env.Theme.Accent.Bold(true).Render("› " + r)
		} else {
			rows[i] = env.Theme.Text.Render("  " + r)
		}
	}
	return rows, p.at
}

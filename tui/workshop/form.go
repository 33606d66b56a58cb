// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"reflect"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// form is the preset: a row a thing, on one page.
type form struct {
	on   *designer.Workshop
	kept designer.Workshop // as it was last given away
	base designer.Agenda   // what another total is worked out from, so that rounding never adds up
	rows []row
	at   int
}

// row is a part under its name. opens says that air stands before it.
type row struct {
	id    string
	p     part
	opens bool
}

// newForm returns the preset of a workshop with the cursor in its first row.
func newForm(on *designer.Workshop, env screen.Env) *form {
	f := &form{on: on, kept: on.Clone(), base: on.Agenda.Clone()}
	f.rows = []row{
		{id: "title", p: newText(&on.Title, designer.MaxTitle)},
		{id: "date", p: newDate(&on.Date)},
		{id: "place", p: newText(&on.Place, designer.MaxPlace)},
		{id: "language", p: newGiven("language", on)},
		{id: "agenda", p: newAgenda(f), opens: true},
		{id: "minutes", p: &minutes{f: f}},
		{id: "slots", p: &slots{f: f}},
	}
	if len(env.Issuers) > 0 {
		f.rows = append(f.rows, row{id: "saved", p: &shelf{on: on}, opens: true})
	}
	f.rows = append(f.rows,
		row{id: "issuer", p: newGiven("issuer.name", on), opens: len(env.Issuers) == 0},
		row{id: "url", p: newGiven("issuer.url", on)},
		row{id: "email", p: newGiven("issuer.email", on)},
		row{id: "teams", p: &teams{on: on}, opens: true},
		row{id: "colours", p: &colours{on: on}},
		row{id: "skip", p: &skips{on: on}},
		row{id: "clock", p: newClock(on)},
	)
	f.rows[0].p.focus(env, false)
	return f
}

// shown reports whether the i-th row is there: parts are edited in an agenda
// of their own alone.
func (f *form) shown(i int) bool { return f.rows[i].id != "slots" || f.on.Agenda.Name == "" }

// setAgenda makes another agenda the present one.
func (f *form) setAgenda(a designer.Agenda) { f.on.Agenda, f.base = a, a.Clone() }

// scale gives the agenda another length, or says why it cannot have it.
func (f *form) scale(total int, env screen.Env) string {
	a, err := f.base.Scaled(total)
	if err != nil {
		return env.Words.Error(err)
	}
	f.on.Agenda = a
	return ""
}

// changed reports whether the preset is another one than was given away.
func (f *form) changed() bool { return !reflect.DeepEqual(*f.on, f.kept) }

// keep is what saves the preset, nothing if it is as it was.
func (f *form) keep() []screen.Action {
	if !f.changed() {
		return nil
	}
	f.kept = f.on.Clone()
	return []screen.Action{screen.KeepWorkshop{Workshop: f.on.Clone()}}
}

// leave takes the cursor out of its row and saves.
func (f *form) leave(env screen.Env) []screen.Action {
	var out []screen.Action
	if say := f.rows[f.at].p.blur(env); say != "" {
		out = append(out, screen.Say{Text: say})
	}
	return append(f.keep(), out...)
}

// update gives a key to the row with the cursor; done says that the last row
// was left.
func (f *form) update(msg tea.Msg, env screen.Env) (acts []screen.Action, done bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, screen.KeyNext, screen.KeyPrev) {
		return f.group(key.Matches(k, screen.KeyNext), env), false
	}
	move, say := f.rows[f.at].p.update(msg, env)
	acts, done = f.step(move, env)
	if say != "" {
		acts = append(acts, screen.Say{Text: say})
	}
	return acts, done
}

// step moves the cursor, as on every page.
func (f *form) step(move field.Move, env screen.Env) (acts []screen.Action, done bool) {
	by := 1
	switch move {
	case field.Stay:
		return nil, false
	case field.Up, field.Behind:
		by = -1
	}
	to := f.at + by
	for to >= 0 && to < len(f.rows) && !f.shown(to) {
		to += by
	}
	switch {
	case to >= len(f.rows) && move != field.Down:
		return f.leave(env), true
	case to < 0, to >= len(f.rows):
		return nil, false
	}
	return f.to(to, by < 0, env), false
}

func (f *form) to(at int, fromEnd bool, env screen.Env) []screen.Action {
	acts := f.leave(env)
	f.at = at
	f.rows[at].p.focus(env, fromEnd)
	return acts
}

// group goes to the first row of the next or the previous group.
func (f *form) group(ahead bool, env screen.Env) []screen.Action {
	to := f.at
	if ahead {
		for to++; to < len(f.rows) && !f.rows[to].opens; {
			to++
		}
		if to == len(f.rows) {
			return nil
		}
	} else {
		for to--; to > 0 && !f.rows[to].opens; {
			to--
		}
		to = max(to, 0)
	}
	if to == f.at {
		return nil
	}
	return f.to(to, false, env)
}

// restyle gives the row with the cursor the colours and words of now.
func (f *form) restyle(env screen.Env) {
	if t, ok := f.rows[f.at].p.(*text); ok && t.refused != "" {
		t.in.Focus(env) // what cannot be kept stays to be mended
		return
	}
	f.rows[f.at].p.blur(env)
	f.rows[f.at].p.focus(env, false)
}

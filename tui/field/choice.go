// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

// choice is a field with one of several values. Enter goes on; nothing is
// chosen by merely passing through.
type choice struct {
	f   designer.Field
	sel Select
}

func newChoice(f designer.Field) *choice { return &choice{f: f} }

// options are what can be chosen; a field that is not core can be left open.
func options(f designer.Field, env screen.Env) []Option {
	var out []Option
	add := func(label, value string) { out = append(out, Option{label, value}) }
	switch f.Input {
	case designer.RuleOf:
		n := len(env.Draft.Criteria.Steps)
		if f.ID == "next.rule" {
			n = len(env.Draft.Next.Requires)
		}
		add(env.Words.T("ui.rule.all"), "")
		for i := 1; i < n; i++ {
			add(env.Words.T("ui.rule.any", "n", i, "of", n), strconv.Itoa(i))
		}
		if v := f.Value(&env.Draft); v != "" && len(out) <= atoi(v) {
			add(v, v)
		}
	case designer.Tag:
		present := f.Value(&env.Draft)
		known := false
		for _, l := range languages {
			add(l.name, l.tag)
			known = known || l.tag == present
		}
		if !known && present != "" {
			add(present, present)
		}
	default:
		if !f.Core {
			add(env.Words.T("ui.choice.none"), "")
		}
		for _, o := range f.Options {
			add(env.Words.T("option."+f.ID+"."+o), o)
		}
	}
	return out
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// Label is how a value of a choice reads.
func Label(f designer.Field, env screen.Env, value string) string {
	if key, about, told := f.Told(value); told {
		return env.Words.Fill(key, about)
	}
	for _, o := range options(f, env) {
		if o.Value == value && value != "" {
			return o.Label
		}
	}
	return value
}

func (c *choice) Field() designer.Field { return c.f }
func (c *choice) Typing() bool          { return false }

func (c *choice) Focus(env screen.Env, fromEnd bool) {
	c.sel.Focus(env, options(c.f, env), c.f.Value(&env.Draft))
}

func (c *choice) Blur(env screen.Env) string { c.sel.Blur(); return "" }

func (c *choice) Update(msg tea.Msg, env screen.Env) Outcome {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return Outcome{}
	}
	before := c.sel.Value()
	move := c.sel.Update(k)
	if move == Enter || c.sel.Value() != before {
		return c.choose(env, move)
	}
	return Outcome{Move: move}
}

func (c *choice) choose(env screen.Env, move Move) Outcome {
	if c.sel.Value() == c.f.Value(&env.Draft) {
		return Outcome{Move: move}
	}
	d, err := assign(env, c.f.ID, c.sel.Value())
	if err != nil {
		return Outcome{Say: env.Words.Error(err)}
	}
	return Outcome{Move: move, Changed: true, Draft: d, Apart: true}
}

func (c *choice) View(env screen.Env, w int) ([]string, int) {
	if !c.sel.Focused() {
		return Rest(env, Label(c.f, env, c.f.Value(&env.Draft)), w), -1
	}
	lines, at := c.sel.View(w)
	if hint := "option." + c.f.ID + "." + c.sel.Value() + ".hint"; env.Words.Known(hint) {
		for _, l := range strings.Split(env.Widths.Wrap(env.Words.T(hint), max(w-2, 8), ""), "\n") {
			lines = append(lines, "  "+env.Theme.Dim.Render(l))
		}
	}
	return lines, at
}

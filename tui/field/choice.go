// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

const choiceRows = 8 // options shown at a time

// choice is one of several over a huh select. The arrows choose, Enter goes
// on; nothing is chosen by merely passing through.
type choice struct {
	f       designer.Field
	sel     *huh.Select[string]
	value   string
	focused bool
}

func newChoice(f designer.Field, env screen.Env) *choice {
	return &choice{f: f, value: f.Value(&env.Draft)} // huh's select is built at each visit
}

func (c *choice) build(env screen.Env) {
	c.value = c.f.Value(&env.Draft)
	c.sel = huh.NewSelect[string]().Options(options(c.f, env)...).Value(&c.value)
	c.sel.WithKeyMap(huhKeys)
	c.sel.WithTheme(huhTheme(env.Theme))
}

// options are what can be chosen; a field that is not core can be left open.
func options(f designer.Field, env screen.Env) []huh.Option[string] {
	var out []huh.Option[string]
	add := func(label, value string) { out = append(out, huh.NewOption(label, value)) }
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
	for _, o := range options(f, env) {
		if o.Value == value && value != "" {
			return o.Key
		}
	}
	return value
}

func (c *choice) Field() designer.Field { return c.f }
func (c *choice) Typing() bool          { return false }

func (c *choice) Focus(env screen.Env, fromEnd bool) {
	c.build(env)
	c.sel.Focus()
	c.focused = true
}

func (c *choice) Blur(env screen.Env) string {
	c.focused = false
	c.value = c.f.Value(&env.Draft)
	return ""
}

func (c *choice) Update(msg tea.Msg, env screen.Env) Outcome {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return Outcome{}
	}
	switch {
	case key.Matches(k, screen.KeyTab):
		return Outcome{Move: Ahead}
	case key.Matches(k, screen.KeyBackTab):
		return Outcome{Move: Behind}
	case key.Matches(k, screen.KeyEnter):
		return c.choose(env, Enter)
	}
	all := options(c.f, env)
	switch { // the arrows leave at the ends; huh's own go round and round
	case key.Matches(k, screen.KeyDown) && c.value == all[len(all)-1].Value:
		return Outcome{Move: Down}
	case key.Matches(k, screen.KeyUp) && c.value == all[0].Value:
		return Outcome{Move: Up}
	}
	before := c.value
	c.sel.Update(msg)
	if v, ok := c.sel.Hovered(); ok {
		c.value = v // huh itself forgets to at End
	}
	if c.value == before {
		return Outcome{}
	}
	return c.choose(env, Stay)
}

func (c *choice) choose(env screen.Env, move Move) Outcome {
	if c.value == c.f.Value(&env.Draft) {
		return Outcome{Move: move}
	}
	d, err := assign(env, c.f.ID, c.value)
	if err != nil {
		return Outcome{Say: env.Words.Error(err)}
	}
	return Outcome{Move: move, Changed: true, Draft: d, Apart: true}
}

func (c *choice) View(env screen.Env, w int) ([]string, int) {
	if !c.focused {
		return rest(env, Label(c.f, env, c.f.Value(&env.Draft)), w), -1
	}
	c.sel.WithWidth(w)
	if len(options(c.f, env)) > choiceRows {
		c.sel.WithHeight(choiceRows)
	}
	lines := strings.Split(strings.TrimRight(c.sel.View(), "\n "), "\n")
	if hint := "option." + c.f.ID + "." + c.value + ".hint"; env.Words.Known(hint) {
		for _, l := range strings.Split(env.Widths.Wrap(env.Words.T(hint), max(w-2, 8), ""), "\n") {
			lines = append(lines, "  "+env.Theme.Dim.Render(l))
		}
	}
	at := 0
	for i, l := range lines {
		if strings.Contains(l, "›") {
			at = i
		}
	}
	return lines, at
}

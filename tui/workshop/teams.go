// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// teams is a list of names, one a line: Enter starts the next one, on an empty
// one it goes on. A list that is pasted stays a list.
type teams struct {
	on    *designer.Workshop
	names []string // as typed, with the focus
	at    int
	in    *field.Input // only with the focus
}

func (t *teams) typing() bool { return t.in != nil }

func (t *teams) focus(env screen.Env, fromEnd bool) {
	t.names = append(slices.Clone(t.on.Teams), "")
	if len(t.on.Teams) >= designer.MaxTeams {
		t.names = t.names[:designer.MaxTeams]
	}
	t.in = field.NewInput(designer.MaxTeam)
	t.in.Focus(env)
	t.to(len(t.names)-1, env)
}

func (t *teams) blur(screen.Env) string { t.in, t.names = nil, nil; return "" }

func (t *teams) to(at int, env screen.Env) {
	t.at = at
	t.in.Set(t.names[at])
	t.in.Focus(env) // huh keeps its cursor; at the end is where one goes on
}

// store writes what is a name into the workshop.
func (t *teams) store() {
	t.on.Teams = nil
	for _, n := range t.names {
		n, _ = clean.Line(n)
		if n = strings.TrimSpace(n); n != "" {
			t.on.Teams = append(t.on.Teams, n)
		}
	}
}

func (t *teams) blank() bool { return strings.TrimSpace(t.names[t.at]) == "" }

func (t *teams) update(msg tea.Msg, env screen.Env) (field.Move, string) {
	switch m := msg.(type) {
	case tea.PasteMsg:
		if lines := strings.FieldsFunc(m.Content, func(r rune) bool { return r == '\n' }); len(lines) > 1 {
			return field.Stay, t.paste(lines, env)
		}
	case tea.KeyPressMsg:
		if done := t.key(m, env); done {
			return field.Stay, ""
		}
	}
	move, changed, say := t.in.Update(msg, env)
	if changed {
		t.names[t.at] = t.in.Value()
		t.store()
	}
	switch {
	case move == field.Up && t.at > 0:
		t.to(t.at-1, env)
	case move == field.Down && t.at < len(t.names)-1, move == field.Enter && !t.blank() && t.at < len(t.names)-1:
		t.to(t.at+1, env)
	case move == field.Enter && !t.blank() && len(t.names) < designer.MaxTeams:
		t.names = append(t.names, "")
		t.to(len(t.names)-1, env)
	default:
		return move, say
	}
	return field.Stay, say
}

// key handles what changes the order or takes a line out.
func (t *teams) key(k tea.KeyPressMsg, env screen.Env) bool {
	swap := func(with int) {
		if with >= 0 && with < len(t.names) {
			t.names[t.at], t.names[with] = t.names[with], t.names[t.at]
			t.to(with, env)
			t.store()
		}
	}
	switch {
	case key.Matches(k, screen.KeyMoveUp):
		swap(t.at - 1)
	case key.Matches(k, screen.KeyMoveDown):
		swap(t.at + 1)
	case key.Matches(k, screen.KeyDrop):
		t.drop(t.at, env)
	case k.String() == "backspace" && t.names[t.at] == "" && t.at > 0:
		t.drop(t.at-1, env)
	default:
		return false
	}
	return true
}

// drop takes the line with the cursor out and goes to another one.
func (t *teams) drop(to int, env screen.Env) {
	t.names = slices.Delete(t.names, t.at, t.at+1)
	if len(t.names) == 0 {
		t.names = []string{""}
	}
	t.to(min(to, len(t.names)-1), env)
	t.store()
}

// paste makes each line a name of its own, and says what did not fit.
func (t *teams) paste(lines []string, env screen.Env) string {
	say, lost := "", 0
	for _, s := range lines {
		s, _ = clean.Line(strings.TrimLeft(strings.TrimSpace(s), "-*• "))
		if cut, over := clean.Cut(s, designer.MaxTeam); over {
			lost += utf8.RuneCountInString(s) - utf8.RuneCountInString(cut)
			s = cut
		}
		if s == "" {
			continue
		}
		if !t.blank() {
			t.names = slices.DeleteFunc(t.names, func(n string) bool { return n == "" })
			if len(t.names) >= designer.MaxTeams {
				say = env.Words.T("ui.items-full", "limit", designer.MaxTeams)
				break
			}
			t.at = min(t.at, len(t.names)-1) + 1
			t.names = slices.Insert(t.names, t.at, "")
		}
		t.names[t.at] = s
	}
	if say == "" && lost > 0 {
		say = env.Words.T("ui.paste-cut", "limit", designer.MaxTeam, "lost", lost)
	}
	t.to(t.at, env)
	t.store()
	return say
}

func (t *teams) view(env screen.Env, w int) ([]string, int) {
	if t.in == nil {
		return field.Rest(env, strings.Join(t.on.Teams, " · "), w), -1
	}
	var out []string
	for i, n := range t.names {
		mark := padLeft(env, strconv.Itoa(i+1), 2) + " "
		if i == t.at {
			out = append(out, env.Theme.Accent.Render(mark)+t.in.View(env, max(w-3, 4))[0])
			continue
		}
		n = env.Widths.Truncate(n, max(w-5, 1), "…")
		out = append(out, env.Theme.Dim.Render(mark)+env.Theme.Border.Render("┃ ")+env.Theme.Text.Render(n))
	}
	return out, t.at
}

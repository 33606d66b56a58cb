// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"strings"

	"insignia/designer"
	"insignia/tui/screen"
)

// column is how wide the agenda is written.
const column = 44

// waiting is the screen before the clock begins: the agenda it will follow.
func waiting(env screen.Env) []string {
	a, w, h := env.Workshop.Agenda, env.Area.Dx()-2*margin(env), env.Area.Dy()
	if a.Minutes() == 0 {
		key := "clock.none"
		if env.Workshop.ID != "" {
			key = "clock.empty"
		}
		lines := strings.Split(env.Widths.Wrap(env.Words.T(key), w, ""), "\n")
		return indent(env, append(blank((h-len(lines))/2), centred(env, w, env.Theme.Text, lines)...))
	}
	name := env.Words.T("clock.agenda")
	if _, ok := designer.ReadyAgenda(a.Name); ok {
		name = env.Words.T("agenda." + a.Name)
	}
	inner := min(w, column)
	var out []string
	if h >= roomy && env.Workshop.Title != "" {
		out = append(out, centred(env, w, env.Theme.Strong, []string{env.Widths.Truncate(env.Workshop.Title, w, "…")})...)
		out = append(out, "")
	}
	put := func(l string) { out = append(out, strings.Repeat(" ", (w-inner)/2)+l) }
	put(between(env, inner, name, env.Words.T("clock.all", "time", Span(minutes(a.Minutes()), env.Words)), env.Theme.Accent, env.Theme.Text))
	room := h - len(out) - 2
	for i, s := range a.Slots {
		if i == room-1 && len(a.Slots) > room {
			put(styled(env.Theme.Dim, env.Words.N("clock.more", len(a.Slots)-i)))
			break
		}
		put(between(env, inner, Name(s, env.Words), env.Words.T("clock.minutes", "n", s.Minutes), env.Theme.Text, env.Theme.Text))
	}
	out = append(out, "")
	out = append(out, centred(env, w, env.Theme.Strong, []string{env.Words.T("clock.begin")})...)
	return indent(env, append(blank((h-len(out))/2), out...))
}

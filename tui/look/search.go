// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package look

import (
	"regexp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/icon"
	"insignia/tui/screen"
)

// searched reports whether a row that is no line of words takes letters: what
// is typed there looks for a value.
func searched(f designer.Field) bool {
	return f.Input == designer.IconName || f.Input == designer.Colours
}

// search types into the row's search. A value that the letters begin is taken
// at once, so that the badge answers each of them; anything else is only
// offered, and the badge goes back to what it had.
func (s *Screen) search(typed string, env screen.Env) []screen.Action {
	f := s.rows[s.at].f
	if s.query == "" {
		s.before = f.Value(&env.Draft)
	}
	s.query, _ = clean.Cut(s.query+typed, f.Limit)
	if s.query == "" {
		return s.set(f, s.before, env)
	}
	v, say := s.meant(f, env)
	if v == "" {
		v = s.before
	}
	acts := s.set(f, v, env)
	if say != "" {
		acts = append(acts, screen.Say{Text: say})
	}
	return acts
}

// meant is the value that the letters typed so far begin, "" for none; or what
// there is to say about them.
func (s *Screen) meant(f designer.Field, env screen.Env) (v, say string) {
	if f.Input == designer.Colours {
		if v = colours(s.query, env.Words); v == "" && !hexBegun.MatchString(lastOf(s.query)) {
			say = s.noColour(env)
		}
		return v, say
	}
	found := icon.Find(s.query, env.Words.Tag())
	switch {
	case len(found) > 0 && begins(found[0], s.query):
		return found[0].Name, ""
	case len(found) > 0:
		return "", env.Words.T("ui.icon.guess", "query", s.query)
	}
	return "", env.Words.T("ui.icon.none", "query", s.query)
}

// unmeant says what was typed and left and is no colour: the badge has kept
// those it had.
func (s *Screen) unmeant(env screen.Env) []screen.Action {
	f := s.rows[s.at].f
	if s.query == "" || f.Input != designer.Colours || colours(s.query, env.Words) != "" {
		return nil
	}
	return []screen.Action{screen.Say{Text: s.noColour(env)}}
}

func (s *Screen) noColour(env screen.Env) string {
	if strings.Count(s.query, ",") >= coloursMost {
		return env.Words.Error(&designer.Error{Code: "bad-colours", Args: designer.Args{"field": "look.colours"}})
	}
	return env.Words.T("ui.colours.none", "query", strings.TrimSpace(lastOf(s.query)))
}

// begins reports whether one of the icon's words begins with the query.
func begins(i icon.Icon, query string) bool {
	q := icon.Fold(strings.TrimSpace(query))
	for _, lang := range icon.Languages() {
		for _, w := range i.Words(lang) {
			if strings.HasPrefix(icon.Fold(w), q) {
				return true
			}
		}
	}
	return false
}

// coloursMost is how many colours a look takes: fill, rim, middle.
const coloursMost = 3

// hexBegun is a colour's number, or the beginning of one.
var hexBegun = regexp.MustCompile(`^\s*#[0-9A-Fa-f]{0,6}\s*$`)

// lastOf is the colour that is being typed.
func lastOf(query string) string { return query[strings.LastIndex(query, ",")+1:] }

// colours is the value of look.colours that letters begin: a ready palette's
// name, or one to three colours by name or number; "" for none. A comma after
// which nothing stands yet counts for nothing.
func colours(query string, w locale.Words) string {
	q := icon.Fold(strings.TrimSpace(query))
	if q == "" {
		return ""
	}
	for _, p := range render.Palettes() {
		if strings.HasPrefix(icon.Fold(w.T("colour."+p.Name)), q) {
			return p.Name
		}
	}
	parts := strings.Split(query, ",")
	if n := len(parts); n > 1 && strings.TrimSpace(parts[n-1]) == "" {
		parts = parts[:n-1]
	}
	if len(parts) > coloursMost {
		return ""
	}
	for i, p := range parts {
		p = strings.ToLower(strings.TrimSpace(p))
		switch h, named := hue(p, w.Tag(), i == len(parts)-1); {
		case named:
			parts[i] = h.Name
		case len(p) == 7 && hexBegun.MatchString(p):
			parts[i] = p
		default:
			return ""
		}
	}
	return strings.Join(parts, ",")
}

// hue is the colour with that name; one that is still being typed may be the
// first whose name begins so.
func hue(name, lang string, typing bool) (render.Hue, bool) {
	if h, ok := render.HueByName(name); ok || !typing || name == "" {
		return h, ok
	}
	if all := hues(name, lang); len(all) > 0 {
		return all[0], true
	}
	return render.Hue{}, false
}

// hues are the colours of which a word of the language begins so.
func hues(name, lang string) []render.Hue {
	q := icon.Fold(strings.TrimSpace(name))
	return slices.DeleteFunc(render.Hues(), func(h render.Hue) bool {
		return !slices.ContainsFunc(h.Words(lang), func(w string) bool { return strings.HasPrefix(icon.Fold(w), q) })
	})
}

// offered are the names that fit what is being typed, the likeliest first, and
// which of them the badge has.
func (s *Screen) offered(f designer.Field, env screen.Env) (names []string, taken int) {
	lang := env.Words.Tag()
	taken = -1
	add := func(name string, is bool) {
		if is {
			taken = len(names)
		}
		names = append(names, name)
	}
	if f.Input == designer.IconName {
		for _, i := range icon.Find(s.query, lang) {
			add(i.Label(lang), i.Name == env.Draft.Look.Icon)
		}
		return names, taken
	}
	q, now := icon.Fold(strings.TrimSpace(s.query)), env.Draft.Look.Colours
	for _, p := range render.Palettes() {
		if name := env.Words.T("colour." + p.Name); strings.HasPrefix(icon.Fold(name), q) {
			add(name, p.Name == now)
		}
	}
	if last := lastOf(s.query); strings.TrimSpace(last) != "" {
		for _, h := range hues(last, lang) {
			add(h.Words(lang)[0], h.Name == lastOf(now))
		}
	}
	return names, taken
}

// Escape ends the search and brings back what was there before it.
func (s *Screen) Escape(env screen.Env) ([]screen.Action, bool) {
	if s.query == "" {
		return nil, false
	}
	s.query = ""
	return s.set(s.rows[s.at].f, s.before, env), true
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/render"
	"insignia/render/icon"
	"insignia/tui/field"
)

// option is one of the values of a field.
type option struct{ value, label string }

// few is how many options are told without being asked for: more would be
// forgotten before they have been heard.
const few = 8

// options are what can be chosen for a field.
func (s *session) options(f designer.Field) []option {
	w := s.talk.Words()
	var out []option
	switch f.Input {
	case designer.Colours:
		for _, p := range render.Palettes() {
			out = append(out, option{p.Name, colourName(w, p.Name)})
		}
	case designer.Tag:
		for _, l := range field.Languages() {
			out = append(out, option{l.Value, l.Label})
		}
	case designer.Choice:
		for _, o := range f.Options {
			out = append(out, option{o, w.T("option." + f.ID + "." + o)})
		}
	}
	return out
}

// tellOptions tells what can be chosen, and which of it stands; with hints
// also what each is for.
func (s *session) tellOptions(f designer.Field, hints bool) {
	w := s.talk.Words()
	present := f.Value(&s.d)
	auto := present == "" && f.Question == designer.AskLook
	if auto {
		d := s.d
		d.Look = render.Fill(s.d)
		present = f.Value(&d)
	}
	for i, o := range s.options(f) {
		label := o.label
		switch {
		case o.value != present || present == "":
		case auto:
			label = w.T("line.choose.auto", "value", label)
		default:
			label = w.T("line.choose.present", "value", label)
		}
		if hint := "option." + f.ID + "." + o.value + ".hint"; hints && w.Known(hint) {
			label = w.T("intro.part.line", "part", label, "about", w.T(hint))
		}
		s.talk.Item(strconv.Itoa(i+1), label)
	}
}

// icon reads a search for an icon. What it found stands behind numbers until
// the next search.
func (s *session) icon() reading {
	var found []icon.Icon
	return func(f designer.Field, text string) (string, bool) {
		w := s.talk.Words()
		if n, err := strconv.Atoi(text); err == nil && n > 0 && n <= len(found) {
			return found[n-1].Name, true
		}
		if i, ok := icon.ByName(strings.ToLower(text)); ok {
			return i.Name, true
		}
		found = icon.Find(text, w.Tag())
		if len(found) == 0 || strings.TrimSpace(text) == "" {
			s.talk.Say(w.T("ui.icon.none", "query", text))
			return "", false
		}
		if len(found) == 1 && named(found[0], text) || icon.Fold(found[0].Label(w.Tag())) == icon.Fold(text) {
			return found[0].Name, true
		}
		said := "line.icon.found"
		if !named(found[0], text) {
			said = "line.icon.guess"
		}
		s.talk.Say(w.T(said, "query", text))
		rest := len(found) - mostFound
		for i, one := range found[:min(len(found), mostFound)] {
			s.talk.Item(strconv.Itoa(i+1), one.Label(w.Tag()))
		}
		if rest > 0 {
			s.talk.Say(w.N("line.icon.rest", rest))
		}
		return "", false
	}
}

// mostFound is how many icons are told at once.
const mostFound = 6

// named reports whether what was typed is in an icon's words, so that nothing
// had to be guessed.
func named(i icon.Icon, typed string) bool {
	for _, lang := range icon.Languages() {
		for _, word := range i.Words(lang) {
			if strings.Contains(" "+icon.Fold(word), " "+icon.Fold(strings.ReplaceAll(typed, "-", " "))) {
				return true
			}
		}
	}
	return false
}

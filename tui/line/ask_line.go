// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/render/icon"
	"insignia/tui/line/talk"
	"insignia/tui/screen"
)

// reading turns what was typed into a field's value. Where that is none it has
// said so, and the field is asked for again.
type reading func(f designer.Field, typed string) (value string, ok bool)

// typed takes an answer as it is.
func typed(_ designer.Field, text string) (string, bool) { return text, true }

// askLine takes an answer of one line.
func (s *session) askLine(ctx context.Context, f designer.Field, read reading) (turn, error) {
	for {
		in, err := s.hear()
		switch {
		case err != nil:
			return left, err
		case in.empty():
			return onward, nil
		case in.call == callNone:
			err := s.clear(ctx, f)
			s.seen(f)
			return onward, err
		case in.does():
			return s.obey(ctx, f, in)
		}
		text := strings.TrimSpace(in.text)
		value, ok := read(f, text)
		if !ok {
			continue
		}
		if err := s.answer(ctx, f, value); err != nil {
			s.refused(err)
			s.talk.Say(s.prompt(f))
			continue
		}
		s.understood(f, text)
		return onward, nil
	}
}

// understood says what was made of an answer, where that is not what was typed.
func (s *session) understood(f designer.Field, text string) {
	switch f.Input {
	case designer.Line, designer.URL, designer.Email:
	default:
		if shown := s.value(f); f.Question != designer.AskLook && icon.Fold(shown) != icon.Fold(text) {
			s.talk.Say(shown)
		}
	}
	s.seen(f)
}

// seen tells what the picture looks like after a change of it.
func (s *session) seen(f designer.Field) {
	if f.Question == designer.AskLook {
		s.talk.Say(Describe(s.talk.Words(), s.d))
	}
}

// answer sets a field. A text that is too long is kept as far as it fits, and
// that is said.
func (s *session) answer(ctx context.Context, f designer.Field, value string) error {
	lost := 0
	switch f.Input {
	case designer.Line, designer.Text, designer.URL, designer.Email:
		if cut, over := clean.Cut(value, f.Limit); over {
			value, lost = cut, utf8.RuneCountInString(value)-utf8.RuneCountInString(cut)
		}
	}
	err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Set(f.ID, value) })
	if err == nil && lost > 0 {
		s.talk.Say(s.talk.Words().T("ui.paste-cut", "limit", f.Limit, "lost", lost))
	}
	return err
}

// refused says why an answer was not taken, and names its field as people do.
func (s *session) refused(err error) {
	var e *designer.Error
	if errors.As(err, &e) {
		c := &designer.Error{Code: e.Code, Args: designer.Args{}, Err: e.Err}
		for k, v := range e.Args {
			if k == "field" {
				v = s.described(v)
			}
			if cut, over := clean.Cut(v, mostRepeated); over {
				v = cut + "…"
			}
			c.Args[k] = v
		}
		err = c
	}
	s.sorry(err)
}

// mostRepeated is how much of an answer a refusal repeats.
const mostRepeated = 200

// value is a field's value as people read it, "" for none.
func (s *session) value(f designer.Field) string {
	v := f.Value(&s.d)
	switch f.Input {
	case designer.Text:
		return v
	case designer.RuleOf:
		if v == "" {
			return ""
		}
		return s.ruleName(f, v)
	case designer.Tag:
		for _, o := range s.options(f) {
			if o.value == v {
				return o.label
			}
		}
		return v
	}
	return screen.Value(f.ID, v, s.talk.Words())
}

// rule reads how many of a list are needed: all, or a number.
func (s *session) rule(f designer.Field, text string) (string, bool) {
	w := s.talk.Words()
	if n, err := strconv.Atoi(text); err == nil {
		return strconv.Itoa(n), true
	}
	if at, _ := talk.Match(text, []string{w.T("ui.rule.all")}); at == 0 {
		return "all", true
	}
	return text, true // which says what it takes
}

func (s *session) ruleName(f designer.Field, v string) string {
	n, err := strconv.Atoi(v)
	if err != nil {
		return s.talk.Words().T("ui.rule.all")
	}
	of := len(s.d.Criteria.Steps)
	if f.ID == "next.rule" {
		of = len(s.d.Next.Requires)
	}
	if n > of {
		return v // problems say that there are not so many
	}
	return s.talk.Words().T("ui.rule.any", "n", n, "of", of)
}

// option reads one of a field's options: its number, name or id, or what the
// field takes besides.
func (s *session) option(f designer.Field, text string) (string, bool) {
	all := s.options(f)
	if at := slices.IndexFunc(all, func(o option) bool { return strings.EqualFold(o.value, text) }); at >= 0 {
		return all[at].value, true
	}
	if besides(f, text) {
		return text, true
	}
	names := make([]string, len(all))
	for i, o := range all {
		names[i] = o.label
	}
	at, like := talk.Match(text, names)
	if at >= 0 {
		return all[at].value, true
	}
	s.talk.Unknown(text, names, like)
	return "", false
}

// besides reports whether text is a value besides the options: three colours, or
// the tag of a language that is none of them.
func besides(f designer.Field, text string) bool {
	switch f.Input {
	case designer.Colours:
		return strings.ContainsAny(text, "#,")
	case designer.Tag:
		return strings.Contains(text, "-")
	}
	return false
}

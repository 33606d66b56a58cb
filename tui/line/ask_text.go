// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
)

// askText takes an answer of several lines. Each is saved as it is typed; an
// empty one ends the answer. What is typed takes the place of what was there.
func (s *session) askText(ctx context.Context, f designer.Field) (turn, error) {
	if f.ID == "description" && s.d.Description == "" {
		return s.askDrafted(ctx, f)
	}
	return s.text(ctx, f, nil)
}

// text goes on with the lines that are there.
func (s *session) text(ctx context.Context, f designer.Field, lines []string) (turn, error) {
	w := s.talk.Words()
	lost := 0
	end := func() {
		if lost > 0 {
			s.talk.Say(w.T("ui.paste-cut", "limit", f.Limit, "lost", lost))
		}
	}
	for first := len(lines) == 0; ; first = false {
		in, err := s.hear()
		switch {
		case err != nil:
			end()
			return left, err
		case in.empty():
			end()
			if f.Input == designer.Drawing && len(lines) > 0 {
				return s.drawn(ctx, f, lines)
			}
			return onward, nil
		case in.call == callNone && first:
			return onward, s.clear(ctx, f)
		case in.call == "add" && first:
			if value := f.Value(&s.d); value != "" {
				lines = strings.Split(value, "\n")
			}
			s.talk.Say(w.T("line.text.on"))
			continue
		case in.does():
			end()
			lost = 0
			t, err := s.obey(ctx, f, in)
			if err != nil || t != stays || first {
				return t, err
			}
			s.talk.Say(w.T("line.text.on"))
			continue
		}
		lines = append(lines, in.text)
		if f.Input == designer.Drawing {
			continue // it is one when all of its rows are there
		}
		whole := strings.TrimSpace(strings.Join(lines, "\n"))
		value, over := clean.Cut(whole, f.Limit)
		if lost = 0; over {
			lost = utf8.RuneCountInString(whole) - utf8.RuneCountInString(value)
		}
		if err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Set(f.ID, value) }); err != nil {
			s.refused(err)
		}
	}
}

// drawn takes a drawing whose rows have been typed; one that is none is asked
// for again.
func (s *session) drawn(ctx context.Context, f designer.Field, rows []string) (turn, error) {
	for i, r := range rows {
		rows[i] = strings.TrimSpace(r)
	}
	if err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Set(f.ID, strings.Join(rows, "\n")) }); err != nil {
		s.refused(err)
		return stays, nil
	}
	s.seen(f)
	return onward, nil
}

// askDrafted offers a description made from the answers; an empty line keeps
// it.
func (s *session) askDrafted(ctx context.Context, f designer.Field) (turn, error) {
	drafted := s.drafted()
	if drafted == "" {
		return s.text(ctx, f, nil)
	}
	in, err := s.hear()
	switch {
	case err != nil:
		return left, err
	case in.empty():
		return onward, s.answer(ctx, f, drafted)
	case in.call == callNone:
		return onward, nil
	case in.call == "add":
		if err := s.answer(ctx, f, drafted); err != nil {
			return left, err
		}
		s.talk.Say(s.talk.Words().T("line.text.on"))
		return s.text(ctx, f, []string{drafted})
	case in.does():
		return s.obey(ctx, f, in)
	}
	if err := s.answer(ctx, f, in.text); err != nil {
		return left, err
	}
	return s.text(ctx, f, []string{in.text})
}

// clear empties a field.
func (s *session) clear(ctx context.Context, f designer.Field) error {
	if f.Empty(&s.d) {
		return nil
	}
	if err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Clear(f.ID) }); err != nil {
		s.refused(err)
	}
	s.talk.Say(s.talk.Words().T("line.emptied", "undo", s.sign("undo")))
	return nil
}

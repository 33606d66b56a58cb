// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
)

// askList takes items, a line each, until an empty line. Each is saved as it
// is typed. A number goes into that item.
func (s *session) askList(ctx context.Context, f designer.Field) (turn, error) {
	for {
		in, err := s.hear()
		switch {
		case err != nil:
			return left, err
		case in.empty():
			return onward, nil
		case in.call == callNone:
			if err := s.clear(ctx, f); err != nil {
				return left, err
			}
			continue
		case in.call == "drop", in.call == "up", in.call == "down":
			s.arrange(ctx, f, in)
			continue
		case in.does():
			return s.obey(ctx, f, in)
		}
		text := strings.TrimSpace(in.text)
		if n, err := strconv.Atoi(text); err == nil && in.about != literal && n > 0 && n <= len(f.List(&s.d)) {
			t, err := s.askItem(ctx, f, n)
			if err != nil || t != stays {
				return t, err
			}
			s.talk.Gap()
			s.talk.Say(s.talk.Words().T("line.list.on"))
			continue
		}
		s.add(ctx, f, text)
	}
}

// add adds an item at the end. Signs that lists are copied with are not part
// of it.
func (s *session) add(ctx context.Context, f designer.Field, text string) {
	for _, sign := range []string{"- ", "* ", "• ", "– "} {
		text = strings.TrimSpace(strings.TrimPrefix(text, sign))
	}
	cut, over := clean.Cut(text, f.Limit)
	if err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Append(f.ID, cut) }); err != nil {
		s.refused(err)
	} else if over {
		s.talk.Say(s.talk.Words().T("ui.paste-cut", "limit", f.Limit, "lost", utf8.RuneCountInString(text)-utf8.RuneCountInString(cut)))
	}
}

// arrange takes an item out, or moves it by one.
func (s *session) arrange(ctx context.Context, f designer.Field, in in) {
	w := s.talk.Words()
	n := len(f.List(&s.d))
	i, err := strconv.Atoi(in.about)
	if err != nil || i < 1 || i > n {
		s.talk.Say(w.T("line.item.which", "call", s.sign(in.call)))
		return
	}
	with := i
	switch in.call {
	case "drop":
		if err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Clear(f.ID + "." + strconv.Itoa(i)) }); err != nil {
			s.refused(err)
		}
		s.talk.Say(w.T("line.item.dropped", "undo", s.sign("undo")))
		s.items(f)
		return
	case "up":
		with--
	case "down":
		with++
	}
	if with >= 1 && with <= n {
		_ = s.change(ctx, f.ID, func(d *designer.Draft) error { exchange(d, f, i-1, with-1); return nil })
	}
	s.items(f)
}

// items tells the items behind their numbers.
func (s *session) items(f designer.Field) {
	for i := range f.List(&s.d) {
		s.talk.Item(strconv.Itoa(i+1), s.item(f, i+1))
	}
}

// item is an item with its parts, in one line.
func (s *session) item(f designer.Field, n int) string {
	var out []string
	for i, p := range s.parts(f, n) {
		switch {
		case i == 0:
			out = append(out, p.value)
		case p.sub == "required":
			if p.value != "" {
				out = append(out, s.talk.Words().T("line.item.optional"))
			}
		case p.value != "":
			out = append(out, s.talk.Words().T("part."+p.sub)+" "+p.value)
		}
	}
	return strings.Join(out, "; ")
}

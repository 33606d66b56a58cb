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

// member is a part of a list's item. An item without parts is its only one,
// and has no name.
type member struct{ sub, value string }

// parts are the parts of the n-th item, its text first.
func (s *session) parts(f designer.Field, n int) []member {
	i := n - 1
	switch f.Input {
	case designer.Steps:
		p := s.d.Criteria.Steps[i]
		optional := ""
		if p.Optional {
			optional = "no"
		}
		return []member{{"text", p.Text}, {"evidence", p.Evidence}, {"note", p.Note}, {"required", optional}}
	case designer.Leads:
		p := s.d.Next.Leads[i]
		return []member{{"name", p.Name}, {"url", p.URL}}
	case designer.Alignments:
		p := s.d.Alignment[i]
		return []member{{"targetName", p.TargetName}, {"targetUrl", p.TargetURL}, {"targetFramework", p.TargetFramework},
			{"targetCode", p.TargetCode}, {"targetDescription", p.TargetDescription}}
	}
	return []member{{"", f.List(&s.d)[i]}}
}

// askItem asks for the parts of an item one after another. It stays in the
// list afterwards.
func (s *session) askItem(ctx context.Context, f designer.Field, n int) (turn, error) {
	count := len(s.parts(f, n))
	for i := 0; i < count; {
		p := s.parts(f, n)[i]
		s.talk.Gap()
		s.tellPart(f, n, p)
		in, err := s.hear()
		at := f.ID + "." + strconv.Itoa(n)
		if p.sub != "" {
			at += "." + p.sub
		}
		switch {
		case err != nil:
			return left, err
		case in.empty():
			i++
			continue
		case in.call == callBack:
			if i--; i < 0 {
				return stays, nil
			}
			continue
		case in.call == callHelp:
			s.talk.Say(s.talk.Words().T("line.help.part", "none", nothing))
			continue
		case in.call == callNone && i == 0:
			s.arrangeOut(ctx, f, n)
			return stays, nil
		case in.call == callNone:
			in.text = ""
		case in.does():
			return s.obey(ctx, f, in)
		}
		text, ok := strings.TrimSpace(in.text), true
		if p.sub == "required" {
			text, ok = s.truth(text)
		}
		if ok && s.setPart(ctx, f, at, p.sub, text) {
			i++
		}
		if len(f.List(&s.d)) < n {
			return stays, nil // its last part was emptied
		}
	}
	return stays, nil
}

// arrangeOut takes the whole item out.
func (s *session) arrangeOut(ctx context.Context, f designer.Field, n int) {
	s.arrange(ctx, f, in{call: "drop", about: strconv.Itoa(n)})
}

// tellPart says which part of which item is asked for, and what it is.
func (s *session) tellPart(f designer.Field, n int, p member) {
	w := s.talk.Words()
	name := w.T("field." + f.ID + ".label")
	if p.sub != "" {
		name = strings.TrimSuffix(w.T("part."+p.sub), ":")
	}
	value := p.value
	if p.sub == "required" {
		value = w.T("part.required.yes")
		if p.value != "" {
			value = w.T("part.required.no")
		}
	}
	s.talk.Say(w.T("line.item", "n", n, "part", name))
	if value != "" {
		s.talk.Say(w.T("line.present", "value", value))
	}
}

// setPart sets a part of an item, and reports whether it was taken.
func (s *session) setPart(ctx context.Context, f designer.Field, at, sub, text string) bool {
	limit := f.PartLimit(sub)
	cut, over := clean.Cut(text, limit)
	if err := s.change(ctx, f.ID, func(d *designer.Draft) error { return d.Set(at, cut) }); err != nil {
		s.refused(err)
		return false
	}
	if over {
		s.talk.Say(s.talk.Words().T("ui.paste-cut", "limit", limit, "lost", utf8.RuneCountInString(text)-utf8.RuneCountInString(cut)))
	}
	return true
}

// truth reads yes or no, in the language spoken or in English.
func (s *session) truth(text string) (string, bool) {
	w := s.talk.Words()
	for _, names := range [][]string{{w.T("ui.yes"), w.T("ui.no")}, {"yes", "no"}} {
		if at, _ := matchWord(text, names); at >= 0 {
			return []string{"yes", "no"}[at], true
		}
	}
	s.talk.Say(w.T("line.item.truth"))
	return "", text == ""
}

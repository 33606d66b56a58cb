// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
)

// problems are what is wrong with the badge, the worst first. What somebody
// else fills in is nobody's fault here.
func (s *session) problems() []designer.Problem {
	all := s.checks(s.d)
	if skips := s.workshop.Skip; len(skips) > 0 {
		all = slices.DeleteFunc(all, func(p designer.Problem) bool { return slices.Contains(skips, p.Field) })
	}
	slices.SortStableFunc(all, func(a, b designer.Problem) int {
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.Question, b.Question))
	})
	return all
}

// find says what is wrong with an answer that was just given: each thing once,
// and nothing of what is still empty.
func (s *session) find(f designer.Field) {
	if f.Empty(&s.d) {
		return
	}
	w := s.talk.Words()
	said := false
	for _, p := range s.problems() {
		if p.Field != f.ID && !strings.HasPrefix(p.Field, f.ID+".") {
			continue
		}
		text := prose.Told(p, w)
		if key := p.Field + " " + text; !s.told[key] {
			s.told[key], said = true, true
			s.talk.Say(w.T("intro.part.line", "part", w.T("level."+p.Level.String()), "about", text))
		}
	}
	if said && !s.told["check"] {
		s.told["check"] = true
		s.talk.Say(w.T("line.check.how", "check", s.sign("check")))
	}
}

// check tells all that is wrong, each with its reason and what to do.
func (s *session) check() {
	w := s.talk.Words()
	all := s.problems()
	if len(all) == 0 {
		s.talk.Say(w.T("ui.findings.none"))
		return
	}
	s.talk.Say(w.N("line.check", len(all)))
	for i, p := range all {
		key := "problem." + p.Code
		out := []string{w.T("level."+p.Level.String()) + ", " + s.described(p.Field) + ": " + w.Fill(key, p.Args) + "."}
		for _, more := range []string{".why", ".fix"} {
			if w.Known(key + more) {
				out = append(out, w.Fill(key+more, p.Args))
			}
		}
		s.talk.Item(strconv.Itoa(i+1), strings.Join(out, " "))
	}
}

// open tells what keeps the badge from being issued or trusted.
func (s *session) open() {
	w := s.talk.Words()
	all := s.problems()
	if len(all) == 0 {
		s.talk.Say(w.T("ui.findings.none"))
		return
	}
	s.talk.Say(w.N("line.open", len(all), "check", s.sign("check")))
	for _, p := range all {
		if p.Level > designer.Hint {
			s.talk.Say(w.T("intro.part.line", "part", w.T("level."+p.Level.String()), "about", prose.Told(p, w)))
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
)

// stop is a place on the way: a field that is asked for in a question, or one
// of those below.
type stop struct {
	question designer.Question
	id       string
}

const (
	picking = "saved" // one of the saved issuers
	ending  = "end"   // the whole badge, and the export
)

// way is every stop from the start to the end.
func (s *session) way() []stop {
	var out []stop
	for _, q := range designer.Questions() {
		switch {
		case q == designer.AskIssuer && len(s.issuers) > 0:
			out = append(out, stop{q, picking})
		case q == designer.Review && s.d.Name == "":
			out = append(out, stop{q, "name"})
		}
		var rest []stop
		for _, f := range designer.FieldsOf(q) {
			if f.Core {
				out = append(out, stop{q, f.ID})
			} else if s.more[q] {
				rest = append(rest, stop{q, f.ID})
			}
		}
		out = append(out, rest...)
	}
	return append(out, stop{designer.Review, ending})
}

// begin is where a badge was left: the first open answer of the first question
// that is not settled.
func (s *session) begin() stop {
	for _, q := range designer.Questions() {
		if s.d.Progress(q) != designer.Settled {
			return s.into(q)
		}
	}
	return stop{designer.Review, ending}
}

// into is the stop at which a question is entered.
func (s *session) into(q designer.Question) stop {
	way := s.way()
	first := slices.IndexFunc(way, func(p stop) bool { return p.question == q })
	if p := way[first]; p.id != picking || s.d.Issuer == (designer.Issuer{}) {
		if p.id == picking {
			return p
		}
	}
	for _, p := range way[first:] {
		if f, ok := designer.FieldByID(p.id); ok && p.question == q && f.Core && f.Empty(&s.d) && q != designer.AskLook {
			return p
		}
	}
	return way[first]
}

// step goes along the way. What the workshop has answered is not asked again.
func (s *session) step(by int) {
	way := s.way()
	i := slices.Index(way, s.at)
	if i < 0 { // answered, it is no stop any more
		i = slices.IndexFunc(way, func(p stop) bool { return p.question == s.at.question })
		if by > 0 {
			i--
		}
	}
	i += by
	if i < 0 {
		s.talk.Say(s.talk.Words().T("line.first"))
		return
	}
	i = min(i, len(way)-1)
	for by > 0 && way[i].question == designer.AskIssuer && s.at.question < designer.AskIssuer && s.given() {
		i++
	}
	s.at = way[i]
}

// given reports whether the workshop has said who issues the badge.
func (s *session) given() bool {
	i := s.workshop.Issuer
	return s.workshop.ID != "" && i.Name != "" && s.d.Issuer == i
}

// enter goes to the start of a question.
func (s *session) enterQuestion(q designer.Question) turn {
	for _, p := range s.way() {
		if p.question == q {
			s.at = p
			break
		}
	}
	s.headed = -1
	return elsewhere
}

// goTo goes to what was named: a question by its number or name, a field by
// its name or id.
func (s *session) goTo(about string) turn {
	w := s.talk.Words()
	if n, err := strconv.Atoi(about); err == nil && n >= 0 && n <= int(designer.Review) {
		return s.enterQuestion(designer.Question(n))
	}
	fields := designer.Fields()
	if at := slices.IndexFunc(fields, func(f designer.Field) bool { return strings.EqualFold(f.ID, about) }); at >= 0 {
		return s.enterField(fields[at])
	}
	var names []string
	for _, q := range designer.Questions() {
		names = append(names, w.T("question."+q.String()+".short"))
	}
	questions := len(names)
	for _, f := range fields {
		names = append(names, w.T("field."+f.ID+".label"))
	}
	at, like := matchWord(about, names)
	switch {
	case at >= questions:
		return s.enterField(fields[at-questions])
	case at >= 0:
		return s.enterQuestion(designer.Question(at))
	case len(like) == 0:
		s.talk.Say(w.T("line.go.which", "go", s.sign("go")))
		return stays
	}
	s.talk.Say(w.T("line.choose.mean", "value", about))
	for _, i := range like {
		s.talk.Item(s.sign("go"), names[i])
	}
	return stays
}

// enterField goes to a field, also to an optional one.
func (s *session) enterField(f designer.Field) turn {
	s.more[f.Question] = s.more[f.Question] || !f.Core
	s.at = stop{f.Question, f.ID}
	return elsewhere
}

// described is a field as it is called in a sentence.
func (s *session) described(id string) string {
	w := s.talk.Words()
	if _, ok := designer.FieldByID(id); ok {
		return w.T("field." + id + ".label")
	}
	for _, f := range designer.Fields() {
		if rest, ok := strings.CutPrefix(id, f.ID+"."); ok {
			n, _, _ := strings.Cut(rest, ".")
			return w.T("field."+f.ID+".label") + " " + n
		}
	}
	return id
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"strings"

	"insignia/designer"
)

// obey does what was called for while a field was asked.
func (s *session) obey(ctx context.Context, f designer.Field, in in) (turn, error) {
	if in.call == callHelp {
		s.explainField(f)
		return stays, nil
	}
	return s.do(ctx, in)
}

// do does what was called for.
func (s *session) do(ctx context.Context, in in) (turn, error) {
	w, q := s.talk.Words(), s.at.question
	switch in.call {
	case callBack:
		return behind, nil
	case "next":
		if q == designer.Review {
			s.at = stop{q, ending}
			return elsewhere, nil
		}
		if q++; q == designer.AskIssuer && s.given() {
			q++
		}
		return s.enterQuestion(q), nil
	case "go":
		return s.goTo(in.about), nil
	case "more":
		s.tellMore(q)
	case "examples":
		s.examples(q)
	case "check":
		s.check()
	case "look":
		s.talk.Say(Describe(w, s.d))
	case "show":
		s.read(Presented(w, s.d, Describe(w, s.d)))
	case "undo":
		return s.gone(s.undo(ctx), "ui.undo"), nil
	case "redo":
		return s.gone(s.redo(ctx), "ui.redo"), nil
	case "export":
		s.export()
	case "versions":
		return stays, s.versions(ctx)
	case "list":
		return left, nil
	case "quit":
		s.over = errQuit
		return left, nil
	case "help":
		s.explainCalls()
	default:
		s.talk.Say(w.T("line.unknown", "value", s.sign(in.call), "help", help))
	}
	return stays, nil
}

// tellMore opens the optional fields of a question.
func (s *session) tellMore(q designer.Question) {
	w := s.talk.Words()
	rest, _ := s.rest(q)
	if len(rest) == 0 {
		s.talk.Say(w.T("line.more.none"))
		return
	}
	s.more[q] = true
	var names []string
	for _, f := range rest {
		names = append(names, w.T("field."+f.ID+".more"))
	}
	s.talk.Say(w.T("line.more", "names", strings.Join(names, ", ")))
}

// everything stands for a field where a whole version took another's place.
const everything = "*"

// gone says what was undone, or done again, and goes there.
func (s *session) gone(field, said string) turn {
	w := s.talk.Words()
	f, ok := designer.FieldByID(field)
	switch {
	case field == "":
		s.talk.Say(w.T(said + ".none"))
		return stays
	case !ok:
		s.talk.Say(w.T(strings.Replace(said, "do", "done", 1) + ".all"))
		return stays
	}
	s.talk.Say(w.T(strings.Replace(said, "do", "done", 1), "field", w.T("field."+f.ID+".label")))
	if f.ID == "name" && s.at.question == designer.Review {
		return stays
	}
	return s.enterField(f)
}

// versions goes to the badge's versions. What was brought back there goes on
// here, and can be undone.
func (s *session) versions(ctx context.Context) error {
	if s.save(ctx); s.d.Revision == 0 {
		s.talk.Say(s.talk.Words().T("versions.none"))
		return nil
	}
	before := s.d
	if err := s.history(ctx, s.d.ID); err != nil || s.dirty {
		return err
	}
	d, err := s.store.Drafts().Get(ctx, s.d.ID)
	if err != nil {
		return s.sorry(err)
	}
	if s.d = d; len(designer.Changes(before, d)) > 0 {
		s.past, s.future = append(s.past, moment{before, everything}), nil
		s.issuer = d.Issuer // nobody typed it
	}
	return nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/designer/issuing"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// gather asks where the piles of other laptops lie, brings them in and tells
// what came of it.
func (s *rooms) gather(ctx context.Context) error {
	w := s.talk.Words()
	var places []string
	if s.facilitator.Piles != nil {
		places = s.facilitator.Piles(ctx)
	}
	s.talk.Gap()
	s.talk.Say(w.T("gather.title"))
	s.talk.Say(w.T("gather.lead"))
	if len(places) == 0 {
		s.talk.Say(w.T("gather.no-stick"))
	}
	for i, path := range places {
		s.talk.Item(strconv.Itoa(i+1), path)
	}
	s.talk.Gap()
	typed, err := s.talk.Ask(w.T("line.gather.prompt"))
	typed = strings.TrimSpace(typed)
	if err != nil || typed == "" || typed == back {
		return err
	}
	s.gatherFrom(ctx, chosen(typed, places))
	return nil
}

// chosen are the places that were named by their numbers, or the path that was
// typed.
func chosen(typed string, places []string) []string {
	var out []string
	for _, n := range strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == ',' }) {
		i, err := strconv.Atoi(n)
		if err != nil || i < 1 || i > len(places) {
			path, _ := clean.Line(typed)
			return []string{path}
		}
		out = append(out, places[i-1])
	}
	return out
}

// gatherFrom brings in what lies at paths, and tells what became of it.
func (s *rooms) gatherFrom(ctx context.Context, paths []string) {
	w := s.talk.Words()
	s.talk.Say(w.T("ui.gathering"))
	all, err := s.facilitator.Gather(ctx, paths)
	s.sorry(err)
	if len(all) == 0 {
		if err == nil {
			s.talk.Say(w.T("gather.nothing"))
		}
		return
	}
	for _, fate := range screen.Fates() {
		var of []screen.Gathered
		for _, g := range all {
			if g.Fate == fate && !g.Workshop {
				of = append(of, g)
			}
		}
		if len(of) == 0 {
			continue
		}
		s.talk.Say(w.N("gather."+string(fate), len(of)))
		if fate == screen.FateSame {
			continue // nothing happened to them
		}
		for _, g := range of {
			text := cmp.Or(g.Name, w.T("ui.unnamed"))
			if g.Team != "" {
				text += ", " + g.Team
			}
			if g.Why != "" {
				text += ": " + g.Why
			}
			s.talk.Item(" ", text)
		}
	}
	for _, g := range all {
		if g.Workshop {
			s.talk.Say(w.T("gather.workshop."+string(g.Fate), "name", cmp.Or(g.Name, w.T("gather.workshop.untitled"))))
		}
	}
}

// home takes everything of a workshop, or of the whole store, home.
func (s *rooms) home(ctx context.Context, of designer.Workshop) error {
	w := s.talk.Words()
	s.talk.Say(w.T("ui.taking"))
	path, err := s.facilitator.TakeHome(ctx, of)
	if path != "" {
		s.talk.Say(w.T("ui.taken", "path", path))
	}
	return s.sorry(err)
}

// suits asks five questions and tells which ways of issuing suit.
func (s *rooms) suits(context.Context) error {
	w := s.talk.Words()
	var answers issuing.Answers
	s.talk.Gap()
	s.talk.Say(w.T("suits.title"))
	for _, q := range issuing.Questions() {
		var options []string
		for _, o := range q.Options {
			options = append(options, w.T("suits."+q.ID+"."+o))
		}
		s.talk.Gap()
		i, err := s.talk.Choose(w.T("suits.ask."+q.ID), options, -1)
		if err != nil {
			return err
		}
		if i < 0 {
			return nil
		}
		answers = answers.With(q.ID, q.Options[i])
	}
	s.talk.Gap()
	s.read(Suits(w, answers))
	return nil
}

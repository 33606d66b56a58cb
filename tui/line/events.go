// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
)

// workshops is the list of workshops.
func (s *rooms) workshops(ctx context.Context) error {
	var rows []designer.WorkshopSummary
	open := func(ctx context.Context, about string) (stay, error) {
		i, ok, err := s.number(about, len(rows))
		if !ok {
			return on, err
		}
		w, err := s.store.Workshops().Get(ctx, rows[i].ID)
		if err != nil {
			return on, s.sorry(err)
		}
		return again, s.workshop(ctx, w)
	}
	return s.enter(ctx, room{
		tell: func(ctx context.Context, _ bool) (err error) {
			rows, err = s.tellWorkshops(ctx)
			return err
		},
		prompt: "line.workshops.prompt",
		help:   "line.workshops.help",
		deeds: []deed{
			{"n", "key.prepare", false, visit(s.prepare)},
			{"f", "line.workshops.read", false, s.readWorkshop},
			{"x", "key.delete", true, func(ctx context.Context, about string) (stay, error) {
				i, ok, err := s.number(about, len(rows))
				if !ok {
					return on, err
				}
				return s.removeWorkshop(ctx, rows[i])
			}},
			{"g", "key.gather", false, visit(s.gather)},
		},
		other: open,
	})
}

func (s *rooms) tellWorkshops(ctx context.Context) ([]designer.WorkshopSummary, error) {
	w := s.talk.Words()
	rows, err := s.store.Workshops().List(ctx, designer.Page{})
	if err != nil {
		return nil, s.sorry(err)
	}
	slices.SortFunc(rows, func(a, b designer.WorkshopSummary) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
	})
	s.talk.Say(w.T("workshop.list"))
	if len(rows) == 0 {
		s.talk.Say(w.T("workshop.none"))
		s.talk.Say(w.T("line.workshops.none"))
	}
	for i, e := range rows {
		out := []string{cmp.Or(e.Title, w.T("workshop.untitled"))}
		if e.Date != "" {
			out = append(out, e.Date)
		}
		s.talk.Item(strconv.Itoa(i+1), strings.Join(append(out, w.N("cli.workshop.long", e.Minutes)), ", "))
	}
	return rows, nil
}

// removeWorkshop deletes a workshop, after a question; its badges stay.
func (s *rooms) removeWorkshop(ctx context.Context, e designer.WorkshopSummary) (stay, error) {
	w := s.talk.Words()
	yes, err := s.talk.Confirm(w.T("workshop.remove", "name", cmp.Or(e.Title, w.T("workshop.untitled"))), false)
	if err != nil || !yes {
		return on, err
	}
	if err := s.store.Workshops().Delete(ctx, e.ID, e.Revision); err != nil {
		return on, s.sorry(err)
	}
	return again, nil
}

// readWorkshop brings a workshop's file in: the same way as all else that
// comes from another laptop.
func (s *rooms) readWorkshop(ctx context.Context, _ string) (stay, error) {
	path, err := s.talk.Ask(s.talk.Words().T("line.workshops.file"))
	if path, _ = clean.Line(path); err != nil || path == "" || path == back {
		return on, err
	}
	s.gatherFrom(ctx, []string{path})
	return again, nil
}

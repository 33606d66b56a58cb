// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"insignia/designer"
)

// present tells badges one after another, in the order of their ids' list.
// One that was deleted meanwhile is left out.
func (s *rooms) present(ctx context.Context, ids []string) error {
	w := s.talk.Words()
	var all []designer.Draft
	for _, id := range ids {
		switch d, err := s.store.Drafts().Get(ctx, id); {
		case errors.Is(err, designer.ErrNotFound):
		case err != nil:
			s.sorry(err) // one that cannot be read does not keep the others back
		default:
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		s.talk.Say(w.T("present.none"))
		return nil
	}
	if len(all) > 1 {
		s.talk.Gap()
		s.talk.Say(w.T("present.turns"))
		for i, d := range all {
			s.talk.Item(strconv.Itoa(i+1), s.turn(d))
		}
	}
	for at := 0; at < len(all); {
		s.talk.Gap()
		s.read(Presented(w, all[at], Describe(w, all[at])))
		if len(all) == 1 {
			return nil
		}
		s.talk.Gap()
		prompt := w.T("line.present.last")
		if at+1 < len(all) {
			prompt = w.T("line.present.next", "name", s.turn(all[at+1]))
		}
		typed, err := s.talk.Ask(prompt)
		if err != nil {
			return err
		}
		switch typed = strings.TrimSpace(typed); {
		case typed == "":
			at++
		case typed == back && at > 0:
			at--
		case typed == back, strings.EqualFold(typed, "q"):
			return nil
		default:
			i, ok, err := s.number(typed, len(all))
			if err != nil {
				return err
			}
			if ok {
				at = i
			}
		}
	}
	return nil
}

// turn is a badge among those that present: its team and its name.
func (s *rooms) turn(d designer.Draft) string {
	name := s.called(designer.Summarize(d))
	if team := strings.TrimSpace(d.Team); team != "" {
		return s.talk.Words().T("intro.part.line", "part", team, "about", name)
	}
	return name
}

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
	"insignia/tui/screen"
)

// pageful is how many badges are told at once: more would be forgotten before
// they have been heard.
const pageful = 10

// shelf is the list of badges as it was told. Its numbers stay what they were
// until it is told anew, whatever happens in the store.
type shelf struct {
	rows   []designer.Summary
	told   int // so many of them
	events map[string]string
}

// list is the home of line mode: the badges, and the ways to everything else.
func (s *rooms) list(ctx context.Context) error {
	l := &shelf{}
	one := func(do func(context.Context, designer.Summary) (stay, error)) func(context.Context, string) (stay, error) {
		return func(ctx context.Context, about string) (stay, error) {
			i, ok, err := s.number(about, len(l.rows))
			if !ok {
				return on, err
			}
			return do(ctx, l.rows[i])
		}
	}
	return s.enter(ctx, room{
		tell:   func(ctx context.Context, _ bool) error { return s.tellList(ctx, l, "") },
		prompt: "line.list.prompt",
		help:   "line.list.help",
		first:  true,
		deeds: []deed{
			{"n", "key.new", false, visit(func(ctx context.Context) error { return s.exercise(ctx, s.fresh()) })},
			{"d", "key.duplicate", true, one(s.copied)},
			{"x", "key.delete", true, one(s.removed)},
			{"u", "line.list.undelete", false, visit(s.bin)},
			{"v", "line.list.versions", true, one(func(ctx context.Context, d designer.Summary) (stay, error) { return again, s.history(ctx, d.ID) })},
			{"p", "key.present", true, func(ctx context.Context, about string) (stay, error) {
				if about == "" {
					return on, s.present(ctx, designer.Workshop{}.Turns(l.rows))
				}
				return one(func(ctx context.Context, d designer.Summary) (stay, error) {
					return on, s.present(ctx, []string{d.ID})
				})(ctx, about)
			}},
			{"m", "line.list.more", false, func(context.Context, string) (stay, error) { s.tellRows(l); return on, nil }},
			{"/", "key.search", false, func(ctx context.Context, _ string) (stay, error) {
				query, err := s.talk.Ask(s.talk.Words().T("line.list.search"))
				if err != nil {
					return on, err
				}
				return s.find(ctx, l, query)
			}},
			{"w", "key.workshops", false, visit(s.workshops)},
			{"g", "key.gather", false, visit(s.gather)},
			{"h", "line.list.home", false, heard(func(ctx context.Context) error { return s.home(ctx, designer.Workshop{}) })},
			{"i", "key.intro", false, heard(s.intro)},
			{"s", "key.suits", false, heard(s.suits)},
			{"o", "line.settings", false, heard(s.settings)},
			{"q", "key.quit", false, func(context.Context, string) (stay, error) { return on, errQuit }},
		},
		other: func(ctx context.Context, typed string) (stay, error) {
			if _, err := strconv.Atoi(typed); err != nil {
				return s.find(ctx, l, strings.TrimPrefix(typed, "/"))
			}
			return one(s.opened)(ctx, typed)
		},
	})
}

// fresh is a new badge in the language of the words.
func (s *rooms) fresh() designer.Draft {
	return designer.New(s.talk.Words().Tag())
}

// newest reads the badges, the newest first.
func (s *rooms) newest(ctx context.Context) ([]designer.Summary, error) {
	all, err := s.store.Drafts().List(ctx, designer.Page{})
	slices.SortFunc(all, func(a, b designer.Summary) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// tellList tells how many badges there are, and the first of them; with a
// query, those that match.
func (s *rooms) tellList(ctx context.Context, l *shelf, query string) error {
	w := s.talk.Words()
	all, err := s.newest(ctx)
	s.mended()
	if err != nil {
		return s.sorry(err)
	}
	*l = shelf{rows: screen.Grouped(screen.Matching(all, query)), events: s.titles(ctx)}
	switch {
	case len(all) == 0:
		s.talk.Say(w.T("line.list.none"))
	case query == "":
		s.talk.Say(w.T("ui.drafts.title") + ": " + w.N("ui.drafts.count", len(all)))
	case len(l.rows) == 0:
		s.talk.Say(w.T("line.list.nothing", "query", query))
	default:
		s.talk.Say(w.T("line.list.found", "query", query, "n", len(l.rows), "of", len(all)))
	}
	if len(l.rows) > 0 {
		s.tellRows(l)
	}
	return nil
}

// titles are the names of the workshops by their ids. A list without them is
// still a list.
func (s *rooms) titles(ctx context.Context) map[string]string {
	all, _ := s.store.Workshops().List(ctx, designer.Page{})
	out := map[string]string{}
	for _, e := range all {
		out[e.ID] = strings.TrimSpace(cmp.Or(e.Title, s.talk.Words().T("workshop.untitled")) + " " + e.Date)
	}
	return out
}

// tellRows tells the next badges of the list, those of a workshop under its
// title.
func (s *rooms) tellRows(l *shelf) {
	w := s.talk.Words()
	if l.told >= len(l.rows) {
		s.talk.Say(w.T("line.list.end"))
		return
	}
	groups := l.rows[0].Workshop != "" || l.rows[len(l.rows)-1].Workshop != ""
	for n := 0; n < pageful && l.told < len(l.rows); n++ {
		i := l.told
		if d := l.rows[i]; groups && (n == 0 || d.Workshop != l.rows[i-1].Workshop) {
			s.talk.Gap()
			title := w.T("ui.drafts.alone")
			if d.Workshop != "" {
				title = cmp.Or(l.events[d.Workshop], w.T("ui.drafts.elsewhere"))
			}
			s.talk.Say(title)
		}
		s.talk.Item(strconv.Itoa(i+1), s.row(l.rows[i]))
		l.told++
	}
	if rest := len(l.rows) - l.told; rest > 0 {
		s.talk.Say(w.N("line.list.rest", rest))
	}
}

// row is a badge in a list: what it is called, whose it is, how far it is and
// when it was saved.
func (s *rooms) row(d designer.Summary) string {
	w := s.talk.Words()
	out := []string{s.called(d)}
	for _, t := range []string{d.Team, d.Issuer} {
		if t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(append(out, w.T("ui.answered", "n", d.Answered),
		w.T("ui.state.saved", "time", screen.When(d.Updated, s.now()))), ", ")
}

// called is what a badge is called in a list.
func (s *rooms) called(d designer.Summary) string {
	name := cmp.Or(d.Name, s.talk.Words().T("ui.unnamed"))
	if d.ForkOf != "" {
		name += " " + s.talk.Words().T("ui.drafts.fork")
	}
	return name
}

// find opens the one badge that a search finds, or tells which there are.
func (s *rooms) find(ctx context.Context, l *shelf, query string) (stay, error) {
	query = strings.TrimSpace(query)
	if query == "" || query == back {
		return whole, nil
	}
	all, err := s.newest(ctx)
	if err != nil {
		return on, s.sorry(err)
	}
	if found := screen.Matching(all, query); len(found) == 1 {
		return s.opened(ctx, found[0])
	}
	return on, s.tellList(ctx, l, query)
}

// opened opens a badge in the exercise.
func (s *rooms) opened(ctx context.Context, d designer.Summary) (stay, error) {
	draft, err := s.store.Drafts().Get(ctx, d.ID)
	if err != nil {
		return on, s.sorry(err)
	}
	return again, s.exercise(ctx, draft)
}

// copied makes a copy of a badge and opens it.
func (s *rooms) copied(ctx context.Context, d designer.Summary) (stay, error) {
	draft, err := s.store.Drafts().Get(ctx, d.ID)
	if err != nil {
		return on, s.sorry(err)
	}
	c := draft.Duplicate()
	_ = c.Set("name", s.talk.Words().T("ui.copy-name", "name", draft.Name)) // a name with no room for the word stays as it is
	if c, err = s.store.Drafts().Put(ctx, c); err != nil {
		return on, s.sorry(err)
	}
	return again, s.exercise(ctx, c)
}

// removed deletes a badge, after a question.
func (s *rooms) removed(ctx context.Context, d designer.Summary) (stay, error) {
	w := s.talk.Words()
	yes, err := s.talk.Confirm(w.T("line.list.delete", "name", s.called(d)), false)
	if err != nil || !yes {
		return on, err
	}
	if err := s.store.Drafts().Delete(ctx, d.ID, d.Revision); err != nil {
		return on, s.sorry(err)
	}
	s.talk.Say(w.T("line.list.deleted", "name", s.called(d)))
	return on, nil
}

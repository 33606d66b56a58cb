// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"insignia/designer"
	"insignia/designer/bolt"
)

func store(t *testing.T) designer.Store {
	t.Helper()
	s, err := bolt.Open(filepath.Join(t.TempDir(), "badges.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// draft is a badge as a file has it.
func draft(id, name string, revision int, saves designer.Saves) designer.Draft {
	d := designer.Draft{Meta: designer.Meta{ID: id, Revision: revision, Saves: saves}, Name: name, Team: "Table 1"}
	return d
}

func fates(r Report) (out []Fate) {
	for _, e := range r.Badges {
		out = append(out, e.Fate)
	}
	return out
}

func names(t *testing.T, s designer.Store) (out []string) {
	for _, d := range all(t, s) {
		out = append(out, d.Name)
	}
	slices.Sort(out)
	return out
}

const an = "550e8400-e29b-41d4-a716-446655440000"

func TestWhatBecomesOfEachBadgeIsTold(t *testing.T) {
	mine := designer.Saves{"aaaaaaaa": 2}
	for _, c := range []struct {
		name string
		in   designer.Draft
		want Fate
		left []string
	}{
		{"another badge", draft(designer.NewID(), "other", 1, designer.Saves{"bbbbbbbb": 1}), New, []string{"mine", "other"}},
		{"the same", draft(an, "mine", 9, mine), Same, []string{"mine"}},
		{"made from ours", draft(an, "theirs", 1, mine.Count("bbbbbbbb")), Updated, []string{"theirs"}},
		{"what ours was made from", draft(an, "theirs", 9, designer.Saves{"aaaaaaaa": 1}), Older, []string{"mine"}},
		{"gone another way", draft(an, "theirs", 1, designer.Saves{"aaaaaaaa": 1, "bbbbbbbb": 1}), Forked, []string{"mine", "theirs"}},
		{"the same saves, other answers", draft(an, "theirs", 1, mine), Forked, []string{"mine", "theirs"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := store(t)
			into(t, s, Pile{Drafts: []designer.Draft{draft(an, "mine", 0, mine)}})
			pile := Pile{Name: "laptop 2", Drafts: []designer.Draft{c.in}}
			given := c.in.Clone()
			r := into(t, s, pile)
			if !slices.Equal(fates(r), []Fate{c.want}) || !slices.Equal(names(t, s), c.left) {
				t.Errorf("%v, and there are %v", fates(r), names(t, s))
			}
			e := r.Badges[0]
			kept, err := s.Drafts().Get(t.Context(), e.ID)
			if err != nil || e.Pile != "laptop 2" || e.Name != c.in.Name || e.Team != "Table 1" || e.ForkOf != kept.ForkOf {
				t.Errorf("told as %+v, %v", e, err)
			}
			if c.want == Forked && (kept.ForkOf != an || kept.ID == an || !designer.ValidID(kept.ID) || !reflect.DeepEqual(kept.Saves, c.in.Saves)) {
				t.Errorf("kept as %+v", kept)
			}
			if !reflect.DeepEqual(c.in, given) {
				t.Error("the pile was written into")
			}
		})
	}
}

func TestTheVersionBeforeLiesInHistory(t *testing.T) {
	s := store(t)
	one := designer.Saves{"aaaaaaaa": 1}
	for n, saves := range []designer.Saves{one, one.Count("bbbbbbbb")} {
		into(t, s, Pile{Drafts: []designer.Draft{draft(an, []string{"first", "second"}[n], 0, saves)}})
	}
	h, err := s.Drafts().History(t.Context(), an)
	if err != nil || len(h) != 1 || h[0].Name != "first" {
		t.Errorf("history %+v, %v", h, err)
	}
}

func TestWithoutSavesTheRevisionCounts(t *testing.T) {
	s := store(t)
	take := func(name string, revision int, want Fate) {
		t.Helper()
		if got := fates(into(t, s, Pile{Drafts: []designer.Draft{draft(an, name, revision, nil)}})); !slices.Equal(got, []Fate{want}) {
			t.Errorf("%s at revision %d: %v, want %v", name, revision, got, want)
		}
	}
	take("b", 4, New)
	take("b", 4, Same)
	take("a", 3, Older)
	take("c", 5, Updated)
	take("b", 4, Older)
	take("d", 5, Forked)
	take("d", 5, Same)
	if got := names(t, s); !slices.Equal(got, []string{"c", "d"}) {
		t.Errorf("left are %v", got)
	}
	// What is saved here since went another way than what comes in.
	d, err := s.Drafts().Get(t.Context(), an)
	if err != nil {
		t.Fatal(err)
	}
	d.Name = "c, here"
	if _, err := s.Drafts().Put(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	take("c", 5, Older)
	take("e", 6, Updated) // d was at 5 too: the newer of the two is taken for its next
}

func TestAnAnswersFileIsOneBadgeHoweverOftenItComes(t *testing.T) {
	s := store(t)
	for _, want := range []Fate{New, Same} {
		for _, name := range []string{"typed up", "another"} {
			if got := fates(into(t, s, Pile{Drafts: []designer.Draft{draft("", name, 0, nil)}})); !slices.Equal(got, []Fate{want}) {
				t.Errorf("%s: %v, want %v", name, got, want)
			}
		}
	}
	if got := names(t, s); !slices.Equal(got, []string{"another", "typed up"}) {
		t.Errorf("left are %v", got)
	}
}

func TestWhatWasTakenAwayStaysAwayUntilSomethingNewerComes(t *testing.T) {
	s := store(t)
	one := designer.Saves{"aaaaaaaa": 1}
	two := one.Count("aaaaaaaa")
	first, second := Pile{Drafts: []designer.Draft{draft(an, "first", 0, one)}}, Pile{Drafts: []designer.Draft{draft(an, "second", 0, two)}}
	third := Pile{Drafts: []designer.Draft{draft(an, "third", 0, two.Count("bbbbbbbb"))}}
	into(t, s, second)
	if err := s.Drafts().Delete(t.Context(), an, 1); err != nil {
		t.Fatal(err)
	}
	for _, p := range []Pile{first, second} {
		r := into(t, s, p)
		if !slices.Equal(fates(r), []Fate{Removed}) || r.Badges[0].ID != an || len(all(t, s)) != 0 {
			t.Errorf("%s: %+v", p.Drafts[0].Name, r)
		}
	}
	if r := into(t, s, third); !slices.Equal(fates(r), []Fate{New}) || !slices.Equal(names(t, s), []string{"third"}) {
		t.Errorf("%+v", r)
	}
	h, err := s.Drafts().History(t.Context(), an)
	if err != nil || len(h) != 1 || h[0].Name != "second" {
		t.Errorf("history %+v, %v", h, err)
	}

	// A version kept beside another one stays away too, also after it moved on.
	s = store(t)
	into(t, s, third)
	other := draft(an, "other way", 0, one.Count("cccccccc"))
	r := into(t, s, Pile{Drafts: []designer.Draft{other}})
	fork, err := s.Drafts().Get(t.Context(), r.Badges[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	fork.Name = "other way, further"
	if fork, err = s.Drafts().Put(t.Context(), fork); err != nil {
		t.Fatal(err)
	}
	if err := s.Drafts().Delete(t.Context(), fork.ID, fork.Revision); err != nil {
		t.Fatal(err)
	}
	for _, in := range []designer.Draft{other, fork} {
		if r := into(t, s, Pile{Drafts: []designer.Draft{in}}); !slices.Equal(fates(r), []Fate{Removed}) {
			t.Errorf("%s: %+v", in.Name, r)
		}
	}
	if got := names(t, s); !slices.Equal(got, []string{"third"}) {
		t.Errorf("left are %v", got)
	}
}

// What descends from two versions takes the place of both.
func TestAVersionThatKnowsBothEndsAFork(t *testing.T) {
	s := store(t)
	base := designer.Saves{"aaaaaaaa": 1}
	into(t, s, Pile{Drafts: []designer.Draft{draft(an, "one", 0, base.Count("bbbbbbbb")), draft(an, "two", 0, base.Count("cccccccc"))}})
	r := into(t, s, Pile{Drafts: []designer.Draft{draft(an, "both", 0, base.Count("bbbbbbbb").Count("cccccccc"))}})
	if !slices.Equal(fates(r), []Fate{Updated}) || !slices.Equal(names(t, s), []string{"both"}) {
		t.Errorf("%+v, left are %v", r, names(t, s))
	}
	gone, err := s.Drafts().Gone(t.Context())
	if err != nil || len(gone) != 1 || gone[0].Was.Name != "two" {
		t.Errorf("to be brought back: %+v, %v", gone, err)
	}
}

func TestAForkIsTheSameBadgeInEveryStore(t *testing.T) {
	base := designer.Saves{"aaaaaaaa": 1}
	one, two := draft(an, "one", 0, base.Count("bbbbbbbb")), draft(an, "two", 0, base.Count("cccccccc"))
	var ids []string
	for range 2 {
		s := store(t)
		r := into(t, s, Pile{Drafts: []designer.Draft{one, two}})
		ids = append(ids, r.Badges[1].ID)
	}
	if ids[0] != ids[1] {
		t.Errorf("%v", ids)
	}
	// The kept version, brought to the laptop it came from, is known there.
	there := store(t)
	into(t, there, Pile{Drafts: []designer.Draft{two}})
	fork := two.Clone()
	fork.ID, fork.ForkOf = ids[0], an
	if r := into(t, there, Pile{Drafts: []designer.Draft{fork}}); !slices.Equal(fates(r), []Fate{Same}) || r.Badges[0].ID != an {
		t.Errorf("%+v", r)
	}
	fork.Name, fork.Saves = "two, further", fork.Saves.Count("dddddddd")
	if r := into(t, there, Pile{Drafts: []designer.Draft{fork}}); !slices.Equal(fates(r), []Fate{Updated}) || r.Badges[0].ID != an {
		t.Errorf("%+v", r)
	}
}

func TestWorkshopsComeInToo(t *testing.T) {
	s := store(t)
	w := designer.Workshop{Meta: designer.Meta{ID: an, Revision: 3, Saves: designer.Saves{"aaaaaaaa": 2}}, Title: "Library", Teams: []string{"1"}}
	change := func(title string, saves designer.Saves) designer.Workshop {
		c := w.Clone()
		c.Title, c.Saves = title, saves
		return c
	}
	take := func(in designer.Workshop, want Fate, title string) {
		t.Helper()
		r := into(t, s, Pile{Name: "stick", Workshops: []designer.Workshop{in}})
		got, err := s.Workshops().Get(t.Context(), an)
		if len(r.Workshops) != 1 || r.Workshops[0] != (Entry{Pile: "stick", ID: an, Name: in.Title, Fate: want}) || got.Title != title {
			t.Errorf("%+v, and here is %q, %v", r, got.Title, err)
		}
	}
	take(w, New, "Library")
	take(w, Same, "Library")
	take(change("Older", designer.Saves{"aaaaaaaa": 1}), Older, "Library")
	take(change("Fork", designer.Saves{"bbbbbbbb": 1}), Forked, "Library")
	take(change("Twin", w.Saves), Forked, "Library")
	take(change("Newer", w.Saves.Count("bbbbbbbb")), Updated, "Newer")
	h, err := s.Workshops().History(t.Context(), an)
	if err != nil || len(h) != 1 || h[0].Title != "Library" {
		t.Errorf("history %+v, %v", h, err)
	}
	if err := s.Workshops().Delete(t.Context(), an, 2); err != nil {
		t.Fatal(err)
	}
	take(w, Removed, "")
	take(change("Newest", designer.Saves{"aaaaaaaa": 5, "bbbbbbbb": 5}), New, "Newest")
	for _, want := range []Fate{New, Same} {
		r := into(t, s, Pile{Workshops: []designer.Workshop{{Title: "By hand"}}})
		if r.Workshops[0].Fate != want || !designer.ValidID(r.Workshops[0].ID) {
			t.Errorf("by hand: %+v", r)
		}
	}
}

// weak is a store that fails, or in which somebody else saves, at a put.
type weak struct {
	designer.Store
	shelf *weakShelf
}

func (w weak) Drafts() designer.Shelf[designer.Draft, designer.Summary] { return w.shelf }

type weakShelf struct {
	designer.Shelf[designer.Draft, designer.Summary]
	before func() error
}

func (w *weakShelf) Put(ctx context.Context, d designer.Draft) (designer.Draft, error) {
	if err := w.before(); err != nil {
		return designer.Draft{}, err
	}
	return w.Shelf.Put(ctx, d)
}

func TestAnErrorInTheMiddleKeepsAndTellsWhatCameIn(t *testing.T) {
	s := store(t)
	n := 0
	full := weak{s, &weakShelf{s.Drafts(), func() error {
		if n++; n > 3 {
			return designer.ErrUnavailable
		}
		return nil
	}}}
	var p Pile
	for range 5 {
		p.Drafts = append(p.Drafts, draft(designer.NewID(), "badge", 1, designer.Saves{"aaaaaaaa": 1}))
	}
	p.Workshops = []designer.Workshop{{Meta: designer.Meta{ID: an}, Title: "Library"}}
	r, err := Into(t.Context(), full, p)
	if !errors.Is(err, designer.ErrUnavailable) || r.Count(New) != 3 || len(r.Badges) != 3 || len(r.Workshops) != 1 || len(all(t, s)) != 3 {
		t.Errorf("%+v, %v", r, err)
	}
	// With room again the rest comes in.
	if r := into(t, s, p); r.Count(Same) != 3 || r.Count(New) != 2 || r.Workshops[0].Fate != Same {
		t.Errorf("%+v", r)
	}
}

func TestASaveInBetweenIsSeen(t *testing.T) {
	s := store(t)
	one := designer.Saves{"aaaaaaaa": 1}
	into(t, s, Pile{Drafts: []designer.Draft{draft(an, "first", 0, one)}})
	once := false
	busy := weak{s, &weakShelf{s.Drafts(), func() error {
		if once {
			return nil
		}
		once = true
		d, err := s.Drafts().Get(t.Context(), an)
		if err == nil {
			d.Name = "saved meanwhile"
			_, err = s.Drafts().Put(t.Context(), d)
		}
		return err
	}}}
	r := into(t, busy, Pile{Drafts: []designer.Draft{draft(an, "second", 0, one.Count("bbbbbbbb"))}})
	if !slices.Equal(fates(r), []Fate{Forked}) || !slices.Equal(names(t, s), []string{"saved meanwhile", "second"}) {
		t.Errorf("%+v, left are %v", r, names(t, s))
	}
	always := weak{s, &weakShelf{s.Drafts(), func() error { return designer.ErrConflict }}}
	if _, err := Into(t.Context(), always, Pile{Drafts: []designer.Draft{draft(designer.NewID(), "x", 0, one)}}); !errors.Is(err, designer.ErrConflict) {
		t.Errorf("%v", err)
	}
}

func TestAReportIsData(t *testing.T) {
	var r Report
	r.Add(Report{Badges: []Entry{{Pile: "a", ID: an, Name: "Bike", Fate: Forked}, {Fate: New}}})
	r.Add(Report{Badges: []Entry{{Fate: New}}, Workshops: []Entry{{Fate: Removed}}})
	b, err := json.Marshal(r.Badges[0])
	if err != nil || string(b) != `{"pile":"a","id":"`+an+`","name":"Bike","fate":"forked"}` {
		t.Errorf("%s, %v", b, err)
	}
	if r.Count(New) != 2 || r.Count(Forked) != 1 || r.Count(Removed) != 0 || len(r.Workshops) != 1 {
		t.Errorf("%+v", r)
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// pastShelf is a shelf that knows one badge and what it was.
type pastShelf struct {
	Shelf[Draft, Summary]
	gets   []Draft // one an ask, the last for ever
	before []Draft
	names  map[int]string
	err    error // of what was
}

func (s *pastShelf) Get(context.Context, string) (Draft, error) {
	if len(s.gets) == 0 {
		return Draft{}, ErrNotFound
	}
	d := s.gets[0]
	if len(s.gets) > 1 {
		s.gets = s.gets[1:]
	}
	return d, nil
}

func (s *pastShelf) History(context.Context, string) ([]Draft, error)            { return s.before, s.err }
func (s *pastShelf) Checkpoints(context.Context, string) (map[int]string, error) { return s.names, nil }

func saved(revision int, name string) Draft {
	return Draft{Meta: Meta{Revision: revision}, Name: name}
}

// What came before the oldest version that is kept is not known, and not
// shown as if it were nothing.
func TestEachVersionSaysWhatItChanged(t *testing.T) {
	s := &pastShelf{gets: []Draft{saved(8, "Bike")}, before: []Draft{saved(5, "Cycle")}, names: map[int]string{5: "First"}}
	got, err := Versions(t.Context(), s, "")
	if err != nil || len(got) != 2 || len(got[0].Changes) != 1 || got[0].Oldest || !got[1].Oldest || len(got[1].Changes) > 0 || got[1].Name != "First" {
		t.Errorf("%+v, %v", got, err)
	}
	s = &pastShelf{gets: []Draft{saved(1, "Bike")}}
	if got, err = Versions(t.Context(), s, ""); err != nil || got[0].Oldest || len(got[0].Changes) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestVersionsAreOfOneMoment(t *testing.T) {
	s := &pastShelf{gets: []Draft{saved(2, "B"), saved(3, "C")}, before: []Draft{saved(2, "B"), saved(1, "A")}}
	got, err := Versions(t.Context(), s, "")
	if err != nil || len(got) != 3 || got[0].Draft.Revision != 3 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestVersionsThatCanBeReadComeWithTheError(t *testing.T) {
	s := &pastShelf{gets: []Draft{saved(4, "B")}, err: ErrDamaged}
	if got, err := Versions(t.Context(), s, ""); len(got) != 1 || !errors.Is(err, ErrDamaged) {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := Versions(t.Context(), &pastShelf{}, ""); len(got) != 0 || !errors.Is(err, ErrNotFound) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestADayThatHasBegunIsADayLeft(t *testing.T) {
	at := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	g := Gone[Draft]{At: at}
	for passed, want := range map[time.Duration]int{0: 30, time.Second: 30, KeepGone - 24*time.Hour: 1, KeepGone - time.Second: 1, KeepGone: 0, KeepGone + time.Hour: 0} {
		if got := g.Days(at.Add(passed)); got != want {
			t.Errorf("after %v %d days are left", passed, got)
		}
	}
}

func TestAVersionsNameCountsItsCharacters(t *testing.T) {
	if err := CheckVersionName(strings.Repeat("ñ", MaxVersionName)); err != nil {
		t.Error(err)
	}
	if err := CheckVersionName(strings.Repeat("ñ", MaxVersionName+1)); !errors.Is(err, &Error{Code: "long-version-name"}) {
		t.Error(err)
	}
}

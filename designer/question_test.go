// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"encoding/json"
	"errors"
	"io/fs"
	"testing"
)

func TestQuestionsAreSixWithAStartAndAReview(t *testing.T) {
	numbered, minutes := 0, 0
	for i, q := range Questions() {
		if int(q) != i {
			t.Errorf("question %v is number %d on the way", q, i)
		}
		if q.Numbered() {
			numbered++
		}
		minutes += q.Minutes()
		b, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		var again Question
		if err := json.Unmarshal(b, &again); err != nil || again != q {
			t.Errorf("%s is read as %v, %v", b, again, err)
		}
	}
	if numbered != 6 || minutes != 20 {
		t.Errorf("%d questions in %d minutes", numbered, minutes)
	}
	if err := new(Question).UnmarshalText([]byte("nothing")); err == nil {
		t.Error("nothing is a question")
	}
}

func TestProgressGoesFromEmptyOverBegunToSettled(t *testing.T) {
	for _, q := range Questions() {
		if q == AskLook {
			continue
		}
		var d Draft
		if got := d.Progress(q); got != Empty {
			t.Errorf("%s starts at %d", q, got)
		}
		var core []Field
		for _, f := range FieldsOf(q) {
			if f.Core {
				core = append(core, f)
			}
		}
		for i, f := range core {
			if err := d.Set(f.ID, example(f)); err != nil {
				t.Fatal(err)
			}
			want := Begun
			if i == len(core)-1 {
				want = Settled
			}
			if got := d.Progress(q); got != want {
				t.Errorf("%s with %d of %d core answers is at %d", q, i+1, len(core), got)
			}
		}
	}
}

func TestAnyAnswerIsABeginning(t *testing.T) {
	for _, f := range Fields() {
		if f.Question == AskLook || f.ID == "language" || len(FieldsOf(f.Question)) == 1 {
			continue
		}
		var d Draft
		if err := d.Set(f.ID, example(f)); err != nil {
			t.Fatal(err)
		}
		if d.Progress(f.Question) == Empty {
			t.Errorf("%s does not begin %s", f.ID, f.Question)
		}
	}
}

// A language is there from the start: it is no answer of a person.
func TestANewDraftHasNothingBegun(t *testing.T) {
	d := New("es")
	for _, q := range Questions() {
		want := Empty
		if q == AskLook {
			want = Settled // a good default stands
		}
		if got := d.Progress(q); got != want {
			t.Errorf("%s is at %d in a new draft", q, got)
		}
	}
	if n := d.Answered(); n != 1 {
		t.Errorf("%d answered", n)
	}
	full := full(t)
	if n := full.Answered(); n != 6 {
		t.Errorf("%d of 6 answered in a full draft", n)
	}
	if s := Summarize(full); s.Answered != 6 || s.Key() != full.ID || s.Name != full.Name || s.Issuer != full.Issuer.Name || s.Revision != full.Revision {
		t.Errorf("summary %+v", s)
	}
}

func TestErrorsWithACodeAreTheSame(t *testing.T) {
	err := error(&Error{Code: "not-found", Args: Args{"id": "abc"}, Err: fs.ErrNotExist})
	if !errors.Is(err, ErrNotFound) || errors.Is(err, ErrConflict) || !errors.Is(err, fs.ErrNotExist) {
		t.Error("codes do not compare")
	}
	if got := err.Error(); got != "not-found abc: file does not exist" {
		t.Errorf("says %q", got)
	}
	key, args := err.(*Error).Sentence()
	if key != "error.not-found" || args["id"] != "abc" {
		t.Errorf("names %s with %v", key, args)
	}
}

func TestLevelsAreWrittenAsPeopleReadThem(t *testing.T) {
	b, err := json.Marshal([]Problem{{Code: "NAME-EMPTY", Level: Fault, Question: Start, Field: "name"},
		{Code: "X", Level: Warn, Question: Review, Args: Args{"n": "1"}}, {Level: Hint}})
	const want = `[{"code":"NAME-EMPTY","level":"error","question":"start","field":"name"},` +
		`{"code":"X","level":"warn","question":"review","field":"","args":{"n":"1"}},` +
		`{"code":"","level":"hint","question":"start","field":""}]`
	if err != nil || string(b) != want {
		t.Errorf("%s, %v", b, err)
	}
}

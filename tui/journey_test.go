// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/check"
	"insignia/export/ob2"
	"insignia/internal/frametest"
	"insignia/render"
)

// typist types a badge into the program as a person would and counts the
// keys that are not answers.
type typist struct {
	*frametest.Driver
	keys int
}

func (p *typist) press(keys ...string) {
	p.keys += len(keys)
	p.Press(keys...)
}

// answer types the value of a field, whatever kind it is, and goes on.
func (p *typist) answer(f designer.Field, d *designer.Draft) {
	switch {
	case f.Input == designer.Choice || f.Input == designer.RuleOf:
		n := slices.Index(f.Options, f.Value(d))
		if !f.Core {
			n++ // behind "not said"
		}
		for range n {
			p.press("down")
		}
	case f.IsList():
		for _, item := range f.List(d) {
			p.Type(item)
			p.press("enter")
		}
	case f.Input == designer.Text:
		for i, line := range strings.Split(f.Value(d), "\n") {
			if i > 0 {
				p.press("alt+enter")
			}
			p.Type(line)
		}
	default:
		p.Type(f.Value(d))
	}
	p.press("enter")
}

// question answers the core fields of a question and some of the others,
// which must come in the order of the table.
func (p *typist) question(q designer.Question, d *designer.Draft, more ...string) {
	for _, f := range designer.FieldsOf(q) {
		if f.Core {
			p.answer(f, d)
		}
	}
	if len(more) == 0 {
		return
	}
	p.press("pgup", "f3")
	for _, f := range designer.FieldsOf(q) {
		if f.Core || len(more) == 0 {
			continue
		}
		if f.ID != more[0] {
			p.press("tab")
			continue
		}
		p.answer(f, d)
		more = more[1:]
	}
	if len(more) > 0 {
		p.press("nothing left to answer: " + more[0])
	}
}

// badge types the whole sample and exports it.
func (p *typist) badge(d designer.Draft) {
	p.question(designer.Start, &d)
	p.question(designer.AskEarner, &d)
	p.question(designer.AskIssuer, &d)
	p.question(designer.AskWhy, &d)
	p.press("pgup", "f3") // the reader's decision, behind "more"
	f, _ := designer.FieldByID("why.viewer")
	p.answer(f, &d)
	p.press("pgdown")
	p.question(designer.AskCriteria, &d)
	p.press("pgup", "f3")
	f, _ = designer.FieldByID("criteria.assessor")
	p.answer(f, &d)
	p.press("tab", "tab")
	f, _ = designer.FieldByID("criteria.effort")
	p.answer(f, &d)
	p.press("pgdown", "pgdown") // the look stands as it is
	p.question(designer.AskNext, &d)
	p.press("enter", "enter") // the drafted description, the export
}

func TestABadgeIsTypedWithFewKeysAndExportedValid(t *testing.T) {
	for _, name := range sample.Names() {
		t.Run(name, func(t *testing.T) {
			want, _ := sample.Load(name, "en")
			st := newStore(t)
			o := options(t, st)
			o.Formats = onlyOB2
			p := &typist{Driver: frametest.New(t, New(o), 80, 24)}
			p.badge(want)
			if p.keys > 60 {
				t.Errorf("%d keys that are not answers, more than 60", p.keys)
			}
			folders, err := os.ReadDir(o.Folder())
			if err != nil || len(folders) != 1 {
				t.Fatalf("folders after the export: %v, %v\n%s", folders, err, p.Frame())
			}
			b, err := os.ReadFile(filepath.Join(o.Folder(), folders[0].Name(), "badge.json"))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range check.Check(b).Findings {
				if f.Level == designer.Fault {
					t.Errorf("%s: %s %v", f.Path, f.Rule, f.Args)
				}
			}
			sums, _ := st.Drafts().List(context.Background(), designer.Page{})
			if len(sums) != 1 {
				t.Fatalf("%d badges in the store, not one", len(sums))
			}
			got, err := st.Drafts().Get(context.Background(), sums[0].ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range designer.Fields() {
				if f.Core && f.ID != "description" && f.Question != designer.AskLook && f.Value(&got) != f.Value(&want) {
					t.Errorf("%s:\n got %q\nwant %q", f.ID, f.Value(&got), f.Value(&want))
				}
			}
			for _, id := range []string{"why.viewer", "criteria.assessor", "criteria.effort"} {
				if f, _ := designer.FieldByID(id); f.Value(&got) != f.Value(&want) {
					t.Errorf("%s:\n got %q\nwant %q", id, f.Value(&got), f.Value(&want))
				}
			}
			if got.Description == "" {
				t.Error("the drafted description was not kept by Enter")
			}
		})
	}
}

// Typed, set by commands or read from a file: the same answers are the same
// bytes.
func TestTypedAndSetAnswersExportTheSame(t *testing.T) {
	want, _ := sample.Load("bike-repair-buddy", "en")
	st := newStore(t)
	p := &typist{Driver: frametest.New(t, New(options(t, st)), 80, 24)}
	p.badge(want)
	p.press("esc")
	sums, _ := st.Drafts().List(context.Background(), designer.Page{})
	typed, err := st.Drafts().Get(context.Background(), sums[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	set := designer.Draft{Meta: typed.Meta}
	for _, f := range designer.Fields() {
		if f.Empty(&typed) {
			continue
		}
		if f.IsList() {
			for _, item := range f.List(&typed) {
				if err := set.Append(f.ID, item); err != nil {
					t.Fatal(err)
				}
			}
			continue
		}
		if err := set.Set(f.ID, f.Value(&typed)); err != nil {
			t.Fatal(err)
		}
	}
	a, _, err := ob2.Format.Files(typed, render.Of(typed), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := ob2.Format.Files(set, render.Of(set), export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(a, b, func(x, y export.File) bool { return x.Name == y.Name && string(x.Bytes) == string(y.Bytes) }) {
		t.Error("the typed badge exports other bytes than the same answers set")
	}
}

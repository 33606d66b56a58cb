// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/lint"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/ob2"
	"insignia/internal/locale"
	"insignia/render"
)

// design is the whole of line mode over what was typed: the rooms, and the
// exercise as it is.
func (w *world) design(in io.Reader, out io.Writer, lang string, width int, folder string) *rooms {
	r := w.rooms(in, out, lang, width)
	r.exercise = r.design
	r.folder = func() string { return folder }
	r.formats = func(designer.Draft) []export.Format { return []export.Format{ob2.Format} }
	r.checks = func(d designer.Draft) []designer.Problem { return append(lint.Check(d), render.Of(d).Problems()...) }
	return r
}

// sessions are talks about one badge; the list is where they begin and end.
var sessions = []script{
	{"first", "n\nskill\nTea Host\nNeighbours who come often\nand like tea\n\nHouse of Tea\nhttps://tea.example\nhello@tea.example\n" +
		"I may host an evening.\n\nPoured for twenty guests\nWashed up\n\nA photo\n\n\n\n\n\n\nTea Master\n\n\n\n\nq\n"},
	{"help", "n\n?\n!help\n1\n?\nTea\n?\n!examples\n!more\nWho\n?\n!exa\nof them\n\n!next\n?\n!go 4\n?\n!go 5\n?\n!go colours\n?\n!go picture\n?\n!go review\n?\n!go 6\n?\n!quit\n"},
	{"lists", "n\n!go steps\n- Poured\n* Washed up\nSwept\n\\2\n?\n!up 3\n!down\n!down 9\n!drop 1\n!undo\n2\n?\nWashed all cups\nA photo\nCount them\nno\n2\n\n\n\n\n" +
		"3\n<\n1\n-\n2\n\n<\n\n-\n-\nmaybe\nyes\n\n!go keywords\ntea\nhosting\n-\ntea\n\n!go skills\nTea https://tea.example/skill\n1\n\n\nTeas\nT1\nAll of it\n\n" +
		"!go next\nTea Master\n1\n\nhttps://tea.example/m\n\n!go badges before\nCups\n!go steps\n!show\n!quit\n"},
	{"look", "n\n!go look\ns\nshi\ndoubel\n1\n1\n?\nharb\n<\n#112233,#ffffff,#ffcc00\n<\nnight\nsopa\n<\nzzz\nbiek\nmap\n2\n<\n-\n<\n!more\nbicycle\nTEA\n2026\n9\n2\n!look\n!undo\n!redo\n\n!quit\n"},
	{"refused", "n\nhobby\nski\n" + strings.Repeat("long ", 60) + "\n!more\n<\n<\n<\n\n\nxx\nalien\npt-br\n\n!go 4\n!more\n\n\n\nv\n6\nsome\nall\nsix weeks\n90 minutes\n\n30\n2\n3\n!go by when\n2026-02-30\n2026-03-01\n!frobnicate\n!e\n\\!important\n!go nowhere\n!go s\n!quit\n"},
	{"undo", "n\n1\nTea\nNobody\n\n!undo\n!undo\n!redo\n\n!undo\n!undo\n!undo\n!redo\n!redo\n!redo\n!redo\n!versions\n<\n!list\n\nq\n"},
	{"again", "bike\n\n!show\n!check\n!next\n!more\n!go 1\n!add\nAlso on Fridays.\n\n-\n\n!go description\n-\n\n!versions\nr 2\n<\n!undo\n!export\n!export\n\nq\n"},
	{"issuer", "n\n!go 2\nHouse of Tea\nhttps://tea.example\nhello@tea.example\n!list\nn\n!go 2\n?\nx\ntea\n<\n\n\n<\n<\n<\nskip\n!quit\n"},
	{"workshop", "w\n1\n2\n!go 1\nMe\n\n\n!next\n!next\n!list\n<\n<\nq\n"},
}

// talked talks a script through in a folder of its own.
func talked(t *testing.T, w *world, lang string, width int, typed string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	var err error
	t.Run("talk", func(t *testing.T) {
		t.Chdir(t.TempDir())
		err = w.design(strings.NewReader(typed), &out, lang, width, "badges").list(context.Background())
	})
	return out.String(), err
}

func TestASessionSaysWhatItSaid(t *testing.T) {
	for _, script := range sessions {
		for _, lang := range locale.Languages() {
			for _, width := range []int{80, 40} {
				name := fmt.Sprintf("%s_%s_%d", script.name, lang, width)
				t.Run(name, func(t *testing.T) {
					got, err := talked(t, newWorld(t, lang), lang, width, script.typed)
					if err != errQuit {
						t.Errorf("it ended with %v", err)
					}
					harmless(t, got, width)
					if strings.Contains(got, "[") {
						t.Error("a sentence is missing")
					}
					golden(t, filepath.Join("session", name), got)
				})
			}
		}
	}
}

// answered is a field's answer in a script: the lines from from to before to.
type answered struct {
	f        designer.Field
	from, to int
}

// typedUp is what a person types for all the answers of a badge, from the list
// on, and which lines are which answer.
func typedUp(d designer.Draft) (lines []string, all []answered) {
	lines = []string{"n"}
	for _, q := range designer.Questions() {
		if q != designer.Review {
			lines = append(lines, "!more")
		}
		var fields []designer.Field
		for _, core := range []bool{true, false} {
			for _, f := range designer.FieldsOf(q) {
				if f.Core == core {
					fields = append(fields, f)
				}
			}
		}
		for _, f := range fields {
			from := len(lines)
			switch {
			case f.IsList():
				lines = append(lines, f.List(&d)...)
				if f.ID == "criteria.steps" {
					for i, s := range d.Criteria.Steps {
						if s != (designer.Step{Text: s.Text}) {
							need := ""
							if s.Optional {
								need = "no"
							}
							lines = append(lines, fmt.Sprint(i+1), "", s.Evidence, s.Note, need)
						}
					}
				}
				if f.ID == "next.leads" {
					for i, l := range d.Next.Leads {
						if l.URL != "" {
							lines = append(lines, fmt.Sprint(i+1), "", l.URL)
						}
					}
				}
				lines = append(lines, "")
			case f.Input == designer.Text && !f.Empty(&d):
				lines = append(append(lines, strings.Split(f.Value(&d), "\n")...), "")
			default:
				lines = append(lines, f.Value(&d))
			}
			all = append(all, answered{f, from, len(lines)})
		}
	}
	return lines, all
}

// newest is the badge that was saved last.
func newest(t *testing.T, w *world) designer.Draft {
	t.Helper()
	all, err := w.rooms(strings.NewReader(""), io.Discard, "en", 80).newest(context.Background())
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	d, err := w.store.Drafts().Get(context.Background(), all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Typed line by line, typed into the full screen or set by commands: the same
// answers are the same bytes.
func TestTheSamplesAreTheSameBytesLineByLine(t *testing.T) {
	for _, lang := range locale.Languages() {
		for _, name := range sample.Names() {
			t.Run(name+"_"+lang, func(t *testing.T) {
				want, _ := sample.Load(name, lang)
				lines, _ := typedUp(want)
				w := newWorld(t, lang)
				dir := t.TempDir()
				var out bytes.Buffer
				in := strings.NewReader(strings.Join(append(lines, "!export", "!quit"), "\n"))
				if err := w.design(in, &out, lang, 80, dir).list(context.Background()); err != errQuit {
					t.Fatalf("it ended with %v\n%s", err, out.String())
				}
				got := newest(t, w)
				for _, c := range designer.Changes(want, got) {
					t.Errorf("%s: %q, want %q", c.Field, c.After, c.Before)
				}
				want.Meta = got.Meta
				files, _, err := ob2.Format.Files(want, render.Of(want), export.Options{})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range files {
					found, _ := filepath.Glob(filepath.Join(dir, "*", f.Name))
					if len(found) != 1 {
						t.Fatalf("%d times %s\n%s", len(found), f.Name, out.String())
					}
					if b, err := os.ReadFile(found[0]); err != nil || !bytes.Equal(b, f.Bytes) {
						t.Errorf("%s has other bytes: %v", f.Name, err)
					}
				}
			})
		}
	}
}

// Wherever the input ends, what was typed is kept: whole answers whole, and of
// the last one all lines there are.
func TestTheEndOfTheInputLosesNothing(t *testing.T) {
	want, _ := sample.Load("bike-repair-buddy", "en")
	want.Why.Earner = "One line\nand another\nand a third"
	lines, all := typedUp(want)
	for n := 3; n <= len(lines); n++ {
		w := newWorld(t, "en")
		typed := strings.Join(lines[:n], "\n") // the last line without an end
		if err := w.design(strings.NewReader(typed), io.Discard, "en", 80, t.TempDir()).list(context.Background()); err != io.EOF {
			t.Fatalf("after %d lines: %v", n, err)
		}
		got := newest(t, w)
		for _, a := range all {
			if a.f.ID == "description" && n < a.to || a.f.ID == "language" {
				continue
			}
			value, full := a.f.Value(&got), a.f.Value(&want)
			switch {
			case n >= a.to && value != full:
				t.Errorf("after %d lines %s is %q, want %q", n, a.f.ID, value, full)
			case n > a.from && n < a.to && value == "" && full != "":
				t.Errorf("after %d lines nothing of %s is kept", n, a.f.ID)
			case n > a.from && n < a.to && strings.Count(value, "\n") < min(n-a.from-1, strings.Count(full, "\n")):
				t.Errorf("after %d lines only %q of %s is kept", n, value, a.f.ID)
			case n <= a.from && value != "":
				t.Errorf("after %d lines %s is %q already", n, a.f.ID, value)
			}
		}
	}
}

func TestTheSavesOfOneAnswerAreOneVersion(t *testing.T) {
	w := newWorld(t, "en")
	talked(t, w, "en", 80, "n\n1\nTea\nOne\ntwo\nthree\n\n!go steps\nPour\nWash\n\n!quit\n")
	d := newest(t, w)
	past, err := w.store.Drafts().History(context.Background(), d.ID)
	if err != nil || len(past) != 3 {
		t.Errorf("%d versions before the last, want 3: kind, name, who: %v", len(past), err)
	}
}

func TestItBeginsWithItsNotice(t *testing.T) {
	w := newWorld(t, "en")
	var out bytes.Buffer
	o := Options{In: strings.NewReader("q\n"), Out: &out, Words: locale.For("en"), Store: w.store, Notice: "The store lies far away.",
		Now: func() time.Time { return noon }, Uptime: func() time.Duration { return 0 }}
	if err := Run(context.Background(), o); err != nil || !strings.HasPrefix(strings.TrimSpace(out.String()), o.Notice) {
		t.Errorf("%v\n%s", err, out.String())
	}
}

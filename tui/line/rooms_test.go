// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/sample"
	"insignia/internal/clean"
	"insignia/internal/locale"
	"insignia/tui/line/talk"
	"insignia/tui/screen"
)

var update = flag.Bool("update", false, "rewrite the golden transcripts")

var noon = time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)

// world is a store with something in it, and a day that goes by.
type world struct {
	store  designer.Store
	minute int           // of saves
	up     time.Duration // of the machine
	event  designer.Workshop
}

func newWorld(t testing.TB, lang string) *world {
	w := &world{}
	st, err := bolt.Open(filepath.Join(t.TempDir(), "insignia.db"), bolt.Clock(func() time.Time {
		w.minute++
		return noon.Add(time.Duration(w.minute-60) * time.Minute)
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	w.store = st
	ctx := context.Background()
	w.event = designer.Workshop{Meta: designer.Meta{ID: designer.IDOf([]byte("event"))}, Title: "Badges for the library", Date: "2026-05-04",
		Place: "Room 3", Language: lang, Teams: []string{"Table 1", "Table 2"}, Issuer: designer.Issuer{Name: "Kettenwerk"}}
	w.event.Agenda, _ = designer.ReadyAgenda("sprint-20")
	if w.event, err = st.Workshops().Put(ctx, w.event); err != nil {
		t.Fatal(err)
	}
	for i, name := range sample.Names()[:2] {
		d, _ := sample.Load(name, lang)
		d.Meta = designer.Meta{ID: designer.IDOf([]byte(name))}
		if i == 0 {
			d.Workshop, d.Team = w.event.ID, "Table 1"
		}
		if _, err := st.Drafts().Put(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// rooms are talked to as through a pipe.
func (w *world) rooms(in io.Reader, out io.Writer, lang string, width int) *rooms {
	p := talk.New(in, out, talk.Options{Words: locale.For(lang), Width: func() int { return width }})
	r := &rooms{
		talk: p, store: w.store, boot: "boot",
		now:    func() time.Time { return noon },
		uptime: func() time.Duration { w.up += 30 * time.Second; return w.up },
		speak:  func(tag string) { p.SetWords(locale.For(tag)) },
		facilitator: Facilitator{
			TakeHome: func(context.Context, designer.Workshop) (string, error) { return "home/badges-for-the-library", nil },
			Write:    func(_ designer.Workshop, folder string) (string, error) { return folder + "/workshop.json", nil },
			Sticks:   func(context.Context) []string { return []string{"/media/stick"} },
			Piles:    func(context.Context) []string { return []string{"/media/stick", "/media/other"} },
			Gather: func(_ context.Context, paths []string) ([]screen.Gathered, error) {
				if paths[0] == "nowhere" {
					return nil, os.ErrNotExist
				}
				return []screen.Gathered{{Name: "Bike", Team: "Table 7", Fate: screen.FateNew}, {Fate: screen.FateSame},
					{Name: paths[0] + "/x.json", Fate: screen.FateUnread, Why: "No."}, {Name: "Library", Workshop: true, Fate: screen.FateUpdated}}, nil
			},
		},
	}
	// Instead of the exercise: the badge is looked at, a new one kept.
	r.exercise = func(ctx context.Context, d designer.Draft) error {
		p.Item("=", d.Name+" / "+d.Team)
		if d.Revision > 0 {
			return nil
		}
		_, err := w.store.Drafts().Put(ctx, d)
		return r.sorry(err)
	}
	return r
}

// script is a talk: a line is a line typed.
type script struct{ name, typed string }

// scripts are talks in rooms.
var scripts = []script{
	{"list", "?\n<\n\nm\nx 1\n\nx\n2\ny\n\nmuseum\n7\n0\nx 99\nq\n"},
	{"search", "bike\nzzz\n/\nbadge\n\nq\n"},
	{"copy", "d 1\nn\n\nq\n"},
	{"workshops", "w\n?\n9\n1\n?\n2\n\nb\n<\nf\n<\nb\n3\nTable 9\nf\n1\nf\n2\nusb\nh\n<\nx 1\nn\nf\nnowhere\nf\nw.json\n<\nq\n"},
	{"prepare", "w\nn\nOur day\n2026-13-01\n2026-06-01\nRoom 1\n<\nRoom 1\n2\n30\n\n\nx\n-\nA\nB\n\nc\n1\nAnother day\n6\n0\n\n17\n1 3\n17\n99\n16\n3\n18\n2\n15\n-\n\n<\n<\nq\n"},
	{"parts", "w\n1\nc\n5\n6\n?\n1 4\n2\n7\n2\n<\n2 0\nc 1\nOur start\nu 2\nx 3\na\n4\n15\na\n<\n9 9\nzz\n<\n\n\n<\n<\nq\n"},
	{"time", "w\n1\nt\n?\nb\n\np\n+\n-\np\nn\nn\nn\nn\nn\nn\nv\nzz\nx\nn\nx\ny\n<\n<\n<\nq\n"},
	{"intro", "i\n\n<\nn\n5\nzz\n\n\n\nq\n"},
	{"present", "p 1\np\n\n<\n2\n9\n<\nq\nw\n1\np\n\n<\n<\nq\n"},
	{"gather", "g\n1 2\ng\n\ng\nnowhere\nh\nq\n"},
	{"suits", "s\n1\n2\n1\n1\n1\nq\n"},
	{"settings", "o\n2\no\n1\nq\n"},
}

// through talks a script through and returns all that was said.
func through(t testing.TB, w *world, lang string, width int, typed string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := w.rooms(strings.NewReader(typed), &out, lang, width).list(context.Background())
	if err != nil && err != errQuit && err != io.EOF {
		t.Errorf("%q: %v", typed, err)
	}
	return out.String(), err
}

func TestRoomsSayWhatTheySaid(t *testing.T) {
	for _, script := range scripts {
		for _, lang := range locale.Languages() {
			for _, width := range []int{80, 40} {
				name := fmt.Sprintf("%s_%s_%d", script.name, lang, width)
				t.Run(name, func(t *testing.T) {
					got, err := through(t, newWorld(t, lang), lang, width, script.typed)
					if err != errQuit {
						t.Errorf("it ended with %v", err)
					}
					harmless(t, got, width)
					golden(t, name, got)
				})
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "rooms", name+".txt")
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(got), 0o666)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is another talk now; see it with -update\n%s", path, got)
	}
}

// harmless fails if anything printed could do more than show, or is wider than
// the terminal.
func harmless(t *testing.T, out string, width int) {
	t.Helper()
	if safe, n := clean.Text(out); n > 0 || safe != out {
		t.Errorf("%d characters came through that may do something: %q", n, out)
	}
	for l := range strings.Lines(out) {
		if n := ansi.StringWidth(strings.TrimRight(l, "\n")); n > width {
			t.Errorf("a line is %d wide: %q", n, l)
		}
	}
}

func TestARoomEndsPolitelyWhereverTheInputDoes(t *testing.T) {
	for _, script := range append(pastScripts, scripts...) {
		lines := strings.SplitAfter(script.typed, "\n")
		for n := range lines[:len(lines)-1] {
			typed := strings.Join(lines[:n], "")
			if _, err := through(t, newWorld(t, "en"), "en", 80, typed); err != io.EOF {
				t.Errorf("%s, ended after %q: %v", script.name, typed, err)
			}
		}
	}
}

// nasty is a text that would clear the screen, set colours, turn the direction
// of what follows and hide in C1.
const nasty = "A\x1b[2J\x1b]0;x\x07B\u202eC\u009b31mD\u200bE\x00"

func TestNoNameDoesAnything(t *testing.T) {
	w := newWorld(t, "en")
	// A store made by other hands: what Set would have cleaned stands there.
	ctx := context.Background()
	w.event.Title, w.event.Place, w.event.Teams = nasty, nasty, []string{nasty, "Table 1"}
	w.event.Issuer, w.event.Colours, w.event.Language = designer.Issuer{Name: nasty, URL: nasty}, nasty, nasty
	w.event.Agenda = designer.Agenda{Name: nasty, Slots: []designer.Slot{{ID: nasty, Title: nasty, Minutes: 2}, {ID: "why", Minutes: 2}}}
	if _, err := w.store.Workshops().Put(ctx, w.event); err != nil {
		t.Fatal(err)
	}
	d := w.event.Begin(nasty)
	d.Name, d.Earner.Who, d.Why.Earner, d.Criteria.Steps = nasty, nasty, nasty, []designer.Step{{Text: nasty}}
	if _, err := w.store.Drafts().Put(ctx, d); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{80, 40} {
		for _, script := range append(pastScripts, scripts...) {
			in := strings.NewReader(strings.ReplaceAll(script.typed, "museum", nasty))
			var out bytes.Buffer
			s := w.rooms(in, &out, "en", width)
			s.facilitator.Sticks = func(context.Context) []string { return []string{nasty} }
			s.facilitator.Piles = s.facilitator.Sticks
			s.facilitator.Write = func(designer.Workshop, string) (string, error) { return nasty, nil }
			s.facilitator.TakeHome = func(context.Context, designer.Workshop) (string, error) { return nasty, errors.New(nasty) }
			s.facilitator.Gather = func(context.Context, []string) ([]screen.Gathered, error) {
				return []screen.Gathered{{Name: nasty, Team: nasty, Why: nasty, Fate: screen.FateUnread}, {Name: nasty, Workshop: true, Fate: screen.FateNew}}, nil
			}
			if err := s.list(ctx); err != nil && err != errQuit && err != io.EOF {
				t.Errorf("%s: %v", script.name, err)
			}
			harmless(t, out.String(), width)
		}
	}
}

func TestNumbersStayWhatTheyWereTold(t *testing.T) {
	w := newWorld(t, "en")
	ctx := context.Background()
	// Between the list and the number another window begins a badge.
	in, typing := io.Pipe()
	var out bytes.Buffer
	done := make(chan error)
	go func() { done <- w.rooms(in, &out, "en", 80).list(ctx) }()
	io.WriteString(typing, "m\n")
	if _, err := w.store.Drafts().Put(ctx, designer.New("en").Duplicate()); err != nil {
		t.Fatal(err)
	}
	io.WriteString(typing, "x 1\ny\n")
	typing.Close()
	if err := <-done; err != io.EOF {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "“Map Curious” is deleted") {
		t.Errorf("another badge went than was told:\n%s", out.String())
	}
}

func TestALongListComesInPages(t *testing.T) {
	w := newWorld(t, "en")
	for range 23 {
		if _, err := w.store.Drafts().Put(context.Background(), designer.New("en").Duplicate()); err != nil {
			t.Fatal(err)
		}
	}
	got, _ := through(t, w, "en", 80, "")
	if !strings.Contains(got, "\n10  ") || strings.Contains(got, "\n11  ") {
		t.Errorf("a page of ten:\n%s", got)
	}
	if got, _ = through(t, w, "en", 80, "m\nm\nm\n"); strings.Count(got, "\n25  ") != 1 || !strings.Contains(got, locale.For("en").T("line.list.end")) {
		t.Errorf("all pages:\n%s", got)
	}
}

func TestTheLanguageIsRememberedBesideWhatElseIs(t *testing.T) {
	w := newWorld(t, "en")
	ctx := context.Background()
	for _, was := range []string{"", `{"theme":"dark","later":[1]}`, "no json", "null", "[]"} {
		if err := w.store.SetNote(ctx, screen.SettingsNote, []byte(was)); err != nil {
			t.Fatal(err)
		}
		if got, _ := through(t, w, "en", 80, "o\n2\n"); !strings.Contains(got, locale.For("es").T("ui.language")) {
			t.Errorf("it does not speak Spanish:\n%s", got)
		}
		b, _ := w.store.Note(ctx, screen.SettingsNote)
		want := `{"language":"es"}`
		if was != "" && was[0] == '{' {
			want = `{"language":"es","later":[1],"theme":"dark"}`
		}
		if string(b) != want {
			t.Errorf("from %q: %s, want %s", was, b, want)
		}
	}
}

func TestAWorkshopIsSavedWithEachAnswer(t *testing.T) {
	w := newWorld(t, "en")
	through(t, w, "en", 80, "w\nn\nOur day\n2026-06-01\n\n\n45\n\n\n\nA\nB") // the input ends within the teams
	all, err := w.store.Workshops().List(context.Background(), designer.Page{})
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	for _, x := range all {
		if x.ID == w.event.ID {
			continue
		}
		got, err := w.store.Workshops().Get(context.Background(), x.ID)
		if err != nil || got.Title != "Our day" || got.Date != "2026-06-01" || got.Minutes() != 45 || strings.Join(got.Teams, " ") != "A B" {
			t.Errorf("%+v %v", got, err)
		}
	}
	// Nothing said is no workshop.
	through(t, w, "en", 80, "w\nn\n"+strings.Repeat("\n", 12))
	if all, _ = w.store.Workshops().List(context.Background(), designer.Page{}); len(all) != 2 {
		t.Errorf("%d workshops, want 2", len(all))
	}
}

func TestTheClockIsTheOneOfTheFullScreen(t *testing.T) {
	w := newWorld(t, "en")
	through(t, w, "en", 80, "w\n1\nt\nb\np\n")
	b, err := w.store.Note(context.Background(), clockNote)
	if err != nil || !strings.Contains(string(b), `"workshop":"`+w.event.ID+`"`) || !strings.Contains(string(b), `"paused":true`) {
		t.Errorf("%s %v", b, err)
	}
}

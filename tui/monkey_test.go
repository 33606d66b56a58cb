// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/internal/frametest"
	"insignia/tui/screen"
)

// monkey hits keys without a plan, in a program whose disk fails now and then
// and whose badges another window changes and deletes. Whatever it does, the
// program stands. All that it does follows from its seed.
type monkey struct {
	*frametest.Driver
	t     *testing.T
	st    *faulty
	rand  *rand.Rand
	w, h  int
	up    time.Duration // what the workshop's clock counts
	trail []string      // what it did
}

const gestures = 150 // of a monkey's life

// repertoire is what a monkey does, as often as it stands here: keys by their
// names, and in capitals what is more than one key.
var repertoire = slices.Concat(
	slices.Repeat([]string{"TYPE", "enter", "tab", "down"}, 8),
	slices.Repeat([]string{"up", "pgdown", "shift+tab", "space", "backspace", "ctrl+z"}, 4),
	slices.Repeat([]string{"PASTE", "TIME", "f3", "f4", "left", "right", "pgup", "ctrl+y", "alt+up", "alt+down", "alt+enter", "delete"}, 2),
	slices.Repeat([]string{"esc"}, 3),
	[]string{"w", "i", "s", "g", "t", "h", "p", "b", "c", "f", "+", "-", ".", "v", "u", "n", "LATER", "LATER"},
	[]string{"SIZE", "CLICK", "OTHER", "FAULT", "MEND", "esc", "ctrl+c", "ctrl+d", "f1", "f2", "f5", "f6", "f9",
		"?", "/", "n", "d", "x", "q", "e", "o", "1", "2", "5", "9", "home", "end", "insert",
		"ctrl+j", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+t", "ctrl+v", "alt+b", "alt+d", "alt+l"},
)

var (
	typed = []string{"a", "Repair", "bike ", " ", "é", "e\u0301", "界面", "สวัสดี", "हिन्दी", "مَرحبا", "👩\u200d🎓",
		"6 h", "90", "2026-12-24", "24 Dec", "https://ring.example", "#112233,#445566,#778899"}
	pasted = append([]string{"- one\n- two\n\n3. three", "line\nline\r\nline", "\x1b[2J\u202e", strings.Repeat("x", 300),
		strings.Repeat("item\n", 60), strings.Repeat("พี่", 600), strings.Repeat("long text ", 200)}, typed...)
	windows = [][2]int{{40, 12}, {40, 12}, {47, 13}, {64, 16}, {80, 24}, {80, 24}, {120, 40}, {9, 3}}
)

func one[T any](k *monkey, of []T) T { return of[k.rand.IntN(len(of))] }

// act does one thing.
func (k *monkey) act() {
	what := one(k, repertoire)
	defer func() { k.trail = append(k.trail, what) }() // also when it was the last thing
	switch what {
	case "TYPE":
		text := one(k, typed)
		what = fmt.Sprintf("type %q", text)
		for _, r := range text { // a key a code point: accents come by themselves
			k.Type(string(r))
		}
	case "PASTE":
		text := one(k, pasted)
		what = fmt.Sprintf("paste %.24q", text)
		k.Paste(text)
	case "TIME":
		k.Fire()
	case "LATER":
		k.up += time.Duration(k.rand.IntN(200)) * time.Second
		k.Fire()
	case "SIZE":
		size := one(k, windows)
		k.w, k.h = size[0], size[1]
		what = fmt.Sprintf("%d×%d", k.w, k.h)
		k.Resize(k.w, k.h)
	case "CLICK":
		x, y := k.rand.IntN(k.w), k.rand.IntN(k.h)
		what = fmt.Sprintf("click %d,%d", x, y)
		k.Click(x, y)
	case "OTHER":
		k.other()
	case "FAULT":
		k.st.refuse = designer.ErrUnavailable
	case "MEND":
		k.st.refuse = nil
	default:
		k.Press(what)
	}
}

// facilitator does what the commands would, as far as it can go wrong here.
func (k *monkey) facilitator() Facilitator {
	maybe := func() error {
		if k.rand.IntN(3) == 0 {
			return designer.ErrUnavailable
		}
		return nil
	}
	places := func(context.Context) []string {
		return []string{"/media/red", "/media/\x1b[2J\u202eblue"}[:k.rand.IntN(3)]
	}
	return Facilitator{
		TakeHome: func(context.Context, designer.Workshop) (string, error) { return "/home/library-evening", maybe() },
		Gather: func(_ context.Context, paths []string) ([]Gathered, error) {
			var out []Gathered
			for _, p := range paths {
				out = append(out, Gathered{Name: p, Fate: one(k, screen.Fates()), Why: "\u202eno"})
			}
			return out, maybe()
		},
		Piles: places, Sticks: places,
		Write: func(_ designer.Workshop, folder string) (string, error) { return folder + "/workshop.json", maybe() },
	}
}

// other is another window: it changes or deletes the open badge.
func (k *monkey) other() {
	ctx, shelf := context.Background(), k.st.Store.Drafts()
	b, err := shelf.Get(ctx, k.Model().(*Model).draft.ID)
	switch {
	case err != nil:
		return // there is none, or it is gone
	case k.rand.IntN(2) == 0:
		err = shelf.Delete(ctx, b.ID, b.Revision)
	default:
		b.Team = one(k, typed[:3])
		_, err = shelf.Put(ctx, b)
	}
	if err != nil {
		k.t.Fatal(err)
	}
}

// stands fails unless the frame fits and is safe, no key waits for an answer
// that has come, and what the program takes for saved is what the store has.
func (k *monkey) stands() {
	k.t.Helper()
	safe(k.t, k.Driver, k.w, k.h)
	m := k.Model().(*Model)
	if m.hold != 0 || len(m.queue) != 0 {
		k.t.Fatalf("%d answers are waited for, %d keys wait", m.hold, len(m.queue))
	}
	if m.place != atBadge || m.saver.dirty() || m.draft.Revision == 0 {
		return
	}
	kept, err := k.st.Store.Drafts().Get(context.Background(), m.draft.ID)
	if errors.Is(err, designer.ErrNotFound) || err == nil && kept.Revision != m.draft.Revision {
		return // the other window was there
	}
	if got, want := answers(kept), answers(m.draft); err != nil || got != want {
		k.t.Fatalf("shown as saved, but the store says %v\n got %s\nwant %s", err, got, want)
	}
}

// rewinds fails unless undoing everything and doing it again ends where it
// began.
func (k *monkey) rewinds() {
	k.t.Helper()
	m := k.Model().(*Model)
	if m.place != atBadge || m.popup.kind != noPopup {
		return
	}
	want, steps := answers(m.draft), len(m.history.past)
	k.Press(slices.Repeat([]string{"ctrl+z"}, steps)...)
	k.stands()
	k.Press(slices.Repeat([]string{"ctrl+y"}, steps)...)
	k.stands()
	if got := answers(m.draft); got != want {
		k.t.Fatalf("undone and done again\n got %s\nwant %s", got, want)
	}
}

// answers is a draft's answers in writing. No list and an empty one are the
// same there, as they are in the store.
func answers(d designer.Draft) string {
	d.Meta = designer.Meta{}
	b, err := json.Marshal(d)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// As a test a few monkeys, each of which broke something once; with -fuzz as
// many as there is time for.
func FuzzAMonkeyBreaksNothing(f *testing.F) {
	for _, seed := range []uint64{0, 1, 3, 8, 19, 24, 27} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		t.Setenv("PATH", "") // it shows no folder in a window of the system
		now := noon
		clock := func() time.Time { // no two saves at once: the list has one order
			now = now.Add(time.Second)
			return now
		}
		st, err := bolt.Open(filepath.Join(t.TempDir(), "insignia.db"), bolt.Clock(clock))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { st.Close() })
		k := &monkey{t: t, st: &faulty{Store: st}, rand: rand.New(rand.NewPCG(seed, 0)), w: 80, h: 24}
		unharmed := false
		defer func() {
			if !unharmed {
				t.Logf("what it did last: %s", strings.Join(k.trail[max(0, len(k.trail)-40):], ", "))
			}
		}()
		o := options(t, k.st)
		o.Uptime, o.Facilitator = func() time.Duration { return k.up }, k.facilitator()
		if k.rand.IntN(2) == 0 {
			evening(t, st)
		}
		for range gestures {
			if k.Driver == nil || k.Quit() { // it left: somebody opens the program again
				k.Driver = frametest.New(t, New(o), k.w, k.h)
			}
			if k.act(); !k.Quit() {
				k.stands()
			}
		}
		if !k.Quit() {
			k.rewinds()
		}
		unharmed = true
	})
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"insignia/designer"
)

// ordered is an id that lists put in the order of n, in one of two groups
// told apart by their first letter.
func ordered(group byte, n int) string {
	return fmt.Sprintf("%c%07d-0000-4000-8000-000000000000", group, n)
}

func (r rules[T, S]) list(t *testing.T) {
	var want []string
	for _, group := range []byte("ab") {
		for n := range 12 {
			want = append(want, ordered(group, n))
		}
	}
	lines := map[string]S{}
	for i := range want {
		id := want[(i*7+3)%len(want)] // not in order
		v := r.put(t, r.sample(id, i))
		lines[id] = r.line(v)
	}
	if err := r.Delete(r.ctx, want[5], 1); err != nil {
		t.Fatal(err)
	}
	want = append(want[:5:5], want[6:]...)

	for _, c := range []struct {
		name string
		page designer.Page
		want []string
	}{
		{"everything", designer.Page{}, want},
		{"the first", designer.Page{Limit: 1}, want[:1]},
		{"a page", designer.Page{Limit: 7}, want[:7]},
		{"the next", designer.Page{After: want[6], Limit: 7}, want[7:14]},
		{"the rest", designer.Page{After: want[13], Limit: 100}, want[14:]},
		{"after the last", designer.Page{After: want[len(want)-1]}, nil},
		{"after one that was deleted", designer.Page{After: ordered('a', 5), Limit: 1}, want[5:6]},
		{"after something between", designer.Page{After: "a00000020", Limit: 2}, want[3:5]},
		{"a prefix", designer.Page{Prefix: "b"}, want[11:]},
		{"a prefix, a page", designer.Page{Prefix: "b", After: want[12], Limit: 2}, want[13:15]},
		{"a prefix, after something before it", designer.Page{Prefix: "b", After: want[2], Limit: 1}, want[11:12]},
		{"a prefix, after something behind it", designer.Page{Prefix: "a", After: want[12]}, nil},
		{"a whole id", designer.Page{Prefix: want[3]}, want[3:4]},
		{"a prefix of none", designer.Page{Prefix: "c"}, nil},
		{"a prefix behind all", designer.Page{Prefix: "\xff"}, nil},
		{"a prefix longer than an id", designer.Page{Prefix: want[3] + "0"}, nil},
	} {
		var expected []S
		for _, id := range c.want {
			expected = append(expected, lines[id])
		}
		got := r.all(t, c.page)
		if len(got) != len(expected) || len(got) > 0 && !reflect.DeepEqual(got, expected) {
			t.Errorf("%s:\n got %+v\nwant %+v", c.name, got, expected)
		}
	}
}

func (r rules[T, S]) lines(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	same(t, "after the first save", r.all(t, designer.Page{}), []S{r.line(v)})
	v = r.put(t, r.edit(v, 2))
	same(t, "after the second", r.all(t, designer.Page{}), []S{r.line(v)})
	bare := *new(T)
	*r.meta(&bare) = *r.meta(&v)
	v = r.put(t, bare)
	same(t, "with nothing in it", r.all(t, designer.Page{}), []S{r.line(v)})
}

func (r rules[T, S]) history(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	neighbour := r.put(t, r.sample("", 1))
	saved := []T{v}
	for n := 2; n <= 40; n++ {
		v = r.put(t, r.edit(v, n))
		saved = append(saved, v)
	}
	h, err := r.History(r.ctx, r.id(v))
	if err != nil {
		t.Fatal(err)
	}
	if len(h) == 0 {
		t.Fatal("no history")
	}
	same(t, "the newest", h[0], saved[len(saved)-2])
	last := len(saved)
	for _, old := range h {
		n := r.meta(&old).Revision
		if n >= last || n < 1 {
			t.Fatalf("revision %d after %d", n, last)
		}
		same(t, fmt.Sprintf("revision %d", n), old, saved[n-1])
		last = n
	}
	if h, err = r.History(r.ctx, r.id(neighbour)); err != nil || len(h) != 0 {
		t.Errorf("the neighbour's history: %v, %v", h, err)
	}
}

func (r rules[T, S]) texts(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("Ñandú, 日本語 and \"quotes\"\n", 2200), // about 60 KiB
		"\u2028\u2029 <script>&amp;</script> \\u0041 \t",
		`\ufffd \\ufffd \\\`,
		"🏴‍☠️👨‍👩‍👧‍👦 e\u0301 \u05d0\u05d1 \u0001 \ufffd \U0010ffff",
		"",
	} {
		v := r.sample("", 1)
		*r.text(&v) = s
		v = r.put(t, v)
		if got := *r.text(&v); got != s {
			t.Errorf("kept %.40q of %.40q", got, s)
		}
		v = r.get(t, r.id(v))
		if got := *r.text(&v); got != s {
			t.Errorf("read back %.40q of %.40q", got, s)
		}
	}
}

func (r rules[T, S]) noText(t *testing.T) {
	for _, s := range []string{"\xff", "a\xc3", "\\\xed\xa0\x80"} {
		v := r.sample("", 1)
		*r.text(&v) = s
		if _, err := r.Put(r.ctx, v); err == nil {
			t.Errorf("put of %q succeeded", s)
		}
	}
	if n := len(r.all(t, designer.Page{})); n != 0 {
		t.Errorf("list has %d lines", n)
	}
}

func (r rules[T, S]) race(t *testing.T) {
	const writers, rounds = 6, 4
	v := r.put(t, r.sample("", 0))
	for range rounds {
		type outcome struct {
			kept T
			err  error
		}
		results := make(chan outcome, writers)
		for w := range writers {
			go func() {
				kept, err := r.Put(r.ctx, r.edit(v, w))
				results <- outcome{kept, err}
			}()
		}
		var won []T
		for range writers {
			switch o := <-results; {
			case o.err == nil:
				won = append(won, o.kept)
			case !errors.Is(o.err, designer.ErrConflict):
				t.Errorf("a loser got %v", o.err)
			}
		}
		if len(won) != 1 {
			t.Fatalf("%d writers won", len(won))
		}
		v = r.get(t, r.id(v))
		same(t, "what is kept is what the winner was told", v, won[0])
	}
}

func (r rules[T, S]) crowd(t *testing.T) {
	const writers, saves = 6, 8
	last := make([]T, writers)
	var group sync.WaitGroup
	for w := range writers {
		group.Go(func() {
			v, err := r.sample("", 0), error(nil)
			for n := range saves {
				if v, err = r.Put(r.ctx, r.edit(v, n)); err != nil {
					t.Errorf("writer %d: %v", w, err)
					return
				}
				if _, err := r.List(r.ctx, designer.Page{}); err != nil {
					t.Errorf("writer %d: list: %v", w, err)
				}
			}
			last[w] = v
		})
	}
	group.Wait()
	if t.Failed() {
		return
	}
	for _, v := range last {
		if n := r.meta(&v).Revision; n != saves {
			t.Errorf("revision %d after %d saves", n, saves)
		}
		same(t, "read back", r.get(t, r.id(v)), v)
	}
	if n := len(r.all(t, designer.Page{})); n != writers {
		t.Errorf("list has %d lines", n)
	}
}

func (r rules[T, S]) cancelled(t *testing.T) {
	v := r.put(t, r.sample("", 1))
	gone := r.put(t, r.sample("", 1))
	if err := r.Delete(r.ctx, r.id(gone), 1); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(r.ctx)
	cancel()
	for _, c := range []struct {
		name string
		call func() error
	}{
		{"get", func() error { _, err := r.Get(ctx, r.id(v)); return err }},
		{"put", func() error { _, err := r.Put(ctx, r.edit(v, 2)); return err }},
		{"put of a new one", func() error { _, err := r.Put(ctx, r.sample("", 2)); return err }},
		{"delete", func() error { return r.Delete(ctx, r.id(v), 1) }},
		{"undelete", func() error { _, err := r.Undelete(ctx, r.id(gone)); return err }},
		{"list", func() error { _, err := r.List(ctx, designer.Page{}); return err }},
		{"gone", func() error { _, err := r.Gone(ctx); return err }},
		{"history", func() error { _, err := r.History(ctx, r.id(v)); return err }},
	} {
		is(t, c.name, c.call(), context.Canceled)
	}
	same(t, "read back", r.get(t, r.id(v)), v)
	same(t, "list", r.all(t, designer.Page{}), []S{r.line(v)})
}

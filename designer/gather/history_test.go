// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package gather

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"insignia/designer"
	"insignia/designer/bolt"
)

// world is several laptops whose people save, swap piles and copy sticks. It
// knows which save was made from which, as nobody on the laptops does.
type world struct {
	t      *testing.T
	random *rand.Rand
	paths  []string
	parent []int // of each save, by its number; the first has -1
}

func newWorld(t *testing.T, seed uint64, laptops int) *world {
	w := &world{t: t, random: rand.New(rand.NewPCG(seed, 77))}
	for range laptops {
		w.paths = append(w.paths, filepath.Join(t.TempDir(), "badges.db"))
	}
	return w
}

// at runs use with the store of a laptop.
func (w *world) at(path string, use func(designer.Store)) {
	w.t.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		w.t.Fatal(err)
	}
	defer s.Close()
	use(s)
}

func (w *world) pick() string { return w.paths[w.random.IntN(len(w.paths))] }

// save gives d the number of a new save made from another one.
func (w *world) save(s designer.Store, d designer.Draft, from int) {
	w.t.Helper()
	w.parent = append(w.parent, from)
	d.Description = strconv.Itoa(len(w.parent) - 1)
	if _, err := s.Drafts().Put(w.t.Context(), d); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) number(d designer.Draft) int {
	n, err := strconv.Atoi(d.Description)
	if err != nil {
		w.t.Fatal(err)
	}
	return n
}

// descends reports whether save a was made from save b, or is it.
func (w *world) descends(a, b int) bool {
	for ; a > b; a = w.parent[a] {
	}
	return a == b
}

func all(t *testing.T, s designer.Store) (out []designer.Draft) {
	t.Helper()
	lines, err := s.Drafts().List(t.Context(), designer.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		d, err := s.Drafts().Get(t.Context(), line.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

func (w *world) pile(path string) (p Pile) {
	w.at(path, func(s designer.Store) { p = Pile{Name: path, Drafts: all(w.t, s)} })
	return p
}

func into(t *testing.T, s designer.Store, p Pile) Report {
	t.Helper()
	r, err := Into(context.Background(), s, p)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// step is one thing that happens somewhere.
func (w *world) step() {
	path := w.pick()
	switch w.random.IntN(10) {
	case 0: // a new badge
		w.at(path, func(s designer.Store) { w.save(s, designer.New("en"), -1) })
	case 1, 2: // a pile is brought over
		p := w.pile(w.pick())
		w.random.Shuffle(len(p.Drafts), func(i, j int) { p.Drafts[i], p.Drafts[j] = p.Drafts[j], p.Drafts[i] })
		w.at(path, func(s designer.Store) { into(w.t, s, p) })
	case 3: // a stick is copied
		b, err := os.ReadFile(path)
		if os.IsNotExist(err) || len(w.paths) > 5 {
			return
		}
		c := filepath.Join(w.t.TempDir(), "copy.db")
		if err := os.WriteFile(c, b, 0o600); err != nil {
			w.t.Fatal(err)
		}
		w.paths = append(w.paths, c)
	default: // somebody goes on with a badge
		w.at(path, func(s designer.Store) {
			if here := all(w.t, s); len(here) > 0 {
				d := here[w.random.IntN(len(here))]
				w.save(s, d, w.number(d))
			}
		})
	}
}

// newest are the saves that no other of them descends from.
func (w *world) newest(saves []int) []int {
	var out []int
	for _, a := range saves {
		if !slices.ContainsFunc(saves, func(b int) bool { return a != b && w.descends(b, a) }) {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (w *world) numbers(drafts []designer.Draft) []int {
	var out []int
	for _, d := range drafts {
		out = append(out, w.number(d))
	}
	slices.Sort(out)
	return out
}

// Whatever happened on the laptops: what is gathered is each badge's newest
// saves, all of them and nothing else, in any order of the piles, and
// gathering once more changes nothing.
func TestAnyHistoryGathersToTheNewestOfEachBadge(t *testing.T) {
	forks := 0
	for seed := range uint64(24) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			w := newWorld(t, seed, 2+int(seed%3))
			for range 30 {
				w.step()
			}
			var piles []Pile
			var saves []int
			for _, path := range w.paths {
				p := w.pile(path)
				piles = append(piles, p)
				saves = append(saves, w.numbers(p.Drafts)...)
			}
			want := w.newest(saves)
			for range 3 {
				w.random.Shuffle(len(piles), func(i, j int) { piles[i], piles[j] = piles[j], piles[i] })
				w.at(filepath.Join(t.TempDir(), "all.db"), func(s designer.Store) {
					for _, p := range piles {
						forks += into(t, s, p).Count(Forked)
					}
					before := all(t, s)
					if got := w.numbers(before); !slices.Equal(got, want) {
						t.Fatalf("gathered saves %v, want %v of %v, made from %v", got, want, saves, w.parent)
					}
					for _, p := range piles {
						r := into(t, s, p)
						if n := r.Count(Same) + r.Count(Older) + r.Count(Removed); n != len(p.Drafts) {
							t.Fatalf("the second time: %+v", r.Badges)
						}
					}
					for i, d := range all(t, s) {
						if d.Revision != before[i].Revision {
							t.Fatalf("%s was saved again", d.ID)
						}
					}
				})
			}
		})
	}
	if forks == 0 {
		t.Error("no badge went two ways: nothing was tested")
	}
}

// Those who gather from each other end with the same versions of each badge,
// whichever of them they call the first.
func TestAllWhoGatherFromEachOtherHaveTheSame(t *testing.T) {
	for seed := range uint64(8) {
		w := newWorld(t, 100+seed, 3)
		for range 25 {
			w.step()
		}
		var piles []Pile
		for _, path := range w.paths {
			piles = append(piles, w.pile(path))
		}
		var results [][]int
		for _, path := range w.paths {
			w.at(path, func(s designer.Store) {
				for _, p := range piles {
					into(t, s, p)
				}
				results = append(results, w.numbers(all(t, s)))
			})
		}
		for _, r := range results[1:] {
			if !slices.Equal(r, results[0]) {
				t.Fatalf("seed %d: %v and %v", seed, results[0], r)
			}
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"insignia/designer"
)

// matrix is how many random damages are tried; MENDS is another number.
func matrix(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("INSIGNIA_MENDS"))
	if err != nil {
		n = 120
	}
	return n
}

// damages are the ways in which a file is spoiled.
var damages = []struct {
	name string
	do   func(b []byte, r *rand.Rand) []byte
}{
	{"a flipped bit", func(b []byte, r *rand.Rand) []byte { b[r.IntN(len(b))] ^= 1 << r.IntN(8); return b }},
	{"many flipped bits", func(b []byte, r *rand.Rand) []byte {
		for range 40 {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
		return b
	}},
	{"a zeroed page", func(b []byte, r *rand.Rand) []byte { clear(onePage(b, r)); return b }},
	{"a scrambled page", func(b []byte, r *rand.Rand) []byte {
		p := onePage(b, r)
		for i := range p {
			p[i] = byte(r.Uint32())
		}
		return b
	}},
	{"two pages for one another", func(b []byte, r *rand.Rand) []byte {
		x, y := onePage(b, r), onePage(b, r)
		keep := bytes.Clone(x)
		copy(x, y)
		copy(y, keep)
		return b
	}},
	{"cut short", func(b []byte, r *rand.Rand) []byte { return b[:r.IntN(len(b))] }},
	{"nothing left", func([]byte, *rand.Rand) []byte { return nil }},
	{"no meta pages", func(b []byte, _ *rand.Rand) []byte { clear(b[:2*os.Getpagesize()]); return b }},
	{"one meta page", func(b []byte, r *rand.Rand) []byte {
		at := r.IntN(2) * os.Getpagesize()
		b[at+16+r.IntN(64)] ^= 1 << r.IntN(8)
		return b
	}},
}

// held reports whether the last save of a badge lies in the file as it was
// written, sealed and in one piece.
func held(file []byte, d designer.Draft) bool {
	body, err := encode(d)
	return err == nil && bytes.Contains(file, body)
}

func onePage(b []byte, r *rand.Rand) []byte {
	page := os.Getpagesize()
	at := r.IntN(len(b)/page) * page
	return b[at : at+page]
}

// scene is a store with a backup and plain files that are a little behind it.
type scene struct {
	dir    string
	whole  []byte
	texts  map[string]map[string]bool // every text that a badge ever had, by id
	last   map[string]designer.Draft  // as last saved
	copied map[string]int             // the revision that the backup has
	gone   string
}

func staged(t *testing.T) scene {
	t.Helper()
	s := scene{dir: t.TempDir(), texts: map[string]map[string]bool{}, last: map[string]designer.Draft{}, copied: map[string]int{}}
	st := open(t, filepath.Join(s.dir, "badges.db"))
	put := func(d designer.Draft) {
		t.Helper()
		d.Description = fmt.Sprint(d.ID, " ", essay(d.Revision+1))
		d, err := st.Drafts().Put(ctx, d)
		if err != nil {
			t.Fatal(err)
		}
		if s.texts[d.ID] == nil {
			s.texts[d.ID] = map[string]bool{}
		}
		s.texts[d.ID][d.Description] = true
		s.last[d.ID] = d
	}
	for range 12 {
		d := designer.New("en")
		put(d)
		put(s.last[d.ID])
		s.gone = d.ID
	}
	if err := st.Drafts().Delete(ctx, s.gone, 2); err != nil {
		t.Fatal(err)
	}
	delete(s.last, s.gone)
	if err := st.Tend(ctx); err != nil {
		t.Fatal(err)
	}
	n := 0
	for id, d := range s.last {
		s.copied[id] = d.Revision
		if n++; n%3 == 0 { // after the copy was made
			put(d)
		}
	}
	put(designer.New("en")) // is in no copy
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	var err error
	if s.whole, err = os.ReadFile(filepath.Join(s.dir, "badges.db")); err != nil {
		t.Fatal(err)
	}
	return s
}

// beside copies the scene into another folder, with file as the store's.
func (s scene) beside(t *testing.T, file []byte) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(s.dir)); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "badges.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWhateverWasLeftOfADamagedStoreComesBack(t *testing.T) {
	scene := staged(t)
	met := 0
	for n := range matrix(t) {
		c := damages[n%len(damages)]
		t.Run(fmt.Sprint(n, " ", c.name), func(t *testing.T) {
			random := rand.New(rand.NewPCG(uint64(n), 11))
			file := c.do(bytes.Clone(scene.whole), random)
			path := scene.beside(t, file)
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			list, err := s.Drafts().List(ctx, designer.Page{})
			if err != nil {
				t.Fatal(err)
			}
			there := map[string]int{}
			for _, line := range list {
				d, err := s.Drafts().Get(ctx, line.ID)
				if errors.Is(err, designer.ErrNotFound) {
					continue // mended between the list and this
				}
				if err != nil {
					t.Fatal(err)
				}
				there[d.ID] = d.Revision
				if !scene.texts[d.ID][d.Description] {
					t.Errorf("%s has a text that it never had", d.ID)
				}
				if d.Revision < scene.copied[d.ID] {
					t.Errorf("%s came back as save %d, the backup has %d", d.ID, d.Revision, scene.copied[d.ID])
				}
			}
			for id, d := range scene.last {
				if held(file, d) && there[id] != d.Revision {
					t.Errorf("%s came back as save %d, the file has %d", id, there[id], d.Revision)
				}
			}
			for id := range scene.copied {
				if there[id] == 0 {
					t.Errorf("%s is in the backup, and did not come back", id)
				}
			}
			if there[scene.gone] > 0 {
				t.Error("what was deleted came back")
			}
			if _, err := s.Drafts().Put(ctx, designer.New("en")); err != nil {
				t.Errorf("put: %v", err)
			}
			reports := s.Mended()
			if len(reports) > 0 {
				met++
			}
			for i, r := range reports {
				aside, err := os.ReadFile(r.Aside)
				if err != nil || i == 0 && !bytes.Equal(aside, file) {
					t.Errorf("the damaged file is not as it was: %v", err)
				}
			}
		})
	}
	if met < matrix(t)/2 {
		t.Errorf("only %d damages were met", met)
	}
}

func TestAStoreThatVanishedIsMadeAgainFromItsCopies(t *testing.T) {
	scene := staged(t)
	path := scene.beside(t, nil)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	list, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil || len(list) != len(scene.copied) {
		t.Errorf("%d of %d came back, %v", len(list), len(scene.copied), err)
	}
	if r := s.Mended(); len(r) != 1 || r[0].Aside != "" || r[0].Back() != len(scene.copied) {
		t.Errorf("the report: %+v", r)
	}
	if r := s.Mended(); len(r) != 0 {
		t.Error("the report is told twice")
	}
}

func TestAStoreThatVanishedWithoutCopiesIsNotForgottenSilently(t *testing.T) {
	path := filepath.Join(t.TempDir(), "badges.db")
	if err := open(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if r := open(t, path).Mended(); len(r) != 1 {
		t.Errorf("reports: %+v", r)
	}
}

func TestAHealthyStoreIsNeverMended(t *testing.T) {
	scene := staged(t)
	path := scene.beside(t, scene.whole)
	s := open(t, path)
	if mended, err := s.hold.mend(ctx, errGone, nil); mended || err != nil {
		t.Errorf("mended %v, %v", mended, err)
	}
	list, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil || len(list) != len(scene.last) || len(s.Mended()) != 0 {
		t.Errorf("%d badges, %v", len(list), err)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, scene.whole) {
		t.Errorf("the file was changed, %v", err)
	}
}

func TestSavesSinceTheBackupComeFromTheDamagedFile(t *testing.T) {
	scene := staged(t)
	file := bytes.Clone(scene.whole)
	clear(file[:2*os.Getpagesize()]) // all records are there, and nothing leads to them
	path := scene.beside(t, file)
	s := open(t, path)
	for id, want := range scene.last {
		got, err := s.Drafts().Get(ctx, id)
		if err != nil || got.Revision != want.Revision || got.Description != want.Description {
			t.Errorf("%s: save %d, want %d, %v", id, got.Revision, want.Revision, err)
		}
	}
	r := s.Mended()
	if len(r) != 1 || len(r[0].Lost()) != 0 || r[0].Backup == "" {
		t.Errorf("the report: %+v", r)
	}
}

func TestPlainFilesAloneBringBadgesBack(t *testing.T) {
	scene := staged(t)
	path := scene.beside(t, nil)
	if err := os.RemoveAll(path + backupsSuffix); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	list, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil || len(list) != len(scene.copied) {
		t.Errorf("%d of %d came back, %v", len(list), len(scene.copied), err)
	}
	for _, f := range s.Mended()[0].Found {
		if f.From != designer.FromMirror {
			t.Errorf("%+v", f)
		}
	}
}

func TestTwoProgramsThatMeetTheDamageMendItOnce(t *testing.T) {
	scene := staged(t)
	file := bytes.Clone(scene.whole)
	clear(file[:2*os.Getpagesize()])
	path := scene.beside(t, file)
	reports := make(chan int)
	for range 4 {
		go func() {
			s, err := Open(path)
			if err != nil {
				t.Error(err)
				reports <- 0
				return
			}
			defer s.Close()
			if list, err := s.Drafts().List(ctx, designer.Page{}); err != nil || len(list) != len(scene.last) {
				t.Errorf("%d badges, %v", len(list), err)
			}
			reports <- len(s.Mended())
		}()
	}
	all := 0
	for range 4 {
		all += <-reports
	}
	if all != 1 {
		t.Errorf("it was mended %d times", all)
	}
	if _, err := os.Lstat(path + ".known"); errors.Is(err, fs.ErrNotExist) {
		t.Error("no marker")
	}
}

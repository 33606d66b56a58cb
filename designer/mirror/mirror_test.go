// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/sample"
)

// must does a Sync in which nothing may fail.
func must(t *testing.T, s designer.Store, dir string, want Report) {
	t.Helper()
	got, err := Sync(t.Context(), s, dir)
	if err != nil || got != want {
		t.Fatalf("%+v, %v; want %+v", got, err, want)
	}
}

// tree is what a folder holds, by name below it; a folder ends with a slash.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		name = filepath.ToSlash(name)
		if d.IsDir() {
			out[name+"/"] = ""
			return nil
		}
		b, err := os.ReadFile(p)
		out[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for name := range tree(t, dir) {
		if !strings.HasSuffix(name, "/") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func badge(name string) designer.Draft {
	d := designer.New("en")
	d.Name = name
	return d
}

func full(t *testing.T) (*memory, string) {
	t.Helper()
	s := store()
	for _, name := range sample.Names() {
		d, ok := sample.Load(name, "es")
		if !ok {
			t.Fatal(name)
		}
		s.drafts.put(d.Duplicate())
	}
	agenda, _ := designer.ReadyAgenda(designer.ReadyAgendas()[0].Name)
	s.workshops.put(designer.Workshop{Meta: designer.Meta{ID: designer.NewID()}, Title: "Badges for the library", Agenda: agenda,
		Teams: []string{"Table 1", "Mesa «dos»"}, Skip: []string{"issuer.email"}})
	s.issuers.put(designer.SavedIssuer{Meta: designer.Meta{ID: designer.NewID()}, Issuer: designer.Issuer{Name: "Asociación Ñandú"}, Base: "https://x.example/"})
	return s, filepath.Join(t.TempDir(), "badges.db.mirror")
}

func TestAMirrorSaysWhatItsStoreSays(t *testing.T) {
	s, dir := full(t)
	must(t, s, dir, Report{Written: len(sample.Names()) + 2})
	c, err := Read(dir)
	if err != nil || len(c.Unread) > 0 {
		t.Fatal(err, c.Unread)
	}
	if !reflect.DeepEqual(c.Drafts, s.drafts.all) || !reflect.DeepEqual(c.Workshops, s.workshops.all) || !reflect.DeepEqual(c.Issuers, s.issuers.all) {
		t.Errorf("read back it is %+v", c)
	}
	id := s.issuers.all[0].ID
	if _, there := tree(t, dir)["issuers/asociacion-nandu."+id+".json"]; !there {
		t.Errorf("there are %v", files(t, dir))
	}
	for name := range tree(t, dir) {
		info, err := os.Lstat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		want := fs.FileMode(0o600)
		if info.IsDir() {
			want = 0o700
		}
		if got := info.Mode().Perm(); got != want && filepath.Separator == '/' {
			t.Errorf("%s has the mode %o", name, got)
		}
	}
}

func TestNothingIsReadOrWrittenWhereNothingChanged(t *testing.T) {
	s, dir := full(t)
	n := len(sample.Names()) + 2
	must(t, s, dir, Report{Written: n})
	before, gets := tree(t, dir), s.drafts.gets
	must(t, s, dir, Report{Kept: n})
	if s.drafts.gets != gets || !reflect.DeepEqual(tree(t, dir), before) {
		t.Errorf("%d badges were read again", s.drafts.gets-gets)
	}
	d := s.drafts.all[0]
	d.Description = "Changed"
	s.drafts.put(d)
	must(t, s, dir, Report{Written: 1, Kept: n - 1})
	if s.drafts.gets != gets+1 {
		t.Errorf("%d badges were read for one that changed", s.drafts.gets-gets)
	}
}

// A memory stick keeps times of two seconds, and a folder that was copied the
// time of that: the bytes decide.
func TestAFileWithAnotherTimeIsReadNotWritten(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	path := filepath.Join(dir, files(t, dir)[0])
	if err := os.Chtimes(path, d.Updated, d.Updated.Truncate(2*time.Second)); err != nil {
		t.Fatal(err)
	}
	was, _ := os.Stat(path)
	must(t, s, dir, Report{Kept: 1})
	is, _ := os.Stat(path)
	if !os.SameFile(was, is) || !is.ModTime().Equal(d.Updated) {
		t.Errorf("it was written again, or has the time %v", is.ModTime())
	}
}

// Two saves can have the same millisecond: a file that young is looked at again.
func TestAFileAsYoungAsItsRecordIsNotTrusted(t *testing.T) {
	for age, want := range map[time.Duration]Report{0: {Written: 1}, racy - 1: {Written: 1}, 1 - racy: {Written: 1}, racy: {Kept: 1}, time.Hour: {Kept: 1}, -time.Hour: {Kept: 1}} {
		s, dir := store(), t.TempDir()
		d := s.drafts.put(badge("Bike"))
		at := d.Updated
		o := outside{now: func() time.Time { return at.Add(age) }, at: func(string) {}}
		if r, err := sync(t.Context(), s, dir, o); err != nil || r.Written != 1 {
			t.Fatal(r, err)
		}
		d.Description = "Changed"
		s.drafts.put(d)
		s.drafts.all[0].Updated = at
		if r, err := sync(t.Context(), s, dir, o); err != nil || r != want {
			t.Errorf("%v old: %+v, %v", age, r, err)
		}
	}
}

func TestABadgeHasOneFileWhateverItIsCalled(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	d.Name = "Community Cook"
	d = s.drafts.put(d)
	must(t, s, dir, Report{Written: 1})
	want := []string{"badges/community-cook." + d.ID + ".json"}
	if got := files(t, dir); !slices.Equal(got, want) {
		t.Errorf("there are %v", got)
	}
	s.drafts.remove(d.ID)
	must(t, s, dir, Report{Removed: 1})
	if got := files(t, dir); len(got) > 0 {
		t.Errorf("there are %v", got)
	}
}

// A store that was emptied by an accident must not empty its mirror.
func TestAFileOfABadgeTheStoreKnowsNothingOfStays(t *testing.T) {
	s, dir := full(t)
	must(t, s, dir, Report{Written: len(sample.Names()) + 2})
	before := tree(t, dir)
	must(t, store(), dir, Report{})
	if !reflect.DeepEqual(tree(t, dir), before) {
		t.Error("files went")
	}
}

func TestWhatIsNotOursStays(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	folder := filepath.Join(dir, "badges")
	for _, name := range []string{"notes.txt", "bike.json", "Bike." + d.ID + ".json", "bike." + d.ID + ".json.bak", "bike." + strings.ToUpper(d.ID) + ".JSON",
		d.ID + ".json", "." + d.ID + ".json"} {
		write(t, filepath.Join(folder, name), "mine")
	}
	if err := os.Mkdir(filepath.Join(folder, "older"), 0o700); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	must(t, s, dir, Report{Kept: 1})
	s.drafts.remove(d.ID)
	must(t, s, dir, Report{Removed: 1})
	delete(before, "badges/bike."+d.ID+".json")
	if !reflect.DeepEqual(tree(t, dir), before) {
		t.Errorf("there are %v", files(t, dir))
	}
	c, err := Read(dir)
	if err != nil || len(c.Drafts) > 0 || len(c.Unread) != 8 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestAnEditedFileMovesAsideBeforeItIsWritten(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	name := files(t, dir)[0]
	mine := strings.Replace(tree(t, dir)[name], "Bike", "Mine", 1)
	edit := func() {
		write(t, filepath.Join(dir, name), mine)
		at := time.Date(2026, 11, 24, 10, 30, 5, 0, time.UTC)
		if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	edit()
	if c, err := Read(dir); err != nil || len(c.Drafts) != 0 || len(c.Unread) != 1 || c.Unread[0].Name != name {
		t.Errorf("edited it is read as %+v, %v", c, err)
	}
	must(t, s, dir, Report{Written: 1, Aside: 1})
	edit()
	d.Description = "Changed"
	d = s.drafts.put(d)
	must(t, s, dir, Report{Written: 1, Aside: 1})
	edit()
	d.Name = "Cook"
	d = s.drafts.put(d)
	must(t, s, dir, Report{Written: 1, Aside: 1})
	name = "badges/cook." + d.ID + ".json"
	edit()
	s.drafts.remove(d.ID)
	must(t, s, dir, Report{Aside: 1})
	stem := "." + d.ID + ".aside-20261124-103005"
	want := []string{"badges/bike" + stem + "-2.json", "badges/bike" + stem + "-3.json", "badges/bike" + stem + ".json", "badges/cook" + stem + ".json"}
	if got := files(t, dir); !slices.Equal(got, want) {
		t.Fatalf("there are %v", got)
	}
	for name, text := range tree(t, dir) {
		if text != mine && !strings.HasSuffix(name, "/") {
			t.Errorf("%s was changed", name)
		}
	}
	must(t, s, dir, Report{})
}

// The store may be an older copy of itself: then the file is the only newer one.
func TestAFileNewerThanItsStoreIsNotLost(t *testing.T) {
	s, dir := store(), t.TempDir()
	old := s.drafts.put(badge("Bike"))
	d := old.Clone()
	d.Description = "Newer"
	s.drafts.put(d)
	must(t, s, dir, Report{Written: 1})
	newer := tree(t, dir)[files(t, dir)[0]]
	s.drafts.all[0] = old
	must(t, s, dir, Report{Written: 1, Aside: 1})
	if !slices.Contains(slices.Collect(values(tree(t, dir))), newer) {
		t.Error("the newer file is gone")
	}
	// Saved on from there it went another way, and is not older either.
	must(t, s, dir, Report{Kept: 1})
}

func values(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, v := range m {
			if !yield(v) {
				return
			}
		}
	}
}

func TestADamagedRecordKeepsItsFile(t *testing.T) {
	s, dir := store(), t.TempDir()
	a, b := s.drafts.put(badge("Bike")), s.drafts.put(badge("Cook"))
	must(t, s, dir, Report{Written: 2})
	before := tree(t, dir)
	a.Name, b.Description = "Bike two", "Changed"
	s.drafts.put(a)
	s.drafts.put(b)
	s.drafts.broken = map[string]error{a.ID: &designer.Error{Code: designer.ErrDamaged.Code}}
	got, err := Sync(t.Context(), s, dir)
	if !errors.Is(err, designer.ErrDamaged) || got != (Report{Written: 1}) {
		t.Errorf("%+v, %v", got, err)
	}
	name := "badges/bike." + a.ID + ".json"
	if tree(t, dir)[name] != before[name] {
		t.Error("its file is not as it was")
	}
	s.drafts.broken = map[string]error{a.ID: designer.ErrBusy}
	if _, err := Sync(t.Context(), s, dir); !errors.Is(err, designer.ErrBusy) {
		t.Errorf("%v", err)
	}
}

// Two programs have the same store open, and both find the time.
func TestTwoProgramsBringAFolderUpToDateAtOnce(t *testing.T) {
	dir := t.TempDir()
	type change func(*memory)
	var changes []change
	for range 20 {
		d := badge("Bike")
		changes = append(changes, func(m *memory) { m.drafts.put(d) })
	}
	play := func(m *memory, round int) {
		for i := range m.drafts.all {
			d := m.drafts.all[i]
			d.Name = []string{"Bike", "Cook", "Map"}[(round+i)%3]
			m.drafts.put(d)
		}
	}
	one, two := store(), store()
	for _, c := range changes {
		c(one)
		c(two)
	}
	for round := range 10 {
		play(one, round)
		play(two, round)
		done := make(chan error)
		for _, m := range []*memory{one, two} {
			go func() {
				_, err := Sync(t.Context(), m, dir)
				done <- err
			}()
		}
		for range 2 {
			if err := <-done; err != nil {
				t.Fatal(err)
			}
		}
		c, err := Read(dir)
		if err != nil || len(c.Unread) > 0 || !reflect.DeepEqual(c.Drafts, one.drafts.all) {
			t.Fatalf("after round %d it holds %+v, %v", round, c, err)
		}
	}
}

func TestSyncStopsBetweenFiles(t *testing.T) {
	s, dir := full(t)
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	got, err := sync(ctx, s, dir, outside{now: time.Now, at: func(step string) {
		if step == "made" {
			if n++; n == 2 {
				cancel()
			}
		}
	}})
	if !errors.Is(err, context.Canceled) || got != (Report{Written: 2}) || len(files(t, dir)) != 2 {
		t.Errorf("%+v, %v, %v", got, err, files(t, dir))
	}
	must(t, s, dir, Report{Written: len(sample.Names()), Kept: 2})
}

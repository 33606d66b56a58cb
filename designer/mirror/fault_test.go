// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	"insignia/designer"
)

// killed is what the tests stop a Sync with, as kill -9 would: nothing is
// tidied up.
type killed struct{}

func (killed) Error() string { return "killed" }

func syncUntil(t *testing.T, s designer.Store, dir, step string) {
	t.Helper()
	defer func() {
		if r := recover(); r != (killed{}) {
			t.Fatalf("it was not stopped at %q: %v", step, r)
		}
	}()
	sync(t.Context(), s, dir, outside{now: time.Now, at: func(at string) {
		if at == step {
			panic(killed{})
		}
	}})
}

func TestAKilledProgramLeavesNoHalfFile(t *testing.T) {
	for _, step := range []string{"made", "filled", "durable", "placed"} {
		s, dir := store(), t.TempDir()
		d := s.drafts.put(badge("Bike"))
		must(t, s, dir, Report{Written: 1})
		was := s.drafts.all[0]
		d.Name = "Community Cook"
		d = s.drafts.put(d)
		syncUntil(t, s, dir, step)
		c, err := Read(dir)
		want := was
		if step == "placed" { // under both names: the newer one counts
			want = d
		}
		if err != nil || len(c.Drafts) != 1 || !reflect.DeepEqual(c.Drafts[0], want) || len(c.Unread) != 1 {
			t.Errorf("killed when %s it holds %+v, %v", step, c, err)
		}
		r, err := Sync(t.Context(), s, dir)
		if err != nil || r.Written+r.Kept != 1 || r.Aside != 0 {
			t.Errorf("after %s: %+v, %v", step, r, err)
		}
		if c, err := Read(dir); err != nil || len(c.Drafts) != 1 || !reflect.DeepEqual(c.Drafts[0], d) {
			t.Errorf("after %s it holds %+v, %v", step, c, err)
		}
	}
}

func TestWhatAKilledProgramLeftIsTakenAwayAnHourLater(t *testing.T) {
	s, dir := store(), t.TempDir()
	s.drafts.put(badge("Bike"))
	syncUntil(t, s, dir, "filled")
	left := files(t, dir)
	if len(left) != 1 {
		t.Fatal(left)
	}
	must(t, s, dir, Report{Written: 1})
	if got := files(t, dir); len(got) != 2 {
		t.Errorf("what another program may be writing now went: %v", got)
	}
	old := time.Now().Add(-stale - time.Minute)
	if err := os.Chtimes(filepath.Join(dir, left[0]), old, old); err != nil {
		t.Fatal(err)
	}
	must(t, s, dir, Report{Kept: 1})
	if got := files(t, dir); len(got) != 1 || got[0] == left[0] {
		t.Errorf("there are %v", got)
	}
}

// wantPath says that err is a refusal at path.
func wantPath(t *testing.T, err error, path string) {
	t.Helper()
	var pe *fs.PathError
	if !errors.As(err, &pe) || pe.Path != path {
		t.Errorf("%v does not name %s", err, path)
	}
}

func TestAFileInPlaceOfTheFolderStays(t *testing.T) {
	for _, at := range []string{"", "badges"} {
		s, dir := store(), filepath.Join(t.TempDir(), "x.mirror")
		s.drafts.put(badge("Bike"))
		path := filepath.Join(dir, at)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, path, "mine")
		_, err := Sync(t.Context(), s, dir)
		wantPath(t, err, path)
		if _, err := Read(dir); err == nil {
			t.Error("it was read")
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != "mine" {
			t.Errorf("%q, %v", b, err)
		}
	}
}

func TestAFolderInPlaceOfAFileKeepsNoOtherFromBeingWritten(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	s.drafts.put(badge("Cook"))
	s.drafts.put(badge("Map"))
	path := filepath.Join(dir, "badges", "bike."+d.ID+".json")
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	r, err := Sync(t.Context(), s, dir)
	wantPath(t, err, path)
	if !errors.Is(err, syscall.EISDIR) || r != (Report{Written: 2}) {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := os.Stat(filepath.Join(path, "inside")); err != nil {
		t.Error(err)
	}
	c, err := Read(dir)
	if err != nil || len(c.Drafts) != 2 || len(c.Unread) != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestLinksAreNeitherFollowedNorReplaced(t *testing.T) {
	s, dir := store(), t.TempDir()
	d := s.drafts.put(badge("Bike"))
	must(t, s, dir, Report{Written: 1})
	name := files(t, dir)[0]
	path, elsewhere := filepath.Join(dir, name), filepath.Join(t.TempDir(), "elsewhere.json")
	if err := os.Rename(path, elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, path); err != nil {
		t.Skip("no links here: ", err)
	}
	d.Description = "Changed"
	s.drafts.put(d)
	_, err := Sync(t.Context(), s, dir)
	wantPath(t, err, path)
	if to, err := os.Readlink(path); err != nil || to != elsewhere {
		t.Errorf("%q, %v", to, err)
	}
	if c, err := Read(dir); err != nil || len(c.Drafts) != 0 || len(c.Unread) != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	outside := t.TempDir()
	other := filepath.Join(t.TempDir(), "other.mirror")
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(other, "badges")); err != nil {
		t.Fatal(err)
	}
	if _, err := Sync(t.Context(), s, other); err == nil || len(files(t, outside)) > 0 {
		t.Errorf("%v, and outside lies %v", err, files(t, outside))
	}
	if _, err := Read(other); err == nil {
		t.Error("a link out of the folder was followed")
	}
}

func TestManyFilesThatFailAreNotAllTried(t *testing.T) {
	s, dir := store(), t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "badges"), 0o700); err != nil {
		t.Fatal(err)
	}
	for range 3 * maxErrors {
		d := s.drafts.put(badge("Bike"))
		if err := os.Mkdir(filepath.Join(dir, "badges", "bike."+d.ID+".json"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	_, err := Sync(t.Context(), s, dir)
	if n := strings.Count(err.Error(), "\n") + 1; n != maxErrors+1 || s.drafts.gets != maxErrors {
		t.Errorf("%d errors after %d badges", n, s.drafts.gets)
	}
}

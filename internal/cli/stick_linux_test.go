// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/sample"
	"insignia/internal/locale"
)

// A stick: a disk of its own, of so many kilobytes.
func stick(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("a disk of its own needs root: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// laptop is a program with a store of its own, and what it says.
func laptop(t *testing.T) (run func(args ...string) (int, string)) {
	home := t.TempDir()
	return func(args ...string) (int, string) {
		var out bytes.Buffer
		code := Run(context.Background(), Process{Args: args, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out,
			Environ: []string{"INSIGNIA_STORE=" + filepath.Join(home, "insignia.db"), "HOME=" + home}, OS: "linux", Now: time.Now})
		return code, out.String()
	}
}

// fill keeps n badges in the store at path.
func fill(t *testing.T, path string, n int) {
	t.Helper()
	s, err := bolt.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range n {
		d, _ := sample.Load(sample.Names()[i%len(sample.Names())], "en")
		d.ID = designer.NewID()
		if _, err := s.Drafts().Put(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
}

// stuff writes until nothing fits any more.
func stuff(t *testing.T, dir string) {
	t.Helper()
	f, err := os.Create(filepath.Join(dir, "film.mp4"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	block := make([]byte, 1024)
	for err == nil {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
}

func TestPilesAndStoresAreGatheredFromAFullAndFromAReadOnlyStick(t *testing.T) {
	dir := stick(t, "8m")
	there, here := laptop(t), laptop(t)
	fill(t, filepath.Join(dir, "two.db"), 3)
	for range 2 {
		if code, out := there("new", "--sample", "map-curious"); code != 0 {
			t.Fatal(out)
		}
	}
	if code, out := there("takehome", filepath.Join(dir, "one.zip")); code != 0 {
		t.Fatal(out)
	}
	stuff(t, dir)
	if code, out := here("gather", dir); code != 0 || !strings.Contains(out, locale.For("en").N("gather.new", 5)) {
		t.Errorf("full: %d, %s", code, out)
	}
	if code, out := there("takehome", filepath.Join(dir, "again")); code != 1 || !strings.Contains(out, "There is no room left at") || strings.Contains(out, ".part") {
		t.Errorf("taken home to a full stick: %d, %s", code, out)
	}
	if _, err := os.Lstat(filepath.Join(dir, "again")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a part of a pile stayed on the stick")
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if code, out := here("gather", dir); code != 0 || !strings.Contains(out, locale.For("en").N("gather.same", 5)) {
		t.Errorf("read-only: %d, %s", code, out)
	}
	if code, out := there("takehome", filepath.Join(dir, "again.zip")); code != 1 || !strings.Contains(out, "You can read but not change") {
		t.Errorf("taken home to a read-only stick: %d, %s", code, out)
	}
}

// The other program may be open on its store, and even be at work in it.
func TestAStoreThatAnotherProgramHoldsIsReadAllTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	fill(t, path, 2)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if code, out := laptop(t)("gather", path); code != 0 || !strings.Contains(out, locale.For("en").N("gather.new", 2)) {
		t.Errorf("%d, %s", code, out)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the store was changed: %v", err)
	}
}

func TestADamagedStoreIsTheOnlyThingThatStaysOut(t *testing.T) {
	dir := t.TempDir()
	fill(t, filepath.Join(dir, "good.db"), 2)
	fill(t, filepath.Join(dir, "bad.db"), 2)
	if err := os.Truncate(filepath.Join(dir, "bad.db"), 20_000); err != nil {
		t.Fatal(err)
	}
	code, out := laptop(t)("gather", dir)
	if code != 1 || !strings.Contains(out, locale.For("en").N("gather.new", 2)) || !strings.Contains(out, "Something in "+filepath.Join(dir, "bad.db")+" is damaged") {
		t.Errorf("%d, %s", code, out)
	}
	if strings.Contains(out, "insignia-gather-") {
		t.Error("the copy is named")
	}
}

// The disk that keeps the badges is full: what is there is read, and goes
// elsewhere; what is new is refused with the reason.
func TestAStoreOnAFullDiskIsReadAndSaysWhyItDoesNotSave(t *testing.T) {
	dir := stick(t, "2m")
	store := filepath.Join(dir, "badges.db")
	here := laptop(t)
	code, id := here("--store", store, "new", "--sample", "map-curious")
	if code != 0 {
		t.Fatal(id)
	}
	id = strings.TrimSpace(id)
	stuff(t, dir)
	var failed string
	saved := 0
	for n := range 400 { // there is room in the file itself, for a while
		code, out := here("--store", store, "set", id, "name="+strings.Repeat("x", n%200+1))
		if code != 0 {
			failed = out
			break
		}
		saved++
	}
	if !strings.Contains(failed, "There is no room left at "+store) {
		t.Errorf("after %d saves: %q", saved, failed)
	}
	for _, args := range [][]string{{"list"}, {"show", id}, {"history", id}, {"export", id, "--out", t.TempDir()}} {
		if code, out := here(append([]string{"--store", store}, args...)...); code != 0 {
			t.Errorf("%v on a full disk: %d, %s", args, code, out)
		}
	}
	if err := os.Remove(filepath.Join(dir, "film.mp4")); err != nil {
		t.Fatal(err)
	}
	if code, out := here("--store", store, "set", id, "name=Room again"); code != 0 {
		t.Errorf("with room again: %s", out)
	}
	if code, out := here("--store", store, "show", id); code != 0 || !strings.Contains(out, "Room again") {
		t.Errorf("%d, %s", code, out)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if code, out := here("--store", store, "show", id); code != 0 || !strings.Contains(out, "Room again") {
		t.Errorf("read-only: %d, %s", code, out)
	}
	if code, out := here("--store", store, "set", id, "name=No"); code != 1 || !strings.Contains(out, "can only be read") {
		t.Errorf("a save, read-only: %d, %s", code, out)
	}
	if code, out := here("--store", filepath.Join(dir, "new.db"), "new"); code == 0 || !strings.Contains(out, "new.db") {
		t.Errorf("a new store, read-only: %d, %s", code, out)
	}
}

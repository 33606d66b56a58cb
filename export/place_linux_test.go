// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk of 64 kB, which is really full and can really be made read-only.
func tiny(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		t.Skip("a disk of its own needs root: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestAFullStickHoldsNothingUnderTheFinalName(t *testing.T) {
	dir := tiny(t)
	small, big := badge("one"), []File{{"a.txt", []byte("fits")}, {"b.bin", bytes.Repeat([]byte{1, 2, 3, 5, 7, 11, 13}, 40<<10)}}
	// What cannot be packed: an archive of it is as big.
	for i := range big[1].Bytes {
		big[1].Bytes[i] ^= byte(i*i>>3) ^ byte(i>>7*11)
	}
	big[1].Name = "b.png"
	if err := Place(filepath.Join(dir, "there"), small, false); err != nil {
		t.Fatal(err)
	}
	before := tree(t, dir)
	for _, c := range []struct {
		name  string
		force bool
	}{{"pile", false}, {"pile.zip", false}, {"there", true}} {
		err := Place(filepath.Join(dir, c.name), big, c.force)
		if !errors.Is(err, syscall.ENOSPC) || strings.Contains(err.Error(), ".insignia-") {
			t.Errorf("%s: %v", c.name, err)
		}
		same(t, tree(t, dir), before)
	}
}

func TestAReadOnlyStickStaysAsItIs(t *testing.T) {
	dir := tiny(t)
	if err := Place(filepath.Join(dir, "there"), badge("one"), false); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("cannot be made read-only: ", err)
	}
	before := tree(t, dir)
	for _, name := range []string{"pile", "pile.zip", "there"} {
		err := Place(filepath.Join(dir, name), badge("two"), true)
		if !errors.Is(err, syscall.EROFS) || strings.Contains(err.Error(), ".insignia-") {
			t.Errorf("%s: %v", name, err)
		}
	}
	same(t, tree(t, dir), before)
	if _, err := os.Lstat(filepath.Join(dir, "pile")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something is there: %v", err)
	}
}

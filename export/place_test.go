// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestANewFolderAppearsWhole(t *testing.T) {
	parent := t.TempDir()
	dest := filepath.Join(parent, "a", "pile")
	if err := Place(dest, badge("one"), false); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, parent), map[string]string{"a/": "", "a/pile/": "", "a/pile/badge.json": "one", "a/pile/img/": "", "a/pile/img/300.png": "png"})
}

func TestPlaceNeverReplacesWithoutForceAndTouchesNothingForeignWithIt(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "pile")
	if err := Place(dest, badge("one"), false); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dest, "notes.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Place(dest, badge("one"), false); err != nil {
		t.Errorf("the same again: %v", err)
	}
	if err := Place(dest, badge("two"), false); code(err) != "exists" {
		t.Errorf("other bytes: %v", err)
	}
	same(t, tree(t, dest), map[string]string{"badge.json": "one", "img/": "", "img/300.png": "png", "notes.txt": "mine"})
	if err := Place(dest, badge("two"), true); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, dest), map[string]string{"badge.json": "two", "img/": "", "img/300.png": "png", "notes.txt": "mine"})
}

func TestAnArchiveIsOneFileNeverReplacedWithoutForce(t *testing.T) {
	parent := t.TempDir()
	dest := filepath.Join(parent, "sub", "pile.ZIP")
	if err := Place(dest, badge("one"), false); err != nil {
		t.Fatal(err)
	}
	if err := Place(dest, badge("two"), false); code(err) != "exists" {
		t.Errorf("got %v", err)
	}
	if err := Place(dest, badge("two"), true); err != nil {
		t.Fatal(err)
	}
	got := tree(t, parent)
	if len(got) != 2 {
		t.Errorf("there are %d names", len(got))
	}
	want, err := Zip(badge("two"))
	if err != nil {
		t.Fatal(err)
	}
	if got["sub/pile.ZIP"] != string(want) {
		t.Error("the archive is not the one of the second time")
	}
}

func TestAnArchiveHasTheFilesInOrderAndAlwaysTheSameBytes(t *testing.T) {
	files := []File{{"b/x.json", bytes.Repeat([]byte("word "), 200)}, {"b/p.png", bytes.Repeat([]byte("x"), 99)}, {"a.txt", nil}}
	one, err := Zip(files)
	if err != nil {
		t.Fatal(err)
	}
	two, err := Zip(files)
	if err != nil || !bytes.Equal(one, two) {
		t.Errorf("the bytes differ: %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(one), int64(len(one)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != len(files) {
		t.Fatalf("%d files", len(z.File))
	}
	for i, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err != nil || f.Name != files[i].Name || !bytes.Equal(got, files[i].Bytes) {
			t.Errorf("%s holds %d bytes, %v", f.Name, len(got), err)
		}
	}
	if z.File[1].Method != zip.Store || z.File[0].CompressedSize64 >= z.File[0].UncompressedSize64 {
		t.Error("pictures are stored, text is deflated")
	}
	if _, err := Zip([]File{{"../x", nil}}); code(err) != "bad-name" {
		t.Errorf("a name that leaves the folder: %v", err)
	}
}

func TestAFailureWithAnArchiveOrFolderLeavesNothing(t *testing.T) {
	parent := t.TempDir()
	if err := os.WriteFile(filepath.Join(parent, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dest := range []string{"file/pile", "file/pile.zip"} {
		err := Place(filepath.Join(parent, filepath.FromSlash(dest)), badge("one"), false)
		var pe *fs.PathError
		if !errors.As(err, &pe) {
			t.Errorf("%s: %v", dest, err)
		}
	}
	for _, dest := range []string{"new/pile", "new/pile.zip"} {
		err := Place(filepath.Join(parent, filepath.FromSlash(dest)), []File{{"ok", nil}, {"con.txt", nil}}, false)
		if code(err) != "bad-name" {
			t.Errorf("%s: %v", dest, err)
		}
	}
	same(t, tree(t, parent), map[string]string{"file": ""})
}

func TestAReadOnlyPlaceIsAPlainErrorForAPile(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	parent := t.TempDir()
	if err := os.Chmod(parent, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(parent, 0o700)
	for _, name := range []string{"pile", "pile.zip"} {
		if err := Place(filepath.Join(parent, name), badge("one"), false); !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

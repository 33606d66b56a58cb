// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"insignia/designer"
)

func badge(text string) []File {
	return []File{{"badge.json", []byte(text)}, {"img/300.png", []byte("png")}}
}

// tree lists every file below dir with its bytes.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, p)
		switch {
		case e.IsDir():
			out[filepath.ToSlash(rel)+"/"] = ""
		case e.Type().IsRegular():
			b, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			out[filepath.ToSlash(rel)] = string(b)
		default:
			out[filepath.ToSlash(rel)] = "(" + e.Type().String() + ")"
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(t *testing.T, got map[string]string, want map[string]string) {
	t.Helper()
	for k, v := range want {
		if got[k] != v {
			t.Errorf("%s holds %q, want %q", k, got[k], v)
		}
	}
	for k := range got {
		if _, ok := want[k]; !ok {
			t.Errorf("%s is left over", k)
		}
	}
}

func code(err error) string {
	var e *designer.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func TestWriteMakesTheFolderAndNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := Write(dir, badge("one"), false); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, dir), map[string]string{"badge.json": "one", "img/": "", "img/300.png": "png"})
	if runtime.GOOS != "windows" {
		info, err := os.Stat(filepath.Join(dir, "badge.json"))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o600 != 0o600 || info.Mode().Perm()&0o111 != 0 {
			t.Errorf("mode %v", info.Mode())
		}
	}
}

func TestTheSameBytesMayBeWrittenTwice(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		if err := Write(dir, badge("one"), false); err != nil {
			t.Fatal(err)
		}
	}
	same(t, tree(t, dir), map[string]string{"badge.json": "one", "img/": "", "img/300.png": "png"})
}

func TestOtherBytesAreRefusedBeforeAnythingIsWritten(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "badge.json"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	files := []File{{"aaa.txt", []byte("new")}, {"badge.json", []byte("one")}}
	err := Write(dir, files, false)
	var e *designer.Error
	if !errors.As(err, &e) || e.Code != "exists" || e.Args["path"] != filepath.Join(dir, "badge.json") {
		t.Fatalf("got %v", err)
	}
	same(t, tree(t, dir), map[string]string{"badge.json": "mine"})
	if err := Write(dir, files, true); err != nil {
		t.Fatal(err)
	}
	same(t, tree(t, dir), map[string]string{"badge.json": "one", "aaa.txt": "new"})
}

func TestAFolderInTheWayIsRefusedEvenByForce(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "badge.json", "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, badge("one"), true); code(err) != "exists" {
		t.Fatalf("got %v", err)
	}
	same(t, tree(t, dir), map[string]string{"badge.json/": "", "badge.json/sub/": ""})
}

func TestAFileWhereTheFolderShouldBeIsAnError(t *testing.T) {
	at := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(at, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{at, filepath.Join(at, "sub")} {
		var pe *fs.PathError
		if err := Write(dir, badge("one"), true); !errors.As(err, &pe) {
			t.Errorf("Write(%s) gives %v", dir, err)
		}
	}
	if b, _ := os.ReadFile(at); string(b) != "mine" {
		t.Errorf("the file now holds %q", b)
	}
}

func TestLinksAreNeverFollowed(t *testing.T) {
	outside := t.TempDir()
	secret := filepath.Join(outside, "secret")
	if err := os.WriteFile(secret, []byte("keep"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "img")); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "badge.json")); err != nil {
		t.Fatal(err)
	}
	for _, force := range []bool{false, true} {
		if err := Write(dir, badge("one"), force); code(err) != "exists" {
			t.Errorf("a folder that is a link, force %v: %v", force, err)
		}
	}
	only := []File{{"badge.json", []byte("one")}}
	if err := Write(dir, only, false); code(err) != "exists" {
		t.Errorf("a file that is a link: %v", err)
	}
	if err := Write(dir, only, true); err != nil {
		t.Errorf("force replaces the link: %v", err)
	}
	same(t, tree(t, outside), map[string]string{"secret": "keep"})
	if b, _ := os.ReadFile(filepath.Join(dir, "badge.json")); string(b) != "one" {
		t.Errorf("badge.json holds %q", b)
	}
}

func TestAFailureLeavesNothingBehind(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "new", "folder")
	// The longest name a disk takes is 255 bytes: the second file fails after the first is ready.
	files := []File{{"a.txt", []byte("one")}, {"sub/" + strings.Repeat("x", 300), []byte("two")}}
	var pe *fs.PathError
	err := Write(dir, files, false)
	if !errors.As(err, &pe) || !strings.HasPrefix(pe.Path, dir) {
		t.Fatalf("got %v", err)
	}
	same(t, tree(t, parent), map[string]string{})
}

// A move that fails half-way takes back the files that were not there before.
func TestAFailedMoveTakesBackTheOthers(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	w := writer{root: root, dir: dir}
	// Between the look and the move another program has taken the name.
	if err := os.WriteFile(filepath.Join(dir, "b.txt"), []byte("theirs"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := w.all([]File{{"a.txt", []byte("a")}, {"b.txt", []byte("b")}}); code(err) != "exists" {
		t.Fatalf("got %v", err)
	}
	w.undo()
	same(t, tree(t, dir), map[string]string{"b.txt": "theirs"})
}

func TestAReadOnlyFolderIsAPlainError(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("the superuser and Windows write where they please")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if err := Write(dir, badge("one"), false); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	same(t, tree(t, dir), map[string]string{})
}

func TestNamesThatSomeSystemCannotTakeAreRefused(t *testing.T) {
	for _, name := range []string{"", ".", "..", "../x", "/x", "a/../b", "a//b", "a\\b", "c:x", "nul", "CON.json", "img/aux.png",
		"a.", "a ", "dir./x", "what?", "a\x00b", "a\nb", "x*", "\xff"} {
		dir := filepath.Join(t.TempDir(), "d")
		if err := Write(dir, []File{{name, nil}}, true); code(err) != "bad-name" {
			t.Errorf("%q gives %v", name, err)
		}
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q makes the folder", name)
		}
	}
	for _, files := range [][]File{
		{{"a", nil}, {"A", nil}},
		{{"a/b", nil}, {"a", nil}},
		{{"A", nil}, {"a/b/c", nil}},
	} {
		if err := Write(filepath.Join(t.TempDir(), "d"), files, true); code(err) != "bad-name" {
			t.Errorf("%v gives %v", files, err)
		}
	}
}

func TestFreshFolderGivesEachBadgeItsOwn(t *testing.T) {
	parent := t.TempDir()
	fresh := func(files []File) string {
		t.Helper()
		dir, err := FreshFolder(parent, "bike", files)
		if err != nil {
			t.Fatal(err)
		}
		if err := Write(dir, files, false); err != nil {
			t.Fatal(err)
		}
		return filepath.Base(dir)
	}
	if err := os.Mkdir(filepath.Join(parent, "bike"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct{ text, want string }{
		{"one", "bike"}, {"two", "bike-2"}, {"one", "bike"}, {"two", "bike-2"}, {"three", "bike-3"},
	} {
		if got := fresh(badge(c.text)); got != c.want {
			t.Errorf("export %d of %q goes to %s, want %s", i+1, c.text, got, c.want)
		}
	}
	if err := os.WriteFile(filepath.Join(parent, "file"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if dir, err := FreshFolder(parent, "file", badge("one")); err != nil || filepath.Base(dir) != "file-2" {
		t.Errorf("beside a file: %s, %v", dir, err)
	}
	if _, err := FreshFolder(parent, "../up", nil); code(err) != "bad-name" {
		t.Errorf("a slug that leaves the folder: %v", err)
	}
	// A part of a badge does not go into the folder of another one of its name.
	if dir, err := FreshFolder(parent, "bike", []File{{"other.png", nil}}); err != nil || filepath.Base(dir) != "bike-4" {
		t.Errorf("other files: %s, %v", dir, err)
	}
}

func TestAManyMegabyteFileArrivesWhole(t *testing.T) {
	dir := t.TempDir()
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<17)
	if err := Write(dir, []File{{"big", big}}, false); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "big"))
	if err != nil || !bytes.Equal(got, big) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

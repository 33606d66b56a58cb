// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestArchivesKeepFilesAndTheirModes(t *testing.T) {
	in := []file{{"insignia", bytes.Repeat([]byte("program"), 1000), 0o755}, {"README.md", []byte("# Read me\n"), 0o644}}
	b, err := pack("insignia_1.2.3_linux_amd64", in)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if len(z.File) != len(in) {
		t.Fatalf("%d entries, want %d", len(z.File), len(in))
	}
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(body, in[i].body) {
			t.Errorf("%s: %d bytes, %v", f.Name, len(body), err)
		}
		if want := "insignia_1.2.3_linux_amd64/" + in[i].name; f.Name != want || f.Mode() != in[i].mode || !f.Modified.Equal(origin) {
			t.Errorf("%s %s %s, want %s %s %s", f.Name, f.Mode(), f.Modified, want, in[i].mode, origin)
		}
	}
}

func TestTheSameFilesGiveTheSameArchive(t *testing.T) {
	in := []file{{"a", []byte("one"), 0o755}, {"b", []byte("two"), fs.FileMode(0o644)}}
	first, _ := pack("x", in)
	second, _ := pack("x", in)
	if !bytes.Equal(first, second) {
		t.Error("two archives of the same files differ")
	}
}

func TestTargetsAreAllThatIsPromised(t *testing.T) {
	var got []string
	for _, s := range targets {
		got = append(got, s.String())
		if windows := s.os == "windows"; windows != strings.HasSuffix(s.program(), ".exe") {
			t.Errorf("on %s the program is called %s", s, s.program())
		}
	}
	want := []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/386", "windows/amd64", "windows/arm64"}
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("targets %q, want %q", got, want)
	}
}

func TestALargeProgramIsRefused(t *testing.T) {
	if err := fitting(largest); err != nil {
		t.Error(err)
	}
	if err := fitting(largest + 1); err == nil {
		t.Error("a program over the limit was let through")
	}
}

func TestVersionsThatWouldBreakANameAreRefused(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, v := range []string{"", "1 2", "../1", `1"`, "1'"} {
		if err := run(t.Context(), "out", v, io.Discard); err == nil || !strings.Contains(err.Error(), "version") {
			t.Errorf("version %q: %v", v, err)
		}
	}
	if err := run(t.Context(), "out", "1.2.3", io.Discard); err == nil || !strings.Contains(err.Error(), "README.md") {
		t.Errorf("outside the module: %v", err)
	}
	if _, err := os.Stat("out"); err == nil {
		t.Error("a refused run left its folder")
	}
}

func TestPutReplacesWhole(t *testing.T) {
	name := filepath.Join(t.TempDir(), "checksums.txt")
	for _, body := range []string{"a long first text", "short"} {
		if err := put(name, []byte(body)); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(name); string(got) != body {
			t.Errorf("the file holds %q, want %q", got, body)
		}
	}
	if _, err := os.Stat(name + ".part"); err == nil {
		t.Error("the part was left behind")
	}
}

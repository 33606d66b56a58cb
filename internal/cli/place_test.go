// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"insignia/designer"
)

func TestTheStoreLiesWhereItWasAskedTo(t *testing.T) {
	stick, plain := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(stick, portableName), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	abs := t.TempDir()
	for _, c := range []struct {
		name, os, flag, program string
		env                     []string
		want                    string // "" for no-home
	}{
		{"flag before all", "linux", "f.db", filepath.Join(stick, "insignia"), []string{"INSIGNIA_STORE=e.db", "HOME=/h"}, "f.db"},
		{"variable before the rest", "linux", "", filepath.Join(stick, "insignia"), []string{"INSIGNIA_STORE=e.db", "HOME=/h"}, "e.db"},
		{"the last of a variable counts", "linux", "", "", []string{"INSIGNIA_STORE=a", "INSIGNIA_STORE=b"}, "b"},
		{"beside a portable program", "linux", "", filepath.Join(stick, "insignia"), []string{"HOME=/h"}, filepath.Join(stick, storeName)},
		{"a portable program needs no home", "windows", "", filepath.Join(stick, "insignia.exe"), nil, filepath.Join(stick, storeName)},
		{"not beside a plain program", "linux", "", filepath.Join(plain, "insignia"), []string{"HOME=/h"}, filepath.Join("/h", ".local", "share", "insignia", storeName)},
		{"XDG", "linux", "", "", []string{"HOME=/h", "XDG_DATA_HOME=" + abs}, filepath.Join(abs, "insignia", storeName)},
		{"XDG relative is ignored", "freebsd", "", "", []string{"HOME=/h", "XDG_DATA_HOME=x"}, filepath.Join("/h", ".local", "share", "insignia", storeName)},
		{"XDG without a home", "linux", "", "", []string{"XDG_DATA_HOME=" + abs}, filepath.Join(abs, "insignia", storeName)},
		{"macOS", "darwin", "", "", []string{"HOME=/h", "XDG_DATA_HOME=" + abs}, filepath.Join("/h", "Library", "Application Support", "Insignia", storeName)},
		{"Windows", "windows", "", "", []string{"LocalAppData=" + abs}, filepath.Join(abs, "Insignia", storeName)},
		{"no home on Linux", "linux", "", "", nil, ""},
		{"no home on macOS", "darwin", "", "", []string{"HOME="}, ""},
		{"no home on Windows", "windows", "", "", []string{"HOME=/h"}, ""},
	} {
		a := &app{Process: Process{OS: c.os, Program: c.program, Environ: c.env}, place: c.flag}
		got, err := a.storePath()
		var e *designer.Error
		switch {
		case c.want == "" && (!errors.As(err, &e) || e.Code != "no-home"):
			t.Errorf("%s: %q, %v", c.name, got, err)
		case c.want != "" && (err != nil || got != c.want):
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	for _, a := range []*app{{place: "etcd://one:2379"}, {Process: Process{Environ: []string{"INSIGNIA_STORE=https://a.org/x"}}}} {
		if got, err := a.storePath(); err == nil {
			t.Errorf("an address is taken as %q", got)
		}
	}
}

func TestFilesGoToTheHomeFolderWhereTheCurrentOneIsClosed(t *testing.T) {
	here, home := t.TempDir(), t.TempDir()
	t.Chdir(here)
	a := &app{Process: Process{Environ: []string{"HOME=" + home}}}
	if got, _ := filepath.EvalSymlinks(a.folder()); !same(t, got, here) {
		t.Errorf("%q, want the current folder %q", got, here)
	}
	if err := os.Chmod(here, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(here, 0o700)
	if writable(here) == nil {
		t.Skip("this user may write anywhere")
	}
	if got := a.folder(); !same(t, got, home) {
		t.Errorf("%q, want the home folder %q", got, home)
	}
	left, err := os.ReadDir(home)
	if err != nil || len(left) > 0 {
		t.Errorf("the trial leaves %v, %v", left, err)
	}
}

func same(t *testing.T, a, b string) bool {
	t.Helper()
	x, err := os.Stat(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := os.Stat(b)
	if err != nil {
		t.Fatal(err)
	}
	return os.SameFile(x, y)
}

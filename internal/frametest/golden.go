// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update is the one -update flag of the module's tests: a package whose tests
// keep golden files gets it by importing this package.
var update = flag.Bool("update", false, "rewrite the golden files from what the tests see now")

// Update says whether golden files are to be written instead of compared.
func Update() bool { return *update }

// Golden compares got with testdata/<name>.golden beside the test, or writes
// that file under -update. The first line that differs is named; the whole of
// got is printed, as a frame is best judged by eye.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	if !File(t, filepath.Join("testdata", filepath.FromSlash(name)+".golden"), got) {
		t.Logf("all of it:\n%s", got)
	}
}

// File compares got with any file, such as a picture in the documentation, or
// writes it under -update, and says whether the two are the same now.
func File(t testing.TB, file, got string) bool {
	t.Helper()
	if Update() {
		write(t, file, got)
		return true
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("%v: run the test with -update to write it", err)
		return false
	}
	// A checkout on Windows may have turned the line ends.
	want := string(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")))
	if got != want {
		line, g, w := firstDifference(got, want)
		t.Errorf("%s, line %d (-update writes it anew)\nwant %q\n got %q", file, line, w, g)
	}
	return got == want
}

func write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// firstDifference gives the number, from 1, of the first line that differs and
// both its forms; "" where one text is over.
func firstDifference(got, want string) (line int, g, w string) {
	gs, ws := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	for i := range max(len(gs), len(ws)) {
		g, w = "", ""
		if i < len(gs) {
			g = gs[i]
		}
		if i < len(ws) {
			w = ws[i]
		}
		if g != w {
			return i + 1, g, w
		}
	}
	return 0, "", ""
}

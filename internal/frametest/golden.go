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
	file := filepath.Join("testdata", filepath.FromSlash(name)+".golden")
	if Update() {
		write(t, file, got)
		return
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("%v\nrun the test with -update to write it:\n%s", err, got)
		return
	}
	// A checkout on Windows may have turned the line ends.
	want := string(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")))
	if got == want {
		return
	}
	line, g, w := firstDifference(got, want)
	t.Errorf("%s, line %d\nwant %q\n got %q\nall of it:\n%s", file, line, w, g, got)
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

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/testscript"

	"insignia/designer/bolt"
	"insignia/designer/mirror"
	"insignia/internal/frametest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"insignia": func() { os.Exit(Run(context.Background(), System("1.2.3-test"))) },
	})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: frametest.Update(),
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			e.Setenv("HOME", home)
			e.Setenv("LocalAppData", filepath.Join(home, "AppData"))
			e.Setenv("TERM", "xterm-256color")
			e.Setenv("TZ", "UTC")
			e.Setenv("LANG", "C")
			e.Setenv("GORACE", "atexit_sleep_ms=0") // or each command takes a second with -race
			for _, name := range []string{"LC_ALL", "LC_MESSAGES", "XDG_DATA_HOME", "INSIGNIA_STORE", "INSIGNIA_LANG", "NO_COLOR", "COLORTERM", "CLICOLOR_FORCE"} {
				e.Setenv(name, "")
			}
			program, err := exec.LookPath("insignia")
			if err != nil {
				return err
			}
			e.Setenv("PROGRAM", program)
			return os.Mkdir(home, 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code, "id": id, "link": link, "mask": mask, "repeat": repeat, "harmless": harmless, "lines": lines, "mirror": mirrored, "begin": begin, "spoil": spoil,
		},
	})
}

// mirror STORE FOLDER writes a store's plain files into a folder, and each once
// more without the id in its name.
func mirrored(ts *testscript.TestScript, _ bool, args []string) {
	s, err := bolt.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer s.Close()
	dir := ts.MkAbs(args[1])
	_, err = mirror.Sync(context.Background(), s, dir)
	ts.Check(err)
	for _, kind := range []string{"badges", "workshops", "issuers"} {
		found, err := filepath.Glob(filepath.Join(dir, kind, "*.json"))
		ts.Check(err)
		for _, path := range found {
			b, err := os.ReadFile(path)
			ts.Check(err)
			name, _, _ := strings.Cut(filepath.Base(path), ".")
			ts.Check(os.WriteFile(filepath.Join(dir, name+".json"), b, 0o600))
		}
	}
}

// code N COMMAND… runs a command that must end with the exit code N. Escapes
// in the arguments, as in \x1b, are what they stand for.
func code(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	for i, a := range args {
		if u, err := strconv.Unquote("\"" + a + "\""); err == nil {
			args[i] = u
		}
	}
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var e *exec.ExitError
	switch {
	case errors.As(err, &e):
		got = e.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// link OLD NEW gives a file a second name. A program that is copied cannot
// always be run at once: a command started meanwhile by another script holds
// the copy open for writing.
func link(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Link(args[0], ts.MkAbs(args[1])))
}

var idShape = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\n$`)

// id VAR takes the one id that was printed.
func id(ts *testscript.TestScript, _ bool, args []string) {
	out := ts.ReadFile("stdout")
	if !idShape.MatchString(out) {
		ts.Fatalf("%q is not an id on a line", out)
	}
	ts.Setenv(args[0], strings.TrimSpace(out))
}

// begin VAR ID takes the beginning of an id.
func begin(ts *testscript.TestScript, _ bool, args []string) { ts.Setenv(args[0], args[1][:8]) }

// mask FILE TEXT… takes texts, times and the names of stores out of a file.
func mask(ts *testscript.TestScript, _ bool, args []string) {
	s := ts.ReadFile(args[0])
	for _, text := range args[1:] {
		s = strings.ReplaceAll(s, text, "…")
	}
	s = regexp.MustCompile(`[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z`).ReplaceAllString(s, "…")
	s = regexp.MustCompile(`"[0-9a-f]{8}": ([0-9]+)`).ReplaceAllString(s, `"…": $1`)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o644))
}

// repeat FILE TEXT N writes TEXT N times.
func repeat(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote("\"" + args[1] + "\"")
	ts.Check(err)
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, n)), 0o644))
}

// harmless fails if the last command wrote anything that a terminal would
// obey or that hides or turns round what people read, or lines without end.
func harmless(ts *testscript.TestScript, _ bool, _ []string) {
	for _, name := range []string{"stdout", "stderr"} {
		s := ts.ReadFile(name)
		for _, r := range s {
			if r != '\n' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
				ts.Fatalf("%s has U+%04X", name, r)
			}
		}
		for line := range strings.Lines(s) {
			if len(line) > 8000 {
				ts.Fatalf("%s has a line of %d bytes", name, len(line))
			}
		}
	}
}

// lines FILE N fails if the file has another number of lines.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); got != want {
		ts.Fatalf("%s has %d lines, want %d", args[0], got, want)
	}
}

// spoil FILE TEXT flips a bit in each place of a file where the text stands.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	n := 0
	for i := 0; ; i += len(args[1]) {
		at := bytes.Index(b[i:], []byte(args[1]))
		if at < 0 {
			break
		}
		i, n = i+at, n+1
		b[i+len(args[1])/2] ^= 1
	}
	if n == 0 {
		ts.Fatalf("%q stands nowhere in %s", args[1], args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

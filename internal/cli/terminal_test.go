// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package cli

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// patience is how long a test waits for what a terminal should show.
const patience = 20 * time.Second

// inTerminal runs a command line in a terminal of 100 by 30 cells. When the
// terminal shows the text, keys are typed. It returns what was written and
// the exit code.
func inTerminal(t *testing.T, env []string, until, keys string, args ...string) (string, int) {
	t.Helper()
	path, err := exec.LookPath("insignia")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	c := exec.Command(path, args...)
	c.Dir = dir
	c.Env = append(append(os.Environ(), "TERM=xterm-256color", "COLORTERM=", "NO_COLOR=", "LANG=C", "LC_ALL=", "INSIGNIA_LANG=", "GORACE=atexit_sleep_ms=0",
		"HOME="+dir, "INSIGNIA_STORE="+filepath.Join(dir, "s.db")), env...)
	f, err := pty.StartWithSize(c, &pty.Winsize{Cols: 100, Rows: 30})
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	defer f.Close()
	var mu sync.Mutex
	var out bytes.Buffer
	read := make(chan struct{})
	go func() {
		defer close(read)
		b := make([]byte, 1<<16)
		for {
			n, err := f.Read(b)
			mu.Lock()
			out.Write(b[:n])
			mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	shown := func() string { mu.Lock(); defer mu.Unlock(); return out.String() }
	for end := time.Now().Add(patience); keys != "" && !strings.Contains(shown(), until); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			c.Process.Kill()
			t.Fatalf("%q never shows, but %q", until, shown())
		}
	}
	for _, k := range strings.Split(keys, "") {
		f.WriteString(k)
		time.Sleep(50 * time.Millisecond) // or the keys would be a paste
	}
	late := time.AfterFunc(patience, func() { c.Process.Kill() })
	err = c.Wait()
	if !late.Stop() {
		t.Fatalf("it does not end: %q", shown())
	}
	<-read
	var e *exec.ExitError
	if err != nil && !errors.As(err, &e) {
		t.Fatal(err)
	}
	return shown(), c.ProcessState.ExitCode()
}

const alternate = "\x1b[?1049h" // the screen that programs draw on

func TestTheProgramOpensInATerminal(t *testing.T) {
	for _, args := range [][]string{{}, {"new"}, {"new", "--sample", "map-curious"}} {
		out, code := inTerminal(t, nil, alternate, "\x03\x03", args...)
		if code != exitOK {
			t.Errorf("%v ends with %d: %q", args, code, out)
		}
	}
}

// A dumb terminal, and one in which plain lines were asked for, are talked with:
// nothing but text comes out.
func TestPlainLinesInATerminal(t *testing.T) {
	for _, c := range []struct {
		env   string
		args  []string
		until string
		keys  string
		said  string
	}{
		{"TERM=dumb", nil, "> ", "skill\nTea\n!quit\n", "Question 1 of 6."},
		{"TERM=dumb", nil, "> ", "\x03", "Everything is saved."},
		{"TERM=dumb", nil, "> ", "\x04", "Everything is saved."},
		{"NO_COLOR=", []string{"--plain"}, "> ", "!quit\n", "Everything is saved."},
		{"NO_COLOR=", []string{"new", "--plain", "--lang", "es", "--sample", "map-curious"}, "> ", "!salir\n", "Todo está guardado."},
		{"TERM=dumb", []string{"suits"}, "> ", "1\n1\n1\n1\n1\n", "Facts age."},
		{"NO_COLOR=", []string{"suits", "--plain"}, "> ", "<\n", "Which issuer suits"},
		{"TERM=dumb", []string{"intro"}, "", "", "Where to learn more"},
	} {
		out, code := inTerminal(t, []string{c.env}, c.until, c.keys, c.args...)
		if code != exitOK || strings.Contains(out, "\x1b") || !strings.Contains(out, c.said) {
			t.Errorf("%s %v: ends with %d and says %q", c.env, c.args, code, out)
		}
	}
}

func TestAPictureHasTheColoursOfTheTerminal(t *testing.T) {
	for _, c := range []struct {
		env        string
		has, hasNo string
	}{
		{"COLORTERM=truecolor", "38;2;", ""},
		{"COLORTERM=", "38;5;", "38;2;"},
		{"TERM=xterm", "m▀", "38;"},
		{"NO_COLOR=1", "▀", "\x1b["},
	} {
		out, code := inTerminal(t, []string{c.env}, "", "", "demo")
		if code != exitOK || !strings.Contains(out, c.has) || c.hasNo != "" && strings.Contains(out, c.hasNo) {
			t.Errorf("%s: ends with %d: %.600q", c.env, code, out)
		}
	}
}

func TestLinesFitTheTerminal(t *testing.T) {
	out, _ := inTerminal(t, []string{"NO_COLOR=1"}, "", "", "demo")
	for line := range strings.Lines(out) {
		if n := len([]rune(strings.TrimRight(line, "\r\n"))); n > 100 {
			t.Errorf("%d cells: %q", n, line)
		}
	}
}

func TestAPNGIsNotWrittenToATerminal(t *testing.T) {
	file := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(file, []byte(`{"name": "Bike"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	out, code := inTerminal(t, nil, "", "", "render", file, "-o", "-", "--format", "png")
	if code != exitUnable || strings.Contains(out, "IHDR") {
		t.Errorf("ends with %d: %.200q", code, out)
	}
}

// Errors must not make the program ask the terminal for its colours first.
func TestAMistakeIsToldAtOnce(t *testing.T) {
	for _, args := range [][]string{{"lst"}, {"--nope"}, {"show", "0000"}, {"set"}} {
		out, code := inTerminal(t, nil, "", "", args...)
		if code == exitOK || strings.Contains(out, "\x1b") || !strings.HasPrefix(out, prefix) {
			t.Errorf("%v: ends with %d: %q", args, code, out)
		}
	}
}

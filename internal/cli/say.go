// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
	"golang.org/x/text/unicode/norm"

	"insignia/internal/clean"
)

// emit writes to standard output. What it could not write is told at the end
// of the run: a full disk must not look like a short answer.
func (a *app) emit(b []byte) {
	if a.lost == nil {
		_, a.lost = a.Stdout.Write(b)
	}
}

// print writes lines of an answer.
func (a *app) print(s string) { a.emit([]byte(safe(s) + "\n")) }

// printJSON writes v as JSON that people can read.
func (a *app) printJSON(v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("cli: " + err.Error()) // structs of strings, numbers and times
	}
	a.emit(clean.JSON(b.Bytes()))
}

// note writes lines that are no answer to standard error.
func (a *app) note(s string) { fmt.Fprintln(a.Stderr, safe(s)) }

func safe(s string) string {
	s, _ = clean.Text(s)
	return s
}

// pathText is a path as it can be shown and, where nothing in it could harm,
// used again by whoever reads it: then not even its accents are recomposed.
func pathText(path string) string {
	s, _ := clean.Line(path)
	if s == norm.NFC.String(path) {
		return path
	}
	return s
}

// printPath writes a path as an answer.
func (a *app) printPath(path string) { a.emit([]byte(pathText(path) + "\n")) }

// cleaned mentions, once, that characters nobody sees were taken out.
func (a *app) cleaned(n int) {
	if n > 0 {
		a.note(a.words().N("cli.cleaned", n))
	}
}

// terminal reports whether f is one.
func terminal(f any) bool {
	file, ok := f.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// interactive reports whether the program can be opened here.
func (a *app) interactive() bool {
	return terminal(a.Stdin) && terminal(a.Stdout) && a.env("TERM") != "dumb"
}

// size is that of the terminal on w in cells, 0, 0 if there is none.
func size(w io.Writer) (cols, rows int) {
	if !terminal(w) {
		return 0, 0
	}
	cols, rows, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		return 0, 0
	}
	return cols, rows
}

// readable is how many cells wide text is set at most.
const readable = 100

// width is how wide text is set: as the terminal, 0 without one, where lines
// stay whole for whatever reads them.
func (a *app) width() int {
	cols, _ := size(a.Stdout)
	return min(cols, readable)
}

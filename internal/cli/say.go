// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
	"golang.org/x/text/unicode/norm"

	"insignia/internal/clean"
)

// print writes lines of an answer to standard output.
func (a *app) print(s string) { fmt.Fprintln(a.Stdout, safe(s)) }

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
func (a *app) printPath(path string) { fmt.Fprintln(a.Stdout, pathText(path)) }

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

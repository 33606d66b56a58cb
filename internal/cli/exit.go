// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// The exit codes, all of them.
const (
	exitOK     = 0
	exitFailed = 1 // it did not work, or a check found errors
	exitUnable = 2 // it was asked wrongly, or could not begin
)

// exit is an error with its exit code. Without an error beneath everything
// has been told already.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return "told"
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// unable marks an error that kept a command from beginning.
func unable(err error) error {
	if err == nil {
		return nil
	}
	return &exit{exitUnable, err}
}

// refuse is a designer.Error; pairs are names and values of its arguments.
func refuse(code string, pairs ...string) error {
	e := &designer.Error{Code: code, Args: designer.Args{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		e.Args[pairs[i]] = pairs[i+1]
	}
	return e
}

// about is an error that one of several things gave.
type about struct {
	what string
	err  error
}

func (e *about) Error() string { return e.what + ": " + e.err.Error() }

func (e *about) Unwrap() error { return e.err }

// report tells err, if there is something to tell, and returns its exit code.
func (a *app) report(err error) int {
	if err != nil && !told(err) {
		a.tell(err)
	}
	return exitCode(err)
}

// tell prints what failed, a line each, and below what can be done about it.
func (a *app) tell(err error) {
	w := a.words()
	var hints []string
	told := map[string]bool{}
	for _, e := range flatten(err, "") {
		line := tidy(w.Error(short(e.err)))
		if !strings.Contains(line, e.what) {
			line = e.what + ": " + line
		}
		line = prefix + line
		if !told[line] {
			a.note(line)
		}
		told[line] = true
		if h := tidy(w.Hint(short(e.err))); h != "" && !told[h] {
			told[h] = true
			hints = append(hints, h)
		}
	}
	for _, h := range hints {
		a.note(w.T("cli.hint", "hint", h))
	}
}

const prefix = "insignia: "

// flatten takes errors that were joined apart and keeps what each is about.
func flatten(err error, what string) []about {
	switch e := err.(type) {
	case *about:
		return flatten(e.err, tidy(e.what))
	case *exit:
		return flatten(e.err, what)
	case interface{ Unwrap() []error }:
		var out []about
		for _, e := range e.Unwrap() {
			out = append(out, flatten(e, what)...)
		}
		return out
	}
	return []about{{what, err}}
}

// longest is how much of an answer, a name or a path an error repeats.
const longest = 300

// short makes what an error repeats of its cause fit to be shown.
func short(err error) error {
	var e *designer.Error
	if !errors.As(err, &e) {
		return err
	}
	c := &designer.Error{Code: e.Code, Args: designer.Args{}, Err: e.Err}
	for k, v := range e.Args {
		v, _ = clean.Line(v)
		if cut, was := clean.Cut(v, longest); was {
			v = cut + "…"
		}
		c.Args[k] = v
	}
	return c
}

// tidy makes text that came from outside fit for one line of a terminal.
func tidy(s string) string {
	s, _ = clean.Line(s)
	return strings.TrimSpace(s)
}

// asked reports whether somebody asked for a language, so that the one which
// the settings remember does not count.
func (a *app) asked() bool { return a.lang != "" || a.env("INSIGNIA_LANG") != "" }

// words are those of the language asked for, or remembered, or the system's.
func (a *app) words() locale.Words {
	if a.kept.Language != "" && !a.asked() {
		return locale.For(a.kept.Language)
	}
	return locale.For(locale.Pick(a.lang, a.env))
}

// speak refuses a --lang without words. A language of the environment that
// we do not have is nobody's mistake and falls back.
func (a *app) speak() error {
	if a.lang == "" || locale.Has(a.lang) {
		return nil
	}
	asked := a.lang
	a.lang = ""
	return unable(refuse("unknown-language", "value", asked, "known", strings.Join(locale.Languages(), ", ")))
}

// exitCode is the code that err gives.
func exitCode(err error) int {
	var e *exit
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &e):
		return e.code
	}
	return exitFailed
}

// told reports whether there is nothing more to say of err.
func told(err error) bool {
	var e *exit
	return errors.As(err, &e) && e.err == nil
}

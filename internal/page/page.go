// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package page makes HTML pages from templates in the language of
// html/template, as far as our pages speak it: fields, variables, if, with,
// range, template, and the functions and, eq, len and not. Every value is
// escaped for where it stands: text, a quoted attribute, an address. It knows
// HTML; it refuses to know what a page is about, and methods: the standard
// executor can call any method by its name, so that the linker has to keep all
// methods of the whole program, which took 4 MB of it.
package page

import (
	"bytes"
	"fmt"
	"io/fs"
	"text/template/parse"
)

// What is ours stands on a page as it is: markup, a style sheet, an address.
// None of them is ever made from answers, but for addresses of our own making.
type (
	HTML string
	CSS  string
	URL  string
)

// Set are templates that may show each other.
type Set struct{ trees map[string]*parse.Tree }

// functions are those that pipelines may call. The parser wants to know their
// names alone.
var functions = map[string]any{"and": true, "eq": true, "len": true, "not": true}

// Read parses the files of a folder of templates whose names have the ending.
// A template is called as its file, or as {{define}} says.
func Read(files fs.FS, dir, ending string) (*Set, error) {
	names, err := fs.Glob(files, dir+"/*"+ending)
	if err != nil {
		return nil, err
	}
	s := &Set{trees: map[string]*parse.Tree{}}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		trees, err := parse.Parse(name[len(dir)+1:], string(b), "", "", functions)
		if err != nil {
			return nil, err
		}
		for name, t := range trees {
			s.trees[name] = t
		}
	}
	return s, nil
}

// Must is Read for templates that lie in the program: a mistake in them is one
// of the program.
func Must(files fs.FS, dir, ending string) *Set {
	s, err := Read(files, dir, ending)
	if err != nil {
		panic("page: " + err.Error())
	}
	return s
}

// Make shows data in the template of that name. An error is a mistake of the
// program, never of its user: a field that is not there, or a value where it
// could not be made harmless.
func (s *Set) Make(name string, data any) (out []byte, err error) {
	r := &run{set: s}
	defer func() {
		if x := recover(); x != nil {
			m, ok := x.(mistake)
			if !ok {
				panic(x)
			}
			out, err = nil, fmt.Errorf("page %s: %s", name, string(m))
		}
	}()
	r.template(name, data)
	return bytes.Clone(r.out.Bytes()), nil
}

// mistake ends the making of a page.
type mistake string

func fail(format string, args ...any) { panic(mistake(fmt.Sprintf(format, args...))) }

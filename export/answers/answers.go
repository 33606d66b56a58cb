// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package answers reads and writes the program's own JSON: a draft as it is
// kept and shown, the answers file that people and scripts write, whose keys
// are the ids of the vocabulary, nested, dotted or both, and the workshop
// file that a facilitator carries from laptop to laptop. Every value
// goes through internal/clean and Draft.Set, so that what is typed, set from
// a script and read from a file gives the same draft. It refuses to know
// where a file lies and what becomes of the draft.
package answers

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// Result is what a file held.
type Result struct {
	// Draft has the answers, and the id, revision, times and saves if the
	// file names them: without HasID it still needs an id.
	Draft designer.Draft
	// HasID tells a draft file from an answers file.
	HasID bool
	// Cleaned counts the characters that internal/clean removed.
	Cleaned int
}

// maxErrors is how many mistakes of one file are told at once.
const maxErrors = 20

// Write gives the draft as a draft file: indented JSON that Read turns into
// the same draft. Times beyond the year 9999, which JSON dates cannot say,
// are left at zero.
func Write(d designer.Draft) []byte {
	d.Meta = sayable(d.Meta)
	return indented(d)
}

// indented is v as JSON that people can read, always the same for the same v.
func indented(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("answers: " + err.Error()) // strings, numbers and checked times
	}
	return b.Bytes()
}

// Read reads an answers file or a draft file of at most 4 MiB. A null is a
// question without an answer. Mistakes are *designer.Error naming the field,
// up to twenty of them joined (Unwrap() []error): not-json and not-text with
// line and column, too-big, too-deep, not-answers, open-badge, workshop-file,
// twice, bad-id, bad-revision, bad-saves, bad-foreign, bad-time, want-group, want-list,
// want-text, want-number, want-truth, want-item, and those of Draft.Set. With
// an error the result is empty: a draft with half of the answers would pass
// for whole.
func Read(data []byte) (Result, error) {
	r := reader{data: data, seen: map[string]bool{}}
	r.meta = &r.Draft.Meta
	r.system = draftSystem
	switch root, ok := r.parse(); {
	case !ok:
	case workshop(root):
		r.refuse("workshop-file", nil)
	default:
		r.group("", root)
	}
	if len(r.errs) > 0 {
		return Result{}, errors.Join(r.errs...)
	}
	r.HasID = r.Draft.ID != ""
	return r.Result, nil
}

// ReadDraft reads a draft file: one that says which draft it is and at which
// save. An answers file, which does not, is the error no-draft-id.
func ReadDraft(data []byte) (designer.Draft, error) {
	r, err := Read(data)
	if err == nil && !r.HasID {
		err = &designer.Error{Code: "no-draft-id"}
	}
	if err != nil {
		return designer.Draft{}, err
	}
	return r.Draft, nil
}

type reader struct {
	Result
	meta   *designer.Meta // of what is read
	system map[string]func(*reader, string, strict.Node)
	data   []byte
	seen   map[string]bool
	errs   []error
}

func (r *reader) refuse(code string, args designer.Args) {
	r.add(&designer.Error{Code: code, Args: args})
}

func (r *reader) add(err error) {
	if err != nil && len(r.errs) < maxErrors {
		r.errs = append(r.errs, err)
	}
}

// parse reads the text, and refuses what is nothing of ours.
func (r *reader) parse() (strict.Node, bool) {
	root, flaws, ok := strict.Parse(r.data)
	for _, f := range flaws {
		r.flaw(f)
	}
	switch _, foreign := root.Get("@context"); {
	case !ok:
		return root, false
	case root.Kind != strict.Object:
		r.refuse("not-answers", nil)
		return root, false
	case foreign:
		r.refuse("open-badge", nil)
		return root, false
	}
	return root, true
}

// flaw puts what is wrong with the text into an error. A byte order mark is
// what Windows editors do and harms nobody here; control characters are left
// to clean, which counts them, and keys that stand twice to group and members,
// which know their path.
func (r *reader) flaw(f strict.Flaw) {
	line, column := strict.Position(r.data, f.At)
	at := designer.Args{"line": strconv.Itoa(line), "column": strconv.Itoa(column)}
	switch f.Code {
	case strict.Size:
		r.refuse("too-big", designer.Args{"limit": strconv.Itoa(strict.MaxBytes >> 20)})
	case strict.Depth:
		r.refuse("too-deep", at)
	case strict.UTF8, strict.Surrogate:
		r.refuse("not-text", at)
	case strict.Syntax:
		r.refuse("not-json", at)
	}
}

// maxKey is far beyond any id: what is longer cannot be one and would drown
// the sentence that says so.
const maxKey = 80

// key gives a member's name below id as it may be looked up and shown.
func (r *reader) key(id, name string) string {
	name, removed := clean.Line(name)
	r.Cleaned += removed
	name, _ = clean.Cut(name, maxKey)
	if id != "" {
		return id + "." + name
	}
	return name
}

// groups are the ids that other ids begin with: criteria, criteria.level …
var groups = func() map[string]bool {
	m := map[string]bool{"": true}
	for _, f := range designer.Fields() {
		for id := f.ID; strings.Contains(id, "."); {
			id = id[:strings.LastIndexByte(id, '.')]
			m[id] = true
		}
	}
	return m
}()

// group reads the members of an object whose keys continue id.
func (r *reader) group(id string, n strict.Node) {
	here := map[string]bool{}
	for _, m := range n.Members {
		key := r.key(id, m.Key)
		f, ok := designer.FieldByID(key)
		twice := here[key] || ok && r.seen[key]
		here[key], r.seen[key] = true, true
		switch {
		case twice:
			r.refuse("twice", designer.Args{"field": key})
		case ok:
			r.field(f, m.Value)
		case m.Value.Kind == strict.Null && (groups[key] || r.system[key] != nil):
		case r.system[key] != nil:
			r.system[key](r, key, m.Value)
		case groups[key] && m.Value.Kind == strict.Object:
			r.group(key, m.Value)
		case groups[key]:
			r.refuse("want-group", designer.Args{"field": key})
		default:
			r.refuse("unknown-field", designer.Args{"field": key, "nearest": designer.Nearest(key)})
		}
	}
}

// field reads the value of one field.
func (r *reader) field(f designer.Field, n strict.Node) {
	switch {
	case n.Kind == strict.Null:
	case f.IsList() && n.Kind == strict.List:
		for i, item := range n.Items {
			if len(r.errs) >= maxErrors {
				return
			}
			r.item(f, i, item)
		}
	case f.IsList():
		r.refuse("want-list", designer.Args{"field": f.ID})
	default:
		if v, ok := r.scalar(f.ID, f.Input, n); ok {
			r.add(r.Draft.Set(f.ID, v))
		}
	}
}

// scalar gives a value as a person would have typed it. Numbers stand for
// their digits, so that "count": 40 needs no quotes.
func (r *reader) scalar(at string, input designer.Input, n strict.Node) (string, bool) {
	switch {
	case n.Kind == strict.Number:
		return n.Text, true
	case n.Kind != strict.String && input == designer.Number:
		r.refuse("want-number", designer.Args{"field": at})
		return "", false
	case n.Kind != strict.String:
		r.refuse("want-text", designer.Args{"field": at})
		return "", false
	}
	tidy := clean.Line
	if input.Multiline() {
		tidy = clean.Text
	}
	v, removed := tidy(n.Text)
	r.Cleaned += removed
	return v, true
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"slices"
	"unicode"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// keep keeps a value that no field takes, as it stands. What says nothing is
// not kept; what is too large is told.
func (r *reader) keep(path string, n strict.Node) {
	if blank(n) || path == "" || slices.ContainsFunc(r.Kept, func(m designer.Member) bool { return m.Path == path }) {
		return
	}
	value, ok := r.value(path, n)
	if !ok {
		r.note("IMPORT-LOST", path)
		return
	}
	r.Kept = append(r.Kept, designer.Member{Standard: r.Standard, Path: path, Value: value})
}

// value is what a draft may hold of a value.
func (r *reader) value(path string, n strict.Node) (string, bool) {
	if shown, _ := clean.Line(path); shown != path || len(r.Kept) >= designer.MaxMembers {
		return "", false
	}
	if weight(n) > designer.MaxMemberSize {
		return "", false
	}
	value := strict.Compact(n)
	if controlled(n) {
		n = r.printable(n)
		value = strict.Compact(n)
	}
	if tidy, _ := clean.Text(value); tidy != value {
		value = strict.ASCII(n) // letters that nobody sees show as their numbers
	}
	_, flaws, ok := strict.Parse([]byte(value))
	return value, ok && len(flaws) == 0 && len(value) <= designer.MaxMemberSize
}

// weight is about the bytes of a value, never more than it has.
func weight(n strict.Node) int {
	size := len(n.Text)
	for _, i := range n.Items {
		size += 1 + weight(i)
	}
	for _, m := range n.Members {
		size += 4 + len(m.Key) + weight(m.Value)
	}
	return size
}

// controlled reports whether a text in a value has control characters, which
// no file may have.
func controlled(n strict.Node) bool {
	return n.Kind == strict.String && control(n.Text) || slices.ContainsFunc(n.Items, controlled) ||
		slices.ContainsFunc(n.Members, func(m strict.Member) bool { return control(m.Key) || controlled(m.Value) })
}

func control(s string) bool {
	for _, r := range s {
		if r != '\n' && r != '\t' && r != '\r' && unicode.IsControl(r) {
			return true
		}
	}
	return false
}

// printable is a value with its texts clean.
func (r *reader) printable(n strict.Node) strict.Node {
	tidy := func(s string) string {
		s, removed := clean.Text(s)
		r.Cleaned += removed
		return s
	}
	n.Text = tidy(n.Text)
	n.Items, n.Members = slices.Clone(n.Items), slices.Clone(n.Members)
	for i := range n.Items {
		n.Items[i] = r.printable(n.Items[i])
	}
	for i, m := range n.Members {
		n.Members[i] = strict.Member{Key: tidy(m.Key), Value: r.printable(m.Value)}
	}
	return n
}

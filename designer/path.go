// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"strconv"
	"strings"
)

// subs are the members of a list's items: the names a path may end in.
var subs = map[Input][]string{
	Steps:      {"text", "required", "evidence", "note"},
	Alignments: {"targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode"},
	Leads:      {"name", "id", "url"},
}

// Members are the names that a path into an item of such a list may end in, the
// one that an item's text is first; nil where an item is a text and no more.
func Members(i Input) []string { return slices.Clone(subs[i]) }

// maxDots is more than any path has, so that a hostile one costs no time.
const maxDots = 5

// path is a field, an item of a list field (counted from 1, 0 for the whole
// list), and a member of that item.
type path struct {
	field Field
	item  int
	sub   string
}

// parsePath reads "criteria.steps", "criteria.steps.2" or
// "criteria.steps.2.evidence". An unknown one is an Error with the code
// unknown-field and the nearest id.
func parsePath(s string) (path, error) {
	if f, ok := FieldByID(s); ok {
		return path{field: f}, nil
	}
	if strings.Count(s, ".") > maxDots {
		return path{}, unknownField(s)
	}
	id, rest := s, []string{}
	for {
		i := strings.LastIndexByte(id, '.')
		if i < 0 {
			return path{}, unknownField(s)
		}
		id, rest = id[:i], append([]string{id[i+1:]}, rest...)
		f, ok := FieldByID(id)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(rest[0])
		if !f.IsList() || err != nil || n < 1 || len(rest) > 2 || strconv.Itoa(n) != rest[0] {
			return path{}, unknownField(s)
		}
		if n > f.Items {
			return path{}, &Error{Code: "too-many", Args: Args{"field": f.ID, "limit": strconv.Itoa(f.Items)}}
		}
		p := path{field: f, item: n}
		if len(rest) == 2 {
			for _, sub := range subs[f.Input] {
				if sub == rest[1] {
					p.sub = sub
				}
			}
			if p.sub == "" {
				return path{}, &Error{Code: "unknown-field", Args: Args{"field": s,
					"nearest": f.ID + "." + rest[0] + "." + nearest(rest[1], subs[f.Input])}}
			}
		}
		return p, nil
	}
}

func unknownField(s string) error {
	ids := make([]string, len(fields))
	for i, f := range fields {
		ids[i] = f.ID
	}
	return &Error{Code: "unknown-field", Args: Args{"field": s, "nearest": nearest(s, ids)}}
}

// Nearest returns the id of the field that s most likely meant.
func Nearest(s string) string {
	ids := make([]string, len(fields))
	for i, f := range fields {
		ids[i] = f.ID
	}
	return nearest(s, ids)
}

// NearestOf returns the one of names that s most likely meant, "" if there are none.
func NearestOf(s string, names []string) string { return nearest(s, names) }

// nearest compares whole ids and, since people leave out the question
// ("who" for earner.who), last parts too.
func nearest(s string, names []string) string {
	best, at := "", 1<<30
	s = strings.ToLower(s)
	for _, n := range names {
		low := strings.ToLower(n)
		d := 2 * distance(s, low)
		if i := strings.LastIndexByte(low, '.'); i >= 0 {
			d = min(d, 2*distance(s, low[i+1:])+1)
		}
		if d < at {
			best, at = n, d
		}
	}
	return best
}

// distance is Levenshtein's, by bytes: ids are ASCII.
func distance(a, b string) int {
	if len(a) > 80 {
		a = a[:80]
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diag
			if a[i] != b[j] {
				cost++
			}
			diag = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

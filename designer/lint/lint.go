// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package lint says what a stranger, an employer or an issuer would stumble
// over in a draft. Its rules look at what is there and how long it is, never
// at the meaning of words: they hold in every language.
//
// It knows codes, levels and thresholds. The sentence of a code, its reason
// and its remedy are in internal/locale; files are checked by export/check,
// pictures by render.
package lint

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
)

// Check returns what is wrong with d: by question, in each the gravest first,
// then in the order of the rules. It never changes d.
func Check(d designer.Draft) []designer.Problem {
	var out []designer.Problem
	for _, r := range rules {
		r.find(&d, func(level designer.Level, field string, args ...string) {
			p := designer.Problem{Code: r.code, Level: level, Question: question(field), Field: field}
			for i := 0; i+1 < len(args); i += 2 {
				if p.Args == nil {
					p.Args = designer.Args{}
				}
				p.Args[args[i]] = args[i+1]
			}
			out = append(out, p)
		})
	}
	slices.SortStableFunc(out, func(a, b designer.Problem) int {
		return cmp.Or(cmp.Compare(a.Question, b.Question), cmp.Compare(b.Level, a.Level))
	})
	return out
}

// Codes returns every code that Check can give, in order.
func Codes() []string {
	out := make([]string, len(rules))
	for i, r := range rules {
		out[i] = r.code
	}
	slices.Sort(out)
	return out
}

// rule is one thing that can be wrong. A rule that finds nothing tells
// nothing; one that looks at items may tell several.
type rule struct {
	code string
	find func(*designer.Draft, tell)
}

// tell reports a finding at a field or an item of it; args are pairs of a
// placeholder's name and its value.
type tell func(level designer.Level, field string, args ...string)

// question is the one that asks for the field, or for the list of the item.
func question(at string) designer.Question {
	for {
		if f, ok := designer.FieldByID(at); ok {
			return f.Question
		}
		i := strings.LastIndexByte(at, '.')
		if i < 0 {
			panic("lint: no field " + at)
		}
		at = at[:i]
	}
}

// item is the path of a list's item; i counts from 0, the path from 1.
func item(field string, i int) string { return field + "." + strconv.Itoa(i+1) }

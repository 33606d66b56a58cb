// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/designer/lint"
	"insignia/export/fair"
	"insignia/export/pack"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/proof"
)

// allProblems are what a stranger, an issuer or a reader of the files would
// stumble over, by question, in each the gravest first.
func (a *app) allProblems(d designer.Draft) []designer.Problem {
	return merge(quickProblems(d), a.slowProblems(d))
}

// slowProblems are those that no key waits for.
func (a *app) slowProblems(d designer.Draft) []designer.Problem {
	return merge(seenProblems(d), a.platformProblems(d, nil))
}

// quickProblems are those that are found between a key and its letter.
func quickProblems(d designer.Draft) []designer.Problem {
	return merge(lint.Check(d), fair.Problems(d), render.Of(d).Problems())
}

// platformProblems are what the platforms with those ids would not take of a
// badge as it is, or what the one it names would not where there are none.
func (a *app) platformProblems(d designer.Draft, ids []string) []designer.Problem {
	if len(ids) == 0 {
		ids = []string{d.Issuer.Platform}
	}
	var out []designer.Problem
	for _, id := range ids {
		out = append(out, pack.Problems(d, id, a.today())...)
	}
	return out
}

// seenProblems are what nobody will see in the picture: they take a hundredth of
// a second.
func seenProblems(d designer.Draft) []designer.Problem {
	p := render.Of(d)
	return proof.Of(p.Scene()).Problems(p.Look())
}

// merge leaves out what two of them say of the same place, keeping the
// graver.
func merge(lists ...[]designer.Problem) []designer.Problem {
	type place struct{ code, field string }
	at := map[place]int{}
	var out []designer.Problem
	for _, p := range slices.Concat(lists...) {
		k := place{p.Code, p.Field}
		if i, ok := at[k]; ok {
			if p.Level > out[i].Level {
				out[i] = p
			}
			continue
		}
		at[k] = len(out)
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(x, y designer.Problem) int {
		return cmp.Or(cmp.Compare(x.Question, y.Question), cmp.Compare(y.Level, x.Level))
	})
	return out
}

// problems notes those of at least a level, a line each.
func (a *app) problems(all []designer.Problem, least designer.Level) {
	w := a.words()
	for _, p := range all {
		if p.Level >= least {
			f := problemFinding(w, p)
			where := ""
			if f.Where != "" {
				where = f.Where + ": "
			}
			a.note(w.T("level."+p.Level.String()) + ": " + where + f.Message)
		}
	}
}

// problemsOf notes those of one badge of several that are worth fixing, below
// its name.
func (a *app) problemsOf(d designer.Draft, all []designer.Problem) {
	if slices.ContainsFunc(all, func(p designer.Problem) bool { return p.Level >= designer.Warn }) {
		a.note(named(a.words(), d.Name))
		a.problems(all, designer.Warn)
	}
}

// tally says how many there are of each level that there is any of.
func (a *app) tally(levels []designer.Level) string {
	w := a.words()
	count := map[designer.Level]int{}
	for _, l := range levels {
		count[l]++
	}
	var out []string
	for _, l := range []designer.Level{designer.Fault, designer.Warn, designer.Hint} {
		if n := count[l]; n > 0 {
			out = append(out, w.N("cli.check."+l.String(), n))
		}
	}
	if len(out) == 0 {
		return w.T("cli.check.clean")
	}
	return strings.Join(out, ", ")
}

// clip makes what a problem repeats of an answer fit for a line.
func clip(args designer.Args) designer.Args {
	e := short(&designer.Error{Args: args}).(*designer.Error)
	return e.Args
}

// named is a badge's name, or words that stand for it.
func named(w locale.Words, name string) string { return cmp.Or(name, w.T("ui.unnamed")) }

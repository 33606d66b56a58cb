// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export/bake"
	"insignia/export/check"
	"insignia/export/foreign"
	"insignia/internal/locale"
	"insignia/render/proof"
)

// checked is what was found out about one thing; --json prints a list of
// them, one for each argument.
type checked struct {
	Target   string    `json:"target"`          // as it was given
	ID       string    `json:"id,omitempty"`    // of a draft
	Kind     string    `json:"kind"`            // draft, a kind of Open Badges document, or "" for none of them
	Standard string    `json:"standard"`        // the version of Open Badges, "" for a draft
	OK       bool      `json:"ok"`              // nothing must be fixed
	Findings []finding `json:"findings"`        // never null
	Error    string    `json:"error,omitempty"` // why it could not be checked
}

// finding is one thing that was found.
type finding struct {
	Code     string `json:"code"`               // as in CRIT-COUNT, or the rule of a file
	Level    string `json:"level"`              // error, warn or hint
	Question string `json:"question,omitempty"` // of a draft
	Where    string `json:"where"`              // a field, or a place in a file; "" for the whole
	Message  string `json:"message"`
	Fix      string `json:"fix,omitempty"`

	level designer.Level
}

func (a *app) checkCommand() *cobra.Command {
	var asJSON bool
	var list string
	var c *cobra.Command
	c = a.command(&cobra.Command{
		Use:   "check ID|FILE…",
		Short: "Check badges and Open Badges files",
		Long: "Check badges of this program, and Open Badges 2.0 and 3.0 files of anyone, without a network: badges, issuers, awards, " +
			"endorsements, templates, also inside a PNG or SVG. Version 1 is recognised.\n\n" +
			"The exit code is 0 when nothing must be fixed, 1 when something must, 2 when something could not be checked. " +
			"--json prints a list of objects with target, id, kind, standard, ok, findings (code, level, question, where, message, fix) and error.",
		Example:           "insignia check 1f3a\ninsignia check badge.json issuer.json\ninsignia check badge.json --json",
		ValidArgsFunction: a.completeID,
	}, 1, -1, func(ctx context.Context, args []string) error {
		var packs []string
		if c.Flags().Changed("for") {
			var err error
			if packs, err = platforms(list); err != nil {
				return unable(err)
			}
		}
		all := []checked{}
		code := exitOK
		read, errs := a.sources(ctx, args)
		together := a.alike(read)
		for i, name := range args {
			c, err := checked{Target: name, Findings: []finding{}}, errs[i]
			if err == nil {
				c, err = a.check(read[i], packs, together[i])
			}
			switch {
			case err != nil:
				c.Error = tidy(a.words().Error(short(err)))
				code = exitUnable
				a.tell(&about{name, err})
			case !c.OK:
				code = max(code, exitFailed)
			}
			all = append(all, c)
			if !asJSON && err == nil {
				a.printCheck(c)
			}
		}
		if asJSON {
			a.printJSON(all)
		}
		if code != exitOK {
			return &exit{code: code}
		}
		return nil
	})
	c.Flags().StringVar(&list, "for", "", "also what these platforms would not take: "+strings.Join(designer.Platforms(), ", "))
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// sources reads all that is to be checked, since badges are looked at together
// too.
func (a *app) sources(ctx context.Context, names []string) ([]source, []error) {
	read, errs := make([]source, len(names)), make([]error, len(names))
	for i, name := range names {
		read[i], errs[i] = a.source(ctx, name)
	}
	return read, errs
}

// alike says which pictures of the badges among them are taken for each other.
func (a *app) alike(read []source) [][]designer.Problem {
	var drafts []designer.Draft
	var at []int
	for i, s := range read {
		if s.err == nil && s.draft.ID != "" {
			s.draft.Name = named(a.words(), s.draft.Name)
			drafts, at = append(drafts, s.draft), append(at, i)
		}
	}
	out := make([][]designer.Problem, len(read))
	for i, p := range proof.Alike(drafts) {
		out[at[i]] = p
	}
	return out
}

// check looks at one badge or file. The error says why it could not.
func (a *app) check(s source, packs []string, together []designer.Problem) (checked, error) {
	w := a.words()
	c := checked{Target: s.name, Findings: []finding{}}
	if s.err == nil {
		c.Kind = "draft"
		if s.kept {
			c.ID = s.draft.ID
		}
		for _, p := range merge(a.allProblems(s.draft), a.platformProblems(s.draft, packs), together) {
			c.Findings = append(c.Findings, problemFinding(w, p))
		}
	} else {
		doc, err := inside(s.bytes)
		if err != nil {
			return c, err
		}
		r := check.Check(doc)
		c.Kind, c.Standard = r.Kind, r.Standard
		for _, f := range r.Findings {
			c.Findings = append(c.Findings, fileFinding(w, f))
		}
		for _, p := range a.outsideProblems(s, packs) {
			c.Findings = append(c.Findings, problemFinding(w, p))
		}
	}
	c.OK = true
	for _, f := range c.Findings {
		c.OK = c.OK && f.level < designer.Fault
	}
	return c, nil
}

// inside is the badge baked into a picture, or what the file is itself.
func inside(b []byte) ([]byte, error) {
	if !bake.IsPNG(b) && !bake.IsSVG(b) {
		return b, nil
	}
	f, err := bake.Find(b)
	return f.Doc, err
}

// outsideProblems are what platforms would not take of somebody else's badge.
// What is no badge has none: its findings say so.
func (a *app) outsideProblems(s source, packs []string) []designer.Problem {
	if len(packs) == 0 {
		return nil
	}
	all, err := foreign.Read(s.bytes, beside(s.name))
	if err != nil {
		return nil
	}
	var out []designer.Problem
	for _, r := range all {
		out = merge(out, a.platformProblems(r.Draft, packs))
	}
	return out
}

func problemFinding(w locale.Words, p designer.Problem) finding {
	key := "problem." + p.Code
	args := clip(p.Args)
	f := finding{Code: p.Code, Level: p.Level.String(), Question: p.Question.String(), Where: p.Field,
		Message: tidy(w.Fill(key, args)), level: p.Level}
	if w.Known(key + ".fix") {
		f.Fix = tidy(w.Fill(key+".fix", args))
	}
	return f
}

func fileFinding(w locale.Words, f check.Finding) finding {
	args := clip(f.Args)
	return finding{Code: f.Rule, Level: f.Level.String(), Where: tidy(f.Path), Message: tidy(w.Fill("check."+f.Rule, args)),
		Fix: tidy(w.Fill("check."+f.Rule+".fix", args)), level: f.Level}
}

// printCheck prints how much was found, and below what.
func (a *app) printCheck(c checked) {
	w := a.words()
	width := a.width()
	kind := "cli.check.kind." + cmp.Or(c.Kind, "none")
	switch {
	case !c.OK && w.Known(kind+".bad"):
		kind += ".bad"
	case strings.HasPrefix(c.Standard, "1") && w.Known(kind+".old"):
		kind += ".old"
	}
	var levels []designer.Level
	for _, f := range c.Findings {
		levels = append(levels, f.level)
	}
	a.print(w.T("cli.check.result", "target", tidy(c.Target), "kind", w.T(kind, "standard", c.Standard), "tally", a.tally(levels)))
	for _, f := range c.Findings {
		line := "  " + w.T("level."+f.Level)
		if f.Where != "" {
			line += ": " + f.Where
		}
		a.print(line)
		a.print(under("    ", f.Message, width))
		if f.Fix != "" {
			a.print(under("    ", f.Fix, width))
		}
	}
}

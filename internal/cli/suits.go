// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer/issuing"
	"insignia/internal/clean"
	"insignia/tui"
	"insignia/tui/line"
)

func (a *app) suitsCommand() *cobra.Command {
	c := a.command(&cobra.Command{
		Use:   "suits [QUESTION=ANSWER…]",
		Short: "Find which issuer suits you",
		Long: "Find which issuer suits you, from five short questions: ways to issue your badge, what each needs, and what this " +
			"program gives you for it.\n\n" +
			"In a terminal the questions are asked. Anywhere else, or with answers, the outcome is printed; " +
			"without all five answers, the questions that are still open.",
		Example: "insignia suits\n" +
			"insignia suits who=school have=moodle award=list cost=free must=none",
		ValidArgsFunction: completeSuits,
	}, 0, -1, func(ctx context.Context, args []string) error {
		switch {
		case len(args) > 0:
		case a.fullScreen():
			return a.enter(ctx, func(o *tui.Options) { o.Room.Room = "suits" })
		case terminal(a.Stdin) && terminal(a.Stdout):
			return a.talk(ctx, func(o *line.Options) { o.Suits = true })
		}
		answers, err := a.suitsAnswers(args)
		switch {
		case err != nil:
			return unable(err)
		case answers.Complete():
			a.tellAll(line.Suits(a.words(), answers))
		default:
			a.printAsks(answers)
		}
		return nil
	})
	return c
}

// completeSuits offers what can be answered.
func completeSuits(_ *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, q := range issuing.Questions() {
		for _, o := range q.Options {
			out = append(out, q.ID+"="+o)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// suitsAnswers reads answers from arguments; the last of a question counts.
func (a *app) suitsAnswers(args []string) (issuing.Answers, error) {
	var out issuing.Answers
	all := issuing.Questions()
	var ids []string
	for _, q := range all {
		ids = append(ids, q.ID)
	}
	for _, arg := range args {
		arg, _ = clean.Line(arg)
		id, option, _ := strings.Cut(arg, "=")
		i := slices.Index(ids, strings.ToLower(strings.TrimSpace(id)))
		if i < 0 {
			return nil, refuse("unknown-ask", "value", id, "options", strings.Join(ids, ", "))
		}
		option = strings.ToLower(strings.TrimSpace(option))
		if !slices.Contains(all[i].Options, option) {
			return nil, refuse("unknown-choice", "value", option, "question", ids[i], "options", strings.Join(all[i].Options, ", "))
		}
		out = out.With(ids[i], option)
	}
	return out, nil
}

// printAsks prints the questions that are open.
func (a *app) printAsks(answers issuing.Answers) {
	w, width := a.words(), a.width()
	a.print(w.T("suits.title"))
	for _, q := range issuing.Questions() {
		if answers[q.ID] != "" {
			continue
		}
		a.print("\n" + under("", w.T("suits.ask."+q.ID), width))
		for _, o := range q.Options {
			a.print(under("  ", w.T("intro.part.line", "part", q.ID+"="+o, "about", w.T("suits."+q.ID+"."+o)), width))
		}
	}
	a.print("\n" + under("", w.T("suits.more"), width))
}

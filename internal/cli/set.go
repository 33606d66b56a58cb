// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/render"
)

func (a *app) setCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:   "set ID FIELD=VALUE…",
		Short: "Answer questions from a script",
		Long: "Answer questions from a script: all of the answers, or none of them.\n\n" +
			"FIELD=VALUE replaces, FIELD+=VALUE adds to a list, FIELD= clears. criteria.steps.2.evidence=VALUE is the evidence " +
			"of the second step. A list takes an item a line. VALUE is @FILE for what is in a file, - for standard input, " +
			"and @@… for something that begins with @. The fields are those of \"insignia show --json\".",
		Example: "insignia set 1f3a name=\"Bike Repair Buddy\" criteria.effort=\"6 h\"\n" +
			"insignia set 1f3a criteria.steps+=\"Mend a puncture\" tags=@tags.txt\n" +
			"insignia set 1f3a look.colours=\"#1b5e20,#ffffff,#ffd54f\" look.ribbon=",
		ValidArgsFunction: a.completeField,
	}, 2, -1, func(ctx context.Context, args []string) error {
		changes, err := a.assignments(args[1:])
		if err != nil {
			return err
		}
		shelf, id, err := a.resolve(ctx, args[0])
		if err != nil {
			return err
		}
		d, err := change(ctx, shelf, id, changes)
		if err != nil {
			return err
		}
		a.problems(changes.shown(d), designer.Warn)
		return nil
	})
}

// shown is what the picture does not show, or shows badly, of what was set.
func (all assignments) shown(d designer.Draft) []designer.Problem {
	return slices.DeleteFunc(render.Of(d).Problems(), func(p designer.Problem) bool {
		return !slices.ContainsFunc(all, func(as assignment) bool { return as.field == p.Field })
	})
}

// change saves the draft with the changes made, and returns it. If somebody else saves it in
// between, the changes are made once more, to what was saved.
func change(ctx context.Context, shelf designer.Shelf[designer.Draft, designer.Summary], id string, changes assignments) (designer.Draft, error) {
	for try := 0; ; try++ {
		d, err := shelf.Get(ctx, id)
		if err != nil {
			return d, err
		}
		before := content(d)
		if err := changes.apply(&d); err != nil {
			return d, err
		}
		if bytes.Equal(before, content(d)) {
			return d, nil
		}
		if _, err = shelf.Put(ctx, d); try > 0 || !errors.Is(err, designer.ErrConflict) {
			return d, err
		}
	}
}

// completeField offers the id first, then fields.
func (a *app) completeField(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeID(c, args, begun)
	}
	var out []string
	for _, f := range designer.Fields() {
		out = append(out, cobra.CompletionWithDesc(f.ID+"=", a.words().T("field."+f.ID+".label")))
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

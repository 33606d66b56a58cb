// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"strconv"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/clean"
)

func (a *app) historyCommand() *cobra.Command {
	var asJSON bool
	var name string
	var revision int
	var named *bool
	c := a.command(&cobra.Command{
		Use:   "history ID",
		Short: "Show a badge's earlier versions, or name one",
		Long: "Show a badge's versions, the newest first: the number of the save, its time, and which answers changed with it.\n\n" +
			"--name names the present version, or the one of --revision; \"\" takes the name away. A version with a name is kept " +
			"for ever. --json prints a list of objects with revision, updated, name and changes.",
		Example: "insignia history 1f3a\ninsignia history 1f3a --name \"Before the review\"\n" +
			"insignia restore 1f3a --revision 4",
		ValidArgsFunction: a.completeID,
	}, 1, 1, func(ctx context.Context, args []string) error {
		shelf, id, err := a.resolvePresent(ctx, args[0])
		if err != nil {
			return err
		}
		all, err := designer.Versions(ctx, shelf, id)
		if err != nil {
			return err
		}
		if *named {
			return a.nameVersion(ctx, shelf, all, revision, name)
		}
		if asJSON {
			a.printJSON(steps(all))
			return nil
		}
		a.heading(all[0].Draft)
		a.print("\n" + a.past(all))
		return nil
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().StringVar(&name, "name", "", "name for the version")
	c.Flags().IntVar(&revision, "revision", 0, "save to name (the present one)")
	named = &c.Flags().Lookup("name").Changed
	return c
}

// step is a version as JSON tells of it.
type step struct {
	Revision int               `json:"revision"`
	Updated  time.Time         `json:"updated"`
	Name     string            `json:"name"`
	Changes  []designer.Change `json:"changes"`
}

func steps(all []designer.Version) []step {
	out := make([]step, len(all))
	for i, v := range all {
		out[i] = step{v.Draft.Revision, v.Draft.Updated, v.Name, append([]designer.Change{}, v.Changes...)}
	}
	return out
}

// fewNames is how many changed answers a line names, if they fit.
const fewNames = 3

// past prints a line a version.
func (a *app) past(all []designer.Version) string {
	w := a.words()
	rows := [][]string{{w.T("cli.history.revision"), w.T("cli.list.saved"), w.T("cli.history.changed"), w.T("cli.history.name")}}
	for _, v := range all {
		changed := prose.Brief(v.Changes, fewNames, func(s string) bool { return ansi.StringWidth(s) <= widest }, w)
		if v.Oldest {
			changed = w.T("cli.history.oldest")
		}
		rows = append(rows, []string{strconv.Itoa(v.Draft.Revision), saved(v.Draft.Updated), changed, v.Name})
	}
	return columns(rows)
}

// nameVersion gives the version of that save, 0 for the present one, a name.
func (a *app) nameVersion(ctx context.Context, shelf designer.Shelf[designer.Draft, designer.Summary], all []designer.Version, revision int, name string) error {
	name, removed := clean.Line(name)
	a.cleaned(removed)
	if err := designer.CheckVersionName(name); err != nil {
		return unable(err)
	}
	v, err := versionOf(all, cmp.Or(revision, all[0].Draft.Revision))
	if err != nil {
		return err
	}
	if err := shelf.Checkpoint(ctx, v.ID, v.Revision, name); err != nil {
		return err
	}
	if name == "" {
		a.note(a.words().T("cli.history.unnamed", "n", v.Revision))
	} else {
		a.note(a.words().T("cli.history.named", "n", v.Revision, "name", name))
	}
	return nil
}

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

// maxVersionName is how many characters a version's name takes.
const maxVersionName = 60

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
		all, err := versions(ctx, shelf, id)
		if err != nil {
			return err
		}
		if *named {
			return a.nameVersion(ctx, shelf, all, revision, name)
		}
		names, err := shelf.Checkpoints(ctx, id)
		if err != nil {
			return err
		}
		if asJSON {
			a.printJSON(steps(all, names))
			return nil
		}
		a.heading(all[0])
		a.print("\n" + a.past(steps(all, names)))
		return nil
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().StringVar(&name, "name", "", "name for the version")
	c.Flags().IntVar(&revision, "revision", 0, "save to name (the present one)")
	named = &c.Flags().Lookup("name").Changed
	return c
}

// versions are the present version of a badge and the kept ones before it,
// newest first.
func versions(ctx context.Context, shelf designer.Shelf[designer.Draft, designer.Summary], id string) ([]designer.Draft, error) {
	for try := 0; ; try++ {
		d, err := shelf.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		before, err := shelf.History(ctx, id)
		if err != nil {
			return nil, err
		}
		// Saved in between, the newest version before is not older.
		if len(before) == 0 || before[0].Revision < d.Revision || try > 0 {
			return append([]designer.Draft{d}, before...), nil
		}
	}
}

// step is a version and what came with it.
type step struct {
	Revision int               `json:"revision"`
	Updated  time.Time         `json:"updated"`
	Name     string            `json:"name"`
	Changes  []designer.Change `json:"changes"`
	first    bool              // nothing before it is kept
}

// steps says what each version changed. Before the first save there was
// nothing; before the oldest one that is kept there was something unknown.
func steps(all []designer.Draft, names map[int]string) []step {
	out := make([]step, len(all))
	for i, d := range all {
		out[i] = step{Revision: d.Revision, Updated: d.Updated, Name: names[d.Revision], Changes: []designer.Change{}}
		switch {
		case i+1 < len(all):
			out[i].Changes = append(out[i].Changes, designer.Changes(all[i+1], d)...)
		case d.Revision == 1:
			out[i].Changes = append(out[i].Changes, designer.Changes(designer.Draft{}, d)...)
		default:
			out[i].first = true
		}
	}
	return out
}

// fewNames is how many changed answers a line names, if they fit.
const fewNames = 3

// past prints a line a version.
func (a *app) past(all []step) string {
	w := a.words()
	rows := [][]string{{w.T("cli.history.revision"), w.T("cli.list.saved"), w.T("cli.history.changed"), w.T("cli.history.name")}}
	for _, s := range all {
		changed := prose.Changed(s.Changes, fewNames, w)
		for n := fewNames - 1; n > 0 && ansi.StringWidth(changed) > widest; n-- {
			changed = prose.Changed(s.Changes, n, w)
		}
		if s.first {
			changed = w.T("cli.history.oldest")
		}
		rows = append(rows, []string{strconv.Itoa(s.Revision), saved(s.Updated), changed, s.Name})
	}
	return columns(rows)
}

// nameVersion gives the version of that save, 0 for the present one, a name.
func (a *app) nameVersion(ctx context.Context, shelf designer.Shelf[designer.Draft, designer.Summary], all []designer.Draft, revision int, name string) error {
	name, removed := clean.Line(name)
	a.cleaned(removed)
	if n := len([]rune(name)); n > maxVersionName {
		return unable(refuse("long-version-name", "length", strconv.Itoa(n), "limit", strconv.Itoa(maxVersionName)))
	}
	v, err := versionOf(all, cmp.Or(revision, all[0].Revision))
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

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
)

func (a *app) workshopCommand() *cobra.Command {
	c := a.command(&cobra.Command{
		Use:   "workshop",
		Short: "Prepare a workshop and carry it to other laptops",
		Long: "Prepare a workshop and carry it to other laptops: a preset made once, with title, agenda, issuer and teams. " +
			"A badge begun in it knows them.\n\n" +
			"A workshop is named by the beginning of its id or by its whole title.",
		Example: "insignia workshop new \"Badges for the library\" --agenda sprint-20 --team \"Table 1\" --team \"Table 2\"\n" +
			"insignia workshop export \"Badges for the library\"\ninsignia workshop import workshop.json\n" +
			"insignia new --workshop \"Badges for the library\" --team \"Table 1\"",
	}, 0, -1, func(_ context.Context, args []string) error {
		self := a.find("workshop")
		var known []string
		for _, sub := range self.Commands() {
			known = append(known, sub.Name())
		}
		if len(args) == 0 {
			return unable(refuse("usage", "command", "workshop", "use", self.CommandPath()+" "+strings.Join(known, "|")))
		}
		return unable(refuse("unknown-command", "command", "workshop "+args[0], "nearest", "workshop "+guess(args[0], known)))
	})
	c.AddCommand(a.workshopNewCommand(), a.workshopSetCommand(), a.workshopListCommand(), a.workshopShowCommand(),
		a.workshopExportCommand(), a.workshopImportCommand(), a.workshopRmCommand())
	return c
}

// find is the command of that name.
func (a *app) find(name string) *cobra.Command {
	for _, c := range a.tree.Commands() {
		if c.Name() == name {
			return c
		}
	}
	return &cobra.Command{}
}

// workshopID returns the id of the workshop that has name for its whole title
// or for the beginning of its id.
func (a *app) workshopID(ctx context.Context, name string) (string, error) {
	s, err := a.badges()
	if err != nil {
		return "", err
	}
	all, err := s.Workshops().List(ctx, designer.Page{})
	if err != nil {
		return "", err
	}
	var titled []string
	for _, w := range all {
		if q := fold(name); q != "" && fold(w.Title) == q {
			titled = append(titled, w.ID)
		}
	}
	switch len(titled) {
	case 0:
		id, err := designer.Resolve(ctx, s.Workshops(), name)
		if errors.Is(err, designer.ErrNotFound) {
			err = refuse("no-workshop", "value", name)
		}
		return id, err
	case 1:
		return titled[0], nil
	}
	return "", refuse("same-title", "value", name)
}

// workshop returns the workshop of that title or id.
func (a *app) workshop(ctx context.Context, name string) (designer.Workshop, error) {
	id, err := a.workshopID(ctx, name)
	if err != nil {
		return designer.Workshop{}, err
	}
	return a.store.Workshops().Get(ctx, id)
}

func (a *app) workshopListCommand() *cobra.Command {
	var asJSON bool
	c := a.command(&cobra.Command{
		Use:   "list",
		Short: "List the workshops, the latest first",
		Long: "List the workshops, the latest first.\n\n" +
			"--json prints a list of objects with id, revision, updated, title, date and minutes.",
		Example: "insignia workshop list\ninsignia workshop list --json",
	}, 0, 0, func(ctx context.Context, _ []string) error {
		s, err := a.badges()
		if err != nil {
			return err
		}
		all, err := s.Workshops().List(ctx, designer.Page{})
		if err != nil {
			return err
		}
		var ids []string
		for _, w := range all {
			ids = append(ids, w.ID)
		}
		short := abbreviate(ids)
		slices.SortStableFunc(all, func(x, y designer.WorkshopSummary) int {
			return cmp.Or(cmp.Compare(y.Date, x.Date), y.Updated.Compare(x.Updated))
		})
		switch {
		case asJSON:
			a.printJSON(all)
		case len(all) == 0:
			a.note(a.words().T("cli.workshop.none"))
		default:
			a.workshopTable(all, short)
		}
		return nil
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) workshopTable(all []designer.WorkshopSummary, ids map[string]string) {
	w := a.words()
	rows := [][]string{{w.T("cli.list.id"), w.T("cli.workshop.title"), w.T("cli.workshop.date"), w.T("cli.workshop.minutes"), w.T("cli.list.saved")}}
	for _, s := range all {
		rows = append(rows, []string{ids[s.ID], cmp.Or(s.Title, w.T("cli.workshop.untitled")), s.Date, strconv.Itoa(s.Minutes), saved(s.Updated)})
	}
	a.print(columns(rows))
}

// completeWorkshop offers ids to the shell, with titles beside them.
func (a *app) completeWorkshop(c *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	s, err := a.badges()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, err := s.Workshops().List(c.Context(), designer.Page{Prefix: begun, Limit: 100})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, w := range all {
		out = append(out, cobra.CompletionWithDesc(w.ID, tidy(w.Title)))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

func (a *app) workshopShowCommand() *cobra.Command {
	var asJSON bool
	c := a.command(&cobra.Command{
		Use:               "show ID",
		Short:             "Show a workshop",
		Long:              "Show a workshop.\n\n--json prints it as a workshop file.",
		Example:           "insignia workshop show 1f3a\ninsignia workshop show \"Badges for the library\" --json",
		ValidArgsFunction: a.completeWorkshop,
	}, 1, 1, func(ctx context.Context, args []string) error {
		w, err := a.workshop(ctx, args[0])
		if err != nil {
			return err
		}
		if asJSON {
			a.emit(clean.JSON(answers.WriteWorkshop(w)))
			return nil
		}
		a.tellWorkshop(w)
		return nil
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// tellWorkshop prints a workshop in words.
func (a *app) tellWorkshop(ws designer.Workshop) {
	w := a.words()
	a.print(cmp.Or(ws.Title, w.T("cli.workshop.untitled")))
	a.print(w.T("cli.show.kept", "id", ws.ID, "n", ws.Revision, "time", saved(ws.Updated)) + "\n")
	line := func(label, value string) {
		switch {
		case strings.Contains(value, "\n"):
			a.print("  " + label + ":\n" + under("    ", value, a.width()))
		case value != "":
			a.print(under("  ", label+": "+value, a.width()))
		}
	}
	line(w.T("cli.workshop.date"), ws.Date)
	line(w.T("cli.workshop.place"), ws.Place)
	line(w.T("field.language.label"), ws.Language)
	d := ws.Begin("")
	for _, f := range designer.FieldsOf(designer.AskIssuer) {
		line(w.T("field."+f.ID+".label"), a.value(d, f))
	}
	line(w.T("cli.workshop.teams"), strings.Join(ws.Teams, "\n"))
	if f, ok := designer.FieldByID("look.colours"); ok {
		line(w.T("field.look.colours.label"), a.value(d, f))
	}
	var skip []string
	for _, id := range ws.Skip {
		skip = append(skip, w.T("field."+id+".label"))
	}
	line(w.T("cli.workshop.skip"), strings.Join(skip, "\n"))
	if ws.Private {
		line(w.T("cli.workshop.clock"), w.T("cli.workshop.private"))
	}
	if len(ws.Agenda.Slots) > 0 {
		line(w.T("cli.workshop.agenda"), agendaText(w, ws.Agenda))
	}
}

// agendaText is an agenda's name and length, and its parts, a line each.
func agendaText(w locale.Words, a designer.Agenda) string {
	head := w.N("cli.workshop.long", a.Minutes())
	if a.Name != "" {
		head = w.T("agenda."+a.Name) + ", " + head
	}
	rows := make([][]string, len(a.Slots))
	for i, s := range a.Slots {
		rows[i] = []string{strconv.Itoa(s.Minutes), cmp.Or(s.Title, w.T("slot."+s.ID))}
	}
	return head + "\n" + columns(rows)
}

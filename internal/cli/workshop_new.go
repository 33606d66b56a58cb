// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/render"
	"insignia/tui"
)

// firstAgenda is the one a workshop has when nobody says: the paper exercise.
const firstAgenda = "sprint-20"

func (a *app) workshopNewCommand() *cobra.Command {
	var one struct{ title, date, place, language, agenda, minutes, issuer, name, url, email, colours string }
	var teams, skip []string
	var private bool
	var c *cobra.Command
	c = a.command(&cobra.Command{
		Use:   "new [TITLE]",
		Short: "Make a workshop",
		Long: "Make a workshop and print its id. What no option says stays open and can be set later. Without a title and " +
			"an option the program opens on a new one.\n\n" +
			"The ready agendas are sprint-20, 45-30, 60-30, half-day and trainers; --minutes stretches or shrinks the one " +
			"chosen.",
		Example: "insignia workshop new \"Badges for the library\" --date 2026-05-04 --agenda half-day --minutes 180\n" +
			"insignia workshop new --issuer \"Kettenwerk\" --team \"Table 1\" --team \"Table 2\" --skip issuer.email --private",
	}, 0, 1, func(ctx context.Context, args []string) error {
		if len(args) == 0 && c.LocalFlags().NFlag() == 0 && a.interactive() {
			return a.enter(ctx, func(o *tui.Options) { o.Room.Room = "workshop" })
		}
		if len(args) > 0 && one.title != "" {
			return unable(refuse("twice", "field", designer.KeyTitle))
		}
		one.title = cmp.Or(append(args, one.title)...)
		w := designer.Workshop{Meta: designer.Meta{ID: designer.NewID()}, Language: a.words().Tag()}
		s, err := a.badges()
		if err != nil {
			return err
		}
		if one.issuer != "" {
			if w.Issuer, err = a.savedIssuer(ctx, one.issuer); err != nil {
				return err
			}
		}
		var changes assignments
		for _, kv := range [][2]string{{designer.KeyTitle, one.title}, {designer.KeyDate, one.date}, {designer.KeyPlace, one.place},
			{designer.KeyLanguage, one.language}, {designer.KeyAgenda, one.agenda}, {designer.KeyMinutes, one.minutes},
			{"issuer.name", one.name}, {"issuer.url", one.url}, {"issuer.email", one.email}, {designer.KeyColours, one.colours}} {
			if kv[1] != "" {
				changes = append(changes, assignment{field: kv[0], value: kv[1]})
			}
		}
		for _, v := range teams {
			changes = append(changes, assignment{designer.KeyTeams, true, v})
		}
		for _, v := range skip {
			changes = append(changes, assignment{designer.KeySkip, true, v})
		}
		a.cleaned(changes.tidy())
		if err := changes.applyTo(&w); err != nil {
			return err
		}
		w.Private = private
		if w, err = s.Workshops().Put(ctx, w); err != nil {
			return err
		}
		a.print(w.ID)
		return nil
	})
	c.Flags().StringVar(&one.title, "title", "", "title")
	c.Flags().StringVar(&one.date, "date", "", "date, as in 2026-05-04")
	c.Flags().StringVar(&one.place, "place", "", "place")
	c.Flags().StringVar(&one.language, "language", "", "language of its badges (that of the words)")
	c.Flags().StringVar(&one.agenda, "agenda", firstAgenda, "a ready agenda")
	c.Flags().StringVar(&one.minutes, "minutes", "", "how long it takes in all")
	c.Flags().StringVar(&one.issuer, "issuer", "", "name of a saved issuer")
	c.Flags().StringVar(&one.name, "issuer-name", "", "name of the issuer")
	c.Flags().StringVar(&one.url, "issuer-url", "", "web address of the issuer")
	c.Flags().StringVar(&one.email, "issuer-email", "", "mail address of the issuer")
	c.Flags().StringArrayVar(&teams, "team", nil, "a team; again for another one")
	c.Flags().StringVar(&one.colours, "colours", "", "colours that a new badge starts with")
	c.Flags().StringArrayVar(&skip, "skip", nil, "a field that the tables may leave open; again for another one")
	c.Flags().BoolVar(&private, "private", false, "show the clock on this laptop alone")
	return c
}

// savedIssuer is the saved issuer of that name.
func (a *app) savedIssuer(ctx context.Context, name string) (designer.Issuer, error) {
	i, err := a.saved(ctx, name)
	if err != nil || i.ID != "" {
		return i.Issuer, err
	}
	all, err := a.store.Issuers().List(ctx, designer.Page{})
	if err != nil {
		return designer.Issuer{}, err
	}
	var names []string
	for _, i := range all {
		names = append(names, i.Name)
	}
	if len(names) == 0 {
		return designer.Issuer{}, refuse("no-saved-issuer", "value", name)
	}
	return designer.Issuer{}, refuse("unknown-issuer", "value", name, "nearest", guess(name, names), "known", strings.Join(names, ", "))
}

func (a *app) workshopSetCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:   "set ID KEY=VALUE…",
		Short: "Change a workshop",
		Long: "Change a workshop: all of it, or nothing.\n\n" +
			"KEY=VALUE replaces, KEY+=VALUE adds to a list, KEY= clears. The keys are title, date, place, language, agenda, " +
			"minutes, issuer.name and the other fields of the issuer, teams, colours, skip and private. A list takes an item a " +
			"line; VALUE is @FILE for what is in a file, - for standard input.",
		Example: "insignia workshop set 1f3a teams+=\"Table 3\" minutes=45\ninsignia workshop set 1f3a agenda=half-day private=yes\n" +
			"insignia workshop set 1f3a teams=@teams.txt skip=",
		ValidArgsFunction: a.completeWorkshop,
	}, 2, -1, func(ctx context.Context, args []string) error {
		changes, err := a.assignments(args[1:])
		if err != nil {
			return err
		}
		id, err := a.workshopID(ctx, args[0])
		if err != nil {
			return err
		}
		return changeWorkshop(ctx, a.store.Workshops(), id, changes)
	})
}

// changeWorkshop is change for a workshop.
func changeWorkshop(ctx context.Context, shelf designer.Shelf[designer.Workshop, designer.WorkshopSummary], id string, changes assignments) error {
	for try := 0; ; try++ {
		w, err := shelf.Get(ctx, id)
		if err != nil {
			return err
		}
		before := answers.WriteWorkshop(w)
		if err := changes.applyTo(&w); err != nil {
			return err
		}
		if bytes.Equal(before, answers.WriteWorkshop(w)) {
			return nil
		}
		if _, err = shelf.Put(ctx, w); try > 0 || !errors.Is(err, designer.ErrConflict) {
			return err
		}
	}
}

// applyTo changes w by every assignment, or leaves it as it is and says what
// was wrong with the first one that does not fit.
func (all assignments) applyTo(w *designer.Workshop) error {
	c := w.Clone()
	colours := false
	for _, as := range all {
		if err := as.applyTo(&c); err != nil {
			return err
		}
		colours = colours || as.field == designer.KeyColours
	}
	for _, p := range render.Of(c.Begin("")).Problems() {
		if colours && p.Code == "LOOK-UNKNOWN" && p.Field == "look.colours" {
			return refuse("unknown-look", "field", designer.KeyColours, "value", p.Args["value"], "nearest", p.Args["nearest"])
		}
	}
	*w = c
	return nil
}

func (as assignment) applyTo(w *designer.Workshop) error {
	if !as.more {
		return w.Set(as.field, as.value)
	}
	for item := range strings.SplitSeq(as.value, "\n") {
		if err := w.Append(as.field, item); err != nil {
			return err
		}
	}
	return nil
}

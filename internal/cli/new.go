// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/clean"
)

func (a *app) newCommand() *cobra.Command {
	var from, workshop, team string
	c := a.command(&cobra.Command{
		Use:   "new [FIELD=VALUE…]",
		Short: "Start a badge",
		Long: "Start a badge, empty or from a sample, with the answers given.\n\n" +
			"In a terminal the program opens on it, and with --plain anywhere. Elsewhere the badge is kept and its id printed.",
		Example: "insignia new\ninsignia new --sample bike-repair-buddy\n" +
			"insignia new --workshop \"Badges for the library\" --team \"Table 1\"\nid=$(insignia new kind=skill name=\"Bike Repair Buddy\")",
	}, 0, -1, func(ctx context.Context, args []string) error {
		d, err := a.begin(from)
		if err == nil && workshop != "" {
			err = a.beginIn(ctx, workshop, from != "", &d)
		}
		if err == nil && team != "" {
			team, removed := clean.Line(team)
			a.cleaned(removed)
			err = d.Set("team", team)
		}
		if err != nil {
			return err
		}
		changes, err := a.assignments(args)
		if err != nil {
			return err
		}
		if err := changes.apply(&d); err != nil {
			return err
		}
		if a.plain || a.interactive() {
			return a.program(ctx, "", &d)
		}
		s, err := a.badges()
		if err != nil {
			return err
		}
		if d, err = s.Drafts().Put(ctx, d); err != nil {
			return err
		}
		a.print(d.ID)
		return nil
	})
	c.Flags().StringVar(&from, "sample", "", "start from a sample: bike-repair-buddy, map-curious, meal-crew-member, reading-circle")
	c.Flags().StringVar(&workshop, "workshop", "", "begin it in this workshop, named by id or title")
	c.Flags().StringVar(&team, "team", "", "the team it is for")
	return c
}

// beginIn makes d a badge of the workshop. What a sample says of itself stays;
// who issues it is the workshop's to say.
func (a *app) beginIn(ctx context.Context, name string, sampled bool, d *designer.Draft) error {
	w, err := a.workshop(ctx, name)
	if err != nil {
		return err
	}
	begun := w.Begin("")
	if begun.Language == "" {
		begun.Language = d.Language
	}
	if !sampled {
		*d = begun
		return nil
	}
	d.Workshop = begun.Workshop
	if begun.Issuer != (designer.Issuer{}) {
		d.Issuer = begun.Issuer
	}
	return nil
}

// begin is a new draft, from a sample if that has a name.
func (a *app) begin(from string) (designer.Draft, error) {
	lang := a.words().Tag()
	if from == "" {
		return designer.New(lang), nil
	}
	d, ok := sample.Load(from, lang)
	if !ok {
		return d, unable(refuse("unknown-sample", "value", from, "nearest", guess(from, sample.Names()),
			"known", strings.Join(sample.Names(), ", ")))
	}
	return d.Duplicate(), nil
}

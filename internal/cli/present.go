// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/tui"
	"insignia/tui/line"
)

func (a *app) presentCommand() *cobra.Command {
	var workshop string
	c := a.command(&cobra.Command{
		Use:   "present [ID…]",
		Short: "Present badges to the room, an idea a page",
		Long: "Present badges to the room, an idea a page: name and picture, the answers, and the pitch in one breath.\n\n" +
			"They come in the order given; without any, in the order of the teams. In a terminal the pages open, with a clock " +
			"for the pitch and a queue. Anywhere else, and with --plain, they are printed.",
		Example:           "insignia present\ninsignia present 1f3a 77c0\ninsignia present --workshop \"Badges for the library\"\ninsignia present 1f3a --plain",
		ValidArgsFunction: a.completeID,
	}, 0, -1, func(ctx context.Context, args []string) error {
		ids, err := a.turns(ctx, args, workshop)
		if err != nil {
			return err
		}
		if a.fullScreen() {
			return a.enter(ctx, func(o *tui.Options) { o.Room.Room, o.Present = "present", ids })
		}
		for i, id := range ids {
			d, err := a.store.Drafts().Get(ctx, id)
			if err != nil {
				return err
			}
			if i > 0 {
				a.print("")
			}
			a.tellAll(line.Presented(a.words(), d, ""))
		}
		return nil
	})
	c.Flags().StringVar(&workshop, "workshop", "", "the badges of this workshop, by its title or the beginning of its id")
	return c
}

// turns are the ids of the badges to present: those that were named, or those
// of a workshop, or all.
func (a *app) turns(ctx context.Context, named []string, workshop string) ([]string, error) {
	s, err := a.badges()
	if err != nil {
		return nil, err
	}
	if len(named) > 0 && workshop != "" {
		return nil, unable(refuse("present-both"))
	}
	var ids []string
	for _, n := range named {
		_, id, err := a.resolve(ctx, n)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	if len(ids) > 0 {
		return ids, nil
	}
	all, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil {
		return nil, err
	}
	var w designer.Workshop
	if workshop != "" {
		if w, err = a.workshop(ctx, workshop); err != nil {
			return nil, err
		}
		all = slices.DeleteFunc(all, func(s designer.Summary) bool { return s.Workshop != w.ID })
	}
	if len(all) == 0 {
		return nil, refuse("present-none")
	}
	return w.Turns(all), nil
}

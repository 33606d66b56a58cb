// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer/primer"
	"insignia/tui"
	"insignia/tui/line"
)

func (a *app) introCommand() *cobra.Command {
	var notes bool
	c := a.command(&cobra.Command{
		Use:   "intro",
		Short: "Introduce open badges, a page at a time",
		Long: "Introduce open badges, a page at a time: what one is, what is inside, how it travels, where it leads, what makes " +
			"it worth something, and an example taken apart.\n\n" +
			"In a terminal the pages open, n shows the facilitator's notes. Anywhere else, and with --plain, they are printed.",
		Example: "insignia intro\ninsignia intro --plain --notes",
	}, 0, 0, func(ctx context.Context, _ []string) error {
		if a.fullScreen() {
			return a.enter(ctx, func(o *tui.Options) { o.Room.Room = "intro" })
		}
		for i, p := range primer.Pages() {
			if i > 0 {
				a.print("")
			}
			a.tellAll(line.IntroPage(a.words(), i+1, p, notes))
		}
		return nil
	})
	c.Flags().BoolVar(&notes, "notes", false, "print what to say and to ask as well")
	return c
}

// tellAll prints paragraphs as line mode says them.
func (a *app) tellAll(all []line.Par) {
	width := a.width()
	for _, p := range all {
		if p.Opens {
			a.print("")
		}
		a.print(under(strings.Repeat("  ", p.Depth), p.Text, width))
	}
}

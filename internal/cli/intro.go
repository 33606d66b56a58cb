// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/designer/primer"
	"insignia/designer/sample"
	"insignia/tui"
)

func (a *app) introCommand() *cobra.Command {
	var plain, notes bool
	c := a.command(&cobra.Command{
		Use:   "intro",
		Short: "Introduce open badges, a page at a time",
		Long: "Introduce open badges, a page at a time: what one is, what is inside, how it travels, where it leads, what makes " +
			"it worth something, and an example taken apart.\n\n" +
			"In a terminal the pages open, n shows the facilitator's notes. Anywhere else, and with --plain, they are printed.",
		Example: "insignia intro\ninsignia intro --plain --notes",
	}, 0, 0, func(ctx context.Context, _ []string) error {
		if !plain && a.interactive() {
			return a.enter(ctx, func(o *tui.Options) { o.Room.Room = "intro" })
		}
		for i, p := range primer.Pages() {
			if i > 0 {
				a.print("")
			}
			a.printPage(i+1, p, notes)
		}
		return nil
	})
	c.Flags().BoolVar(&plain, "plain", false, "print the pages instead of opening them")
	c.Flags().BoolVar(&notes, "notes", false, "print what to say and to ask as well")
	return c
}

// printPage prints a page of the introduction, one idea a paragraph.
func (a *app) printPage(n int, p primer.Page, notes bool) {
	w, width := a.words(), a.width()
	badge, _ := sample.Load(primer.Sample, w.Tag())
	say := func(indent, text string) { a.print(under(indent, text, width)) }
	say("", strconv.Itoa(n)+" "+w.T("intro."+p.ID+".title", "name", badge.Name))
	for i := range p.Paragraphs {
		a.print("")
		say("", w.T("intro."+p.ID+".text."+strconv.Itoa(i+1)))
	}
	for _, g := range p.Groups {
		a.print("")
		if g.ID != "" {
			say("", w.T("intro.group."+g.ID))
		}
		for _, part := range g.Parts {
			a.printPart(p, part, badge, say)
		}
	}
	if notes {
		for _, s := range [][2]string{{"intro.notes.say", ".say"}, {"intro.notes.ask", ".ask"}} {
			a.print("")
			say("", w.T("intro.part.line", "part", w.T(s[0]), "about", w.T("intro."+p.ID+s[1])))
		}
		a.print("")
		say("", w.T("intro.minutes", "n", p.Minutes))
	}
}

// printPart prints what a page's figure points at, in words.
func (a *app) printPart(p primer.Page, part string, badge designer.Draft, say func(indent, text string)) {
	w := a.words()
	label, about := w.T("intro.part."+part), w.T("intro.part."+part+".about")
	switch p.ID {
	case primer.Travel:
		label += " " + w.T("intro.part."+part+".does")
	case primer.More:
		if address := primer.Address(part); address != "" {
			label += ", " + address
		}
	case primer.Example:
		good, q := primer.Answer(badge, part)
		say("  ", label)
		say("    ", w.T("intro.part.line", "part", w.T("intro.good"), "about", good))
		say("    ", about)
		say("    ", w.T("intro.part.line", "part", w.T("intro.weak"), "about", w.T("question."+q.String()+".weak")))
		return
	}
	say("  ", w.T("intro.part.line", "part", label, "about", about))
}

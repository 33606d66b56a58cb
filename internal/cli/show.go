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
	"insignia/render/icon"
)

func (a *app) showCommand() *cobra.Command {
	var asJSON bool
	c := a.command(&cobra.Command{
		Use:   "show ID",
		Short: "Show a badge's answers",
		Long: "Show a badge's answers.\n\n" +
			"--json prints the draft as it is kept, in the form that \"insignia import\" reads.",
		Example:           "insignia show 1f3a\ninsignia show 1f3a --json > badge.json",
		ValidArgsFunction: a.completeID,
	}, 1, 1, func(ctx context.Context, args []string) error {
		d, err := a.draft(ctx, args[0])
		if err != nil {
			return err
		}
		if asJSON {
			a.emit(clean.JSON(answers.Write(d)))
			return nil
		}
		a.heading(d)
		a.answers(d, func(designer.Field) bool { return true })
		return nil
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// heading prints what a badge is called, and what it is called by.
func (a *app) heading(d designer.Draft) {
	w := a.words()
	a.print(cmp.Or(d.Name, w.T("ui.unnamed")))
	a.print(w.T("cli.show.kept", "id", d.ID, "n", d.Revision, "time", saved(d.Updated)))
}

// answers prints, question by question, the answered fields that are wanted.
func (a *app) answers(d designer.Draft, wanted func(designer.Field) bool) {
	w := a.words()
	width := a.width()
	for _, q := range designer.Questions() {
		begun := false
		for _, f := range designer.FieldsOf(q) {
			if f.Empty(&d) || !wanted(f) {
				continue
			}
			if !begun {
				begun = true
				a.print("\n" + a.question(q))
			}
			label := w.T("field." + f.ID + ".label")
			value := a.value(d, f)
			if f.IsList() || strings.Contains(value, "\n") {
				a.print("  " + label + ":\n" + under("    ", value, width))
			} else {
				a.print(under("  ", label+": "+value, width))
			}
		}
	}
	a.foreignMembers(d, width)
}

// foreignMembers prints what a badge from outside had and no field takes.
func (a *app) foreignMembers(d designer.Draft, width int) {
	if len(d.Foreign) == 0 {
		return
	}
	a.print("\n" + a.words().T("ui.foreign"))
	for _, m := range d.Foreign {
		value, cut := clean.Cut(m.Value, mostOfMember)
		if cut {
			value += "…"
		}
		a.print(under("  ", m.Path+": "+value, width))
	}
}

// mostOfMember is how much of a member is shown: enough to know it again.
const mostOfMember = 200

// question is a question in words, with its number if it has one.
func (a *app) question(q designer.Question) string {
	title := a.words().T("question." + q.String() + ".title")
	if q.Numbered() {
		title = strconv.Itoa(int(q)) + " " + title
	}
	return title
}

// value gives a field's answer in words; the items of a list stand on lines
// of their own.
func (a *app) value(d designer.Draft, f designer.Field) string {
	w := a.words()
	v := f.Value(&d)
	if key, about, told := f.Told(v); told {
		return w.Fill(key, about)
	}
	switch f.Input {
	case designer.Choice:
		if key := "option." + f.ID + "." + v; w.Known(key) {
			return w.T(key)
		}
	case designer.Colours:
		if key := "colour." + v; w.Known(key) {
			return w.T(key)
		}
	case designer.IconName:
		if i, ok := icon.ByName(v); ok {
			return i.Label(w.Tag())
		}
	case designer.Steps:
		var lines []string
		for i, s := range d.Criteria.Steps {
			line := strconv.Itoa(i+1) + ". " + s.Text
			if s.Optional {
				line += " (" + w.T("cli.show.optional") + ")"
			}
			for _, more := range []struct{ key, text string }{{"cli.show.evidence", s.Evidence}, {"cli.show.note", s.Note}} {
				if more.text != "" {
					line += "\n   " + w.T(more.key, "text", more.text)
				}
			}
			lines = append(lines, line)
		}
		return strings.Join(lines, "\n")
	case designer.Leads:
		var lines []string
		for _, l := range d.Next.Leads {
			lines = append(lines, strings.TrimSpace(l.Name+" "+l.URL))
		}
		return strings.Join(lines, "\n")
	}
	return v
}

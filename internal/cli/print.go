// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export"
	"insignia/export/print"
	"insignia/internal/clean"
	"insignia/internal/locale"
	"insignia/render/alt"
	"insignia/render/icon"
)

// printing is how paper is wanted.
type printing struct {
	paper, workshop, file string
	force                 bool
	used                  map[string]bool // files of this run
}

func (a *app) printCommand() *cobra.Command {
	known := []string{"canvas", "badge", "cards", "flyer", "booklet"}
	c := a.command(&cobra.Command{
		Use:   "print " + strings.Join(known, "|"),
		Short: "Put badges on paper",
		Long: "Put badges on paper: each sheet is one HTML file that any browser opens and prints. It needs no network.\n\n" +
			"A file goes where -o says (- is standard output), or else into the current folder, under a name of its own. " +
			"Nothing is written over something else unless --force is there.",
		Example: "insignia print canvas\ninsignia print badge 1f3a\ninsignia print cards --paper letter",
	}, 1, -1, func(_ context.Context, args []string) error {
		return unable(refuse("unknown-command", "command", "print "+args[0], "nearest", "print "+guess(args[0], known)))
	})
	for _, sheet := range []struct {
		command     cobra.Command
		least, most int
		do          func(context.Context, printing, []string) error
	}{
		{cobra.Command{Use: "canvas", Short: "The blank sheet with the six questions",
			Example: "insignia print canvas --paper a3\ninsignia print canvas --workshop \"Badges for the library\" --lang es"}, 0, 0, a.printCanvas},
		{cobra.Command{Use: "badge ID|FILE…", Short: "Filled sheets with every answer, a file each",
			Example: "insignia print badge 1f3a"}, 1, -1, a.printEach("-sheet", print.Badge)},
		{cobra.Command{Use: "cards [ID|FILE…]", Short: "Cards for the wall: of all badges, of a workshop's, or of these",
			Example: "insignia print cards --workshop \"Badges for the library\""}, 0, -1, a.printAll("cards", cardsOf)},
		{cobra.Command{Use: "flyer ID|FILE…", Short: "A flyer that makes people want to earn it",
			Example: "insignia print flyer 1f3a --paper letter"}, 1, -1, a.printEach("-flyer", print.Flyer)},
		{cobra.Command{Use: "booklet [ID|FILE…]", Short: "A booklet: of all badges, of a workshop's, or of these",
			Example: "insignia print booklet -o booklet.html"}, 0, -1, a.printAll("booklet", print.Booklet)},
	} {
		c.AddCommand(a.sheetCommand(&sheet.command, sheet.least, sheet.most, sheet.do))
	}
	return c
}

// sheetCommand completes a command that prints one kind of sheet.
func (a *app) sheetCommand(c *cobra.Command, least, most int, do func(context.Context, printing, []string) error) *cobra.Command {
	p := printing{used: map[string]bool{}}
	a.command(c, least, most, func(ctx context.Context, args []string) error { return do(ctx, p, args) })
	if most != 0 {
		c.ValidArgsFunction = a.completeID
	}
	c.Flags().StringVar(&p.paper, "paper", print.Papers()[0], "a4, a3 or letter")
	c.Flags().StringVarP(&p.file, "output", "o", "", "file to write, or - for standard output")
	c.Flags().BoolVar(&p.force, "force", false, "replace a file that is there")
	if least == 0 {
		c.Flags().StringVar(&p.workshop, "workshop", "", "id or title of a workshop")
		_ = c.RegisterFlagCompletionFunc("workshop", a.completeWorkshop) // fails only for a flag that is not there
	}
	return c
}

func (p printing) options() print.Options {
	return print.Options{Paper: p.paper, Icon: func(name, lang string) string {
		if i, ok := icon.ByName(name); ok {
			return i.Label(lang)
		}
		return name
	}}
}

func (a *app) printCanvas(ctx context.Context, p printing, _ []string) error {
	ws, err := a.event(ctx, p.workshop)
	if err != nil {
		return err
	}
	b, err := print.Canvas(a.words(), ws, p.options())
	if err != nil {
		return unable(err)
	}
	return a.putSheet(p, "canvas", b)
}

// printEach makes a file for each badge.
func (a *app) printEach(ending string, sheet func(locale.Words, print.Entry, print.Options) ([]byte, error)) func(context.Context, printing, []string) error {
	return func(ctx context.Context, p printing, args []string) error {
		if len(args) > 1 && p.file != "" {
			return unable(refuse("print-one"))
		}
		return a.each(args, func(name string) error {
			d, err := a.sourceDraft(ctx, name)
			if err != nil {
				return err
			}
			b, err := sheet(a.words(), a.entry(d), p.options())
			if err != nil {
				return unable(err)
			}
			return a.putSheet(p, clean.Slug(d.Name)+ending, b)
		})
	}
}

// printAll makes one file of several badges: those named, those of the
// workshop, or all there are.
func (a *app) printAll(name string, sheet func(locale.Words, designer.Workshop, []print.Entry, print.Options) ([]byte, error)) func(context.Context, printing, []string) error {
	return func(ctx context.Context, p printing, args []string) error {
		if len(args) > 0 && p.workshop != "" {
			return unable(refuse("print-which"))
		}
		ws, err := a.event(ctx, p.workshop)
		if err != nil {
			return err
		}
		var entries []print.Entry
		if len(args) > 0 {
			err = a.each(args, func(name string) error {
				d, err := a.sourceDraft(ctx, name)
				entries = append(entries, a.entry(d))
				return err
			})
		} else {
			entries, err = a.entries(ctx, ws.ID)
		}
		if err != nil {
			return err
		}
		if len(entries) == 0 {
			return refuse("print-none")
		}
		b, err := sheet(a.words(), ws, entries, p.options())
		if err != nil {
			return unable(err)
		}
		return a.putSheet(p, name, b)
	}
}

// cardsOf leaves the workshop out: a card on the wall is about its badge.
func cardsOf(w locale.Words, _ designer.Workshop, all []print.Entry, o print.Options) ([]byte, error) {
	return print.Cards(w, all, o)
}

func (a *app) entry(d designer.Draft) print.Entry {
	return print.Entry{Draft: d, Picture: alt.Draw(d), Problems: a.allProblems(d)}
}

// entries are the badges of a workshop, or all of them for "", by team and
// name: ids are random, and nobody looks for one in a booklet.
func (a *app) entries(ctx context.Context, workshop string) ([]print.Entry, error) {
	s, err := a.badges()
	if err != nil {
		return nil, err
	}
	all, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(x, y designer.Summary) int {
		return cmp.Or(strings.Compare(strings.ToLower(x.Team), strings.ToLower(y.Team)),
			strings.Compare(strings.ToLower(x.Name), strings.ToLower(y.Name)))
	})
	var out []print.Entry
	for _, x := range all {
		if workshop != "" && x.Workshop != workshop {
			continue
		}
		d, err := s.Drafts().Get(ctx, x.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, a.entry(d))
	}
	return out, nil
}

// event is the workshop that name means; none for "".
func (a *app) event(ctx context.Context, name string) (designer.Workshop, error) {
	if name == "" {
		return designer.Workshop{}, nil
	}
	return a.workshop(ctx, name)
}

// maxSheets is how many files of one name may lie side by side.
const maxSheets = 999

// putSheet writes a sheet where it is wanted and says where it lies. Without
// a wish it gets a name that is free, or that has the same sheet already.
func (a *app) putSheet(p printing, name string, b []byte) error {
	put := func(path string, force bool) error {
		return export.Write(filepath.Dir(path), []export.File{{Name: filepath.Base(path), Bytes: b}}, force)
	}
	switch p.file {
	case "-":
		a.emit(b)
		return nil
	case "":
	default:
		if err := put(p.file, p.force); err != nil {
			return err
		}
		a.laid(p.file)
		return nil
	}
	dir := a.folder()
	for n := 1; ; n++ {
		path := filepath.Join(dir, name+".html")
		if n > 1 {
			path = filepath.Join(dir, name+"-"+strconv.Itoa(n)+".html")
		}
		err := put(path, p.force && !p.used[path])
		if n < maxSheets && errors.Is(err, &designer.Error{Code: "exists"}) {
			continue
		}
		if err == nil {
			p.used[path] = true
			a.laid(path)
		}
		return err
	}
}

// laid says where a sheet lies and what to do with it.
func (a *app) laid(path string) {
	a.printPath(path)
	a.note(a.words().T("cli.print.how"))
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export"
	"insignia/export/takehome"
	"insignia/internal/clean"
	"insignia/internal/locale"
	"insignia/render/alt"
	"insignia/render/proof"
)

func (a *app) takehomeCommand() *cobra.Command {
	var workshop string
	var force bool
	c := a.command(&cobra.Command{
		Use:   "takehome [DIR|FILE.zip]",
		Short: "Take all badges home: files, booklet, table, next steps",
		Long: "Take all badges home, or those of a workshop, into one folder or one archive, and print where it lies.\n\n" +
			"Each badge gets a folder with its draft, the files that issuers take, its pictures and its sheet. For all of them " +
			"there is a page that says what to do next, a booklet, a table, the next steps for a calendar and the workshop. " +
			"Nothing is written over something else unless --force is there.",
		Example: "insignia takehome\ninsignia takehome /media/stick/table-3.zip\ninsignia takehome --workshop library badges",
	}, 0, 1, func(ctx context.Context, args []string) error {
		ws, err := a.event(ctx, workshop)
		if err != nil {
			return err
		}
		dest := ""
		if len(args) > 0 {
			dest = args[0]
		}
		r, err := a.takeHome(ctx, ws.ID, dest, force)
		a.toldLost(r.Lost)
		if err != nil {
			return err
		}
		a.printPath(r.Path)
		for _, line := range takenLines(a.words(), r) {
			a.note(line)
		}
		if len(r.Lost) > 0 {
			return &exit{code: exitFailed}
		}
		return nil
	})
	c.Flags().StringVar(&workshop, "workshop", "", "id or title of a workshop")
	c.Flags().BoolVar(&force, "force", false, "replace files that are there")
	return c
}

func (a *app) toldLost(lost []takehome.Lost) {
	for _, l := range lost {
		a.tell(&about{cmp.Or(l.Name, l.ID), l.Err})
	}
}

// takeHome takes the badges of a workshop, or all of them for "", to dest, and
// says what became of each. A badge that cannot be read does not keep the
// others here. With dest "" the pile gets a folder of its own, called after
// the workshop, where files go that nobody named a place for.
func (a *app) takeHome(ctx context.Context, workshop, dest string, force bool) (takehome.Report, error) {
	s, err := a.badges()
	if err != nil {
		return takehome.Report{}, err
	}
	in, lost, err := a.packing(ctx, s, workshop)
	r := takehome.Report{Lost: lost}
	if err != nil {
		return r, err
	}
	if len(in.Badges) == 0 {
		return r, refuse("takehome-none")
	}
	in.Print, in.Formats = printing{}.options(), a.wanted
	files, taken, err := takehome.Files(a.words(), in)
	if err != nil {
		return r, err
	}
	name := "takehome"
	if len(in.Workshops) == 1 && in.Workshops[0].Title != "" {
		name = clean.Slug(in.Workshops[0].Title)
	}
	if r.Path, err = a.home(dest, name, files, force); err != nil {
		return r, err
	}
	if err := export.Place(r.Path, files, force); err != nil {
		return r, pulled(err, r.Path)
	}
	r.Badges = taken
	return r, nil
}

// packing are the badges, and the workshops they belong to.
func (a *app) packing(ctx context.Context, s designer.Store, workshop string) (takehome.Input, []takehome.Lost, error) {
	var in takehome.Input
	var lost []takehome.Lost
	all, err := s.Drafts().List(ctx, designer.Page{})
	if err != nil {
		return in, nil, err
	}
	events := map[string]bool{"": true}
	event := func(id string) error {
		if events[id] {
			return nil
		}
		events[id] = true
		ws, err := s.Workshops().Get(ctx, id)
		switch {
		case err == nil:
			in.Workshops = append(in.Workshops, ws)
		case !errors.Is(err, designer.ErrNotFound): // a badge may come without its workshop
			lost = append(lost, takehome.Lost{ID: id, Err: err})
		}
		return ctx.Err()
	}
	if err := event(workshop); err != nil {
		return in, lost, err
	}
	for _, x := range all {
		if workshop != "" && x.Workshop != workshop {
			continue
		}
		d, err := s.Drafts().Get(ctx, x.ID)
		switch {
		case ctx.Err() != nil:
			return in, lost, ctx.Err()
		case err != nil:
			lost = append(lost, takehome.Lost{ID: x.ID, Name: x.Name, Err: err})
			continue
		}
		in.Badges = append(in.Badges, takehome.Badge{Draft: d, Picture: alt.Draw(d), Problems: a.allProblems(d)})
		if err := event(d.Workshop); err != nil {
			return in, lost, err
		}
	}
	a.seenTogether(in.Badges)
	return in, lost, nil
}

// mostTogether is how many badges are compared with each other: more are seen together by nobody.
const mostTogether = 300

// seenTogether tells of pictures that are taken for each other.
func (a *app) seenTogether(badges []takehome.Badge) {
	if len(badges) > mostTogether {
		return
	}
	var drafts []designer.Draft
	for _, b := range badges {
		b.Draft.Name = named(a.words(), b.Draft.Name)
		drafts = append(drafts, b.Draft)
	}
	for i, p := range proof.Alike(drafts) {
		badges[i].Problems = merge(badges[i].Problems, p)
	}
}

// home is the path the pile goes to. A folder that holds something else, as a
// stick does, gets one in it: a pile is kept together. Where that name is
// taken, and not by the same files, the next one is free.
func (a *app) home(dest, name string, files []export.File, force bool) (string, error) {
	parent := dest
	switch {
	case dest == "":
		parent = a.folder()
	case export.IsZip(filepath.ToSlash(dest)) || !crowded(dest):
		return dest, nil
	}
	if force {
		return filepath.Join(parent, name), nil
	}
	return export.FreshFolder(parent, name, files)
}

// crowded reports whether a folder holds something that is no pile.
func crowded(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		return false
	}
	_, err = os.Lstat(filepath.Join(dir, takehome.Page))
	return errors.Is(err, fs.ErrNotExist)
}

// takenLines are what was taken home, in words: how many, then a line each.
func takenLines(w locale.Words, r takehome.Report) []string {
	out := []string{w.N("takehome.done", len(r.Badges), "open", w.N("takehome.done.open", r.Open()))}
	var rows [][]string
	for _, b := range r.Badges {
		state := w.T("takehome.badge.ready")
		if b.Open > 0 {
			state = w.N("takehome.badge.open", b.Open)
		}
		if b.Unmade != nil {
			state = w.T("takehome.badge.unmade")
		}
		rows = append(rows, []string{"  " + named(w, b.Name), b.Team, state})
	}
	if len(rows) > 0 {
		out = append(out, columns(rows))
	}
	return append(out, w.T("takehome.look", "page", takehome.Page))
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/designer/gather"
	"insignia/export"
	"insignia/export/answers"
	"insignia/internal/clean"
)

// workshopFile is what a workshop is called on a stick.
const workshopFile = "workshop.json"

func (a *app) workshopExportCommand() *cobra.Command {
	var file string
	var force bool
	c := a.command(&cobra.Command{
		Use:   "export ID",
		Short: "Write a workshop into a file, for other laptops",
		Long: "Write a workshop into a file, for other laptops, and print its path. \"insignia workshop import\" takes it there.\n\n" +
			"Nothing is written over something else unless --force is there.",
		Example:           "insignia workshop export 1f3a\ninsignia workshop export 1f3a -o /media/stick/workshop.json",
		ValidArgsFunction: a.completeWorkshop,
	}, 1, 1, func(ctx context.Context, args []string) error {
		w, err := a.workshop(ctx, args[0])
		if err != nil {
			return err
		}
		b := answers.WriteWorkshop(w)
		if file == "-" {
			a.emit(clean.JSON(b))
			return nil
		}
		path := file
		if path == "" {
			path = filepath.Join(a.folder(), workshopFile)
		}
		if err := export.Write(filepath.Dir(path), []export.File{{Name: filepath.Base(path), Bytes: b}}, force); err != nil {
			return err
		}
		a.printPath(path)
		return nil
	})
	c.Flags().StringVarP(&file, "output", "o", "", "file to write, or - for standard output (workshop.json)")
	c.Flags().BoolVar(&force, "force", false, "replace a file that is there")
	return c
}

func (a *app) workshopImportCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:   "import FILE…",
		Short: "Read workshop files",
		Long: "Read workshop files, - for standard input, and print the id of each workshop.\n\n" +
			"A workshop that is here already is brought up to date when the file is newer. One that was changed here and " +
			"there becomes a copy.",
		Example: "insignia workshop import workshop.json",
	}, 1, -1, func(ctx context.Context, args []string) error {
		return a.each(args, func(name string) error {
			b, err := a.read(name)
			if err == nil {
				err = a.importWorkshop(ctx, b)
			}
			if err != nil && len(args) == 1 {
				err = &about{name, err}
			}
			return err
		})
	})
}

// importWorkshop keeps what a workshop file says and prints its id.
func (a *app) importWorkshop(ctx context.Context, b []byte) error {
	r, err := answers.ReadWorkshopFile(b)
	if err != nil {
		return err
	}
	a.cleaned(r.Cleaned)
	s, err := a.badges()
	if err != nil {
		return err
	}
	w := r.Workshop
	if w.ID == "" { // written by hand
		w.Meta = designer.Meta{ID: designer.NewID()}
		if w, err = s.Workshops().Put(ctx, w); err == nil {
			a.print(w.ID)
		}
		return err
	}
	fate, err := bring(ctx, s, w)
	if err == nil && fate == gather.Removed {
		// It was taken away here, and now it is asked for by name.
		if _, err = s.Workshops().Undelete(ctx, w.ID); err == nil {
			fate, err = bring(ctx, s, w)
		}
	}
	switch {
	case err != nil:
		return err
	case fate == gather.Older:
		a.note(a.words().T("cli.workshop.older", "id", w.ID))
	case fate == gather.Forked:
		was := w.ID
		w.Meta = designer.Meta{ID: designer.NewID()}
		if w, err = s.Workshops().Put(ctx, w); err != nil {
			return err
		}
		a.note(a.words().T("cli.import.copy", "was", was, "id", w.ID))
	}
	a.print(w.ID)
	return nil
}

func bring(ctx context.Context, s designer.Store, w designer.Workshop) (gather.Fate, error) {
	r, err := gather.Into(ctx, s, gather.Pile{Workshops: []designer.Workshop{w}})
	if err != nil {
		return 0, err
	}
	return r.Workshops[0].Fate, nil
}

func (a *app) workshopRmCommand() *cobra.Command {
	var undo bool
	c := a.command(&cobra.Command{
		Use:               "rm ID…",
		Short:             "Take workshops away, or bring them back",
		Long:              "Take workshops away; their badges stay. --undo with the whole id brings a workshop back as it was.",
		Example:           "insignia workshop rm 1f3a\ninsignia workshop rm --undo 1f3a6c1e-53a8-4d0e-9d1b-7f6a2c3b4d5e",
		ValidArgsFunction: a.completeWorkshop,
	}, 1, -1, func(ctx context.Context, args []string) error {
		if undo {
			return a.each(args, func(id string) error {
				s, err := a.badges()
				if err != nil {
					return err
				}
				w, err := s.Workshops().Undelete(ctx, id)
				if err == nil {
					a.print(w.ID)
				}
				return err
			})
		}
		return a.each(args, func(name string) error {
			w, err := a.workshop(ctx, name)
			if err != nil {
				return err
			}
			if err := a.store.Workshops().Delete(ctx, w.ID, w.Revision); err != nil {
				return err
			}
			a.note(a.words().T("cli.workshop.gone", "name", cmp.Or(w.Title, a.words().T("cli.workshop.untitled")), "id", w.ID))
			return nil
		})
	})
	c.Flags().BoolVar(&undo, "undo", false, "bring workshops back")
	return c
}

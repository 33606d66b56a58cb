// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export/answers"
)

func (a *app) importCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:   "import FILE…",
		Short: "Read drafts, answers and workshop files",
		Long: "Read drafts, answers and workshop files, - for standard input. Each becomes a badge or a workshop, whose id is " +
			"printed.\n\n" +
			"An answers file is a JSON object of fields, nested or dotted. A draft that is here already, just as it is in the " +
			"file, stays; one that is different here becomes a copy.",
		Example: "insignia import answers.json\ninsignia import *.json\ninsignia show 1f3a --json | insignia import - --store other.db",
	}, 1, -1, func(ctx context.Context, args []string) error {
		return a.each(args, func(name string) error {
			b, err := a.read(name)
			if err != nil {
				return err
			}
			if answers.IsWorkshop(b) {
				if err = a.importWorkshop(ctx, b); err != nil && len(args) == 1 {
					err = &about{name, err}
				}
				return err
			}
			r, err := answers.Read(b)
			if err != nil {
				if len(args) == 1 {
					err = &about{name, err}
				}
				return err
			}
			a.cleaned(r.Cleaned)
			id, err := a.keep(ctx, r)
			if err != nil {
				return err
			}
			a.print(id)
			return nil
		})
	})
}

// keep puts what a file held into the store and returns its id.
func (a *app) keep(ctx context.Context, r answers.Result) (string, error) {
	s, err := a.badges()
	if err != nil {
		return "", err
	}
	d := a.complete(r)
	if !r.HasID {
		d.ID = designer.NewID()
		d, err = s.Drafts().Put(ctx, d)
		return d.ID, err
	}
	id := d.ID
	switch there, err := s.Drafts().Get(ctx, id); {
	case err == nil && bytes.Equal(content(there), content(d)):
		return id, nil
	case err != nil && !errors.Is(err, designer.ErrNotFound):
		return "", err
	case err != nil:
		d.Revision = 0
		kept, err := s.Drafts().Put(ctx, d)
		if !errors.Is(err, designer.ErrConflict) {
			return kept.ID, err
		}
	}
	// The id is taken by a badge with other answers, or by one that was
	// taken away.
	d, err = s.Drafts().Put(ctx, d.Duplicate())
	if err != nil {
		return "", err
	}
	a.note(a.words().T("cli.import.copy", "was", id, "id", d.ID))
	return d.ID, nil
}

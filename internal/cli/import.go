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
	"insignia/export/foreign"
	"insignia/export/rows"
)

func (a *app) importCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:   "import FILE…",
		Short: "Read drafts, answers, tables, workshop files and anyone's badges",
		Long: "Read drafts, answers, tables, workshop files and anyone's badges, - for standard input. Each becomes a badge or a " +
			"workshop, whose id is printed.\n\n" +
			"An answers file is a JSON object of fields, nested or dotted. A table (CSV) has a badge a row, under the ids of " +
			"fields or the titles of questions; with a mistake in it none is taken. Badges are those of Open Badges 1.0 to 3.0, " +
			"as JSON or inside a PNG or SVG; what is mended is told, what has no field is kept, and nothing is fetched: an " +
			"issuer's file lies beside. A draft that is here already, just as it is in the file, stays; one that is different " +
			"here becomes a copy.",
		Example: "insignia import answers.json\ninsignia import canvases.csv\ninsignia import badge.json\ninsignia import baked.png\n" +
			"insignia show 1f3a --json | insignia import - --store other.db",
	}, 1, -1, func(ctx context.Context, args []string) error {
		return a.each(args, func(name string) error {
			b, err := a.readUpTo(name, foreign.MaxFile)
			if err != nil {
				return err
			}
			if err = a.importFile(ctx, name, b); err != nil && len(args) == 1 && !told(err) {
				err = &about{name, err}
			}
			return err
		})
	})
}

// importFile takes in what a file holds, whatever that is.
func (a *app) importFile(ctx context.Context, name string, b []byte) error {
	if answers.IsWorkshop(b) {
		return a.importWorkshop(ctx, b)
	}
	if foreign.Meant(b) {
		return a.importForeign(ctx, name, b)
	}
	r, err := answers.Read(b)
	var e *designer.Error
	switch {
	case err == nil:
		a.cleaned(r.Cleaned)
		id, err := a.keep(ctx, r)
		if err == nil {
			a.print(id)
		}
		return err
	case !errors.As(err, &e) || e.Code != "not-json" && e.Code != "not-text" && e.Code != "too-big":
		return err // JSON, and an answers file with mistakes
	case rows.IsTable(b) || tableLike(name):
		return a.importTable(ctx, b)
	}
	// What is none of ours has a sentence there that says what it is. Braces
	// are somebody's JSON with a mistake, of which the place is known.
	if _, other := foreign.Read(b, nil); other != nil && !bytes.HasPrefix(bytes.TrimSpace(b), []byte("{")) {
		return other
	}
	return err
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

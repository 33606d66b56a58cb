// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"insignia/export/answers"
	"insignia/export/rows"
)

// tableLike reports whether a file's name is that of a table.
func tableLike(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".tab"}, strings.ToLower(filepath.Ext(name)))
}

// importTable takes in a badge a row. With a mistake in it none is taken: half
// of a table would have to be found again.
func (a *app) importTable(ctx context.Context, b []byte) error {
	r, err := rows.Read(b)
	if err != nil {
		return err
	}
	w := a.words()
	for _, n := range r.Notes(w) {
		a.note(n)
	}
	if len(r.Problems) > 0 {
		for _, p := range r.Problems {
			a.tell(&about{p.Place(w), p.Err})
		}
		if r.Unsaid > 0 {
			a.note(w.N("cli.import.unsaid", r.Unsaid))
		}
		return refuse("rows-wrong")
	}
	for _, row := range r.Drafts {
		a.cleaned(row.Cleaned)
		if row.Draft.Language == "" {
			row.Draft.Language = r.Language // that of the headings
		}
		id, err := a.keep(ctx, answers.Result{Draft: row.Draft})
		if err != nil {
			return err
		}
		a.print(id)
	}
	return nil
}

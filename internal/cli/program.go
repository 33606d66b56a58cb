// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"

	"insignia/designer"
	"insignia/export"
	"insignia/export/ob2"
	"insignia/export/picture"
	"insignia/tui"
)

// formats are what a badge can be exported to, in the order of the files.
var formats = []export.Format{ob2.Format, picture.PNG, picture.SVG}

// program opens the interactive program on the draft with that id, on a new
// draft, or, with neither, where it sees fit.
func (a *app) program(ctx context.Context, id string, begin *designer.Draft) error {
	return a.enter(ctx, func(o *tui.Options) { o.Open, o.Begin = id, begin })
}

// enter opens the interactive program somewhere else.
func (a *app) enter(ctx context.Context, where func(*tui.Options)) error {
	if !a.interactive() {
		return unable(refuse("no-terminal"))
	}
	s, err := a.badges()
	if err != nil {
		return err
	}
	o := tui.Options{Store: s, Words: a.words(), Now: a.Now, Folder: a.folder, Formats: formats, Check: allProblems,
		Environ: a.Environ, Facilitator: a.facilitator()}
	o.Uptime, o.Boot = a.uptime()
	o.Settings = tui.Chosen(a.theme.value, a.picture.value, a.still)
	where(&o)
	return tui.Run(ctx, o)
}

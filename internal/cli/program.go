// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"slices"
	"time"

	"insignia/designer"
	"insignia/export"
	"insignia/export/ob2"
	"insignia/export/ob3"
	"insignia/export/pack"
	"insignia/export/picture"
	"insignia/export/site"
	"insignia/tui"
	"insignia/tui/line"
)

// formats are what a badge can be exported to, in the order of the files.
var formats = []export.Format{ob2.Format, ob3.Format, picture.PNG, picture.SVG, site.Format}

// usual are those that need nothing but the badge.
var usual = formats[:4]

// wanted are the formats of a badge for which nobody asked for others: also
// what its platform takes.
func (a *app) wanted(d designer.Draft) []export.Format {
	if _, ok := pack.Lookup(d.Issuer.Platform); !ok {
		return usual
	}
	return append(slices.Clone(usual), a.pack(d.Issuer.Platform))
}

// pack is the format of a platform.
func (a *app) pack(id string) export.Format { return pack.Format(id, a.words(), a.today()) }

// today is the day, as tables of limits say it.
func (a *app) today() string { return a.Now().Format(time.DateOnly) }

// program opens the interactive program on the draft with that id, on a new
// draft, or, with neither, where it sees fit: as a full screen where there can
// be one and nobody asked for plain lines.
func (a *app) program(ctx context.Context, id string, begin *designer.Draft) error {
	if !a.fullScreen() {
		return a.talk(ctx, func(o *line.Options) { o.Open, o.Begin = id, begin })
	}
	return a.enter(ctx, func(o *tui.Options) { o.Open, o.Begin = id, begin })
}

// fullScreen reports whether the program opens as a full screen.
func (a *app) fullScreen() bool { return !a.plain && a.interactive() }

// enter opens the full screen somewhere else.
func (a *app) enter(ctx context.Context, where func(*tui.Options)) error {
	s, err := a.badges()
	if err != nil {
		return err
	}
	o := tui.Options{Store: s, Words: a.words(), Now: a.Now, Folder: a.folder, Formats: a.wanted, Check: quickProblems, Prove: a.slowProblems,
		Environ: a.Environ, Facilitator: a.facilitator()}
	o.Uptime, o.Boot = a.uptime()
	o.Settings = tui.Chosen(a.theme.value, a.picture.value, a.still)
	o.Notice = a.notice()
	if a.asked() {
		o.Settings.Language = o.Words.Tag()
	}
	where(&o)
	return tui.Run(ctx, o)
}

// talk opens line mode.
func (a *app) talk(ctx context.Context, where func(*line.Options)) error {
	s, err := a.badges()
	if err != nil {
		return err
	}
	o := line.Options{In: a.Stdin, Out: a.Stdout, Terminal: terminal(a.Stdin) && terminal(a.Stdout), Width: a.width,
		Words: a.words(), Asked: a.asked(),
		Store: s, Now: a.Now, Folder: a.folder, Formats: a.wanted, Check: a.allProblems, Facilitator: line.Facilitator(a.facilitator())}
	o.Notice = a.notice()
	o.Uptime, o.Boot = a.uptime()
	where(&o)
	return line.Run(ctx, o)
}

// notice is what the program begins with where the store lies on another
// machine's disk; when the store begins there, standard error has it.
func (a *app) notice() string {
	path, err := a.storePath()
	if !a.far || err != nil {
		return ""
	}
	return a.words().T("cli.far-store", "path", pathText(path))
}

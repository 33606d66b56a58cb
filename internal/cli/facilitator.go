// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"os"
	"path/filepath"

	"insignia/designer"
	"insignia/export"
	"insignia/export/answers"
	"insignia/tui"
)

// facilitator is what the program does for workshops, as the commands do it.
func (a *app) facilitator() tui.Facilitator {
	return tui.Facilitator{
		TakeHome: func(ctx context.Context, w designer.Workshop) (string, error) {
			r, err := a.takeHome(ctx, w.ID, "", false)
			if err == nil && len(r.Lost) > 0 {
				l := r.Lost[0]
				err = &about{cmp.Or(l.Name, l.ID), l.Err}
			}
			return r.Path, err
		},
		Gather: a.gatherForScreen,
		Piles:  a.sticks,
		Sticks: func(ctx context.Context) []string {
			ctx, cancel := context.WithTimeout(ctx, stickWait)
			defer cancel()
			return holding(ctx, a.places(), func(dir string) bool {
				is, err := os.Stat(dir)
				return err == nil && is.IsDir()
			})
		},
		Write: writeWorkshop,
	}
}

// gatherForScreen gathers, and says what became of each thing.
func (a *app) gatherForScreen(ctx context.Context, paths []string) ([]tui.Gathered, error) {
	to, err := a.gatherInto(false)
	if err != nil {
		return nil, err
	}
	defer to.end()
	g, err := a.gather(ctx, to, paths)
	out := []tui.Gathered{}
	for _, e := range g.Badges {
		out = append(out, tui.Gathered{Name: e.Name, Team: e.Team, Fate: tui.Fate(e.Fate.String())})
	}
	for _, e := range g.Workshops {
		out = append(out, tui.Gathered{Name: e.Name, Workshop: true, Fate: tui.Fate(e.Fate.String())})
	}
	for _, u := range g.Unread {
		out = append(out, tui.Gathered{Name: tidy(u.Name), Fate: tui.FateUnread, Why: tidy(a.words().Error(short(u.Err)))})
	}
	return out, err
}

// writeWorkshop writes the workshop's file into a folder; an earlier one of
// the same workshop gives way.
func writeWorkshop(w designer.Workshop, folder string) (string, error) {
	path := filepath.Join(folder, workshopFile)
	force := false
	if b, err := os.ReadFile(path); err == nil {
		was, err := answers.ReadWorkshopFile(b)
		force = err == nil && was.Workshop.ID == w.ID
	}
	return path, export.Write(folder, []export.File{{Name: workshopFile, Bytes: answers.WriteWorkshop(w)}}, force)
}

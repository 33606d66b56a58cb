// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"

	"github.com/spf13/cobra"
)

func (a *app) rmCommand() *cobra.Command {
	var undo bool
	c := a.command(&cobra.Command{
		Use:               "rm ID…",
		Short:             "Take badges away, or bring them back",
		Long:              "Take badges away. Nothing is lost: --undo brings a badge back as it was, within 30 days.",
		Example:           "insignia rm 1f3a\ninsignia rm --undo 1f3a\ninsignia list --deleted",
		ValidArgsFunction: a.completeID,
	}, 1, -1, func(ctx context.Context, args []string) error {
		if undo {
			return a.each(args, func(id string) error { return a.bringBack(ctx, id) })
		}
		return a.each(args, func(id string) error { return a.remove(ctx, id) })
	})
	c.Flags().BoolVar(&undo, "undo", false, "bring badges back")
	return c
}

func (a *app) remove(ctx context.Context, prefix string) error {
	d, err := a.draft(ctx, prefix)
	if err != nil {
		return err
	}
	if err := a.store.Drafts().Delete(ctx, d.ID, d.Revision); err != nil {
		return err
	}
	a.note(a.words().T("cli.rm.gone", "name", named(a.words(), d.Name), "id", d.ID))
	return nil
}

// each does the same to several things, tells what fails with which, and
// goes on. It fails if any did, with the gravest code.
func (a *app) each(names []string, do func(string) error) error {
	var failed error
	for _, name := range names {
		err := do(name)
		if err == nil {
			continue
		}
		code := exitCode(err)
		if told(err) {
			// It was told while it happened.
		} else if len(names) > 1 {
			a.tell(&about{name, err})
		} else {
			a.tell(err)
		}
		if failed == nil || code > exitCode(failed) {
			failed = &exit{code: code}
		}
	}
	return failed
}

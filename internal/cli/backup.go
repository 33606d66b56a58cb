// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/designer/bolt"
)

func (a *app) backupCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:   "backup FILE",
		Short: "Copy all badges into one file",
		Long: "Copy all badges into one file, with their versions, what was deleted, workshops, issuers and settings.\n\n" +
			"The copy is read again before this says that it is there. Nothing is ever replaced. " +
			"\"insignia restore FILE\" brings it back, on this laptop or another. Copies are also made by themselves, beside the " +
			"file that keeps the badges.",
		Example: "insignia backup /media/stick/badges-2026-05-04.db",
	}, 1, 1, func(ctx context.Context, args []string) error {
		if _, err := a.badges(); err != nil {
			return err
		}
		s := a.store.(*bolt.Store)
		path := args[0]
		if fi, err := os.Stat(path); err == nil && fi.IsDir() {
			path = filepath.Join(path, "insignia-"+a.Now().Format("2006-01-02")+".db")
		}
		full, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		switch err := s.BackUp(ctx, full); {
		case errors.Is(err, fs.ErrExist):
			return refuse("backup-exists", "path", path)
		case err != nil:
			return err
		}
		a.printPath(path)
		list, err := s.Drafts().List(ctx, designer.Page{})
		if err == nil {
			a.note(a.words().N("cli.backup.done", len(list)))
		}
		return err
	})
}

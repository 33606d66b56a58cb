// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"

	"github.com/spf13/cobra"
)

// open is the program without a command.
func (a *app) open(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return a.program(ctx, "", nil)
	}
	var names []string
	for _, c := range a.tree.Commands() {
		names = append(names, c.Name())
	}
	return unable(refuse("unknown-command", "command", args[0], "nearest", guess(args[0], names)))
}

func (a *app) editCommand() *cobra.Command {
	return a.command(&cobra.Command{
		Use:               "edit ID",
		Short:             "Open a badge in the program",
		Example:           "insignia edit 1f3a",
		ValidArgsFunction: a.completeID,
	}, 1, 1, func(ctx context.Context, args []string) error {
		_, id, err := a.resolve(ctx, args[0])
		if err != nil {
			return err
		}
		return a.program(ctx, id, nil)
	})
}

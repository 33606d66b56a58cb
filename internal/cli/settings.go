// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"insignia/tui"
)

func (a *app) settingsCommand() *cobra.Command {
	var reset bool
	c := a.command(&cobra.Command{
		Use:   "settings [NAME=VALUE...]",
		Short: "Show or change what the program remembers",
		Long: "Show or change the program's language, theme, picture, keys and motion on this laptop, as F8 does in the program.\n\n" +
			"Without arguments all of them are printed, \"auto\" for what is left to the program. --reset leaves everything to it. " +
			"The flags --lang, --theme, --picture and --still hold for one run, over these.",
		Example: "insignia settings\ninsignia settings language=es theme=contrast\ninsignia settings --reset",
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var all []string
			for _, name := range tui.SettingNames() {
				for _, v := range tui.SettingValues(name) {
					all = append(all, name+"="+v)
				}
			}
			return all, cobra.ShellCompDirectiveNoFileComp
		},
	}, 0, -1, func(ctx context.Context, args []string) error {
		st, err := a.badges()
		if err != nil {
			return err
		}
		was, err := st.Note(ctx, tui.SettingsNote)
		if err != nil {
			return err
		}
		s := tui.ReadSettings(was)
		if reset {
			s = tui.Settings{}
		}
		for _, arg := range args {
			if err := setting(&s, arg); err != nil {
				return unable(err)
			}
		}
		if reset || len(args) > 0 {
			note, err := s.Note(was)
			if err != nil {
				return err
			}
			if err := st.SetNote(ctx, tui.SettingsNote, note); err != nil {
				return err
			}
			a.kept = s
		}
		var rows [][]string
		for _, name := range tui.SettingNames() {
			rows = append(rows, []string{name, s.Option(name)})
		}
		a.print(columns(rows))
		return nil
	})
	c.Flags().BoolVar(&reset, "reset", false, "leave everything to the program")
	return c
}

// setting carries out "name=value".
func setting(s *tui.Settings, arg string) error {
	name, value, _ := strings.Cut(strings.ToLower(arg), "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	values := tui.SettingValues(name)
	if values == nil {
		return refuse("unknown-setting", "value", tidy(name), "nearest", guess(name, tui.SettingNames()))
	}
	if !s.SetOption(name, value) {
		return refuse("bad-setting", "name", name, "value", tidy(value), "values", strings.Join(values, ", "))
	}
	return nil
}

// recall takes up what the store remembers. What cannot be read is
// no choice: a command that needs the store says what is wrong with it.
func (a *app) recall() {
	if note, err := a.store.Note(context.Background(), tui.SettingsNote); err == nil {
		a.kept = tui.ReadSettings(note)
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package cli is the commands, one file each: it reads arguments, opens the
// store, hands both to the packages that do the work, and puts what they say
// into words. Answers go to standard output, everything else to standard
// error. It refuses to know how a badge is drawn, checked or kept.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"insignia/designer"
	"insignia/tui"
)

// Process is what a run of the program gets from its system.
type Process struct {
	Args           []string // without the program's name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Environ        []string // NAME=value; the last of a name counts
	Program        string   // path of the running file, "" if unknown
	OS             string   // as runtime.GOOS
	Version        string
	Now            func() time.Time
}

// Run carries out one command line and returns the exit code: 0 when it did
// what was asked, 1 when it could not or found something wrong, 2 when it
// was asked in a way it does not understand or could not begin. What went
// wrong has been told on standard error.
func Run(ctx context.Context, p Process) (code int) {
	a := &app{Process: p}
	defer func() {
		if r := recover(); r != nil {
			code = a.report(&exit{exitUnable, fmt.Errorf("%v", r)})
		}
	}()
	defer a.close()

	// Double clicked on Windows, the program opens like any other.
	cobra.MousetrapHelpText = ""
	cobra.EnableCommandSorting = false
	root := a.root()
	a.tree = root
	root.SetArgs(p.Args)
	root.SetIn(p.Stdin)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	// fang writes help, manual page and completion. Errors never reach it:
	// it would ask the terminal for its colours before it showed one.
	if err := fang.Execute(ctx, root, fang.WithVersion(a.version()), fang.WithErrorHandler(silent)); err != nil {
		return a.report(unable(err))
	}
	if a.err == nil {
		a.err = a.lost
	}
	return a.report(a.err)
}

func silent(io.Writer, fang.Styles, error) {}

// app is one run: the process, and what its commands share.
type app struct {
	Process
	lang, place string       // flags
	kept        tui.Settings // what the store remembers
	still       bool
	plain       bool
	theme       choice
	picture     choice
	tree        *cobra.Command
	store       designer.Store
	far         bool   // the store lies on another machine's disk
	stdin       string // what standard input was read for
	err         error
	lost        error // why standard output did not take everything
}

// The groups of commands in the help.
const (
	design = "design"
	see    = "see"
	take   = "take"
	more   = "more"
)

func (a *app) root() *cobra.Command {
	root := a.command(&cobra.Command{
		Use:   "insignia",
		Short: "Design an Open Badge, one question at a time",
		Long: "Design an Open Badge, one question at a time.\n\n" +
			"Without a command the program opens: your badges, or the first question when there are none yet.",
		Example: "insignia\ninsignia demo\ninsignia export 1f3a --out badges",
	}, 0, -1, a.open)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		a.err = unable(flagError(c, err))
		return nil
	})
	root.PersistentFlags().StringVar(&a.lang, "lang", "", "language of the words: en or es")
	root.PersistentFlags().StringVar(&a.place, "store", "", "file that keeps the badges")
	root.PersistentFlags().BoolVar(&a.plain, "plain", false, "plain lines instead of a full screen, as for a screen reader")
	root.PersistentFlags().BoolVar(&a.still, "still", false, "nothing blinks, and no timer draws")
	a.theme.words = []string{"auto", "dark", "light", "contrast", "plain"}
	a.picture.words = []string{"auto", "blocks", "quadrants", "sextants", "shapes", "none"}
	root.PersistentFlags().Var(&a.theme, "theme", "colours of the program: auto, dark, light, contrast or plain")
	root.PersistentFlags().Var(&a.picture, "picture", "how it draws a badge: auto, blocks, quadrants, sextants, shapes or none, in words")
	root.AddGroup(&cobra.Group{ID: design, Title: "design"}, &cobra.Group{ID: see, Title: "look and check"},
		&cobra.Group{ID: take, Title: "take away"}, &cobra.Group{ID: more, Title: "more"})
	root.SetHelpCommandGroupID(more)
	root.SetCompletionCommandGroupID(more)
	for _, g := range []struct {
		id       string
		commands []*cobra.Command
	}{
		{design, []*cobra.Command{a.newCommand(), a.editCommand(), a.setCommand(), a.importCommand(), a.rmCommand(), a.restoreCommand(),
			a.workshopCommand()}},
		{see, []*cobra.Command{a.listCommand(), a.showCommand(), a.historyCommand(), a.checkCommand(), a.renderCommand(), a.presentCommand()}},
		{take, []*cobra.Command{a.exportCommand(), a.printCommand(), a.takehomeCommand(), a.gatherCommand(), a.backupCommand(), a.demoCommand()}},
		{more, []*cobra.Command{a.introCommand(), a.suitsCommand(), a.settingsCommand()}},
	} {
		for _, c := range g.commands {
			c.GroupID = g.id
			root.AddCommand(c)
		}
	}
	return root
}

// command completes c with what it does. It takes least to most arguments;
// a negative most is no limit.
func (a *app) command(c *cobra.Command, least, most int, do func(context.Context, []string) error) *cobra.Command {
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		switch n := len(args); {
		case n < least || most >= 0 && n > most:
			a.err = unable(refuse("usage", "command", c.Name(), "use", strings.TrimSuffix(c.UseLine(), " [flags]")))
		default:
			if a.err = a.speak(); a.err == nil {
				a.err = do(c.Context(), args)
			}
		}
		return nil
	}
	return c
}

// flagError puts what the parser of flags says into our own errors.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		var names []string
		c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		name := unknown.GetSpecifiedName()
		return refuse("unknown-flag", "flag", dashes(name), "nearest", dashes(guess(name, names)))
	case errors.As(err, &empty):
		return refuse("empty-flag", "flag", dashes(empty.GetFlag().Name))
	case errors.As(err, &bad):
		return refuse("bad-flag", "flag", dashes(bad.GetFlag().Name), "value", bad.GetValue())
	}
	return refuse("usage", "command", c.Name(), "use", strings.TrimSuffix(c.UseLine(), " [flags]"))
}

func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// env returns a variable of the environment, "" if it is not set.
func (a *app) env(name string) string {
	for i := len(a.Environ) - 1; i >= 0; i-- {
		if k, v, ok := strings.Cut(a.Environ[i], "="); ok && k == name {
			return v
		}
	}
	return ""
}

// tendFor is how long a command looks after the store at its end, at most.
const tendFor = time.Second

// close looks after the store if something was saved, tells if it had to be
// made again, and lets go of it. Each save was durable before, so that there is
// nothing to lose here.
func (a *app) close() {
	if a.store != nil {
		if t, ok := a.store.(designer.Tender); ok && t.Untended() {
			ctx, cancel := context.WithTimeout(context.Background(), tendFor)
			_ = t.Tend(ctx) // what is left over, the next time does
			cancel()
		}
		a.mended()
		a.store.Close()
		a.store = nil
	}
}

// System is the process as it was started.
func System(version string) Process {
	program, err := os.Executable()
	if err != nil {
		program = ""
	}
	return Process{Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(),
		Program: program, OS: goos, Version: version, Now: time.Now}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"insignia/designer"
)

// fps is the renderer's frame rate, the most Bubble Tea takes: on a laptop a
// key is then on the screen within 9 ms, not 17.
const fps = 120

// Run runs the program on the terminal until it is left. What was typed is in
// the store when it returns nil; an error says what is not.
func Run(ctx context.Context, o Options) error {
	m := New(o)
	m.prepare(profile(o.Environ))
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(fps), tea.WithoutSignalHandler(),
		tea.WithEnvironment(o.Environ), tea.WithColorProfile(m.profile)}
	var p *tea.Program
	opts = append(opts, listen(func() { p.Send(leaveMsg{}) })...)
	p = tea.NewProgram(m, opts...)

	// A signal, or a terminal that was closed, leaves in the ordinary way:
	// saved, and with the terminal as it was.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGHUP, os.Interrupt)
	defer signal.Stop(signals)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-signals:
			p.Send(leaveMsg{})
		case <-ended:
		}
	}()

	_, err := p.Run()
	if lost := m.flush(); lost != nil {
		return lost
	}
	m.tendNow()
	if errors.Is(err, tea.ErrProgramKilled) && !errors.Is(err, tea.ErrProgramPanic) {
		return nil // the terminal is gone; everything is saved
	}
	return err
}

// noColour reports whether the environment asks for none. Any value counts;
// the library reads it as yes or no.
func noColour(environ []string) bool { return env(environ, "NO_COLOR") != "" }

// profile is what colours the terminal shows.
func profile(environ []string) colorprofile.Profile {
	if noColour(environ) {
		return colorprofile.ASCII
	}
	return colorprofile.Detect(os.Stdout, environ)
}

// flush saves what the program could not before it ended: when the terminal
// vanished under it.
func (m *Model) flush() error {
	if m.draft.ID == "" || !m.saver.dirty() {
		return nil
	}
	err := put(m.opts.Store, m.draft, m.saver.edit, m.saver.visit)().(savedMsg).err
	if errors.Is(err, designer.ErrConflict) || errors.Is(err, designer.ErrNotFound) {
		err = putCopy(m.opts.Store, m.draft, m.saver.edit, errors.Is(err, designer.ErrNotFound))().(copiedMsg).err
	}
	return err
}

func env(environ []string, name string) string {
	for _, kv := range environ {
		if v, ok := strings.CutPrefix(kv, name+"="); ok {
			return v
		}
	}
	return ""
}

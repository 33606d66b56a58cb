// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package frametest drives a screen in a test: keys in, frames out, without a
// terminal, a goroutine of its own or a clock. It knows Bubble Tea's rules for
// messages and commands; it refuses to know what any program does with them.
// Only tests import it.
package frametest

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

const (
	// patience is how long a command may work. Commands in tests answer in
	// microseconds; one that takes this long waits for something that cannot come.
	patience = 20 * time.Second

	// chatter bounds the messages one input may cause, so that commands
	// feeding each other for ever fail a test instead of hanging it.
	chatter = 10_000
)

// Driver stands in for a tea.Program. Each call sends its messages to Update,
// runs the commands that come back, feeds it what they say, and draws the
// result once, until nothing is left to do. Commands that wait for the clock
// are kept aside: see Fire.
//
// A Driver reports through its test and belongs to that test's goroutine.
type Driver struct {
	t         testing.TB
	model     tea.Model
	view      tea.View
	w, h      int
	profile   colorprofile.Profile
	start     []tea.Msg
	roles     map[string]string
	queue     []tea.Cmd
	held      []tea.Cmd
	clipboard string
	quit      bool
}

// Option changes how a Driver starts.
type Option func(*Driver)

// Profile sets the colours the terminal can show; without it, all of them.
func Profile(p colorprofile.Profile) Option { return func(d *Driver) { d.profile = p } }

// First sends messages after the size and the profile, before the test
// begins: a tea.BackgroundColorMsg, a tea.EnvMsg.
func First(msgs ...tea.Msg) Option {
	return func(d *Driver) { d.start = append(d.start, msgs...) }
}

// Roles names colours in the dump of Cells: from "#rrggbb", "ansi3" or
// "ansi208" to what the program calls that colour.
func Roles(names map[string]string) Option { return func(d *Driver) { d.roles = names } }

// New starts m on a terminal of w by h cells, in the order a tea.Program does:
// Init, one View before any size is known, then profile and size.
func New(t testing.TB, m tea.Model, w, h int, opts ...Option) *Driver {
	t.Helper()
	d := &Driver{t: t, model: m, w: w, h: h, profile: colorprofile.TrueColor}
	for _, o := range opts {
		o(d)
	}
	d.queue = append(d.queue, m.Init())
	d.view = d.model.View()
	d.Send(append([]tea.Msg{tea.ColorProfileMsg{Profile: d.profile}, tea.WindowSizeMsg{Width: w, Height: h}}, d.start...)...)
	return d
}

// Model is the model as it stands, for tests inside its own package.
func (d *Driver) Model() tea.Model { return d.model }

// View is what the model last drew, with its title, cursor and modes.
func (d *Driver) View() tea.View { return d.view }

// Quit says whether the program has ended.
func (d *Driver) Quit() bool { return d.quit }

// Clipboard is the text last given to tea.SetClipboard.
func (d *Driver) Clipboard() string { return d.clipboard }

// Send gives the model messages, one after the other, each with all its
// consequences before the next. Sending to a program that has ended fails the
// test: a real one would not be there to hear it.
func (d *Driver) Send(msgs ...tea.Msg) {
	d.t.Helper()
	for _, msg := range msgs {
		if d.quit {
			d.t.Fatalf("frametest: %T sent after the program ended", msg)
		}
		d.deliver(msg)
		d.settle()
	}
	if !d.quit {
		d.view = d.model.View()
	}
}

// Resize changes the terminal's size, in cells.
func (d *Driver) Resize(w, h int) {
	d.t.Helper()
	d.w, d.h = w, h
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// settle runs commands until none is left, what they lead to after them.
func (d *Driver) settle() {
	d.t.Helper()
	for n := 0; len(d.queue) > 0; n++ {
		if n == chatter {
			d.t.Fatalf("frametest: %d commands after one input: do they feed each other?", n)
		}
		cmd := d.queue[0]
		d.queue = d.queue[1:]
		switch kindOf(cmd) {
		case plain:
			d.deliver(d.run(cmd))
		case timed:
			d.held = append(d.held, cmd)
		}
	}
}

// run executes one command. It runs beside the test only so that a command
// which never answers fails the test with its name.
func (d *Driver) run(cmd tea.Cmd) tea.Msg {
	d.t.Helper()
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case msg := <-answer:
		return msg
	case <-late.C:
		d.t.Fatalf("frametest: the command from %s does not answer", origin(cmd))
		return nil
	}
}

// deliver does with one message what a tea.Program does.
func (d *Driver) deliver(msg tea.Msg) {
	d.t.Helper()
	switch msg := msg.(type) {
	case nil:
		return
	case tea.QuitMsg, tea.InterruptMsg:
		d.quit, d.queue, d.held = true, nil, nil
		return
	case tea.BatchMsg:
		d.queue = slices.Concat(msg, d.queue)
		return
	}
	// The remaining kinds are unexported there, so they go by their names.
	switch fmt.Sprintf("%T", msg) {
	case "tea.sequenceMsg":
		// In front: what a step of the sequence starts comes before its next step.
		cmds := reflect.ValueOf(msg).Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd)
		d.queue = slices.Concat(cmds, d.queue)
		return
	case "tea.setClipboardMsg":
		d.clipboard = reflect.ValueOf(msg).String()
	case "tea.windowSizeMsg":
		d.deliver(tea.WindowSizeMsg{Width: d.w, Height: d.h})
	case "tea.execMsg":
		d.t.Fatalf("frametest: the program wants to run another program")
	}
	next, cmd := d.model.Update(msg)
	d.model = next
	d.queue = append(d.queue, cmd)
}

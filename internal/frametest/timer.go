// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"fmt"
	"reflect"
	"runtime"
	"time"

	"charm.land/bubbles/v2/cursor"
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// kind is what becomes of a command.
type kind int

const (
	plain   kind = iota // run at once
	timed               // kept until Fire
	refused             // never run
)

// kinds says which commands are not plain. A command is an opaque function, and
// asking it would mean waiting for its clock. But the place in the source where
// it was written tells its maker, whoever called that maker and wherever the
// compiler copied it to.
var kinds = map[string]kind{
	"": refused, // the nil command

	origin(After(0, nil)):                  timed,
	origin(tea.Tick(time.Hour, nil)):       timed,
	origin(tea.Every(1000*time.Hour, nil)): timed,

	origin(blink()):         refused, // a cursor would blink for ever
	origin(textarea.Paste):  refused, // reads the clipboard of the machine that runs the test
	origin(textinput.Paste): refused,
}

func kindOf(cmd tea.Cmd) kind { return kinds[origin(cmd)] }

// origin is the file and line a command was written at; "" for nil.
func origin(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	pc := reflect.ValueOf(cmd).Pointer()
	file, line := runtime.FuncForPC(pc).FileLine(pc)
	return fmt.Sprintf("%s:%d", file, line)
}

func blink() tea.Cmd {
	c := cursor.New()
	return c.Focus()
}

// After is the stand-in for a program's timers: a program that makes them all
// through one injected function gets this one in tests, and Fire then costs no
// time. msg is what arrives when d is over.
func After(d time.Duration, msg tea.Msg) tea.Cmd {
	return func() tea.Msg { return msg }
}

// Waiting is how many timers are set. A cursor's blinking is not counted: it
// is never run.
func (d *Driver) Waiting() int { return len(d.held) }

// Fire lets every timer set so far run out, oldest first, and says how many
// there were; timers set meanwhile wait for the next call. Timers made by
// After run out at once. Those of tea.Tick and tea.Every take their time,
// unless the test runs inside testing/synctest, where that time is free.
func (d *Driver) Fire() int {
	d.t.Helper()
	due := d.held
	d.held = nil
	for _, cmd := range due {
		if d.quit {
			break
		}
		d.Send(cmd())
	}
	return len(due)
}

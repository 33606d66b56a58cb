// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// form is a small program with all a terminal test needs: an input, a size, an end.
type form struct {
	line textinput.Model
	w, h int
}

func newForm() form {
	f := form{line: textinput.New()}
	f.line.Focus()
	return f
}

func (f form) Init() tea.Cmd { return textinput.Blink }

func (f form) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		f.w, f.h = msg.Width, msg.Height
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+c" {
			return f, tea.Quit
		}
	}
	var cmd tea.Cmd
	f.line, cmd = f.line.Update(msg)
	return f, cmd
}

func (f form) View() tea.View {
	v := tea.NewView(fmt.Sprintf("Who is it for? 語\n%s\n%s┤\n%d by %d", f.line.View(), strings.Repeat("─", max(f.w-1, 0)), f.w, f.h))
	v.AltScreen, v.WindowTitle = true, "a form"
	return v
}

func TestTerminalShowsWhatARealOneWould(t *testing.T) {
	p := NewTerminal(t, newForm(), 40, 8)
	p.Until("40 by 8")
	p.Keys("Añna")
	p.Until("> Añna")
	if got := p.Title(); got != "a form" {
		t.Errorf("the title is %q", got)
	}
	lines := strings.Split(p.Screen(), "\n")
	if len(lines) != 9 || lines[0] != "Who is it for? 語" || lines[2] != strings.Repeat("─", 39)+"┤" {
		t.Errorf("the screen is\n%s", p.Screen())
	}
	p.Resize(60, 10)
	p.Until(strings.Repeat("─", 59) + "┤")
	p.Keys("\x03")
	if err := p.Wait(); err != nil {
		t.Error(err)
	}
}

// A Driver's frame is what the renderer's bytes make of the same model.
func TestDriverAndTerminalAgree(t *testing.T) {
	d := New(t, newForm(), 40, 8)
	d.Type("one")
	p := NewTerminal(t, newForm(), 40, 8)
	p.Keys("one")
	p.Until("> one")
	p.Until("40 by 8")
	if a, b := d.Frame(), p.Screen(); a != b {
		t.Errorf("driver\n%s\nterminal\n%s", a, b)
	}
}

func TestTerminalEndsWithItsTest(t *testing.T) {
	var p *Terminal
	t.Run("left running", func(t *testing.T) {
		p = NewTerminal(t, newForm(), 40, 8)
		p.Until("40 by 8")
	})
	if err := p.Wait(); !errors.Is(err, tea.ErrProgramKilled) {
		t.Errorf("it ended with %v", err)
	}
	got := refusal(t, func(t testing.TB) { p.t = t; p.Until("never") })
	if !strings.Contains(got, `without "never"`) {
		t.Errorf("the test was told %q", got)
	}
	got = refusal(t, func(t testing.TB) { p.t = t; p.Keys("x") })
	if !strings.Contains(got, `keys "x"`) {
		t.Errorf("the test was told %q", got)
	}
}

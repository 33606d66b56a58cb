// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/gdamore/tcell/v3/vt"
)

// Terminal runs a whole tea.Program on an emulated terminal: the renderer's
// real bytes out, real key bytes in. It is slower than a Driver and not free
// of the clock; a handful of tests need it, to prove what a Driver assumes.
type Terminal struct {
	t    testing.TB
	mock vt.MockTerm
	prog *tea.Program
	in   *io.PipeWriter
	done chan struct{}
	err  error
}

// NewTerminal starts m on a terminal of w by h cells in full colour. The
// program is ended with the test, when the test has not ended it before.
func NewTerminal(t testing.TB, m tea.Model, w, h int, opts ...tea.ProgramOption) *Terminal {
	t.Helper()
	mock := vt.NewMockTerm(vt.MockOptSize{X: vt.Col(w), Y: vt.Row(h)})
	if err := mock.Start(); err != nil {
		t.Fatal(err)
	}
	in, keys := io.Pipe()
	p := &Terminal{t: t, mock: mock, in: keys, done: make(chan struct{})}
	p.prog = tea.NewProgram(m, append([]tea.ProgramOption{
		tea.WithInput(in), tea.WithOutput(onlcr{mock}), tea.WithWindowSize(w, h), tea.WithoutSignals(),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
	}, opts...)...)
	go io.Copy(keys, mock) // the terminal's answers to queries
	go func() {
		_, p.err = p.prog.Run()
		close(p.done)
		in.Close() // a key after the end is an error at its sender, not a hang
	}()
	t.Cleanup(func() {
		p.prog.Kill()
		<-p.done
		mock.Close()
	})
	return p
}

// onlcr stands for the tty driver, which turns "\n" into "\r\n" on its way out.
type onlcr struct{ io.Writer }

func (o onlcr) Write(p []byte) (int, error) {
	if _, err := io.WriteString(o.Writer, strings.ReplaceAll(string(p), "\n", "\r\n")); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Keys sends bytes as a keyboard would: "Anna\r", "\x1b[6~", "\x03".
func (p *Terminal) Keys(bytes string) {
	p.t.Helper()
	if _, err := io.WriteString(p.in, bytes); err != nil {
		p.t.Fatalf("frametest: keys %q: %v", bytes, err)
	}
}

// Resize changes the terminal's size, in cells.
func (p *Terminal) Resize(w, h int) {
	p.mock.SetSize(vt.Coord{X: vt.Col(w), Y: vt.Row(h)})
	p.prog.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Screen is what the terminal shows, a line a row, without trailing spaces.
func (p *Terminal) Screen() string {
	size := p.mock.Backend().GetSize()
	var b strings.Builder
	for y := range size.Y {
		var line strings.Builder
		for x := vt.Col(0); x < size.X; {
			c := p.mock.GetCell(vt.Coord{X: x, Y: y})
			if c.C == "" {
				c.C = " "
			}
			line.WriteString(c.C)
			x += vt.Col(max(c.W, 1))
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

// Cursor is where the terminal's cursor stands, column and row from 0.
func (p *Terminal) Cursor() (x, y int) {
	at := p.mock.Pos()
	return int(at.X), int(at.Y)
}

// Title is the window's title.
func (p *Terminal) Title() string { return p.mock.GetTitle() }

// Until waits until the screen shows text on one line, and fails the test when
// it does not come.
func (p *Terminal) Until(text string) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if strings.Contains(p.Screen(), text) {
			return
		}
		select {
		case <-p.done:
			p.t.Fatalf("frametest: the program ended (%v) without %q on\n%s", p.err, text, p.Screen())
		default:
		}
	}
	p.t.Fatalf("frametest: no %q on\n%s", text, p.Screen())
}

// Wait waits for the program's own end and gives its error.
func (p *Terminal) Wait() error {
	p.t.Helper()
	select {
	case <-p.done:
		return p.err
	case <-time.After(patience):
		p.t.Fatalf("frametest: the program does not end; it shows\n%s", p.Screen())
		return nil
	}
}

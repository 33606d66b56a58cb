// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package frametest

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

// heard writes down what a program hears, and answers by a test's rule.
type heard struct {
	log    *[]string
	answer func(tea.Msg) tea.Cmd
	first  tea.Cmd
	draw   func() string
}

func newHeard(first tea.Cmd, answer func(tea.Msg) tea.Cmd) heard {
	return heard{log: new([]string), first: first, answer: answer, draw: func() string { return "" }}
}

func (m heard) Init() tea.Cmd { return m.first }

func (m heard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	*m.log = append(*m.log, fmt.Sprint(msg))
	if m.answer == nil {
		return m, nil
	}
	return m, m.answer(msg)
}

func (m heard) View() tea.View { return tea.NewView(m.draw()) }

func (m heard) said() string { return strings.Join(*m.log, " ") }

func say(s string) tea.Cmd { return func() tea.Msg { return word(s) } }

type word string

// failures is a testing.TB that notes a failure instead of failing.
type failures struct {
	testing.TB
	said []string
}

func (f *failures) Helper()                   {}
func (f *failures) Errorf(s string, a ...any) { f.said = append(f.said, fmt.Sprintf(s, a...)) }
func (f *failures) Logf(s string, a ...any)   { f.Errorf(s, a...) }
func (f *failures) Fatalf(s string, a ...any) { f.Errorf(s, a...); panic(f) }

// refusal runs f and gives what its test was told.
func refusal(t *testing.T, f func(testing.TB)) string {
	t.Helper()
	tb := &failures{TB: t}
	func() {
		defer func() {
			if r := recover(); r != nil && r != any(tb) {
				panic(r)
			}
		}()
		f(tb)
	}()
	return strings.Join(tb.said, "\n")
}

func TestNewStartsInTheOrderOfAProgram(t *testing.T) {
	m := newHeard(say("from Init"), nil)
	views := 0
	m.draw = func() string { views++; return strings.Repeat("x", len(*m.log)) }
	New(t, m, 80, 24, Profile(colorprofile.ANSI), First(word("extra")))
	if got, want := m.said(), "ANSI from Init {80 24} extra"; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	if views != 2 {
		t.Errorf("%d views, want one before the size and one after", views)
	}
}

func TestCommandsRunInTheirOrder(t *testing.T) {
	echo := func(msg tea.Msg) tea.Cmd {
		if w, ok := msg.(word); ok && w >= "A" && w <= "Z" {
			return say(strings.ToLower(string(w)))
		}
		return nil
	}
	for _, c := range []struct {
		name string
		cmd  tea.Cmd
		want string
	}{
		{"none", nil, ""},
		{"one", say("A"), "A a"},
		{"a batch", tea.Batch(say("A"), nil, say("B")), "A B a b"},
		{"a sequence", tea.Sequence(say("A"), say("B"), say("C")), "A B C a b c"},
		{"a sequence in a sequence", tea.Sequence(tea.Sequence(say("1"), say("2"), say("3")), say("4")), "1 2 3 4"},
		{"a batch in a sequence", tea.Sequence(tea.Batch(say("x"), say("y")), say("z")), "x y z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newHeard(nil, nil)
			m.answer = func(msg tea.Msg) tea.Cmd {
				if msg == word("go") {
					return c.cmd
				}
				return echo(msg)
			}
			d := New(t, m, 10, 1)
			*m.log = nil
			d.Send(word("go"))
			got := strings.TrimSpace(strings.TrimPrefix(m.said(), "go"))
			if got != c.want {
				t.Errorf("heard %q, want %q", got, c.want)
			}
		})
	}
}

func TestTimersWaitForFire(t *testing.T) {
	m := newHeard(tea.Batch(
		After(time.Hour, word("first")),
		func() tea.Msg { return tea.BatchMsg{After(time.Minute, word("second"))} },
	), nil)
	m.answer = func(msg tea.Msg) tea.Cmd {
		if msg == word("second") {
			return After(time.Second, word("third"))
		}
		return nil
	}
	d := New(t, m, 10, 1)
	*m.log = nil
	if n := d.Waiting(); n != 2 {
		t.Fatalf("%d timers wait, want 2", n)
	}
	if n := d.Fire(); n != 2 || m.said() != "first second" {
		t.Errorf("fired %d and heard %q", n, m.said())
	}
	if n := d.Fire(); n != 1 || m.said() != "first second third" {
		t.Errorf("fired %d and heard %q", n, m.said())
	}
	if n := d.Fire(); n != 0 {
		t.Errorf("fired %d more", n)
	}
}

// The maker of a timer is recognised however the call reaches it.
func TestTeaTimersAreRecognised(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tick := func(time.Time) tea.Msg { return word("tick") }
		every := func(time.Time) tea.Msg { return word("every") }
		m := newHeard(tea.Batch(tea.Tick(time.Hour, tick), tea.Sequence(tea.Every(time.Hour, every), say("now"))), nil)
		begin := time.Now()
		d := New(t, m, 10, 1)
		if d.Waiting() != 2 || time.Since(begin) != 0 {
			t.Fatalf("%d timers wait after %s, heard %q", d.Waiting(), time.Since(begin), m.said())
		}
		*m.log = nil
		d.Fire()
		if got := m.said(); got != "tick every" {
			t.Errorf("heard %q", got)
		}
		if time.Since(begin) == 0 {
			t.Error("the hour has not passed")
		}
	})
}

type inputs struct {
	line textinput.Model
	area textarea.Model
}

func (m inputs) Init() tea.Cmd { return tea.Batch(textinput.Blink, textarea.Blink) }

func (m inputs) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var a, b tea.Cmd
	m.line, a = m.line.Update(msg)
	m.area, b = m.area.Update(msg)
	return m, tea.Batch(a, b)
}

func (m inputs) View() tea.View { return tea.NewView(m.line.View()) }

func TestCursorsDoNotBlinkAndTheClipboardIsLeftAlone(t *testing.T) {
	m := inputs{textinput.New(), textarea.New()}
	m.line.Focus()
	m.area.Focus()
	d := New(t, m, 40, 4)
	d.Type("Añna 👩‍🎓 B")
	d.Press("ctrl+v")
	if n := d.Waiting(); n != 0 {
		t.Errorf("%d timers wait, want none for a cursor", n)
	}
	if got := d.Model().(inputs).line.Value(); got != "Añna 👩‍🎓 B" {
		t.Errorf("the input holds %q", got)
	}
}

func TestTheProgramsRequestsAreAnswered(t *testing.T) {
	m := newHeard(nil, nil)
	m.answer = func(msg tea.Msg) tea.Cmd {
		switch msg {
		case word("copy"):
			return tea.SetClipboard("a badge")
		case word("size"):
			return tea.RequestWindowSize
		case word("end"):
			return tea.Sequence(tea.Quit, say("never"))
		}
		return nil
	}
	d := New(t, m, 10, 3)
	d.Send(word("copy"))
	if got := d.Clipboard(); got != "a badge" {
		t.Errorf("the clipboard holds %q", got)
	}
	d.Resize(20, 5)
	*m.log = nil
	d.Send(word("size"))
	if !strings.Contains(m.said(), "{20 5}") {
		t.Errorf("heard %q", m.said())
	}
	d.Send(word("end"))
	if !d.Quit() || strings.Contains(m.said(), "never") {
		t.Errorf("ended: %t, heard %q", d.Quit(), m.said())
	}
}

func TestMisuseFailsTheTest(t *testing.T) {
	loop := newHeard(nil, func(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } })
	quit := newHeard(tea.Quit, nil)
	plainModel := newHeard(nil, nil)
	wide := newHeard(nil, nil)
	wide.draw = func() string { return "12345678901" }
	tall := newHeard(nil, nil)
	tall.draw = func() string { return "1\n2\n3" }
	for _, c := range []struct {
		name, want string
		run        func(testing.TB)
	}{
		{"commands that feed each other", "feed each other", func(t testing.TB) { New(t, loop, 10, 2) }},
		{"keys after the end", "after the program ended", func(t testing.TB) { New(t, quit, 10, 2) }},
		{"an unknown key", `"pagedown" names no key`, func(t testing.TB) { New(t, plainModel, 10, 2).Press("pagedown") }},
		{"typing a newline", "control character", func(t testing.TB) { New(t, plainModel, 10, 2).Type("a\nb") }},
		{"a frame too wide", "line 0 is 11 wide", func(t testing.TB) { New(t, wide, 10, 2).Frame() }},
		{"a frame too tall", "3 lines", func(t testing.TB) { New(t, tall, 10, 2).Frame() }},
		{"a cell off the screen", "no cell 10,0", func(t testing.TB) { New(t, plainModel, 10, 2).Cell(10, 0) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := refusal(t, c.run); !strings.Contains(got, c.want) {
				t.Errorf("the test was told %q, want %q in it", got, c.want)
			}
		})
	}
}

func TestACommandThatNeverAnswersIsNamed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		never := make(chan tea.Msg)
		m := newHeard(func() tea.Msg { return <-never }, nil)
		got := refusal(t, func(t testing.TB) { New(t, m, 10, 1) })
		close(never)
		if !strings.Contains(got, "driver_test.go:") || !strings.Contains(got, "does not answer") {
			t.Errorf("the test was told %q", got)
		}
	})
}

func TestKeysCarryTheirNames(t *testing.T) {
	keys := []string{
		"enter", "tab", "esc", "space", "backspace", "delete", "insert", "up", "down", "left", "right",
		"home", "end", "pgup", "pgdown", "f1", "f12", "a", "A", "ñ", "?", "+", "-", "ctrl+z", "ctrl+y", "ctrl+c",
		"ctrl+j", "ctrl++", "alt+enter", "shift+tab", "shift+left", "ctrl+alt+left", "ctrl+space", "alt+1",
	}
	for _, name := range keys {
		k, ok := Key(name)
		if !ok || (name != "space" && k.String() != name && k.Keystroke() != name) {
			t.Errorf("%q became %q (known: %t)", name, k, ok)
		}
	}
	for _, name := range []string{"", "ctrl+", "pagedown", "ctrl+pagedown", "ab", "\n", "f13", "control+a"} {
		if k, ok := Key(name); ok {
			t.Errorf("%q became %q", name, k)
		}
	}
}

// What Press sends is what a terminal's bytes become in a tea.Program.
func TestKeysMatchTheTerminalsBytes(t *testing.T) {
	for name, bytes := range map[string]string{
		"enter": "\r", "tab": "\t", "esc": "\x1b", "space": " ", "backspace": "\x7f", "delete": "\x1b[3~",
		"up": "\x1b[A", "home": "\x1b[H", "pgdown": "\x1b[6~", "f1": "\x1bOP", "f5": "\x1b[15~",
		"A": "A", "a": "a", "ñ": "ñ", "?": "?", "ctrl+z": "\x1a", "ctrl+c": "\x03", "ctrl+j": "\n",
		"alt+enter": "\x1b\r", "shift+tab": "\x1b[Z", "shift+left": "\x1b[1;2D", "alt+a": "\x1ba",
	} {
		var dec uv.EventDecoder
		_, ev := dec.Decode([]byte(bytes))
		k, _ := Key(name)
		if want, ok := ev.(uv.KeyPressEvent); !ok || tea.KeyPressMsg(want) != k {
			t.Errorf("%s is %#v, the terminal's %q %#v", name, k, bytes, ev)
		}
	}
}

func TestTheMouseAndPaste(t *testing.T) {
	m := newHeard(nil, nil)
	d := New(t, m, 10, 3)
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() { d.Click(3, 1) }, "click release"},
		{func() { d.Drag([2]int{0, 0}, [2]int{1, 0}, [2]int{4, 2}) }, "click motion motion release"},
		{func() { d.Wheel(0, 0, 2) }, "wheel wheel"},
		{func() { d.Paste("a\nb") }, "start paste end"},
	} {
		var got []string
		m.answer = nil
		d.model = recorder{&got}
		c.do()
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("heard %q, want %q", s, c.want)
		}
	}
}

type recorder struct{ got *[]string }

func (r recorder) Init() tea.Cmd  { return nil }
func (r recorder) View() tea.View { return tea.View{} }

func (r recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	name := map[string]string{
		"tea.MouseClickMsg": "click", "tea.MouseReleaseMsg": "release", "tea.MouseMotionMsg": "motion",
		"tea.MouseWheelMsg": "wheel", "tea.PasteStartMsg": "start", "tea.PasteMsg": "paste", "tea.PasteEndMsg": "end",
	}[fmt.Sprintf("%T", msg)]
	*r.got = append(*r.got, name)
	return r, nil
}

func TestFramesAndCells(t *testing.T) {
	gold := lipgloss.NewStyle().Foreground(lipgloss.Color("#ffc020")).Bold(true)
	m := newHeard(nil, nil)
	m.draw = func() string {
		return "Who is it " + gold.Render("for") + "?   \n" +
			lipgloss.NewStyle().Background(lipgloss.Color("#203040")).Render(" 語 ") + " end"
	}
	for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI, colorprofile.Ascii} {
		t.Run(p.String(), func(t *testing.T) {
			d := New(t, m, 16, 3, Profile(p), Roles(map[string]string{"#ffc020": "accent"}))
			if got, want := d.Frame(), "Who is it for?\n 語  end\n\n"; got != want {
				t.Errorf("the frame is %q, want %q", got, want)
			}
			if c := d.Cell(1, 1); c.Text != "語" || d.Cell(2, 1).Text != "" || d.Cell(3, 1).Text != " " {
				t.Errorf("the wide cell is %+v, then %+v", c, d.Cell(2, 1))
			}
			if !d.Cell(10, 0).Style.Bold || d.Cell(0, 0).Style != (Style{}) {
				t.Errorf("styles: %q and %q", d.Cell(10, 0).Style, d.Cell(0, 0).Style)
			}
			Golden(t, "cells-"+strings.ToLower(p.String()), d.Cells())
		})
	}
}

func TestGoldenNamesTheFirstDifference(t *testing.T) {
	if Update() {
		t.Skip("under -update a golden file cannot differ")
	}
	got := refusal(t, func(t testing.TB) { Golden(t, "cells-ascii", "| Who is it FOR?\n") })
	if !strings.Contains(got, "line 1") || !strings.Contains(got, "FOR?") {
		t.Errorf("the test was told %q", got)
	}
	got = refusal(t, func(t testing.TB) { Golden(t, "no-such-file", "x") })
	if !strings.Contains(got, "-update") {
		t.Errorf("the test was told %q", got)
	}
}

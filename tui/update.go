// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"image"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// leaveMsg asks the program to end: a signal, or the terminal went away.
type leaveMsg struct{}

// Update implements tea.Model.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.update(msg)
	// What waited for an answer of the store comes after it, in order.
	for m.hold == 0 && len(m.queue) > 0 && !m.quitting {
		next := m.queue[0]
		m.queue = m.queue[1:]
		cmd = tea.Batch(cmd, m.update(next))
	}
	if beat := m.beat(); beat != nil {
		cmd = tea.Batch(cmd, beat)
	}
	if prove := m.prove(); prove != nil {
		cmd = tea.Batch(cmd, prove)
	}
	return m, cmd
}

func (m *Model) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg:
		if m.hold > 0 && !isLeave(msg) {
			m.queue = append(m.queue, msg)
			return nil
		}
		return m.input(msg)
	case tea.MouseMotionMsg:
		return m.dragged(screen.Drag{ID: m.grip.ID, At: image.Pt(msg.X, msg.Y).Sub(m.grip.Area.Min)})
	case tea.MouseReleaseMsg:
		return m.dragged(screen.Release{})
	case tea.WindowSizeMsg:
		if m.w == msg.Width && m.h == msg.Height {
			return nil
		}
		m.w, m.h = msg.Width, msg.Height
	case tea.ColorProfileMsg:
		// A terminal that says it has all colours raises the profile, and
		// knows nothing of who asked for none.
		p := msg.Profile
		if noColour(m.opts.Environ) {
			p = min(p, colorprofile.ASCII)
		}
		if m.profile == p {
			return nil
		}
		m.profile = p
		m.dress()
		m.restyle()
	case tea.BackgroundColorMsg:
		if m.dark == msg.IsDark() {
			return nil
		}
		m.dark = msg.IsDark()
		m.dress()
		m.restyle()
	case tea.ModeReportMsg:
		if v := msg.Value; msg.Mode == ansi.ModeUnicodeCore && (v.IsSet() || v.IsReset()) {
			m.widths = ansi.GraphemeWidth
		}
	case leaveMsg:
		return m.leave()
	case beatMsg:
		m.beaten()
		return nil
	case tendMsg:
		return m.tend()
	case tendedMsg:
		return mended(m.opts.Store)
	case startMsg:
		return tea.Batch(m.recall(msg.settings), m.update(msg.list))
	case mendedMsg:
		m.drawn = false
		return m.tookMended(msg)
	case provedMsg:
		return m.tookProof(msg)
	case measuredMsg:
		return m.tookMeasures(msg)
	case tickMsg:
		m.saver.ticking = false
		m.check()
		m.drawn = false
		return m.save()
	default:
		if !m.answer(msg) {
			return nil
		}
		m.drawn = false
		return tea.Batch(m.answered(msg), mended(m.opts.Store))
	}
	m.drawn = false
	return nil
}

func isLeave(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	return ok && key.Matches(k, screen.KeyLeave)
}

// restyle gives the widgets of the screen the new colours.
func (m *Model) restyle() {
	if m.place == atBadge {
		m.screen, _ = m.screen.Update(screen.Reload{}, m.env())
	}
}

// pasteMost bounds a paste before anything looks at it: four times the
// longest field, so that no limit is met here and a megabyte costs nothing.
const pasteMost = 16_000

// input cleans what a person typed and gives it to whom it concerns.
func (m *Model) input(msg tea.Msg) tea.Cmd {
	hidden, lost := 0, 0
	switch in := msg.(type) {
	case tea.KeyPressMsg:
		if in.Text != "" {
			if !joiner(in.Text) {
				in.Text, hidden = clean.Text(in.Text)
			}
			if in.Text == "" {
				return nil
			}
			msg = in
		}
	case tea.PasteMsg:
		var over bool
		whole := utf8.RuneCountInString(in.Content)
		if in.Content, over = clean.Cut(in.Content, pasteMost); over {
			lost = whole - pasteMost
		}
		in.Content, hidden = clean.Text(in.Content)
		msg = in
	}
	said := m.say
	m.say, m.alarm = "", false
	was := m.saver.edit
	cmd := m.take(msg)
	if hidden > 0 && m.say == "" {
		m.say = m.words.N("ui.cleaned", hidden)
	}
	if lost > 0 && m.say == "" {
		m.say = m.words.T("ui.paste-cut", "limit", pasteMost, "lost", lost)
	}
	// A letter that a full field refused changes nothing after the first
	// time: a flood of them must not cost a frame each.
	if k, ok := msg.(tea.KeyPressMsg); !ok || k.Text == "" || said == "" || said != m.say || was != m.saver.edit {
		m.drawn = false
	}
	return cmd
}

// joiner reports whether a key is a sign that means nothing alone and a lot
// between two letters (Persian, Hindi): the whole answer is cleaned with it.
func joiner(s string) bool { return s == "\u200c" || s == "\u200d" }

// take gives an input to the popup, to the program or to the screen.
func (m *Model) take(msg tea.Msg) tea.Cmd {
	k, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		k = m.lettered(k)
		msg = k
	}
	if isKey && key.Matches(k, screen.KeyLeave) {
		return m.ctrlC()
	}
	m.leaving = false
	if click, ok := msg.(tea.MouseClickMsg); ok {
		return m.click(click.Mouse())
	}
	if m.popup.kind != noPopup {
		if isKey {
			return m.popupKey(k)
		}
		m.typedUnder(msg)
		return nil
	}
	if isKey {
		if cmd, done := m.key(k); done {
			return cmd
		}
	}
	return m.pass(msg)
}

// pass gives msg to the screen and carries out what it asks for.
func (m *Model) pass(msg tea.Msg) tea.Cmd {
	s, actions := m.screen.Update(msg, m.env())
	m.screen = s
	return m.carry(actions)
}

// carry carries out actions in order.
func (m *Model) carry(actions []screen.Action) tea.Cmd {
	var cmds []tea.Cmd
	for _, a := range actions {
		cmds = append(cmds, m.do(a))
	}
	return tea.Batch(cmds...)
}

// key handles the keys that mean the same everywhere.
func (m *Model) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch {
	case key.Matches(k, screen.KeyHelp), key.Matches(k, screen.KeyAsk) && !m.screen.Typing():
		m.popup = popup{kind: helpPopup}
	case key.Matches(k, screen.KeyExample) && m.place == atBadge:
		m.popup = popup{kind: examplePopup}
	case key.Matches(k, screen.KeyPresent) && m.place == atBadge:
		return m.visit(screen.Visit{Room: screen.Present}), true
	case key.Matches(k, screen.KeyPast) && m.place == atBadge:
		return m.visit(screen.Visit{Room: screen.Versions}), true
	case key.Matches(k, screen.KeyWords):
		return m.nextLanguage(), true
	case key.Matches(k, screen.KeyOptions):
		return m.toOptions(), true
	case m.place == atRoom && m.room == screen.Proof && key.Matches(k, screen.KeyUndo, screen.KeyRedo):
		return m.undoLook(key.Matches(k, screen.KeyUndo)), true
	case m.place == atRoom:
		return nil, false
	case key.Matches(k, screen.KeyUndo):
		return m.undo(), true
	case key.Matches(k, screen.KeyRedo):
		return m.redo(), true
	case m.place != atBadge:
		return nil, false
	case key.Matches(k, screen.KeyNext):
		return m.goTo(m.question + 1), true
	case key.Matches(k, screen.KeyPrev):
		return m.goTo(m.question - 1), true
	case key.Matches(k, screen.KeyEsc):
		if s, ok := m.screen.(screen.Escaper); ok {
			if acts, done := s.Escape(m.env()); done {
				return m.carry(acts), true
			}
		}
		return m.toList(), true
	default:
		return nil, false
	}
	return nil, true
}

func (m *Model) click(at tea.Mouse) tea.Cmd {
	if at.Button != tea.MouseLeft {
		return nil
	}
	if m.popup.kind != noPopup {
		m.unpop()
		return nil
	}
	id, inside := m.hit(at.X, at.Y)
	for q := designer.AskEarner; q <= designer.Review; q++ {
		if id == stepID(q) {
			return m.goTo(q)
		}
	}
	if id == "back" {
		return m.take(tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	if id == "picture" && m.place == atBadge && m.question == designer.AskLook {
		id = m.partAt(at.X, at.Y)
	}
	if id == "" {
		return nil
	}
	m.grip = screen.Layer{ID: id, Area: image.Rectangle{Min: image.Pt(at.X, at.Y).Sub(inside)}}
	return m.pass(screen.Click{ID: id, At: inside})
}

// dragged tells a screen that wants to know it where the mouse is while its
// button is down, and that it is up again.
func (m *Model) dragged(msg tea.Msg) tea.Cmd {
	s, ok := m.screen.(screen.Dragged)
	if m.grip.ID == "" || !ok || !s.Dragged() || m.popup.kind != noPopup {
		return nil
	}
	if _, up := msg.(screen.Release); up {
		m.grip = screen.Layer{}
	}
	m.drawn = false
	return m.pass(msg)
}

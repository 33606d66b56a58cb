// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/screen"
)

// do carries out what a screen asked for.
func (m *Model) do(a screen.Action) tea.Cmd {
	switch a := a.(type) {
	case screen.Edit:
		return m.edit(a)
	case screen.Leave:
		m.history.settle()
		m.check()
		return m.save()
	case screen.Forward:
		return m.goTo(m.following())
	case screen.Back:
		return m.goTo(m.question - 1)
	case screen.GoTo:
		return m.goTo(a.Question)
	case screen.List:
		return m.toList()
	case screen.Say:
		m.say = a.Text
	case screen.Create:
		return m.await(begin(designer.New(m.words.Tag())))
	case screen.Open:
		return m.await(open(m.opts.Store, a.ID, false))
	case screen.Copy:
		return m.await(duplicate(m.opts.Store, a.ID, m.words.T("ui.copy-name")))
	case screen.Remove:
		return m.await(remove(m.opts.Store, a.ID, a.Revision, a.Name))
	case screen.Glance:
		return open(m.opts.Store, a.ID, true)
	case screen.Forget:
		m.confirm(m.words.T("ui.forget", "name", m.widths.Truncate(a.Name, 48, "…")), func() tea.Cmd { return forget(m.opts.Store, a.ID, a.Revision) })
	case screen.Export:
		m.say = m.words.T("ui.exporting")
		return m.await(take(m.draft.Clone(), m.formats(), m.opts.Folder))
	case screen.OpenFolder:
		if m.exported != "" {
			return show(m.exported)
		}
		m.say = m.words.T("ui.folder.none")
	case screen.Show:
		return m.visit(screen.Visit{Room: screen.Present})
	case screen.Measure:
		return m.measure()
	case screen.ReadPicture:
		return m.await(readPicture(a.Path))
	case screen.Visit:
		return m.visit(a)
	case screen.Return:
		return m.back()
	case screen.Time:
		return m.time(a.Do)
	case screen.SetSettings:
		return m.choose(a.Settings)
	case screen.Quit:
		return m.leave()
	default:
		return m.facilitate(a)
	}
	return nil
}

// edit makes the screen's draft the present one.
func (m *Model) edit(e screen.Edit) tea.Cmd {
	e.Draft.Meta = m.draft.Meta
	if e.Apart {
		m.history.settle()
	}
	m.history.record(m.draft, e.Field, e.Break || e.Apart)
	m.draft = e.Draft
	m.editing = e.Field
	m.changed()
	return m.touch()
}

// changed notes that the draft is another one. Its problems are worked out
// when a field is left or nobody has typed for a moment: not between a key and
// its letter, and nobody is told off in the middle of a word.
func (m *Model) changed() {
	m.exported = ""
	m.unchecked = true
}

// check works out the problems of a changed draft.
func (m *Model) check() {
	if m.unchecked {
		m.findings = worstFirst(append(m.opts.Check(m.draft), m.proof.of(m.draft)...))
		if skips := m.workshop.Skip; len(skips) > 0 && m.draft.Workshop == m.workshop.ID {
			// Somebody else fills it in: the tables are not told off for it.
			m.findings = slices.DeleteFunc(m.findings, func(p designer.Problem) bool { return slices.Contains(skips, p.Field) })
		}
		m.unchecked = false
	}
}

func (m *Model) undo() tea.Cmd {
	if m.place == atList {
		if n := len(m.gone); n > 0 {
			id := m.gone[n-1]
			m.gone = m.gone[:n-1]
			return m.await(bringBack(m.opts.Store, id))
		}
		m.say = m.words.T("ui.undo.none")
		return nil
	}
	was, ok := m.history.undo(m.draft)
	if !ok {
		m.say = m.words.T("ui.undo.none")
		return nil
	}
	return m.restore(was, "ui.undone")
}

func (m *Model) redo() tea.Cmd {
	if m.place == atList {
		m.say = m.words.T("ui.redo.none")
		return nil
	}
	was, ok := m.history.redo(m.draft)
	if !ok {
		m.say = m.words.T("ui.redo.none")
		return nil
	}
	return m.restore(was, "ui.redone")
}

// undoLook takes a step of the look back, or does it again: what was done to
// other questions is out of sight.
func (m *Model) undoLook(back bool) tea.Cmd {
	steps, none := m.history.future, "ui.redo.none"
	if back {
		steps, none = m.history.past, "ui.undo.none"
	}
	if n := len(steps); n > 0 {
		if f, ok := designer.FieldByID(steps[n-1].field); ok && f.Question == designer.AskLook {
			if back {
				return m.undo()
			}
			return m.redo()
		}
	}
	m.say = m.words.T(none)
	return nil
}

// restore makes an earlier or later moment the present one, and shows the
// field that it changed.
func (m *Model) restore(was moment, said string) tea.Cmd {
	m.unkept()
	m.draft = was.draft
	m.changed()
	m.check()
	cmd := m.touch()
	if was.field == everything {
		m.screen = m.newScreen(m.question)
		m.say = m.words.T(said + ".all")
		return tea.Batch(cmd, m.reload(""))
	}
	f, _ := designer.FieldByID(was.field)
	stays := f.Question == m.question || f.ID == "name" && m.question == designer.Review
	if !stays {
		m.question = f.Question
		m.screen = m.find(f.Question, f.ID)
	}
	if m.say == "" {
		m.say = m.words.T(said, "field", m.words.T("field."+f.ID+".label"))
	}
	return tea.Batch(cmd, m.reload(f.ID))
}

// reload tells the screen that things changed under it.
func (m *Model) reload(field string) tea.Cmd { return m.pass(screen.Reload{Field: field}) }

// nextLanguage goes round the languages, and remembers.
func (m *Model) nextLanguage() tea.Cmd {
	next := m.settings
	next.Language = nextWords(m.words).Tag()
	cmd := m.choose(next)
	if m.say == "" {
		m.say = m.words.T("ui.language")
	}
	return cmd
}

// ctrlC says at the first press that everything is saved, and leaves at the
// second: who copies with it does not end the program.
func (m *Model) ctrlC() tea.Cmd {
	if m.leaving {
		return m.leave()
	}
	m.leaving = true
	if m.saver.dirty() && m.saver.err == nil {
		m.say = m.words.T("ui.saving")
		if m.saver.then == nil {
			return m.settled(func() tea.Cmd { m.say = m.words.T("ui.leave.saved"); return nil })
		}
		return nil
	}
	m.say = m.words.T("ui.leave.saved")
	if m.saver.dirty() {
		m.say, m.alarm = m.words.T("ui.leave.unsaved"), true
	}
	return nil
}

// leave saves what is unsaved and ends. If it cannot be saved the program
// ends all the same, and Run says what was lost.
func (m *Model) leave() tea.Cmd {
	m.held()
	m.quitting = true
	// A save on its way is waited for, also one that is tried again: what it
	// stored must not be saved a second time, as a copy.
	if m.saver.dirty() && (m.saver.err == nil || m.saver.sending != 0) {
		if m.saver.then != nil {
			m.saver.then = func() tea.Cmd { return tea.Quit }
			return m.save()
		}
		return m.settled(func() tea.Cmd { return tea.Quit })
	}
	return tea.Quit
}

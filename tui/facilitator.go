// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// Facilitator is what the program is given to do with a workshop beyond its
// store. Each is called in a command, may take its time, and says what went
// wrong as an error that has a sentence.
type Facilitator struct {
	// TakeHome writes everything of a workshop, or of the whole store for one
	// without an ID, into one new folder, and says where.
	TakeHome func(context.Context, designer.Workshop) (path string, err error)
	// Gather brings what lies at paths into the store.
	Gather func(ctx context.Context, paths []string) ([]Gathered, error)
	// Piles are folders where something to gather lies, Sticks those where
	// something may be written.
	Piles, Sticks func(context.Context) []string
	// Write writes the workshop's own file into a folder, and says where.
	Write func(w designer.Workshop, folder string) (path string, err error)
}

// Gathered is what became of one thing that was brought, and Fate how.
type (
	Gathered = screen.Gathered
	Fate     = screen.Fate
)

// FateUnread is the fate of what could not be read; the others are those of
// designer/gather.
const FateUnread = screen.FateUnread

type (
	newWorkshopMsg  struct{ workshop designer.Workshop }
	keptWorkshopMsg struct {
		workshop designer.Workshop
		err      error
	}
	keptDraftMsg struct{ err error }
	goneMsg      struct{ err error } // a workshop was deleted
	writtenMsg   struct {
		path, say string
		err       error
	}
	gatheredMsg struct {
		gathered []screen.Gathered
		err      error
	}
	sticksMsg struct{ sticks []string }
)

// facilitate carries out what a facilitator's screen asked for.
func (m *Model) facilitate(a screen.Action) tea.Cmd {
	st, f := m.opts.Store, m.opts.Facilitator
	switch a := a.(type) {
	case screen.Ask:
		m.confirm(a.Question, func() tea.Cmd { return m.do(a.Then) })
	case screen.CreateWorkshop:
		lang := m.words.Tag()
		return m.await(func() tea.Msg { return newWorkshopMsg{newWorkshop(lang)} })
	case screen.KeepWorkshop:
		m.workshop = a.Workshop
		return m.await(keepWorkshop(st, a.Workshop.Clone()))
	case screen.RemoveWorkshop:
		return m.await(func() tea.Msg { return goneMsg{st.Workshops().Delete(context.Background(), a.ID, a.Revision)} })
	case screen.WriteWorkshop:
		w := m.workshop.Clone()
		return m.await(func() tea.Msg {
			path, err := f.Write(w, a.Folder)
			return writtenMsg{path, "ui.workshop.written", err}
		})
	case screen.BeginBadge:
		w := m.workshop.Clone()
		return m.await(func() tea.Msg { return openedMsg{draft: w.Begin(a.Team), workshop: w} })
	case screen.TakeHome:
		w := m.workshop.Clone()
		m.say = m.words.T("ui.taking")
		return m.await(func() tea.Msg {
			path, err := f.TakeHome(context.Background(), w)
			return writtenMsg{path, "ui.taken", err}
		})
	case screen.KeepDraft:
		return m.await(keepDraft(st, a.Draft.Clone()))
	case screen.GatherFrom:
		m.gathered = nil
		m.say = m.words.T("ui.gathering")
		return m.await(func() tea.Msg {
			all, err := f.Gather(context.Background(), a.Paths)
			return gatheredMsg{all, err}
		})
	default:
		return m.turnBack(a)
	}
	return nil
}

// facilitated takes what came of it; false is a message of somebody else's.
func (m *Model) facilitated(msg tea.Msg) (tea.Cmd, bool) {
	again := func() tea.Cmd { return m.await(list(m.opts.Store, m.opts.Now)) }
	switch msg := msg.(type) {
	case newWorkshopMsg:
		m.hold--
		m.workshop = msg.workshop
		m.enter(screen.Workshop, nil)
	case keptWorkshopMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err), true
		}
		if m.workshop.ID == msg.workshop.ID {
			m.workshop.Meta = msg.workshop.Meta
		}
	case keptDraftMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err), true
		}
		return again(), true
	case goneMsg:
		m.hold--
		if msg.err != nil {
			m.failed(msg.err)
		}
		return again(), true
	case writtenMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err), true
		}
		m.exported = msg.path
		shown, _ := clean.Line(msg.path)
		m.say = m.words.T(msg.say, "path", shown)
	case gatheredMsg:
		m.hold--
		m.gathered = msg.gathered
		for i := range m.gathered { // names come from other laptops
			g := &m.gathered[i]
			g.Name, _ = clean.Line(g.Name)
			g.Team, _ = clean.Line(g.Team)
			g.Why, _ = clean.Line(g.Why)
		}
		m.say = ""
		if msg.err != nil {
			m.failed(msg.err)
		}
		if m.workshop.Revision > 0 { // it may have come in newer
			return tea.Batch(again(), m.await(openWorkshop(m.opts.Store, m.workshop.ID, false))), true
		}
		return again(), true
	case timerMsg:
		m.tookTimer(msg)
	case timedMsg:
		m.hold--
		if msg.err != nil {
			return m.failed(msg.err), true
		}
	case sticksMsg:
		m.sticks = msg.sticks
		if m.place == atRoom {
			return m.reload(""), true
		}
	default:
		return nil, false
	}
	return nil, true
}

// newWorkshop is a preset to begin with: the twenty minutes of the exercise.
func newWorkshop(lang string) designer.Workshop {
	w := designer.Workshop{Meta: designer.Meta{ID: designer.NewID()}, Language: lang}
	w.Agenda, _ = designer.ReadyAgenda("sprint-20")
	return w
}

// keep saves v over what is stored under its id: one screen writes it, field
// by field, and what it shows is what is meant. The version before is kept.
func keep[T, S any](shelf designer.Shelf[T, S], v T, meta func(*T) *designer.Meta) (T, error) {
	ctx := context.Background()
	m := meta(&v)
	was, err := shelf.Get(ctx, m.ID)
	switch {
	case err == nil:
		*m = *meta(&was)
	case errors.Is(err, designer.ErrNotFound):
		*m = designer.Meta{ID: m.ID}
	default:
		return v, err
	}
	return shelf.Put(ctx, v)
}

func keepWorkshop(st designer.Store, w designer.Workshop) tea.Cmd {
	return func() tea.Msg {
		kept, err := keep(st.Workshops(), w, func(w *designer.Workshop) *designer.Meta { return &w.Meta })
		return keptWorkshopMsg{kept, err}
	}
}

func keepDraft(st designer.Store, d designer.Draft) tea.Cmd {
	return func() tea.Msg {
		_, err := keep(st.Drafts(), d, func(d *designer.Draft) *designer.Meta { return &d.Meta })
		return keptDraftMsg{err}
	}
}

// findSticks looks for them outside of Update: a drive that sleeps takes its
// time.
func (m *Model) findSticks() tea.Cmd {
	find := m.opts.Facilitator.Sticks
	if m.room == screen.Gather {
		find = m.opts.Facilitator.Piles
	}
	if find == nil {
		return nil
	}
	return func() tea.Msg { return sticksMsg{find(context.Background())} }
}

// held carries out now what a screen still holds, before the program ends.
func (m *Model) held() {
	if h, ok := m.screen.(screen.Holder); ok && m.place == atRoom {
		m.finish(m.carry(h.Held(m.env())))
	}
}

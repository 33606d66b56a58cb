// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/drafts"
	"insignia/tui/screen"
)

// everything stands for a field in the history where a whole version took the
// place of another one.
const everything = "*"

type (
	versionsMsg struct {
		versions []designer.Version
		enter    bool   // their room
		say      string // once they are there
		err      error  // versions holds what could be read all the same
	}
	wentBackMsg struct { // a badge was opened to become a version of it
		opened openedMsg
		then   designer.Version
	}
	binMsg struct {
		gone  []screen.Gone
		enter bool
		err   error // gone holds what could be read all the same
	}
	revivedMsg struct {
		gone screen.Gone
		err  error
	}
)

// versionsOf reads the versions of a badge.
func versionsOf(st designer.Store, id string, enter bool) tea.Cmd {
	return func() tea.Msg {
		all, err := designer.Versions(context.Background(), st.Drafts(), id)
		return versionsMsg{versions: all, enter: enter, err: err}
	}
}

// nameVersion gives a version a name, "" for none, and reads them anew.
func nameVersion(st designer.Store, id string, revision int, name, say string) tea.Cmd {
	return func() tea.Msg {
		lost := st.Drafts().Checkpoint(context.Background(), id, revision, name)
		all, err := designer.Versions(context.Background(), st.Drafts(), id)
		return versionsMsg{versions: all, say: say, err: cmp.Or(lost, err)}
	}
}

// deleted reads what can be brought back, the last that went first.
func deleted(st designer.Store, now func() time.Time, enter bool) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		badges, err := st.Drafts().Gone(ctx)
		workshops, lost := st.Workshops().Gone(ctx)
		var out []screen.Gone
		for _, g := range badges {
			out = append(out, screen.Gone{ID: g.Was.ID, Name: g.Was.Name, Badge: g.Was, At: g.At, Days: g.Days(now())})
		}
		for _, g := range workshops {
			out = append(out, screen.Gone{ID: g.Was.ID, Workshop: true, Name: g.Was.Title, At: g.At, Days: g.Days(now())})
		}
		slices.SortStableFunc(out, func(a, b screen.Gone) int { return b.At.Compare(a.At) })
		return binMsg{out, enter, cmp.Or(err, lost)}
	}
}

func revive(st designer.Store, g screen.Gone) tea.Cmd {
	return func() tea.Msg {
		var err error
		if g.Workshop {
			_, err = st.Workshops().Undelete(context.Background(), g.ID)
		} else {
			_, err = st.Drafts().Undelete(context.Background(), g.ID)
		}
		return revivedMsg{g, err}
	}
}

// turnBack carries out what was asked for among versions or what was deleted.
func (m *Model) turnBack(a screen.Action) tea.Cmd {
	switch a := a.(type) {
	case screen.GoBack:
		if v, ok := m.version(a.Revision); ok {
			return m.goBack(v)
		}
	case screen.NameVersion:
		if v, ok := m.version(a.Revision); ok {
			say := m.words.T("versions.unnamed")
			if a.Name != "" {
				say = m.words.T("versions.named", "name", a.Name)
			}
			return m.await(nameVersion(m.opts.Store, v.Draft.ID, a.Revision, a.Name, say))
		}
	case screen.BringBack:
		return m.await(revive(m.opts.Store, a.Gone))
	}
	return nil
}

func (m *Model) version(revision int) (designer.Version, bool) {
	for _, v := range m.versions {
		if v.Draft.Revision == revision {
			return v, true
		}
	}
	return designer.Version{}, false
}

// goBack leaves the versions for the badge, opens it if it is not open, and
// makes it what it was then.
func (m *Model) goBack(then designer.Version) tea.Cmd {
	behind := len(m.way) > 0 && m.way[len(m.way)-1].place == atBadge
	cmd := m.back()
	if behind {
		return tea.Batch(cmd, m.become(then))
	}
	st, id := m.opts.Store, then.Draft.ID
	return tea.Batch(cmd, m.await(func() tea.Msg { return wentBackMsg{open(st, id, false)().(openedMsg), then} }))
}

// become makes the answers of a version the present ones: one edit, which is
// saved as a new version and can be undone.
func (m *Model) become(then designer.Version) tea.Cmd {
	m.history.settle()
	m.history.record(m.draft, everything, true)
	m.draft = m.draft.Restored(then.Draft)
	m.issuer = m.draft.Issuer // nobody typed it
	m.editing = ""
	m.changed()
	m.check()
	cmd := m.touch()
	m.screen = m.newScreen(m.question)
	m.say = m.words.T("versions.back", "time", screen.Moment(then.Draft.Updated, m.now, m.words))
	return tea.Batch(cmd, m.save(), m.reload(""))
}

// turnedBack takes what came of it; false is a message of somebody else's.
func (m *Model) turnedBack(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case versionsMsg:
		m.hold--
		return m.tookVersions(msg), true
	case wentBackMsg:
		cmd := m.opened(msg.opened)
		if msg.opened.err != nil {
			return cmd, true
		}
		cmd = tea.Batch(cmd, m.become(msg.then))
		m.question = unsettled(m.draft)
		m.screen = m.newScreen(m.question)
		return cmd, true
	case binMsg:
		m.hold--
		m.bin = msg.gone
		if msg.enter {
			m.enter(screen.Bin, nil)
		}
		if msg.err != nil {
			m.failed(msg.err)
		}
		return m.reload(""), true
	case revivedMsg:
		m.hold--
		return m.revived(msg), true
	}
	return nil, false
}

func (m *Model) tookVersions(msg versionsMsg) tea.Cmd {
	switch {
	case len(msg.versions) == 0 && errors.Is(msg.err, designer.ErrNotFound) && m.place == atBadge:
		m.say = m.words.T("versions.none") // nothing of it was ever saved
		return nil
	case len(msg.versions) == 0:
		return m.stale(msg.err)
	}
	m.versions = msg.versions
	if msg.enter {
		m.enter(screen.Versions, nil)
	}
	m.say = cmp.Or(msg.say, m.say)
	if msg.err != nil {
		m.failed(msg.err)
	}
	return m.reload("")
}

// revived shows what is left to bring back; when that is nothing, what was
// brought back.
func (m *Model) revived(msg revivedMsg) tea.Cmd {
	again := deleted(m.opts.Store, m.opts.Now, false)
	if msg.err != nil {
		m.failed(msg.err) // another window was quicker
		return m.await(again)
	}
	m.say = m.words.T("ui.undeleted")
	m.gone = slices.DeleteFunc(m.gone, func(id string) bool { return id == msg.gone.ID })
	m.bin = slices.DeleteFunc(m.bin, func(g screen.Gone) bool { return g.ID == msg.gone.ID })
	if n := len(m.way); len(m.bin) > 0 || m.room != screen.Bin {
		return tea.Batch(m.await(again), m.await(list(m.opts.Store, m.opts.Now)))
	} else if n > 0 && m.way[n-1].place == atList && !msg.gone.Workshop {
		m.way[n-1].screen = drafts.New(msg.gone.ID)
	}
	return m.back()
}

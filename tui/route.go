// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/tui/ask"
	"insignia/tui/drafts"
	"insignia/tui/look"
	"insignia/tui/review"
	"insignia/tui/screen"
)

// newScreen returns the screen of a question.
func (m *Model) newScreen(q designer.Question) screen.Screen {
	switch q {
	case designer.AskLook:
		return look.New(m.env())
	case designer.Review:
		return review.New(m.env())
	}
	return ask.New(q, m.env())
}

// find returns the screen of a question with the cursor in a field.
func (m *Model) find(q designer.Question, id string) screen.Screen {
	switch q {
	case designer.AskLook:
		return look.Find(id, m.env())
	case designer.Review:
		return review.Find(id, m.env())
	}
	return ask.Find(q, id, m.env())
}

// goTo goes to a question. What is typed is saved; an issuer that was typed
// is remembered for other badges.
func (m *Model) goTo(q designer.Question) tea.Cmd {
	if q < designer.Start || q > designer.Review || m.place != atBadge {
		return nil
	}
	m.history.settle()
	m.check()
	cmds := []tea.Cmd{m.save(), m.remember()}
	m.unkept()
	m.question = q
	m.screen = m.newScreen(q)
	return tea.Batch(cmds...)
}

// remember keeps the issuer for other badges if it was typed here: merely
// passing by must not bring back a forgotten one, nor an old one's address.
func (m *Model) remember() tea.Cmd {
	i := m.draft.Issuer
	if i == m.issuer || i.Name == "" {
		return nil
	}
	m.issuer = i
	return remember(m.opts.Store, i, m.issuers)
}

// unkept says what stands in a field and cannot be kept, before it is gone.
func (m *Model) unkept() {
	if s, ok := m.screen.(screen.Keeper); ok {
		if say := s.Unkept(); say != "" {
			m.say = say
		}
	}
}

// openBadge makes d the open badge and goes to where it was left.
func (m *Model) openBadge(d designer.Draft) {
	m.place = atBadge
	m.openings++
	m.draft = d
	m.issuer = designer.Issuer{}
	if d.Revision > 0 {
		m.issuer = d.Issuer
	}
	m.saver = saver{at: d.Updated}
	m.history = history{}
	m.changed()
	m.check()
	m.question = unsettled(d)
	m.screen = m.newScreen(m.question)
}

// unsettled is where a badge was left: the first question that is not settled.
func unsettled(d designer.Draft) designer.Question {
	all := designer.Questions()
	for _, q := range all {
		if d.Progress(q) != designer.Settled {
			return q
		}
	}
	return all[len(all)-1]
}

// following is the question that Enter goes on to. What the workshop has
// answered is not asked again; PgDn goes there all the same.
func (m *Model) following() designer.Question {
	next := m.question + 1
	if given := m.workshop.Issuer; next == designer.AskIssuer && m.workshop.ID != "" && given.Name != "" && m.draft.Issuer == given {
		next++
	}
	return next
}

// toList goes to the list, or to the room the badge was begun in, once
// everything is saved.
func (m *Model) toList() tea.Cmd {
	m.unkept()
	return tea.Batch(m.remember(), m.settled(func() tea.Cmd {
		id := m.draft.ID
		m.draft = designer.Draft{}
		m.saver = saver{}
		if len(m.way) > 0 {
			return m.back()
		}
		m.showList(id)
		return m.await(list(m.opts.Store, m.opts.Now))
	}))
}

// showList shows the list with the cursor on a badge.
func (m *Model) showList(id string) {
	m.place, m.way = atList, nil
	m.screen = drafts.New(id)
}

// worstFirst sorts problems by their level, each question's in order.
func worstFirst(all []designer.Problem) []designer.Problem {
	slices.SortStableFunc(all, func(a, b designer.Problem) int {
		return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.Question, b.Question))
	})
	return all
}

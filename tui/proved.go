// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render"
	"insignia/render/proof"
	"insignia/tui/screen"
)

// proved is what was found out about the picture that was measured last.
type proved struct {
	look  designer.Look
	found []designer.Problem
	busy  bool
}

// provedMsg is what measuring found.
type provedMsg struct {
	look  designer.Look
	found []designer.Problem
}

// shown is what a draft's picture shows, with all that was chosen for it.
func shown(d designer.Draft) designer.Look {
	l := render.Fill(d)
	l.Alt, l.Author, l.Licence, l.Metaphor = "", "", "", ""
	return l
}

// of are the problems of a draft's picture, none while it is not measured.
func (p *proved) of(d designer.Draft) []designer.Problem {
	if p.look == shown(d) {
		return p.found
	}
	return nil
}

// prove measures the picture once nobody changes it any more: it takes longer
// than a key may.
func (m *Model) prove() tea.Cmd {
	if m.opts.Prove == nil || m.place != atBadge || m.unchecked || m.proof.busy || m.question < designer.AskLook {
		return nil
	}
	look := shown(m.draft)
	if look == m.proof.look {
		return nil
	}
	m.proof.busy = true
	d, prove := m.draft.Clone(), m.opts.Prove
	return func() tea.Msg { return provedMsg{look, prove(d)} }
}

// tookProof takes what was found.
func (m *Model) tookProof(msg provedMsg) tea.Cmd {
	m.proof = proved{look: msg.look, found: msg.found}
	if m.place == atBadge && !m.unchecked {
		m.unchecked = true
		m.check()
		m.drawn = false
	}
	return nil
}

// measuredMsg is what was measured of a picture for the screen that shows it
// part by part.
type measuredMsg struct {
	look   designer.Look
	report proof.Report
}

// measure measures the present badge's picture beside the keys: it takes longer
// than one may wait.
func (m *Model) measure() tea.Cmd {
	look := render.Fill(m.draft)
	if look == m.measured.look {
		return nil
	}
	d := m.draft.Clone()
	return func() tea.Msg { return measuredMsg{look, proof.Of(render.Of(d).Scene())} }
}

// tookMeasures shows what was measured.
func (m *Model) tookMeasures(msg measuredMsg) tea.Cmd {
	m.measured = msg
	if m.place != atRoom || m.room != screen.Proof {
		return nil
	}
	m.drawn = false
	return m.reload("")
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/clean"
	"insignia/render/alt"
)

// exportedMsg says where a badge's files lie.
type exportedMsg struct {
	id, path string
	err      error
}

// take writes the badge's files into a folder named after it.
func take(d designer.Draft, formats []export.Format, parent func() string) tea.Cmd {
	return func() tea.Msg {
		path, err := export.Fresh(parent(), clean.Slug(d.Name), formats, d, alt.Draw(d))
		return exportedMsg{d.ID, path, err}
	}
}

// formats are those that the open badge is exported in.
func (m *Model) formats() []export.Format {
	if m.opts.Formats == nil {
		return nil
	}
	return m.opts.Formats(m.draft)
}

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
		path, err := takeTo(d, formats, parent())
		return exportedMsg{d.ID, path, err}
	}
}

func takeTo(d designer.Draft, formats []export.Format, parent string) (string, error) {
	files, _, err := export.All(formats, d, alt.Draw(d), export.Options{})
	if err != nil {
		return "", err
	}
	dir, err := export.FreshFolder(parent, clean.Slug(d.Name), files)
	if err != nil {
		return "", err
	}
	return dir, export.Write(dir, files, false)
}

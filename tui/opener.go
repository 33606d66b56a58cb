// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"os/exec"
	"runtime"

	tea "charm.land/bubbletea/v2"
)

// shownMsg says whether the system could show a folder.
type shownMsg struct {
	path string
	err  error
}

// show asks the system to show a folder in its own window.
func show(path string) tea.Cmd {
	return func() tea.Msg {
		name := "xdg-open"
		switch runtime.GOOS {
		case "darwin":
			name = "open"
		case "windows":
			name = "explorer"
		}
		bin, err := exec.LookPath(name)
		if err != nil {
			return shownMsg{path, err}
		}
		c := exec.Command(bin, path) // no terminal: it must not write over ours
		if err := c.Start(); err != nil {
			return shownMsg{path, err}
		}
		go c.Wait()
		return shownMsg{path: path}
	}
}

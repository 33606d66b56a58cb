// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"insignia/internal/locale"
	"insignia/tui/screen"
	"insignia/tui/theme"
)

// Confirm asks whether something that cannot be undone shall be done. It
// starts at no.
type Confirm struct {
	ask *huh.Confirm
	yes bool
}

// NewConfirm returns the question, with yes and no as the words have them.
func NewConfirm(question string, w locale.Words, t theme.Theme) *Confirm {
	c := &Confirm{}
	c.ask = huh.NewConfirm().Title(question).Affirmative(w.T("ui.yes")).Negative(w.T("ui.no")).Value(&c.yes)
	c.ask.WithKeyMap(huhKeys)
	c.ask.WithTheme(huhTheme(t))
	c.ask.Focus()
	return c
}

// Update takes a key and says whether it was answered, and how.
func (c *Confirm) Update(k tea.KeyPressMsg) (answered, yes bool) {
	switch {
	case key.Matches(k, screen.KeyEsc):
		return true, false
	case key.Matches(k, screen.KeyEnter):
		return true, c.yes
	}
	c.ask.Update(k)
	return false, false
}

// View draws the question and its two answers, at most w cells wide.
func (c *Confirm) View(w int) []string {
	c.ask.WithWidth(w)
	return strings.Split(strings.TrimRight(c.ask.View(), "\n "), "\n")
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"charm.land/bubbles/v2/key"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"

	"insignia/tui/theme"
)

// huhKeys leaves the moving between fields to us, and letters to the text:
// j, k and / are not commands for people who have never met vi.
var huhKeys = func() *huh.KeyMap {
	k := huh.NewDefaultKeyMap()
	off := key.NewBinding(key.WithDisabled())
	c := &k.Confirm
	c.Next, c.Prev, c.Submit, c.Accept, c.Reject = off, off, off, off, off
	c.Toggle = key.NewBinding(key.WithKeys("left", "right", "tab", "shift+tab"))
	s := &k.Select
	s.Next, s.Prev, s.Submit = off, off, off
	s.Up, s.Down = key.NewBinding(key.WithKeys("up")), key.NewBinding(key.WithKeys("down"))
	s.Left, s.Right, s.Filter, s.SetFilter, s.ClearFilter = off, off, off, off, off
	s.HalfPageUp, s.HalfPageDown = off, off
	s.GotoTop, s.GotoBottom = key.NewBinding(key.WithKeys("home")), key.NewBinding(key.WithKeys("end"))
	return k
}()

// huhTheme dresses huh's fields as ours: no box, no indent, one accent.
func huhTheme(t theme.Theme) huh.Theme {
	s := huh.ThemeBase(t.Dark)
	plain := lipgloss.NewStyle()
	s.FieldSeparator = plain
	for _, f := range []*huh.FieldStyles{&s.Focused, &s.Blurred} {
		f.Base = plain
		f.Title = t.Strong
		f.Description = t.Dim
		f.Option, f.UnselectedOption = t.Text, t.Text
		f.SelectedOption = t.Accent.Bold(true)
		f.SelectSelector = t.Accent.SetString("› ")
		f.ErrorIndicator, f.ErrorMessage = plain, t.Fault
		f.FocusedButton = plain.Padding(0, 2).MarginRight(1).Inherit(t.Here)
		f.BlurredButton = plain.Padding(0, 2).MarginRight(1).Inherit(t.Dim)
	}
	return huh.ThemeFunc(func(bool) *huh.Styles { return s })
}

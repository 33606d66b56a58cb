// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"charm.land/bubbles/v2/key"

	"insignia/internal/locale"
)

// The keys that mean the same on every screen. The rule: Enter goes on,
// PgDn and PgUp change the question, Tab the field, Esc goes back a level.
var (
	KeyEnter    = key.NewBinding(key.WithKeys("enter"))
	KeyNext     = key.NewBinding(key.WithKeys("pgdown"))
	KeyPrev     = key.NewBinding(key.WithKeys("pgup"))
	KeyTab      = key.NewBinding(key.WithKeys("tab"))
	KeyBackTab  = key.NewBinding(key.WithKeys("shift+tab"))
	KeyEsc      = key.NewBinding(key.WithKeys("esc"))
	KeyNewline  = key.NewBinding(key.WithKeys("alt+enter", "ctrl+j", "shift+enter"))
	KeyUndo     = key.NewBinding(key.WithKeys("ctrl+z"))
	KeyRedo     = key.NewBinding(key.WithKeys("ctrl+y", "ctrl+shift+z"))
	KeyHelp     = key.NewBinding(key.WithKeys("f1", "ctrl+g"))
	KeyAsk      = key.NewBinding(key.WithKeys("?")) // help outside of text
	KeyExample  = key.NewBinding(key.WithKeys("f2"))
	KeyMore     = key.NewBinding(key.WithKeys("f3"))
	KeyDetail   = key.NewBinding(key.WithKeys("f4"))
	KeyPresent  = key.NewBinding(key.WithKeys("f5"))
	KeyPast     = key.NewBinding(key.WithKeys("f6"))
	KeyProof    = key.NewBinding(key.WithKeys("f4")) // of the picture, where KeyDetail has no place
	KeySurprise = key.NewBinding(key.WithKeys("f7"))
	KeyOptions  = key.NewBinding(key.WithKeys("f8"))
	KeyWords    = key.NewBinding(key.WithKeys("f9"))
	KeyLeave    = key.NewBinding(key.WithKeys("ctrl+c"))
	KeyUp       = key.NewBinding(key.WithKeys("up"))
	KeyDown     = key.NewBinding(key.WithKeys("down"))
	KeyLeft     = key.NewBinding(key.WithKeys("left"))
	KeyRight    = key.NewBinding(key.WithKeys("right"))
	// Steps of a list move with alt and an arrow; ctrl and shift do the same
	// where a terminal keeps alt for itself.
	KeyMoveUp   = key.NewBinding(key.WithKeys("alt+up", "ctrl+up", "shift+up"))
	KeyMoveDown = key.NewBinding(key.WithKeys("alt+down", "ctrl+down", "shift+down"))
	KeyDrop     = key.NewBinding(key.WithKeys("ctrl+d"))
)

// Named returns b with its help: how the key is written, and the words of
// "key.<what>" for what it does.
func Named(w locale.Words, b key.Binding, written, what string) key.Binding {
	b.SetHelp(written, w.T("key."+what))
	return b
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import "insignia/tui/screen"

// Chosen are settings by the names that a person gives them, "" for what is
// left to the program: the values of screen.Theme and of screen.Picture.
func Chosen(theme, picture string, still bool) screen.Settings {
	return screen.Settings{Theme: screen.Theme(theme), Picture: screen.Picture(picture), Still: still}
}

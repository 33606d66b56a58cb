// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

// Settings are what a person chose for this laptop. The zero value leaves
// every choice to the program. They are kept as JSON in the store's note
// SettingsNote; a member this program does not know is left alone.
type Settings struct {
	Language string  `json:"language,omitempty"` // "" follows the system
	Theme    Theme   `json:"theme,omitempty"`
	Picture  Picture `json:"picture,omitempty"`
	Keys     Keys    `json:"keys,omitempty"`
	Still    bool    `json:"still,omitempty"` // nothing blinks or is drawn again by itself
}

// SettingsNote names the store's note.
const SettingsNote = "settings"

// Theme is how the program is coloured.
type Theme string

// The themes. The empty one asks the terminal for its background.
const (
	ThemeAuto     Theme = ""
	ThemeDark     Theme = "dark"
	ThemeLight    Theme = "light"
	ThemeContrast Theme = "contrast" // high contrast, on whatever background there is
	ThemePlain    Theme = "plain"    // no colour, as under NO_COLOR
)

// Themes returns all themes, the program's own choice first.
func Themes() []Theme { return []Theme{ThemeAuto, ThemeDark, ThemeLight, ThemeContrast, ThemePlain} }

// Picture is how a badge's picture is put into cells.
type Picture string

// The pictures. The empty one takes what the terminal is known to show.
const (
	PictureAuto      Picture = ""
	PictureBlocks    Picture = "blocks"    // half blocks in all the colours there are
	PictureQuadrants Picture = "quadrants" // finer, where the font has them
	PictureSextants  Picture = "sextants"  // the finest
	PictureShapes    Picture = "shapes"    // shapes without colour
	PictureNone      Picture = "none"      // a sentence that describes it
)

// Pictures returns all pictures, the program's own choice first.
func Pictures() []Picture {
	return []Picture{PictureAuto, PictureBlocks, PictureQuadrants, PictureSextants, PictureShapes, PictureNone}
}

// Keys is which keys the program's own commands lie on.
type Keys string

// The keys. Function keys stay where they are in both.
const (
	KeysFunction Keys = ""        // F1, F2, F5 …
	KeysLetters  Keys = "letters" // alt and a letter besides, for keyboards that keep the function keys
)

// SetSettings keeps the settings and puts them into force.
type SetSettings struct{ Settings Settings }

func (SetSettings) action() {}

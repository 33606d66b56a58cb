// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

// Look answers question 5 as plain data. An empty member means "choose for
// me": package render fills it from the badge's kind and name, always the
// same way, so an untouched look costs nothing and never goes stale.
type Look struct {
	Shape    string `json:"shape,omitempty"` // an option of look.shape, as the next three of theirs
	Rim      string `json:"rim,omitempty"`
	Field    string `json:"field,omitempty"`
	Pattern  string `json:"pattern,omitempty"` // quietly over the field
	Colours  string `json:"colours,omitempty"` // a palette's name, or "field,rim,accent": #rrggbb or a colour's name
	Centre   string `json:"centre,omitempty"`  // which of the five that follow shows
	Icon     string `json:"icon,omitempty"`    // a name of render/icon
	Icon2    string `json:"icon2,omitempty"`   // another one beside it
	Letters  string `json:"letters,omitempty"` // one to three
	Pixels   string `json:"pixels,omitempty"`  // a drawing, see Grid
	Edges    string `json:"edges,omitempty"`   // of the drawing
	Picture  string `json:"picture,omitempty"` // a PNG of their own in base64
	Text     string `json:"text,omitempty"`    // on the upper arc
	Lower    string `json:"lower,omitempty"`   // on the lower arc
	Ribbon   string `json:"ribbon,omitempty"`
	Stars    int    `json:"stars,omitempty"` // 0 to 3, the level
	Mark     string `json:"mark,omitempty"`  // what shows the level
	Metaphor string `json:"metaphor,omitempty"`
	Alt      string `json:"alt,omitempty"`
	Author   string `json:"author,omitempty"`
	Licence  string `json:"licence,omitempty"`
}

// LettersMost is how many letters stand in the middle at most.
const LettersMost = 3

// PictureMost is the most characters of a picture in base64, which is that of
// three quarters as many bytes.
const PictureMost = 1 << 20

// The names a look may use. Package render draws each of them and has a test
// that says so; palettes and icons are render's own.
var (
	shapes = []string{"circle", "hexagon", "shield", "star", "square", "rosette",
		"octagon", "pentagon", "diamond", "crest", "gear", "flower", "medal"}
	rims     = []string{"plain", "double", "stitched", "scalloped", "two-tone", "none"}
	fills    = []string{"gradient", "solid", "radial", "split"}
	patterns = []string{"none", "rays", "dots", "rings", "stripes", "grid"}
	marks    = []string{"stars", "bars"}
	edges    = []string{"smooth", "squares"}
	// Of a picture: it stands in the middle, or all over the field, or is the
	// whole badge.
	centres = []string{"icon", "icons", "letters", "drawing", "picture", "cover", "whole"}
)

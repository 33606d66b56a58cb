// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

// Look answers question 5 as plain data. An empty member means "choose for
// me": package render fills it from the badge's kind and name, always the
// same way, so an untouched look costs nothing and never goes stale.
type Look struct {
	Shape    string `json:"shape,omitempty"`   // one of Shapes
	Rim      string `json:"rim,omitempty"`     // one of Rims
	Field    string `json:"field,omitempty"`   // one of Fills
	Pattern  string `json:"pattern,omitempty"` // one of Patterns, quietly over the field
	Colours  string `json:"colours,omitempty"` // a palette's name, or "field,rim,accent" as #rrggbb
	Centre   string `json:"centre,omitempty"`  // one of Centres: which of the five that follow shows
	Icon     string `json:"icon,omitempty"`    // a name of render/icon
	Icon2    string `json:"icon2,omitempty"`   // another one beside it
	Letters  string `json:"letters,omitempty"` // one to three
	Pixels   string `json:"pixels,omitempty"`  // a drawing, see Grid
	Picture  string `json:"picture,omitempty"` // a PNG of their own in base64
	Text     string `json:"text,omitempty"`    // on the upper arc
	Lower    string `json:"lower,omitempty"`   // on the lower arc
	Ribbon   string `json:"ribbon,omitempty"`
	Stars    int    `json:"stars,omitempty"` // 0 to 3, the level
	Mark     string `json:"mark,omitempty"`  // one of Marks: what shows the level
	Metaphor string `json:"metaphor,omitempty"`
	Alt      string `json:"alt,omitempty"`
	Author   string `json:"author,omitempty"`
	Licence  string `json:"licence,omitempty"`
}

// The names a look may use. Package render draws each of them and has a test
// that says so; palettes and icons are render's own.
var (
	shapes = []string{"circle", "hexagon", "shield", "star", "square", "rosette",
		"octagon", "pentagon", "diamond", "crest", "gear", "flower"}
	rims  = []string{"plain", "double", "none"}
	fills = []string{"gradient", "solid"}
)

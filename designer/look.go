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
	Colours  string `json:"colours,omitempty"` // a palette's name, or "field,rim,accent" as #rrggbb
	Icon     string `json:"icon,omitempty"`    // a name of render/icon
	Text     string `json:"text,omitempty"`    // on the upper arc
	Ribbon   string `json:"ribbon,omitempty"`
	Stars    int    `json:"stars,omitempty"` // 0 to 3
	Metaphor string `json:"metaphor,omitempty"`
	Alt      string `json:"alt,omitempty"`
	Author   string `json:"author,omitempty"`
	Licence  string `json:"licence,omitempty"`
}

// The names a look may use. Package render draws each of them and has a test
// that says so; palettes and icons are render's own.
var (
	shapes = []string{"circle", "hexagon", "shield", "star", "square", "rosette"}
	rims   = []string{"plain", "double", "none"}
	fills  = []string{"gradient", "solid"}
)

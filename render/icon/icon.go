// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package icon is the figures a badge can carry: a chosen part of the
// Material icon set, each with a name and the words by which people look for
// it. It knows outlines and words; it does not know colours, sizes or badges.
package icon

import (
	"slices"
	"sync"

	"insignia/render/outline"
)

// Icon is one figure.
type Icon struct {
	Name     string // what a draft keeps, as in "map-pin"
	Category string // one of Categories

	glyph  []byte // IconVG, from the Material set
	en, es string // search words, the label first
}

// Categories returns the groups of icons in the order in which All shows
// them.
func Categories() []string {
	var out []string
	for i := range list {
		if c := list[i].Category; !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// All returns every icon, by category.
func All() []Icon { return slices.Clone(list) }

// ByName returns the icon with that name.
func ByName(name string) (Icon, bool) {
	for i := range list {
		if list[i].Name == name {
			return list[i], true
		}
	}
	return Icon{}, false
}

var traced sync.Map // name to outline.Path

// Outline returns the figure on a square of 48 × 48 with the origin in its
// middle. It is read at the first call and shared: do not change it.
func (i Icon) Outline() outline.Path {
	if p, ok := traced.Load(i.Name); ok {
		return p.(outline.Path)
	}
	p, err := decode(i.glyph)
	if err != nil {
		panic("icon: " + i.Name + ": " + err.Error()) // compiled in, and a test decodes each
	}
	got, _ := traced.LoadOrStore(i.Name, p)
	return got.(outline.Path)
}

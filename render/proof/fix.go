// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"insignia/designer"
	"insignia/render"
)

// Fix is a change that makes a picture easier to see.
type Fix struct {
	ID   string // larger, lower, rim, palette
	Look designer.Look
}

// Fixes are the changes that can be made with one key: what stands in the
// middle larger, by what takes its room; the lower text away; a rim that stands
// out from any page; the next ready colours.
func Fixes(d designer.Draft) []Fix {
	var out []Fix
	l := render.Fill(d)
	add := func(id string, change func(l *designer.Look)) {
		changed := d.Look
		change(&changed)
		if changed != d.Look {
			out = append(out, Fix{id, changed})
		}
	}
	if l.Centre != "whole" {
		switch {
		case l.Text != "":
			add("larger", func(l *designer.Look) { l.Text = "" })
		case l.Ribbon != "":
			add("larger", func(l *designer.Look) { l.Ribbon = "" })
		case l.Centre == "icons":
			add("larger", func(l *designer.Look) { l.Centre, l.Icon2 = "icon", "" })
		case l.Stars > 0 && l.Lower == "":
			add("larger", func(l *designer.Look) { l.Stars = 0 })
		}
		add("lower", func(l *designer.Look) { l.Lower = "" })
		if l.Rim != "double" {
			add("rim", func(l *designer.Look) { l.Rim = "double" })
		}
		all := render.Palettes()
		next := all[0].Name
		for i, p := range all {
			if p.Name == l.Colours {
				next = all[(i+1)%len(all)].Name
			}
		}
		add("palette", func(l *designer.Look) { l.Colours = next })
	}
	return out
}

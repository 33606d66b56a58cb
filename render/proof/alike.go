// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"slices"

	"insignia/designer"
	"insignia/render"
)

// Alike says which picture of others a badge's is taken for, the first of them:
// IMG-DUP, a hint, where it is the same one; IMG-COLOUR-ONLY, a warning, where
// nothing but colours tells them apart (WCAG 2.2, 1.4.1). It is for badges that
// people see together: those of a workshop, the levels of a family. A draft with
// the badge's own id is passed over.
func Alike(d designer.Draft, others []designer.Draft) []designer.Problem {
	own := render.Of(d).Scene().Items
	var coloured *designer.Problem
	for _, o := range others {
		if o.ID == d.ID {
			continue
		}
		their := render.Of(o).Scene().Items
		if !slices.EqualFunc(own, their, sameFigure) {
			continue
		}
		p := designer.Problem{Question: designer.AskLook, Args: designer.Args{"name": o.Name}}
		if slices.EqualFunc(own, their, func(a, b render.Item) bool { return a.Paint == b.Paint }) {
			p.Code, p.Level, p.Field = "IMG-DUP", designer.Hint, "look.icon"
			return []designer.Problem{p}
		}
		if coloured == nil {
			p.Code, p.Level, p.Field = "IMG-COLOUR-ONLY", designer.Warn, "look.stars"
			coloured = &p
		}
	}
	if coloured == nil {
		return nil
	}
	return []designer.Problem{*coloured}
}

// sameFigure reports whether two items show the same, whatever their colours.
func sameFigure(a, b render.Item) bool {
	if (a.Bitmap == nil) != (b.Bitmap == nil) || a.Bitmap != nil && a.Bitmap.PNG != b.Bitmap.PNG {
		return false
	}
	return slices.Equal(a.Path, b.Path) && slices.Equal(a.Clip, b.Clip)
}

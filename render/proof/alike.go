// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"slices"

	"insignia/designer"
	"insignia/render"
)

// Alike says of each of the badges that people see together, those of a workshop
// or the levels of a family, which picture of another one its own is taken for,
// the first of them: IMG-DUP, a hint, where it is the same one;
// IMG-COLOUR-ONLY, a warning, where nothing but colours tells them apart (WCAG
// 2.2, 1.4.1). The answers stand as the badges do. Each picture is drawn once.
func Alike(all []designer.Draft) [][]designer.Problem {
	scenes := make([][]render.Item, len(all))
	for i, d := range all {
		scenes[i] = render.Of(d).Scene().Items
	}
	out := make([][]designer.Problem, len(all))
	for i, own := range scenes {
		for j, their := range scenes {
			if all[i].ID == all[j].ID || !slices.EqualFunc(own, their, sameFigure) {
				continue
			}
			p := designer.Problem{Code: "IMG-COLOUR-ONLY", Level: designer.Warn, Question: designer.AskLook, Field: "look.stars",
				Args: designer.Args{"name": all[j].Name}}
			if slices.EqualFunc(own, their, func(a, b render.Item) bool { return a.Paint == b.Paint }) {
				p.Code, p.Level, p.Field = "IMG-DUP", designer.Hint, "look.icon"
				out[i] = []designer.Problem{p}
				break
			}
			if out[i] == nil {
				out[i] = []designer.Problem{p}
			}
		}
	}
	return out
}

// sameFigure reports whether two items show the same, whatever their colours.
func sameFigure(a, b render.Item) bool {
	if (a.Bitmap == nil) != (b.Bitmap == nil) || a.Bitmap != nil && a.Bitmap.PNG != b.Bitmap.PNG {
		return false
	}
	return slices.Equal(a.Path, b.Path) && slices.Equal(a.Clip, b.Clip)
}

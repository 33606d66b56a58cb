// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package proof

import (
	"math"
	"strconv"

	"insignia/designer"
	"insignia/render"
)

// The limits of the problems: docs/PROOF.md says how they were found.
const (
	overlap32 = 0.60 // of what stands in the middle
	overlap50 = 0.70
	stroke32  = 0.6 // pixels
)

// fieldOf is the field that a part comes from.
var fieldOf = map[render.Role]string{
	render.Icon: "look.icon", render.Photo: "look.picture", render.Text: "look.text", render.Lower: "look.lower",
	render.Stars: "look.stars", render.RibbonText: "look.ribbon",
}

// Problems says what people will not see, the worst first; l is the picture's
// look with everything chosen. What package render tells of free colours is not
// told again.
func (r Report) Problems(l designer.Look) []designer.Problem {
	var out []designer.Problem
	tell := func(code, field string, args designer.Args) {
		out = append(out, designer.Problem{Code: code, Level: designer.Warn, Question: designer.AskLook, Field: field, Args: args})
	}
	for _, p := range r.Parts {
		field := fieldOf[p.Role]
		if p.Role == render.Icon {
			switch l.Centre {
			case "letters":
				field = "look.letters"
			case "drawing":
				field = "look.pixels"
			}
		}
		need := render.ShapeContrast
		switch p.Role {
		case render.Text, render.Lower, render.RibbonText:
			need = render.TextContrast
			if p.At(0) == Lost {
				tell("IMG-TEXT", field, nil)
			}
		case render.Icon, render.Photo:
			switch {
			case p.Role == render.Photo:
			case p.Overlap[2] < overlap32:
				tell("IMG-32", field, nil)
			case p.Overlap[1] < overlap50:
				tell("IMG-50", field, nil)
			case p.Feature*float64(Sizes[2])/render.Size < stroke32:
				tell("IMG-STROKE", field, designer.Args{"value": digit(p.Feature * float64(Sizes[2]) / render.Size)})
			}
		}
		drawn := p.Role == render.Photo || field == "look.pixels"
		switch {
		case drawn && p.Plain < need, p.Role == render.Text && l.Centre == "cover" && p.Plain < need:
			tell("IMG-CONTRAST", field, designer.Args{"ratio": digit(p.Plain), "need": digit(need)})
		case p.Plain >= need && p.Contrast < need:
			tell("IMG-CVD", "look.colours", designer.Args{"ratio": digit(p.Contrast), "need": digit(need)})
		}
	}
	switch {
	case r.Corners:
		tell("IMG-WHITE-BG", "look.picture", nil)
	case r.White < render.ShapeContrast:
		tell("IMG-EDGE-LIGHT", "look.rim", designer.Args{"ratio": digit(r.White)})
	case r.Black < render.ShapeContrast:
		tell("IMG-EDGE-DARK", "look.rim", designer.Args{"ratio": digit(r.Black)})
	}
	return out
}

// digit cuts after one digit: a ratio is never rounded up to its limit.
func digit(x float64) string { return strconv.FormatFloat(math.Floor(x*10)/10, 'f', -1, 64) }

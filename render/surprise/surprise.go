// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package surprise designs badges for people who do not know where to begin:
// four at once, from the badge's kind and words, the same for the same seed. It
// chooses; what its choices look like and whether they can be read is for
// render and proof to say, and none that cannot be read is offered.
package surprise

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"insignia/designer"
	"insignia/render"
	"insignia/render/icon"
	"insignia/render/proof"
)

// Count is how many designs there are at once.
const Count = 4

// tries is how many designs are thrown away at most for one that can be read: the
// people's own words or drawing may leave none.
const tries = 24

// shapes that suit a kind of badge, besides those that suit any.
var shapes = map[string][]string{
	designer.KindSkill:         {"hexagon", "gear", "octagon", "pentagon", "circle"},
	designer.KindInterest:      {"circle", "flower", "diamond", "star", "square"},
	designer.KindMembership:    {"shield", "crest", "circle", "octagon", "hexagon"},
	designer.KindParticipation: {"rosette", "medal", "star", "circle", "flower"},
}

// Looks are four designs for a badge. What the people have made themselves stays
// in them: their words, their level, their drawing or picture.
func Looks(d designer.Draft, seed uint64) [Count]designer.Look {
	r := rand.New(rand.NewPCG(seed, 0x1d5e))
	suits := shapes[d.Kind]
	if suits == nil {
		f, _ := designer.FieldByID("look.shape")
		suits = f.Options
	}
	icons := icons(d, r)
	palettes := render.Palettes()
	r.Shuffle(len(palettes), func(i, j int) { palettes[i], palettes[j] = palettes[j], palettes[i] })
	shape := r.Perm(len(suits))
	var out [Count]designer.Look
	for i := range out {
		for try := 0; ; try++ {
			l := d.Look
			l.Shape = suits[shape[(i+try)%len(shape)]]
			l.Colours = palettes[(Count*try+i)%len(palettes)].Name
			l.Rim = pick(r, "double", "double", "plain", "stitched", "scalloped", "two-tone")
			l.Field = pick(r, "gradient", "gradient", "radial", "solid", "split")
			l.Pattern = pick(r, "none", "none", "none", "rays", "dots", "rings", "stripes", "grid")
			if try > tries/2 { // their words leave little room: the shape that leaves most
				l.Shape, l.Rim = "circle", pick(r, "plain", "double")
			}
			if own := l.Picture != "" || l.Pixels != ""; !own {
				l.Centre, l.Icon2, l.Letters = "icon", "", ""
				l.Icon = icons[(i+try)%len(icons)]
				if i == Count-1 && try < 3 && d.Name != "" && r.IntN(2) == 0 {
					l.Centre = "letters"
				}
			}
			c := d
			c.Look = l
			if try > tries || fine(c) && !slices.ContainsFunc(out[:i], func(o designer.Look) bool { return o.Shape == l.Shape && o.Icon == l.Icon && len(icons) > 1 }) {
				out[i] = l
				break
			}
		}
	}
	return out
}

// fine reports whether a design passes its own checks.
func fine(d designer.Draft) bool {
	p := render.Of(d)
	return len(p.Problems()) == 0 && len(proof.Of(p.Scene()).Problems(p.Look())) == 0
}

func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

// icons are the figures that a badge's words are about, the name's first; where
// they are few, those that suit its kind come after them.
func icons(d designer.Draft, r *rand.Rand) []string {
	var out []string
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	words := func(text string, most int) {
		for _, w := range strings.FieldsFunc(icon.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(out) >= most {
				return
			}
			if i, ok := icon.Of(w, d.Language); ok && len(w) > 2 {
				add(i.Name)
			}
		}
	}
	words(d.Name, 3)
	for _, t := range d.Tags {
		words(t, 4)
	}
	for _, s := range d.Criteria.Steps {
		words(s.Text, 5)
	}
	words(d.Earner.Who, 6)
	if len(out) < Count {
		usual := map[string][]string{
			designer.KindSkill:         {"star", "certificate", "gear", "wrench", "seal", "puzzle"},
			designer.KindInterest:      {"lightbulb", "sparkle", "heart", "compass", "book", "palette"},
			designer.KindMembership:    {"group", "open-arms", "circle-team", "flag", "key", "shield"},
			designer.KindParticipation: {"flag", "seal", "star", "calendar", "ticket", "thumbs-up"},
		}[d.Kind]
		if usual == nil {
			usual = []string{"star", "certificate", "sparkle", "flag", "heart", "lightbulb"}
		}
		for _, i := range r.Perm(len(usual)) {
			add(usual[i])
		}
	}
	return out
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/render/icon"
)

// manner is what a kind of badge looks like until somebody chooses: the
// shapes carry a meaning people know, the colours are a group to pick from.
type manner struct {
	shape, icon string
	colours     []string
}

var manners = map[string]manner{
	designer.KindSkill:         {"hexagon", "star", []string{"harbour", "ember", "slate", "lagoon"}},
	designer.KindInterest:      {"circle", "lightbulb", []string{"lagoon", "plum", "forest", "sky"}},
	designer.KindMembership:    {"shield", "group", []string{"night", "forest", "berry", "harbour"}},
	designer.KindParticipation: {"rosette", "flag", []string{"berry", "ember", "meadow", "plum"}},
	"":                         {"circle", "star", []string{"harbour", "forest", "plum", "ember"}},
}

// Fill completes the look with what suits the badge's kind and name. It
// changes nothing that is set, and it is a function of kind, name and
// language alone: an untouched look is the same however it came about.
func Fill(d designer.Draft) designer.Look {
	l := d.Look
	m, ok := manners[d.Kind]
	if !ok {
		m = manners[""]
	}
	suggested, found := suggest(d.Name, d.Language)
	def := func(s *string, v string) {
		if *s == "" {
			*s = v
		}
	}
	def(&l.Shape, m.shape)
	def(&l.Rim, "double")
	def(&l.Field, "gradient")
	def(&l.Pattern, "none")
	def(&l.Mark, "stars")
	def(&l.Edges, "smooth")
	def(&l.Centre, shown(l))
	if found {
		// By category: going through icons of one kind keeps the colours.
		def(&l.Colours, m.colours[pick(suggested.Category, len(m.colours))])
		def(&l.Icon, suggested.Name)
	} else {
		// By the first letter, so that typing on does not change the colours.
		name := icon.Fold(d.Name)
		_, n := utf8.DecodeRuneInString(name)
		def(&l.Colours, m.colours[pick(name[:n], len(m.colours))])
		def(&l.Icon, m.icon)
	}
	switch l.Centre {
	case "icons":
		def(&l.Icon2, companion(l.Icon, m.icon))
	case "letters":
		def(&l.Letters, initials(d.Name))
	}
	return l
}

// shown is which centre shows until somebody chooses: what took most work.
func shown(l designer.Look) string {
	switch {
	case l.Picture != "":
		return "picture"
	case l.Pixels != "":
		return "drawing"
	case l.Letters != "":
		return "letters"
	case l.Icon2 != "":
		return "icons"
	}
	return "icon"
}

// companion is the second icon beside another until somebody chooses.
func companion(of, usual string) string {
	for _, name := range []string{usual, "star", "heart"} {
		if name != of {
			return name
		}
	}
	return ""
}

// initials are the first letters of the first words of a name, three at most.
func initials(name string) string {
	var b strings.Builder
	for i, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if i == designer.LettersMost {
			break
		}
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}

// pick turns a word into a number below n, always the same: 0 for no word,
// else FNV-1a, mixed once more since a single letter moves few of its bits.
func pick(s string, n int) int {
	if s == "" {
		return 0
	}
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h = (h ^ h>>16) * 0x85ebca6b
	return int((h ^ h>>13) % uint32(n))
}

// vague are categories whose words say little about what a badge is for: a
// "map team" is about maps.
var vague = map[string]bool{"people": true, "achievement": true, "shapes": true}

// suggest finds the icon of the first telling word, or two words, of a name;
// only whole words count, so that a half-typed one does not flash by.
func suggest(name, lang string) (icon.Icon, bool) {
	words := strings.FieldsFunc(icon.Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	words = words[:min(len(words), 12)]
	var second icon.Icon
	found := false
	for i, w := range words {
		hit, ok := icon.Icon{}, false
		if i+1 < len(words) {
			hit, ok = icon.Of(w+" "+words[i+1], lang)
		}
		if !ok {
			hit, ok = icon.Of(w, lang)
		}
		switch {
		case !ok:
		case !vague[hit.Category]:
			return hit, true
		case !found:
			second, found = hit, true
		}
	}
	return second, found
}

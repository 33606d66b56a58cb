// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	maxSlug = 60
	noSlug  = "badge"
)

// letters writes in ASCII what has no ASCII letter inside: Greek by ISO 843,
// Cyrillic as road signs and passports do, the odd Latin letter.
var letters = func() map[rune]string {
	m := map[rune]string{}
	for _, pair := range strings.Fields("ß:ss æ:ae œ:oe ø:o đ:d ð:d þ:th ł:l ı:i ŋ:ng ħ:h ŧ:t ĸ:k ə:e " +
		"α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o " +
		"а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya " +
		"і:i ї:yi є:ye ґ:g ў:u ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k ѕ:dz") {
		from, to, _ := strings.Cut(pair, ":")
		m[[]rune(from)[0]] = to
	}
	return m
}()

// Slug makes a name for a file out of s: [a-z0-9-], 1 to 60 of them, no dash
// at an end, never a name that Windows keeps for a device, and "badge" when
// nothing of s can be written so.
func Slug(s string) string {
	var out strings.Builder
	gap := false
	put := func(t string) {
		if gap && out.Len() > 0 && t != "" {
			out.WriteByte('-')
		}
		gap = gap && t == ""
		out.WriteString(t)
	}
	prev := ' '
	for _, r := range norm.NFKC.String(strings.ToLower(s)) {
		switch t, known := ascii(r); {
		case prev == 'ο' && upsilon(r):
			put("u")
		case known:
			put(t)
		case unicode.IsMark(r) || r == '\'' || r == '’':
		default:
			gap = true
		}
		prev = r
	}
	slug := out.String()
	if len(slug) > maxSlug {
		slug = slug[:maxSlug]
		if i := strings.LastIndexByte(slug, '-'); i >= maxSlug/2 && out.String()[maxSlug] != '-' {
			slug = slug[:i] // half a word at the end says nothing
		}
		slug = strings.TrimRight(slug, "-")
	}
	switch {
	case slug == "":
		return noSlug
	case Device(slug):
		return slug + "-" + noSlug
	}
	return slug
}

// upsilon reports whether r makes one sound with the ο before it: any υ but
// one with a dialytika, which says that it does not.
func upsilon(r rune) bool {
	d := norm.NFD.String(string(r))
	return strings.HasPrefix(d, "υ") && !strings.ContainsRune(d, '\u0308')
}

// ascii returns r in [a-z0-9], the accents off its letter.
func ascii(r rune) (string, bool) {
	if t, ok := letters[r]; ok {
		return t, true
	}
	base, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(r)))
	base = unicode.ToLower(base)
	if base >= 'a' && base <= 'z' || base >= '0' && base <= '9' {
		return string(base), true
	}
	t, ok := letters[base]
	return t, ok
}

// Device reports whether Windows keeps name, whatever follows a dot in it,
// for a device: a file so called cannot be made or opened there.
func Device(name string) bool {
	name, _, _ = strings.Cut(strings.ToLower(name), ".")
	name = strings.TrimRight(name, " ")
	switch name {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	port, n := strings.TrimRight(name, "0123456789¹²³"), 0
	n = len([]rune(name)) - len(port)
	return n == 1 && (port == "com" || port == "lpt")
}

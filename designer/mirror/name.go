// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"strings"

	"insignia/designer"
)

const (
	suffix   = ".json"
	idLen    = 36
	longest  = 60 // of the part that people read
	partMark = ".insignia-"
	partEnd  = ".part"
)

// fileName is what the file of a thing with that title is called.
func fileName(title, unnamed, id string) string { return slug(title, unnamed) + "." + id + suffix }

// idOf returns the id in a name that fileName could have given.
func idOf(name string) (string, bool) {
	rest, ok := strings.CutSuffix(name, suffix)
	at := len(rest) - idLen
	if !ok || at < 2 || rest[at-1] != '.' || !designer.ValidID(rest[at:]) || !sluggish(rest[:at-1]) {
		return "", false
	}
	return rest[at:], true
}

func sluggish(s string) bool {
	return len(s) <= longest && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// plain writes without its accents what our languages write with them. What
// has no letter here is left out: the id, not the name, says which badge it is.
var plain = strings.NewReplacer(pairs("àa áa âa ãa äa åa çc èe ée êe ëe ìi íi îi ïi ñn òo óo ôo õo öo øo ùu úu ûu üu ýy ÿy šs žz ßss æae œoe")...)

func pairs(s string) []string {
	var out []string
	for p := range strings.FieldsSeq(s) {
		from := []rune(p)[:1]
		out = append(out, string(from), strings.TrimPrefix(p, string(from)))
	}
	return out
}

// slug makes the part of a name that people read: [a-z0-9-], 1 to 60 of them,
// never a name that Windows keeps for a device.
func slug(title, unnamed string) string {
	words := strings.FieldsFunc(plain.Replace(strings.ToLower(title)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	s := strings.Join(words, "-")
	if len(s) > longest {
		s = strings.TrimRight(s[:longest], "-")
	}
	switch {
	case s == "":
		return unnamed
	case device(s):
		return s + "-" + unnamed
	}
	return s
}

// device reports whether Windows takes s for a device, whatever follows a dot.
func device(s string) bool {
	switch s {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(s) == 4 && (s[:3] == "com" || s[:3] == "lpt") && s[3] >= '0' && s[3] <= '9'
}

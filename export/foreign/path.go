// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"
	"strconv"
	"strings"

	"insignia/export/strict"
)

// A path says where in a badge something stood: issuer.telephone,
// alignment[0].targetType. A key that has more in it than a term has stands in
// brackets as JSON: ["https://schema.org/audience"].

// simple reports whether a path may have a key bare: it looks as bare reads it.
func simple(key string) bool {
	for i := range len(key) {
		c := key[i]
		inside := c == ':' || c == '-' || c >= '0' && c <= '9'
		if i == 0 && !letter(c) || i > 0 && (c == '@' || !letter(c) && !inside) {
			return false
		}
	}
	return key != ""
}

// under is the path of a member.
func under(path, key string) string {
	switch {
	case !simple(key):
		return path + "[" + strict.ASCII(strict.Node{Kind: strict.String, Text: key}) + "]"
	case path == "":
		return key
	}
	return path + "." + key
}

// at is the path of an item.
func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// part is a step of a path: a key, or an index where that is not negative.
type part struct {
	key   string
	index int
}

// index and quoted are what brackets may hold.
var (
	index  = regexp.MustCompile(`^\[(\d{1,6})\]`)
	quoted = regexp.MustCompile(`^\[("(?:[^"\\]|\\.)*")\]`)
	bare   = regexp.MustCompile(`^\.?([@A-Za-z_$][A-Za-z0-9_:$-]*)`)
)

// parsePath reads what under and at wrote; nil for anything else.
func parsePath(path string) (out []part) {
	for path != "" {
		p := part{index: -1}
		var m []string
		if m = index.FindStringSubmatch(path); m != nil {
			p.index, _ = strconv.Atoi(m[1])
		} else if m = quoted.FindStringSubmatch(path); m != nil {
			n, _, ok := strict.Parse([]byte(m[1]))
			if !ok {
				return nil
			}
			p.key = n.Text
		} else if m = bare.FindStringSubmatch(path); m != nil && strings.HasPrefix(path, ".") == (len(out) > 0) {
			p.key = m[1]
		} else {
			return nil
		}
		out = append(out, p)
		path = path[len(m[0]):]
	}
	return out
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"insignia/export/strict"
)

// usual are the names under which people save what a badge only names.
var usual = map[shape][]string{
	badge:   {"badge.json", "badgeclass.json", "badge-class.json", "class.json", "achievement.json"},
	profile: {"issuer.json", "profile.json", "organization.json", "issuer-profile.json"},
}

// lookup gives what lies at an address: in the same graph, or in a file beside
// this one. Nothing is fetched.
func (s *source) lookup(address string, want shape) (strict.Node, bool) {
	if n, ok := s.links[address]; ok {
		return n, true
	}
	if s.near == nil {
		return strict.Node{}, false
	}
	named := namesOf(address, ".json")
	for i, name := range append(named, usual[want]...) {
		data, ok := s.near(name)
		if !ok || len(data) > strict.MaxBytes {
			continue
		}
		beside := source{}
		n, err := beside.parse(data)
		if err != nil || n.Kind != strict.Object || shapeOf(newThing("", n)) != want {
			continue
		}
		if i < len(named) || !elsewhere(n, address) {
			return n, true
		}
	}
	return strict.Node{}, false
}

// elsewhere reports whether a document says that it lies with somebody else than
// an address does: a file that only has a usual name is then another's. Within
// one host people move their files.
func elsewhere(n strict.Node, address string) bool {
	id, ok := newThing("", n).peek("id")
	if !ok || id.Kind != strict.String {
		return false
	}
	theirs, wanted := hostOf(id.Text), hostOf(address)
	return theirs != "" && wanted != "" && theirs != wanted
}

// hostOf is the host of a web address, "" for what is none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// file gives the bytes of a picture beside this file.
func (s *source) file(address string) ([]byte, bool) {
	if s.near == nil {
		return nil, false
	}
	for _, name := range namesOf(address, "") {
		if data, ok := s.near(name); ok && kindOf(data) != "" {
			return data, true
		}
	}
	return nil, false
}

// namesOf are the names of files that may be what lies at an address: its last
// part, with an ending if it has none, and the last two.
func namesOf(address, ending string) []string {
	if u, err := url.Parse(address); err == nil {
		address = u.Path
	}
	parts := strings.FieldsFunc(address, func(r rune) bool { return r == '/' || r == '\\' })
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	names := []string{last}
	if len(parts) > 1 {
		names = append(names, parts[len(parts)-2]+"/"+last)
	}
	if path.Ext(last) == "" && ending != "" {
		names = append(names, last+ending)
	}
	var out []string
	for _, name := range names {
		if safe(name) {
			out = append(out, name)
		}
	}
	return out
}

// safe reports whether a name leads nowhere but to a plain file at hand.
func safe(name string) bool {
	return len(name) <= 200 && filepath.IsLocal(name) && !strings.ContainsAny(name, "\\:*?\"<>|\x00") && !strings.HasPrefix(path.Base(name), ".")
}

// fileOf is the name to save what lies at an address under.
func fileOf(address, otherwise string) string {
	for _, name := range namesOf(address, "") {
		if path.Ext(name) == ".json" && !strings.Contains(name, "/") {
			return name
		}
	}
	return otherwise
}

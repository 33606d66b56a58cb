// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package sample holds complete badges to look at, to demonstrate with and to
// start from: one of each kind, in every language of the program. Their
// organisations are invented and lie on the reserved domain .example.
//
// It knows the answers and nothing else: no ids, no times, no store.
package sample

import (
	"embed"
	"encoding/json"
	"strings"

	"insignia/designer"
)

//go:embed badges/*.json
var files embed.FS

// names is the order in which samples are offered: that of the kinds.
var names = []string{"bike-repair-buddy", "map-curious", "meal-crew-member", "reading-circle"}

// Names returns the samples in order.
func Names() []string { return append([]string(nil), names...) }

// Load returns the sample in the language nearest to lang, a BCP 47 tag:
// "es-MX" gives Spanish, a language without samples English. Its id is empty,
// so that whoever keeps it gives it one: Draft.Duplicate does. It reports
// false when there is no such sample.
func Load(name, lang string) (designer.Draft, bool) {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	b, err := files.ReadFile("badges/" + name + "." + base + ".json")
	if err != nil {
		if b, err = files.ReadFile("badges/" + name + ".en.json"); err != nil {
			return designer.Draft{}, false
		}
	}
	var d designer.Draft
	if err := json.Unmarshal(b, &d); err != nil {
		panic("sample " + name + ": " + err.Error()) // embedded: a test decodes each
	}
	return d, true
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/render/alt"
)

// outing is how files are wanted.
type outing struct {
	to, out, url         string
	final, force, hosted bool

	only    bool // to was given
	formats []export.Format
}

// ready looks up what was asked for, and refuses an address that files cannot
// lie below.
func (o *outing) ready() error {
	base, err := fair.Base(o.url)
	if err != nil {
		return err
	}
	o.url = base
	if o.formats, err = o.chosen(); err != nil {
		return err
	}
	if slices.ContainsFunc(o.formats, func(f export.Format) bool { return f.ID == export.Site }) && o.url == "" && !o.hosted {
		return refuse("no-base-url")
	}
	return nil
}

// chosen are the formats asked for, in our order; all that make sense where
// nobody asked.
func (o *outing) chosen() ([]export.Format, error) {
	switch {
	case o.only:
	case o.url != "" || o.hosted:
		return formats, nil
	default:
		return usual, nil
	}
	asked := map[string]bool{}
	var known []string
	for _, f := range formats {
		known = append(known, f.ID)
	}
	for id := range strings.SplitSeq(o.to, ",") {
		if id = strings.ToLower(strings.TrimSpace(id)); id != "" {
			asked[id] = true
		}
	}
	var out []export.Format
	for _, f := range formats {
		if asked[f.ID] {
			out = append(out, f)
			delete(asked, f.ID)
		}
	}
	for id := range asked {
		return nil, refuse("unknown-format", "value", id, "nearest", guess(id, known), "known", strings.Join(known, ", "))
	}
	if len(out) == 0 {
		return nil, refuse("empty-flag", "flag", "--to")
	}
	return out, nil
}

// formatIDs are the ids of all formats, for people.
func formatIDs() string {
	var ids []string
	for _, f := range formats {
		ids = append(ids, f.ID)
	}
	return strings.Join(ids, ", ")
}

// files makes the files of a badge, tells what a reader of them would stumble
// over, and says what the picture shows.
func (a *app) files(d designer.Draft, o *outing, url string) ([]export.File, string, error) {
	p := alt.Draw(d)
	files, found, err := export.All(o.formats, d, export.Once(p), export.Options{BaseURL: url, Final: o.final})
	if err != nil {
		return nil, "", err
	}
	a.problems(merge(p.Problems(), found), designer.Warn)
	return files, p.Alt(), nil
}

// fresh is slug, or slug-2, slug-3 … if that is used.
func fresh(used map[string]bool, slug string) string {
	name := slug
	for n := 2; used[name]; n++ {
		name = slug + "-" + strconv.Itoa(n)
	}
	used[name] = true
	return name
}

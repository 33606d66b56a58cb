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
	"insignia/export/site"
	"insignia/render/alt"
)

// outing is how files are wanted.
type outing struct {
	to, packs, out, url  string
	final, force, hosted bool

	only, packed bool            // formats were named, packs were
	formats      []export.Format // nil: as each badge wants them
}

// ready looks up what was asked for, and refuses an address that files cannot
// lie below.
func (a *app) ready(o *outing) error {
	base, err := fair.Base(o.url)
	if err != nil {
		return err
	}
	o.url = base
	if o.formats, err = o.chosen(a.pack); err != nil {
		return err
	}
	if slices.ContainsFunc(o.formats, func(f export.Format) bool { return f.ID == export.Site }) && o.url == "" && !o.hosted {
		return refuse("no-base-url")
	}
	return nil
}

// chosen are the formats and packs asked for, in our order; nil where nobody
// asked: then it is for each badge to say.
func (o *outing) chosen(pack func(string) export.Format) ([]export.Format, error) {
	var known []string
	for _, f := range formats {
		known = append(known, f.ID)
	}
	var out []export.Format
	if o.only {
		ids, err := among(o.to, known, "--to", "unknown-format")
		if err != nil {
			return nil, err
		}
		for _, f := range formats {
			if slices.Contains(ids, f.ID) {
				out = append(out, f)
			}
		}
	}
	if o.packed {
		ids, err := platforms(o.packs)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			out = append(out, pack(id))
		}
	}
	return out, nil
}

// platforms are those named, in our order.
func platforms(list string) ([]string, error) {
	return among(list, designer.Platforms(), "--for", "unknown-platform")
}

// among are the ids in a list with commas, in the order of those known.
func among(list string, known []string, flag, unknown string) ([]string, error) {
	asked := map[string]bool{}
	for id := range strings.SplitSeq(list, ",") {
		if id = strings.ToLower(strings.TrimSpace(id)); id != "" {
			asked[id] = true
		}
	}
	var out []string
	for _, id := range known {
		if asked[id] {
			out = append(out, id)
			delete(asked, id)
		}
	}
	for id := range asked {
		return nil, refuse(unknown, "value", id, "nearest", guess(id, known), "known", strings.Join(known, ", "))
	}
	if len(out) == 0 {
		return nil, refuse("empty-flag", "flag", flag)
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

// made are the files of a badge, what its picture shows, and what a reader of
// them would stumble over.
type made struct {
	files    []export.File
	alt      string
	problems []designer.Problem
	err      error
}

// make makes the files of a badge. It tells nothing, so that several can be
// made at once.
func (a *app) make(d designer.Draft, o *outing, url string) made {
	p := alt.Draw(d)
	chosen := o.formats
	switch {
	case chosen != nil:
	case url != "":
		chosen = slices.Concat(a.wanted(d), []export.Format{site.Format})
	default:
		chosen = a.wanted(d)
	}
	files, found, err := export.All(chosen, d, export.Once(p), export.Options{BaseURL: url, Final: o.final})
	return made{files, p.Alt(), merge(p.Problems(), found), err}
}

// files makes the files of a badge and tells what is worth telling.
func (a *app) files(d designer.Draft, o *outing, url string) ([]export.File, error) {
	m := a.make(d, o, url)
	if m.err == nil {
		a.problems(m.problems, designer.Warn)
	}
	return m.files, m.err
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

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"cmp"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// Repair is what people are told of a store that was damaged and made again.
// Names and paths in it are clean.
type Repair struct {
	What  string   // happened: a sentence
	Back  []string // sentences: what is there again, and from where
	Lost  string   // stands over Items, "" when nothing was lost
	Items []string // a line for each record that is not as it was last saved
	Where []string // sentences: where the damaged file lies, and the report on it

	names []string // of those records
}

// RepairOf puts the report on a store that was made again into words. What
// had been deleted is not told of.
func RepairOf(m designer.Mending, w locale.Words) Repair {
	r := Repair{What: w.T("mended.damaged")}
	if m.Aside == "" {
		r.What = w.T("mended.gone")
	}
	there, from := map[string]int{}, map[designer.Origin]int{}
	for _, f := range m.Found {
		if f.Revision > 0 && !f.Gone {
			there[f.Shelf]++
			from[f.From]++
		}
	}
	r.Back = append(r.Back, w.N("mended.badges", there["drafts"]))
	if n := there["workshops"]; n > 0 {
		r.Back = append(r.Back, w.N("mended.workshops", n))
	}
	for _, o := range []designer.Origin{designer.FromBackup, designer.FromMirror} {
		if n := from[o]; n > 0 {
			r.Back = append(r.Back, w.N("mended.from."+string(o), n))
		}
	}
	lost := slices.DeleteFunc(m.Lost(), func(f designer.Found) bool { return f.Gone })
	for _, f := range lost {
		name := found(f, w)
		r.names = append(r.names, name)
		if f.Revision == 0 {
			r.Items = append(r.Items, w.T("mended.nothing", "name", name))
		} else {
			r.Items = append(r.Items, w.N("mended.missing", f.Had-f.Revision, "name", name))
		}
	}
	if len(lost) > 0 {
		r.Lost = w.N("mended.lost", len(lost))
	} else if m.Back() > 0 {
		r.Back = append(r.Back, w.T("mended.whole"))
	}
	if m.Aside != "" {
		aside, _ := clean.Line(m.Aside)
		report, _ := clean.Line(m.Report())
		r.Where = []string{w.T("mended.aside", "path", aside), w.T("mended.report", "path", report)}
	}
	return r
}

// found is what a record is called.
func found(f designer.Found, w locale.Words) string {
	name, _ := clean.Line(f.Name)
	switch f.Shelf {
	case "workshops":
		return w.T("line.bin.workshop", "name", cmp.Or(name, w.T("workshop.untitled")))
	case "issuers":
		return w.T("mended.issuer", "name", name)
	}
	return w.T("versions.called", "name", cmp.Or(name, w.T("ui.unnamed")))
}

// fewLost is how many of the records that are not as they were are named.
const fewLost = 3

// Brief is the repair in a line or two, for those who read on.
func (r Repair) Brief(w locale.Words) []string {
	line := r.What + " " + r.Back[0]
	if r.Lost == "" {
		if n := len(r.Back); n > 1 {
			line += " " + r.Back[n-1]
		}
		return append([]string{line}, r.Where[:min(len(r.Where), 1)]...)
	}
	names := strings.Join(r.names[:min(len(r.names), fewLost)], ", ")
	if n := len(r.names) - fewLost; n > 0 {
		names = w.N("changes.more", n, "names", names)
	}
	return append([]string{line + " " + w.T("mended.names", "names", names)}, r.Where[:min(len(r.Where), 1)]...)
}

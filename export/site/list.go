// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package site

import (
	"slices"

	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/internal/locale"
	"insignia/internal/page"
)

// Entry is a badge in a folder of several.
type Entry struct {
	Draft  designer.Draft
	Folder string        // its folder, "" for none
	Files  []export.File // in its folder
	Alt    string        // what its picture shows
}

// ListFile is the list of badges for programs, beside the page for people.
const ListFile = "index.json"

// List makes the pages of a folder of several badges: index.html shows them and
// leads to their files, index.json says the same to programs. w are the words
// of the one who collects them; each badge stays in its own language.
func List(w locale.Words, entries []Entry) ([]export.File, error) {
	type item struct {
		Name, Description, Issuer, Lang, Alt, Picture, Page, Folder string
		Files                                                       []string
	}
	var all []item
	for _, e := range entries {
		c := fair.Of(e.Draft, "")
		it := item{Name: c.Name, Description: c.Description, Issuer: c.Issuer.Name, Lang: locale.For(c.Language).Tag(), Folder: e.Folder,
			Alt: fair.Line(e.Alt)}
		for _, f := range e.Files {
			it.Files = append(it.Files, f.Name)
		}
		for _, name := range []string{fair.VectorFile, fair.ImageFile, "badge-300.png"} {
			if it.Picture == "" && slices.Contains(it.Files, name) {
				it.Picture = name
			}
		}
		if slices.Contains(it.Files, fair.IndexFile) {
			it.Page = fair.IndexFile
		}
		all = append(all, it)
	}
	b, err := pages().Make("list.html", struct {
		Said        said
		Lang, Title string
		Style       page.CSS
		Badges      []item
	}{saidIn(w), w.Tag(), w.T("site.list.title"), style(), all})
	if err != nil {
		return nil, err
	}
	type line struct {
		ID     string   `json:"id"`
		Name   string   `json:"name"`
		Folder string   `json:"folder"`
		Files  []string `json:"files"`
	}
	lines := []line{}
	for i, e := range entries {
		lines = append(lines, line{e.Draft.ID, all[i].Name, e.Folder, all[i].Files})
	}
	return []export.File{{Name: fair.IndexFile, Bytes: b}, {Name: ListFile, Bytes: fair.JSON(lines)}}, nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package site makes the folder that any web server shows: a badge's files
// under their final addresses, and two plain pages, one with the criteria for
// people and one that says what the files are for. The pages run nothing, ask
// nobody for anything and print well. It knows what lies where below an
// address; it refuses to know what is in the files of the standards, how a
// badge is drawn, and how the folder comes to the server.
package site

import (
	"embed"
	"sync"

	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/export/ob2"
	"insignia/export/ob3"
	"insignia/export/picture"
	"insignia/export/prose"
	"insignia/internal/locale"
	"insignia/internal/page"
)

// Format writes the whole folder of a badge below Options.BaseURL: the files
// of ob2 and ob3, the pictures, criteria.html and index.html. Without a base
// URL there is no such folder, and the error is no-base-url. Other errors are
// those of ob2.Format and ob3.Format.
var Format = export.Format{ID: export.Site, Files: files}

func files(d designer.Draft, p export.Picture, o export.Options) ([]export.File, []designer.Problem, error) {
	base, err := fair.Base(o.BaseURL)
	if err == nil && base == "" {
		err = &designer.Error{Code: "no-base-url"}
	}
	if err != nil {
		return nil, nil, err
	}
	out, found, err := export.All([]export.Format{ob2.Format, ob3.Format, picture.PNG, picture.SVG}, d, p, o)
	if err != nil {
		return nil, found, err
	}
	v := view(d, base, p.Alt())
	for _, name := range []string{fair.CriteriaFile, fair.IndexFile} {
		b, err := written(name, v)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, export.File{Name: name, Bytes: b})
	}
	return out, found, nil
}

// shown is what the pages of a badge show.
type shown struct {
	fair.Copy
	Said     said
	Lang     string
	Title    string
	Style    page.CSS
	Alt      string
	Passages []prose.Passage
	Files    []file
}

// said are the words of the pages.
type said struct{ Issued, Criteria, Alignment, Tags, ToCriteria, Files, FilesHint string }

func saidIn(w locale.Words) said {
	return said{w.T("site.issued"), w.T("site.criteria"), w.T("site.alignment"), w.T("site.tags"), w.T("site.to-criteria"),
		w.T("site.files"), w.T("site.files.hint")}
}

// file is a line of the index.
type file struct{ Name, URL, For string }

func view(d designer.Draft, base, alt string) shown {
	w := locale.For(d.Language)
	s := shown{Copy: fair.Of(d, base), Said: saidIn(w), Lang: w.Tag(), Alt: fair.Line(alt), Passages: prose.Passages(d, w)}
	s.Title = s.Name
	if s.Alt == "" {
		s.Alt = w.T("print.alt", "name", s.Name)
	}
	if len(s.Passages) == 0 {
		s.Passages = []prose.Passage{{Text: s.Narrative}} // which says that they are still to come
	}
	add := func(name, key string, args ...any) {
		s.Files = append(s.Files, file{name, s.At(name), w.T(key, args...)})
	}
	add(fair.BadgeFile, "site.file.badge")
	add(fair.AchievementFile, "site.file.achievement")
	add(fair.CredentialFile, "site.file.credential")
	add(fair.IssuerFile, "site.file.issuer")
	add(fair.ProfileFile, "site.file.profile")
	add(fair.ImageFile, "site.file.image")
	for _, px := range picture.Sizes() {
		add(picture.Name(px), "site.file.size", "px", px)
	}
	add(fair.VectorFile, "site.file.vector")
	return s
}

//go:embed page
var sources embed.FS

// pages are read when somebody first needs them: most runs of the program do not.
var pages = sync.OnceValue(func() *page.Set {
	return page.Must(sources, "page", ".html")
})

var style = sync.OnceValue(func() page.CSS {
	b, err := sources.ReadFile("page/style.css")
	if err != nil {
		panic("site: " + err.Error())
	}
	return page.CSS(b)
})

func written(name string, v shown) ([]byte, error) {
	v.Style = style()
	return pages().Make(name, v)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package print puts badges on paper: the blank sheet with the six questions,
// the filled one, cards for the wall, a flyer, and the booklet of a workshop.
// Each is one HTML file that any browser opens and prints: its style and its
// pictures lie inside, it runs nothing and asks nobody for anything.
//
// It knows paper and what stands where on it. It refuses to know how a badge
// is drawn, where drafts are kept, and where the file goes. Same answers, same
// bytes. No text is cut or clamped: what is long takes more room or more pages.
package print

import (
	"embed"
	"sync"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/locale"
	"insignia/internal/page"
)

// Options say how a sheet is wanted.
type Options struct {
	// Paper is one of Papers; "" is A4. Another one is a *designer.Error with
	// the code unknown-paper.
	Paper string
	// Icon puts the name of an icon into words of a language; nil shows the
	// name itself.
	Icon func(name, lang string) string
}

// Entry is a badge on paper.
type Entry struct {
	Draft   designer.Draft
	Picture export.Picture // nil leaves the picture out
	// Problems are what is still open; the booklet lists them.
	Problems []designer.Problem
}

//go:embed page
var files embed.FS

// pages are read when somebody first prints: most runs of the program do not.
var pages = sync.OnceValue(func() *page.Set {
	return page.Must(files, "page", ".tmpl")
})

// sheet is a file in the making.
type sheet struct {
	Lang, Title, Tip string
	Kind             string // the name of its template and of its style
	Style            page.CSS
	Body             page.HTML
}

// make sets the body of a sheet and wraps it into a whole file.
func (s sheet) make(w locale.Words, p paper, body any) ([]byte, error) {
	inner, err := pages().Make(s.Kind, body)
	if err != nil {
		return nil, err
	}
	s.Lang = w.Tag()
	s.Tip = w.T("print.tip", "paper", w.T("print.paper."+p.id))
	look := style(s.Kind)
	if s.Kind == "booklet" {
		look = style("badge") + look // its pages are filled sheets
	}
	s.Style = page.CSS(p.style() + style("sheet") + look)
	s.Body = page.HTML(inner)
	return pages().Make("file", s)
}

// style is the style sheet of that name: ours, embedded, never made from
// answers.
func style(name string) string {
	b, err := files.ReadFile("page/" + name + ".css")
	if err != nil {
		panic("print: " + err.Error()) // embedded: a test prints each kind
	}
	return string(b)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"strconv"

	"insignia/designer"
	"insignia/internal/locale"
)

// booklet is all the badges of a workshop.
type booklet struct {
	Title    text
	Event    []text
	Count    string
	Contents string
	Lines    []line
	Badges   []filled
}

// line is a badge in the list of contents.
type line struct {
	Anchor  string
	Lang    string
	Name    text
	By      []text // team and issuer
	Picture *picture
}

// Booklet returns the badges of a workshop in the order given, each from a
// new page, behind a cover with a list of them. A badge's problems stand at
// its end, as what is still open. A workshop without a title gets one.
func Booklet(w locale.Words, ws designer.Workshop, badges []Entry, o Options) ([]byte, error) {
	p, err := sizeOf(o.Paper)
	if err != nil {
		return nil, err
	}
	v := speak(w, ws.Language, o)
	b := booklet{Title: v.said(ws.Title), Event: v.place(ws), Count: v.N("print.booklet.count", len(badges)),
		Contents: v.T("print.booklet.contents")}
	if ws.Title == "" {
		b.Title = text{Value: v.T("print.booklet.title")}
	}
	for i, e := range badges {
		own := speak(v.Words, e.Draft.Language, o)
		f, err := own.filled(e)
		if err != nil {
			return nil, err
		}
		f.Anchor = "badge-" + strconv.Itoa(i+1)
		if own.Tag() != v.Tag() {
			f.Lang = own.Tag()
		}
		f.Open, f.OpenAs = own.findings(e.Problems), own.T("print.booklet.open")
		l := line{Anchor: f.Anchor, Lang: f.Lang, Name: f.Name, Picture: f.Picture}
		for _, s := range []string{e.Draft.Team, e.Draft.Issuer.Name} {
			if s != "" {
				l.By = append(l.By, own.said(s))
			}
		}
		b.Lines = append(b.Lines, l)
		b.Badges = append(b.Badges, f)
	}
	return sheet{Kind: "booklet", Title: b.Title.Value}.make(v.Words, p, b)
}

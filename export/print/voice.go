// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"cmp"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/internal/page"
)

// voice is the words of a badge's sheet: the program's words in the language
// of the badge where there are some.
type voice struct {
	locale.Words
	lang string // of what people wrote, "" where that is the words' own
	icon func(name, lang string) string
}

// speak finds the words for texts in the language lang, which may be "".
func speak(w locale.Words, lang string, o Options) voice {
	if locale.Has(lang) {
		w = locale.For(lang)
	}
	if lang == w.Tag() {
		lang = ""
	}
	return voice{w, lang, o.Icon}
}

// text is something written by people, or by us when Lang is "".
type text struct{ Value, Lang string }

func (v voice) said(s string) text { return text{s, v.lang} }

// picture is an image inside the file.
type picture struct {
	URL page.URL
	Alt text
}

// picture takes an entry's picture in; nil where there is none.
func (v voice) picture(e Entry) (*picture, error) {
	if e.Picture == nil {
		return nil, nil
	}
	svg, err := e.Picture.SVG()
	if err != nil {
		return nil, err
	}
	out := &picture{URL: page.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg))}
	switch {
	case e.Picture.Alt() != "":
		out.Alt = v.said(e.Picture.Alt())
	case e.Draft.Name != "":
		out.Alt = text{Value: v.T("print.alt", "name", e.Draft.Name)}
	default:
		out.Alt = text{Value: v.T("print.alt.unnamed")}
	}
	return out, nil
}

// name is a badge's name, or words that stand for it.
func (v voice) name(d designer.Draft) text {
	if d.Name == "" {
		return text{Value: v.T("ui.unnamed")}
	}
	return v.said(d.Name)
}

// date puts YYYY-MM-DD into words; what is no date stays as it is.
func (v voice) date(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return v.T("print.date", "day", t.Day(), "month", v.T("print.month."+strconv.Itoa(int(t.Month()))), "year", t.Year())
}

// place is where and when a workshop is.
func (v voice) place(ws designer.Workshop) []text {
	var out []text
	if ws.Date != "" {
		out = append(out, text{Value: v.date(ws.Date)})
	}
	if ws.Place != "" {
		out = append(out, v.said(ws.Place))
	}
	return out
}

// figure puts the name of an icon into words.
func (v voice) figure(name string) text {
	if v.icon != nil {
		name = cmp.Or(v.icon(name, v.Tag()), name)
	}
	return text{Value: strings.ReplaceAll(name, "-", " ")}
}

// issuer is who issues a badge, or that this is open.
func (v voice) issuer(i designer.Issuer) text {
	if i.Name == "" {
		return text{Value: v.T("export.placeholder.issuer")}
	}
	return v.said(i.Name)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/internal/locale"
	"insignia/internal/page"
)

// The pages of a pack.
const (
	CopyFile = "copy.html"
	TextFile = "copy.txt"
	HowFile  = "how-to.html"
)

//go:embed page
var embedded embed.FS

var templates = sync.OnceValue(func() *page.Set { return page.Must(embedded, "page", ".html") })

var style = sync.OnceValue(func() page.CSS {
	b, err := embedded.ReadFile("page/pack.css")
	if err != nil {
		panic("pack: " + err.Error()) // embedded: a test makes each page
	}
	return page.CSS(b)
})

// shown is what the pages show.
type shown struct {
	Lang, Own string // of the pages, of the badge's texts
	Title     string
	Style     page.CSS
	Picture   page.URL
	Alt       string
	Said      said
	Boxes     []box
	Steps     []string
	Files     []fact
	Changes   []fact
	Missing   []fact
	Help      string
	Source    []string
}

// said are the words of the pages.
type said struct {
	Lead, English, Must, Choose, Upload, Open string
	How, Changes, Whole, Missing, Checked     string
	Stale, Files, Source                      string
}

// box is a control of the form, in words.
type box struct {
	Under string // a heading that begins here, "" for none
	Label string
	Count string
	Must  bool
	Open  bool
	Text  string
	Own   bool // the text is in the language of the badge
	Kind  string
}

// The kinds of box.
const (
	paste  = "paste"
	choose = "choose"
	upload = "upload"
	code   = "code" // pasted, and read by nobody
)

type fact struct{ Name, Text string }

// view puts a pack into words.
func (p *Pack) view(w locale.Words) shown {
	name := w.T("option.issuer.platform." + p.ID)
	v := shown{Lang: w.Tag(), Own: p.lang, Style: style(), Alt: p.alt, Source: p.Source, Steps: p.howTo(w), Files: p.index(w)}
	v.Picture = page.URL(fair.Inline(p.picture.Bytes))
	v.Said = said{
		Lead: w.T("pack.sheet.lead"), Must: w.T("pack.sheet.must"), Choose: w.T("pack.sheet.choose"), Upload: w.T("pack.sheet.upload"),
		Open: w.T("pack.sheet.open"), How: w.T("pack.sheet.how"), Changes: w.T("pack.sheet.changes"), Whole: w.T("pack.sheet.whole"),
		Missing: w.T("pack.sheet.missing"), Checked: w.T("pack.sheet.checked", "date", p.Checked, "again", p.Again),
		Files: w.T("pack.how.files"), Source: w.T("pack.how.source"),
	}
	if p.Help != "" {
		v.Help = w.T("pack.how.help", "url", p.Help)
	}
	if p.English && w.Tag() != "en" {
		v.Said.English = w.T("pack.sheet.english", "platform", name)
	}
	for _, b := range p.Blocks {
		v.Boxes = append(v.Boxes, p.box(b, w))
	}
	last := ""
	for i, b := range v.Boxes { // a heading stands once
		if b.Under == last {
			v.Boxes[i].Under = ""
		}
		last = b.Under
	}
	for _, x := range p.own {
		if x.Code == "PACK-STALE" {
			v.Said.Stale = sentence(x, name, w)
			continue
		}
		v.Changes = append(v.Changes, fact{label(x.Field, w), sentence(x, name, w)})
	}
	for _, x := range p.Problems {
		if x.Level == designer.Fault || x.Code == "ISSUER-PLACEHOLDER" {
			v.Missing = append(v.Missing, fact{label(x.Field, w), sentence(x, name, w)})
		}
	}
	return v
}

// sentence says a problem, with the platform's name as it is in w.
func sentence(x designer.Problem, platform string, w locale.Words) string {
	args := maps.Clone(x.Args)
	if args != nil {
		args["platform"] = platform
	}
	return w.Fill("problem."+x.Code, args)
}

// label is what a field of the badge, or a place in one, is called.
func label(at string, w locale.Words) string {
	for id := at; id != ""; {
		if key := "field." + id + ".label"; w.Known(key) {
			if n := strings.TrimPrefix(at[len(id):], "."); strings.Trim(n, "0123456789") == "" && n != "" {
				return w.T(key) + " " + n
			}
			return w.T(key)
		}
		i := strings.LastIndexByte(id, '.')
		id = id[:max(i, 0)]
	}
	return at
}

// box puts a block into words.
func (p *Pack) box(b Block, w locale.Words) box {
	f := p.field(b.Field)
	out := box{Label: p.called(f.ID, w), Must: f.Required, Open: b.Open, Text: b.Text, Kind: paste, Own: own(f.Part)}
	if f.Under != "" {
		out.Under = p.called(f.Under, w)
	}
	if b.Item > 0 {
		out.Label = w.T("pack.sheet.numbered", "label", out.Label, "n", b.Item)
	}
	if b.Row != "" {
		out.Label += " · " + p.called(b.Row, w)
		out.Must = out.Must && b.Row == f.Rows[0].ID
		out.Own = out.Own && b.Row != "target-url"
	}
	switch {
	case f.Part == Image:
		out.Kind = upload
	case b.Choose:
		out.Kind = choose
		if f.Options != nil {
			out.Text = w.T("pack." + p.ID + "." + f.ID + "." + f.Options[b.Text])
		}
	case b.Limit > 0:
		out.Count = w.T("pack.sheet.of", "have", b.Length(), "limit", b.Limit)
	}
	if f.Part == Template {
		out.Kind = code
	}
	return out
}

// called is what the form calls a field, or a part of itself.
func (p *Pack) called(id string, w locale.Words) string { return w.T("pack." + p.ID + "." + id) }

// own reports whether a part is text in the language of the badge.
func own(p Part) bool {
	return slices.Contains([]Part{Name, Description, Markdown, Plain, Steps, Tags, Alignment, Caption, IssuerName, Validity}, p)
}

// howTo are the steps that bring the badge in.
func (p *Pack) howTo(w locale.Words) []string {
	var out []string
	for n := 1; n <= p.Platform.Steps; n++ {
		out = append(out, w.T("pack."+p.ID+".how."+strconv.Itoa(n), "picture", p.picture.Name))
	}
	return out
}

// index says what each file is for.
func (p *Pack) index(w locale.Words) []fact {
	var out []fact
	for _, f := range p.Files {
		side := strings.TrimSuffix(strings.TrimPrefix(f.Name, "badge-"), ".png")
		switch {
		case f.Name == fair.VectorFile:
			out = append(out, fact{f.Name, w.T("pack.how.file.vector")})
		case strings.HasSuffix(f.Name, ".png"):
			out = append(out, fact{f.Name, w.T("pack.how.file.picture", "side", side)})
		default:
			out = append(out, fact{f.Name, w.T("pack.how.file.body", "platform", w.T("option.issuer.platform."+p.ID))})
		}
	}
	return append(out, fact{CopyFile, w.T("pack.how.file.copy")}, fact{TextFile, w.T("pack.how.file.text")})
}

// pages makes the sheet, its twin in plain text, and how to bring it in.
func (p *Pack) pages(w locale.Words) ([]export.File, error) {
	v := p.view(w)
	platform, name := w.T("option.issuer.platform."+p.ID), p.name
	var out []export.File
	for _, x := range []struct{ file, title string }{
		{CopyFile, w.T("pack.sheet.title", "name", name, "platform", platform)},
		{HowFile, w.T("pack.how.title", "name", name, "platform", platform)},
	} {
		v.Title = x.title
		b, err := templates().Make(x.file, v)
		if err != nil {
			return nil, err
		}
		out = append(out, export.File{Name: x.file, Bytes: b})
	}
	v.Title = w.T("pack.sheet.title", "name", name, "platform", platform)
	return append(out, export.File{Name: TextFile, Bytes: []byte(v.plain())}), nil
}

// plain is the sheet as plain text: a label, a line, and the text alone
// beneath it.
func (v shown) plain() string {
	var out strings.Builder
	line := func(s string) {
		if s != "" {
			out.WriteString(s + "\n")
		}
	}
	facts := func(title string, all []fact) {
		line("\n== " + title)
		for _, f := range all {
			line("- " + f.Name + ": " + f.Text)
		}
	}
	line(v.Title)
	line(v.Said.English)
	line(v.Said.Checked)
	line(v.Said.Stale)
	for _, b := range v.Boxes {
		if b.Under != "" {
			line("\n== " + b.Under)
		}
		head := []string{b.Label}
		if b.Count != "" {
			head = append(head, b.Count)
		}
		if b.Must {
			head = append(head, v.Said.Must)
		}
		line("\n" + strings.Join(head, " · "))
		if b.Open {
			line(v.Said.Open)
		}
		line(strings.Repeat("-", 60))
		switch b.Kind {
		case choose:
			line(v.Said.Choose + " " + b.Text)
		case upload:
			line(v.Said.Upload + " " + b.Text)
		default:
			line(b.Text)
		}
	}
	if len(v.Changes) > 0 {
		facts(v.Said.Changes, v.Changes)
	} else {
		facts(v.Said.Changes, nil)
		line(v.Said.Whole)
	}
	if len(v.Missing) > 0 {
		facts(v.Said.Missing, v.Missing)
	}
	return out.String()
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"cmp"
	"embed"
	"encoding/base64"
	"slices"
	"strconv"
	"sync"
	"time"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
	"insignia/internal/page"
)

//go:embed page
var pages embed.FS

// page is read when somebody first takes something home.
var templates = sync.OnceValue(func() *page.Set {
	return page.Must(pages, "page", ".tmpl")
})

// issuing are the steps from a folder to a badge that somebody has earned.
var issuing = []string{"settle", "decide", "find", "hand", "try", "tell"}

// holding are the files of a badge's folder, as the page explains them.
var holding = [][2]string{
	{"badge.json", "badge"}, {"issuer.json", "issuer"}, {"badge-300.png, badge-600.png, badge.svg", "picture"}, {sheetFile, "sheet"}, {"draft.json", "draft"},
}

// said is text somebody wrote, in a language that may not be the page's.
type said struct{ Text, Lang string }

// plan is what becomes of one badge: a row of the table at the top of the page.
type plan struct {
	Anchor     string
	Name, Team said
	Cells      []cell
	Date       string // YYYY-MM-DD
	Picture    page.URL
	Missing    []string // sentences: why something is missing in its folder
	Groups     []group
	Folder     string
	Sheet      string // from the page to the badge's sheet
}

// cell is one thing that the table says of a badge; on a narrow screen, and
// for a reader who hears it, the head stands before it.
type cell struct {
	Head string
	said
}

// group is the open points of one level.
type group struct {
	Title  string
	Points []point
}

type point struct{ Where, What, Fix string }

type pair struct{ Name, Text string }

// next is what-next.html: one file that runs nothing and fetches nothing.
func next(w locale.Words, ws designer.Workshop, all []shown) ([]byte, error) {
	p := struct {
		Lang, Title    string
		Event          []string
		Say            map[string]string
		Style          page.CSS
		Heads          []string
		Rows, Badges   []plan
		Issuing, Files []pair
	}{Lang: w.Tag(), Title: w.T("takehome.next.title"), Say: map[string]string{
		"lead": w.N("takehome.next.lead", len(all)), "plan": w.T("takehome.next.plan"), "badge": w.T("takehome.next.badge"),
		"open": w.T("takehome.next.open"), "ready": w.T("takehome.next.ready"), "unmade": w.T("takehome.next.unmade"),
		"folder": w.T("takehome.next.folder"), "issuer": w.T("takehome.next.issuer"), "calm": w.T("takehome.next.calm"),
		"files": w.T("takehome.next.files")}}
	for _, s := range []string{ws.Title, date(w, ws.Date), ws.Place} {
		if s != "" {
			p.Event = append(p.Event, s)
		}
	}
	for i, s := range all {
		one, err := planned(w, s)
		if err != nil {
			return nil, err
		}
		one.Anchor = "badge-" + strconv.Itoa(i+1)
		p.Badges = append(p.Badges, one)
	}
	if len(p.Badges) > 0 {
		for _, c := range p.Badges[0].Cells {
			p.Heads = append(p.Heads, c.Head)
		}
	}
	p.Rows = slices.Clone(p.Badges)
	// The soonest first; what has no date yet is talked about last.
	slices.SortStableFunc(p.Rows, func(a, b plan) int {
		return cmp.Or(cmp.Compare(btoi(a.Date == ""), btoi(b.Date == "")), cmp.Compare(a.Date, b.Date))
	})
	for _, s := range issuing {
		p.Issuing = append(p.Issuing, pair{w.T("takehome.issue." + s), w.T("takehome.issue." + s + ".how")})
	}
	for _, f := range holding {
		p.Files = append(p.Files, pair{f[0], w.T("takehome.file." + f[1])})
	}
	css, err := pages.ReadFile("page/next.css")
	if err != nil {
		return nil, err
	}
	p.Style = page.CSS(css)
	return templates().Make("next.tmpl", p)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func planned(w locale.Words, s shown) (plan, error) {
	d := s.Draft
	lang := ""
	if d.Language != w.Tag() {
		lang = d.Language
	}
	one := plan{Name: said{s.name, lang}, Team: said{d.Team, lang}, Date: d.Next.Due, Folder: s.folder, Sheet: s.folder + "/" + sheetFile}
	one.Cells = []cell{{label(w, "team"), one.Team}, {label(w, "next.action"), said{d.Next.Action, lang}},
		{label(w, "next.owner"), said{d.Next.Owner, lang}}, {label(w, "next.due"), said{date(w, d.Next.Due), ""}}}
	if d.Name == "" {
		one.Name.Lang = ""
	}
	if s.Picture != nil {
		svg, err := s.Picture.SVG()
		if err != nil {
			return one, err
		}
		one.Picture = page.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg))
	}
	if s.unmade != nil {
		for _, err := range parts(s.unmade) {
			one.Missing = append(one.Missing, w.Error(err))
		}
	}
	for _, level := range []designer.Level{designer.Fault, designer.Warn, designer.Hint} {
		g := group{Title: w.T("level." + level.String())}
		for _, p := range s.Problems {
			if p.Level == level {
				g.Points = append(g.Points, inWords(w, p))
			}
		}
		if len(g.Points) > 0 {
			one.Groups = append(one.Groups, g)
		}
	}
	return one, nil
}

// parts are the errors that were joined.
func parts(err error) []error {
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range j.Unwrap() {
			out = append(out, parts(e)...)
		}
		return out
	}
	return []error{err}
}

// longest is how much of an answer a sentence about it repeats.
const longest = 300

func inWords(w locale.Words, p designer.Problem) point {
	args := map[string]string{}
	for k, v := range p.Args {
		v, cut := clean.Cut(v, longest)
		if cut {
			v += "…"
		}
		args[k] = v
	}
	key := "problem." + p.Code
	out := point{Where: w.T("question." + p.Question.String() + ".short"), What: w.Fill(key, args)}
	if w.Known(key + ".fix") {
		out.Fix = w.Fill(key+".fix", args)
	}
	return out
}

// date puts YYYY-MM-DD into words; what is no date stays as it is.
func date(w locale.Words, s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return w.T("print.date", "day", t.Day(), "month", w.T("print.month."+strconv.Itoa(int(t.Month()))), "year", t.Year())
}

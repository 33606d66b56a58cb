// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"strconv"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/locale"
)

// blank is a place to write on the canvas.
type blank struct {
	Label string
	Lines []string // the number of each
	Half  bool     // shares its row with the next one
	Given text     // known already
	// Counted lines have numbers, and the label above them.
	Counted bool
}

// box is a question on the canvas.
type box struct {
	ID, Title, Lead, Watch string
	Number                 int
	Blanks                 []blank
	Circle                 bool // to draw in
}

type canvas struct {
	Title string
	Event []text
	Heads []string // lines in the head: name, team
	Kinds []string
	Ask   string // for the kinds
	Boxes []box
}

// room is a field's place on the canvas.
type room struct {
	field string
	lines int
	half  bool
}

// rooms are the fields that people fill in by hand: the core ones, and of the
// others those that a table talks about anyway. The rest is asked when the
// sheet is typed up.
var rooms = map[designer.Question][]room{
	designer.AskEarner:   {{"earner.who", 3, false}, {"earner.start", 2, false}},
	designer.AskIssuer:   {{"issuer.name", 1, false}, {"issuer.url", 1, false}, {"issuer.email", 1, false}, {"issuer.role", 1, false}},
	designer.AskWhy:      {{"why.earner", 2, false}, {"why.viewer", 2, false}, {"why.issuer", 1, false}},
	designer.AskCriteria: {{"criteria.steps", 6, false}, {"criteria.evidence", 2, false}, {"criteria.assessor", 1, true}, {"criteria.effort", 1, true}},
	designer.AskLook:     {{"look.colours", 1, true}, {"look.text", 1, true}},
	designer.AskNext:     {{"next.leads", 2, false}, {"next.display", 2, false}, {"next.action", 2, false}, {"next.owner", 1, true}, {"next.due", 1, true}},
}

// maxGiven is how long a known answer may be to stand on the one line that it
// has on the canvas; a longer one is written by hand, shorter.
const maxGiven = 36

// Canvas returns the blank sheet with the six questions: one page, whatever
// the paper. A workshop gives it title, date, place, language and what is
// known of the issuer; none is the zero value.
func Canvas(w locale.Words, ws designer.Workshop, o Options) ([]byte, error) {
	p, err := sizeOf(o.Paper)
	if err != nil {
		return nil, err
	}
	v := speak(w, ws.Language, o)
	c := canvas{Title: v.T("print.canvas.title"), Ask: v.T("field.kind.label"),
		Heads: []string{v.T("field.name.label"), v.T("field.team.label")}}
	if ws.Title != "" {
		c.Event = append(c.Event, v.said(ws.Title))
	}
	c.Event = append(c.Event, v.place(ws)...)
	kind, _ := designer.FieldByID("kind")
	for _, k := range kind.Options {
		c.Kinds = append(c.Kinds, v.T("option.kind."+k))
	}
	d := ws.Begin("")
	for _, q := range designer.Questions() {
		if q.Numbered() {
			c.Boxes = append(c.Boxes, v.box(&d, q))
		}
	}
	title := c.Title
	if ws.Title != "" {
		title += " – " + ws.Title
	}
	return sheet{Kind: "canvas", Title: title}.make(v.Words, p.lying(), c)
}

func (v voice) box(d *designer.Draft, q designer.Question) box {
	key := "question." + q.String()
	b := box{ID: q.String(), Number: int(q), Title: v.T(key + ".title"), Lead: v.T(key + ".lead"), Watch: v.T(key + ".watch"),
		Circle: q == designer.AskLook}
	for _, r := range rooms[q] {
		f, _ := designer.FieldByID(r.field)
		x := blank{Label: v.T("field." + r.field + ".label"), Half: r.half, Counted: f.Input == designer.Steps}
		if value := f.Value(d); q == designer.AskIssuer && value != "" && utf8.RuneCountInString(value) <= maxGiven {
			x.Given = v.said(value)
		} else {
			for i := range r.lines {
				x.Lines = append(x.Lines, strconv.Itoa(i+1))
			}
		}
		b.Blanks = append(b.Blanks, x)
	}
	return b
}

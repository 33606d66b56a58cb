// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"image"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/render/letters"
	"insignia/tui/screen"
)

// sheet is a page that was set.
type sheet struct {
	say   idea
	at    place
	text  block
	under []block // below a name: team and issuer
	badge int     // whose picture it shows, -1 for none
}

// kept are the pages of the last badge that was set: a frame is asked for
// each second, and pages change with the size and the words alone.
type kept struct {
	key   memo
	pages []sheet
}

type memo struct {
	id       string
	turn, n  int
	size     image.Point
	language string
	widths   ansi.Method
}

// sheets are the pages of a badge.
func (s *Screen) sheets(env screen.Env, turn int) []sheet {
	if turn >= len(env.Shown) {
		return nil
	}
	k := memo{env.Shown[turn].ID, turn, len(env.Shown), env.Area.Size(), env.Words.Tag(), env.Widths}
	if s.kept.key != k || s.kept.pages == nil {
		s.kept = kept{k, compose(env, turn)}
	}
	return s.kept.pages
}

// compose sets all that is to be said of a badge.
func compose(env screen.Env, turn int) []sheet {
	g := gridOf(env.Area)
	w, h := g.body.Dx(), g.body.Dy()
	all := ideas(env, turn)
	var out []sheet
	for i, it := range all {
		switch it.kind {
		case title:
			out = append(out, names(env, g, it, i, turn)...)
		case nextUp:
			out = append(out, names(env, g, it, i, turn+1)...)
		default:
			f := faceOf(env, it, all, w, h)
			for part, b := range f.set(it.Items, w, h) {
				out = append(out, sheet{say: it, at: place{i, part}, text: b, badge: -1})
			}
		}
	}
	return out
}

// longList is from how many items on a list goes on over pages, several items
// on each, in the least of the large letters.
const longList = 6

// faceOf is how an idea is set. Steps that have a page each are set alike.
func faceOf(env screen.Env, it idea, all []idea, w, h int) face {
	pages, most := [][]string{it.Items}, h/5
	switch {
	case len(it.Items) >= longList:
		pages, most = nil, 0
		for _, item := range it.Items {
			pages = append(pages, []string{item})
		}
	case it.Steps:
		pages = nil
		for _, other := range all {
			if other.Steps {
				pages = append(pages, other.Items)
			}
		}
	}
	return choose(env.Widths, pages, w, h, most)
}

// names sets the page of a badge's name, beside its picture: as many as the
// name takes. The issuer has pages of its own where it finds no room.
func names(env screen.Env, g grid, it idea, at, turn int) []sheet {
	d := env.Shown[turn]
	name := called(d, env.Words)
	_, beside := g.split(it.Heading == "")
	w, h := beside.Dx(), beside.Dy()
	caption := []string{strings.TrimSpace(d.Team), strings.TrimSpace(d.Issuer.Name)}
	if it.kind == nextUp {
		caption = caption[:1]
	}
	caption = slices.DeleteFunc(caption, func(s string) bool { return s == "" })
	under, used, more := captions(env, g, caption, w, h)
	f := single(choose(env.Widths, [][]string{{name}}, w, h-used, (h-used)/3))
	var out []sheet
	for part, b := range f.set([]string{name}, w, h-used) {
		out = append(out, sheet{say: it, at: place{at, part}, text: b, under: under, badge: turn})
	}
	for _, m := range more {
		f := choose(env.Widths, [][]string{{m}}, w, h, h/5)
		for _, b := range f.set([]string{m}, w, h) {
			it.Question = designer.AskIssuer
			out = append(out, sheet{say: it, at: place{at, len(out)}, text: b, badge: turn})
		}
	}
	return out
}

// captions sets what stands below a name, a block each, and says how many rows
// that takes, and what found no room in half of them.
func captions(env screen.Env, g grid, all []string, w, h int) (under []block, used int, more []string) {
	for _, c := range all {
		f := single(plain(env.Widths, 0))
		if g.tall {
			f = single(choose(env.Widths, [][]string{{c}}, w, h/3, 0))
		}
		b := f.set([]string{c}, w, h)
		rows := b[0].h
		if f.size > 0 || len(under) == 0 {
			rows++ // a row of air
		}
		lost := g.tall && f.size == 0 && letters.Can(c) // too small to be read there
		if len(b) > 1 || used+rows > h/2 || lost {
			more = append(more, c)
			continue
		}
		under = append(under, b[0])
		used += rows
	}
	return under, used, more
}

// single sets the lines of the terminal's own letters close.
func single(f face) face {
	if f.size == 0 {
		f.pitch, f.gap = 1, 0
	}
	return f
}

// grid is where things stand.
type grid struct {
	tall             bool // letters are needed for the heading and the clock too
	area, head, body image.Rectangle
	foot             image.Rectangle
}

const (
	tallRows, tallCols = 40, 100
	bandRows           = 6 // of a heading in the smallest large letters
)

func gridOf(a image.Rectangle) grid {
	g := grid{area: a, tall: a.Dy() >= tallRows && a.Dx() >= tallCols}
	margin := max(1, a.Dx()/40)
	in := image.Rect(a.Min.X+margin, a.Min.Y, a.Max.X-margin, a.Max.Y)
	g.foot = image.Rect(in.Min.X, a.Max.Y-1, in.Max.X, a.Max.Y)
	g.head = image.Rect(in.Min.X, a.Min.Y, in.Max.X, a.Min.Y+1)
	gap := 1
	switch {
	case g.tall:
		g.head = image.Rect(in.Min.X, a.Min.Y+1, in.Max.X, a.Min.Y+1+bandRows)
		gap = 2
	case a.Dy() >= 20:
		g.head = g.head.Add(image.Pt(0, 1))
	}
	g.body = image.Rect(in.Min.X, g.head.Max.Y+gap, in.Max.X, g.foot.Min.Y-gap+1)
	if a.Dy() >= 20 {
		g.body.Max.Y--
	}
	return g
}

// split is where the picture stands, a square of two columns a row, and the
// name beside it. Without a heading they have its rows too, unless the clock
// needs them.
func (g grid) split(alone bool) (picture, beside image.Rectangle) {
	b := g.body
	if alone && !g.tall {
		b.Min.Y, b.Max.Y = g.area.Min.Y, g.foot.Min.Y
		if g.area.Dy() >= airFrom {
			b.Min.Y++
		}
	}
	rows := min(b.Dy(), b.Dx()*2/5/2)
	gap := max(2, b.Dx()/25)
	y := b.Min.Y + (b.Dy()-rows)/2
	picture = image.Rect(b.Min.X, y, b.Min.X+2*rows, y+rows)
	return picture, image.Rect(picture.Max.X+gap, b.Min.Y, b.Max.X, b.Max.Y)
}

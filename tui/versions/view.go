// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package versions

import (
	"cmp"
	"image"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/tui/screen"
)

const (
	beside  = 64 // columns from which the version is shown beside the list
	airy    = 12 // rows from which there is air under the title
	most    = 4  // changed answers that are named in a line
	longest = 44 // columns of the picture
)

// Layers implements screen.Screen: a layer a line, so that each version can be
// clicked.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	if len(env.Versions) == 0 {
		return nil
	}
	now := *s
	s = &now
	s.settle(env)
	list, side := split(env.Area)
	y := list.Min.Y
	title := env.Words.N("versions.head", len(env.Versions), "name", cmp.Or(env.Versions[0].Draft.Name, env.Words.T("ui.unnamed")))
	out := []screen.Layer{{ID: "title", Area: image.Rect(list.Min.X, y, list.Max.X, y+1),
		Text: " " + env.Theme.Strong.Render(env.Widths.Truncate(title, list.Dx()-2, "…"))}}
	y++
	if list.Dy() >= airy {
		y++
	}
	p, of := s.page(env, list.Dx(), !side.Empty())
	room := max(1, list.Max.Y-y)
	top := p.Top(room)
	for i, text := range p.Lines[top:min(len(p.Lines), top+room)] {
		out = append(out, screen.Layer{ID: "version:" + strconv.Itoa(of[top+i]), Area: image.Rect(list.Min.X, y+i, list.Max.X, y+i+1), Text: text})
	}
	if side.Empty() {
		return out
	}
	return append(out, s.beside(env, side)...)
}

// split divides the screen into the list and what is shown beside it.
func split(a image.Rectangle) (list, side image.Rectangle) {
	if a.Dx() < beside {
		return a, image.Rectangle{}
	}
	w := min(a.Dx()*2/5, longest)
	list, side = a, a
	side.Min.X, side.Max.X = a.Max.X-w-1, a.Max.X-1
	list.Max.X = side.Min.X - 2
	return list, side
}

// page is the list, and of which version each line is. Where nothing is shown
// beside it, what differs stands under the version with the cursor.
func (s *Screen) page(env screen.Env, w int, shown bool) (p screen.Page, of []int) {
	times := make([]string, len(env.Versions))
	col := 0
	for i, v := range env.Versions {
		times[i] = screen.Moment(v.Draft.Updated, env.Now, env.Words)
		col = max(col, env.Widths.StringWidth(times[i]))
	}
	for i, v := range env.Versions {
		first, left := row(env, v, times[i]+strings.Repeat(" ", col-env.Widths.StringWidth(times[i])), i == s.at, w)
		lines := []string{first}
		cursor := 0
		if i == s.at && left != "" {
			left = env.Widths.Truncate(left, 3*(w-6), "…") // an answer may be a page
			for _, l := range wrap(env, left, w-5) {
				lines = append(lines, "    "+env.Theme.Dim.Render(l))
			}
		}
		if i != s.at {
			of = append(of, i)
			p.Add(lines...)
			continue
		}
		if s.name != nil {
			lines = append(lines, "    "+env.Theme.Dim.Render(env.Widths.Truncate(env.Words.T("versions.ask"), w-5, "…")))
			cursor = len(lines)
			for _, l := range s.name.View(env, w-5) {
				lines = append(lines, "    "+l)
			}
		} else if !shown {
			for _, l := range wrap(env, s.differs(env), w-5) {
				lines = append(lines, "    "+env.Theme.Dim.Render(l))
			}
		}
		for range lines {
			of = append(of, i)
		}
		p.Focus(cursor, lines...)
	}
	return p, of
}

func wrap(env screen.Env, text string, w int) []string {
	return strings.Split(env.Widths.Wrap(text, max(w, 8), ""), "\n")
}

// row draws a version: when it was saved, its name, and what changed in it, or
// the one answer that did. Left is what there is no room for.
func row(env screen.Env, v designer.Version, time string, here bool, w int) (line, left string) {
	mark, style := "  ", env.Theme.Text
	if here {
		mark, style = "› ", env.Theme.Accent.Bold(true)
	}
	room := max(4, w-env.Widths.StringWidth(time)-5)
	name := ""
	if v.Name != "" {
		name = env.Words.T("versions.called", "name", v.Name) + "  "
	}
	fits := func(s string) bool { return env.Widths.StringWidth(name+s) <= room }
	changed := env.Words.T("versions.oldest")
	switch {
	case v.Oldest:
	case len(v.Changes) == 1:
		c := v.Changes[0]
		changed = answer(env, c.Field, c.After)
	default:
		changed = prose.Brief(v.Changes, most, fits, env.Words)
	}
	if !fits(changed) && (name != "" || here) {
		left = changed
	}
	if left != "" && name != "" {
		changed = ""
	}
	text := env.Theme.Strong.Render(name) + env.Theme.Dim.Render(changed)
	return style.Render(mark+time) + "  " + env.Widths.Truncate(text, room, "…"), left
}

// differs says in a line what differs between the version with the cursor and
// what stands now.
func (s *Screen) differs(env screen.Env) string {
	if s.at == 0 {
		return env.Words.T("versions.present")
	}
	all := designer.Changes(env.Versions[s.at].Draft, env.Versions[0].Draft)
	if len(all) == 0 {
		return env.Words.T("versions.same")
	}
	return env.Words.T("versions.differs") + " " + prose.Changed(all, most, env.Words)
}

// beside shows the version with the cursor: its picture and, under it, what it
// says that is no longer so.
func (s *Screen) beside(env screen.Env, a image.Rectangle) []screen.Layer {
	d := env.Versions[s.at].Draft
	rows := max(4, min(a.Dx()/2, a.Dy()-9))
	cols := min(a.Dx(), rows*2)
	left := a.Min.X + (a.Dx()-cols)/2
	y := a.Min.Y + rows + 1
	out := []screen.Layer{env.PictureOf(d, image.Rect(left, a.Min.Y, left+cols, a.Min.Y+rows))}
	lines := []string{
		env.Theme.Strong.Render(env.Widths.Truncate(cmp.Or(d.Name, env.Words.T("ui.unnamed")), a.Dx(), "…")),
		env.Theme.Dim.Render(env.Words.T("ui.answered", "n", d.Answered())),
		"",
	}
	lines = append(lines, s.values(env, a.Dx(), a.Max.Y-y-len(lines))...)
	return append(out, screen.Layer{ID: "about", Area: image.Rect(a.Min.X, y, a.Max.X, a.Max.Y), Text: strings.Join(lines, "\n")})
}

// values are the answers that differ from now, a line each in so many rows.
func (s *Screen) values(env screen.Env, w, rows int) []string {
	all := designer.Changes(env.Versions[s.at].Draft, env.Versions[0].Draft)
	if s.at == 0 || len(all) == 0 {
		return dim(env, wrap(env, s.differs(env), w))
	}
	out := []string{env.Theme.Text.Render(env.Words.T("versions.differs"))}
	for i, c := range all {
		if rest := len(all) - i; len(out) == rows-1 && rest > 1 {
			return append(out, env.Theme.Dim.Render(env.Words.T("versions.rest", "n", rest)))
		}
		out = append(out, env.Theme.Dim.Render(env.Widths.Truncate(answer(env, c.Field, c.Before), w, "…")))
	}
	return out
}

// answer is an answer behind the name of its field.
func answer(env screen.Env, field, value string) string {
	of := designer.Change{Field: field}.Of()
	return env.Words.T("field."+of+".label") + ": " + cmp.Or(screen.Value(field, value, env.Words), env.Words.T("versions.empty"))
}

func dim(env screen.Env, lines []string) []string {
	for i, l := range lines {
		lines[i] = env.Theme.Dim.Render(l)
	}
	return lines
}

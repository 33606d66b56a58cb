// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package look

import (
	"image"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/icon"
	"insignia/tui/screen"
)

const (
	matches = 6  // icons named under the search
	small   = 16 // columns of the picture on a screen too narrow for a pane
	pinFrom = 10 // rows from which a line can be spared for what else there is
)

// offers are the rooms that no row leads to, and their keys.
var offers = []struct{ id, key string }{{"surprise", "F7"}, {"proof", "F4"}}

// Layers implements screen.Screen: a layer a row, so that each can be clicked.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	area, w := env.Area, s.wide(env)
	gutter := gutterOf(area.Dx())
	least, beside := 5, !env.Wide && area.Dx() >= 38 // rows under the title
	if beside {
		gutter, least = gutterOf(area.Dx()-small), small/2
	}
	// The title is cut to its first line when it is tight.
	head := s.head(env, area.Dx()-gutter-1, gutter)
	if area.Dy()-len(head) < least {
		head = head[:min(1, len(head))]
	}
	out := []screen.Layer{{ID: "title", Area: image.Rect(area.Min.X, area.Min.Y, area.Max.X, area.Min.Y+len(head)), Text: strings.Join(head, "\n")}}
	area.Min.Y += len(head)
	if beside {
		out = append(out, env.Picture(image.Rect(area.Max.X-small, area.Min.Y, area.Max.X, area.Min.Y+min(small/2, area.Dy()))))
		area.Max.X -= small
	}
	var blocks [][]string
	for i := range s.rows {
		blocks = append(blocks, s.row(i, env, w))
	}
	if !s.open {
		var more []string
		for _, l := range strings.Split(env.Widths.Wrap("+ "+env.Words.T("ui.more")+" "+s.behind(env.Words), max(w-2, 8), ""), "\n") {
			more = append(more, "  "+env.Theme.Dim.Render(l))
		}
		blocks = append(blocks, more)
	}
	total := 0
	for _, b := range blocks {
		total += len(b)
	}
	// What the badge can be sent to stays in sight while the rows scroll over it.
	x, room := area.Min.X+gutter+1, area.Dy()
	pinned := total+len(offers) > room && room >= pinFrom
	for i, o := range offers {
		line := env.Theme.Accent.Render(env.Written(o.key)) + " " + env.Theme.Dim.Render(env.Words.T("ui.look."+o.id))
		line = env.Widths.Truncate(line, max(w-2, 8), "…")
		n := env.Widths.StringWidth(line)
		y := area.Min.Y + total + i
		if pinned {
			y = area.Max.Y - 1
		}
		if r := image.Rect(x, y, min(x+n, area.Max.X), y+1); y < area.Max.Y {
			out = append(out, screen.Layer{ID: o.id, Area: r, Text: line})
		}
		if pinned {
			x += n + 3
		}
	}
	if pinned {
		area.Max.Y--
		room--
	}
	y, from := 0, 0
	for n := s.at; n >= 0; n-- { // the row with the focus always fits
		if y += len(blocks[n]); y > room {
			from = n + 1
			break
		}
	}
	from = min(from, s.at)
	if total <= room {
		from = 0
	}
	y = area.Min.Y
	for i := from; i < len(blocks) && y < area.Max.Y; i++ {
		id := "more"
		if i < len(s.rows) {
			id = s.rows[i].f.ID
		}
		r := image.Rect(area.Min.X+gutter-1, y, area.Max.X, min(y+len(blocks[i]), area.Max.Y))
		out = append(out, screen.Layer{ID: id, Area: r, Text: strings.Join(blocks[i], "\n")})
		y += len(blocks[i])
	}
	return out
}

func gutterOf(wide int) int {
	if wide >= 44 {
		return 4
	}
	return 1
}

// wide is how wide a row is.
func (s *Screen) wide(env screen.Env) int {
	wide := env.Area.Dx()
	if !env.Wide && wide >= 38 {
		wide -= small
	}
	return wide - gutterOf(wide) - 1
}

func (s *Screen) head(env screen.Env, w, gutter int) []string {
	pad := strings.Repeat(" ", gutter)
	var out []string
	for i, l := range strings.Split(env.Widths.Wrap(env.Words.T("question.look.title"), w, ""), "\n") {
		p := pad
		if i == 0 && gutter >= 4 {
			p = " " + env.Theme.Accent.Bold(true).Render("5") + strings.Repeat(" ", gutter-2)
		}
		out = append(out, p+env.Theme.Strong.Render(l))
	}
	for _, l := range strings.Split(env.Widths.Wrap(env.Words.T("question.look.lead"), w, ""), "\n") {
		out = append(out, pad+env.Theme.Dim.Render(l))
	}
	return append(out, "")
}

// row draws one part: its name, its value, and for the focus what to do.
func (s *Screen) row(i int, env screen.Env, w int) []string {
	r, here := s.rows[i], i == s.at
	label := env.Words.T("field." + r.f.ID + ".label")
	col := s.labelWidth(env, w)
	label = env.Widths.Truncate(label, col, "…")
	label += strings.Repeat(" ", max(0, col-env.Widths.StringWidth(label)))
	wrong := remark(r.f, env)
	head := env.Theme.Dim.Render("  " + label + " ")
	switch {
	case here:
		head = env.Theme.Accent.Bold(true).Render("› " + label + " ")
	case wrong != "":
		head = env.Theme.Warn.Render("! ") + env.Theme.Dim.Render(label+" ")
	}
	rest := max(w-col-3, 6)
	if r.w != nil {
		lines, _ := r.w.View(env, rest)
		for n := range lines {
			if n == 0 {
				lines[n] = head + lines[n]
			} else {
				lines[n] = strings.Repeat(" ", col+3) + lines[n]
			}
		}
		return append(lines, s.told(here, wrong, env, w)...)
	}
	shown := s.named(r.f, value(r.f, env), env)
	auto := r.f.Empty(&env.Draft)
	opens := r.f.Input == designer.Drawing || r.f.Input == designer.Photo
	switch {
	case here && opens:
		hint := "  " + env.Theme.Accent.Render("enter") + " " + env.Theme.Dim.Render(env.Words.T("ui.look.open."+r.f.ID))
		if shown = "  " + env.Theme.Strong.Render(shown); env.Widths.StringWidth(shown+hint) <= rest {
			shown += hint
		}
	case here:
		shown = env.Theme.Accent.Render("‹ ") + env.Theme.Strong.Render(shown) + env.Theme.Accent.Render(" ›")
	case auto:
		shown = env.Theme.Dim.Render("  " + shown)
	default:
		shown = "  " + env.Theme.Text.Render(shown)
	}
	if r.f.Input == designer.Colours && env.Widths.StringWidth(shown)+8 <= rest {
		shown += "  " + swatch(env)
	}
	lines := []string{head + env.Widths.Truncate(shown, rest, "…")}
	if here && searched(r.f) {
		for i, l := range strings.Split(env.Widths.Wrap(s.found(env), max(w-4, 8), ""), "\n") {
			pad := "    "
			if i == 0 {
				pad = "  " + env.Theme.Accent.Render("┃ ")
			}
			lines = append(lines, pad+l)
		}
	}
	return append(lines, s.told(here && s.query == "", wrong, env, w)...)
}

// told is what is wrong with the part that has the focus, where no pane beside
// the rows tells it.
func (s *Screen) told(here bool, wrong string, env screen.Env, w int) (lines []string) {
	if !here || env.Wide || wrong == "" {
		return nil
	}
	for i, l := range strings.Split(env.Widths.Wrap(wrong, max(w-4, 8), ""), "\n") {
		lines = append(lines, env.Theme.Warn.Render([]string{"  ! ", "    "}[min(i, 1)])+env.Theme.Dim.Render(l))
	}
	return lines
}

// remark is the worst that people will not see of a part, "" for nothing.
func remark(f designer.Field, env screen.Env) string {
	for _, p := range env.Findings {
		if p.Field == f.ID && p.Level >= designer.Warn {
			return env.Words.Fill("problem."+p.Code, p.Args)
		}
	}
	return ""
}

func (s *Screen) labelWidth(env screen.Env, w int) int {
	most := 0
	for _, r := range s.rows {
		most = max(most, env.Widths.StringWidth(env.Words.T("field."+r.f.ID+".label")))
	}
	return min(most, max(w/3, 6))
}

// named is how a value reads.
func (s *Screen) named(f designer.Field, v string, env screen.Env) string {
	if key, about, told := f.Told(v); told {
		return env.Words.Fill(key, about)
	}
	switch f.Input {
	case designer.Drawing, designer.Photo:
		return env.Words.T("ui.look.nothing")
	case designer.Choice:
		return env.Words.T("option." + f.ID + "." + v)
	case designer.Colours:
		return screen.Colours(v, env.Words)
	case designer.IconName:
		if i, ok := icon.ByName(v); ok {
			return i.Label(env.Words.Tag())
		}
	case designer.Number:
		if v == "0" {
			return env.Words.T("ui.stars.none")
		}
		n, _ := strconv.Atoi(v)
		if env.Draft.Look.Mark == "bars" {
			return strings.Repeat("▌", n)
		}
		return strings.Repeat("★", n)
	}
	return v
}

// swatch shows the colours of the present look as blocks.
func swatch(env screen.Env) string {
	if env.Theme.Plain {
		return ""
	}
	const most = 4
	var seen []color.RGBA
	for _, item := range render.Of(env.Draft).Scene().Items {
		if c := item.Paint.From; !slices.Contains(seen, c) && len(seen) < most {
			seen = append(seen, c)
		}
	}
	var b strings.Builder
	for _, c := range seen {
		b.WriteString(lipgloss.NewStyle().Foreground(c).Render("██"))
	}
	return b.String()
}

// found is the line under a search: what is being typed and what fits.
func (s *Screen) found(env screen.Env) string {
	f := s.rows[s.at].f
	if s.query == "" {
		hint := "ui.icon.search"
		if f.Input == designer.Colours {
			hint = "ui.colours.search"
		}
		return screen.Cursor + env.Theme.Dim.Render(env.Words.T(hint))
	}
	names, taken := s.offered(f, env)
	if len(names) > matches {
		names = append(names[:matches], "…")
	}
	for i := range names {
		style := env.Theme.Dim
		if i == taken {
			style = env.Theme.Accent.Bold(true)
		}
		names[i] = style.Render(names[i])
	}
	return env.Theme.Accent.Render(s.query+screen.Cursor) + " " + strings.Join(names, env.Theme.Dim.Render(" · "))
}

func (s *Screen) behind(w locale.Words) string {
	var names []string
	for _, f := range designer.FieldsOf(designer.AskLook) {
		if behind(f) {
			names = append(names, w.T("field."+f.ID+".more"))
		}
	}
	return strings.Join(names, " · ")
}

// Keys implements screen.Screen.
func (s *Screen) Keys(env screen.Env) []key.Binding {
	out := []key.Binding{
		screen.Named(env.Words, screen.KeyRight, "← →", "change"),
		screen.Named(env.Words, screen.KeyDown, "↑ ↓", "part"),
		screen.Named(env.Words, screen.KeyNext, "PgDn", "next"),
		screen.Named(env.Words, screen.KeySurprise, "F7", "surprise"),
		screen.Named(env.Words, screen.KeyProof, "F4", "proof"),
	}
	if !env.Wide { // there the rows leave no line for it
		out[1], out[3] = out[3], out[1]
	}
	if s.rows[s.at].w != nil {
		out = out[1:]
	}
	out = append(out, screen.Named(env.Words, screen.KeyEnter, "enter", "on"))
	if !s.open {
		out = append(out, screen.Named(env.Words, screen.KeyMore, "F3", "more"))
	}
	return append(out, screen.Named(env.Words, key.NewBinding(key.WithKeys("delete")), "del", "auto"))
}

var _ screen.Screen = (*Screen)(nil)

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"insignia/designer/clock"
	"insignia/render/letters"
	"insignia/tui/big"
	"insignia/tui/screen"
)

// Layers implements screen.Screen.
func (s *Screen) Layers(env screen.Env) []screen.Layer {
	r := env.Clock.Reading(env.Uptime)
	lines := waiting(env)
	if r.Begun {
		lines = running(env, r)
	}
	return []screen.Layer{{ID: "clock", Area: env.Area, Text: strings.Join(lines, "\n")}}
}

// Heights from which there is room for more.
const (
	roomy  = 14 // the workshop's title, and air
	named  = 17 // the names of the parts under the bar
	tall   = 36 // large words, a bar of two rows
	taller = 56 // a large last line, a bar of three
)

// wide is from how many columns on the margin is two.
const wide = 60

// margin is left and right of everything.
func margin(env screen.Env) int {
	if env.Area.Dx() < wide {
		return 1
	}
	return 2
}

// running is the screen of a clock that has begun: from the top the title, the
// part, its time, a sentence; from the foot what comes, the bar. What the
// sentence needs is left free while there is none, so that nothing jumps.
func running(env screen.Env, r clock.Reading) []string {
	w, h := env.Area.Dx()-2*margin(env), env.Area.Dy()
	var top, foot []string
	if h >= roomy {
		top = []string{header(env, r, w), ""}
		foot = []string{""}
	}
	thick, low := 1, plain
	if h >= tall {
		thick = 2
	}
	if h >= taller {
		thick, low = 3, lettering{letters.Least, letters.Least.Rows()}
	}
	foot = append(foot, barFor(r, w).lines(env, r, thick, h >= named)...)
	if h >= roomy {
		foot = append(foot, "")
	}
	foot = append(foot, ahead(env, r, w, low)...)

	room := h - len(top) - len(foot)
	air, most, loud := 0, room, 1
	if h >= roomy {
		air = 1
	}
	if h >= tall { // words are seen from the back row as well
		most, loud = room*11/20, room/5
	}
	rows := big.Rows(reserve(r), w, min(most, room-2-2*air))
	title := Name(r.Slot, env.Words)
	name := words(w, loud, title)
	said, style := sentence(env, r)
	line := words(w, min(loud, name.rows), sentences(env)...)
	left := room - rows - name.rows - line.rows - 2*air

	out := append([]string{}, top...)
	out = append(out, blank(left/2)...)
	out = append(out, centred(env, w, env.Theme.Strong, name.draw(env, w, title))...)
	out = append(out, blank(air)...)
	out = append(out, centred(env, w, face(env, r), big.Digits(digits(r.Left), rows))...)
	out = append(out, blank(air)...)
	out = append(out, centred(env, w, style, line.draw(env, w, said))...)
	out = append(out, blank(h-len(out)-len(foot))...)
	return indent(env, append(out, foot...))
}

// reserve is the widest the digits get during this part, so that they keep
// their size.
func reserve(r clock.Reading) string {
	text := digits(max(r.Length, r.Left))
	if r.Soft {
		text = "+" + text
	}
	if now := digits(r.Left); len(now) > len(text) {
		return now
	}
	return text
}

// face is how the digits look; what it says is said in words as well.
func face(env screen.Env, r clock.Reading) lipgloss.Style {
	switch {
	case r.Ended || r.Paused:
		return env.Theme.Dim
	case r.Left <= 0:
		return env.Theme.Warn
	}
	return env.Theme.Text
}

// sentence is what there is to say of this moment, "" for nothing.
func sentence(env screen.Env, r clock.Reading) (string, lipgloss.Style) {
	switch {
	case r.Ended:
		return env.Words.T("clock.ended"), env.Theme.Strong
	case r.Paused:
		return env.Words.T("clock.paused"), env.Theme.Strong
	case r.Cue == clock.Over:
		return env.Words.T("clock.cue.over"), env.Theme.Warn
	case r.Cue != clock.NoCue:
		return env.Words.T("clock.cue." + r.Cue.String()), env.Theme.Accent
	}
	return "", env.Theme.Text
}

// sentences are all there may be to say: they share one size.
func sentences(env screen.Env) []string {
	var out []string
	for _, k := range []string{"clock.ended", "clock.paused", "clock.cue.half", "clock.cue.two", "clock.cue.one", "clock.cue.over"} {
		out = append(out, env.Words.T(k))
	}
	return out
}

// lettering is the size of a line of words: large, or in the terminal's own
// letters.
type lettering struct {
	size letters.Size // 0 for the terminal's own
	rows int
}

var plain = lettering{rows: 1}

// words is the largest lettering in which each of the texts fits into w columns
// and rows lines.
func words(w, rows int, texts ...string) lettering {
	for _, z := range letters.Sizes(letters.Size(2 * rows)) {
		if z.Rows() <= rows && !slices.ContainsFunc(texts, func(t string) bool { return !letters.Can(t) || z.Width(t) > w }) {
			return lettering{z, z.Rows()}
		}
	}
	return plain
}

// width is how wide text is in this lettering.
func (l lettering) width(env screen.Env, text string) int {
	if l.size == 0 {
		return env.Widths.StringWidth(text)
	}
	return l.size.Width(text)
}

// draw writes text in this lettering.
func (l lettering) draw(env screen.Env, w int, text string) []string {
	switch {
	case l.size == 0:
		return []string{env.Widths.Truncate(text, w, "…")}
	case text == "":
		return blank(l.rows)
	}
	return l.size.Draw(text)
}

// header is the first line: the workshop, and what is set of the clock.
func header(env screen.Env, r clock.Reading, w int) string {
	var set []string
	if r.Soft && !r.Ended {
		set = append(set, env.Words.T("clock.soft"))
	}
	if r.Private {
		set = append(set, env.Words.T("clock.private"))
	}
	return between(env, w, env.Workshop.Title, strings.Join(set, " · "), env.Theme.Dim, env.Theme.Dim)
}

// lateFrom is what a workshop runs late or early before it is said.
const lateFrom = time.Minute

// ahead is the last line: the part to come and what is left in all, as much
// of it as there is room for.
func ahead(env screen.Env, r clock.Reading, w int, in lettering) []string {
	all := env.Words.T("clock.all", "time", Span(r.All, env.Words))
	whole := []string{all}
	switch {
	case r.Ended:
		return blank(in.rows)
	case r.Late >= lateFrom:
		whole = []string{all + " · " + env.Words.T("clock.late", "time", Span(r.Late, env.Words)), all}
	case r.Late <= -lateFrom:
		whole = []string{all + " · " + env.Words.T("clock.early", "time", Span(-r.Late, env.Words)), all}
	}
	then := []string{env.Words.T("clock.last")}
	if s, length, ok := r.Next(); ok {
		name := Name(s, env.Words)
		then = []string{env.Words.T("clock.then.time", "name", name, "time", Span(length, env.Words)), env.Words.T("clock.then", "name", name)}
	}
	for _, right := range whole {
		for _, left := range then {
			if n := w - in.width(env, left) - in.width(env, right); n >= 2*in.rows && (in.size == 0 || letters.Can(left+right)) {
				ls, rs := in.draw(env, w, left), in.draw(env, w, right)
				out := make([]string, in.rows)
				for i := range out {
					out[i] = styled(env.Theme.Text, ls[i]) + strings.Repeat(" ", n) + styled(env.Theme.Text, rs[i])
				}
				return out
			}
		}
	}
	if in.size > 0 {
		return append(ahead(env, r, w, plain), blank(in.rows-1)...)
	}
	return []string{env.Widths.Truncate(all, w, "…")}
}

// between sets two texts at the ends of a line. The left one is cut.
func between(env screen.Env, w int, left, right string, ls, rs lipgloss.Style) string {
	n := env.Widths.StringWidth(right)
	if n > 0 {
		n += 2
	}
	left = env.Widths.Truncate(left, max(0, w-n), "…")
	space := max(0, w-env.Widths.StringWidth(left)-env.Widths.StringWidth(right))
	return styled(ls, left) + strings.Repeat(" ", space) + styled(rs, right)
}

// centred sets lines in the middle, as a block.
func centred(env screen.Env, w int, style lipgloss.Style, lines []string) []string {
	most := 0
	for _, l := range lines {
		most = max(most, env.Widths.StringWidth(l))
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		if strings.TrimSpace(l) != "" {
			out[i] = strings.Repeat(" ", max(0, w-most)/2) + style.Render(strings.TrimRight(l, " "))
		}
	}
	return out
}

func blank(n int) []string { return make([]string, max(0, n)) }

// indent moves lines in by the margin.
func indent(env screen.Env, lines []string) []string {
	for i, l := range lines {
		if l != "" {
			lines[i] = strings.Repeat(" ", margin(env)) + l
		}
	}
	return lines
}

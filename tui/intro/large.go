// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package intro

import (
	"image"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"insignia/render/letters"
	"insignia/tui/screen"
)

// A terminal of so many cells stands on a projector, and its own letters are
// read from the first row of the room alone. The last row is the keys'.
var (
	titleFrom = image.Pt(120, 39) // for the headline in large letters
	textFrom  = image.Pt(160, 49) // and for the paragraphs
)

// Bounds of what is set large.
const (
	titleShare = 6   // of the rows of a page, a line of the headline is one of so many
	textShare  = 8   // and a line of text
	titleLines = 2   // in which a headline is taken in at once
	spread     = 180 // columns of a figure below them, at most
)

func reaches(a image.Rectangle, from image.Point) bool {
	return a.Dx() >= from.X && a.Dy() >= from.Y
}

// larger are the ways to lay a page of w by h cells out in large letters, the
// largest first: text counts most, for it is what is read.
func larger(env screen.Env, title string, texts []string, w, h int) []try {
	if !reaches(env.Area, titleFrom) || !letters.Can(title) {
		return nil
	}
	heads := fitting([]string{title}, w, h/titleShare, titleLines)
	var out []try
	add := func(text letters.Size) {
		for _, head := range heads {
			for air := max(1, min(5, h/12)); head >= text && air > 0; air-- {
				out = append(out, try{air: air, head: 1, picture: true, title: head, text: text})
			}
		}
	}
	if len(texts) > 0 && reaches(env.Area, textFrom) && letters.Can(strings.Join(texts, " ")) {
		for _, text := range fitting(texts, w, h/textShare, h) {
			add(text)
		}
	}
	add(0)
	return out
}

// fitting are the largest size in which each text stands in the least lines that
// it can have, and the least of all; none where a word is wider than w or a
// text has more than most lines.
func fitting(texts []string, w, rows, most int) []letters.Size {
	count := func(z letters.Size) int {
		n := 0
		for _, s := range texts {
			lines := level(z, s, w)
			if lines == nil || len(lines) > most {
				return 0
			}
			n += len(lines)
		}
		return n
	}
	n := count(letters.Least)
	if n == 0 {
		return nil
	}
	for _, z := range letters.Sizes(letters.Size(rows)) {
		if z > letters.Least && z.Rows() <= rows && count(z) == n {
			return []letters.Size{z, letters.Least}
		}
	}
	return []letters.Size{letters.Least}
}

// level breaks a text into the least lines, of about the same width; nil when
// a word is wider than w.
func level(z letters.Size, text string, w int) []string {
	least := 0
	for _, word := range strings.Fields(text) {
		least = max(least, z.Width(word))
	}
	if least > w {
		return nil
	}
	n := len(z.Wrap(text, w))
	for least < w {
		if mid := (least + w) / 2; len(z.Wrap(text, mid)) <= n {
			w = mid
		} else {
			least = mid + 1
		}
	}
	return z.Wrap(text, w)
}

// drawn are texts that were set large, for as long as a page is looked at.
type drawn map[setting][]string

type setting struct {
	text string
	size letters.Size
	w    int
}

// set draws a text in large letters, in lines of at most w cells.
func (d drawn) set(z letters.Size, text string, w int) []string {
	k := setting{text, z, w}
	if d[k] == nil {
		for _, l := range level(z, text, w) {
			d[k] = append(d[k], z.Draw(l)...)
		}
	}
	return d[k]
}

// kept is how the last page was laid out: a frame asks for it several times,
// and only what is in the memo changes it.
type kept struct {
	memo
	try
	drawn
}

type memo struct {
	page     string
	notes    bool
	size     image.Point
	language string
	widths   ansi.Method
}

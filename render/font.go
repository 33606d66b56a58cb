// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"insignia/render/outline"
)

// capHeight is the height of a capital of Go Bold in ems.
const capHeight = 0.72

// letter is a glyph on its line, in ems, with the baseline at 0.
type letter struct {
	path outline.Path
	x, w float64
}

// line is a text set in one line, in ems.
type line struct {
	letters []letter
	width   float64
	missing []rune // what the font does not have, each once
}

// typeface is a Go font with its outlines kept: Latin, Greek and Cyrillic.
type typeface struct {
	mu     sync.Mutex
	font   *sfnt.Font
	buf    sfnt.Buffer
	em     fixed.Int26_6
	glyphs map[rune]glyph
}

type glyph struct {
	index sfnt.GlyphIndex
	path  outline.Path
	width float64
}

var (
	bold    = sync.OnceValue(func() *typeface { return parse(gobold.TTF) })
	regular = sync.OnceValue(func() *typeface { return parse(goregular.TTF) })
)

func parse(ttf []byte) *typeface {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("render: " + err.Error()) // compiled in
	}
	return &typeface{font: f, em: fixed.I(int(f.UnitsPerEm())), glyphs: map[rune]glyph{}}
}

// Weight is one of the fonts that are compiled in.
type Weight uint8

const (
	Bold Weight = iota
	Regular
)

// Glyph returns the outline of r, in ems with the baseline at 0 and y
// downwards, and how far on the next letter stands. It reports false for what
// the font does not have.
func Glyph(w Weight, r rune) (path outline.Path, width float64, ok bool) {
	t := bold()
	if w == Regular {
		t = regular()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	g := t.glyph(r)
	return g.path, g.width, g.index != 0
}

// set puts s in a line, track ems apart. Characters the font does not have
// are left out and named; those that show nothing are left out.
func (t *typeface) set(s string, track float64) line {
	t.mu.Lock()
	defer t.mu.Unlock()
	var l line
	var last glyph
	for _, r := range strings.Join(strings.Fields(s), " ") {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
			continue
		}
		g := t.glyph(r)
		if g.index == 0 {
			if !strings.ContainsRune(string(l.missing), r) {
				l.missing = append(l.missing, r)
			}
			continue
		}
		if len(l.letters) > 0 {
			if k, err := t.font.Kern(&t.buf, last.index, g.index, t.em, font.HintingNone); err == nil {
				l.width += float64(k) / float64(t.em)
			}
			l.width += track
		}
		l.letters = append(l.letters, letter{g.path, l.width, g.width})
		l.width += g.width
		last = g
	}
	return l
}

// glyph returns the outline of r; its index is 0 when the font has none.
func (t *typeface) glyph(r rune) glyph {
	if g, ok := t.glyphs[r]; ok {
		return g
	}
	var g glyph
	if i, err := t.font.GlyphIndex(&t.buf, r); err == nil && i != 0 {
		segs, err := t.font.LoadGlyph(&t.buf, i, t.em, nil)
		adv, err2 := t.font.GlyphAdvance(&t.buf, i, t.em, font.HintingNone)
		if err == nil && err2 == nil {
			g = glyph{i, trace(segs, 1/float64(t.em)), float64(adv) / float64(t.em)}
		}
	}
	if len(t.glyphs) < 4096 { // a text of every character must not fill the memory
		t.glyphs[r] = g
	}
	return g
}

// trace writes a font's segments down as a path, scaled by k.
func trace(segs sfnt.Segments, k float64) outline.Path {
	var p outline.Path
	at := func(q fixed.Point26_6) outline.Pt { return outline.Pt{X: float64(q.X) * k, Y: float64(q.Y) * k} }
	for _, s := range segs {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if len(p) > 0 {
				p.Close()
			}
			p.Move(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			p.Line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			p.Quad(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			p.Cube(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if len(p) > 0 {
		p.Close()
	}
	return p
}

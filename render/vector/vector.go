// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package vector draws SVG files that come from outside: the picture of a badge
// that was imported, a logo. It reads an allowlist of elements and properties
// and names what it left out; nothing is run, fetched or expanded, and what a
// file may cost is counted before anything is drawn. It knows figures, paints,
// strokes, clips and opacity as SVG 1.1 has them; of texts, pictures inside of
// a drawing, filters and masks it refuses to know. It knows no badges.
package vector

import (
	"bytes"
	"image"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"insignia/designer"
)

// FileMost is how many bytes a drawing may have.
const FileMost = 2 << 20

const (
	maxDepth    = 64
	maxElements = 20_000 // drawn, those that are used again counted again
	maxPoints   = 300_000
	maxSteps    = 50_000  // of one path
	maxSettings = 300_000 // of properties by style sheets
	maxEquals   = 150_000 // and so attributes
	// maxWork is the cost that is allowed, about a pixel touched each: some
	// fifty milliseconds.
	maxWork = 12 << 20
)

// sides are the pixels of the square that is drawn on, the best that the
// drawing's cost allows first.
var sides = []int{1024, 768, 512, 384, 256}

// opening is what a file begins with: what may stand before the first element
// (the declaration, remarks, a DOCTYPE), and that element.
var opening = sync.OnceValue(func() (p struct{ before, root *regexp.Regexp }) {
	p.before = regexp.MustCompile(`^\s*(<\?[^>]*>|<!--(?s:.*?)-->|<![A-Za-z][^>\[]*(\[[^\]]*\]\s*)?>)`)
	p.root = regexp.MustCompile(`^\s*<(\w+:)?svg[\s/>]`)
	return p
})

// Is reports whether b begins as an SVG does.
func Is(b []byte) bool {
	b = bytes.TrimPrefix(b[:min(len(b), 1<<16)], []byte("\xEF\xBB\xBF"))
	for range 20 {
		m := opening().before.FindIndex(b)
		if m == nil {
			break
		}
		b = b[m[1]:]
	}
	return opening().root.Match(b)
}

// Read draws an SVG in the middle of a transparent square, as large as it fits,
// of 1,024 pixels at most, fewer if it has much in it. The names of what was
// left out, as the file calls them, come in their order. Errors are
// *designer.Error: photo-file with the most megabytes, photo-broken for what is
// no well-formed SVG, svg-entities, svg-heavy, and where nothing is to be seen
// svg-nothing with what was left out, or photo-empty.
func Read(svg []byte) (*image.RGBA, []string, error) {
	if len(svg) > FileMost {
		return nil, nil, &designer.Error{Code: "photo-file", Args: designer.Args{"most": strconv.Itoa(FileMost >> 20)}}
	}
	if bytes.Count(svg, []byte("=")) > maxEquals {
		return nil, nil, heavy()
	}
	t, err := parse(svg)
	if err != nil {
		return nil, nil, err
	}
	d := newDrawing(t)
	d.draw()
	left := d.leftOut()
	switch {
	case d.heavy:
		return nil, left, heavy()
	case d.figures == 0:
		return nil, left, nothing(left)
	}
	for _, side := range sides {
		if d.cost(side) <= maxWork {
			return d.render(side), left, nil
		}
	}
	return nil, left, heavy()
}

func heavy() error { return &designer.Error{Code: "svg-heavy"} }

func nothing(left []string) error {
	if len(left) == 0 {
		return &designer.Error{Code: "photo-empty"}
	}
	return &designer.Error{Code: "svg-nothing", Args: designer.Args{"parts": strings.Join(left, ", ")}}
}

// leftOut are the names of what was not drawn.
func (d *drawing) leftOut() []string {
	return slices.Sorted(maps.Keys(d.left))
}

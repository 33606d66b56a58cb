// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bake

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
)

// IsSVG reports whether b looks like an SVG: XML whose first element is svg.
func IsSVG(b []byte) bool { return svgRoot.Match(b[:min(len(b), 16<<10)]) }

var (
	// svgRoot passes over a byte order mark, a declaration, comments and a
	// document type to the first element.
	svgRoot = regexp.MustCompile(`^(?:\x{FEFF})?\s*(?s:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:[A-Za-z_][\w.-]*:)?svg[\s/>]`)
	// home are the names of the namespaces, as the specifications and as
	// people write them.
	home = regexp.MustCompile(`^\s*https?://(?:www\.)?(?:openbadges\.org|purl\.imsglobal\.org/(?:spec/)?ob/v3p0)/?\s*$`)
	// bound is a declaration of a namespace.
	bound = regexp.MustCompile(`^xmlns:([A-Za-z_][\w.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	// opened is what stands before the name of an element.
	opened = regexp.MustCompile(`<(?:([A-Za-z_][\w.-]*):)?$`)
)

// The most of one picture that is looked at: declarations and names that may be
// an element's, elements read, how long a prefix or an address is, how deep the badge's element
// may nest others, and what may be attributes of all of them.
const (
	maxPlaces = 2000
	maxTries  = 16
	maxName   = 300
	maxNest   = 8
	maxAttr   = 20_000
)

// svgTexts gives the baked texts of an SVG: what an element of the badges'
// namespace has in it, or else says in its attribute verify. The element is
// looked for in the text and only it is read as XML, so that the drawing
// around it, which may be large and unsound, costs next to nothing.
func svgTexts(b []byte) (out [][]byte, err error) {
	prefixes := []string{"openbadges"} // which some forget to declare
	for _, at := range places(b, "xmlns:") {
		m := bound.FindSubmatch(b[at:min(len(b), at+maxName)])
		if m != nil && (home.Match(m[2]) || home.Match(m[3])) {
			prefixes = append(prefixes, string(m[1]))
		}
	}
	c := comments{text: b}
	end, tries := 0, 0
	for _, at := range slices.Sorted(slices.Values(append(places(b, "assertion"), places(b, "credential")...))) {
		m := opened.FindSubmatch(b[max(end, at-maxName):max(end, at)])
		if m == nil || m[1] != nil && !slices.Contains(prefixes, string(m[1])) || c.hide(at) {
			continue
		}
		if tries++; tries > maxTries {
			break
		}
		bare := m[1] == nil
		text, size, ours, err := svgElement(b[at-len(m[0]):], bare)
		switch {
		case err != nil && bare: // somebody else's element of that name
			continue
		case err != nil:
			return nil, err
		}
		if !ours {
			continue
		}
		end = at - len(m[0]) + size
		if out = append(out, text); len(out) == maxTexts {
			break
		}
	}
	return out, nil
}

// places are where a word stands in b.
func places(b []byte, word string) (out []int) {
	for at := 0; len(out) < maxPlaces; {
		i := bytes.Index(b[at:], []byte(word))
		if i < 0 {
			break
		}
		out = append(out, at+i)
		at += i + len(word)
	}
	return out
}

// comments are those of a text, met in its order.
type comments struct {
	text     []byte
	from, to int // of the last one met
}

// hide reports whether a place, which is not before the last one asked for,
// lies in a comment.
func (c *comments) hide(at int) bool {
	for c.to <= at {
		i := bytes.Index(c.text[c.to:], []byte("<!--"))
		if i < 0 {
			c.from, c.to = len(c.text), len(c.text)+1
			break
		}
		c.from = c.to + i
		if i = bytes.Index(c.text[c.from:], []byte("-->")); i < 0 {
			i = len(c.text) - c.from
		}
		c.to = c.from + i + 3
	}
	return at > c.from
}

// svgElement reads the element that b begins with, and gives the bytes it has.
// One without a prefix is ours if it declares the namespace itself.
func svgElement(b []byte, bare bool) (text []byte, size int, ours bool, err error) {
	const around = 64 << 10 // tags, and what a CDATA section needs
	whole := len(b) <= MaxText+around
	b = b[:min(len(b), MaxText+around)]
	if bytes.Count(b, []byte(`="`))+bytes.Count(b, []byte(`='`)) > maxAttr {
		return nil, 0, false, damaged()
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	verify, depth := "", 0
	for {
		token, err := d.Token()
		if err != nil {
			if !whole {
				return nil, 0, false, large()
			}
			return nil, 0, false, damaged()
		}
		switch x := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxNest {
				return nil, 0, false, damaged()
			}
			if depth > 1 {
				continue
			}
			ours = (x.Name.Local == "assertion" || x.Name.Local == "credential") && (!bare || home.MatchString(x.Name.Space))
			for _, a := range x.Attr {
				if a.Name.Local == "verify" {
					verify = a.Value
				}
			}
		case xml.CharData:
			if text = append(text, x...); len(text) > MaxText {
				return nil, 0, false, large()
			}
		case xml.EndElement:
			if depth--; depth == 0 {
				if len(bytes.TrimSpace(text)) == 0 {
					text = []byte(verify)
				}
				return text, int(d.InputOffset()), ours, nil
			}
		}
	}
}

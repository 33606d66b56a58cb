// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"insignia/export/strict"
)

// What a drawing may have, far beyond any badge's.
const (
	maxDrawing  = 512 << 10 // bytes
	maxElements = 20_000
)

// svg reads the drawing token by token; entities are not expanded. It reports
// whether it looked at all.
func (c *checker) svg(p string, raw []byte) bool {
	if c.budget -= 32 * len(raw); len(raw) > maxDrawing || c.budget < 0 { // a byte of XML is some thirty times the work of a byte of PNG
		return false
	}
	d := xml.NewDecoder(bytes.NewReader(raw))
	depth, elements, scripted, rooted := 0, 0, false, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || depth > strict.MaxDepth {
			c.add(p, "image-bytes")
			return true
		}
		switch e := token.(type) {
		case xml.StartElement:
			if elements++; elements > maxElements {
				return false
			}
			if depth++; !rooted {
				rooted = true
				if e.Name.Local != "svg" || e.Name.Space != "http://www.w3.org/2000/svg" {
					c.add(p, "image-bytes")
					return true
				}
				if w, h := extent(e); w != h || w == "" {
					c.add(p, "image-square", "width", w, "height", h)
				}
			}
			scripted = scripted || active(e)
		case xml.EndElement:
			depth--
		case xml.Directive:
			scripted = true
		}
	}
	switch {
	case !rooted:
		c.add(p, "image-bytes")
	case scripted:
		c.add(p, "image-script")
	}
	return true
}

// extent gives width and height of the view box, or of the drawing.
func extent(e xml.StartElement) (w, h string) {
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "viewBox":
			if f := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' }); len(f) == 4 {
				return f[2], f[3]
			}
		case "width":
			w = a.Value
		case "height":
			h = a.Value
		}
	}
	return w, h
}

// active reports whether an element runs or fetches anything.
func active(e xml.StartElement) bool {
	if e.Name.Local == "script" || e.Name.Local == "foreignObject" {
		return true
	}
	for _, a := range e.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		if strings.HasPrefix(name, "on") || name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/") {
			return true
		}
	}
	return false
}

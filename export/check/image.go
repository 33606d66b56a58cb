// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"net/url"
	"strconv"
	"strings"

	"insignia/export/strict"
)

const (
	pngHeader = "data:image/png;base64,"
	svgHeader = "data:image/svg+xml;base64,"

	maxImage  = 250_000  // bytes, Open Badge Passport
	maxPixels = 16 << 20 // beyond, a few bytes may claim all memory
)

// image checks the picture of a badge or of its issuer.
func (c *checker) image(p string, n strict.Node) {
	if n.Kind == strict.Object {
		c.add(p, "image-object")
		c.require(p, n, "id")
		id, ok := n.Get("id")
		if !ok {
			return
		}
		p, n = under(p, "id"), id
	}
	switch {
	case n.Kind != strict.String:
		c.add(p, "image")
	case strings.HasPrefix(strings.ToLower(n.Text), "data:"):
		c.data(p, n.Text)
	case strings.HasPrefix(n.Text, "http://"), strings.HasPrefix(n.Text, "https://"):
		c.web(p, n)
	default:
		c.add(p, "image", "value", n.Text)
	}
}

// data checks a picture that lies in the document itself.
func (c *checker) data(p, uri string) {
	head, body, found := strings.Cut(uri, ",")
	media, params, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(head), "data:"), ";")
	switch {
	case !found || !ascii(uri) || strings.ContainsAny(body, `<>"`):
		c.add(p, "image", "value", head)
		return
	case media != "image/png" && media != "image/svg+xml":
		c.add(p, "image-type", "value", media)
		return
	case head+"," != pngHeader && head+"," != svgHeader:
		c.add(p, "image-header", "value", head)
	}
	raw, err := decode(body, strings.HasSuffix(params, "base64"))
	if err != nil {
		c.add(p, "image-bytes")
		return
	}
	if len(raw) > maxImage {
		c.add(p, "image-heavy", "bytes", strconv.Itoa(len(raw)))
	}
	if media == "image/png" {
		c.png(p, raw)
	} else {
		c.svg(p, raw)
	}
}

func decode(body string, base bool) ([]byte, error) {
	if base {
		return base64.StdEncoding.Strict().DecodeString(body)
	}
	s, err := url.PathUnescape(body)
	return []byte(s), err
}

func (c *checker) png(p string, raw []byte) {
	conf, err := png.DecodeConfig(bytes.NewReader(raw))
	if err == nil && int64(conf.Width)*int64(conf.Height) > maxPixels {
		c.add(p, "image-heavy", "bytes", strconv.Itoa(len(raw)))
		return
	}
	if err == nil {
		_, err = png.Decode(bytes.NewReader(raw))
	}
	switch {
	case err != nil:
		c.add(p, "image-bytes")
	case conf.Width != conf.Height:
		c.add(p, "image-square", "width", strconv.Itoa(conf.Width), "height", strconv.Itoa(conf.Height))
	}
}

// svg reads the drawing token by token; entities are not expanded.
func (c *checker) svg(p string, raw []byte) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	depth, scripted, rooted := 0, false, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || depth > strict.MaxDepth {
			c.add(p, "image-bytes")
			return
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth++; !rooted {
				rooted = true
				if e.Name.Local != "svg" || e.Name.Space != "http://www.w3.org/2000/svg" {
					c.add(p, "image-bytes")
					return
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

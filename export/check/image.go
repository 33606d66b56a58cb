// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"encoding/base64"
	"net/url"
	"strconv"
	"strings"

	"insignia/export/strict"
)

const (
	pngHeader = "data:image/png;base64,"
	svgHeader = "data:image/svg+xml;base64,"

	maxImage = 250_000  // bytes, Open Badge Passport
	maxWork  = 24 << 20 // bytes of pictures that are looked into, unpacked: a few bytes may claim any number
)

// image checks the picture of a badge or of its issuer.
func (c *checker) image(p string, n strict.Node) {
	if n.Kind == strict.Object {
		c.add(p, "image-object")
		c.require(p, n, "id")
		c.each(p, n, map[string]func(string, strict.Node){
			"caption": func(p string, v strict.Node) { c.text(p, v, 0) },
			"author":  c.uri,
		})
		id, ok := n.Get("id")
		if !ok {
			return
		}
		p, n = under(p, "id"), id
	}
	switch {
	case n.Kind != strict.String:
		c.add(p, "image")
	case isData(n.Text):
		c.data(p, n.Text, false)
	case strings.HasPrefix(n.Text, "http://"), strings.HasPrefix(n.Text, "https://"):
		c.web(p, n)
	default:
		c.add(p, "image", "value", n.Text)
	}
}

// isData reports whether s is a data URI; schemes have no case.
func isData(s string) bool { return len(s) > 5 && strings.EqualFold(s[:5], "data:") }

// data checks a picture that lies in the document itself; with free set, one
// whose format the standard leaves open.
func (c *checker) data(p, uri string, free bool) {
	head, body, found := strings.Cut(uri, ",")
	media, params, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(head), "data:"), ";")
	switch {
	case !found || !ascii(uri) || strings.ContainsAny(body, `<>"`):
		c.add(p, "image", "value", head)
		return
	case media != "image/png" && media != "image/svg+xml":
		rule := "image-type"
		if free && strings.HasPrefix(media, "image/") {
			rule = "image-format"
		}
		c.add(p, rule, "value", media)
		return
	case head+"," != pngHeader && head+"," != svgHeader:
		c.add(p, "image-header", "value", head)
	}
	raw, err := decode(body, strings.HasSuffix(params, "base64"))
	if err != nil {
		c.add(p, "image-bytes")
		return
	}
	heavy := len(raw) > maxImage
	looked := false
	if media == "image/png" {
		looked = c.png(p, raw)
	} else {
		looked = c.svg(p, raw)
	}
	if heavy || !looked {
		c.add(p, "image-heavy", "bytes", strconv.Itoa(len(raw)))
	}
}

func decode(body string, base bool) ([]byte, error) {
	if base {
		return base64.StdEncoding.Strict().DecodeString(body)
	}
	s, err := url.PathUnescape(body)
	return []byte(s), err
}

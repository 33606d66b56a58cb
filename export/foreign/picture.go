// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"bytes"
	"encoding/base64"
	"net/url"
	"path"
	"strings"

	"insignia/designer"
	"insignia/export/bake"
	"insignia/export/strict"
)

// image reads the picture: out of the document, out of a file beside it, or the
// picture that the badge was baked into.
func (r *reader) image(t *thing, c candidate) {
	v, ok := r.take(t, "image", "imageUrl")
	r.put(t, "look.alt", "imageCaption")
	if ok {
		r.drawn(v)
	}
	if r.Picture == nil && c.award != nil {
		if v, ok := c.award.peek("image"); ok {
			link, _ := pointed(v.Node)
			if b, _, ok := inline(link); ok {
				r.Picture = b
			}
		}
	}
	if r.Picture == nil {
		r.Picture = r.source.picture
	}
	if r.Picture != nil { // it need not be looked for
		kept := r.repairs[:0]
		for _, p := range r.repairs {
			if p.Code != "IMPORT-PICTURE-URL" && p.Code != "IMPORT-PICTURE-FILE" {
				kept = append(kept, p)
			}
		}
		r.repairs = kept
	}
}

// pointed gives what an image names, and the object that it is.
func pointed(n strict.Node) (string, *thing) {
	for n.Kind == strict.List && len(n.Items) > 0 {
		n = n.Items[0]
	}
	if n.Kind != strict.Object {
		return n.Text, nil
	}
	t := newThing("", n)
	v, _ := t.take("id", "url", "contentUrl", "remoteUploadUrl", "@value")
	return v.Text, t
}

// drawn reads the value of image.
func (r *reader) drawn(v named) {
	link, t := pointed(v.Node)
	if t != nil {
		r.caption(v, t)
	}
	if v.Kind == strict.List || v.Kind == strict.String && r.Standard == OB3 {
		r.note("IMPORT-FORM", v.path)
	}
	link = strings.TrimSpace(link)
	b, said, ok := inline(link)
	kind := kindOf(b)
	switch {
	case link == "":
		r.keep(v.path, v.Node)
	case ok && kind == "":
		r.tell("IMPORT-PICTURE-BROKEN", designer.Warn, "look.picture")
		r.keep(v.path, v.Node)
	case ok:
		if !strings.HasPrefix(link, "data:") {
			r.note("IMPORT-FORM", v.path)
		}
		if kind != "PNG" && kind != "SVG" || said != "" && said != kind {
			r.tell("IMPORT-PICTURE-KIND", designer.Hint, "look.picture", "kind", kind)
		}
		r.Picture = b
	case places.MatchString(link):
		r.note("IMPORT-TEMPLATE", v.path)
		r.keep(v.path, v.Node)
	default:
		r.keep(v.path, v.Node)
		if b, ok := r.file(link); ok {
			r.Picture = b
		} else if isWeb(link) || r.origin != "" {
			if !isWeb(link) {
				link = r.origin + "/" + strings.TrimPrefix(link, "/")
			}
			r.tell("IMPORT-PICTURE-URL", designer.Warn, "look.picture", "url", link)
		} else {
			r.tell("IMPORT-PICTURE-FILE", designer.Warn, "look.picture", "file", path.Base(link))
		}
	}
}

// caption reads what an image says of itself.
func (r *reader) caption(v named, t *thing) {
	for _, m := range []struct{ field, name string }{{"look.alt", "caption"}, {"look.author", "author"}} {
		if said, ok := t.take(m.name); ok {
			said.path = under(v.path, said.path)
			r.fill(m.field, said)
		}
	}
	t.drop("type", "@type")
	for m := range t.left() {
		r.keep(under(v.path, m.path), m.Node)
	}
}

// media are the kinds of picture by their names in data URIs.
var media = map[string]string{"image/png": "PNG", "image/svg+xml": "SVG", "image/jpeg": "JPEG", "image/jpg": "JPEG", "image/gif": "GIF", "image/webp": "WebP"}

// inline gives the bytes of a picture that stands in the document: as a data
// URI, as base64 alone, or as an SVG's own text. said is the kind that it gives
// itself. ok is false for what only names one.
func inline(link string) (b []byte, said string, ok bool) {
	head, body, found := strings.Cut(link, ",")
	if strings.HasPrefix(strings.ToLower(head), "data:") {
		if !found {
			return nil, "", true
		}
		name, params, _ := strings.Cut(strings.ToLower(head[5:]), ";")
		if strings.Contains(params, "base64") {
			b = unbase(body)
		} else if text, err := url.PathUnescape(body); err == nil {
			b = []byte(text)
		}
		return b, media[name], true
	}
	if bake.IsSVG([]byte(link[:min(len(link), 4096)])) {
		return []byte(link), "", true
	}
	if len(link) > 100 && !strings.ContainsAny(link[:64], ":. ") {
		if b := unbase(link); kindOf(b) != "" {
			return b, "", true
		}
	}
	return nil, "", false
}

// unbase decodes base64 as it is written anywhere: in lines, with the letters
// of addresses, with or without its end. It gives nil for what is none.
func unbase(s string) []byte {
	plain := strings.Map(func(c rune) rune {
		switch c {
		case '-':
			return '+'
		case '_':
			return '/'
		case ' ', '\n', '\r', '\t', '=':
			return -1
		}
		return c
	}, s)
	b, err := base64.RawStdEncoding.DecodeString(plain)
	if err != nil {
		return nil
	}
	return b
}

// kindOf is the kind of a picture by its first bytes, "" for what is none.
func kindOf(b []byte) string {
	switch {
	case bake.IsPNG(b):
		return "PNG"
	case bytes.HasPrefix(b, []byte("\xff\xd8\xff")):
		return "JPEG"
	case bytes.HasPrefix(b, []byte("GIF8")):
		return "GIF"
	case len(b) > 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP":
		return "WebP"
	case bake.IsSVG(b):
		return "SVG"
	}
	return ""
}

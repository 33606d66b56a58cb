// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bake

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"errors"
	"image"
	"image/png"
	"runtime"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/internal/pngchunk"
)

const doc = `{"type":"Assertion","name":"ñ木"}`

func pack(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func jwt(payload string) string {
	enc := base64.RawURLEncoding.EncodeToString
	return enc([]byte(`{"alg":"RS256"}`)) + "." + enc([]byte(payload)) + "." + enc([]byte("signature"))
}

// baked is a small PNG with these chunks before its pixels.
func baked(t testing.TB, chunks ...pngchunk.Chunk) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	all, err := pngchunk.Decode(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return pngchunk.Encode(slices.Insert(all, 1, chunks...))
}

func chunk(kind, text string) pngchunk.Chunk { return pngchunk.Chunk{Type: kind, Data: []byte(text)} }

func svg(inside string) []byte {
	return []byte(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` +
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org" xmlns:ob='https://purl.imsglobal.org/ob/v3p0' xmlns:no="http://example.org">` +
		inside + `<path d="M0 0"/></svg>`)
}

func TestABadgeIsFoundHoweverItWasBaked(t *testing.T) {
	latin := "{\"name\":\"caf\xe9\"}"
	for _, c := range []struct {
		name string
		b    []byte
		want Found
	}{
		{"iTXt", baked(t, chunk("iTXt", "openbadges\x00\x00\x00\x00\x00"+doc)), Found{Doc: []byte(doc)}},
		{"iTXt of version 3", baked(t, chunk("iTXt", "openbadgecredential\x00\x00\x00\x00\x00"+doc)), Found{Doc: []byte(doc)}},
		{"iTXt with a language", baked(t, chunk("iTXt", "openbadges\x00\x00\x00en\x00Badge\x00 "+doc+"\n")), Found{Doc: []byte(doc)}},
		{"compressed iTXt", baked(t, chunk("iTXt", "openbadges\x00\x01\x00\x00\x00"+pack(doc))), Found{Doc: []byte(doc)}},
		{"tEXt in UTF-8", baked(t, chunk("tEXt", "openbadges\x00"+doc)), Found{Doc: []byte(doc)}},
		{"tEXt in Latin-1", baked(t, chunk("tEXt", "openbadges\x00"+latin)), Found{Doc: []byte(`{"name":"café"}`)}},
		{"zTXt", baked(t, chunk("zTXt", "OpenBadges\x00\x00"+pack(latin))), Found{Doc: []byte(`{"name":"café"}`)}},
		{"a token", baked(t, chunk("iTXt", "openbadges\x00\x00\x00\x00\x00"+jwt(doc))), Found{Doc: []byte(doc), Signed: true}},
		{"an address, then the badge", baked(t, chunk("tEXt", "openbadges\x00https://a.org/1"), chunk("iTXt", "openbadges\x00\x00\x00\x00\x00"+doc)), Found{Doc: []byte(doc)}},
		{"two badges", baked(t, chunk("tEXt", "openbadges\x00"+doc), chunk("tEXt", "openbadges\x00[]")), Found{Doc: []byte(doc), Others: 1}},
		{"bytes after the end", append(baked(t, chunk("tEXt", "openbadges\x00"+doc)), "junk"...), Found{Doc: []byte(doc)}},
		{"cut off after the badge", baked(t, chunk("tEXt", "openbadges\x00"+doc))[:100], Found{Doc: []byte(doc)}},
		{"other texts beside it", baked(t, chunk("tEXt", "Software\x00x"), chunk("zTXt", "Comment\x00\x00broken"), chunk("tEXt", "openbadges\x00"+doc)), Found{Doc: []byte(doc)}},

		{"SVG", svg(`<openbadges:assertion verify="https://a.org/1"><![CDATA[` + doc + `]]></openbadges:assertion>`), Found{Doc: []byte(doc)}},
		{"SVG with entities", svg(`<openbadges:assertion>` + strings.ReplaceAll(doc, `"`, "&quot;") + `</openbadges:assertion>`), Found{Doc: []byte(doc)}},
		{"SVG of version 3, another prefix", svg("<g>\n <ob:credential\n>\n<![CDATA[" + doc + "]]>\n</ob:credential></g>"), Found{Doc: []byte(doc)}},
		{"SVG with a token", svg(`<openbadges:assertion verify="` + jwt(doc) + `"/>`), Found{Doc: []byte(doc), Signed: true}},
		{"SVG with its own default", svg(`<credential xmlns="https://purl.imsglobal.org/ob/v3p0">` + doc + `</credential>`), Found{Doc: []byte(doc)}},
		{"SVG that forgot to declare", []byte("\uFEFF<svg><!-- a > b --><openbadges:assertion><![CDATA[" + doc + "]]></openbadges:assertion></svg>"), Found{Doc: []byte(doc)}},
		{"SVG with one in a comment", svg(`<!-- <openbadges:assertion>no</openbadges:assertion> --><openbadges:assertion><![CDATA[` + doc + `]]></openbadges:assertion>`), Found{Doc: []byte(doc)}},
		{"SVG with other elements of that name", svg(`<no:assertion>no</no:assertion><credential>no<openbadges:assertions>no</openbadges:assertions><ob:credential>` + doc + `</ob:credential>`), Found{Doc: []byte(doc)}},
		{"SVG with the name inside", svg(`<openbadges:assertion><![CDATA[{"a":"<openbadges:assertion>"}]]></openbadges:assertion>`), Found{Doc: []byte(`{"a":"<openbadges:assertion>"}`)}},
		{"SVG unsound around it", svg(`<g><openbadges:assertion><![CDATA[` + doc + `]]></openbadges:assertion></p><b attr>&nope;`), Found{Doc: []byte(doc)}},
	} {
		got, err := Find(c.b)
		if err != nil || string(got.Doc) != string(c.want.Doc) || got.Signed != c.want.Signed || got.Others != c.want.Others {
			t.Errorf("%s: %+v %v, want %+v", c.name, got, err, c.want)
		}
	}
}

func TestWhatHoldsNoBadgeSaysWhy(t *testing.T) {
	bomb := pack(strings.Repeat(" ", MaxText+1))
	broken := baked(t, chunk("tEXt", "openbadges\x00"+doc))
	broken[len(broken)-60] ^= 1
	at := bytes.Index(broken, []byte("openbadges"))
	torn := bytes.Clone(broken)
	torn[at+12] ^= 1
	for _, c := range []struct {
		name, code string
		b          []byte
	}{
		{"a picture", "bake-none", baked(t)},
		{"an SVG", "bake-none", svg("")},
		{"nothing", "bake-none", nil},
		{"no picture", "bake-none", []byte("GIF89a")},
		{"an empty text", "bake-none", baked(t, chunk("tEXt", "openbadges\x00 \n"))},
		{"an empty element", "bake-none", svg(`<openbadges:assertion></openbadges:assertion>`)},
		{"an address", "bake-address", baked(t, chunk("tEXt", "openbadges\x00https://a.org/1"))},
		{"an address in an SVG", "bake-address", svg(`<openbadges:assertion verify="http://a.org/1"/>`)},
		{"a changed letter", "bake-damaged", torn},
		{"no end of the keyword", "bake-damaged", baked(t, chunk("iTXt", "openbadges\x00\x02"))},
		{"half a packed text", "bake-damaged", baked(t, chunk("zTXt", "openbadges\x00\x00"+pack(doc)[:9]))},
		{"an SVG cut off", "bake-damaged", svg(`<openbadges:assertion><![CDATA[` + doc)},
		{"nested elements", "bake-damaged", svg(`<openbadges:assertion>` + strings.Repeat("<a>", 1<<17))},
		{"a bomb in an iTXt", "bake-large", baked(t, chunk("iTXt", "openbadges\x00\x01\x00\x00\x00"+bomb))},
		{"a bomb in a zTXt", "bake-large", baked(t, chunk("zTXt", "openbadges\x00\x00"+bomb))},
		{"a long text", "bake-large", baked(t, chunk("tEXt", "openbadges\x00"+strings.Repeat("x", MaxText+1)))},
		{"a long element", "bake-large", svg(`<openbadges:assertion>` + strings.Repeat("x", MaxText+1) + `</openbadges:assertion>`)},
		{"an encrypted token", "bake-encrypted", baked(t, chunk("tEXt", "openbadges\x00"+jwt(doc)+".a.b"))},
		{"no token after all", "bake-token", baked(t, chunk("tEXt", "openbadges\x00eyJ.eyJ."))},
		{"a header that is a list", "bake-token", baked(t, chunk("tEXt", "openbadges\x00ew.e30."))},
	} {
		got, err := Find(c.b)
		var e *designer.Error
		if !errors.As(err, &e) || e.Code != c.code || got.Doc != nil {
			t.Errorf("%s: %+v %v, want %s", c.name, got, err, c.code)
			continue
		}
		for _, lang := range locale.Languages() {
			if s := locale.For(lang).Error(err); strings.ContainsAny(s, "{}[]") {
				t.Errorf("%s: %s", lang, s)
			}
		}
	}
}

func TestATokenIsToldFromText(t *testing.T) {
	for in, want := range map[string]bool{
		jwt(doc):                         true,
		" \n" + jwt(doc) + "\n":          true,
		"ew0KfQ.e30.":                    true,
		jwt(doc) + "~WyJhIl0~":           true,
		jwt(doc) + ".a.b":                true,
		"eyJ.a":                          false,
		"eyJ.a.b.c":                      false,
		"eyebrows. And. More":            false,
		"https://a.org/eyJ.a.b":          false,
		`{"a":"` + jwt(doc) + `"}`:       false,
		"ey" + strings.Repeat(".", 1000): false,
	} {
		if got := IsToken([]byte(in)); got != want {
			t.Errorf("%.60q is a token: %v", in, got)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(baked(f, chunk("iTXt", "openbadges\x00\x01\x00\x00\x00"+pack(doc)), chunk("tEXt", "openbadges\x00"+jwt(doc))))
	f.Add(baked(f, chunk("zTXt", "openbadgecredential\x00\x00"+pack(doc))))
	f.Add(svg(`<openbadges:assertion verify="https://a.org/1"><![CDATA[` + doc + `]]></openbadges:assertion>`))
	f.Add(svg(`<!-- assertion --><credential xmlns="https://purl.imsglobal.org/ob/v3p0">` + jwt(doc) + `</credential>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := Find(b)
		var e *designer.Error
		switch {
		case err == nil && (len(got.Doc) == 0 || len(got.Doc) > MaxText*2):
			t.Errorf("%d bytes found", len(got.Doc))
		case err != nil && !errors.As(err, &e):
			t.Errorf("%v has no words", err)
		case err != nil && locale.For("en").Error(err) == "":
			t.Errorf("%v says nothing", err)
		}
	})
}

// hostile are the pictures that cost most for their size.
func hostile(t testing.TB) map[string][]byte {
	bomb := chunk("iTXt", "openbadges\x00\x01\x00\x00\x00"+pack(strings.Repeat(" ", MaxText-1)))
	return map[string][]byte{
		"bombs":    baked(t, bomb, bomb, bomb, bomb, bomb, bomb, bomb, bomb, bomb),
		"comments": svg(strings.Repeat("<!-- -->", 1<<19)),
		"elements": svg(strings.Repeat("<openbadges:assertion/>", 1<<17)),
		"unclosed": svg(strings.Repeat("<credential ", 1<<18)),
		"spaces":   svg("<openbadges:assertion " + strings.Repeat(`a="" `, 1<<19)),
		"names":    svg(strings.Repeat(`<a xmlns:b="http://openbadges.org"/>`, 1<<16)),
		"points":   append([]byte("eyJ"), bytes.Repeat([]byte("."), 4<<20)...),
	}
}

// What is allocated, all told, is more than what is ever held at once.
func TestHostilePicturesCostLittleMemory(t *testing.T) {
	for name, b := range hostile(t) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Find(b)
		IsToken(b)
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > 50<<20 {
			t.Errorf("%s: %d MB", name, got>>20)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, in := range hostile(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Find(in)
				IsToken(in)
			}
		})
	}
}

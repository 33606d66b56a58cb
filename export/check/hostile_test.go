// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/png"
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"insignia/internal/pngchunk"
)

// bomb is a PNG of a few kilobytes that says it has side × side pixels, and
// has so many rows of them.
func bomb(t testing.TB, side, rows int) []byte {
	t.Helper()
	head := binary.BigEndian.AppendUint32(nil, uint32(side))
	head = binary.BigEndian.AppendUint32(head, uint32(side))
	head = append(head, 8, 6, 0, 0, 0)
	var packed bytes.Buffer
	z, err := zlib.NewWriterLevel(&packed, zlib.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	row := make([]byte, 4*side+1)
	for range rows {
		if _, err := z.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return pngchunk.Encode([]pngchunk.Chunk{{Type: "IHDR", Data: head}, {Type: "IDAT", Data: packed.Bytes()}, {Type: "IEND"}})
}

func uri(kind string, b []byte) string {
	return "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(b)
}

// noise is a picture of some 4·side² bytes that does not get smaller.
func noise(t testing.TB, side int) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, side, side))
	r := rand.New(rand.NewPCG(1, 1))
	for i := range m.Pix {
		m.Pix[i] = byte(r.IntN(256))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	opensBadge = `{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass",`
	opensThree = `{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"type":["Achievement"],`
)

// hostile are documents made to cost much, and a rule that each must break.
func hostile(t testing.TB) map[string]struct {
	doc  []byte
	rule string
} {
	many := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(f(i))
		}
		return b.String()
	}
	num := strconv.Itoa
	key := func(i int) string { return `"k` + num(i) + `":1` }
	long := strings.Repeat("k", 1<<20)
	endorsed := func(n int, picture string) string {
		return opensThree + `"endorsement":[` + many(n, func(int) string {
			return `{"@context":[],"id":"a:b","name":"x","type":["VerifiableCredential","EndorsementCredential"],"validFrom":"2026-01-01T00:00:00Z",` +
				`"credentialSubject":{"id":"a:b","type":"EndorsementSubject"},"issuer":{"id":"https://a.org","type":"Profile","image":{"id":"` + picture + `","type":"Image"}}}`
		}) + `]}`
	}
	out := map[string]struct {
		doc  []byte
		rule string
	}{}
	add := func(name, rule, doc string) {
		out[name] = struct {
			doc  []byte
			rule string
		}{[]byte(doc), rule}
	}
	add("ten megabytes", "json-size", opensBadge+`"name":"`+strings.Repeat("x", 10<<20)+`"}`)
	add("ten megabytes of brackets", "json-size", strings.Repeat("[", 10<<20))
	add("deep lists", "json-depth", opensBadge+`"tags":`+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+`}`)
	add("deep objects", "json-depth", opensThree+`"criteria":`+strings.Repeat(`{"criteria":`, 10_000)+"1"+strings.Repeat("}", 10_000)+`}`)
	add("a long list", "json-size", opensBadge+`"tags":[`+many(1_000_000, func(int) string { return "1" })+`]}`)
	add("many bad items", "tags", opensBadge+`"tags":[`+many(90_000, func(int) string { return "1" })+`]}`)
	add("many bad tags", "text-number", opensThree+`"tag":[`+many(90_000, func(int) string { return "1" })+`]}`)
	add("many keys", "unmapped", opensBadge+many(90_000, key)+`}`)
	add("many keys in version 3", "undefined", opensThree+many(90_000, key)+`}`)
	add("a key many times", "json-duplicate", opensBadge+many(90_000, func(int) string { return `"name":1` })+`}`)
	add("many keys in capitals", "json-case", opensBadge+many(400, func(i int) string { return `"k` + num(i) + `":1,"K` + num(i) + `":1` })+`}`)
	add("halves and controls", "json-control", opensBadge+`"name":"`+strings.Repeat(`\u0000\ud800`, 300_000)+`"}`)
	add("long keys", "empty", opensBadge+`"`+long+`":{"a":[`+many(90_000, func(int) string { return `""` })+`]}}`)
	add("long path", "empty", opensBadge+strings.Repeat(`"image":{`, 50)+`"`+long+`":[`+many(90_000, func(int) string { return `""` })+`]`+strings.Repeat("}", 51))
	add("many types", "type-undefined", opensThree[:strings.Index(opensThree, `"type"`)]+`"type":["Achievement",`+many(40_000, func(i int) string { return `"T` + num(i) + `"` })+`],`+many(40_000, key)+`}`)
	add("many contexts", "required", `{"@context":["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",`+many(40_000, func(i int) string { return `{"c` + num(i) + `":"https://a.org/"}` })+`],"type":"Achievement"}`)
	add("a heavy picture", "image-heavy", opensBadge+`"image":"`+uri("png", noise(t, 760))+`"}`)
	add("a heavy picture in version 3", "image-heavy", opensThree+`"image":{"type":"Image","id":"`+uri("png", noise(t, 760))+`"}}`)
	add("a bomb", "image-heavy", opensBadge+`"image":"`+uri("png", bomb(t, 20_000, 100))+`"}`)
	add("many bombs", "image-heavy", endorsed(60, uri("png", bomb(t, 2_000, 2_000))))
	add("a heavy drawing", "image-heavy", opensBadge+`"image":"`+uri("svg+xml", []byte(`<svg xmlns="http://www.w3.org/2000/svg">`+strings.Repeat("<g/>", 500_000)+`</svg>`))+`"}`)
	add("a drawing of attributes", "image-bytes", opensBadge+`"image":"`+uri("svg+xml", []byte(`<svg `+strings.Repeat(`a="" `, 100_000)))+`"}`)
	add("many drawings", "image-heavy", endorsed(200, uri("svg+xml", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">`+strings.Repeat("<g/>", 3_000)+`</svg>`))))
	add("braces", "required", `{"@context":[],"type":"OpenBadgeCredential","name":"`+strings.Repeat("{{", 1_500_000)+`"}`)
	add("dots", "json-syntax", "ey"+strings.Repeat(".", 3<<20))
	add("many levels", "level-unknown", opensThree+`"resultDescription":[`+many(200, func(i int) string {
		return `{"id":"a:b","name":"x","type":"ResultDescription","resultType":"Status","requiredLevel":"a:b","rubricCriterionLevel":[` +
			many(400, func(int) string { return `null` }) + `]}`
	})+`]}`)
	return out
}

func TestHostileDocumentsAreToldAndNotMore(t *testing.T) {
	for name, h := range hostile(t) {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		r := Check(h.doc)
		runtime.ReadMemStats(&after)
		if r.OK() || len(r.Findings) > maxFindings {
			t.Errorf("%s: %d findings, OK %v", name, len(r.Findings), r.OK())
		}
		found := false
		for _, f := range r.Findings {
			found = found || f.Rule == h.rule
			if len(f.Path) > 4000 {
				t.Errorf("%s: a path of %d bytes", name, len(f.Path))
			}
		}
		if !found {
			t.Errorf("%s does not break %s but %v", name, h.rule, rules(r)[:min(len(r.Findings), 5)])
		}
		if spent := after.TotalAlloc - before.TotalAlloc; spent > 50<<20 {
			t.Errorf("%s: %d MiB were allocated on the way", name, spent>>20)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, h := range hostile(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Check(h.doc)
			}
		})
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pngchunk

import (
	"bytes"
	"compress/zlib"
	"errors"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
)

// picture is a PNG that somebody else wrote.
func picture(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAPictureComesBackByteForByte(t *testing.T) {
	b := picture(t)
	chunks, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	var types []string
	for _, c := range chunks {
		types = append(types, c.Type)
	}
	if got := strings.Join(types, " "); got != "IHDR IDAT IEND" {
		t.Errorf("chunks %s", got)
	}
	if !bytes.Equal(Encode(chunks), b) {
		t.Error("it was changed")
	}
}

func TestAChunkPutInKeepsThePictureReadable(t *testing.T) {
	chunks, err := Decode(picture(t))
	if err != nil {
		t.Fatal(err)
	}
	want := Text{Keyword: "openbadges", Value: `{"a":"ñ木"}`}
	b := Encode(slices.Insert(chunks, 1, want.Chunk()))
	if _, err := png.Decode(bytes.NewReader(b)); err != nil {
		t.Error(err)
	}
	again, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if got, ok, err := ParseText(again[1]); got != want || !ok || err != nil {
		t.Errorf("%+v %v %v", got, ok, err)
	}
}

func TestWhatIsNotAPNGIsRefused(t *testing.T) {
	good := picture(t)
	change := func(at int, to byte) []byte {
		b := bytes.Clone(good)
		b[at] = to
		return b
	}
	ihdr := good[8:33]
	end := good[len(good)-12:]
	for _, c := range []struct {
		name string
		b    []byte
		want error
	}{
		{"nothing", nil, ErrSignature},
		{"a GIF", []byte("GIF89a.............."), ErrSignature},
		{"half a signature", good[:5], ErrSignature},
		{"a signature alone", good[:8], ErrCut},
		{"cut in a chunk", good[:20], ErrCut},
		{"cut before its end", good[:len(good)-12], ErrCut},
		{"cut in its end", good[:len(good)-1], ErrCut},
		{"a length beyond the file", change(8, 0x7f), ErrCut},
		{"a length beyond the standard", change(8, 0xff), ErrCut},
		{"a changed pixel", change(45, good[45]^1), ErrSum},
		{"a changed sum", change(len(good)-1, 0), ErrSum},
		{"a name with a digit", change(12, '1'), ErrType},
		{"no IHDR first", slices.Concat(good[:8], end), ErrOrder},
		{"two IHDR", slices.Concat(good[:33], ihdr, end), ErrOrder},
		{"more after its end", slices.Concat(good, end), ErrOrder},
		{"junk after its end", append(bytes.Clone(good), 1, 2, 3), ErrCut},
	} {
		if got, err := Decode(c.b); !errors.Is(err, c.want) || got != nil {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func pack(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func TestTextIsReadFromAllThreeChunks(t *testing.T) {
	for _, c := range []struct {
		chunk Chunk
		want  Text
	}{
		{Chunk{"tEXt", []byte("Title\x00caf\xe9")}, Text{"Title", "", "café"}},
		{Chunk{"tEXt", []byte("Title\x00")}, Text{"Title", "", ""}},
		{Chunk{"zTXt", []byte("Note\x00\x00" + pack("caf\xe9"))}, Text{"Note", "", "café"}},
		{Chunk{"iTXt", []byte("Title\x00\x00\x00es\x00Título\x00木")}, Text{"Title", "es", "木"}},
		{Chunk{"iTXt", []byte("Title\x00\x01\x00\x00\x00" + pack("木"))}, Text{"Title", "", "木"}},
		{Text{"Description", "de", "Zeile\nzwei"}.Chunk(), Text{"Description", "de", "Zeile\nzwei"}},
	} {
		if got, ok, err := ParseText(c.chunk); got != c.want || !ok || err != nil {
			t.Errorf("%q: %+v %v %v", c.chunk.Data, got, ok, err)
		}
	}
}

func TestOtherChunksAreNoText(t *testing.T) {
	if got, ok, err := ParseText(Chunk{"IDAT", []byte("Title\x00x")}); ok || err != nil || got != (Text{}) {
		t.Errorf("%+v %v %v", got, ok, err)
	}
}

func TestMalformedTextIsRefused(t *testing.T) {
	for _, c := range []Chunk{
		{"tEXt", nil}, {"tEXt", []byte("Title")}, {"tEXt", []byte("\x00value")}, {"tEXt", []byte(strings.Repeat("k", 80) + "\x00v")},
		{"zTXt", []byte("Note\x00")}, {"zTXt", []byte("Note\x00\x01" + pack("x"))}, {"zTXt", []byte("Note\x00\x00garbage")},
		{"iTXt", []byte("Title\x00")}, {"iTXt", []byte("Title\x00\x02\x00\x00\x00x")}, {"iTXt", []byte("Title\x00\x01\x07\x00\x00x")},
		{"iTXt", []byte("Title\x00\x00\x00es")}, {"iTXt", []byte("Title\x00\x00\x00es\x00x")}, {"iTXt", []byte("Title\x00\x00\x00\x00\x00\xff")},
		{"iTXt", []byte("Title\x00\x01\x00\x00\x00" + pack("x")[:4])},
		{"zTXt", []byte("Bomb\x00\x00" + pack(strings.Repeat("0", MaxText+1)))},
	} {
		if got, ok, err := ParseText(c); !errors.Is(err, ErrText) || !ok || got != (Text{}) {
			t.Errorf("%s %.30q: %+v %v %v", c.Type, c.Data, got, ok, err)
		}
	}
}

func TestAFileOfNothingButChunksIsRefused(t *testing.T) {
	chunks := []Chunk{{Type: "IHDR"}}
	for len(chunks) < MaxChunks-1 {
		chunks = append(chunks, Chunk{Type: "IDAT"})
	}
	end := Chunk{Type: "IEND"}
	if _, err := Decode(Encode(append(chunks, end))); err != nil {
		t.Errorf("as many as may be: %v", err)
	}
	if got, err := Decode(Encode(append(chunks, Chunk{Type: "IDAT"}, end))); !errors.Is(err, ErrMany) || got != nil {
		t.Errorf("one more: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(picture(f))
	f.Add([]byte(Signature))
	f.Add(Encode([]Chunk{{"IHDR", nil}, Text{"k", "", "v"}.Chunk(), {"IEND", nil}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		chunks, err := Decode(b)
		if err != nil {
			return
		}
		if !bytes.Equal(Encode(chunks), b) {
			t.Fatal("read and written, it differs")
		}
	})
}

func FuzzParseText(f *testing.F) {
	f.Add("tEXt", []byte("Title\x00x"))
	f.Add("zTXt", []byte("Note\x00\x00"+pack("x")))
	f.Add("iTXt", []byte("Title\x00\x01\x00\x00\x00"+pack("木")))
	f.Add("iTXt", []byte("Title\x00\x00\x00es\x00t\x00v"))
	f.Fuzz(func(t *testing.T, typ string, b []byte) {
		x, ok, err := ParseText(Chunk{typ, b})
		// Keywords are Latin-1 in a file: only ASCII ones come back as written.
		if !ok || err != nil || strings.ContainsFunc(x.Keyword, func(r rune) bool { return r > 0x7e }) {
			return
		}
		again, ok, err := ParseText(Text{x.Keyword, x.Language, x.Value}.Chunk())
		if again != x || !ok || err != nil {
			t.Fatalf("%+v comes back as %+v, %v", x, again, err)
		}
	})
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
)

func TestAFolderThatIsNotThereHeldNothing(t *testing.T) {
	c, err := Read(filepath.Join(t.TempDir(), "nothing"))
	if err != nil || !reflect.DeepEqual(c, Copy{}) {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err = Read(t.TempDir()); err != nil || !reflect.DeepEqual(c, Copy{}) {
		t.Errorf("%+v, %v", c, err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "badges"), 0o700); err != nil {
		t.Fatal(err)
	}
	if c, err = Read(dir); err != nil || !reflect.DeepEqual(c, Copy{}) {
		t.Errorf("%+v, %v", c, err)
	}
}

// Whatever one byte of a file becomes, its text is not shown as right.
func TestEveryByteOfAFileCounts(t *testing.T) {
	d := badge("Bike Repair Buddy")
	d.Criteria.Steps = []designer.Step{{Text: "Mend a puncture"}}
	data, err := badges.encode(d)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := badges.decode(data, d.ID); err != nil {
		t.Fatal(err)
	}
	for i := range data {
		for _, b := range []byte{0, ' ', data[i] ^ 1, data[i] ^ 0x20, data[i] ^ 0x80} {
			bad := bytes.Clone(data)
			if bad[i] = b; b == data[i] {
				continue
			}
			if got, err := badges.decode(bad, d.ID); err == nil || !reflect.DeepEqual(got, designer.Draft{}) {
				t.Errorf("with %q at %d it is read", b, i)
			}
		}
		if _, err := badges.decode(data[:i], d.ID); err == nil {
			t.Errorf("the first %d bytes are read", i)
		}
		if _, err := badges.decode(slices.Insert(bytes.Clone(data), i, ' '), d.ID); err == nil {
			t.Errorf("with a space at %d it is read", i)
		}
	}
}

func TestWhatIsNotOneOfOursIsNotRead(t *testing.T) {
	d := badge("Bike")
	good, err := badges.encode(d)
	if err != nil {
		t.Fatal(err)
	}
	other, _ := badges.encode(badge("Cook"))
	workshop, _ := workshops.encode(designer.Workshop{Meta: d.Meta})
	folder := filepath.Join(t.TempDir(), "badges")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	name := fileName(d.Name, "badge", d.ID)
	for what, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":              {nil, ErrAltered},
		"no checksum":          {[]byte("{\n  \"id\": \"" + d.ID + "\"\n}\n"), ErrAltered},
		"line ends of Windows": {bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")), ErrAltered},
		"another badge":        {other, ErrName},
		"a workshop":           {workshop, ErrNewer},
		"two documents":        {seal([]byte("{\n  \"id\": \"" + d.ID + "\"\n}{\n}\n")), ErrNewer},
		"a newer program's":    {seal([]byte("{\n  \"id\": \"" + d.ID + "\",\n  \"sound\": \"x\"\n}\n")), ErrNewer},
		"a list":               {seal([]byte("[\n  1\n}\n")), ErrNewer},
		"eight mebibytes":      {append(good, bytes.Repeat([]byte(" "), maxBytes)...), ErrAltered},
	} {
		write(t, filepath.Join(folder, name), string(c.data))
		got, err := Read(filepath.Dir(folder))
		if err != nil || len(got.Drafts) > 0 || len(got.Unread) != 1 || got.Unread[0].Name != "badges/"+name || !errors.Is(got.Unread[0].Err, c.want) {
			t.Errorf("%s: %+v, %v", what, got, err)
		}
	}
}

func TestNamesSayWhatAndWhich(t *testing.T) {
	id := "1f3a6c1e-53a8-4d0e-9d1b-7f6a2c3b4d5e"
	for title, want := range map[string]string{
		"Bike Repair Buddy":         "bike-repair-buddy",
		"  ¡Cocinera, año «ñandú»!": "cocinera-ano-nandu",
		"Grüße aus Köln":            "grusse-aus-koln",
		"日本語":                       "badge",
		"":                          "badge",
		"../../etc/passwd":          "etc-passwd",
		"CON":                       "con-badge",
		"lpt1":                      "lpt1-badge",
		"compass":                   "compass",
		strings.Repeat("word ", 40): strings.TrimSuffix(strings.Repeat("word-", 12), "-"),
		"a\x1b[31m\u202e\x00b":      "a-31m-b",
	} {
		name := fileName(title, "badge", id)
		if name != want+"."+id+".json" {
			t.Errorf("%q is called %s", title, name)
		}
		if got, ok := idOf(name); !ok || got != id {
			t.Errorf("%s has the id %q, %v", name, got, ok)
		}
	}
	for _, name := range []string{"", ".json", id + ".json", "." + id + ".json", "a." + id, "a." + id + ".json ", "a." + id[1:] + ".json",
		"A." + id + ".json", "a/b." + id + ".json", "a." + id + ".aside-20261124-103005.json", strings.Repeat("a", 61) + "." + id + ".json"} {
		if id, ok := idOf(name); ok {
			t.Errorf("%q has the id %q", name, id)
		}
	}
}

// Whatever a file holds, it is read as the record of its name or not at all, and
// what was read can be written and read again.
func FuzzRead(f *testing.F) {
	for _, name := range sample.Names() {
		d, _ := sample.Load(name, "en")
		b, err := badges.encode(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(fileName(d.Name, "badge", d.ID), b)
	}
	id := designer.NewID()
	f.Add("x."+id+".json", seal([]byte("{\n  \"id\": \""+id+"\"\n}\n")))
	f.Add("x."+id+".json", []byte("{}"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		id, ok := idOf(name)
		if !ok {
			return
		}
		for _, b := range [][]byte{data, sealed(data)} {
			d, err := badges.decode(b, id)
			if err != nil {
				if !reflect.DeepEqual(d, designer.Draft{}) {
					t.Errorf("%v, but also %+v", err, d)
				}
				continue
			}
			again, err := badges.encode(d)
			if err != nil {
				continue // a year that JSON dates cannot say
			}
			if twice, err := badges.decode(again, id); err != nil || twice.ID != d.ID {
				t.Errorf("%+v, %v", twice, err)
			}
		}
		if w, err := workshops.decode(sealed(data), id); err == nil && w.ID != id {
			t.Errorf("%+v", w)
		}
	})
}

// sealed gives data the right checksum, so that the fuzzer comes past it.
func sealed(data []byte) []byte {
	plain, _ := bytes.CutSuffix(data, []byte(plainEnd))
	return seal(append(bytes.Clone(plain), plainEnd...))
}

func BenchmarkSync10kUnchanged(b *testing.B) {
	s, dir := store(), b.TempDir()
	f := filepath.Join(dir, badges.folder)
	if err := os.Mkdir(f, 0o700); err != nil {
		b.Fatal(err)
	}
	for range 10_000 {
		d := badge("Community Cook")
		d.Description = strings.Repeat("Plan a menu for twelve. ", 80)
		d = s.drafts.put(d)
		data, err := badges.encode(d)
		if err != nil {
			b.Fatal(err)
		}
		path := filepath.Join(f, fileName(d.Name, "badge", d.ID)) // not by Sync: making them durable takes a minute
		if err := os.WriteFile(path, data, 0o600); err != nil {
			b.Fatal(err)
		}
		if err := os.Chtimes(path, d.Updated, d.Updated); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if r, err := Sync(b.Context(), s, dir); err != nil || r != (Report{Kept: 10_000}) {
			b.Fatal(r, err)
		}
	}
}

func BenchmarkRead10k(b *testing.B) {
	dir := b.TempDir()
	f := filepath.Join(dir, badges.folder)
	if err := os.Mkdir(f, 0o700); err != nil {
		b.Fatal(err)
	}
	for range 10_000 {
		d := badge("Community Cook")
		d.Description = strings.Repeat("Plan a menu for twelve. ", 80)
		data, _ := badges.encode(d)
		if err := os.WriteFile(filepath.Join(f, fileName(d.Name, "badge", d.ID)), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if c, err := Read(dir); err != nil || len(c.Drafts) != 10_000 {
			b.Fatal(len(c.Drafts), err)
		}
	}
}

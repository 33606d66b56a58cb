// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// hostile are files made to cost time or room.
func hostile() map[string][]byte {
	fill := func(head, unit string) []byte {
		return append([]byte(head), bytes.Repeat([]byte(unit), (maxBytes-len(head))/len(unit))...)
	}
	var members strings.Builder
	for n := range 50 {
		for _, sub := range []string{"text", "required", "evidence", "note"} {
			members.WriteString("criteria.steps." + string(rune('0'+(n+1)/10)) + string(rune('0'+(n+1)%10)) + "." + sub + ",")
		}
	}
	head := strings.ReplaceAll(members.String(), "steps.0", "steps.") + "name\n"
	return map[string][]byte{
		"commas":           fill("Name,Why\n", ","),
		"line ends":        fill("Name,Why\n", "\n"),
		"empty rows":       fill("Name,Why\n", ",\n"),
		"marks":            fill("Name,Why\n", `"`),
		"one open mark":    fill("Name,Why\n\"", "a,b\n"),
		"stray marks":      fill("Name,Why\n", `"a"b,`),
		"one cell":         fill("Name,Why\n", "x"),
		"accents":          fill("Name,Why\n", "e\u0301\u0300"),
		"escapes":          fill("Name,Why\n\"", "\x1b[31m\n"),
		"small cells":      fill(head, strings.Repeat("x,", 200)+"x\n"),
		"wrong cells":      fill("Kind,By when\n", "x,y\n"),
		"lists":            fill("Criteria,Name\n", "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q;r;s;t;u;v;w;x;y;z,x\n"),
		"one list":         fill("Criteria,Name\n\"", "a\n"),
		"one list, marked": fill("Criteria,Name\n\"", "1. "),
		"semicolons":       fill("Criteria,Name\n", ";"),
		"headings":         fill("", "Earner,"),
		"strange headings": fill("Name,", "Criterai (x): 4,"),
		"guards":           fill("Name,Why\n", "';'="),
		"zeros":            fill("Name,Why\n", "\x00"),
		"sixteen bits":     fill("\xff\xfeN\x00a\x00m\x00e\x00\n\x00", "x\x00\n\x00"),
		"eight bits":       fill("Name,Why\n", "\xe9"),
		"words for dates":  fill("By when,Name\n", "4 de mayo de 2026,x\n"),
		"numbers":          fill("How many steps,Name\n", "1 2 3 4 5 6 7 8 9,x\n"),
		"optional":         fill("Criteria,Name\n\"", "optional (optional), optional;\n"),
	}
}

func TestAHostileFileIsReadOrRefused(t *testing.T) {
	for name, data := range hostile() {
		r, err := Read(data)
		if len(r.Problems) > maxProblems || len(r.Drafts) > maxRows {
			t.Errorf("%s: %d problems, %d badges, %v", name, len(r.Problems), len(r.Drafts), err)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, data := range hostile() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(data)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.*")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{"Name,Why\n\"a\"b,'=1", "criteria.steps.2,Step 1,Criteria\na,b,1. c 2. d", "sep=;\nName;Name\na;b", "\xfe\xff\x00N", "Issuer,Drawing\nx https://a.b c@d.e,y",
		"alignment.1.targetUrl,alignment,Evidence 3,tags.4\na,b c,d,e", "By when,Language,Kind,Step 1 required\n1/2/26,Basque,x,WAHR", "Name\n\x93caf\xe9\x94"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Read(data)
		if err != nil {
			if _, ok := err.(*designer.Error); !ok {
				t.Fatalf("%v is no error of ours", err)
			}
			return
		}
		w := locale.For("en")
		for _, s := range r.Notes(w) {
			if !utf8.ValidString(s) {
				t.Errorf("note %q", s)
			}
		}
		for _, p := range r.Problems {
			if s := p.Say(w); strings.Contains(s, "[error.") {
				t.Errorf("problem %q", s)
			}
		}
		var drafts []designer.Draft
		for _, row := range r.Drafts {
			drafts = append(drafts, row.Draft)
			for _, field := range designer.Fields() {
				v := field.Value(&row.Draft)
				if c, _ := clean.Text(v); c != v {
					t.Errorf("%s is %q, not clean", field.ID, v)
				}
			}
		}
		table, left := Write(drafts)
		again, err := Read(table)
		if left > 0 || len(drafts) == 0 || len(table) > maxBytes {
			return
		}
		if err != nil || len(again.Drafts) != len(drafts) {
			t.Fatalf("%d badges read back as %d, %v\n%s", len(drafts), len(again.Drafts), err, table)
		}
		for i := range drafts {
			if !reflect.DeepEqual(again.Drafts[i].Draft, drafts[i]) {
				t.Fatalf("%+v\nreads back as %+v\n%s", drafts[i], again.Drafts[i].Draft, table)
			}
		}
	})
}

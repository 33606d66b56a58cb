// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package strict

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// plain turns a tree into what encoding/json would give.
func plain(n Node) any {
	switch n.Kind {
	case Bool:
		return n.Text == "true"
	case Number:
		return json.Number(n.Text)
	case String:
		return n.Text
	case List:
		out := []any{}
		for _, i := range n.Items {
			out = append(out, plain(i))
		}
		return out
	case Object:
		out := map[string]any{}
		for _, m := range n.Members {
			out[m.Key] = plain(m.Value)
		}
		return out
	}
	return nil
}

func codes(flaws []Flaw) string {
	var out []string
	for _, f := range flaws {
		out = append(out, f.Code+"@"+strconv.Itoa(f.At))
	}
	return strings.Join(out, " ")
}

func TestParseNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		in, want string
		ok       bool
	}{
		{`{"a":[1,-2.5e+3,true,false,null,"x\u00e9\n\/"]}`, "", true},
		{" \n{} \t", "", true},
		{`"\ud83d\udeb2"`, "", true},
		{"\uFEFF{}", "bom@0", true},
		{`{"a":1,"b":2,"a":3}`, "duplicate@13", true},
		{`{"a":1,"\u0061":3}`, "duplicate@7", true},
		{`{"\u0001\u0002":1,"\u0001\u0002":2}`, "control@2 control@8 duplicate@18 control@19 control@25", true},
		{`"\ud83d"`, "surrogate@1", true},
		{`"\udeb2\ud83d"`, "surrogate@1 surrogate@7", true},
		{`"\ud83d\n"`, "surrogate@1", true},
		{`"a\u0000b\u001b\b\u0085"`, "control@2 control@9 control@15 control@17", true},
		{"\"a\xffb\"", "utf8@2", false},
		{"\"\xed\xa0\x80\"", "utf8@1", false},
		{"", "syntax@0", false},
		{"{", "syntax@1", false},
		{`{"a"}`, "syntax@4", false},
		{`{"a":1,}`, "syntax@7", false},
		{`[1,]`, "syntax@3", false},
		{`{a:1}`, "syntax@1", false},
		{`{'a':1}`, "syntax@1", false},
		{`[NaN]`, "syntax@1", false},
		{`[Infinity]`, "syntax@1", false},
		{`[01]`, "syntax@2", false},
		{`[+1]`, "syntax@1", false},
		{`[.5]`, "syntax@1", false},
		{`[1.]`, "syntax@3", false},
		{`[1e]`, "syntax@3", false},
		{`{} {}`, "syntax@3", false},
		{`{} // no`, "syntax@3", false},
		{"\"a\nb\"", "syntax@2", false},
		{`"abc`, "syntax@4", false},
		{`"\x"`, "syntax@1", false},
		{`"\u12"`, "syntax@1", false},
		{`"\u+123"`, "syntax@1", false},
		{`tru`, "syntax@0", false},
		{strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth), "", true},
		{strings.Repeat("[", 1<<20), "depth@65", false},
		{`{"a":` + strings.Repeat(`{"a":`, 1<<17), "depth@325", false},
		{strings.Repeat(" ", MaxBytes+1), "size@0", false},
		{"[" + strings.Repeat("[],", maxNodes) + "[]]", "size@299998", false},
	} {
		_, flaws, ok := Parse([]byte(c.in))
		if got := codes(flaws); got != c.want || ok != c.ok {
			t.Errorf("%.40q gives %q, %v, want %q, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

func TestPositionCountsAsAnEditorDoes(t *testing.T) {
	doc := []byte("\uFEFF{\n  \"é\": x")
	for _, c := range []struct{ at, line, column int }{{3, 1, 1}, {5, 2, 1}, {13, 2, 8}, {999, 2, 9}} {
		if line, column := Position(doc, c.at); line != c.line || column != c.column {
			t.Errorf("offset %d is %d:%d, want %d:%d", c.at, line, column, c.line, c.column)
		}
	}
}

// What we read we read as encoding/json does, and what it refuses we refuse.
func FuzzParseAgreesWithTheStandardLibrary(f *testing.F) {
	for _, s := range []string{`{"a":[1,-2.5e+3,true,false,null,"x\u00e9\n\/"]}`, `"\ud83d\udeb2\ud83d"`, "\uFEFF{}", `[01]`, `{"a":{"b":[]},"a":1}`, `[NaN]`, "[\"\xff\"]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		root, flaws, ok := Parse(data)
		if ok && len(flaws) > 0 && flaws[len(flaws)-1].Code == Syntax || !ok && len(flaws) == 0 {
			t.Fatalf("%v with %v", ok, flaws)
		}
		for i, fl := range flaws {
			if fl.At < 0 || fl.At > len(data) || i > 0 && fl.At < flaws[i-1].At {
				t.Errorf("%v lies outside, or before the one before it", fl)
			}
			Position(data, fl.At)
		}
		if !ok {
			switch flaws[len(flaws)-1].Code {
			case Syntax:
				if json.Valid(data) {
					t.Errorf("%q is JSON", data)
				}
			}
			return
		}
		for _, fl := range flaws {
			if fl.Code == BOM {
				return
			}
		}
		d := json.NewDecoder(strings.NewReader(string(data)))
		d.UseNumber()
		var want any
		if err := d.Decode(&want); err != nil {
			t.Fatalf("%q: we read what is not JSON: %v", data, err)
		}
		if got := plain(root); !reflect.DeepEqual(got, want) && !strings.Contains(codes(flaws), Duplicate) {
			t.Errorf("%q is %v, want %v", data, got, want)
		}
	})
}

func TestNotesAreCountedOnlyAsFarAsAnybodyReads(t *testing.T) {
	_, flaws, ok := Parse([]byte(`["` + strings.Repeat(`\u0000`, 5000) + `"`))
	if len(flaws) != maxNotes+1 || ok || flaws[maxNotes].Code != Syntax {
		t.Errorf("%d flaws, %v", len(flaws), ok)
	}
}

func TestAKeyThatStandsTwiceIsFoundAmongMany(t *testing.T) {
	for n := range 3 * few {
		var b strings.Builder
		b.WriteString("{")
		for i := range n {
			b.WriteString(`"k` + strconv.Itoa(i) + `":0,`)
		}
		doc := b.String() + `"k0":1}`
		_, flaws, _ := Parse([]byte(doc))
		if found := codes(flaws) != ""; found != (n > 0) {
			t.Errorf("after %d others: %s", n, codes(flaws))
		}
	}
}

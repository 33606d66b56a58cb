// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package strict

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func tree(t testing.TB, doc string) Node {
	t.Helper()
	n, flaws, ok := Parse([]byte(doc))
	if !ok {
		t.Fatalf("%s: %v", doc, flaws)
	}
	return n
}

func TestEncodeWritesAsTheFilesAreWritten(t *testing.T) {
	doc := map[string]any{"a": []any{}, "b": map[string]any{}, "c": []any{1, "x<y & z>\u2028\t\"\\\x01é木🚲", nil, true}, "d": map[string]any{"e": []any{[]any{"f"}}}}
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(doc); err != nil {
		t.Fatal(err)
	}
	if got := Encode(tree(t, want.String())); !bytes.Equal(got, want.Bytes()) {
		t.Errorf("got\n%s\nwant\n%s", got, want.Bytes())
	}
}

func TestCompactKeepsOrderNumbersAndKeysThatStandTwice(t *testing.T) {
	in := ` { "z" : 1.50e+3 , "a" : [ ] , "z" : { } , "é" : [ false , null ] } `
	if got, want := Compact(tree(t, in)), `{"z":1.50e+3,"a":[],"z":{},"é":[false,null]}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestASCIIHidesNothing(t *testing.T) {
	if got, want := ASCII(tree(t, `"é\u200b🚲\n"`)), `"\u00e9\u200b\ud83d\udeb2\n"`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzEncodeComesBack(f *testing.F) {
	f.Add([]byte(`{"a":[1,-2.5e+3,true,false,null,"x\u00e9\n\/\ud83d"],"":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, _, ok := Parse(data)
		if !ok {
			return
		}
		for _, out := range []string{string(Encode(n)), Compact(n), ASCII(n)} {
			again, _, ok := Parse([]byte(out))
			if !ok || !reflect.DeepEqual(at(again), at(n)) {
				t.Fatalf("%q became %q", data, out)
			}
			if strings.ContainsFunc(ASCII(n), func(r rune) bool { return r > '~' }) {
				t.Fatalf("%q", ASCII(n))
			}
		}
	})
}

// at is a tree without the places where things stood.
func at(n Node) Node {
	n.At = 0
	for i := range n.Items {
		n.Items[i] = at(n.Items[i])
	}
	for i := range n.Members {
		n.Members[i].KeyAt, n.Members[i].Value = 0, at(n.Members[i].Value)
	}
	return n
}

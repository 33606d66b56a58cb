// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"encoding/json"
	"testing"
)

func TestJSONShowsWhatItHidesAndLosesNothing(t *testing.T) {
	for r := rune(0); r < 0xE0200; r++ {
		if r >= 0xD800 && r < 0xE000 {
			continue
		}
		want := "a" + string(r) + "b"
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		b = JSON(b)
		var got string
		if err := json.Unmarshal(b, &got); err != nil || got != want {
			t.Fatalf("%U is %q now: %v", r, got, err)
		}
		for _, c := range string(b) {
			if hidden(c) {
				t.Fatalf("%U came through as %U", r, c)
			}
		}
	}
	if in := "{\n  \"é\": \"日本 👩‍🎓\"\n}\n"; string(JSON([]byte(in))) != in {
		t.Error("what may be shown is written otherwise")
	}
}

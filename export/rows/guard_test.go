// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"strings"
	"testing"
)

func TestWhatASpreadsheetWouldObeyIsMadeHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"":             "",
		"Ana":          "Ana",
		"=1+1":         "'=1+1",
		"+1":           "'+1",
		"-1":           "'-1",
		"@SUM(A1)":     "'@SUM(A1)",
		"\t=1":         "'\t'=1",
		"\r=1":         "'\r'=1",
		"  =1":         "'  =1",
		"\u00a0=1":     "'\u00a0=1",
		"\u200b=1":     "'\u200b=1",
		"＝1":           "'＝1",
		"a;=1":         "a;'=1",
		"a\n=1":        "a\n'=1",
		"a\r\n- b":     "a\r\n'- b",
		"a\t@b":        "a\t'@b",
		"ana@b.org":    "ana@b.org",
		"1 + 1 = 2":    "1 + 1 = 2",
		"2026-04-01":   "2026-04-01",
		"say \"=1\"":   "say \"=1\"",
		"a; b, c":      "a; b, c",
		"'=1":          "''=1",
		"' '-":         "'' '-",
		"https://a.b/": "https://a.b/",
	} {
		if got := Harmless(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func FuzzHarmlessIsTakenBack(f *testing.F) {
	for _, s := range []string{"=1", "'=1", "' '=1", "a;=1\n'@b", "-", "'", "''", "＝", "\u200b=1", "x;;'=;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "\t\r") {
			t.Skip("what the program writes has neither")
		}
		if got := bare(Harmless(s)); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	})
}

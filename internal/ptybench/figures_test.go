// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func TestPercentileIsTheNearestRank(t *testing.T) {
	var hundred []float64
	for i := range 100 {
		hundred = append(hundred, float64(i+1))
	}
	rand.Shuffle(len(hundred), func(i, j int) { hundred[i], hundred[j] = hundred[j], hundred[i] })
	for _, c := range []struct {
		v    []float64
		p    float64
		want float64
	}{
		{nil, 50, 0},
		{[]float64{7}, 0, 7}, {[]float64{7}, 50, 7}, {[]float64{7}, 100, 7},
		{[]float64{3, 1, 2}, 50, 2}, {[]float64{4, 1, 3, 2}, 50, 2}, {[]float64{4, 1, 3, 2}, 51, 3},
		{[]float64{15, 20, 35, 40, 50}, 30, 20}, {[]float64{15, 20, 35, 40, 50}, 40, 20}, {[]float64{15, 20, 35, 40, 50}, 99, 50},
		{hundred, 1, 1}, {hundred, 50, 50}, {hundred, 99, 99}, {hundred, 99.1, 100}, {hundred, 100, 100},
	} {
		given := append([]float64(nil), c.v...)
		if got := percentile(c.v, c.p); got != c.want {
			t.Errorf("p%v of %d values: %v, want %v", c.p, len(c.v), got, c.want)
		}
		for i := range given {
			if given[i] != c.v[i] {
				t.Fatalf("p%v changed what it was given", c.p)
			}
		}
	}
}

func TestAReportTakesMediansOfRunsAndAllKeys(t *testing.T) {
	const unit = time.Millisecond
	r := summarize([]string{"prog", "-x"}, "80x24", []run{
		{output: 1 * unit, paint: 10 * unit, keys: []time.Duration{1 * unit, 2 * unit}, rss: 1 << 20, bytes: 100, idle: load{true, 1, 10}},
		{output: 3 * unit, paint: 30 * unit, keys: []time.Duration{9 * unit}, unanswered: 1, rss: 3 << 20, bytes: 300, idle: load{true, 3, 30}},
		{output: 2 * unit, paint: 20 * unit, rss: 2 << 20, bytes: 200},
	})
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"command":["prog","-x"],"size":"80x24","runs":3,"first_output_ms":2,"first_paint_ms":20,"first_paint_max_ms":30,` +
		`"keys":3,"keys_unanswered":1,"key_p50_ms":2,"key_p99_ms":9,"key_max_ms":9,"max_rss_mib":2,"bytes":200,` +
		`"idle_cpu_percent":1,"idle_wakeups_per_s":10}`
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
	var out strings.Builder
	r.print(&out)
	for _, s := range []string{"prog -x", "first paint 20.0 ms", "p99 9.00", "1 unanswered", "2.0 MiB", "10 wake-ups/s"} {
		if !strings.Contains(out.String(), s) {
			t.Errorf("%q is missing in\n%s", s, out.String())
		}
	}
}

func TestKeysAreRead(t *testing.T) {
	for _, c := range []struct {
		list string
		want []string
	}{
		{"", nil},
		{"x", []string{"x"}},
		{"Down*3,Enter", []string{"\x1b[B", "\x1b[B", "\x1b[B", "\r"}},
		{"C-c,C-a", []string{"\x03", "\x01"}},
		{"ñ,Comma,Space,*", []string{"ñ", ",", " ", "*"}},
	} {
		got, err := parseKeys(c.list)
		if err != nil || strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: %q, %v, want %q", c.list, got, err, c.want)
		}
	}
	for _, bad := range []string{"Dwon", "x,,y", "x*", "x*0", "x*-1", "x*99999999999", "C-1", "xy"} {
		if got, err := parseKeys(bad); err == nil {
			t.Errorf("%q was taken for %q", bad, got)
		}
	}
}

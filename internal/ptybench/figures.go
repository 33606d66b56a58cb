// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"
)

// run is what one start of the program showed.
type run struct {
	output, paint time.Duration   // from the start to the first byte, to the first whole screen
	keys          []time.Duration // from a key to the first byte of its answer
	unanswered    int
	bytes         int // written by the program
	rss           int // bytes, at the most
	idle          load
}

// load is what a program that does nothing costs.
type load struct {
	known   bool    // not every system says
	cpu     float64 // percent of one processor
	wakeups float64 // a second
}

// report is what several runs showed: medians of the runs, percentiles of all
// keys. Times are in milliseconds, as people compare them.
type report struct {
	Command    []string `json:"command"`
	Size       string   `json:"size"`
	Runs       int      `json:"runs"`
	Output     float64  `json:"first_output_ms"`
	Paint      float64  `json:"first_paint_ms"`
	PaintMax   float64  `json:"first_paint_max_ms"`
	Keys       int      `json:"keys"`
	Unanswered int      `json:"keys_unanswered"`
	KeyP50     float64  `json:"key_p50_ms,omitzero"`
	KeyP99     float64  `json:"key_p99_ms,omitzero"`
	KeyMax     float64  `json:"key_max_ms,omitzero"`
	RSS        float64  `json:"max_rss_mib"`
	Bytes      int      `json:"bytes"`
	// Missing where the system does not say.
	IdleCPU     *float64 `json:"idle_cpu_percent,omitempty"`
	IdleWakeups *float64 `json:"idle_wakeups_per_s,omitempty"`
}

func summarize(command []string, size string, runs []run) report {
	r := report{Command: command, Size: size, Runs: len(runs)}
	var output, paint, keys, rss, bytes, cpu, wakeups []float64
	for _, one := range runs {
		output = append(output, ms(one.output))
		paint = append(paint, ms(one.paint))
		rss = append(rss, float64(one.rss)/(1<<20))
		bytes = append(bytes, float64(one.bytes))
		for _, k := range one.keys {
			keys = append(keys, ms(k))
		}
		r.Unanswered += one.unanswered
		if one.idle.known {
			cpu, wakeups = append(cpu, one.idle.cpu), append(wakeups, one.idle.wakeups)
		}
	}
	r.Output, r.Paint, r.PaintMax = percentile(output, 50), percentile(paint, 50), percentile(paint, 100)
	r.Keys, r.KeyP50, r.KeyP99, r.KeyMax = len(keys), percentile(keys, 50), percentile(keys, 99), percentile(keys, 100)
	r.RSS, r.Bytes = percentile(rss, 50), int(percentile(bytes, 50))
	if len(cpu) > 0 {
		c, w := percentile(cpu, 50), percentile(wakeups, 50)
		r.IdleCPU, r.IdleWakeups = &c, &w
	}
	return r
}

// print writes the report for people.
func (r report) print(w io.Writer) {
	fmt.Fprintf(w, "%s  (%s, %d runs)\n", strings.Join(r.Command, " "), r.Size, r.Runs)
	fmt.Fprintf(w, "  first output %.1f ms   first paint %.1f ms (max %.1f)\n", r.Output, r.Paint, r.PaintMax)
	if r.Keys+r.Unanswered > 0 {
		fmt.Fprintf(w, "  key to output p50 %.2f ms   p99 %.2f   max %.2f   (%d keys, %d unanswered)\n", r.KeyP50, r.KeyP99, r.KeyMax, r.Keys, r.Unanswered)
	}
	fmt.Fprintf(w, "  max RSS %.1f MiB   %d bytes written\n", r.RSS, r.Bytes)
	if r.IdleCPU != nil {
		fmt.Fprintf(w, "  idle: CPU %.2f %%   %.0f wake-ups/s\n", *r.IdleCPU, *r.IdleWakeups)
	}
}

// percentile is the nearest-rank p-th percentile: the least value that at
// least p percent of all do not exceed. Of nothing it is 0.
func percentile(v []float64, p float64) float64 {
	if len(v) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(v))
	rank := int(math.Ceil(p / 100 * float64(len(s))))
	return s[min(max(rank, 1), len(s))-1]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

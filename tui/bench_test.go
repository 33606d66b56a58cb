// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"fmt"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
)

// A key in a text, and the frame that answers it.
func BenchmarkKeyToFrame(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			d := opened(b, "bike-repair-buddy", "en", size[0], size[1])
			at(d, designer.AskEarner)
			m := d.Model().(*Model)
			letter, _ := frametest.Key("x")
			back, _ := frametest.Key("backspace")
			for b.Loop() {
				m.Update(letter)
				m.View()
				m.Update(back)
				m.View()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(2*b.N)/1e6, "ms/key")
		})
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !race

package foreign

import (
	"errors"
	"runtime"
	"testing"

	"insignia/designer"
)

// What is allocated, all told, is more than what is ever held at once. Under the
// race detector pools forget what they are given, and the figure is another
// one: that build goes without.
func TestHostileDocumentsCostLittleMemory(t *testing.T) {
	for name, doc := range hostile() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		results, err := Read(doc, nil)
		runtime.ReadMemStats(&after)
		if got := (after.TotalAlloc - before.TotalAlloc) >> 20; got > 50 {
			t.Errorf("%s: %d MB", name, got)
		}
		var e *designer.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
		}
		for _, r := range results {
			sound(t, r)
		}
	}
}

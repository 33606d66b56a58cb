// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"os"
	"testing"

	"insignia/designer/bolt/pages"
)

// BenchmarkCheck10k looks through a full store; below 25 ms is the aim, since
// every start that saves something waits for it.
func BenchmarkCheck10k(b *testing.B) {
	f, err := os.Open(tenThousand(b))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	fi, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(fi.Size())
	b.ReportAllocs()
	for b.Loop() {
		p, err := pages.Open(f, fi.Size())
		if err != nil {
			b.Fatal(err)
		}
		if err := p.Check(); err != nil {
			b.Fatal(err)
		}
	}
}

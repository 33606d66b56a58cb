// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/storetest"
	"insignia/internal/locale"
)

// typedAtRandom is what somebody types who answers, leaves, asks and pastes
// whatever there is.
func typedAtRandom(r *rand.Rand) string {
	calls := []string{"", "", "", "n", "1", "2", "9", "?", "<", "-", "m", "w", "v 1", "r 1", "skip", "yes", "no", "!more", "!next", "!back", "!examples", "!undo",
		"!redo", "!check", "!show", "!look", "!versions", "!go 1", "!go 4", "!go 5", "!go look", "!go steps", "!go review", "!add", "!up 1", "!drop 1", "!list", "!help"}
	var b strings.Builder
	b.WriteString("n\n")
	for range 90 {
		if r.IntN(3) == 0 {
			b.WriteString(storetest.Nasty(r))
		} else {
			b.WriteString(calls[r.IntN(len(calls))])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Whatever is typed, over whatever is stored: no line does anything but show,
// none is wider than the terminal, and nothing panics.
func TestWhateverIsTypedOverWhateverIsStoredOnlyShows(t *testing.T) {
	rounds := uint64(40)
	if testing.Short() {
		rounds = 6
	}
	for seed := range rounds {
		r := rand.New(rand.NewPCG(seed, 4))
		lang := locale.Languages()[r.IntN(len(locale.Languages()))]
		w := newWorld(t, lang)
		for i := range 3 {
			var d designer.Draft
			storetest.Spoil(&d, r)
			d.ID = designer.IDOf([]byte{byte(i)})
			if _, err := w.store.Drafts().Put(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		storetest.Spoil(&w.event, r)
		if _, err := w.store.Workshops().Put(context.Background(), w.event); err != nil {
			t.Fatal(err)
		}
		width := 24 + r.IntN(80)
		typed := typedAtRandom(r)
		var out bytes.Buffer
		err := w.design(strings.NewReader(typed), &out, lang, width, t.TempDir()).list(context.Background())
		if err != nil && err != errQuit && err != io.EOF {
			t.Errorf("seed %d ends with %v", seed, err)
		}
		harmless(t, out.String(), width)
		if t.Failed() {
			t.Fatalf("seed %d, %d wide, typed %q", seed, width, typed)
		}
	}
}

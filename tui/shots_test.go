// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/internal/shot"
)

// The pictures of the documents are frames of this program: a stale one fails
// here, and -update draws it again.
func TestShotsOfTheDocuments(t *testing.T) {
	const w, h = 96, 26
	d := opened(t, "bike-repair-buddy", "en", w, h)
	st := newStore(t)
	evening(t, st)
	o, up := options(t, st), time.Duration(0)
	o.Uptime = func() time.Duration { return up }
	room := frametest.New(t, New(o), w, h)
	shots := []struct {
		name, title string
		show        func()
	}{
		{"why", "Question 3, answered in the terminal, the badge beside it", func() { at(d, designer.AskWhy) }},
		{"criteria", "Question 4: the steps of the criteria", func() { at(d, designer.AskCriteria) }},
		{"look", "Question 5: the parts of the picture", func() { at(d, designer.AskLook); d.Press("down", "down", "down") }},
		{"review", "The review: the whole badge on one page, ready to export", func() { at(d, designer.Review) }},
		{"present", "A badge presented to the room", func() { d.Press("f5") }},
		{"day", "A workshop: what is next, one letter each", func() { d = room }},
		{"clock", "The clock for the projector", func() {
			d.Press("t", "space")
			up = 38 * time.Second
			d.Send(beatMsg{})
		}},
	}
	for _, s := range shots {
		t.Run(s.name, func(t *testing.T) {
			s.show()
			o := shot.Options{Window: true, Title: s.title}
			if x, y, shown := d.Cursor(); shown {
				o.Cursor = &image.Point{X: x, Y: y}
			}
			got := shot.SVG(d.Styled(), w, h, o)
			file := filepath.Join("..", "docs", "pictures", s.name+".svg")
			if frametest.Update() {
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n")), got) {
				t.Errorf("%s shows an older program: run this test with -update and look at it", file)
			}
		})
	}
}

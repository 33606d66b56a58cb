// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/frametest"
)

// paper is the file of a picture: a dark disc on white.
func paper(t *testing.T) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 90, 60))
	for y := range 60 {
		for x := range 90 {
			c := color.RGBA{255, 255, 255, 255}
			if (x-45)*(x-45)+(y-30)*(y-30) < 400 {
				c = color.RGBA{30, 30, 40, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "our paper.png")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// middle goes to the row that says what stands in the middle, and turns it.
func middle(d *frametest.Driver, turns int) {
	for range 5 {
		d.Press("down")
	}
	for range turns {
		d.Press("right")
	}
	d.Press("down")
}

func TestFramesOfTheLooksRooms(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		w, h := size[0], size[1]
		t.Run(fmt.Sprintf("%dx%d", w, h), func(t *testing.T) {
			name := func(what string) string { return fmt.Sprintf("look_%s_%dx%d", what, w, h) }
			d := opened(t, "bike-repair-buddy", "en", w, h)
			at(d, designer.AskLook)
			d.Press("f7")
			frametest.Golden(t, name("surprise"), d.Frame())
			d.Press("right", "right", "enter", "f4")
			frametest.Golden(t, name("proof"), d.Frame())
			d.Press("right", "down", "down", "1")
			frametest.Golden(t, name("proof_changed"), d.Frame())
			d.Press("esc")
			middle(d, 3)
			frametest.Golden(t, name("middle"), d.Frame())
			d.Press("enter", "b", "space", "right", "right", "right", "down", "down", "space", "2", "c", "space", "left", "up", "up", "left", "space", "m")
			frametest.Golden(t, name("draw"), d.Frame())
			d.Press("esc")
			frametest.Golden(t, name("drawn"), d.Frame())
			d.Press("up", "right", "down", "enter")
			frametest.Golden(t, name("photo"), d.Frame())
		})
	}
}

// A table that draws the same by keys and by mouse has the same badge, and so
// has one that types the rows.
func TestByKeysByMouseAndByWordsTheSameDrawing(t *testing.T) {
	keys, m := on(t, designer.AskLook, 120, 40)
	middle(keys, 3)
	keys.Press("enter", "b")
	for range 8 {
		keys.Press("left", "up")
	}
	keys.Press("space")
	for range 5 {
		keys.Press("right", "down")
	}
	keys.Press("space", "esc")
	want := m.draft.Look

	mouse, mm := on(t, designer.AskLook, 120, 40)
	middle(mouse, 3)
	mouse.Press("enter", "b")
	var canvas image.Rectangle
	for _, l := range mm.layers() {
		if l.ID == "canvas" {
			canvas = l.Area
		}
	}
	cell := func(x, y int) (int, int) { return canvas.Min.X + 2*x, canvas.Min.Y + y }
	x, y := cell(4, 4)
	u, v := cell(9, 9)
	mouse.Drag([2]int{x, y}, [2]int{u, v})
	mouse.Press("esc")
	if mm.draft.Look != want {
		t.Errorf("by mouse %s\nby keys %s", mm.draft.Look.Pixels, want.Pixels)
	}
	if strings.Count(want.Pixels, "1") != 20 {
		t.Errorf("not a box\n%s", want.Pixels)
	}
	d := designer.New("en")
	if err := d.Set("look.pixels", strings.ReplaceAll(want.Pixels, "\n", "/")); err != nil || d.Look.Pixels != want.Pixels {
		t.Errorf("by words: %v", err)
	}
}

func TestAPictureIsBroughtFromAFile(t *testing.T) {
	file := paper(t)
	for what, key := range map[string]string{"picture": "1", "cover": "2", "whole": "3", "drawing": "4"} {
		d, m := on(t, designer.AskLook, 80, 24)
		middle(d, 4)
		d.Press("enter")
		d.Type("'" + file + "'")
		d.Press("enter", key)
		l := m.draft.Look
		if l.Centre != what || (what == "drawing") != (l.Picture == "") || (what == "drawing") != (l.Pixels != "") {
			t.Errorf("%s: %s %d %d\n%s", what, l.Centre, len(l.Picture), len(l.Pixels), d.Frame())
		}
		d.Press("ctrl+z")
		if m.draft.Look.Picture != "" || m.draft.Look.Pixels != "" {
			t.Errorf("%s is not undone", what)
		}
	}
	d, m := on(t, designer.AskLook, 80, 24)
	middle(d, 4)
	d.Press("enter")
	d.Type(filepath.Join(t.TempDir(), "none.png"))
	d.Press("enter")
	if m.say == "" || m.draft.Look.Picture != "" {
		t.Errorf("nothing is said\n%s", d.Frame())
	}
}

func TestAClickOnThePictureGoesToItsPart(t *testing.T) {
	d, m := on(t, designer.AskLook, 120, 40)
	if err := m.draft.Set("look.icon", "heart"); err != nil {
		t.Fatal(err)
	}
	var pic image.Rectangle
	for _, l := range m.layers() {
		if l.ID == "picture" && l.Area.Dx() > 20 && l.Area.Dy() > 10 {
			pic = l.Area
		}
	}
	mid := pic.Min.Add(pic.Max).Div(2)
	for _, c := range []struct {
		x, y  int
		label string
	}{{mid.X, mid.Y + 1, "Icon"}, {pic.Min.X + pic.Dx()/7, mid.Y, "Fill"}} {
		d.Click(c.x, c.y)
		if !strings.Contains(d.Frame(), "› "+c.label) {
			t.Errorf("%d,%d: not at %s\n%s", c.x, c.y, c.label, d.Frame())
		}
	}
}

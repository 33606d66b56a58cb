// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package photo

import (
	"slices"
	"testing"
)

func TestAnSVGIsAPictureAsOthers(t *testing.T) {
	p, err := Read([]byte("\ufeff<?xml version='1.0'?><!-- made somewhere --><svg viewBox='0 0 40 20'><rect width='40' height='20' fill='red'/><text>a</text></svg>"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.LeftOut(), []string{"text"}) {
		t.Errorf("left out %v", p.LeftOut())
	}
	img := p.Image()
	if w := img.Rect.Dx(); w != img.Rect.Dy() || img.RGBAAt(w/2, w/2).R != 255 || img.RGBAAt(w/2, w/8).A != 0 {
		t.Errorf("%v, %v in the middle", img.Rect, img.RGBAAt(w/2, w/2))
	}
	kept, err := p.Keep(p.Square())
	if err != nil {
		t.Fatal(err)
	}
	if back, err := Kept(kept); err != nil || back.Rect.Dx() != 512 || back.RGBAAt(256, 256).R != 255 {
		t.Errorf("kept as %v, %v", back, err)
	}
}

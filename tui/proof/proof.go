// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package proof shows the badge as it will be met: small, on a white, a grey and
// a near-black page, and as people with other colour vision see it; beside it
// what was measured, and changes that one key makes. The measuring is
// render/proof's.
package proof

import (
	"image"
	"image/color"
	"image/draw"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/render"
	"insignia/render/proof"
	"insignia/tui/screen"
)

// Screen is the proof of the open badge.
type Screen struct {
	size, view int
	of         designer.Look // what the report is of
	report     proof.Report
}

// New returns the proof at the smallest size, on white.
func New(env screen.Env) *Screen {
	s := &Screen{size: len(proof.Sizes) - 1}
	s.measure(env.Draft)
	return s
}

// seen is a page, and whose eyes see it.
type seen struct {
	id   string
	page color.RGBA
	eyes render.Vision
}

var views = []seen{
	{"white", color.RGBA{255, 255, 255, 255}, render.Trichromat},
	{"grey", color.RGBA{128, 128, 128, 255}, render.Trichromat},
	{"black", color.RGBA{18, 18, 18, 255}, render.Trichromat},
	{"protan", color.RGBA{255, 255, 255, 255}, render.Protan},
	{"deutan", color.RGBA{255, 255, 255, 255}, render.Deutan},
	{"tritan", color.RGBA{255, 255, 255, 255}, render.Tritan},
}

// Typing reports that letters are keys here.
func (s *Screen) Typing() bool { return false }

func (s *Screen) measure(d designer.Draft) {
	if l := render.Fill(d); l != s.of {
		s.of, s.report = l, proof.Of(render.Of(d).Scene())
	}
}

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	n := *s
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		k := msg.String()
		switch {
		case key.Matches(msg, screen.KeyEsc, screen.KeyEnter, screen.KeyProof):
			return &n, []screen.Action{screen.Return{}}
		case key.Matches(msg, screen.KeyRight):
			n.size = (n.size + 1) % len(proof.Sizes)
		case key.Matches(msg, screen.KeyLeft):
			n.size = (n.size + len(proof.Sizes) - 1) % len(proof.Sizes)
		case key.Matches(msg, screen.KeyDown, screen.KeyTab):
			n.view = (n.view + 1) % len(views)
		case key.Matches(msg, screen.KeyUp, screen.KeyBackTab):
			n.view = (n.view + len(views) - 1) % len(views)
		case len(k) == 1 && k[0] >= '1' && k[0] <= '9':
			return &n, n.fix(int(k[0]-'1'), env)
		}
	case screen.Click:
		what, which, _ := strings.Cut(msg.ID, ":")
		i, err := strconv.Atoi(which)
		switch {
		case err != nil || i < 0:
		case what == "fix":
			return &n, n.fix(i, env)
		case what == "view" && i < len(views):
			n.view = i
		case what == "size" && i < len(proof.Sizes):
			n.size = i
		}
	case screen.Reload:
		n.measure(env.Draft)
	}
	return &n, nil
}

// fix makes a change: one step of undo.
func (s *Screen) fix(i int, env screen.Env) []screen.Action {
	all := proof.Fixes(env.Draft)
	if i >= len(all) {
		return nil
	}
	d := env.Draft.Clone()
	d.Look = all[i].Look
	s.measure(d)
	return []screen.Action{screen.Edit{Draft: d, Field: "look.shape", Apart: true}}
}

// card is the badge at a size as it is seen, its pixels as they are.
func card(s render.Scene, px int, v seen) *image.RGBA {
	const air = 4
	img := image.NewRGBA(image.Rect(0, 0, px+2*air, px+2*air))
	draw.Draw(img, img.Rect, image.NewUniform(v.page), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(air, air, air+px, air+px), s.Raster(px), image.Point{}, draw.Over)
	for i := 0; i < len(img.Pix); i += 4 {
		p := img.Pix[i : i+4 : i+4]
		c := v.eyes.See(color.RGBA{p[0], p[1], p[2], 255})
		p[0], p[1], p[2] = c.R, c.G, c.B
	}
	return img
}

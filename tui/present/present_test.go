// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"fmt"
	"image"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/internal/frametest"
	"insignia/tui/screen"
)

var sizes = []image.Point{{X: 40, Y: 12}, {X: 60, Y: 20}, {X: 80, Y: 24}, {X: 120, Y: 40}, {X: 160, Y: 50}, {X: 240, Y: 70}}

// Frames as a projector shows them.
func TestFrames(t *testing.T) {
	for _, z := range sizes {
		t.Run(fmt.Sprintf("%dx%d", z.X, z.Y), func(t *testing.T) {
			d := presented(t, "en", shown(t, "en"), z.X, z.Y)
			see := func(what string) { frametest.Golden(t, fmt.Sprintf("%s_%dx%d", what, z.X, z.Y), d.Frame()) }
			see("name")
			d.Press("1")
			see("earner")
			d.Press("4", "c")
			d.wait(20 * time.Second)
			see("criteria")
			d.Press("end")
			see("next")
			d.Press("left")
			see("pitch")
			d.Press("q", "down", "down")
			see("queue")
		})
	}
}

func TestFramesInSpanish(t *testing.T) {
	for _, z := range []image.Point{sizes[0], sizes[4]} {
		d := presented(t, "es", shown(t, "es"), z.X, z.Y)
		for i := range len(d.s.sheets(d.stage.Env, 0)) {
			frametest.Golden(t, fmt.Sprintf("es_%02d_%dx%d", i, z.X, z.Y), d.Frame())
			d.Press("right")
		}
	}
}

func TestColoursOfAFrame(t *testing.T) {
	for name, p := range map[string]colorprofile.Profile{"true": colorprofile.TrueColor, "16": colorprofile.ANSI, "none": colorprofile.ASCII} {
		d := presented(t, "en", shown(t, "en"), 80, 24, frametest.Profile(p))
		d.Press("6", "c")
		frametest.Golden(t, "colours_"+name, d.Cells())
	}
}

// letters of a text, whatever stands between them.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func hostile(t testing.TB) []designer.Draft {
	all := shown(t, "en")
	d := &all[0]
	d.Name = strings.TrimSpace(strings.Repeat("Überlange Namen ", 15))
	d.Issuer.Name = strings.TrimSpace(strings.Repeat("City Library ", 19))
	d.Earner.Who = strings.TrimSpace(strings.Repeat("Newcomers who drop in and ride a bike. ", 25))
	d.Why.Earner = strings.Repeat("我可以独自使用车间 🚲 ", 40)
	d.Why.Viewer = strings.Repeat("unbreakable", 80)
	d.Criteria.Steps = nil
	for i := range 50 {
		d.Criteria.Steps = append(d.Criteria.Steps, designer.Step{Text: fmt.Sprintf("Repaired puncture %d", i+1)})
	}
	d.Criteria.Steps[3].Text = strings.TrimSpace(strings.Repeat("so that it holds ", 58))
	d.Next.Doors = "שלום עולם, e\u0301\u0302 \u0939\u093f\u0928\u094d\u0926\u0940"
	return all
}

func TestNothingIsCutAtAnySize(t *testing.T) {
	for _, drafts := range [][]designer.Draft{shown(t, "en"), shown(t, "es"), hostile(t)} {
		for _, z := range sizes {
			d := presented(t, "en", drafts, z.X, z.Y)
			env := wider(d.stage.Env)
			g := gridOf(env.Area)
			for turn := range drafts {
				got := map[int]string{}
				for _, p := range compose(env, turn) {
					within := g.body
					if p.badge >= 0 {
						_, within = g.split(p.say.Heading == "")
					}
					h := p.text.h
					for _, b := range p.under {
						h += b.h + 1
					}
					if p.text.w > within.Dx() || p.text.h > within.Dy() || h > within.Dy()+len(p.under) {
						t.Errorf("%v: page %v is %d by %d, with what is under it %d high, room is %v", z, p.at, p.text.w, p.text.h, h, within.Size())
					}
					for _, l := range p.text.lines {
						got[p.at.idea] += l.text
					}
				}
				for i, it := range ideas(env, turn) {
					want := strings.Join(it.Items, "")
					if it.kind == text && lettersOf(got[i]) != lettersOf(want) {
						t.Errorf("%v: %q became %q", z, want, got[i])
					}
					if it.kind == title && !strings.HasPrefix(lettersOf(got[i]), lettersOf(drafts[turn].Name)) {
						t.Errorf("%v: the name became %q", z, got[i])
					}
				}
			}
		}
	}
}

func TestEveryPageOfHostileAnswersIsAFrame(t *testing.T) {
	for _, z := range append(sizes, image.Pt(41, 13), image.Pt(100, 12), image.Pt(40, 60)) {
		d := presented(t, "es", hostile(t), z.X, z.Y)
		for d.s.turn == 0 {
			d.Frame() // fails on a line that is too wide
			d.Press("space")
		}
	}
}

func TestAnEmptyBadgeHasItsPicture(t *testing.T) {
	d := presented(t, "en", []designer.Draft{{}}, 80, 24)
	d.Press("right", "4", "end")
	if !d.Has("1/1") || len(d.s.sheets(wider(d.stage.Env), 0)) != 1 {
		t.Error(d.Frame())
	}
}

func TestKeysTurnPages(t *testing.T) {
	d := presented(t, "en", shown(t, "en"), 80, 24)
	last := len(d.s.sheets(wider(d.stage.Env), 0)) - 1
	for _, c := range []struct {
		keys       string
		turn, page int
	}{
		{"right", 0, 1}, {"space", 0, 2}, {"pgdown", 0, 3}, {"enter", 0, 4}, {"pgup", 0, 3}, {"left", 0, 2}, {"home", 0, 0},
		{"left", 0, 0}, {"end", 0, last}, {"right", 1, 0}, {"pgup", 0, last}, {"n", 1, 0}, {"n", 2, 0}, {"p", 1, 0}, {"p p p", 0, 0},
		{"1", 0, 1}, {"3", 0, 2}, {"4", 0, 4}, {"6", 0, 8}, {"5", 0, 0}, {"6 2", 0, 0}, {"9", 0, 0},
		{"4 f5", 0, 0}, {"n n n n n", 3, 0}, {"p p p q down enter", 1, 0}, {"q q", 1, 0}, {"q up right", 0, 0}, {"right q esc", 0, 1},
		{". right", 0, 1}, {"b b", 0, 1}, {"x", 0, 1},
	} {
		d.Press(strings.Fields(c.keys)...)
		all := d.s.sheets(wider(d.stage.Env), d.s.turn)
		if d.s.turn != c.turn || d.s.at(all) != c.page {
			t.Fatalf("after %s: badge %d, page %d, want %d, %d", c.keys, d.s.turn, d.s.at(all), c.turn, c.page)
		}
	}
	d.stage.Took()
	d.Press("esc")
	if got := d.stage.Took(); !reflect.DeepEqual(got, []screen.Action{screen.Return{}}) {
		t.Errorf("esc asks for %v", got)
	}
}

func TestClicksGoOn(t *testing.T) {
	d := presented(t, "en", shown(t, "en"), 80, 24)
	d.s.Update(screen.Click{ID: "page"}, wider(d.stage.Env))
	if d.s.place.idea != 1 {
		t.Errorf("a click on the page leads to %v", d.s.place)
	}
	d.Press("q")
	d.s.Update(screen.Click{ID: "turn:2"}, wider(d.stage.Env))
	if d.s.turn != 2 || d.s.mode != pages {
		t.Errorf("a click in the queue leads to %d", d.s.turn)
	}
	d.Press("q")
	d.s.Update(screen.Click{ID: "turn:99"}, wider(d.stage.Env))
	d.s.Update(screen.Click{ID: "turn:x"}, wider(d.stage.Env))
	if d.s.turn != 2 {
		t.Errorf("nobody's turn leads to %d", d.s.turn)
	}
}

func TestThePlaceStaysThroughAnotherSize(t *testing.T) {
	d := presented(t, "en", hostile(t), 240, 70)
	d.Press("1", "right", "right")
	where := d.s.place
	d.Resize(80, 24)
	d.Resize(240, 70)
	if d.s.place != where {
		t.Errorf("%v became %v", where, d.s.place)
	}
}

func TestDarkIsDark(t *testing.T) {
	d := presented(t, "en", shown(t, "en"), 80, 24)
	d.Press(".")
	if body, _, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(d.Frame(), "Insignia", "")), "\n"); body != "" {
		t.Errorf("the dark shows %q", body)
	}
}

func TestNothingToPresentSaysSo(t *testing.T) {
	d := presented(t, "en", nil, 80, 24)
	d.Press("right", "left", "end", "n", "q", "enter", "4", "t", "c")
	if !d.Has("There is no badge to present yet.") {
		t.Error(d.Frame())
	}
}

func TestWhatHasNoLargeLettersIsInTheTerminalsOwn(t *testing.T) {
	for text, size := range map[string]bool{"Map Curious": true, "地図": false, "שלום": false, "Bike 🚲": false, "e\u0323\u0301": false} {
		f := choose(ansi.GraphemeWidth, [][]string{{text}}, 200, 60, 12)
		if (f.size > 0) != size {
			t.Errorf("%q is set in %v", text, f.size)
		}
	}
}

// A page turn at the largest size, drawn anew.
func BenchmarkPageTurn(b *testing.B) {
	d := presented(b, "en", shown(b, "en"), 240, 70)
	env := wider(d.stage.Env)
	for b.Loop() {
		d.s.move(right, env)
		d.s.Layers(env)
		if d.s.turn == len(env.Shown)-1 {
			d.s.take(0, env)
		}
	}
}

// The worst one: another badge, its pages set anew.
func BenchmarkCompose(b *testing.B) {
	for name, drafts := range map[string][]designer.Draft{"sample": shown(b, "en"), "hostile": hostile(b)} {
		b.Run(name, func(b *testing.B) {
			d := presented(b, "en", drafts, 240, 70)
			env := wider(d.stage.Env)
			for b.Loop() {
				d.s.kept = kept{}
				d.s.Layers(env)
			}
		})
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package intro

import (
	"fmt"
	"image"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/primer"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/render/letters"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

func TestEveryPageHasItsWords(t *testing.T) {
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		need := func(key string) {
			if !w.Known(key) {
				t.Errorf("%s: no words for %q", tag, key)
			}
		}
		for _, p := range primer.Pages() {
			need("intro." + p.ID + ".title")
			need("intro." + p.ID + ".say")
			need("intro." + p.ID + ".ask")
			for i := range p.Paragraphs {
				need("intro." + p.ID + ".text." + strconv.Itoa(i+1))
			}
			for _, g := range p.Groups {
				if g.ID != "" {
					need("intro.group." + g.ID)
				}
			}
			for _, part := range p.Parts() {
				need("intro.part." + part)
				need("intro.part." + part + ".about")
			}
		}
	}
}

// A page is looked at while somebody talks: what is above its figure is read
// in a few seconds.
func TestAPageIsReadAtAGlance(t *testing.T) {
	const most = 45 // words
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		for _, p := range primer.Pages() {
			text := w.T("intro." + p.ID + ".title")
			for i := range p.Paragraphs {
				text += " " + w.T("intro."+p.ID+".text."+strconv.Itoa(i+1))
			}
			if n := len(strings.Fields(text)); n > most {
				t.Errorf("%s: page %s has %d words", tag, p.ID, n)
			}
			for _, part := range p.Parts() {
				if n := len(strings.Fields(w.T("intro.part." + part + ".about"))); n > 10 {
					t.Errorf("%s: part %s is told in %d words", tag, part, n)
				}
			}
		}
	}
}

// words are what a text says, without the lines and boxes it is drawn with.
func words(text string) []string {
	return strings.FieldsFunc(ansi.Strip(text), func(r rune) bool { return strings.ContainsRune(" \n│─╭╮╰╯→←↑↓●○·+✓✗", r) })
}

// At any size every word of a page can be read by scrolling.
func TestNothingIsCutAtAnySize(t *testing.T) {
	for _, tag := range locale.Languages() {
		env := opened(t, tag, 80, 24).Model().(*stage.Model).Env
		for _, w := range []int{40, 43, 47, 54, 61, 67, 75, 80, 99, 119, 120, 133, 160, 240} {
			for _, h := range []int{11, 16, 19, 23, 39, 69} {
				env.Area = image.Rect(0, 0, w, h)
				for n := range 2 * len(primer.Pages()) {
					whole(t, &Screen{pages: primer.Pages(), at: n / 2, notes: n%2 == 1}, env)
				}
			}
		}
	}
}

func whole(t *testing.T, s *Screen, env screen.Env) {
	t.Helper()
	l, room := s.leaf(env), frameOf(env.Area).page
	p := s.pages[s.at]
	bad := func(format string, args ...any) {
		t.Errorf("%s %v %s: %s", env.Words.Tag(), env.Area.Max, p.ID, fmt.Sprintf(format, args...))
	}
	for _, line := range l.lines {
		if n := ansi.StringWidth(line); n > room.Dx() {
			bad("a line is %d wide: %q", n, ansi.Strip(line))
		}
	}
	said := map[string]bool{}
	for _, word := range words(strings.Join(l.lines, "\n")) {
		said[word] = true
	}
	var texts []string
	for i := range p.Paragraphs {
		texts = append(texts, env.Words.T("intro."+p.ID+".text."+strconv.Itoa(i+1)))
	}
	for _, part := range p.Parts() {
		texts = append(texts, env.Words.T("intro.part."+part), env.Words.T("intro.part."+part+".about"))
	}
	if s.notes {
		texts = append(texts, env.Words.T("intro."+p.ID+".say"), env.Words.T("intro."+p.ID+".ask"))
	}
	title, _ := textsOf(env, p)
	for _, text := range append(texts, title) {
		for _, word := range words(text) {
			if !said[word] && !spaced(l.lines, word) && !enlarged(l.lines, s.kept.try, word) {
				bad("%q is not shown", word)
			}
		}
	}
	s.top = len(l.lines)
	if s.first(env)+room.Dy() < len(l.lines) {
		bad("the last lines are out of reach")
	}
	if !l.picture.Empty() && len(l.lines) <= room.Dy() && !l.picture.In(image.Rectangle{Max: room.Size()}) {
		bad("the picture %v hangs over %v", l.picture, room)
	}
}

// spaced reports whether a word stands in a headline that is spaced out.
func spaced(lines []string, word string) bool {
	word = strings.Join(strings.Split(word, ""), " ")
	return slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(ansi.Strip(l), word) })
}

// enlarged reports whether a word stands in lines in the large letters of a try,
// whole and in one place.
func enlarged(lines []string, t try, word string) bool {
	for _, z := range []letters.Size{t.title, t.text} {
		if z > 0 && stands(lines, z.Draw(word)) {
			return true
		}
	}
	return false
}

func stands(lines, block []string) bool {
	var page [][]rune
	for _, l := range lines {
		page = append(page, []rune(ansi.Strip(l)))
	}
	at := func(x, y int) bool {
		for i, row := range block {
			for j, r := range []rune(row) {
				c := ' '
				if x+j < len(page[y+i]) {
					c = page[y+i][x+j]
				}
				if c != r {
					return false
				}
			}
		}
		return true
	}
	for y := range len(page) - len(block) + 1 {
		for x := range len(page[y]) + 1 {
			if at(x, y) {
				return true
			}
		}
	}
	return false
}

func TestAProjectorIsWrittenOnInLargeLetters(t *testing.T) {
	for _, tag := range locale.Languages() {
		env := opened(t, tag, 80, 24).Model().(*stage.Model).Env
		for _, c := range []struct {
			w, h        int // of the terminal
			title, text bool
		}{{119, 70, false, false}, {240, 39, false, false}, {120, 40, true, false}, {159, 70, true, false}, {240, 49, true, false}, {240, 70, true, true}} {
			env.Area = image.Rect(0, 0, c.w, c.h-1)
			for i, p := range primer.Pages() {
				s := &Screen{pages: primer.Pages(), at: i}
				s.leaf(env)
				if got := s.kept.try; got.title > 0 != c.title || got.text > 0 != (c.text && p.Paragraphs > 0) {
					t.Errorf("%s %dx%d %s: set in %d and %d", tag, c.w, c.h, p.ID, got.title, got.text)
				}
			}
		}
	}
}

// Large letters take nothing from a page: whatever today's way holds on a
// screen, with its picture, is held with them.
func TestLargeLettersCutNoPageThatFits(t *testing.T) {
	for _, tag := range locale.Languages() {
		env := opened(t, tag, 80, 24).Model().(*stage.Model).Env
		for _, size := range []image.Point{{120, 39}, {130, 44}, {160, 49}, {180, 55}, {200, 60}, {240, 69}, {400, 100}} {
			env.Area = image.Rectangle{Max: size}
			for n := range 2 * len(primer.Pages()) {
				s := &Screen{pages: primer.Pages(), at: n / 2, notes: n%2 == 1}
				l, p := s.leaf(env), s.pages[s.at]
				if s.most(env) > 0 {
					t.Errorf("%s %v %s: scrolls by %d lines", tag, size, p.ID, s.most(env))
				}
				if p.ID == primer.Inside && l.picture.Empty() {
					t.Errorf("%s %v: the picture is gone", tag, size)
				}
			}
		}
	}
}

// What the letters lack, and what finds no room in them, stands as before.
func TestATextWithoutLargeLettersStaysPlain(t *testing.T) {
	env := opened(t, "en", 240, 70).Model().(*stage.Model).Env
	plain := func(what, title string, texts []string, w, h int, headline bool) {
		t.Helper()
		for _, try := range larger(env, title, texts, w, h) {
			if try.text > 0 || !headline {
				t.Errorf("%s: %+v", what, try)
			}
		}
		if headline && len(larger(env, title, texts, w, h)) == 0 {
			t.Errorf("%s: the headline is plain too", what)
		}
	}
	plain("a headline in another script", "徽章是什么？", []string{"Text"}, 200, 60, false)
	plain("a paragraph in another script", "What?", []string{"Text", "徽章是什么？"}, 200, 60, true)
	plain("a word wider than the page", "Unforgettable", nil, 40, 60, false)
	plain("a headline of many lines", strings.Repeat("word ", 40), nil, 200, 60, false)
}

func TestAPageIsSetAnewWhenTheScreenOrTheLanguageChanges(t *testing.T) {
	d := opened(t, "en", 240, 70)
	resize(d, 120, 40)
	resize(d, 80, 24)
	if got, want := d.Frame(), opened(t, "en", 80, 24).Frame(); got != want {
		t.Errorf("after two other sizes:\n%s", got)
	}
	env := d.Model().(*stage.Model).Env
	env.Area, env.Words = image.Rect(0, 0, 240, 69), locale.For("es")
	want := (&Screen{pages: primer.Pages()}).leaf(env)
	if got := on(d).leaf(env); !slices.Equal(got.lines, want.lines) {
		t.Error("another language keeps the page of the first")
	}
}

func TestEveryNextKeyGoesOnAndEveryBackKeyBack(t *testing.T) {
	for _, k := range []string{"right", "space", "pgdown", "enter"} {
		d := opened(t, "en", 80, 24)
		for n := range 9 {
			if want := min(n, 6); on(d).at != want {
				t.Errorf("%s, pressed %d times: page %d, want %d", k, n, on(d).at, want)
			}
			d.Press(k)
		}
	}
	for _, k := range []string{"left", "pgup", "backspace"} {
		d := opened(t, "en", 80, 24)
		d.Press("end")
		for n := range 9 {
			if want := max(6-n, 0); on(d).at != want {
				t.Errorf("%s, pressed %d times: page %d, want %d", k, n, on(d).at, want)
			}
			d.Press(k)
		}
	}
}

func TestHomeEndAndTheDotsGoToAPage(t *testing.T) {
	d := opened(t, "en", 80, 24)
	d.Press("end")
	if on(d).at != 6 {
		t.Errorf("end went to page %d", on(d).at)
	}
	d.Press("home")
	if on(d).at != 0 {
		t.Errorf("home went to page %d", on(d).at)
	}
	env := d.Model().(*stage.Model).Env
	for _, l := range on(d).Layers(env) {
		if l.ID == "dots" {
			d.Click(l.Area.Min.X+3*dotWidth, l.Area.Min.Y)
		}
	}
	if on(d).at != 3 {
		t.Errorf("the fourth dot went to page %d", on(d).at)
	}
}

func TestEscGoesBackWhereOneCameFrom(t *testing.T) {
	d := opened(t, "en", 80, 24)
	d.Press("right", "n", "esc")
	if acts := d.Model().(*stage.Model).Took(); len(acts) != 1 || acts[0] != (screen.Return{}) {
		t.Errorf("asked for %v", acts)
	}
}

func TestNotesOpenInSightAndStayOpenFromPageToPage(t *testing.T) {
	for _, size := range sizes {
		d := opened(t, "en", size[0], size[1])
		d.Press("n")
		if !d.Has("For you") {
			t.Errorf("%v: the notes opened out of sight", size)
		}
		d.Press("right")
		if !on(d).notes || on(d).top != 0 {
			t.Errorf("%v: the next page begins at line %d, notes %v", size, on(d).top, on(d).notes)
		}
		d.Press("n")
		if d.Has("For you") {
			t.Errorf("%v: the notes stay", size)
		}
	}
}

func TestAPageThatGrewShorterIsNotScrolledPastItsEnd(t *testing.T) {
	d := opened(t, "en", 40, 12)
	d.Press("right", "right")
	for range 40 {
		d.Press("down")
	}
	if on(d).top == 0 {
		t.Fatal("the page does not scroll")
	}
	resize(d, 80, 24)
	if !d.Has("How does a badge travel?") {
		t.Errorf("the title is out of sight:\n%s", d.Frame())
	}
	d.Press("down")
	if on(d).top != 0 {
		t.Errorf("a page that fits scrolled to %d", on(d).top)
	}
}

func TestTheScreenIsAValue(t *testing.T) {
	d := opened(t, "en", 40, 12)
	before := *on(d)
	env := d.Model().(*stage.Model).Env
	for _, name := range []string{"right", "n", "down", "end"} {
		k, _ := frametest.Key(name)
		if on(d).Update(k, env); on(d).at != before.at || on(d).top != before.top || on(d).notes != before.notes {
			t.Errorf("%s changed the screen it was asked of", name)
		}
	}
}

// What a page costs: the first time at a size, and from then on.
func BenchmarkLayers(b *testing.B) {
	for _, size := range [][2]int{{120, 40}, {160, 50}, {240, 70}} {
		env := opened(b, "en", size[0], size[1]).Model().(*stage.Model).Env
		env.PictureOf = func(designer.Draft, image.Rectangle) screen.Layer { return screen.Layer{} }
		for at, p := range primer.Pages() {
			b.Run(fmt.Sprintf("%dx%d/%s/first", size[0], size[1], p.ID), func(b *testing.B) {
				for b.Loop() {
					(&Screen{pages: primer.Pages(), at: at}).Layers(env)
				}
			})
			b.Run(fmt.Sprintf("%dx%d/%s/again", size[0], size[1], p.ID), func(b *testing.B) {
				s := &Screen{pages: primer.Pages(), at: at}
				for b.Loop() {
					s.Layers(env)
				}
			})
		}
	}
}

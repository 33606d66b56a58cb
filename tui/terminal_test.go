// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"strings"
	"testing"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/frametest"
	"insignia/internal/locale"
	"insignia/tui/screen"
	"insignia/tui/theme"
)

// chosen is a sample badge open with settings, on a terminal of an environment.
func chosen(t *testing.T, s screen.Settings, environ []string, w, h int, opts ...frametest.Option) *frametest.Driver {
	t.Helper()
	b, ok := sample.Load("bike-repair-buddy", "en")
	if !ok {
		t.Fatal("no sample")
	}
	b.ID = "6f1c2d1e-0000-4000-8000-000000000001"
	o := options(t, newStore(t))
	o.Begin, o.Settings, o.Environ = &b, s, environ
	return frametest.New(t, New(o), w, h, opts...)
}

// The settings and the theme agree on names.
func TestEveryThemeOfTheSettingsIsOne(t *testing.T) {
	names := map[screen.Theme]string{screen.ThemeDark: theme.Dark, screen.ThemeLight: theme.Light,
		screen.ThemeContrast: theme.Contrast, screen.ThemePlain: theme.Plain}
	for s, name := range names {
		if string(s) != name {
			t.Errorf("%q is %q", s, name)
		}
	}
}

// High contrast leaves no cell to the terminal: on every screen each is
// painted, letters and ground.
func TestHighContrastPaintsEveryCell(t *testing.T) {
	profiles := []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI}
	if testing.Short() {
		profiles = profiles[2:]
	}
	for _, p := range profiles {
		d := chosen(t, screen.Settings{Theme: screen.ThemeContrast}, nil, 80, 24, frametest.Profile(p))
		for _, q := range designer.Questions() {
			at(d, q)
			for y := range 24 {
				for x := range 80 {
					if c := d.Cell(x, y); c.Text != "" && (c.Style.Bg == "" || c.Style.Fg == "") {
						t.Fatalf("%v, %s: %q at %d,%d has %s", p, q, c.Text, x, y, c.Style)
					}
				}
			}
		}
	}
}

func TestHighContrastAndPlainAsTheyAreSeen(t *testing.T) {
	for name, s := range map[string]screen.Settings{
		"contrast": {Theme: screen.ThemeContrast}, "plain": {Theme: screen.ThemePlain},
	} {
		d := chosen(t, s, nil, 80, 24, frametest.Profile(colorprofile.ANSI))
		at(d, designer.AskCriteria)
		frametest.Golden(t, "theme_"+name, d.Cells())
	}
}

// coloured reports whether a frame holds a colour, of letters or ground.
func coloured(frame string) bool {
	for _, sgr := range strings.Split(frame, "\x1b[")[1:] {
		params, _, _ := strings.Cut(sgr, "m")
		for _, n := range strings.Split(params, ";") {
			if len(n) == 2 && (n[0] == '3' || n[0] == '4' || n[0] == '9') || len(n) == 3 && n[:2] == "10" {
				return true
			}
		}
	}
	return false
}

// NO_COLOR in any value, and whatever a terminal says of itself later.
func TestNoColourIsNoColour(t *testing.T) {
	for _, v := range []string{"1", "yes", "0", "false", "please"} {
		environ := []string{"TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=" + v}
		if p := profile(environ); p != colorprofile.ASCII {
			t.Errorf("NO_COLOR=%s: %v", v, p)
		}
		d := chosen(t, screen.Settings{}, environ, 80, 24, frametest.Profile(colorprofile.ASCII))
		d.Send(tea.ColorProfileMsg{Profile: colorprofile.TrueColor}) // an answer to a query: RGB
		for _, q := range designer.Questions() {
			at(d, q)
			if coloured(d.Styled()) {
				t.Errorf("NO_COLOR=%s: %s is coloured", v, q)
			}
		}
	}
	if p := profile([]string{"NO_COLOR="}); p != colorprofile.Detect(nil, []string{"NO_COLOR="}) {
		t.Errorf("an empty NO_COLOR counts: %v", p)
	}
	plain := chosen(t, screen.Settings{Theme: screen.ThemePlain}, nil, 80, 24)
	at(plain, designer.AskLook)
	if coloured(plain.Styled()) {
		t.Error("the plain theme is coloured")
	}
}

// Pictures as they were asked for, where the terminal can.
func TestThePictureIsAsItWasAskedFor(t *testing.T) {
	has := func(s screen.Settings, p colorprofile.Profile) (colour, blocks, words bool) {
		d := chosen(t, s, nil, 80, 24, frametest.Profile(p))
		at(d, designer.AskWhy)
		pic := d.Model().(*Model).picture(d.Model().(*Model).layout().side)
		return coloured(pic.Text), strings.ContainsAny(pic.Text, "▀▄█"), strings.Contains(pic.Text, "Shape: ")
	}
	for _, c := range []struct {
		settings              screen.Settings
		profile               colorprofile.Profile
		colour, blocks, words bool
	}{
		{screen.Settings{}, colorprofile.TrueColor, true, true, false},
		{screen.Settings{}, colorprofile.ASCII, false, true, false},
		{screen.Settings{Theme: screen.ThemePlain}, colorprofile.TrueColor, false, true, false},
		{screen.Settings{Theme: screen.ThemePlain, Picture: screen.PictureBlocks}, colorprofile.TrueColor, true, true, false},
		{screen.Settings{Picture: screen.PictureBlocks}, colorprofile.ASCII, false, true, false},
		{screen.Settings{Picture: screen.PictureShapes}, colorprofile.TrueColor, false, true, false},
		{screen.Settings{Picture: screen.PictureNone}, colorprofile.TrueColor, false, false, true},
	} {
		colour, blocks, words := has(c.settings, c.profile)
		if colour != c.colour || blocks != c.blocks || words != c.words {
			t.Errorf("%+v on %v: colour %v, blocks %v, words %v", c.settings, c.profile, colour, blocks, words)
		}
	}
}

// consoleFont are the signs besides ASCII and letters that the Linux console's
// own font shows: drivers/tty/vt/cp437.uni of the kernel.
const consoleFont = "•○▬↑↓→←↔↕▲▼►◄■§¶¡¿«»ªº½¼¬░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀±≥≤÷≈°·∙√²×"

// everySign walks through the program and returns the signs that its frames
// hold and that are neither ASCII nor letters.
func everySign(t *testing.T, lang string, environ []string) map[rune]string {
	t.Helper()
	found := map[rune]string{}
	see := func(where string, d *frametest.Driver) {
		for _, r := range ansi.Strip(d.Styled()) {
			if r > unicode.MaxASCII && !unicode.IsLetter(r) && !unicode.IsMark(r) && found[r] == "" {
				found[r] = where
			}
		}
	}
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		st := newStore(t)
		w := evening(t, st)
		was := named(t, st, "Bike", "Bike repair")
		gone := named(t, st, "Soup")
		if err := st.Drafts().Delete(t.Context(), gone.ID, gone.Revision); err != nil {
			t.Fatal(err)
		}
		o := options(t, st)
		o.Words, o.Environ = locale.For(lang), environ
		for _, room := range []screen.Room{"", screen.Workshop, screen.Workshops, screen.ClockFace, screen.Entry, screen.Gather, screen.Intro, screen.Suits, screen.Present, screen.Versions, screen.Bin} {
			o.Room = screen.Visit{Room: room, ID: w.ID}
			if room == screen.Versions {
				o.Room.ID = was.ID
			}
			d := frametest.New(t, New(o), size[0], size[1])
			see(string(room), d)
			for range 6 {
				d.Press("pgdown")
				see(string(room), d)
			}
			d.Press("f1")
			see("help of "+string(room), d)
		}
		for _, name := range []string{"bike-repair-buddy", "meal-crew-member"} {
			b, _ := sample.Load(name, lang)
			b.ID = "6f1c2d1e-0000-4000-8000-000000000001"
			o := options(t, newStore(t))
			o.Words, o.Environ, o.Begin = locale.For(lang), environ, &b
			d := frametest.New(t, New(o), size[0], size[1])
			for _, q := range designer.Questions() {
				at(d, q)
				see(q.String(), d)
				for _, k := range []string{"f3", "f2", "esc", "down", "down", "f4", "tab"} {
					d.Press(k)
					see(q.String()+" "+k, d)
				}
				if q == designer.AskLook {
					d.Press("esc") // the proof
					for _, k := range []string{"f7", "esc"} {
						d.Press(k)
						see(q.String()+" "+k, d)
					}
				}
			}
		}
	}
	return found
}

// A sign that is not in this list may be missing from a font, or two cells
// wide in one: think before adding to it, and of consoleSigns.
const signs = "¡¿«»·×–—‘’“”•…‹›←↑→↓−─│┃┌┐└┘├┤┬┴┼╭╮╯╰▀▄█▌░▬▼○●◐★✓✗"

func TestFramesKeepToTheSignsThatTerminalsHave(t *testing.T) {
	for _, lang := range []string{"en", "es"} {
		for r, where := range everySign(t, lang, nil) {
			if !strings.ContainsRune(signs, r) {
				t.Errorf("%s, %s: %q (%U) is not in the list", lang, where, r, r)
			}
		}
		for r, where := range everySign(t, lang, []string{"TERM=linux"}) {
			if !strings.ContainsRune(consoleFont, r) {
				t.Errorf("%s, %s: the Linux console has no %q (%U)", lang, where, r, r)
			}
		}
	}
	for _, r := range signs {
		other, replaced := consoleSigns[string(r)]
		if !replaced && !strings.ContainsRune(consoleFont, r) {
			t.Errorf("the Linux console has no %q, and nothing stands in for it", r)
		}
		if replaced && (ansi.StringWidthWc(other) != ansi.StringWidthWc(string(r)) || other[0] >= 0x80 && !strings.Contains(consoleFont, other)) {
			t.Errorf("%q stands in for %q", other, r)
		}
	}
}

// Still: a clock that runs asks for no timer, and shows at the next key how
// late it is.
func TestWhatIsStillIsDrawnByKeysOnly(t *testing.T) {
	for _, still := range []bool{false, true} {
		st := newStore(t)
		evening(t, st)
		up := time.Duration(0)
		o := options(t, st)
		o.Settings.Still = still
		o.Uptime = func() time.Duration { return up }
		asked := 0
		o.after = func(_ time.Duration, msg tea.Msg) tea.Cmd {
			if msg != (tendMsg{}) { // which draws nothing, as is seen below
				asked++
			}
			return nil
		}
		m := New(o)
		d := frametest.New(t, m, 80, 24)
		d.Press("t", "space")
		first := d.Frame()
		if still != (asked == 0) {
			t.Errorf("still %v: %d timers", still, asked)
		}
		if m.Update(tendMsg{}); !m.drawn {
			t.Error("looking after the store draws the frame again")
		}
		up += 75 * time.Second
		d.Send(beatMsg{})
		if changed := d.Frame() != first; changed == still {
			t.Errorf("still %v: a beat changed the frame: %v", still, changed)
		}
		d.Press("f1", "esc")
		if d.Frame() == first {
			t.Errorf("still %v: a key does not show the time", still)
		}
	}
}

// Each theme on each kind of terminal holds its frames to the same letters:
// colours change, the page does not.
func TestThemesChangeNoLetter(t *testing.T) {
	var want string
	for _, th := range []screen.Theme{screen.ThemeAuto, screen.ThemeDark, screen.ThemeLight, screen.ThemeContrast} {
		for _, p := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			d := chosen(t, screen.Settings{Theme: th}, nil, 80, 24, frametest.Profile(p))
			at(d, designer.AskCriteria)
			if got := d.Frame(); want == "" {
				want = got
			} else if got != want {
				t.Errorf("%q on %v:\n%s", th, p, got)
			}
		}
	}
}

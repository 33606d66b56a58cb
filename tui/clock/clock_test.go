// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"fmt"
	"image"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/clock"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

func TestKeysAskForWhatTheySay(t *testing.T) {
	running := func(a designer.Agenda) clock.Run { return begun(a) }
	paused := func(a designer.Agenda) clock.Run { return begun(a).Pause(time.Minute) }
	waits := func(designer.Agenda) clock.Run { return clock.Run{} }
	for _, c := range []struct {
		run  func(designer.Agenda) clock.Run
		at   time.Duration
		keys string
		want []screen.Action
	}{
		{waits, 0, "space", []screen.Action{screen.Time{Do: screen.Begin}}},
		{waits, 0, "enter", []screen.Action{screen.Time{Do: screen.Begin}}},
		{waits, 0, "+ - right left pgdown pgup e s x", nil},
		{running, time.Minute, "space", []screen.Action{screen.Time{Do: screen.Toggle}}},
		{running, time.Minute, "+ =", []screen.Action{screen.Time{Do: screen.Plus}, screen.Time{Do: screen.Plus}}},
		{running, time.Minute, "-", []screen.Action{screen.Time{Do: screen.Minus}}},
		{running, time.Minute, "right pgdown", []screen.Action{screen.Time{Do: screen.Ahead}, screen.Time{Do: screen.Ahead}}},
		{running, time.Minute, "left pgup", []screen.Action{screen.Time{Do: screen.Behind}, screen.Time{Do: screen.Behind}}},
		{running, time.Minute, "e s", []screen.Action{screen.Time{Do: screen.Soft}, screen.Time{Do: screen.Share}}},
		{running, time.Minute, "enter x q", nil},
		{paused, time.Minute, "space", []screen.Action{screen.Time{Do: screen.Toggle}}},
		{paused, time.Minute, "x", []screen.Action{screen.Time{Do: screen.Stop}}},
		{running, time.Hour, "left x s", []screen.Action{screen.Time{Do: screen.Behind}, screen.Time{Do: screen.Stop}, screen.Time{Do: screen.Share}}},
		{running, time.Hour, "space + - right e", nil},
		{running, time.Minute, "esc", []screen.Action{screen.Return{}}},
		{waits, 0, "esc", []screen.Action{screen.Return{}}},
	} {
		s, d := shown(t, "en", "sprint-20", 80, 24)
		s.env.Clock, s.env.Uptime = c.run(s.env.Workshop.Agenda), c.at
		d.Press(strings.Fields(c.keys)...)
		if !reflect.DeepEqual(s.acts, c.want) {
			t.Errorf("%s at %v: %v, want %v", c.keys, c.at, s.acts, c.want)
		}
	}
}

// A key that the footer names does something, at any moment.
func TestNamedKeysDoSomething(t *testing.T) {
	for _, m := range moments {
		s, d := shown(t, "en", "sprint-20", 80, 24)
		s.env.Clock, s.env.Uptime = m.run(s.env.Workshop.Agenda), m.at
		for _, k := range s.screen.Keys(s.env) {
			for _, press := range k.Keys() {
				if press == "−" {
					continue // no key of its own: "-" under another keyboard
				}
				s.acts = nil
				if d.Press(press); len(s.acts) != 1 {
					t.Errorf("%s: %q, %q, does %v", m.name, press, k.Help().Desc, s.acts)
				}
			}
		}
	}
}

func TestWithoutAnAgendaItDoesNotBegin(t *testing.T) {
	for _, w := range []designer.Workshop{{}, {Meta: designer.Meta{ID: "w"}, Title: "T"}} {
		s, d := shown(t, "en", "sprint-20", 60, 20)
		s.env.Workshop = w
		d.Resize(60, 20)
		want := locale.For("en").T("clock.none")
		if w.ID != "" {
			want = locale.For("en").T("clock.empty")
		}
		if !d.Has(want[:20]) {
			t.Errorf("%q: it does not say so\n%s", w.ID, d.Frame())
		}
		if d.Press("space", "enter"); s.acts != nil {
			t.Errorf("%q: it begins: %v", w.ID, s.acts)
		}
	}
}

func TestDigitsCountDownAndOver(t *testing.T) {
	for _, c := range []struct {
		left time.Duration
		want string
	}{
		{2 * time.Minute, "2:00"}, {119*time.Second + 1, "2:00"}, {119 * time.Second, "1:59"},
		{time.Second, "0:01"}, {1, "0:01"}, {0, "0:00"}, {-1, "0:00"}, {-999 * time.Millisecond, "0:00"},
		{-time.Second, "+0:01"}, {-90 * time.Second, "+1:30"}, {600 * time.Minute, "600:00"},
	} {
		if got := digits(c.left); got != c.want {
			t.Errorf("%v: %q, want %q", c.left, got, c.want)
		}
	}
}

func TestSpansAreCalm(t *testing.T) {
	w := locale.For("en")
	for d, want := range map[time.Duration]string{
		0: "0:00", 119 * time.Second: "1:59", 2 * time.Minute: "2 min", 149 * time.Second: "2 min", 150 * time.Second: "3 min",
		59*time.Minute + 29*time.Second: "59 min", 59*time.Minute + 30*time.Second: "1 h", 100 * time.Minute: "1 h 40 min",
	} {
		if got := Span(d, w); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}

func TestTheHeaderTakesTheRoomThereIs(t *testing.T) {
	w := locale.For("en")
	a, _ := designer.ReadyAgenda("sprint-20")
	r := clock.Start(a, 0)
	long := r.Reading(8 * time.Minute)
	for width, want := range map[int]string{
		80: "4 Criteria: 5 min · 12 min in all", 33: "4 Criteria: 5 min · 12 min in all", 32: "5 min · 12 min in all",
		21: "5 min · 12 min in all", 20: "5 min · 12 min", 13: "5 min", 5: "5 min", 4: "", 0: "", -3: "",
	} {
		if got := Head(long, w, ansi.GraphemeWidth, width); got != want {
			t.Errorf("%d columns: %q, want %q", width, got, want)
		}
	}
	for _, c := range []struct {
		r    clock.Reading
		want string
	}{
		{clock.Reading{}, ""},
		{r.Reading(30 * time.Second), "1 Earner: 1:30 · 20 min in all"},
		{r.Pause(8 * time.Minute).Reading(time.Hour), "4 Criteria: paused · 12 min in all"},
		{r.Soft(0, true).Reading(3 * time.Minute), "1 Earner: time is over · 17 min in all"},
		{r.Reading(time.Hour), "agenda over"},
	} {
		if got := Head(c.r, w, ansi.GraphemeWidth, 60); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// The header is drawn again for each change: of twenty minutes at most those
// near the end of a part, and once a minute else.
func TestTheHeaderChangesSeldom(t *testing.T) {
	a := designer.Agenda{Slots: []designer.Slot{{ID: "why", Minutes: 30}, {ID: "look", Minutes: 30}}}
	r, last, changes := clock.Start(a, 0), "", 0
	for at := time.Duration(0); at < 28*time.Minute; at += time.Second {
		if text := Head(r.Reading(at), locale.For("en"), ansi.GraphemeWidth, 60); text != last {
			last = text
			changes++
		}
	}
	if changes > 60 {
		t.Errorf("%d changes in 28 calm minutes", changes)
	}
}

func TestTitlesOfTheirOwnReplaceTheWords(t *testing.T) {
	w := locale.For("es")
	for _, c := range []struct {
		s    designer.Slot
		want string
	}{
		{designer.Slot{ID: "criteria"}, "4 Criterios"}, {designer.Slot{ID: "break"}, "Descanso"},
		{designer.Slot{ID: "why", Title: "Kaffee"}, "Kaffee"},
	} {
		if got := Name(c.s, w); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, lang := range locale.Languages() {
		for _, id := range append(designer.SlotIDs(), "earner", "issuer", "why", "criteria", "look", "next") {
			if !locale.For(lang).Known("slot." + id) {
				t.Errorf("%s has no words for the part %q", lang, id)
			}
		}
		for _, a := range designer.ReadyAgendas() {
			if !locale.For(lang).Known("agenda." + a.Name) {
				t.Errorf("%s has no words for the agenda %q", lang, a.Name)
			}
		}
	}
}

func TestTheBarIsInProportionAndTheMarkMovesOn(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		var a designer.Agenda
		for range 1 + rng.IntN(20) {
			a.Slots = append(a.Slots, designer.Slot{ID: "why", Minutes: 1 + rng.IntN(60)})
		}
		r, w := clock.Start(a, 0), 30+rng.IntN(220)
		last := -1
		total := time.Duration(a.Minutes()) * time.Minute
		for at := time.Duration(0); at <= total+time.Minute; at += total / 97 {
			g := r.Reading(at)
			b := barFor(g, w)
			if b.mark < last || b.mark >= w {
				t.Fatalf("%v in %d columns: the mark goes from %d to %d", a.Slots, w, last, b.mark)
			}
			last = b.mark
			sum := len(b.width) - 1
			for _, n := range b.width {
				if sum += n; n < 1 {
					t.Fatalf("%v in %d columns: a part without room: %v", a.Slots, w, b.width)
				}
			}
			if sum != w {
				t.Fatalf("%v in %d columns: %d used", a.Slots, w, sum)
			}
		}
	}
}

// Whatever the agenda, the titles and the size: every line fits, there are as
// many as the area has, and the digits or their text are there.
func TestItFitsAnySize(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	ids := append(designer.SlotIDs(), "earner", "issuer", "why", "criteria", "look", "next")
	titles := []string{"", "", "", "A title as long as a facilitator in a hurry would never write it down", "日本語の題名", "🎉 Fiesta", "ñandú"}
	for range 1500 {
		var a designer.Agenda
		for range 1 + rng.IntN(designer.MaxSlots) {
			a.Slots = append(a.Slots, designer.Slot{
				ID: ids[rng.IntN(len(ids))], Title: titles[rng.IntN(len(titles))], Minutes: 1 + rng.IntN(rng.IntN(designer.MaxSlotMinutes)+1),
			})
		}
		s, _ := shown(t, []string{"en", "es"}[rng.IntN(2)], "sprint-20", 80, 24)
		w, h := 38+rng.IntN(210), 10+rng.IntN(62)
		s.env.Area = image.Rect(0, 0, w, h)
		s.env.Workshop.Agenda = a
		s.env.Workshop.Title = titles[rng.IntN(len(titles))]
		if rng.IntN(10) > 0 {
			s.env.Clock = clock.Start(a, 0).Soft(0, rng.IntN(2) == 0)
			s.env.Uptime = time.Duration(rng.Int64N(int64(a.Minutes()+9))) * time.Minute
		}
		if rng.IntN(4) == 0 {
			s.env.Clock = s.env.Clock.Pause(s.env.Uptime)
		}
		layers := s.screen.Layers(s.env)
		lines := strings.Split(layers[0].Text, "\n")
		where := fmt.Sprintf("%d by %d, %d parts", w, h, len(a.Slots))
		if len(lines) > h || s.env.Clock.Begun() && len(lines) != h {
			t.Fatalf("%s: %d lines\n%s", where, len(lines), layers[0].Text)
		}
		for _, l := range lines {
			if n := ansi.StringWidth(l); n > w {
				t.Fatalf("%s: a line of %d\n%s", where, n, layers[0].Text)
			}
		}
		if s.env.Clock.Begun() && !strings.Contains(layers[0].Text, "▼") {
			t.Fatalf("%s: no mark\n%s", where, layers[0].Text)
		}
	}
}

func BenchmarkWall(b *testing.B) {
	s, _ := shown(b, "en", "sprint-20", 240, 70)
	s.env.Clock, s.env.Uptime = begun(s.env.Workshop.Agenda), 10*time.Minute
	for b.Loop() {
		s.screen.Layers(s.env)
	}
}

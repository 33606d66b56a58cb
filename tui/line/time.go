// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"encoding/json"
	"time"

	"insignia/designer/clock"
	"insignia/internal/locale"
)

// clockNote is the name of the store's note in which a running clock outlives
// the program; that of the full screen is the same.
const clockNote = "clock"

// keptClock is that note.
type keptClock struct {
	Workshop string      `json:"workshop"`
	Run      clock.Saved `json:"run"`
}

// time tells how much time is left, and does what is said to the clock. It
// speaks when it is asked, and never by itself.
func (e *event) time(ctx context.Context) error {
	do := func(change func(clock.Run, time.Duration) clock.Run) func(context.Context, string) (stay, error) {
		return func(ctx context.Context, _ string) (stay, error) {
			r, err := e.clock(ctx)
			if err == nil {
				err = e.setClock(ctx, change(r, e.uptime()))
			}
			return again, e.sorry(err)
		}
	}
	return e.enter(ctx, room{
		tell:   func(ctx context.Context, _ bool) error { return e.tellTime(ctx) },
		prompt: "line.time.prompt",
		help:   "line.time.help",
		deeds: []deed{
			{"b", "key.begin", false, do(func(r clock.Run, at time.Duration) clock.Run {
				if r.Begun() {
					return r
				}
				return clock.Start(e.w.Agenda, at).Private(e.w.Private).Soft(at, true)
			})},
			{"p", "line.time.pause", false, do(func(r clock.Run, at time.Duration) clock.Run {
				if r.Reading(at).Paused {
					return r.Resume(at)
				}
				return r.Pause(at)
			})},
			{"+", "line.time.plus", false, do(func(r clock.Run, at time.Duration) clock.Run { return r.Add(at, time.Minute) })},
			{"-", "line.time.minus", false, do(func(r clock.Run, at time.Duration) clock.Run { return r.Add(at, -time.Minute) })},
			{"n", "key.slot", false, do(func(r clock.Run, at time.Duration) clock.Run { return r.Next(at) })},
			{"v", "key.slot-back", false, do(func(r clock.Run, at time.Duration) clock.Run { return r.Back(at) })},
			{"x", "key.stop", false, e.stopClock},
		},
		other: func(_ context.Context, typed string) (stay, error) {
			e.talk.Say(e.talk.Words().T("line.unknown", "value", typed, "help", help))
			return on, nil
		},
	})
}

// clock reads the clock of this workshop. One of another workshop has not
// begun here.
func (e *event) clock(ctx context.Context) (clock.Run, error) {
	b, err := e.store.Note(ctx, clockNote)
	if err != nil {
		return clock.Run{}, err
	}
	var k keptClock
	if b == nil || json.Unmarshal(b, &k) != nil || k.Workshop != e.w.ID {
		return clock.Run{}, nil
	}
	r, _ := clock.Restore(k.Run, e.boot, e.uptime(), e.now())
	return r, nil
}

// setClock writes the clock down.
func (e *event) setClock(ctx context.Context, r clock.Run) error {
	if !r.Begun() {
		return nil
	}
	b, err := json.Marshal(keptClock{e.w.ID, r.Save(e.boot, e.uptime(), e.now())})
	if err != nil {
		return err
	}
	return e.store.SetNote(ctx, clockNote, b)
}

// stopClock takes the clock away, after a question.
func (e *event) stopClock(ctx context.Context, _ string) (stay, error) {
	r, err := e.clock(ctx)
	if err != nil || !r.Begun() {
		return again, e.sorry(err)
	}
	yes, err := e.talk.Confirm(e.talk.Words().T("line.time.stop"), false)
	if err != nil || !yes {
		return again, err
	}
	return again, e.sorry(e.store.SetNote(ctx, clockNote, nil))
}

// tellTime says what the clock shows, in sentences.
func (e *event) tellTime(ctx context.Context) error {
	w := e.talk.Words()
	run, err := e.clock(ctx)
	if err != nil {
		return e.sorry(err)
	}
	r := run.Reading(e.uptime())
	switch {
	case !r.Begun && e.w.Minutes() == 0:
		e.talk.Say(w.T("clock.empty"))
		return nil
	case !r.Begun:
		e.talk.Say(w.T("line.time.none", "time", w.N("cli.workshop.long", e.w.Minutes())))
		return nil
	case r.Ended:
		e.talk.Say(w.T("line.time.ended"))
		return nil
	}
	name := slotName(w, r.Slot)
	e.talk.Say(w.T("line.time.part", "name", name, "n", r.Here+1, "of", len(r.Slots)))
	switch {
	case r.Left > 0:
		e.talk.Say(w.T("line.time.left", "time", span(w, r.Left)))
	case r.Left > -time.Second:
		e.talk.Say(w.T("line.time.out"))
	default:
		e.talk.Say(w.T("line.time.over", "time", span(w, -r.Left)))
	}
	if r.Paused {
		e.talk.Say(w.T("line.time.paused"))
	}
	if next, length, ok := r.Next(); ok {
		e.talk.Say(w.T("line.time.then", "name", slotName(w, next), "time", span(w, length)))
	} else {
		e.talk.Say(w.T("line.time.last"))
	}
	e.talk.Say(w.T("line.time.all", "time", span(w, r.All)))
	switch late := r.Late.Round(time.Minute); {
	case late > 0:
		e.talk.Say(w.T("line.time.late", "time", span(w, late)))
	case late < 0:
		e.talk.Say(w.T("line.time.early", "time", span(w, -late)))
	}
	return nil
}

// short is below what length seconds are told.
const short = 90 * time.Second

// span is a length of time in words to be heard: the nearest minutes, or
// seconds for a short one.
func span(w locale.Words, d time.Duration) string {
	if d < short {
		return w.N("line.seconds", int(max(0, d+time.Second-1)/time.Second))
	}
	n := int(d.Round(time.Minute) / time.Minute)
	switch {
	case n < 60:
		return w.N("cli.workshop.long", n)
	case n%60 == 0:
		return w.N("line.hours", n/60)
	}
	return w.T("line.hours.both", "hours", w.N("line.hours", n/60), "minutes", w.N("cli.workshop.long", n%60))
}

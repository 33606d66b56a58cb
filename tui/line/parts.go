// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// partMinutes is what a part that was just added has.
const partMinutes = 5

// parts changes an agenda of their own, part by part. What stands there is
// where it begins.
func (e *event) parts(ctx context.Context) error {
	one := func(change func(ctx context.Context, all []designer.Slot, i int) ([]designer.Slot, error)) func(context.Context, string) (stay, error) {
		return func(ctx context.Context, about string) (stay, error) {
			i, ok, err := e.number(about, len(e.w.Agenda.Slots))
			if !ok {
				return on, err
			}
			all, err := change(ctx, slices.Clone(e.w.Agenda.Slots), i)
			if err != nil || all == nil {
				return on, err
			}
			return again, e.setParts(ctx, all)
		}
	}
	return e.enter(ctx, room{
		tell: func(context.Context, bool) error {
			w := e.talk.Words()
			e.talk.Say(w.T("intro.part.line", "part", w.T("workshop.agenda.own"), "about", w.N("cli.workshop.long", e.w.Minutes())))
			for i, slot := range e.w.Agenda.Slots {
				e.talk.Item(strconv.Itoa(i+1), partLine(w, slot))
			}
			return nil
		},
		prompt: "line.parts.prompt",
		help:   "line.parts.help",
		deeds: []deed{
			{"a", "workshop.slots.add", false, e.addPart},
			{"c", "line.parts.name", true, one(e.namePart)},
			{"u", "line.parts.earlier", true, one(func(_ context.Context, all []designer.Slot, i int) ([]designer.Slot, error) {
				if i > 0 {
					all[i-1], all[i] = all[i], all[i-1]
				}
				return all, nil
			})},
			{"x", "line.parts.drop", true, one(func(_ context.Context, all []designer.Slot, i int) ([]designer.Slot, error) {
				return slices.Delete(all, i, i+1), nil
			})},
		},
		other: func(ctx context.Context, typed string) (stay, error) {
			about, minutes, _ := strings.Cut(typed, " ")
			return one(func(_ context.Context, all []designer.Slot, i int) ([]designer.Slot, error) {
				return e.partMinutes(all, i, strings.TrimSpace(minutes))
			})(ctx, about)
		},
	})
}

// partLine is a part of an agenda and its time.
func partLine(w locale.Words, s designer.Slot) string {
	return w.T("intro.part.line", "part", slotName(w, s), "about", w.N("cli.workshop.long", s.Minutes))
}

// setParts keeps the parts.
func (e *event) setParts(ctx context.Context, all []designer.Slot) error {
	return e.sorry(e.save(ctx, func(w *designer.Workshop) error {
		w.Agenda = designer.Agenda{Slots: all}
		return nil
	}))
}

// partMinutes gives a part its time, which is asked for if it was not typed.
func (e *event) partMinutes(all []designer.Slot, i int, typed string) ([]designer.Slot, error) {
	w := e.talk.Words()
	if typed == "" {
		var err error
		if typed, err = e.talk.Ask(w.T("line.parts.minutes", "name", slotName(w, all[i]))); err != nil {
			return nil, err
		}
		if typed = strings.TrimSpace(typed); typed == "" || typed == back {
			return nil, nil
		}
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > designer.MaxSlotMinutes {
		e.talk.Say(w.T("line.parts.bad", "value", typed, "max", designer.MaxSlotMinutes))
		return nil, nil
	}
	all[i].Minutes = n
	return all, nil
}

// namePart gives a part a name of its own; an empty line gives it the usual
// one back.
func (e *event) namePart(_ context.Context, all []designer.Slot, i int) ([]designer.Slot, error) {
	w := e.talk.Words()
	typed, err := e.talk.Ask(w.T("line.parts.ask"))
	if err != nil {
		return nil, err
	}
	name, _ := clean.Line(typed)
	if name = strings.TrimSpace(name); name == back {
		return nil, nil
	}
	if name == w.T("slot."+all[i].ID) {
		name = ""
	}
	all[i].Title, _ = clean.Cut(name, designer.MaxTeam) // it stands on one line
	return all, nil
}

// addPart adds a part at the end.
func (e *event) addPart(ctx context.Context, _ string) (stay, error) {
	w := e.talk.Words()
	all := slices.Clone(e.w.Agenda.Slots)
	if len(all) >= designer.MaxSlots {
		e.talk.Say(w.T("ui.items-full", "limit", designer.MaxSlots))
		return on, nil
	}
	kinds := designer.SlotIDs()
	for q := designer.AskEarner; q <= designer.AskNext; q++ {
		kinds = append(kinds, q.String())
	}
	names := make([]string, len(kinds))
	for i, id := range kinds {
		names[i] = w.T("slot." + id)
	}
	i, err := e.talk.Choose(w.T("line.parts.which"), names, -1)
	if err != nil || i < 0 {
		return on, err
	}
	all = append(all, designer.Slot{ID: kinds[i], Minutes: partMinutes})
	if given, err := e.partMinutes(all, len(all)-1, ""); err != nil {
		return on, err
	} else if given != nil {
		all = given
	}
	return again, e.setParts(ctx, all)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

// event is a workshop's room: the workshop, and its seats as they were told.
type event struct {
	*rooms
	w     designer.Workshop
	seats []screen.Seat
}

// workshop is the room of a workshop: what it is, its teams and their badges,
// and what there is to do before, during and after it.
func (s *rooms) workshop(ctx context.Context, w designer.Workshop) error {
	e := &event{rooms: s, w: w}
	return s.enter(ctx, room{
		tell:   e.tell,
		prompt: "line.workshop.prompt",
		help:   "line.workshop.help",
		deeds: []deed{
			{"c", "line.workshop.change", false, visit(e.change)},
			{"f", "workshop.do.file", false, heard(e.file)},
			{"s", "workshop.do.suits", false, heard(s.suits)},
			{"i", "workshop.do.intro", false, heard(s.intro)},
			{"t", "line.workshop.time", false, visit(e.time)},
			{"b", "workshop.do.begin", false, e.begin},
			{"p", "workshop.do.present", false, heard(e.present)},
			{"g", "workshop.do.gather", false, visit(s.gather)},
			{"h", "workshop.do.home", false, heard(func(ctx context.Context) error { return s.home(ctx, e.w) })},
		},
		other: e.seat,
	})
}

// tell says what the workshop is, and how far its badges are.
func (e *event) tell(ctx context.Context, whole bool) error {
	all, err := e.newest(ctx)
	if err != nil {
		return e.sorry(err)
	}
	// It may have been changed elsewhere, or have come in newer.
	if w, err := e.store.Workshops().Get(ctx, e.w.ID); err == nil {
		e.w = w
	}
	e.seats = screen.Seats(e.w, all)
	w, t := e.talk.Words(), e.talk
	t.Say(cmp.Or(e.w.Title, w.T("workshop.untitled")))
	if whole {
		e.preset()
		t.Gap()
	}
	begun := 0
	for _, seat := range e.seats {
		if seat.Badge.ID != "" {
			begun++
		}
	}
	t.Say(w.N("ui.drafts.count", begun))
	if len(e.seats) == 0 {
		t.Say(w.T("line.workshop.empty"))
	}
	for i, seat := range e.seats {
		t.Item(strconv.Itoa(i+1), e.seated(seat))
	}
	return nil
}

// preset says what every badge of the workshop is given, and the agenda. Title
// and teams stand elsewhere.
func (e *event) preset() {
	w := e.talk.Words()
	line := func(part, about string) string { return w.T("intro.part.line", "part", part, "about", about) }
	for _, key := range designer.WorkshopKeys() {
		if value := e.value(key); value != "" && key != designer.KeyTitle && key != designer.KeyTeams {
			e.talk.Say(line(label(w, key), value))
		}
		if key == designer.KeyMinutes {
			for _, slot := range e.w.Agenda.Slots {
				e.talk.Item(" ", partLine(w, slot))
			}
		}
	}
}

// seated is a badge of the workshop, or a team that has none.
func (e *event) seated(seat screen.Seat) string {
	w := e.talk.Words()
	if seat.Badge.ID == "" {
		return seat.Team + ": " + w.T("line.workshop.open")
	}
	about := e.called(seat.Badge) + ", " + w.T("ui.answered", "n", seat.Badge.Answered)
	if seat.Team == "" {
		return about
	}
	return seat.Team + ": " + about
}

// slotName is what a part of an agenda is called.
func slotName(w locale.Words, s designer.Slot) string {
	return cmp.Or(s.Title, w.T("slot."+s.ID))
}

// label is the name of what a workshop holds under a key.
func label(w locale.Words, key string) string {
	switch key {
	case designer.KeyPrivate:
		return w.T("workshop.field.clock")
	case designer.KeyTitle, designer.KeyDate, designer.KeyPlace, designer.KeyLanguage, designer.KeyAgenda, designer.KeyMinutes,
		designer.KeyTeams, designer.KeyColours, designer.KeySkip:
		return w.T("workshop.field." + key)
	}
	return w.T("field." + key + ".label")
}

// value is what the workshop holds under a key, in words; "" for nothing.
func (e *event) value(key string) string {
	w := e.talk.Words()
	switch key {
	case designer.KeyTitle:
		return e.w.Title
	case designer.KeyDate:
		return e.w.Date
	case designer.KeyPlace:
		return e.w.Place
	case designer.KeyLanguage:
		return e.w.Language
	case designer.KeyAgenda:
		if len(e.w.Agenda.Slots) == 0 {
			return ""
		}
		return agendaName(w, e.w.Agenda)
	case designer.KeyMinutes:
		if e.w.Minutes() == 0 {
			return ""
		}
		return w.N("cli.workshop.long", e.w.Minutes())
	case designer.KeyTeams:
		return strings.Join(e.w.Teams, ", ")
	case designer.KeyColours:
		return colourName(w, e.w.Colours)
	case designer.KeySkip:
		var out []string
		for _, id := range e.w.Skip {
			out = append(out, w.T("field."+id+".label"))
		}
		return strings.Join(out, ", ")
	case designer.KeyPrivate:
		if e.w.Private {
			return w.T("workshop.clock.private")
		}
		return w.T("workshop.clock.shared")
	}
	d := e.w.Begin("")
	f, _ := designer.FieldByID(key)
	return f.Value(&d)
}

// agendaName is what an agenda is called.
func agendaName(w locale.Words, a designer.Agenda) string {
	if a.Name == "" {
		return w.T("workshop.agenda.own")
	}
	if key := "agenda." + a.Name; w.Known(key) {
		return w.T(key)
	}
	return a.Name
}

// colourName is what a palette is called; "" is each badge's own.
func colourName(w locale.Words, name string) string {
	switch {
	case name == "":
		return ""
	case w.Known("colour." + name):
		return w.T("colour." + name)
	}
	return name
}

// seat opens the badge with a number, or begins that of its team.
func (e *event) seat(ctx context.Context, about string) (stay, error) {
	i, ok, err := e.number(about, len(e.seats))
	if !ok {
		return on, err
	}
	if seat := e.seats[i]; seat.Badge.ID == "" {
		return again, e.exercise(ctx, e.w.Begin(seat.Team))
	}
	return e.opened(ctx, e.seats[i].Badge)
}

// begin begins a badge for a team.
func (e *event) begin(ctx context.Context, _ string) (stay, error) {
	team := ""
	if len(e.w.Teams) > 0 {
		var teams []string
		free := -1
		for _, seat := range e.seats {
			if !slices.Contains(e.w.Teams, seat.Team) || slices.Contains(teams, seat.Team) {
				continue
			}
			if seat.Badge.ID == "" && free < 0 {
				free = len(teams)
			}
			teams = append(teams, seat.Team)
		}
		w := e.talk.Words()
		i, err := e.talk.Choose(w.T("workshop.which-team"), append(slices.Clone(teams), w.T("workshop.other-team")), max(0, free))
		if err != nil || i < 0 {
			return on, err
		}
		if i < len(teams) {
			team = teams[i]
		} else if team, err = e.talk.Ask(w.T("line.workshop.team")); err != nil {
			return on, err
		}
	}
	d := e.w.Begin("")
	team, _ = clean.Line(team)
	if err := d.Set("team", team); err != nil {
		return on, e.sorry(err)
	}
	return again, e.exercise(ctx, d)
}

// present presents the badges of the workshop in the order of its teams.
func (e *event) present(ctx context.Context) error {
	all, err := e.newest(ctx)
	if err != nil {
		return e.sorry(err)
	}
	all = slices.DeleteFunc(all, func(d designer.Summary) bool { return d.Workshop != e.w.ID })
	return e.rooms.present(ctx, e.w.Turns(all))
}

// file writes the workshop's file, for the other laptops.
func (e *event) file(ctx context.Context) error {
	w := e.talk.Words()
	sticks := e.sticks(ctx)
	options := make([]string, len(sticks), len(sticks)+1)
	for i, path := range sticks {
		options[i], _ = clean.Line(path)
	}
	folder := ""
	if len(sticks) > 0 {
		i, err := e.talk.Choose(w.T("workshop.which-folder"), append(options, w.T("workshop.other-folder")), 0)
		if err != nil || i < 0 {
			return err
		}
		if i < len(sticks) {
			folder = sticks[i]
		}
	}
	if folder == "" {
		typed, err := e.talk.Ask(w.T("line.workshop.folder"))
		if folder = strings.TrimSpace(typed); err != nil || folder == "" || folder == back {
			return err
		}
	}
	path, err := e.facilitator.Write(e.w, folder)
	if err != nil {
		return e.sorry(err)
	}
	e.talk.Say(w.T("ui.workshop.written", "path", path))
	return nil
}

// sticks are the folders of memory sticks that are plugged in.
func (s *rooms) sticks(ctx context.Context) []string {
	if s.facilitator.Sticks == nil {
		return nil
	}
	return s.facilitator.Sticks(ctx)
}

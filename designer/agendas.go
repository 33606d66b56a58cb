// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

// The ready agendas. The twenty minutes are those of the paper exercise; the
// longer ones follow published workshops: 45 minutes of content and 30 of
// look (WEA), 60 and 30 (ANU), half a day with an introduction and a round of
// pitches, and a day of trainers who rehearse the exercise on each other.
var agendas = []Agenda{
	{Name: "sprint-20", Slots: round(2, 2, 3, 6, 5, 2)},
	{Name: "45-30", Slots: round(5, 4, 8, 18, 30, 10)},
	{Name: "60-30", Slots: round(8, 7, 12, 25, 30, 8)},
	{Name: "half-day", Slots: slots(
		Slot{ID: SlotWelcome, Minutes: 15}, Slot{ID: SlotIntro, Minutes: 25},
		round(8, 6, 12, 24), Slot{ID: SlotBreak, Minutes: 15},
		Slot{ID: AskLook.String(), Minutes: 30}, Slot{ID: AskNext.String(), Minutes: 10},
		Slot{ID: SlotPresent, Minutes: 30}, Slot{ID: SlotReview, Minutes: 15},
		Slot{ID: SlotIssue, Minutes: 20}, Slot{ID: SlotClose, Minutes: 10},
	)},
	{Name: "trainers", Slots: slots(
		Slot{ID: SlotWelcome, Minutes: 15}, Slot{ID: SlotIntro, Minutes: 30},
		round(3, 3, 5, 10, 8, 3), Slot{ID: SlotPresent, Minutes: 20}, Slot{ID: SlotReview, Minutes: 25},
		Slot{ID: SlotBreak, Minutes: 15}, Slot{ID: SlotPractise, Minutes: 45},
		Slot{ID: SlotIssue, Minutes: 20}, Slot{ID: SlotClose, Minutes: 10},
	)},
}

// ReadyAgendas returns the ready agendas, the shortest first. Their names are
// words: "agenda.<name>".
func ReadyAgendas() []Agenda {
	out := make([]Agenda, len(agendas))
	for i, a := range agendas {
		out[i] = a.Clone()
	}
	return out
}

// ReadyAgenda returns the ready agenda of that name.
func ReadyAgenda(name string) (Agenda, bool) {
	for _, a := range agendas {
		if a.Name == name {
			return a.Clone(), true
		}
	}
	return Agenda{}, false
}

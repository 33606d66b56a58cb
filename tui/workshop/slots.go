// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package workshop

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/field"
	"insignia/tui/screen"
)

const (
	slotTitle   = designer.MaxTeam // characters of a part's own name: it stands on one line
	slotMinutes = 5                // of a part that was just added
)

// slots are the parts of an agenda of their own: the arrows change minutes, a
// letter begins a new name, the last row adds a part.
type slots struct {
	f       *form
	at      int // len(slots) is the row that adds
	kind    int // what would be added, 0 for nothing
	focused bool
	in      *field.Input // while a part is renamed
}

// kinds are what a part can be.
func kinds() []string {
	out := designer.SlotIDs()
	for q := designer.AskEarner; q <= designer.AskNext; q++ {
		out = append(out, q.String())
	}
	return out
}

func (s *slots) all() []designer.Slot { return s.f.on.Agenda.Slots }

func (s *slots) typing() bool { return s.in != nil }

func (s *slots) focus(_ screen.Env, fromEnd bool) {
	s.focused, s.at, s.kind = true, 0, 0
	if fromEnd {
		s.at = len(s.all())
	}
}

func (s *slots) blur(env screen.Env) string {
	s.named(env)
	s.focused = false
	return ""
}

func slotName(env screen.Env, sl designer.Slot) string {
	if sl.Title != "" {
		return sl.Title
	}
	return env.Words.T("slot." + sl.ID)
}

// change writes the parts anew.
func (s *slots) change(all []designer.Slot) { s.f.setAgenda(designer.Agenda{Slots: all}) }

func (s *slots) update(msg tea.Msg, env screen.Env) (field.Move, string) {
	if s.in != nil {
		return s.rename(msg, env)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return field.Stay, ""
	}
	n := len(s.all())
	switch move := field.MoveOf(k); {
	case move == field.Enter && s.at == n && s.kind > 0:
		return field.Stay, s.add(env)
	case (move == field.Enter || move == field.Down) && s.at < n:
		s.at++
		return field.Stay, ""
	case move == field.Up && s.at > 0:
		s.at--
		return field.Stay, ""
	case move != field.Stay:
		return move, ""
	}
	if s.at == n {
		return field.Stay, s.turn(k)
	}
	return field.Stay, s.row(k, env)
}

// turn chooses what the last row adds.
func (s *slots) turn(k tea.KeyPressMsg) string {
	count := len(kinds()) + 1
	switch {
	case key.Matches(k, screen.KeyRight), k.Text == " ":
		s.kind = (s.kind + 1) % count
	case key.Matches(k, screen.KeyLeft):
		s.kind = (s.kind + count - 1) % count
	}
	return ""
}

func (s *slots) add(env screen.Env) string {
	if len(s.all()) >= designer.MaxSlots {
		return env.Words.T("ui.items-full", "limit", designer.MaxSlots)
	}
	s.change(append(slices.Clone(s.all()), designer.Slot{ID: kinds()[s.kind-1], Minutes: slotMinutes}))
	s.at, s.kind = len(s.all()), 0
	return ""
}

// row handles the keys that act on the part under the cursor.
func (s *slots) row(k tea.KeyPressMsg, env screen.Env) string {
	all := slices.Clone(s.all())
	longer := func(by int) {
		all[s.at].Minutes = max(1, min(all[s.at].Minutes+by, designer.MaxSlotMinutes))
		s.change(all)
	}
	swap := func(with int) {
		if with >= 0 && with < len(all) {
			all[s.at], all[with] = all[with], all[s.at]
			s.change(all)
			s.at = with
		}
	}
	switch {
	case key.Matches(k, screen.KeyMoveUp):
		swap(s.at - 1)
	case key.Matches(k, screen.KeyMoveDown):
		swap(s.at + 1)
	case key.Matches(k, screen.KeyDrop), k.String() == "delete":
		s.change(slices.Delete(all, s.at, s.at+1))
	case key.Matches(k, screen.KeyRight), k.Text == "+":
		longer(1)
	case key.Matches(k, screen.KeyLeft), k.Text == "-":
		longer(-1)
	case k.String() == "backspace":
		s.begin(env, slotName(env, all[s.at]))
	case k.Text != "" && unicode.IsLetter([]rune(k.Text)[0]):
		s.begin(env, k.Text)
	}
	return ""
}

func (s *slots) begin(env screen.Env, name string) {
	s.in = field.NewInput(slotTitle)
	s.in.Set(name)
	s.in.Focus(env)
}

func (s *slots) rename(msg tea.Msg, env screen.Env) (field.Move, string) {
	move, _, say := s.in.Update(msg, env)
	if move == field.Stay {
		return move, say
	}
	s.named(env)
	switch {
	case move == field.Up && s.at > 0:
		s.at--
	case move == field.Enter, move == field.Down:
		s.at++
	default:
		return move, say
	}
	return field.Stay, say
}

// named ends the renaming; a name that was emptied or is the usual one is none.
func (s *slots) named(env screen.Env) {
	if s.in == nil {
		return
	}
	name, _ := clean.Line(s.in.Value())
	name = strings.TrimSpace(name)
	s.in = nil
	all := slices.Clone(s.all())
	if name == env.Words.T("slot."+all[s.at].ID) {
		name = ""
	}
	all[s.at].Title = name
	s.change(all)
}

func (s *slots) view(env screen.Env, w int) ([]string, int) {
	all := s.all()
	if !s.focused {
		return field.Rest(env, outline(env, all), w), -1
	}
	col := 8
	for _, sl := range all {
		col = max(col, env.Widths.StringWidth(slotName(env, sl)))
	}
	unit := func(n int) string { return env.Words.T("workshop.minutes", "n", n) }
	col = max(8, min(col, w-6-utf8.RuneCountInString(unit(100))))
	var out []string
	for i, sl := range all {
		name := pad(env, env.Widths.Truncate(slotName(env, sl), col, "…"), col)
		switch {
		case i == s.at && s.in != nil:
			out = append(out, s.in.View(env, w)[0])
		case i == s.at:
			out = append(out, env.Theme.Accent.Bold(true).Render("› "+name+" ‹ "+unit(sl.Minutes)+" ›"))
		default:
			out = append(out, env.Theme.Text.Render("  "+name+"   "+unit(sl.Minutes)))
		}
	}
	what := "–"
	if s.kind > 0 {
		what = env.Words.T("slot." + kinds()[s.kind-1])
	}
	add := env.Words.T("workshop.slots.add")
	if s.at == len(all) {
		return append(out, env.Theme.Accent.Bold(true).Render(env.Widths.Truncate("+ "+add+" ‹ "+what+" ›", w, "…"))), s.at
	}
	return append(out, env.Theme.Dim.Render("+ "+add)), s.at
}

// outline is an agenda in one breath: "Earner 2 · Issuer 2 · …".
func outline(env screen.Env, all []designer.Slot) string {
	parts := make([]string, len(all))
	for i, sl := range all {
		parts[i] = slotName(env, sl) + " " + strconv.Itoa(sl.Minutes)
	}
	return strings.Join(parts, " · ")
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package look is the screen of question 5: the parts of the picture as rows,
// each changed by the arrows or by typing, the picture live beside them.
package look

import (
	"slices"
	"strconv"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/render"
	"insignia/render/icon"
	"insignia/tui/field"
	"insignia/tui/screen"
)

// Screen is the look of the badge.
type Screen struct {
	rows   []row
	at     int
	open   bool
	query  string // what is being typed into a search: of icons, of colours
	before string // what the row had before it
}

// row is one part of the picture. w is set for parts that are words.
type row struct {
	f designer.Field
	w field.Widget
}

// New returns the screen with the cursor on the first part.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.build(env)
	s.focus(env)
	return s
}

// Find returns the screen with the cursor on a part.
func Find(id string, env screen.Env) *Screen {
	s := New(env)
	s.seek(id, env)
	return s
}

func (s *Screen) seek(id string, env screen.Env) {
	f, ok := designer.FieldByID(id)
	if !ok || f.Question != designer.AskLook {
		return
	}
	if behind(f) && !s.open {
		s.open = true
		s.build(env)
	}
	for i, r := range s.rows {
		if r.f.ID == id {
			s.blur(env)
			s.at = i
			s.focus(env)
		}
	}
}

// behind reports whether a part waits behind "more": what is not seen in the
// picture itself.
func behind(f designer.Field) bool {
	return slices.Contains([]string{"look.metaphor", "look.alt", "look.author", "look.licence"}, f.ID)
}

// seen reports whether a part shows in a picture that looks so: a row that
// changes nothing would only be in the way.
func seen(f designer.Field, l designer.Look) bool {
	whole := l.Centre == "whole"
	switch f.ID {
	case "look.centre", "look.metaphor", "look.alt", "look.author", "look.licence":
		return true
	case "look.icon":
		return l.Centre == "icon" || l.Centre == "icons"
	case "look.icon2":
		return l.Centre == "icons"
	case "look.letters":
		return l.Centre == "letters"
	case "look.pixels", "look.edges":
		return l.Centre == "drawing"
	case "look.picture":
		return l.Centre == "picture" || l.Centre == "cover" || whole
	case "look.pattern":
		return l.Centre != "cover" && !whole
	case "look.mark":
		return l.Stars > 0 && !whole
	}
	return !whole
}

func (s *Screen) build(env screen.Env) {
	s.rows = nil
	fields := designer.FieldsOf(designer.AskLook)
	for _, f := range fields {
		s.open = s.open || behind(f) && !f.Empty(&env.Draft)
	}
	l := render.Fill(env.Draft)
	for _, f := range fields {
		if behind(f) && !s.open || !seen(f, l) {
			continue
		}
		r := row{f: f}
		if f.Input == designer.Line {
			r.w = field.For(f, env)
		}
		s.rows = append(s.rows, r)
	}
	s.at = min(s.at, len(s.rows)-1)
}

// rebuild asks for the parts of a look that has changed, with the cursor where
// it was.
func (s *Screen) rebuild(d designer.Draft, env screen.Env) {
	id := s.rows[s.at].f.ID
	env.Draft = d
	s.build(env)
	for i, r := range s.rows {
		if r.f.ID == id {
			s.at = i
		}
	}
}

func (s *Screen) focus(env screen.Env) {
	if w := s.rows[s.at].w; w != nil {
		w.Focus(env, false)
	}
}

func (s *Screen) blur(env screen.Env) []screen.Action {
	out := append(s.unmeant(env), screen.Leave{})
	s.query = ""
	if w := s.rows[s.at].w; w != nil {
		if say := w.Blur(env); say != "" {
			out = append(out, screen.Say{Text: say})
		}
	}
	return out
}

// Typing reports whether a letter is text: in a row of words, and where a
// search begins.
func (s *Screen) Typing() bool {
	return s.rows[s.at].w != nil || searched(s.rows[s.at].f)
}

// Pointed implements screen.Pointed: a click is of more use here than the
// terminal's own selection, even in a row of words.
func (s *Screen) Pointed() bool { return true }

// Update implements screen.Screen.
func (s *Screen) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	switch msg := msg.(type) {
	case screen.Reload:
		n := &Screen{at: s.at, open: s.open}
		n.build(env)
		n.focus(env)
		if msg.Field == "" && n.at < len(n.rows) && s.at < len(s.rows) {
			msg.Field = s.rows[s.at].f.ID
		}
		n.seek(msg.Field, env)
		return n, nil
	case screen.Click:
		return s, s.click(msg, env)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, screen.KeyMore):
			return s, s.toggleMore(env)
		case key.Matches(msg, screen.KeySurprise):
			return s, append(s.blur(env), screen.Visit{Room: screen.Surprise})
		case key.Matches(msg, screen.KeyProof):
			return s, append(s.blur(env), screen.Visit{Room: screen.Proof})
		}
		if w := s.rows[s.at].w; w != nil {
			return s, s.moved(w.Update(msg, env), env)
		}
		return s, s.key(msg, env)
	case tea.PasteMsg:
		if w := s.rows[s.at].w; w != nil {
			return s, s.moved(w.Update(msg, env), env)
		}
		if searched(s.rows[s.at].f) {
			line, _ := clean.Line(msg.Content)
			return s, s.search(line, env)
		}
	}
	return s, nil
}

// toggleMore shows the rows behind "more", or hides them if nothing is in them.
func (s *Screen) toggleMore(env screen.Env) []screen.Action {
	acts := s.blur(env)
	s.open = !s.open
	s.build(env)
	s.focus(env)
	return acts
}

// moved does what a widget's outcome asks for.
func (s *Screen) moved(out field.Outcome, env screen.Env) []screen.Action {
	var acts []screen.Action
	if out.Changed {
		acts = append(acts, screen.Edit{Draft: out.Draft, Field: s.rows[s.at].f.ID, Break: out.Break})
		env.Draft = out.Draft
	}
	if out.Say != "" {
		acts = append(acts, screen.Say{Text: out.Say})
	}
	return append(acts, s.step(out.Move, env)...)
}

// step moves the cursor, as on every page of questions.
func (s *Screen) step(move field.Move, env screen.Env) []screen.Action {
	next := s.at + 1
	switch move {
	case field.Stay:
		return nil
	case field.Behind, field.Up:
		next = s.at - 1
	}
	switch {
	case next < 0 && move == field.Behind:
		return append(s.blur(env), screen.Back{})
	case next >= len(s.rows) && move != field.Down:
		return append(s.blur(env), screen.Forward{})
	case next >= len(s.rows) && !s.open: // down, where "more" waits
		acts := s.toggleMore(env)
		return append(acts, s.step(field.Down, env)...)
	case next < 0, next >= len(s.rows):
		return nil
	}
	acts := s.blur(env)
	s.at = next
	s.focus(env)
	return acts
}

// key handles the rows that are not words.
func (s *Screen) key(k tea.KeyPressMsg, env screen.Env) []screen.Action {
	f := s.rows[s.at].f
	if key.Matches(k, screen.KeyEnter) {
		if acts := s.enter(f, env); acts != nil {
			return acts
		}
	}
	if move := field.MoveOf(k); move != field.Stay {
		return s.step(move, env)
	}
	switch {
	case key.Matches(k, screen.KeyLeft):
		return s.turn(-1, env)
	case key.Matches(k, screen.KeyRight):
		return s.turn(1, env)
	case k.String() == "backspace" || k.String() == "delete":
		if k.String() == "backspace" && s.query != "" {
			r := []rune(s.query)
			if len(r) == 1 {
				acts, _ := s.Escape(env)
				return acts
			}
			s.query = string(r[:len(r)-1])
			return s.search("", env)
		}
		s.query = ""
		return s.set(f, "", env)
	case searched(f) && k.String() == "ctrl+u":
		acts, _ := s.Escape(env)
		return acts
	case searched(f) && k.Text != "" && (k.Text != " " || s.query != ""):
		return s.search(k.Text, env)
	case f.Input == designer.Number && len(k.Text) == 1 && unicode.IsDigit(rune(k.Text[0])):
		return s.set(f, k.Text, env)
	case k.Text == " ":
		return s.turn(1, env)
	}
	return nil
}

// enter opens what a row cannot hold itself: the drawing, and the way to a
// picture's file.
func (s *Screen) enter(f designer.Field, env screen.Env) []screen.Action {
	switch f.Input {
	case designer.Drawing:
		return append(s.blur(env), screen.Visit{Room: screen.Draw})
	case designer.Photo:
		return append(s.blur(env), screen.Visit{Room: screen.Photo})
	}
	return nil
}

// turn takes the next or the previous value of the row.
func (s *Screen) turn(by int, env screen.Env) []screen.Action {
	f := s.rows[s.at].f
	values := s.values(f, env)
	if len(values) == 0 {
		return nil
	}
	if f.Input == designer.Colours {
		s.query = ""
	}
	i := slices.Index(values, value(f, env))
	if i < 0 && by < 0 {
		i = 0
	}
	return s.set(f, values[(i+by+len(values))%len(values)], env)
}

// values are what the arrows walk through.
func (s *Screen) values(f designer.Field, env screen.Env) []string {
	var out []string
	switch f.Input {
	case designer.Choice:
		return f.Options
	case designer.Colours:
		for _, p := range render.Palettes() {
			out = append(out, p.Name)
		}
	case designer.Number:
		for n := f.Min; n <= f.Max; n++ {
			out = append(out, strconv.Itoa(n))
		}
	case designer.IconName:
		for _, i := range icon.Find(s.query, env.Words.Tag()) {
			out = append(out, i.Name)
		}
	}
	return out
}

// value is what the row shows: the answer, or what stands in for it.
func value(f designer.Field, env screen.Env) string {
	d := env.Draft
	d.Look = render.Fill(env.Draft)
	v := f.Value(&d)
	if v == "" && f.Input == designer.Number {
		return strconv.Itoa(f.Min)
	}
	return v
}

func (s *Screen) set(f designer.Field, v string, env screen.Env) []screen.Action {
	d := env.Draft.Clone()
	if err := d.Set(f.ID, v); err != nil {
		return []screen.Action{screen.Say{Text: env.Words.Error(err)}}
	}
	if f.Value(&d) == f.Value(&env.Draft) {
		return nil
	}
	s.rebuild(d, env)
	return []screen.Action{screen.Edit{Draft: d, Field: f.ID}}
}

// click goes to a row, or turns it when it is there already.
func (s *Screen) click(c screen.Click, env screen.Env) []screen.Action {
	switch c.ID {
	case "more":
		return s.toggleMore(env)
	case "surprise":
		return append(s.blur(env), screen.Visit{Room: screen.Surprise})
	case "proof":
		return append(s.blur(env), screen.Visit{Room: screen.Proof})
	}
	for i, r := range s.rows {
		if c.ID != r.f.ID {
			continue
		}
		if i == s.at && r.w == nil {
			if acts := s.enter(r.f, env); acts != nil {
				return acts
			}
			if c.At.X <= 2+s.labelWidth(env, s.wide(env))+2 { // its name, or the arrow before the value
				return s.turn(-1, env)
			}
			return s.turn(1, env)
		}
		acts := s.blur(env)
		s.at = i
		s.focus(env)
		return acts
	}
	return nil
}

// Part is the id of the field that a role of the picture comes from, "" for
// none; centre is what stands in the middle.
func Part(r render.Role, on bool, centre string) string {
	if !on {
		return ""
	}
	switch r {
	case render.Edge, render.Rim:
		return "look.rim"
	case render.Weave:
		return "look.pattern"
	case render.Text:
		return "look.text"
	case render.Lower:
		return "look.lower"
	case render.Stars:
		return "look.stars"
	case render.Tail, render.Fold, render.Ribbon, render.RibbonText:
		return "look.ribbon"
	case render.Hang:
		return "look.shape"
	case render.Icon, render.Photo:
		switch centre {
		case "letters":
			return "look.letters"
		case "drawing":
			return "look.pixels"
		case "picture", "cover", "whole":
			return "look.picture"
		}
		return "look.icon"
	}
	return "look.field"
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"strconv"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/tui/screen"
)

// prompt is what is asked for a field.
func (s *session) prompt(f designer.Field) string {
	return s.talk.Words().T("field." + f.ID + ".prompt")
}

// tell asks for a field: the question, a line of help, and what is there.
// When it is asked again right away the help is left out.
func (s *session) tell(f designer.Field, again bool) {
	w := s.talk.Words()
	s.talk.Say(s.prompt(f))
	if !again {
		s.talk.Say(w.T("field." + f.ID + ".hint"))
		s.how(f)
	}
	switch {
	case f.ID == "description" && s.d.Description == "" && s.drafted() != "":
		s.talk.Say(w.T("line.drafted", "text", s.drafted()))
		s.talk.Say(w.T("line.drafted.how"))
	case f.IsList():
		s.items(f)
	case len(s.options(f)) > 0 && len(s.options(f)) <= few:
		s.tellOptions(f, false)
	default:
		s.tellPresent(f)
		if n := len(s.options(f)); n > 0 {
			s.talk.Say(w.T("line.options.rest", "n", n, "help", help))
		}
	}
}

// tellPresent says what is there, also what the program chose.
func (s *session) tellPresent(f designer.Field) {
	w := s.talk.Words()
	if value := s.value(f); value != "" {
		s.talk.Say(w.T("line.present", "value", value))
		return
	}
	d := s.d
	if d.Look = render.Fill(s.d); f.Core && f.Question == designer.AskLook {
		value := screen.Value(f.ID, f.Value(&d), w)
		s.talk.Say(w.T("line.present", "value", w.T("line.choose.auto", "value", value)))
	}
}

// how says how an answer of several lines ends: nothing on the screen shows that
// more is waited for. The second time it is shorter.
func (s *session) how(f designer.Field) {
	key := ""
	switch {
	case f.IsList():
		key = "line.list.how"
	case f.Input.Multiline():
		key = "line.text.how"
	}
	if key == "line.text.how" && s.told[key] {
		key = "line.text.again"
	}
	if key != "" {
		s.told[key] = true
		s.talk.Say(s.talk.Words().T(key))
	}
}

// drafted is the description that the answers make, in the badge's language.
func (s *session) drafted() string {
	return prose.Description(s.d, locale.For(s.d.Language))
}

// explainField says what can be typed for a field, and what each option is for.
func (s *session) explainField(f designer.Field) {
	w := s.talk.Words()
	q := "question." + f.Question.String()
	s.talk.Say(w.T(q + ".lead"))
	s.talk.Say(w.T(q + ".watch"))
	switch {
	case f.IsList():
		s.talk.Say(w.T("line.help.list", "up", s.sign("up"), "down", s.sign("down"), "drop", s.sign("drop")))
	case f.Input == designer.Text:
		s.talk.Say(w.T("line.help.text", "add", s.sign("add")))
	case f.Input == designer.IconName:
		s.talk.Say(w.T("line.help.icon"))
	case f.Input == designer.Colours:
		s.talk.Say(w.T("line.help.colours"))
	}
	if len(s.options(f)) > 0 {
		s.tellOptions(f, true)
	}
	s.talk.Say(w.T("line.help.field", "none", nothing, "back", back))
	s.talk.Say(w.T("line.help.more", "examples", s.sign("examples"), "help", s.sign("help")))
}

// examples tells good answers to the question, and a weak one.
func (s *session) examples(q designer.Question) {
	w := s.talk.Words()
	key := "question." + q.String()
	line := func(part, about string) { s.talk.Say(w.T("intro.part.line", "part", part, "about", about)) }
	for i := 1; w.Known(key + ".good." + strconv.Itoa(i)); i++ {
		line(w.T("intro.good"), w.T(key+".good."+strconv.Itoa(i)))
	}
	if w.Known(key + ".weak") {
		line(w.T("intro.weak"), w.T(key+".weak"))
		s.talk.Say(w.T("ui.because", "why", w.T(key+".weak.why")))
	}
	s.talk.Say(w.T(key + ".watch"))
}

// explainCalls lists what can be called for.
func (s *session) explainCalls() {
	w := s.talk.Words()
	s.talk.Say(w.T("line.help.calls"))
	for _, id := range calls[:general] {
		s.talk.Item(s.sign(id), w.T("line.do."+id))
	}
	s.talk.Say(w.T("line.help.field", "none", nothing, "back", back))
	s.talk.Say(w.T("line.help.literal", "literal", literal))
}

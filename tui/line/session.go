// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/tui/line/talk"
)

// session is one badge being asked for, from opening to leaving it.
type session struct {
	*rooms
	keeper
	workshop designer.Workshop      // it was begun in; none has no ID
	issuers  []designer.SavedIssuer // newest first
	issuer   designer.Issuer        // as it was when the badge was opened, or last remembered
	at       stop
	headed   designer.Question // whose head was told last, -1 for none
	more     map[designer.Question]bool
	asked    designer.Draft  // as the badge was when this stop was come to
	told     map[string]bool // findings, and what is said once
	exported *designer.Draft // as it was when its files were written, nil for never
	over     error           // how it ends when it is left: nil goes on to where one came from
}

// turn is what an answer means for the way.
type turn int

const (
	stays     turn = iota // the same is asked again
	onward                // the next stop
	behind                // the stop before
	elsewhere             // where one is has been set
	left                  // the badge is left
)

// design asks the questions of a badge until it is left. What it returns is
// the conversation's end.
func (s *rooms) design(ctx context.Context, d designer.Draft) error {
	if d.ID == "" {
		d.ID = designer.NewID()
	}
	b := &session{rooms: s, keeper: keep(s, d), headed: -1, more: map[designer.Question]bool{}, told: map[string]bool{}}
	b.loadIssuers(ctx)
	if d.Revision > 0 {
		b.issuer = d.Issuer
	}
	if d.Workshop != "" {
		b.workshop, _ = s.store.Workshops().Get(ctx, d.Workshop) // the badge is there without it
	}
	b.at = b.begin()
	b.welcome()
	return b.run(ctx)
}

// welcome says, once a run, how one is helped, and of a badge that was begun
// how far it is.
func (s *session) welcome() {
	w := s.talk.Words()
	s.talk.Gap()
	if !s.welcomed {
		s.welcomed = true
		s.talk.Say(w.T("line.welcome", "help", help, "back", back))
	}
	if s.d.Revision > 0 {
		s.talk.Say(s.called(designer.Summarize(s.d)) + ", " + w.T("ui.answered", "n", s.d.Answered()))
	}
}

// run asks one stop after another.
func (s *session) run(ctx context.Context) error {
	again := false
	for {
		s.head()
		from := s.at
		t, err := s.visit(ctx, again)
		if err != nil {
			if s.save(ctx); s.dirty {
				s.rooms.lost = s.trouble
			}
			s.remember(ctx)
			return err
		}
		s.mended()
		again = t == stays
		switch t {
		case onward:
			s.step(1)
		case behind:
			s.step(-1)
		case left:
			if leave, err := s.leave(ctx); leave || err != nil {
				return err
			}
		}
		if from.question == designer.AskIssuer && (s.at.question != from.question || t == left) {
			s.remember(ctx)
		}
	}
}

// head says which question this is, when it is another one than before.
func (s *session) head() {
	q := s.at.question
	if q == s.headed {
		return
	}
	s.headed = q
	w := s.talk.Words()
	title := w.T("question." + q.String() + ".title")
	s.talk.Gap()
	switch {
	case q.Numbered():
		title = w.T("line.head", "n", int(q), "title", title)
	case q == designer.Review:
		title = w.T("intro.part.line", "part", title, "about", s.called(designer.Summarize(s.d)))
	}
	if rest, full := s.rest(q); len(rest) > 0 && !s.more[q] {
		title += " " + w.N("line.head.more", len(rest), "more", s.sign("more"))
		if full > 0 {
			title += " " + w.T("line.head.full", "n", full)
		}
	}
	s.talk.Say(title)
}

// rest are the optional fields of a question, and how many of them have an
// answer that somebody gave.
func (s *session) rest(q designer.Question) (rest []designer.Field, full int) {
	for _, f := range designer.FieldsOf(q) {
		if f.Core {
			continue
		}
		rest = append(rest, f)
		given := f.ID == "language" || f.ID == "team" && s.d.Workshop != ""
		if !given && !f.Empty(&s.d) {
			full++
		}
	}
	return rest, full
}

// visit asks what is asked at this stop.
func (s *session) visit(ctx context.Context, again bool) (turn, error) {
	s.settle()
	s.talk.Gap()
	switch s.at.id {
	case picking:
		return s.pick(ctx)
	case ending:
		return s.end(ctx, again)
	}
	f, _ := designer.FieldByID(s.at.id)
	s.tell(f, again)
	before := s.d
	if again {
		before = s.asked
	}
	s.asked = before
	t, err := s.ask(ctx, f)
	if err == nil && t != stays && len(designer.Changes(before, s.d)) > 0 {
		s.find(f)
	}
	return t, err
}

// ask takes the answer to a field.
func (s *session) ask(ctx context.Context, f designer.Field) (turn, error) {
	switch {
	case f.IsList():
		return s.askList(ctx, f)
	case f.Input == designer.Text, f.Input == designer.Drawing:
		return s.askText(ctx, f)
	case f.Input == designer.Photo:
		return s.askLine(ctx, f, s.picture)
	case f.Input == designer.IconName:
		return s.askLine(ctx, f, s.icon())
	case f.Input == designer.RuleOf:
		return s.askLine(ctx, f, s.rule)
	case f.Input == designer.Choice, f.Input == designer.Tag, f.Input == designer.Colours:
		return s.askLine(ctx, f, s.option)
	}
	return s.askLine(ctx, f, typed)
}

// leave reports whether the badge can be left: all of it is saved, or the
// person knows that it is not.
func (s *session) leave(ctx context.Context) (bool, error) {
	if s.save(ctx); !s.dirty {
		return true, s.over
	}
	yes, err := s.talk.Confirm(s.talk.Words().T("line.leave.unsaved"), false)
	if err != nil || !yes {
		return false, err
	}
	s.rooms.lost = s.trouble
	return true, s.over
}

// in is a line that was typed: an answer, or what to do.
type in struct {
	text  string // as it was typed, the sign that makes it an answer taken off
	call  string // the id of a call; "" for an answer
	about string // what follows the call
}

// The calls that have a sign of their own.
const (
	callBack = "back"
	callHelp = "keys"
	callNone = "none" // empties what is there
)

// hear waits for a line, and says what cannot be what it was meant for.
func (s *session) hear() (in, error) {
	for {
		typed, err := s.talk.Ask("")
		if err != nil {
			return in{}, err
		}
		word := strings.TrimSpace(typed)
		switch word {
		case back:
			return in{call: callBack}, nil
		case help:
			return in{call: callHelp}, nil
		case nothing:
			return in{text: typed, call: callNone}, nil
		}
		switch {
		case strings.HasPrefix(word, literal):
			// Only before what would be something else is it a sign.
			if rest := word[len(literal):]; rest == "" || strings.ContainsAny(rest[:1], "<?-!\\0123456789") {
				typed = rest
			}
			return in{text: typed, about: literal}, nil
		case !strings.HasPrefix(word, "!"):
			return in{text: typed}, nil
		}
		word, about, _ := strings.Cut(word[1:], " ")
		if id, ok := s.call(word); ok {
			return in{call: id, about: strings.TrimSpace(about)}, nil
		}
	}
}

// literal before a line makes it an answer whatever it looks like.
const literal = `\`

// empty reports whether nothing was typed.
func (i in) empty() bool { return i.call == "" && i.about == "" && strings.TrimSpace(i.text) == "" }

// does reports whether something is to be done.
func (i in) does() bool { return i.call != "" && i.call != callNone }

// calls are what can be called for behind a "!", in the order of the help.
// Those of one kind of answer are told where they can be used.
var calls = []string{"next", "go", "more", "examples", "check", "look", "show", "undo", "redo", "export", "versions", "list", "quit", "help",
	"add", "up", "down", "drop"}

// general is how many of the calls can be used everywhere.
const general = 14

// call finds the call that a word names, in the language spoken or in English;
// its beginning is enough. What names none, or several, is said.
func (s *session) call(word string) (string, bool) {
	w := s.talk.Words()
	own := make([]string, len(calls))
	for i, id := range calls {
		own[i] = w.T("line.call." + id)
	}
	if at := slices.Index(calls, strings.ToLower(word)); at >= 0 {
		return calls[at], true
	}
	at, like := matchWord(word, own)
	if at < 0 && len(like) == 0 {
		at, like = matchWord(word, calls)
	}
	if at >= 0 {
		return calls[at], true
	}
	s.talk.Say(w.T("line.call.none", "value", "!"+word, "help", help, "literal", literal))
	for _, i := range like {
		s.talk.Item("!"+own[i], w.T("line.do."+calls[i]))
	}
	return "", false
}

// sign is what is typed for a call.
func (s *session) sign(id string) string { return "!" + s.talk.Words().T("line.call."+id) }

// matchWord is talk.Match for words that are no numbers.
func matchWord(word string, names []string) (int, []int) {
	if strings.Trim(word, "0123456789") == "" {
		return -1, nil
	}
	return talk.Match(word, names)
}

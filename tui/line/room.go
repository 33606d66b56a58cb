// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"insignia/tui/line/talk"
)

// room is a place in which a person says what to do: by a letter, by a letter
// and a number, or by a number alone. The letters are those of the full screen
// and the same in every language.
//
// An error that a room or a deed returns is the conversation's: the input has
// ended, or it was asked to leave. Whatever else goes wrong is said where it
// happens, and the room goes on.
type room struct {
	// tell says where one is: the whole of it on entering and for an empty
	// line, what may have changed on coming back.
	tell   func(ctx context.Context, whole bool) error
	prompt string // the key of its words
	help   string // the key of the first sentence of the help
	deeds  []deed
	first  bool // there is nothing to go back to
	// other takes whatever is no deed.
	other func(ctx context.Context, typed string) (stay, error)
}

// deed is one thing to do in a room.
type deed struct {
	letter  string
	words   string // the key of what it does
	numbers bool   // a number says what to do it to
	do      func(ctx context.Context, about string) (stay, error)
}

// visit is somewhere else to be, after which a room says again where one is;
// heard is something to listen to, after which that would only be in the way.
func visit(do func(context.Context) error) func(context.Context, string) (stay, error) {
	return func(ctx context.Context, _ string) (stay, error) { return again, do(ctx) }
}

func heard(do func(context.Context) error) func(context.Context, string) (stay, error) {
	return func(ctx context.Context, _ string) (stay, error) { return on, do(ctx) }
}

// stay says how a room goes on after something was done.
type stay int

const (
	on    stay = iota // ask again
	again             // say first where one is: somewhere else was visited
	whole             // and say all of it
	away              // the room is left
)

// errQuit leaves the program.
var errQuit = errors.New("line: left")

// enter stays in a room until it is left.
func (s *rooms) enter(ctx context.Context, r room) error {
	how := whole
	for how != away {
		if how != on {
			s.talk.Gap()
			if err := r.tell(ctx, how == whole); err != nil {
				return err
			}
		}
		s.talk.Gap()
		typed, err := s.talk.Ask(s.talk.Words().T(r.prompt, "help", help))
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if how, err = s.obey(ctx, r, strings.TrimSpace(typed)); err != nil {
			return err
		}
	}
	return nil
}

// obey does what was typed.
func (s *rooms) obey(ctx context.Context, r room, typed string) (stay, error) {
	switch {
	case typed == "", typed == back && r.first:
		return whole, nil
	case typed == back:
		return away, nil
	case typed == help:
		s.explain(r)
		return on, nil
	}
	letter, about := part(typed)
	for _, d := range r.deeds {
		if strings.EqualFold(d.letter, letter) && (about == "" || d.numbers) {
			return d.do(ctx, about)
		}
	}
	return r.other(ctx, typed)
}

// What is typed to go back a level, and to hear what can be typed.
const (
	back = talk.Back
	help = talk.Help
)

// part takes "x 3" and "x3" apart. What is no letter, alone or with a number,
// comes back whole.
func part(typed string) (letter, about string) {
	r, n := utf8.DecodeRuneInString(typed)
	about = strings.TrimSpace(typed[n:])
	if _, err := strconv.Atoi(about); about != "" && err != nil || r >= '0' && r <= '9' {
		return typed, ""
	}
	return typed[:n], about
}

// explain lists what can be typed in a room.
func (s *rooms) explain(r room) {
	w := s.talk.Words()
	s.talk.Gap()
	s.talk.Say(w.T(r.help))
	for _, d := range r.deeds {
		letter := d.letter
		if d.numbers {
			letter += " 1"
		}
		s.talk.Item(letter, w.T(d.words))
	}
	if !r.first {
		s.talk.Item(back, w.T("key.back"))
	}
}

// number is the place in a list of n that was typed: asked for if it was not.
// What is no such place is said, and comes back as false.
func (s *rooms) number(about string, n int) (int, bool, error) {
	w := s.talk.Words()
	if about == "" && n > 0 {
		typed, err := s.talk.Ask(w.T("line.which", "n", n))
		if about = strings.TrimSpace(typed); err != nil || about == "" || about == back {
			return 0, false, err
		}
	}
	i, err := strconv.Atoi(about)
	if err != nil || i < 1 || i > n {
		s.talk.Say(w.T("line.no-number", "value", about, "help", help))
		return 0, false, nil
	}
	return i - 1, true, nil
}

// sorry says what went wrong, and what to do about it. It returns nil: the
// conversation goes on.
func (s *rooms) sorry(err error) error {
	if err == nil {
		return nil
	}
	w := s.talk.Words()
	s.talk.Say(w.Error(err))
	if hint := w.Hint(err); hint != "" {
		s.talk.Say(hint)
	}
	return nil
}

// read says paragraphs one after another.
func (s *rooms) read(all []Par) {
	for _, p := range all {
		if p.Opens {
			s.talk.Gap()
		}
		if p.Depth == 0 {
			s.talk.Say(p.Text)
			continue
		}
		s.talk.Item(strings.Repeat("  ", p.Depth-1), p.Text)
	}
}

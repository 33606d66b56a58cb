// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/locale"
	"insignia/tui/line/talk"
)

// Options are what line mode is started with.
type Options struct {
	In  io.Reader
	Out io.Writer
	// Terminal says that In and Out are one, which shows what is typed.
	Terminal bool
	// Width is how many cells a line may have now, 0 for 80.
	Width func() int
	Words locale.Words
	// Asked says that somebody asked for the language of the words: what the
	// settings remember does not count then.
	Asked bool
	Store designer.Store
	// Now is the clock of the list ("today").
	Now func() time.Time
	// Folder says where exports go: each badge in a folder of its own there.
	Folder func() string
	// Formats are what is exported of a badge, in order.
	Formats func(designer.Draft) []export.Format
	// Check says what is wrong with a draft, for those formats too.
	Check       func(designer.Draft) []designer.Problem
	Facilitator Facilitator
	// Uptime counts evenly through a closed lid and a changed clock; Boot names
	// the run of the machine that it counts in, "" for unknown.
	Uptime func() time.Duration
	Boot   string
	// Open is the id of a stored badge to begin with, Begin a new one. With
	// neither it is the list, or the first badge when there is none.
	Open  string
	Begin *designer.Draft
	// Notice is a sentence to begin with, about where the store lies.
	Notice string
	// Suits begins with which issuer suits, and ends after it.
	Suits bool
}

// Run talks until it is left, the input ends or a signal comes. What was
// answered is in the store when it returns nil; an error says what is not, or
// that the output took no more.
func Run(ctx context.Context, o Options) error {
	// A reader that went away ends the conversation, not the program: what was
	// answered is kept first.
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE)
	defer stop()
	t := talk.New(o.In, o.Out, talk.Options{Words: o.Words, Width: o.Width, Terminal: o.Terminal, Done: ctx.Done()})
	r := &rooms{talk: t, store: o.Store, facilitator: o.Facilitator, now: o.Now, uptime: o.Uptime, boot: o.Boot,
		folder: o.Folder, formats: o.Formats, checks: o.Check}
	r.exercise = r.design
	r.speak = func(tag string) { t.SetWords(locale.For(tag)) }
	if !o.Asked {
		r.recall(ctx)
	}
	end := tend(ctx, o.Store)
	err := r.begin(ctx, o)
	end()
	return r.bye(ctx, err)
}

// begin goes where the program was asked to begin, and on to the list.
func (s *rooms) begin(ctx context.Context, o Options) error {
	s.mended()
	if o.Notice != "" {
		s.talk.Say(o.Notice)
	}
	switch {
	case o.Suits:
		return s.suits(ctx)
	case o.Begin != nil:
		if err := s.design(ctx, *o.Begin); err != nil {
			return err
		}
		return s.list(ctx)
	case o.Open != "":
		d, err := s.store.Drafts().Get(ctx, o.Open)
		if err != nil {
			s.sorry(err)
			return s.list(ctx)
		}
		if err := s.design(ctx, d); err != nil {
			return err
		}
		return s.list(ctx)
	}
	drafts, err := s.store.Drafts().List(ctx, designer.Page{Limit: 1})
	if err != nil || len(drafts) > 0 {
		return s.list(ctx) // which says what is wrong
	}
	switch events, err := s.newestWorkshop(ctx); {
	case err == nil && events != nil:
		// A laptop that was given a workshop: it begins there.
		err = s.workshop(ctx, *events)
		if err != nil {
			return err
		}
	default:
		if err := s.design(ctx, s.fresh()); err != nil {
			return err
		}
	}
	return s.list(ctx)
}

// newestWorkshop is the workshop that was saved last, nil for none.
func (s *rooms) newestWorkshop(ctx context.Context) (*designer.Workshop, error) {
	all, err := s.store.Workshops().List(ctx, designer.Page{})
	if err != nil || len(all) == 0 {
		return nil, err
	}
	newest := all[0]
	for _, w := range all {
		if w.Updated.After(newest.Updated) {
			newest = w
		}
	}
	w, err := s.store.Workshops().Get(ctx, newest.ID)
	return &w, err
}

// bye says how it ended.
func (s *rooms) bye(ctx context.Context, err error) error {
	w := s.talk.Words()
	switch {
	case s.lost != nil:
		return s.lost
	case s.talk.Err() != nil && ctx.Err() == nil:
		return s.talk.Err()
	case err == io.EOF || ctx.Err() != nil:
		s.talk.Gap()
		s.talk.Say(w.T("line.bye.end"))
	case err == errQuit:
		s.talk.Say(w.T("line.bye"))
	case err != nil:
		return err
	}
	return nil
}

// When the store is looked after: soon after the beginning, and while somebody
// thinks, as in the full screen.
const (
	tendFirst = 2 * time.Second
	tendAfter = 30 * time.Second
)

// tend looks after the store beside the conversation, until end is called.
// What fails is tried again after the next answer.
func tend(ctx context.Context, st designer.Store) (end func()) {
	t, ok := st.(designer.Tender)
	if !ok {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for wait := tendFirst; ; wait = tendAfter {
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
			}
			if wait == tendFirst || t.Untended() {
				_ = t.Tend(ctx)
			}
		}
	}()
	return func() { cancel(); <-done }
}

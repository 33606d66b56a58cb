// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// past is a badge's versions as they were told, the present one first.
type past struct {
	*rooms
	id   string
	all  []designer.Version
	told int
}

// history tells the versions of a badge, brings one back as a new version, or
// gives one a name.
func (s *rooms) history(ctx context.Context, id string) error {
	p := &past{rooms: s, id: id}
	one := func(do func(context.Context, int) (stay, error)) func(context.Context, string) (stay, error) {
		return func(ctx context.Context, about string) (stay, error) {
			i, ok, err := s.number(about, len(p.all))
			if !ok {
				return on, err
			}
			return do(ctx, i)
		}
	}
	return s.enter(ctx, room{
		tell:   p.tell,
		prompt: "line.history.prompt",
		help:   "line.history.help",
		deeds: []deed{
			{"r", "line.history.restore", true, one(p.restore)},
			{"c", "line.history.name", true, one(p.name)},
			{"m", "line.list.more", false, func(context.Context, string) (stay, error) { p.rows(); return on, nil }},
		},
		other: one(p.differences),
	})
}

func (p *past) tell(ctx context.Context, _ bool) error {
	var err error
	p.told = 0
	if p.all, err = designer.Versions(ctx, p.store.Drafts(), p.id); err != nil {
		p.sorry(err) // what can be read of them is told
	}
	if len(p.all) == 0 {
		return nil
	}
	p.talk.Say(p.talk.Words().N("versions.title", len(p.all), "name", p.called(designer.Summarize(p.all[0].Draft))))
	p.rows()
	return nil
}

// rows tells the next versions: when each was saved, its name, and what was
// changed in it.
func (p *past) rows() {
	w := p.talk.Words()
	if p.told >= len(p.all) {
		p.talk.Say(w.T("line.list.end"))
		return
	}
	for n := 0; n < pageful && p.told < len(p.all); n++ {
		v := p.all[p.told]
		out := []string{screen.Moment(v.Draft.Updated, p.now(), p.talk.Words())}
		if p.told == 0 {
			out = append(out, w.T("line.history.now"))
		}
		if v.Name != "" {
			out = append(out, w.T("line.history.called", "name", v.Name))
		}
		p.talk.Item(strconv.Itoa(p.told+1), w.T("intro.part.line", "part", strings.Join(out, ", "), "about", p.changed(p.told)))
		p.told++
	}
	if rest := len(p.all) - p.told; rest > 0 {
		p.talk.Say(w.N("line.list.rest", rest))
	}
}

// fewNames is how many changed answers are named of a version.
const fewNames = 4

// changed names the answers that were changed in a version.
func (p *past) changed(i int) string {
	w := p.talk.Words()
	if p.all[i].Oldest {
		return w.T("versions.oldest")
	}
	return prose.Changed(p.all[i].Changes, fewNames, w)
}

// differences tells what differs between a version and what stands now.
func (p *past) differences(_ context.Context, i int) (stay, error) {
	w := p.talk.Words()
	if i == 0 {
		p.talk.Say(w.T("versions.present"))
		return on, nil
	}
	all := designer.Changes(p.all[i].Draft, p.all[0].Draft)
	if len(all) == 0 {
		p.talk.Say(prose.Changed(nil, 1, w))
		return on, nil
	}
	for _, c := range all {
		p.talk.Gap()
		p.talk.Say(w.T("field." + c.Of() + ".label"))
		p.talk.Item(" ", w.T("line.history.then", "value", cmp.Or(screen.Value(c.Field, c.Before, w), w.T("line.preset.open"))))
		p.talk.Item(" ", w.T("line.present", "value", cmp.Or(screen.Value(c.Field, c.After, w), w.T("line.preset.open"))))
	}
	p.talk.Gap()
	p.talk.Say(w.T("line.history.how", "n", i+1))
	return on, nil
}

// restore makes an earlier version the present one. What stands now stays
// among the versions.
func (p *past) restore(ctx context.Context, i int) (stay, error) {
	w := p.talk.Words()
	if i == 0 {
		p.talk.Say(w.T("versions.present"))
		return on, nil
	}
	if _, err := p.store.Drafts().Put(ctx, p.all[0].Draft.Restored(p.all[i].Draft)); err != nil {
		return on, p.sorry(err)
	}
	p.talk.Say(w.T("line.history.restored", "time", screen.Moment(p.all[i].Draft.Updated, p.now(), w)))
	return again, nil
}

// name gives a version a name, so that it stays for ever; an empty one is
// none.
func (p *past) name(ctx context.Context, i int) (stay, error) {
	w := p.talk.Words()
	typed, err := p.talk.Ask(w.T("line.history.ask"))
	if err != nil || strings.TrimSpace(typed) == back {
		return on, err
	}
	name, _ := clean.Line(typed)
	if err := designer.CheckVersionName(name); err != nil {
		return on, p.sorry(err)
	}
	if err := p.store.Drafts().Checkpoint(ctx, p.id, p.all[i].Draft.Revision, strings.TrimSpace(name)); err != nil {
		return on, p.sorry(err)
	}
	return again, nil
}

// lost is something that was deleted.
type lost struct {
	name string
	at   time.Time
	undo func(context.Context) error
}

// bin tells what was deleted, and brings it back.
func (s *rooms) bin(ctx context.Context) error {
	all := s.deleted(ctx)
	if len(all) == 0 {
		s.talk.Say(s.talk.Words().T("line.bin.none"))
		return nil
	}
	return s.enter(ctx, room{
		tell: func(ctx context.Context, _ bool) error {
			w := s.talk.Words()
			all = s.deleted(ctx)
			s.talk.Say(w.T("line.bin"))
			for i, l := range all {
				s.talk.Item(strconv.Itoa(i+1), w.T("line.bin.row", "name", l.name, "time", screen.Moment(l.at, s.now(), w)))
			}
			return nil
		},
		prompt: "line.bin.prompt",
		help:   "line.bin.help",
		other: func(ctx context.Context, about string) (stay, error) {
			i, ok, err := s.number(about, len(all))
			if !ok {
				return on, err
			}
			if err := all[i].undo(ctx); err != nil {
				return on, s.sorry(err)
			}
			s.talk.Say(s.talk.Words().T("ui.undeleted"))
			if len(all) == 1 {
				return away, nil
			}
			return again, nil
		},
	})
}

// deleted is all that can be brought back, the last that went first.
func (s *rooms) deleted(ctx context.Context) []lost {
	var out []lost
	badges, err := s.store.Drafts().Gone(ctx)
	s.sorry(err)
	for _, g := range badges {
		id := g.Was.ID
		out = append(out, lost{s.turn(g.Was), g.At, func(ctx context.Context) error {
			_, err := s.store.Drafts().Undelete(ctx, id)
			return err
		}})
	}
	workshops, err := s.store.Workshops().Gone(ctx)
	s.sorry(err)
	for _, g := range workshops {
		id, w := g.Was.ID, s.talk.Words()
		out = append(out, lost{w.T("line.bin.workshop", "name", cmp.Or(g.Was.Title, w.T("workshop.untitled"))), g.At, func(ctx context.Context) error {
			_, err := s.store.Workshops().Undelete(ctx, id)
			return err
		}})
	}
	slices.SortStableFunc(out, func(a, b lost) int { return b.at.Compare(a.at) })
	return out
}

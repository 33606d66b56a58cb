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
	"insignia/tui/line/talk"
)

// mostIssuers is how many saved issuers are offered, the newest first.
const mostIssuers = 9

// loadIssuers reads the saved issuers. A badge is asked for without them too.
func (s *session) loadIssuers(ctx context.Context) {
	sums, _ := s.store.Issuers().List(ctx, designer.Page{})
	slices.SortFunc(sums, func(a, b designer.IssuerSummary) int {
		return cmp.Or(b.Updated.Compare(a.Updated), cmp.Compare(a.ID, b.ID))
	})
	s.issuers = nil
	for _, one := range sums[:min(len(sums), mostIssuers)] {
		if i, err := s.store.Issuers().Get(ctx, one.ID); err == nil {
			s.issuers = append(s.issuers, i)
		}
	}
}

// pick offers the saved issuers, whose answers need no typing then, and leaving
// the question to the facilitator. An empty line goes on to the answers.
func (s *session) pick(ctx context.Context) (turn, error) {
	w := s.talk.Words()
	var names []string
	for _, i := range s.issuers {
		names = append(names, i.Name)
	}
	names = append(names, w.T("ui.issuer.new"), w.T("ui.issuer.skip"))
	s.talk.Say(w.T("line.preset.saved"))
	for i, name := range names {
		if i < len(s.issuers) && s.issuers[i].Issuer == s.d.Issuer {
			name = w.T("line.choose.present", "value", name)
		}
		s.talk.Item(strconv.Itoa(i+1), name)
	}
	for {
		in, err := s.hear()
		switch {
		case err != nil:
			return left, err
		case in.empty():
			return onward, nil
		case in.call == callHelp:
			s.talk.Say(w.T("line.choose.help"))
			continue
		case in.does():
			return s.do(ctx, in)
		}
		text := strings.TrimSpace(in.text)
		at, like := talk.Match(text, names)
		switch {
		case at < 0:
			s.talk.Unknown(text, names, like)
			continue
		case at == len(s.issuers):
			return onward, nil
		case at < len(s.issuers):
			saved := s.issuers[at].Issuer
			if err := s.change(ctx, "issuer.name", func(d *designer.Draft) error { d.Issuer = saved; return nil }); err != nil {
				s.refused(err)
				continue
			}
			s.issuer = saved
			s.talk.Say(saved.Name)
		}
		return s.enterQuestion(designer.AskIssuer + 1), nil
	}
}

// remember keeps an issuer that was typed here for other badges: over the saved
// one of the same name, unless nothing changed.
func (s *session) remember(ctx context.Context) {
	i := s.d.Issuer
	if i == s.issuer || i.Name == "" {
		return
	}
	s.issuer = i
	saved := designer.SavedIssuer{Issuer: i}
	for _, k := range s.issuers {
		if k.Issuer == i {
			return
		}
		if strings.EqualFold(k.Name, i.Name) {
			saved = k
			saved.Issuer = i
		}
	}
	if saved.ID == "" {
		saved.ID = designer.NewID()
	}
	if _, err := s.store.Issuers().Put(context.WithoutCancel(ctx), saved); err != nil {
		s.sorry(err)
	}
	s.loadIssuers(ctx)
}

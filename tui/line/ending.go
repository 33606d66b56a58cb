// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export"
	"insignia/export/pack"
	"insignia/internal/clean"
	"insignia/render/alt"
)

// end is the end of the way: what is still open, and the export.
func (s *session) end(ctx context.Context, again bool) (turn, error) {
	w := s.talk.Words()
	if !again {
		s.open()
		s.talk.Say(Describe(w, s.d))
	}
	for {
		if s.taken() {
			s.talk.Say(w.T("line.end.taken", "back", back))
		} else {
			s.talk.Say(w.T("line.end", "back", back, "show", s.sign("show"), "list", s.sign("list")))
		}
		in, err := s.hear()
		text := strings.TrimSpace(in.text)
		switch {
		case err != nil:
			return left, err
		case in.empty() && s.taken():
			return left, nil
		case in.empty():
			s.export()
			continue
		case in.call == callHelp:
			s.explainCalls()
			continue
		case in.does():
			t, err := s.do(ctx, in)
			if err != nil || t != stays {
				return t, err
			}
			s.talk.Gap()
			continue
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 0 && n < int(designer.Review) {
			return s.enterQuestion(designer.Question(n)), nil
		}
		s.talk.Say(w.T("line.unknown", "value", text, "help", help))
	}
}

// taken reports whether the badge's files were written as it is now.
func (s *session) taken() bool {
	return s.exported != nil && len(designer.Changes(*s.exported, s.d)) == 0
}

// export writes the badge's files into a folder named after it.
func (s *session) export() {
	w := s.talk.Words()
	path, err := export.Fresh(s.folder(), clean.Slug(s.d.Name), s.formats(s.d), s.d, alt.Draw(s.d))
	if err != nil {
		s.sorry(err)
		return
	}
	files := s.d.Clone()
	s.exported = &files
	s.talk.Say(w.T("ui.exported", "path", path))
	for _, p := range s.problems() {
		if p.Level == designer.Fault {
			s.talk.Say(w.T("ui.exported.placeholder"))
			break
		}
	}
	if p, ok := pack.Lookup(s.d.Issuer.Platform); ok {
		s.talk.Say(w.T("ui.exported.pack", "platform", p.Name, "folder", p.ID))
	}
	s.talk.Say(w.T("ui.exported.next"))
}

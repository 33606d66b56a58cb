// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"strconv"
	"strings"

	"insignia/designer/primer"
)

// intro tells the introduction a page at a time: Enter goes on, a number to
// that page, n tells the notes of the page.
func (s *rooms) intro(ctx context.Context) error {
	pages := primer.Pages()
	notes, told := false, -1
	for at := 0; at < len(pages); {
		w := s.talk.Words()
		if told != at {
			s.talk.Gap()
			s.read(IntroPage(w, at+1, pages[at], notes))
			told = at
		}
		s.talk.Gap()
		typed, err := s.talk.Ask(w.T("line.intro.prompt", "n", at+1, "of", len(pages)))
		if err != nil {
			return err
		}
		switch typed = strings.ToLower(strings.TrimSpace(typed)); typed {
		case "":
			at++
		case back:
			if at--; at < 0 {
				return nil
			}
		case "n":
			notes, told = !notes, -1
		case "q":
			return nil
		default:
			n, err := strconv.Atoi(typed)
			if err != nil || n < 1 || n > len(pages) {
				s.talk.Say(w.T("line.intro.help"))
				break
			}
			at, told = n-1, -1
		}
	}
	s.talk.Say(s.talk.Words().T("line.intro.end"))
	return ctx.Err()
}

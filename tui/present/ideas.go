// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"cmp"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/locale"
	"insignia/tui/screen"
)

// idea is one thing to show. It takes a page, or as many as it is long.
type idea struct {
	prose.Point
	kind kind
}

type kind int

const (
	text   kind = iota
	title       // name and picture
	nextUp      // name and picture of the badge that comes
)

// ideas are what is shown of the badge whose turn it is.
func ideas(env screen.Env, turn int) []idea {
	out := []idea{{kind: title, Point: prose.Point{Question: designer.Start}}}
	for _, p := range prose.Points(env.Shown[turn], env.Words) {
		out = append(out, idea{Point: p})
	}
	if turn+1 < len(env.Shown) {
		out = append(out, idea{kind: nextUp, Point: prose.Point{Question: designer.Review, Heading: env.Words.T("present.next")}})
	}
	return out
}

// called is what a badge is called.
func called(d designer.Draft, w locale.Words) string {
	return cmp.Or(strings.TrimSpace(d.Name), w.T("ui.unnamed"))
}

// who is a badge in the queue: its team and its name.
func who(d designer.Draft, w locale.Words) string {
	if t := strings.TrimSpace(d.Team); t != "" {
		return t + " · " + called(d, w)
	}
	return called(d, w)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"testing"
	"time"

	"insignia/internal/locale"
)

func TestAnAnswerIsReadAsItsName(t *testing.T) {
	w := locale.For("es")
	for _, c := range [][3]string{
		{"kind", "skill", w.T("option.kind.skill")},
		{"look.shape", "circle", w.T("option.look.shape.circle")},
		{"look.shape", "of-tomorrow", "of-tomorrow"},
		{"look.icon", "star", "estrella"},
		{"look.colours", "#112233", "#112233"},
		{"criteria.steps.2.required", "true", "Sí"},
		{"criteria.steps", "one\ntwo", "one · two"},
		{"name", "true", "true"},
	} {
		if got := Value(c[0], c[1], w); got != c[2] {
			t.Errorf("%s %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestTheMomentOfASave(t *testing.T) {
	here := time.FixedZone("here", 2*3600)
	now := time.Date(2026, 5, 9, 1, 30, 0, 0, here)
	w := locale.For("en")
	for ago, want := range map[time.Duration]string{
		time.Hour:            "today 00:30",
		2 * time.Hour:        "2026-05-08 23:30",
		365 * 24 * time.Hour: "2025-05-09 01:30",
	} {
		if got := Moment(now.Add(-ago).UTC(), now, w); got != want {
			t.Errorf("%v ago is %q, want %q", ago, got, want)
		}
	}
}

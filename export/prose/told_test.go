// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

func TestWhatAPlatformHasNoPlaceForIsNamed(t *testing.T) {
	w := locale.For("en")
	args := designer.Args{"platform": "Moodle"}
	for field, want := range map[string]string{
		"alignment":   "Skills framework: Moodle has no place for this",
		"alignment.2": "Skills framework: Moodle has no place for this",
		"look.alt":    "Picture in words: Moodle has no place for this",
		"nothing":     "Moodle has no place for this",
		"":            "Moodle has no place for this",
	} {
		if got := Told(designer.Problem{Code: "PACK-LEFT", Field: field, Args: args}, w); got != want {
			t.Errorf("%q: %q, want %q", field, got, want)
		}
	}
	if got := Told(designer.Problem{Code: "TAGS-NONE", Field: "tags"}, w); got != w.T("problem.TAGS-NONE") {
		t.Errorf("%q", got)
	}
}

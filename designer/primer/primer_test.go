// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package primer

import (
	"testing"

	"insignia/designer"
)

func TestThereAreSevenPagesAndTheyTakeUnderHalfAnHour(t *testing.T) {
	if n := len(Pages()); n != 7 {
		t.Errorf("%d pages", n)
	}
	if n := Minutes(); n < 15 || n > 25 {
		t.Errorf("%d minutes: the shortest introduction of a ready agenda has 25", n)
	}
}

// Words belong to a part by its id alone, whichever page it stands on.
func TestEveryPartStandsOnOnePage(t *testing.T) {
	seen := map[string]string{}
	for _, p := range Pages() {
		if len(p.Parts()) == 0 || p.Minutes < 1 {
			t.Errorf("page %s points at nothing, or takes no time", p.ID)
		}
		for _, part := range p.Parts() {
			if on, ok := seen[part]; ok {
				t.Errorf("part %s stands on %s and on %s", part, on, p.ID)
			}
			seen[part] = p.ID
		}
	}
}

func TestEveryPlaceToLearnMoreHasAnAddress(t *testing.T) {
	for _, p := range Pages() {
		for _, part := range p.Parts() {
			if got := Address(part) != ""; got != (p.ID == More && part != "here") {
				t.Errorf("page %s, part %s has an address: %v", p.ID, part, got)
			}
		}
	}
}

func TestTheExampleIsAnsweredFromTheBadge(t *testing.T) {
	d := designer.Draft{Issuer: designer.Issuer{Name: "i"}, Why: designer.Why{Earner: "w"},
		Criteria: designer.Criteria{Steps: []designer.Step{{Text: "c"}, {Text: "d"}}}, Next: designer.Next{Leads: []designer.Lead{{Name: "n"}}}}
	for part, want := range map[string]struct {
		text string
		q    designer.Question
	}{"by": {"i", designer.AskIssuer}, "why": {"w", designer.AskWhy}, "how": {"c", designer.AskCriteria}, "next": {"n", designer.AskNext}} {
		if text, q := Answer(d, part); text != want.text || q != want.q {
			t.Errorf("%s is %q of %v", part, text, q)
		}
		if text, q := Answer(designer.Draft{}, part); text != "" || q != want.q {
			t.Errorf("%s of an empty badge is %q of %v", part, text, q)
		}
	}
}

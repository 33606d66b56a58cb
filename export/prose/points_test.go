// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/locale"
)

func TestPointsFollowTheQuestions(t *testing.T) {
	d, _ := sample.Load("bike-repair-buddy", "en")
	var got []string
	for _, p := range Points(d, locale.For("en")) {
		got = append(got, strings.TrimSpace(p.Question.String()+": "+p.Heading+" "+p.Note))
	}
	want := `earner: Who is it for?
why: Why would they want it?
why: What a reader gains
criteria: What must they do? 1/3
criteria: What must they do? 2/3
criteria: What must they do? 3/3
criteria: Evidence
next: Where next?
next: Doors it opens
review: In one breath`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestEmptyAnswersAreNoPoints(t *testing.T) {
	w := locale.For("en")
	if got := Points(designer.Draft{}, w); len(got) != 0 {
		t.Errorf("an empty badge has %+v", got)
	}
	d := designer.Draft{Criteria: designer.Criteria{Steps: []designer.Step{{Text: " "}, {Text: "Sewed a bag"}, {}}}}
	got := Points(d, w)
	if len(got) != 2 || got[0].Note != "" || got[0].Items[0] != "Sewed a bag" || got[1].Heading != "In one breath" {
		t.Errorf("one step makes %+v", got)
	}
}

func TestAFewStepsAreAPointEach(t *testing.T) {
	w := locale.For("en")
	d := designer.Draft{Criteria: designer.Criteria{Rule: 2}}
	for range fewSteps {
		d.Criteria.Steps = append(d.Criteria.Steps, designer.Step{Text: "Sewed a bag", Optional: true})
	}
	got := Points(d, w)
	if len(got) != fewSteps+1 || got[1].Note != "any 2 of these  2/5" || got[1].Items[0] != "Sewed a bag (optional)" {
		t.Errorf("%+v", got)
	}
	d.Criteria.Steps = append(d.Criteria.Steps, designer.Step{Text: "Wore it"})
	got = Points(d, w)
	if len(got) != 2 || len(got[0].Items) != fewSteps+1 || got[0].Items[5] != "6. Wore it" || got[0].Note != "any 2 of these" {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsPrivateIsNoPoint(t *testing.T) {
	d, _ := sample.Load("bike-repair-buddy", "en")
	d.Team, d.Earner.Count, d.Next.Action, d.Next.Owner, d.Criteria.Steps[0].Note = "secret", "secret", "secret", "secret", "secret"
	for _, p := range Points(d, locale.For("en")) {
		if strings.Contains(strings.Join(p.Items, " "), "secret") {
			t.Errorf("%+v", p)
		}
	}
}

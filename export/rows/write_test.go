// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// texts are what a table could stumble over.
var texts = []string{"a", "b, c", "d; e", "1. f", "2) g", "- h", "• i", "=1+1", "'=1", "-", "–", "'-", "@k", "\"l\"", "m\"n", "(optional) o", "p (opcional)",
	"optional: q", "https://r.example/x", "s\tt", "ñandú", "yes", "1;2", "#", "“u”", "v–w", "x:y", "n/a", "true", "3. 1. z", "→ aa", "bb\u00a0cc", ";", "';=", "a@b.example"}

// generated is a draft of random answers, all of them as Draft.Set takes them.
func generated(r *rand.Rand) designer.Draft {
	var d designer.Draft
	text := func(lines bool) string {
		s := texts[r.IntN(len(texts))]
		for r.IntN(3) == 0 {
			s += " " + texts[r.IntN(len(texts))]
		}
		if lines && r.IntN(3) == 0 {
			s += "\n" + texts[r.IntN(len(texts))]
		}
		s, _ = clean.Text(s)
		return s
	}
	for _, f := range designer.Fields() {
		if r.IntN(3) == 0 {
			continue
		}
		switch f.Input {
		case designer.Choice:
			d.Set(f.ID, f.Options[r.IntN(len(f.Options))])
		case designer.Number:
			d.Set(f.ID, fmt.Sprint(1+r.IntN(f.Max)))
		case designer.RuleOf:
			d.Set(f.ID, fmt.Sprint(1+r.IntN(9)))
		case designer.Effort:
			d.Set(f.ID, []string{"6 h", "1 h 30", "90 min", "2 days", "3 w 1 d 5 min"}[r.IntN(5)])
		case designer.Date:
			d.Set(f.ID, fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)))
		case designer.Tag:
			d.Set(f.ID, []string{"en", "es", "pt-BR", "zh-Hant"}[r.IntN(4)])
		case designer.Colours:
			d.Set(f.ID, []string{"ocean", "#102a43,#f0b429,#ffffff", "blue,dark green"}[r.IntN(3)])
		case designer.IconName:
			d.Set(f.ID, "two_wheeler")
		case designer.Photo:
			d.Set(f.ID, base64.StdEncoding.EncodeToString(append([]byte("\x89PNG\r\n\x1a\n"), make([]byte, r.IntN(99))...)))
		case designer.Drawing:
			g := designer.NewGrid(24)
			g.Set(r.IntN(24), r.IntN(24), designer.Ink(1+r.IntN(designer.Inks)))
			d.Set(f.ID, g.String())
		case designer.Lines, designer.Steps, designer.Leads, designer.Alignments:
			for n := range r.IntN(5) {
				d.Append(f.ID, text(false))
				for _, sub := range designer.Members(f.Input) {
					if r.IntN(8) == 0 {
						v := text(false)
						if sub == "required" {
							v = "no"
						}
						d.Set(fmt.Sprintf("%s.%d.%s", f.ID, n+1, sub), v)
					}
				}
				if len(designer.Members(f.Input)) > 0 && r.IntN(12) == 0 {
					d.Set(fmt.Sprintf("%s.%d.%s", f.ID, n+1, designer.Members(f.Input)[0]), "")
				}
			}
		default:
			d.Set(f.ID, text(f.Input == designer.Text))
		}
	}
	return d
}

func TestWhatIsWrittenReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		drafts := []designer.Draft{generated(r), generated(r), generated(r)}[:1+r.IntN(3)]
		for i := range drafts {
			drafts[i].Set("name", fmt.Sprintf("Badge %d", i))
		}
		table, left := Write(drafts)
		got, err := Read(table)
		if err != nil || left != 0 {
			t.Fatalf("%v, %d left\n%s", err, left, table)
		}
		for _, p := range got.Problems {
			t.Error(p.Say(locale.For("en")))
		}
		if len(got.Drafts) != len(drafts) || len(got.Ignored) != 0 {
			t.Fatalf("%d badges of %d, ignored %v\n%s", len(got.Drafts), len(drafts), got.Ignored, table)
		}
		for i := range drafts {
			if !reflect.DeepEqual(got.Drafts[i].Draft, drafts[i]) {
				t.Fatalf("read  %+v\nwrote %+v\n%s", got.Drafts[i].Draft, drafts[i], table)
			}
		}
		if again, _ := Write(drafts); !bytes.Equal(again, table) {
			t.Fatal("the same badges give another table")
		}
	}
}

func TestSamplesStandInAPlainTable(t *testing.T) {
	for _, tag := range locale.Languages() {
		var drafts []designer.Draft
		for _, name := range sample.Names() {
			d, ok := sample.Load(name, tag)
			if !ok {
				t.Fatal(name)
			}
			d.Meta = designer.Meta{}
			drafts = append(drafts, d)
		}
		table, _ := Write(drafts)
		r, err := Read(table)
		if err != nil || len(r.Drafts) != len(drafts) || len(r.Problems) != 0 {
			t.Fatalf("%v: %+v", err, r)
		}
		for i := range drafts {
			if !reflect.DeepEqual(r.Drafts[i].Draft, drafts[i]) {
				t.Errorf("read %+v\nwant %+v", r.Drafts[i].Draft, drafts[i])
			}
		}
		if head, _, _ := strings.Cut(string(table), "\r\n"); strings.Contains(head, "criteria.steps.1.text") || !strings.Contains(head, `"criteria.steps"`) {
			t.Errorf("the steps stand apart: %s", head)
		}
	}
}

func TestAPictureThatNoCellHoldsIsCounted(t *testing.T) {
	d := designer.Draft{Name: "x"}
	d.Look.Picture = strings.Repeat("A", cellMost+1)
	if table, left := Write([]designer.Draft{d}); left != 1 || bytes.Contains(table, []byte("look.picture")) {
		t.Errorf("%d left", left)
	}
}

func TestTheTemplateIsReadInEveryLanguage(t *testing.T) {
	for _, tag := range locale.Languages() {
		empty := Template(locale.For(tag))
		r, err := Read(append(empty, []byte("A,Red,"+locale.For(tag).T("option.kind.skill")+",who,org,https://o.example,o@o.example,why,what,proof,look,next\r\n")...))
		if err != nil || len(r.Drafts) != 1 || len(r.Ignored) != 0 || len(r.Problems) != 0 || r.Language != tag {
			t.Fatalf("%s: %v %+v", tag, err, r)
		}
		want := map[string]string{"name": "A", "team": "Red", "kind": "skill", "earner.who": "who", "issuer.name": "org", "issuer.url": "https://o.example",
			"issuer.email": "o@o.example", "why.earner": "why", "criteria.steps": "what", "criteria.evidence": "proof", "look.metaphor": "look", "next.leads": "next"}
		if got := answers(r.Drafts[0].Draft); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v", tag, got)
		}
	}
}

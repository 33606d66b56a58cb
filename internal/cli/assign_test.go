// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"strings"
	"testing"

	"insignia/designer"
)

func TestAnAssignmentIsAFieldASignAndAValue(t *testing.T) {
	for in, want := range map[string]assignment{
		"name=Bike":                    {"name", false, "Bike"},
		"name=":                        {"name", false, ""},
		"tags+=a, b":                   {"tags", true, "a, b"},
		"tags+=":                       {"tags", true, ""},
		" name =x":                     {"name", false, "x"},
		"name=a=b+=c":                  {"name", false, "a=b+=c"},
		"issuer.url=https://a.org?b=c": {"issuer.url", false, "https://a.org?b=c"},
		"criteria.steps.2.evidence=p":  {"criteria.steps.2.evidence", false, "p"},
		"name= x ":                     {"name", false, " x "},
		"tags++=x":                     {"tags+", true, "x"},
	} {
		if got, err := parseAssignment(in); err != nil || got != want {
			t.Errorf("%q gives %+v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "name", "=x", "+=x", " =x", "@file"} {
		if got, err := parseAssignment(in); err == nil || exitCode(err) != exitUnable {
			t.Errorf("%q gives %+v, %v", in, got, err)
		}
	}
}

func FuzzAssignment(f *testing.F) {
	for _, s := range []string{"name=x", "tags+=x", "=", "+=", "a", "x==", "criteria.steps.1=\xff\x1b[31m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		as, err := parseAssignment(in)
		if err != nil {
			return
		}
		sign := "="
		if as.more {
			sign = "+="
		}
		if as.field == "" || !strings.HasSuffix(in, sign+as.value) {
			t.Fatalf("%q gives %+v", in, as)
		}
		d := designer.New("en")
		before := content(d)
		if err := (assignments{as}).apply(&d); err != nil && !bytes.Equal(before, content(d)) {
			t.Fatalf("%q is refused and changes the draft", in)
		}
	})
}

func TestAssignmentsAreAppliedAllOrNotAtAll(t *testing.T) {
	d := designer.New("en")
	if err := (assignments{{"name", false, "Bike"}, {"tags", true, "a\n\n b, c "}, {"tags", true, "d"}}).apply(&d); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(d.Tags, "|"); d.Name != "Bike" || got != "a|b, c|d" {
		t.Errorf("name %q, tags %q", d.Name, got)
	}
	before := content(d)
	for _, last := range []assignment{{"nmae", false, "x"}, {"look.stars", false, "9"}, {"name", true, "x"},
		{"look.icon", false, "no-such-icon"}, {"look.colours", false, "no-such-palette"}, {"tags", true, strings.Repeat("x\n", 30)}} {
		if err := (assignments{{"name", false, "Other"}, {"tags", false, ""}, last}).apply(&d); err == nil {
			t.Errorf("%v is taken", last)
		}
		if !bytes.Equal(before, content(d)) {
			t.Fatalf("%v leaves a change behind", last)
		}
	}
}

// A look that was unknown before is not the fault of who sets a name.
func TestOnlyTheLooksOneSetsAreRefused(t *testing.T) {
	d := designer.New("en")
	d.Look.Icon = "from-a-newer-version"
	if err := (assignments{{"name", false, "Bike"}}).apply(&d); err != nil {
		t.Error(err)
	}
	if err := (assignments{{"look.icon", false, "also-unknown"}}).apply(&d); err == nil {
		t.Error("an unknown icon is taken")
	}
}

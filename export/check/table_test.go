// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"os"
	"strings"
	"testing"
)

func TestEveryValidDocumentIsWhatItIs(t *testing.T) {
	want := map[string]string{
		"achievement": "Achievement 3.0", "achievement-alone": "Achievement 3.0", "achievement-inline": "Achievement 3.0", "achievement-iri": "Achievement 3.0",
		"assertion": "Assertion 2.0", "credential": "OpenBadgeCredential 3.0", "credential-schema": "OpenBadgeCredential 3.0",
		"endorsement": "Endorsement 2.0", "endorsement3": "EndorsementCredential 3.0", "issuer-type": "Profile 2.0", "key": "CryptographicKey 2.0",
		"profile": "Profile 2.0", "profile3": "Profile 3.0", "revocations": "RevocationList 2.0", "revoked": "Assertion 2.0",
		"signed": "OpenBadgeCredential 3.0", "signed-vc": "OpenBadgeCredential 3.0", "signed2": "Assertion 2.0",
		"template": "CredentialTemplate 3.0", "template-dcc": "CredentialTemplate 3.0", "template-marked": "CredentialTemplate 3.0",
	}
	for name, doc := range documents(t, "valid") {
		wanted := want[name]
		if wanted == "" {
			wanted = "BadgeClass 2.0"
		}
		if r := Check(doc); r.Kind+" "+r.Standard != wanted {
			t.Errorf("%s is %s %s, want %s", name, r.Kind, r.Standard, wanted)
		}
	}
}

func TestOlderVersionsAreKnown(t *testing.T) {
	for name, want := range map[string]string{
		"v0.5": "Assertion 1.0", "v1.0-award": "Assertion 1.0", "v1.0-badge": "BadgeClass 1.0", "v1.0-issuer": "Profile 1.0",
		"v1.1-badge": "BadgeClass 1.1", "context": "BadgeClass 1.1",
	} {
		b, err := os.ReadFile("testdata/invalid/older@--" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if r := Check(b); r.Kind+" "+r.Standard != want || !r.OK() {
			t.Errorf("%s is %s %s, want %s; OK %v", name, r.Kind, r.Standard, want, r.OK())
		}
	}
}

// A template is excused from what each award has anew, and from nothing else.
func TestATemplateMayLackOnlyWhatAnAwardHasAnew(t *testing.T) {
	doc := string(documents(t, "valid")["template"])
	full := strings.Replace(doc, "{{ earnerName }}", "Ada", 1)
	want := map[string]bool{"id": true, "validFrom": true}
	for _, f := range Check([]byte(full)).Findings {
		delete(want, f.Args["member"])
		if f.Rule != "required" && f.Rule != "unsigned" && f.Rule != "recipient-missing" {
			t.Errorf("%+v", f)
		}
	}
	if len(want) > 0 {
		t.Errorf("without its placeholder it may lack %v", want)
	}
}

// What the tables of classes speak of is there: kinds, classes, lists. And
// every member of version 3 is a term in an object of its class, so that no
// document can be right for one table and wrong for the other.
func TestTablesFitEachOther(t *testing.T) {
	for version, m := range map[string]model{"2": ob2Model(), "3": ob3Model()} {
		s := scope{known()[contextURL]}
		if version == "3" {
			s = scope{known()[credentials], known()[ob3Context]}
		}
		for name, cl := range m {
			types := append([]string{name}, within[name]...)
			for _, spec := range cl.members {
				for kind := range strings.SplitSeq(spec.kind, "|") {
					kind, list, _ := strings.Cut(kind, ":")
					switch {
					case kind == "type" || m[kind] != nil:
					case kinds[kind] == nil:
						t.Errorf("%s.%s is of no kind %q", name, spec.key, kind)
					case list != "" && len(choices()[list]) == 0:
						t.Errorf("%s.%s has no list %s", name, spec.key, list)
					}
				}
				if name == "Proof" { // its terms are those of whichever type it has
					continue
				}
				if !keywords[spec.key] && !s.defines(spec.key, types) {
					t.Errorf("%s.%s is a term of no context", name, spec.key)
				}
			}
		}
	}
	for class := range afterwards {
		if ob2Model()[class] == nil && ob3Model()[class] == nil {
			t.Errorf("no class %s", class)
		}
	}
	for _, name := range twins {
		found := false
		for _, cl := range ob3Model() {
			_, ok := cl.member(name)
			found = found || ok
		}
		if !found {
			t.Errorf("no class of version 3 has %s", name)
		}
	}
}

func TestTermsHoldWhereTheyAreDefined(t *testing.T) {
	three := scope{known()[credentials], known()[ob3Context]}
	for _, c := range []struct {
		name string
		in   string
		want bool
	}{
		{"name", "", true},
		{"tag", "Achievement", true},
		{"tag", "Profile", false},
		{"tags", "Achievement", false},
		{"issuer", "Achievement", false},
		{"issuer", "VerifiableCredential", true},
		{"phone", "Profile", true},
		{"telephone", "Profile", false},
		{"caption", "Image", true},
		{"author", "Image", false},
		{"inLanguage", "Related", true},
		{"version", "ResultDescription", false},
		{"1EdTechJsonSchemaValidator2019", "", false},
	} {
		if got := three.defines(c.name, []string{c.in}); got != c.want {
			t.Errorf("%s in %q: %v, want %v", c.name, c.in, got, c.want)
		}
	}
	if known()["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"].anywhere["inLanguage"] {
		t.Error("3.0.2 takes terms of 3.0.3")
	}
	if !three.literal("_sd") || three.within("cnf").literal("jwk") != true || !three.within("cnf").anywhere("jwk") {
		t.Error("what is JSON of any form is not known")
	}
}

func TestShapes(t *testing.T) {
	for s, want := range map[string]bool{"en": true, "es-419": true, "zh-Hant-TW": true, "sr-Latn": true, "deu": true, "en-us": false, "EN": false,
		"e": false, "en-": false, "de-1996": false, "en-US-x": false, "zh-hant": false, "": false} {
		if plainTag(s) != want {
			t.Errorf("%q is a plain tag: %v", s, !want)
		}
	}
	const base = "https://purl.imsglobal.org/spec/ob/v3p0/context"
	for s, want := range map[string]bool{".json": true, "-3.0.3.json": true, "-3.9.9.json": true, "-3.0.json": false, "-3.0.3": false, ".jsonld": false,
		"-3.0.3-3.0.2.json": true, "-2.0.3.json": false, "/.json": false} {
		if isOB3(base+s) != want {
			t.Errorf("%q is a context of version 3: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"urn:uuid:x": true, "did:web:a.org": true, "https://a.org": true, "slug": false, "a b:c": false, "a:": false,
		":a": false, "1a:b": false, "a:b c": false, "": false, "2025-12-21T00:00:00Z": false} {
		if absolute(s) != want {
			t.Errorf("%q is an address: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"a.b.c": true, "a..c": true, "a.b": false, "a.b.c.d": false, "a.b.": false, "a.b+.c": false, "{}": false} {
		if compact(s) != want {
			t.Errorf("%q is signed: %v", s, !want)
		}
	}
}

// Each is a document that people have, and the rule that says what to do.
func TestMixedVersionsAreToldByName(t *testing.T) {
	doc := string(documents(t, "valid")["achievement"])
	for _, c := range []struct{ from, to, rule, wanted string }{
		{`"tag"`, `"tags"`, "renamed", "tag"},
		{`"creator"`, `"issuer"`, "renamed", "creator"},
		{`"phone"`, `"telephone"`, "renamed", "phone"},
		{`"inLanguage"`, `"language"`, "renamed", "inLanguage"},
	} {
		r := Check([]byte(strings.Replace(doc, c.from, c.to, 1)))
		if len(r.Findings) != 1 || r.Findings[0].Rule != c.rule || r.Findings[0].Args["wanted"] != c.wanted {
			t.Errorf("%s: %+v", c.to, r.Findings)
		}
	}
}

// Where a context is not known, nothing is said about keys, and that once.
func TestAnUnknownContextGivesNoFalseAlarm(t *testing.T) {
	doc := string(documents(t, "valid")["credential"])
	doc = strings.Replace(doc, `context-3.0.3.json"`, `context-3.0.3.json", "https://x.org/1", "https://x.org/2"`, 1)
	doc = strings.Replace(doc, `"caption"`, `"colour"`, 1) // an Image may not have it, whoever defines it
	doc = strings.Replace(doc, `"creator"`, `"maker"`, 1)
	if got := strings.Join(rules(Check([]byte(doc))), " "); got != "closed context-unknown" {
		t.Error(got)
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image/png"
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export"
	"insignia/export/check"
	"insignia/internal/locale"
)

// rule says what is wrong with a value for an API, "" for nothing.
type rule func(v any) string

// members are the rules of an object: what is required, and what may be there.
// A member that the API does not know would be dropped without a word.
func members(required []string, rules map[string]rule) rule {
	return func(v any) string {
		o, ok := v.(map[string]any)
		if !ok {
			return fmt.Sprintf("is no object: %.40v", v)
		}
		for _, k := range required {
			if _, ok := o[k]; !ok {
				return k + " is missing"
			}
		}
		for k, x := range o {
			r, ok := rules[k]
			if !ok {
				return k + " is not known"
			}
			if s := r(x); s != "" {
				return k + " " + s
			}
		}
		return ""
	}
}

func each(r rule) rule {
	return func(v any) string {
		list, ok := v.([]any)
		if !ok || len(list) == 0 {
			return "is no list, or an empty one"
		}
		for i, x := range list {
			if s := r(x); s != "" {
				return fmt.Sprintf("%d %s", i, s)
			}
		}
		return ""
	}
}

func is(want any) rule {
	return func(v any) string {
		if a, b := fmt.Sprint(v), fmt.Sprint(want); a != b {
			return "is " + a
		}
		return ""
	}
}

// pythonSpace is what str.strip takes off.
const pythonSpace = " \t\n\v\f\r\x1c\x1d\x1e\x1f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"

// tagOfPython is where Python's HTMLParser, which Django's strip_tags stands
// on, begins a tag, an end, a declaration or an instruction.
var tagOfPython = regexp.MustCompile(`<(?:[a-zA-Z]|/|!|\?)`)

// kept is a StripTagsCharField of badgr-server (apps/mainsite/serializers.py)
// on a CharField of Django REST framework: neither changes or refuses it. Most
// is counted in code points.
func kept(most int) rule {
	return func(v any) string {
		s, ok := v.(string)
		switch {
		case !ok:
			return fmt.Sprintf("is no text: %.40v", v)
		case s == "":
			return "is empty"
		case strings.Trim(s, pythonSpace) != s:
			return "has space at an end"
		case strings.ContainsRune(s, 0) || !utf8.ValidString(s):
			return "has what no text has"
		case tagOfPython.MatchString(s):
			return fmt.Sprintf("loses a tag: %.60s", s)
		case most > 0 && utf8.RuneCountInString(s) > most:
			return fmt.Sprintf("has %d characters", utf8.RuneCountInString(s))
		}
		return ""
	}
}

// markdown is a MarkdownCharField of badgr-server: no pictures.
func markdown(v any) string {
	if s, _ := v.(string); strings.Contains(s, "![") {
		return "has a picture"
	}
	return kept(0)(v)
}

var (
	hostOfDjango = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$`)
	lastOfDjango = regexp.MustCompile(`\.([a-z-]{2,63}|xn--[a-z0-9]{1,59})\.?$`)
	urlOfDjango  = regexp.MustCompile(`^https?://(\[[0-9a-f:.]+\]|[^\s/:?#]+)(:[0-9]{2,5})?([/?#][^\s]*)?$`)
)

// link of Django: its URLValidator, for ASCII.
func address(most int) rule {
	return func(v any) string {
		if s := kept(most)(v); s != "" {
			return s
		}
		m := urlOfDjango.FindStringSubmatch(v.(string))
		if m == nil || strings.ContainsFunc(m[0], func(r rune) bool { return r > '~' }) {
			return fmt.Sprintf("is no address: %.80s", v)
		}
		host := strings.ToLower(m[1])
		if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
			return ""
		}
		if !hostOfDjango.MatchString(strings.TrimSuffix(host, ".")) || !lastOfDjango.MatchString(host) {
			return "has an odd host: " + host
		}
		return ""
	}
}

// drawn is what ValidImageField takes of a data URI (apps/mainsite/drf_fields.py).
func drawn(side, most int) rule {
	return func(v any) string {
		s, _ := v.(string)
		rest, ok := strings.CutPrefix(s, "data:image/png;base64,")
		b, err := base64.StdEncoding.DecodeString(rest)
		if !ok || err != nil || len(b) > most {
			return fmt.Sprintf("is no picture of at most %d bytes: %.40s", most, s)
		}
		c, err := png.DecodeConfig(bytes.NewReader(b))
		if err != nil || c.Width != side || c.Height != side {
			return fmt.Sprintf("is %d by %d, %v", c.Width, c.Height, err)
		}
		return ""
	}
}

var snake = members([]string{"target_name", "target_url"}, map[string]rule{"target_name": kept(0), "target_url": address(2083),
	"target_description": kept(0), "target_framework": kept(0), "target_code": kept(0)})

// bodies are the rules of each body, from the code of its API.
var bodies = map[string]rule{
	// badgr-server 2344c61: BadgeClassSerializerV2; columns of models.py.
	"badgr/body-v2.json": members([]string{"name", "description", "image", "criteriaNarrative"}, map[string]rule{
		"name": kept(255), "description": kept(16384), "image": drawn(400, 256_000), "criteriaNarrative": markdown, "criteriaUrl": address(254),
		"alignments": each(members([]string{"targetName", "targetUrl"}, map[string]rule{"targetName": kept(0), "targetUrl": address(2083),
			"targetDescription": kept(0), "targetFramework": kept(0), "targetCode": kept(0)})),
		"tags": each(kept(254))}),
	// badgr-server 2344c61: BadgeClassSerializerV1.
	"badgr/body-v1.json": members([]string{"name", "description", "image", "criteria_text"}, map[string]rule{
		"name": kept(255), "description": kept(16384), "image": drawn(400, 256_000), "criteria_text": markdown, "criteria_url": address(254),
		"alignment": each(snake), "tags": each(kept(254))}),
	// badgr-server of mint-o-badges 63ae61d: BadgeClassSerializerV1; the limits of its form.
	"oeb/body-v1.json": members([]string{"name", "description", "image", "imageFrame", "copy_permissions", "criteria"}, map[string]rule{
		"name": kept(60), "description": kept(700), "image": drawn(600, 256_000), "imageFrame": is(false), "copy_permissions": is([]any{"issuer"}),
		"criteria": each(members([]string{"name", "description"}, map[string]rule{"name": kept(50), "description": func(v any) string {
			if v == "" {
				return ""
			}
			return kept(300)(v)
		}})),
		"alignment": each(snake), "tags": each(kept(254))}),
	// moodle-local_obf 9b34530: client::export_badge.
	"obf/body-v2.json": members([]string{"image", "primary_language", "content", "category", "expires", "draft"}, map[string]rule{
		"image": drawn(200, 249_999), "primary_language": shortTag, "category": is([]any{}), "expires": is(0), "draft": is(true),
		"content": each(members([]string{"language", "name", "description", "criteria", "tag"}, map[string]rule{
			"language": shortTag, "name": kept(60), "description": kept(700), "criteria": markdown, "tag": func(v any) string {
				if list, ok := v.([]any); ok && len(list) == 0 {
					return ""
				}
				return each(kept(50))(v)
			}}))}),
}

func shortTag(v any) string {
	if s, _ := v.(string); !regexp.MustCompile(`^[a-z]{2,3}$`).MatchString(s) {
		return fmt.Sprintf("is no language: %v", v)
	}
	return ""
}

// Every body of every draft is what its API takes, loses nothing on the way
// and is not changed.
func TestBodiesAreTakenAsTheyAre(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	for i, d := range manyDrafts(t) {
		for _, id := range designer.Platforms() {
			files, problems, err := Format(id, locale.For("en"), "").Files(d, flat{}, export.Options{})
			if err != nil {
				t.Fatalf("%d: %s: %v", i, id, err)
			}
			for _, f := range files {
				r, ok := bodies[f.Name]
				if !ok {
					continue
				}
				seen[f.Name]++
				var v any
				if err := json.Unmarshal(f.Bytes, &v); err != nil {
					t.Fatal(err)
				}
				if s := r(v); s != "" {
					t.Errorf("%d: %s: %s", i, f.Name, s)
				}
			}
			for _, p := range problems {
				for _, lang := range locale.Languages() {
					for _, end := range []string{"", ".why", ".fix"} {
						s := locale.For(lang).Fill("problem."+p.Code+end, p.Args)
						if strings.HasPrefix(p.Code, "PACK-") && (strings.HasPrefix(s, "[") || strings.Contains(s, "{platform}") || strings.Contains(s, "{have}") || strings.Contains(s, "{item}")) {
							t.Errorf("%s: %s%s says %q", lang, p.Code, end, s)
						}
					}
				}
			}
		}
	}
	if len(seen) != len(bodies) {
		t.Errorf("only %v were made", seen)
	}
}

// A template is one that check knows, and fills no place but ours.
func TestTheTemplateIsSoundAndHasOnePlace(t *testing.T) {
	t.Parallel()
	for i, d := range manyDrafts(t) {
		files, _ := written(t, d, "dcc", export.Options{})
		doc := files["template.json"]
		for _, f := range check.Check(doc).Findings {
			if f.Level == designer.Fault {
				t.Errorf("%d: %s at %s", i, f.Rule, f.Path)
			}
		}
		if got := regexp.MustCompile(`\{\{[^}]*\}\}?`).FindAllString(string(doc), -1); !slices.Equal(got, []string{"{{ earnerName }}"}) || strings.Count(string(doc), "{{") != 1 {
			t.Errorf("%d: its places are %q", i, got)
		}
	}
}

// Every box of every sheet is within its limit, and what a form makes of it is
// what it is: one line where it has one, no space at an end.
func TestBoxesFitTheirFields(t *testing.T) {
	t.Parallel()
	oneLine := []Part{Name, Tags, CriteriaURL, Caption, Version, IssuerName, IssuerURL, IssuerEmail, Hours, Minutes}
	for i, d := range manyDrafts(t) {
		for _, id := range designer.Platforms() {
			p, err := Of(d, id, flat{}, export.Options{}, "")
			if err != nil {
				t.Fatal(err)
			}
			told := map[string]bool{}
			for _, x := range p.Problems {
				told[x.Field] = told[x.Field] || strings.HasPrefix(x.Code, "PACK-")
			}
			for _, b := range p.Blocks {
				at := fmt.Sprintf("%d: %s.%s.%s %d", i, id, b.Field, b.Row, b.Item)
				part := p.part(b.Field)
				if b.Text == "" || strings.Trim(b.Text, pythonSpace) != b.Text || strings.ContainsAny(b.Text, "\x00\r\u00a0") {
					t.Errorf("%s: %q", at, b.Text)
				}
				if b.Limit > 0 && b.Length() > b.Limit {
					t.Errorf("%s has %d of %d", at, b.Length(), b.Limit)
				}
				if slices.Contains(oneLine, part) && strings.Contains(b.Text, "\n") {
					t.Errorf("%s has several lines", at)
				}
				if a := p.Angles; a == AnglesOfPHP && part != Template && regexp.MustCompile(`<[^ \n]|<$`).MatchString(b.Text) {
					t.Errorf("%s loses a tag to PHP: %.60q", at, b.Text)
				}
				if b.Have > b.Length() && strings.HasSuffix(b.Text, "…") && part != Steps && !told[parts[part].field] {
					t.Errorf("%s was shortened without a word", at)
				}
			}
		}
	}
}

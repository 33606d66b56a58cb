// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"regexp"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/prose"
	"insignia/internal/locale"
)

// Words that are taken apart here: their places stay empty.
const (
	shownBy = "export.step.evidence"
	rungOf  = "export.level.rung"
)

// words are those of one language that package prose puts around answers.
type words struct{ locale.Words }

// between gives what stands in the place of {name} in the words of key.
func (w words) between(key, name, s string) (string, bool) {
	before, after, ok := strings.Cut(w.T(key), "{"+name+"}")
	if !ok {
		return "", s == before
	}
	rest, begins := strings.CutPrefix(s, before)
	rest, ends := strings.CutSuffix(rest, after)
	return rest, begins && ends && rest != ""
}

// counted is between for a number that has two forms.
func (w words) counted(key, s string) (int, bool) {
	if s == w.N(key, 1) {
		return 1, true
	}
	text, ok := w.between(key+".other", "n", s)
	n, err := strconv.Atoi(text)
	return n, ok && err == nil && n > 1
}

// ours reads a narrative as package prose writes it, in any language of the
// program, into the answers that it was made of. It is false for any other: what
// was read says the same again, letter for letter.
func ours(text string, d designer.Draft) (designer.Draft, bool) {
	text = strings.TrimSpace(text)
	tags := []string{locale.For(d.Language).Tag()}
	for _, tag := range append(tags, locale.Languages()...) {
		w := words{locale.For(tag)}
		if text == w.T("export.placeholder.criteria") {
			return d, true
		}
		got := w.narrative(strings.Split(text, "\n\n"), d)
		if prose.Narrative(got, w.Words) == text && fits(got) {
			return got, true
		}
	}
	return d, false
}

// narrative reads the parts of a text, each for what it may be.
func (w words) narrative(parts []string, d designer.Draft) designer.Draft {
	d = d.Clone()
	c := &d.Criteria
	for i := 0; i < len(parts); i++ {
		part := parts[i]
		items, list := itemsOf(parts, i+1)
		if n, ok := w.intro(part); ok && list {
			c.Rule = designer.Rule(n)
			for _, item := range items {
				c.Steps = append(c.Steps, w.step(item))
			}
			i++
			continue
		}
		if n, ok := w.before(part); ok && list {
			d.Next.Rule = designer.Rule(n)
			for _, item := range items {
				d.Next.Requires = append(d.Next.Requires, unescaped(item))
			}
			i++
			continue
		}
		if !w.labelled(part, &d) && c.Evidence != "" {
			c.Evidence += "\n" + unescaped(part)
		}
	}
	return d
}

// itemsOf are the items of part i, if it is a list.
func itemsOf(parts []string, i int) ([]string, bool) {
	if i >= len(parts) || !strings.HasPrefix(parts[i], "- ") {
		return nil, false
	}
	return strings.Split(parts[i][2:], "\n- "), true
}

// intro reads the sentence before the steps: how many are needed, 0 for all.
func (w words) intro(s string) (int, bool) {
	if s == w.T("export.steps.all") {
		return 0, true
	}
	return w.counted("export.steps.some", s)
}

func (w words) before(s string) (int, bool) {
	if s == w.T("export.before.all") {
		return 0, true
	}
	return w.counted("export.before.some", s)
}

// step reads an item of the list of steps.
func (w words) step(s string) designer.Step {
	var out designer.Step
	before, after, _ := strings.Cut(w.T(shownBy), "{text}")
	if i := strings.LastIndex(s, " "+before); i > 0 && strings.HasSuffix(s, after) && len(s)-len(after) > i+1+len(before) {
		out.Evidence = unescaped(s[i+1+len(before) : len(s)-len(after)])
		s = s[:i]
	}
	if rest, ok := strings.CutSuffix(s, " "+w.T("export.step.optional")); ok {
		s, out.Optional = rest, true
	}
	out.Text = unescaped(s)
	return out
}

// labelled reads a paragraph that begins with one of the labels.
func (w words) labelled(s string, d *designer.Draft) bool {
	c := &d.Criteria
	has := func(key string) (string, bool) { return w.between(key, "text", s) }
	if text, ok := has("export.evidence"); ok {
		c.Evidence = unescaped(text)
	} else if text, ok := has("export.assessor"); ok {
		c.Assessor = unescaped(text)
	} else if text, ok := has("export.method"); ok {
		f, _ := designer.FieldByID("criteria.method")
		for _, o := range f.Options {
			if text == w.T("export.method."+o) {
				c.Method = o
			}
		}
		return c.Method != ""
	} else if text, ok := has("export.effort"); ok {
		return d.Set("criteria.effort", unescaped(text)) == nil
	} else if text, ok := has("export.level"); ok {
		c.Level = w.level(text)
	} else if text, ok := has("export.rubric"); ok {
		c.Rubric = unescaped(text)
	} else if text, ok := has("export.before.one"); ok {
		d.Next.Requires = []string{unescaped(text)}
	} else {
		return false
	}
	return true
}

// rung is "2 of 3" in the words of a language, as an expression.
func (w words) rung() string {
	s := regexp.QuoteMeta(w.T(rungOf))
	return strings.NewReplacer(`\{step\}`, `(\d{1,2})`, `\{of\}`, `(\d{1,2})`).Replace(s)
}

// level reads "Helper (2 of 3)", or the part of it that is there.
func (w words) level(s string) designer.CriteriaLevel {
	m := regexp.MustCompile(`^(?:(.*) \(` + w.rung() + `\)|` + w.rung() + `)$`).FindStringSubmatch(s)
	if m == nil {
		return designer.CriteriaLevel{Name: unescaped(s)}
	}
	l := designer.CriteriaLevel{Name: unescaped(m[1])}
	l.Step, _ = strconv.Atoi(m[2] + m[4])
	l.Of, _ = strconv.Atoi(m[3] + m[5])
	return l
}

// unescaped undoes what package prose escapes in a line.
func unescaped(s string) string {
	s = escaped.ReplaceAllString(s, "$1")
	return strings.NewReplacer("&lt;", "<", "&amp;", "&").Replace(s)
}

// placeholder reports whether a text only holds the place of an answer in a
// file that this program wrote.
func placeholder(field, text string) bool {
	key := map[string]string{"name": "export.placeholder.name", "description": "export.placeholder.description", "issuer.name": "export.placeholder.issuer"}[field]
	switch {
	case field == "issuer.url":
		return text == "https://issuer.example"
	case field == "issuer.email":
		return text == "issuer@issuer.example"
	case key == "":
		return false
	}
	for _, tag := range locale.Languages() {
		if text == locale.For(tag).T(key) {
			return true
		}
	}
	return false
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package locale_test

import (
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"insignia/internal/locale"
)

// keyShape is what a key looks like: parts between dots.
var keyShape = regexp.MustCompile(`^[a-z]+(\.[A-Za-z0-9-]+)+$`)

// mentions are the keys that the program's sources speak of.
type mentions struct {
	atoms    map[string]bool   // every literal
	whole    map[string]string // literals that look like a key, and where
	patterns [][]string        // "field." * ".label": keys put together from literals and values
	endings  map[string]bool   // ".fix" in key+".fix": what follows a key that has been put together already
	plural   map[string]string // literals given to N, and where
	said     map[string]string // literals given to T and Fill, and where
	errors   map[string]string // codes in designer.Error literals, and where
	problems map[string]string // codes of problems, and where
}

var problemShape = regexp.MustCompile(`^[A-Z]{2,}(-[A-Z]+)+$`)

func read(t *testing.T) mentions {
	m := mentions{atoms: map[string]bool{}, endings: map[string]bool{}, whole: map[string]string{}, plural: map[string]string{},
		said: map[string]string{}, errors: map[string]string{}, problems: map[string]string{}}
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BasicLit:
				v, ok := literal(n)
				if !ok {
					break
				}
				m.atoms[v] = true
				if keyShape.MatchString(v) {
					m.whole[v] = s.at(n)
				}
				if problemShape.MatchString(v) && v != "UTF-8" {
					m.problems[v] = s.at(n)
				}
			case *ast.BinaryExpr:
				if n.Op != token.ADD {
					break
				}
				switch parts := joined(n); {
				case parts[0] != "*":
					m.patterns = append(m.patterns, parts)
				case len(parts) > 1 && strings.HasPrefix(parts[len(parts)-1], "."):
					m.endings[parts[len(parts)-1]] = true
				}
			case *ast.CallExpr:
				if len(n.Args) == 0 {
					break
				}
				v, ok := literal(n.Args[0])
				switch name := called(n); {
				case !ok || !keyShape.MatchString(v):
				case name == "T" || name == "Fill":
					m.said[v] = s.at(n)
				case name == "N":
					m.plural[v] = s.at(n)
				}
			case *ast.CompositeLit:
				if name := typeName(n.Type); name == "Error" {
					for _, e := range n.Elts {
						kv, ok := e.(*ast.KeyValueExpr)
						if !ok {
							continue
						}
						if k, ok := kv.Key.(*ast.Ident); ok && k.Name == "Code" {
							if v, ok := literal(kv.Value); ok {
								m.errors[v] = s.at(n)
							}
						}
					}
				}
			}
			return true
		})
	}
	return m
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// uses reports whether key can come out of the sources. A value inside of a
// pattern counts only if it stands somewhere as a literal, so that a key
// whose code has gone is found.
func (m mentions) uses(key string) bool {
	if _, ok := m.whole[key]; ok {
		return true
	}
	for _, form := range []string{".one", ".other"} {
		if base, ok := strings.CutSuffix(key, form); ok {
			if m.uses(base) {
				return true
			}
		}
	}
	for _, p := range m.patterns {
		if m.fits(key, p) {
			return true
		}
	}
	for ending := range m.endings {
		if base, ok := strings.CutSuffix(key, ending); ok && m.uses(base) {
			return true
		}
	}
	return false
}

func (m mentions) fits(rest string, pattern []string) bool {
	if len(pattern) == 0 {
		return rest == ""
	}
	if pattern[0] != "*" {
		after, ok := strings.CutPrefix(rest, pattern[0])
		return ok && m.fits(after, pattern[1:])
	}
	for i := 1; i <= len(rest); i++ {
		if (m.atoms[rest[:i]] || strings.Trim(rest[:i], "0123456789") == "") && m.fits(rest[i:], pattern[1:]) {
			return true
		}
	}
	return false
}

func TestEveryKeyIsUsed(t *testing.T) {
	m, families := read(t), family(t)
	for _, key := range keys(t, "en") {
		// Wherever a problem is found, its reason belongs to its words.
		if base, ok := strings.CutSuffix(key, ".why"); ok && strings.HasPrefix(key, "problem.") {
			key = base
		}
		if !families[key] && !m.uses(key) {
			t.Errorf("nothing in the program says %q", key)
		}
	}
}

func TestEveryKeyTheProgramSaysHasWords(t *testing.T) {
	m, w := read(t), locale.For("en")
	need := func(key, where string) {
		if !w.Known(key) {
			t.Errorf("%s: no words for %q", where, key)
		}
	}
	for key, where := range m.said {
		need(key, where)
	}
	for key, where := range m.plural {
		need(key+".one", where)
		need(key+".other", where)
	}
	for code, where := range m.errors {
		need("error."+code, where)
	}
	for code, where := range m.problems {
		need("problem."+code, where)
	}
	// A key in a variable: whatever begins like a key and is none was
	// misspelt, or is the beginning of some.
	roots := map[string]bool{}
	for _, key := range keys(t, "en") {
		root, _, _ := strings.Cut(key, ".")
		roots[root] = true
	}
	for v, where := range m.whole {
		root, rest, _ := strings.Cut(v, ".")
		if !roots[root] || !strings.Contains(v, ".") || isFile(rest) {
			continue
		}
		if !slices.ContainsFunc(keys(t, "en"), func(k string) bool { return k == v || strings.HasPrefix(k, v+".") }) {
			t.Errorf("%s: %q looks like a key and has no words", where, v)
		}
	}
}

// isFile tells names of files from keys with the same beginning.
func isFile(ending string) bool {
	return slices.Contains([]string{"json", "png", "svg", "html", "txt", "zip", "db", "go", "md"}, ending)
}

// filledLater are sentences that are handed on with their braces.
var filledLater = []string{"ui.copy-name"}

// Where a whole key is given to T, the names beside it are those of its
// placeholders.
func TestPlaceholdersAreFilledByName(t *testing.T) {
	w := table(t, "en")
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok || len(c.Args) == 0 {
				return true
			}
			key, ok := literal(c.Args[0])
			name, first := called(c), 1
			if !ok || name != "T" && name != "N" || c.Ellipsis != token.NoPos || slices.Contains(filledLater, key) {
				return true
			}
			given := map[string]bool{}
			if name == "N" {
				key, first, given["n"] = key+".other", 2, true
			}
			sentence, ok := w[key]
			if !ok {
				return true // told by another test
			}
			for i := first; i < len(c.Args); i += 2 {
				arg, ok := literal(c.Args[i])
				if !ok {
					t.Errorf("%s: the name of a placeholder of %q is not written out", s.at(c), key)
				}
				if given[arg] = true; !slices.Contains(placeholders(sentence), arg) && arg != "n" {
					t.Errorf("%s: %q has no {%s}", s.at(c), key, arg)
				}
			}
			for _, p := range placeholders(sentence) {
				if !given[p] {
					t.Errorf("%s: {%s} of %q stays empty; given are %v", s.at(c), p, key, slices.Sorted(maps.Keys(given)))
				}
			}
			return true
		})
	}
}

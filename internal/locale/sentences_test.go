// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package locale_test

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sentence is what people would read: two words of small letters in a row.
var sentence = regexp.MustCompile(`\b[a-zñáéíóú]{2,} [a-zñáéíóú]{2,}\b`)

// Sentences may stand in Go only where nobody but a developer reads them, in
// the help of a command, which stays English, and in the table of icons,
// whose search words are data in every language.
const icons = "render/icon/list.go"

// colours are the names of hues: words too, and data as those of the icons.
const colours = "render/hue.go"

// logged is the most causes (errors.New, fmt.Errorf) that may be sentences in
// Go: they reach people only behind one of ours.
const logged = 23

// help are the members of a cobra command that stay English.
var help = []string{"Use", "Short", "Long", "Example", "Title"}

func TestNoSentenceStandsInTheCode(t *testing.T) {
	causes := 0
	for _, s := range sources(t) {
		if top, _, _ := strings.Cut(s.path, "/"); !slices.Contains([]string{"main.go", "tui", "export", "render", "designer"}, top) &&
			!strings.HasPrefix(s.path, "internal/cli/") || s.path == icons || s.path == colours {
			continue
		}
		if strings.HasPrefix(s.path, "designer/drafttest/") {
			continue // an instrument of tests: its words are what people might type
		}
		if strings.HasPrefix(s.path, "designer/bolt/pages/") {
			continue // its errors are facts about bytes, for whoever looks into a damaged file; people see the damage's code
		}
		cli := strings.HasPrefix(s.path, "internal/cli/")
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.Field: // with its tag
				if n.Tag != nil {
					n.Tag = nil
				}
			case *ast.KeyValueExpr:
				if k, ok := n.Key.(*ast.Ident); ok && cli && slices.Contains(help, k.Name) {
					return false
				}
			case *ast.CallExpr:
				switch name := called(n); {
				case name == "panic", name == "MustCompile":
					return false
				case name == "New" && of(n, "errors"), name == "Errorf" && of(n, "fmt"):
					if v, ok := literal(n.Args[0]); ok && sentence.MatchString(v) {
						causes++
					}
					return false
				case cli && strings.Contains(name, "Var") && of(n, "Flags", "PersistentFlags"):
					return false
				}
			case *ast.BasicLit:
				if v, ok := literal(n); ok && sentence.MatchString(strings.Trim(v, "<>/ ")) && !markup(v) {
					t.Errorf("%s: %q belongs into a file of words", s.at(n), v)
				}
			}
			return true
		})
	}
	if causes > logged {
		t.Errorf("%d causes of errors are written in Go, at most %d: give those that people see a code", causes, logged)
	}
}

// of reports whether c calls a method of one of the names: errors.New,
// c.Flags().StringVar.
func of(c *ast.CallExpr, names ...string) bool {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch x := sel.X.(type) {
	case *ast.Ident:
		return slices.Contains(names, x.Name)
	case *ast.CallExpr:
		return slices.Contains(names, called(x))
	}
	return false
}

// markup tells a piece of SVG or HTML from a sentence.
func markup(s string) bool { return strings.Contains(s, "<") && strings.Contains(s, "=") }

func TestTheScanKnowsASentence(t *testing.T) {
	for s, want := range map[string]bool{"Everything is saved": true, "the badge": true, "ctrl+z": false, "badge.png": false, "%s: %w": false, "Enter": false, "2006-01-02 15:04": false} {
		if sentence.MatchString(s) != want {
			t.Errorf("%q is a sentence: %v", s, !want)
		}
	}
}

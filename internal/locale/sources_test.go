// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package locale_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// source is a Go file of the program: no test, and not of a package that
// serves tests.
type source struct {
	path string // from the module's root, with /
	file *ast.File
	set  *token.FileSet
}

func (s source) at(n ast.Node) string {
	return s.path + ":" + strconv.Itoa(s.set.Position(n.Pos()).Line)
}

// sources parses the whole program.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	var out []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() {
			if name == "testdata" || len(name) > 2 && name[0] == '.' {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		s := source{set: token.NewFileSet()}
		if s.file, err = parser.ParseFile(s.set, path, nil, parser.SkipObjectResolution); err != nil {
			return err
		}
		if rel, err := filepath.Rel(root, path); err == nil {
			s.path = filepath.ToSlash(rel)
		}
		if !slices.ContainsFunc(s.file.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"testing"` }) {
			out = append(out, s)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d files found below the module's root", len(out))
	}
	return out
}

// literal gives the value of a string literal.
func literal(n ast.Node) (string, bool) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// joined gives the parts of a + b + c in order; what is not a literal is "*".
func joined(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return joined(e.X)
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return append(joined(e.X), joined(e.Y)...)
		}
	}
	if s, ok := literal(e); ok {
		return []string{s}
	}
	return []string{"*"}
}

// called gives the name of the function or method that c calls.
func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

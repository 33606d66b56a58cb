// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const licence = "// Copyright 2026 The Insignia Authors\n// SPDX-License-Identifier: Apache-2.0\n\n"

// goFile is one Go file of the module, tests and all systems' files included.
type goFile struct {
	path, dir string // from the root; the root's own dir is "."
	text      []byte
	test      bool
	syntax    *ast.File // up to its imports
}

var tree = sync.OnceValues(func() (files map[string][]byte, err error) {
	files = map[string][]byte{}
	err = fs.WalkDir(os.DirFS("."), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (p == ".git" || p == "dist"):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		files[p], err = os.ReadFile(p)
		return err
	})
	return files, err
})

func allFiles(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := tree()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func goFiles(t *testing.T) (out []goFile) {
	t.Helper()
	files := allFiles(t)
	for _, p := range slices.Sorted(maps.Keys(files)) {
		text := files[p]
		if path.Ext(p) != ".go" || strings.Contains(p, "testdata/") {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), p, text, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			t.Error(err)
			continue
		}
		out = append(out, goFile{p, path.Dir(p), text, strings.HasSuffix(p, "_test.go"), syntax})
	}
	return out
}

func TestFilesAreOneNounLong(t *testing.T) {
	for _, f := range goFiles(t) {
		most := 600
		if f.test {
			most = 900
		}
		if n := bytes.Count(f.text, []byte("\n")); n > most {
			t.Errorf("%s has %d lines, more than %d: it holds two things, give each its file", f.path, n, most)
		}
	}
}

func TestGoFilesCarryTheLicence(t *testing.T) {
	for _, f := range goFiles(t) {
		if !bytes.HasPrefix(f.text, []byte(licence)) {
			t.Errorf("%s does not begin with the two licence lines and an empty one", f.path)
		}
	}
}

func TestPackagesSayWhatTheyKnow(t *testing.T) {
	said := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		doc := f.syntax.Doc.Text()
		name := f.syntax.Name.Name
		said[f.dir] = said[f.dir] || name == "main" && doc != "" || strings.HasPrefix(doc, "Package "+name+" ")
	}
	for dir, ok := range said {
		if !ok {
			t.Errorf("%s: no file has a package comment", dir)
		}
	}
}

// What no file may say: where it was made and with what. The words stand here
// in two halves, so that this file may be read too.
var unsaid = regexp.MustCompile(`(?i)` + strings.Join([]string{
	`/wo` + `rk/`, `/tm` + `p/`, `/ro` + `ot/`, `\.\./sha` + `red`,
	`\bclau` + `de\b`, `anthro` + `pic`, `chat` + `gpt`, `open` + `ai\b`, `copi` + `lot`, `\bl` + `lms?\b`, `language mo` + `del`, `\bai[- ]gener` + `ated`,
	`co-author` + `ed-by`, `proxy\.go` + `lang`, `npm` + `js\.`, `py` + `pi\.org`, `deb\.deb` + `ian`,
	`\b(issue|fixes|closes|resolves|pull request|pr) #` + `\d`,
}, `|`))

func TestNothingSaysWhereItWasMade(t *testing.T) {
	files := allFiles(t)
	for _, p := range slices.Sorted(maps.Keys(files)) {
		text := files[p]
		if bytes.ContainsRune(text[:min(len(text), 8000)], 0) {
			continue // a picture, a program
		}
		for i, line := range strings.Split(string(text), "\n") {
			if word := unsaid.FindString(line); word != "" {
				t.Errorf("%s:%d says %q", p, i+1, word)
			}
		}
	}
}

// Every module the code imports has its row in the architecture, with a reason
// long enough to be one.
func TestDependenciesAreArgued(t *testing.T) {
	files := allFiles(t)
	for _, p := range []string{"README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ARCHITECTURE.md"} {
		if len(files[p]) == 0 {
			t.Errorf("there is no %s", p)
		}
	}
	modules := regexp.MustCompile(`(?m)^\s+(\S+) v\S+`).FindAllSubmatch(files["go.mod"], -1)
	rows := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([^`]+)` \\|(.*)\\|$").FindAllSubmatch(files["docs/ARCHITECTURE.md"], -1) {
		rows[string(row[1])] = strings.TrimSpace(string(row[2]))
	}
	used := map[string]bool{}
	for _, f := range goFiles(t) {
		for _, imp := range f.syntax.Imports {
			to, _ := strconv.Unquote(imp.Path.Value)
			for _, m := range modules {
				if name := string(m[1]); to == name || strings.HasPrefix(to, name+"/") {
					used[name] = true
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(used)) {
		if len(rows[name]) < 30 {
			t.Errorf("docs/ARCHITECTURE.md gives no reason for %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		if strings.Contains(name, ".") && strings.Contains(name, "/") && !used[name] {
			t.Errorf("docs/ARCHITECTURE.md explains %s, which nothing imports", name)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An arrow says what the packages below one path may import besides the
// standard library and themselves. A path ending in "/..." means it and all
// below it; the longest arrow that fits a package is its own.
type arrow struct {
	from string
	to   []string
	why  string
}

var (
	charm = []string{"charm.land/...", "github.com/charmbracelet/..."}
	xtext = "golang.org/x/text/..."

	arrows = []arrow{
		{".", []string{"insignia/internal/cli"},
			"main is the process: arguments in, exit code out; everything else is a command's"},
		{"internal/cli", append([]string{
			"insignia/designer/...", "insignia/export/...", "insignia/render/...", "insignia/tui", "insignia/tui/line",
			"insignia/internal/clean", "insignia/internal/locale", "insignia/internal/pngchunk", "insignia/internal/uptime", "insignia/internal/volume",
			"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term", xtext}, charm...),
			"commands use every part, but of the interactive program only its front door"},
		{"tui/...", append([]string{
			"insignia/tui/...", "insignia/designer", "insignia/designer/clock", "insignia/designer/issuing", "insignia/designer/lint", "insignia/designer/pen", "insignia/designer/primer",
			"insignia/designer/sample",
			"insignia/export/...", "insignia/render/...",
			"insignia/internal/clean", "insignia/internal/locale", "insignia/internal/uptime", "golang.org/x/term", xtext}, charm...),
			"the program shows what designer, render and export know; its store is handed to it"},
		{"render/...", []string{
			"insignia/designer", "insignia/render/...", "insignia/internal/pngchunk",
			"golang.org/x/image/...", "golang.org/x/exp/shiny/...", "github.com/klauspost/compress/...", xtext},
			"a picture is a pure function of a Look: no words, no files, no terminal"},
		{"render/alt/...", []string{"insignia/designer", "insignia/render", "insignia/render/icon", "insignia/internal/locale"},
			"it says a picture in words, and draws none"},
		{"export/...", []string{
			"insignia/designer", "insignia/designer/lint", "insignia/export/...",
			"insignia/internal/clean", "insignia/internal/locale", "insignia/internal/page", "insignia/internal/pngchunk", xtext},
			"a format is handed its pictures, so that it can be tested, and changed, without drawing one"},
		{"designer", nil,
			"the exercise itself stands on the standard library and speaks in ids, so that everything else can stand on it"},
		{"designer/bolt", []string{"insignia/designer", "insignia/designer/mirror", "insignia/designer/bolt/pages", "go.etcd.io/bbolt/..."},
			"a store knows drafts as documents, and nothing of how they look or leave"},
		{"designer/bolt/pages", nil,
			"it reads the bytes of a damaged file, and shares nothing with what trusts them"},
		{"designer/...", []string{"insignia/designer"},
			"rules, samples and the store contract know the exercise and nothing else"},
		{"internal/clean", []string{xtext}, "it is a leaf: every border calls it"},
		{"internal/locale", nil, "it is a leaf: it holds words and does not know what they are about"},
		{"internal/page", nil, "it is a leaf: it makes pages and does not know what they are about"},
		{"internal/pngchunk", nil, "it is a leaf: pictures and credentials meet in it"},
		{"internal/uptime", []string{"golang.org/x/sys/..."}, "it is a leaf: it measures time and does not know what for"},
		{"internal/volume", []string{"golang.org/x/sys/..."}, "it is a leaf: it knows disks and does not know who asks"},
		{"internal/dist", nil, "it packs the program and needs nothing of it"},
		{"internal/ptybench", []string{"github.com/creack/pty", "golang.org/x/sys/..."},
			"it measures any program from outside"},
		{"internal/frametest", append([]string{"github.com/gdamore/tcell/v3/vt"}, charm...),
			"it drives any program and knows none"},
		{"internal/shot", charm, "it draws any frame and knows no program"},
	}

	// What has one owner, whatever the arrows say.
	owners = []arrow{
		{"go.etcd.io/bbolt/...", []string{"designer/bolt"}, "only designer/bolt knows how a draft lies on the disk"},
		{"charm.land/...", []string{"tui/...", "internal/cli", "internal/frametest", "internal/shot"}, "only what shows itself on a terminal knows Charm"},
		{"github.com/charmbracelet/...", []string{"tui/...", "internal/cli", "internal/frametest", "internal/shot"}, "only what shows itself on a terminal knows Charm"},
		{"html/template", nil, "it calls any method by its name, so that the linker keeps every method of the program: 4 MB of it; pages are internal/page's"},
		{"text/template", nil, "it calls any method by its name, so that the linker keeps every method of the program: 4 MB of it; pages are internal/page's"},
		{"insignia/internal/frametest", nil, "it is an instrument of tests"},
		{"insignia/internal/shot", nil, "it is an instrument of tests"},
		{"insignia/designer/storetest", nil, "it is an instrument of tests"},
		{"insignia/designer/drafttest", nil, "it is an instrument of tests"},
		{"testing/...", []string{"internal/frametest", "designer/storetest"}, "a test's package in the program would bring its flags along"},
	}

	// Packages below tui that screens share. All others are screens, or parts
	// of the one they lie below.
	shared = []string{"tui/screen", "tui/theme", "tui/field", "tui/big", "tui/bring"}
)

// breach is the sentence to say when package from (its folder; "." is the
// root) must not import to; "" when it may.
func breach(from, to string) string {
	for _, o := range owners {
		if fits(o.from, to) && !slices.ContainsFunc(o.to, func(p string) bool { return fits(p, from) }) {
			return from + " imports " + to + ": " + o.why
		}
	}
	first, _, _ := strings.Cut(to, "/")
	if first != "insignia" && !strings.Contains(first, ".") {
		return "" // the standard library
	}
	own := slices.DeleteFunc(slices.Clone(arrows), func(a arrow) bool { return !fits(a.from, from) })
	if len(own) == 0 {
		return from + " has no arrow in imports_test.go: say there what it may import, and why"
	}
	a := slices.MaxFunc(own, func(a, b arrow) int { return cmp.Compare(len(a.from), len(b.from)) })
	if !slices.ContainsFunc(a.to, func(p string) bool { return fits(p, to) }) {
		return from + " imports " + to + ": " + a.why
	}
	if other, ok := strings.CutPrefix(to, "insignia/"); ok && strings.HasPrefix(from, "tui/") &&
		strings.HasPrefix(other, "tui/") && !slices.Contains(shared, other) && other != from && !strings.HasPrefix(other, from+"/") {
		return from + " imports " + to + ": screens talk by messages through the root, so that each can be read alone"
	}
	if to == "insignia/tui" && from != "internal/cli" {
		return from + " imports " + to + ": the root shows its screens; none of them knows it"
	}
	return ""
}

// fits says whether pattern names p.
func fits(pattern, p string) bool {
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return p == base || strings.HasPrefix(p, base+"/")
	}
	return p == pattern
}

func TestImportsPointOneWay(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		for _, imp := range f.syntax.Imports {
			to, _ := strconv.Unquote(imp.Path.Value)
			if s := breach(f.dir, to); s != "" {
				t.Errorf("%s: %s", f.path, s)
			}
		}
	}
}

func TestWrongArrowsAreRefused(t *testing.T) {
	for _, c := range []struct{ from, to string }{
		{"designer", "insignia/internal/clean"},
		{"designer", "golang.org/x/text/unicode/norm"},
		{"designer/lint", "insignia/internal/locale"},
		{"designer/lint", "insignia/designer/bolt"},
		{"render", "insignia/export"},
		{"render/icon", "insignia/internal/locale"},
		{"export/ob2", "insignia/render"},
		{"export", "go.etcd.io/bbolt"},
		{"export", "charm.land/lipgloss/v2"},
		{"tui", "insignia/designer/bolt"},
		{"tui/ask", "insignia/tui/look"},
		{"tui/field", "insignia/tui/ask"},
		{"tui/ask", "insignia/tui"},
		{"tui/ask", "insignia/tui/line/talk"},
		{"tui/line/talk", "insignia/tui/line"},
		{"tui", "insignia/internal/frametest"},
		{"internal/cli", "go.etcd.io/bbolt"},
		{"internal/cli", "insignia/tui/ask"},
		{"internal/locale", "insignia/designer"},
		{"internal/cli", "testing"},
		{"newcomer", "insignia/designer"},
		{"export/print", "html/template"},
		{".", "insignia/designer"},
	} {
		if breach(c.from, c.to) == "" {
			t.Errorf("%s may import %s, but must not", c.from, c.to)
		}
	}
	for _, c := range []struct{ from, to string }{
		{"designer", "strings"},
		{"designer/bolt", "go.etcd.io/bbolt/errors"},
		{"tui", "insignia/tui/ask"},
		{"tui/ask", "insignia/tui/field"},
		{"tui/field", "insignia/tui/theme"},
		{"tui/line", "insignia/tui/line/talk"},
		{"internal/cli", "charm.land/fang/v2"},
		{".", "insignia/internal/cli"},
	} {
		if s := breach(c.from, c.to); s != "" {
			t.Error(s)
		}
	}
}

func TestPackageNamesSayWhatTheyKnow(t *testing.T) {
	for _, f := range goFiles(t) {
		switch path.Base(f.dir) {
		case "util", "utils", "common", "helper", "helpers", "types", "misc", "shared", "base":
			t.Errorf("%s: a package called %s says nothing of what it knows", f.path, path.Base(f.dir))
		}
	}
}

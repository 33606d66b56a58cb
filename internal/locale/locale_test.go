// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package locale_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

func TestForTakesTheNearestLanguage(t *testing.T) {
	for tag, want := range map[string]string{"es": "es", "es-MX": "es", "es_ES": "es", "ES": "es", "en-GB": "en", "de": "en", "": "en", "-": "en", "esperanto": "en"} {
		if got := locale.For(tag).Tag(); got != want {
			t.Errorf("For(%q) is %s, want %s", tag, got, want)
		}
	}
	for tag, want := range map[string]bool{"es": true, "es-MX": true, "en": true, "de": false, "": false, "eo": false} {
		if got := locale.Has(tag); got != want {
			t.Errorf("Has(%q) = %v", tag, got)
		}
	}
}

func TestPickListensToTheFlagThenTheEnvironment(t *testing.T) {
	for _, c := range []struct {
		flag string
		env  map[string]string
		want string
	}{
		{"", nil, "en"},
		{"es", map[string]string{"INSIGNIA_LANG": "en"}, "es"},
		{"", map[string]string{"INSIGNIA_LANG": "es", "LC_ALL": "en_GB.UTF-8"}, "es"},
		{"", map[string]string{"LC_ALL": "es_ES.UTF-8", "LANG": "en_GB.UTF-8"}, "es"},
		{"", map[string]string{"LC_MESSAGES": "es_MX", "LANG": "en_GB"}, "es"},
		{"", map[string]string{"LANG": "es_AR.UTF-8"}, "es"},
		{"", map[string]string{"LC_ALL": "C.UTF-8", "LANG": "es_ES.UTF-8"}, "es"},
		{"", map[string]string{"LC_ALL": "POSIX", "LANG": "es"}, "es"},
		{"", map[string]string{"LANG": "de_DE.UTF-8"}, "en"},
		{"de", map[string]string{"LANG": "es_ES.UTF-8"}, "en"}, // asked for and not there: said in English
	} {
		if got := locale.Pick(c.flag, func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("Pick(%q, %v) = %s, want %s", c.flag, c.env, got, c.want)
		}
	}
}

func TestTFillsPlaceholders(t *testing.T) {
	w := locale.For("en")
	if got := w.T("problem.CRIT-RULE", "rule", "3", "steps", 2); got != "3 steps are asked for, but there are only 2" {
		t.Error(got)
	}
	if got := w.Fill("problem.CRIT-RULE", map[string]string{"rule": "3", "steps": "2"}); got != "3 steps are asked for, but there are only 2" {
		t.Error(got)
	}
	if got := w.T("nothing.at-all"); got != "[nothing.at-all]" || w.Known("nothing.at-all") {
		t.Error(got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a placeholder takes a float")
		}
	}()
	w.T("problem.CRIT-RULE", "rule", 1.5)
}

func TestNTakesTheFormOfTheNumber(t *testing.T) {
	for tag, words := range map[string][2]string{"en": {"badge", "badges"}, "es": {"insignia", "insignias"}} {
		w := locale.For(tag)
		for _, n := range []int{0, 1, 2, 21} {
			want := words[1]
			if n == 1 {
				want = words[0]
			}
			if got := w.N("ui.drafts.count", n); !strings.HasSuffix(got, " "+want) || !strings.HasPrefix(got, fmt.Sprint(n)+" ") {
				t.Errorf("%s: %d is %q", tag, n, got)
			}
		}
	}
}

func TestErrorsBecomeSentences(t *testing.T) {
	here := t.TempDir()
	file := filepath.Join(here, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, missing := os.Open(filepath.Join(here, "missing"))
	_, exists := os.OpenFile(file, os.O_CREATE|os.O_EXCL, 0o600)
	_, folder := os.ReadFile(here)
	_, below := os.ReadFile(filepath.Join(file, "x"))
	path := func(op string, err error) error { return &fs.PathError{Op: op, Path: "a/b", Err: err} }
	link := &os.LinkError{Op: "rename", Old: "tmp", New: "a/b", Err: syscall.ENOSPC}
	for _, c := range []struct {
		err      error
		key, arg string
	}{
		{missing, "error.os.not-exist", filepath.Join(here, "missing")},
		{exists, "error.os.exist", file},
		{folder, "error.os.is-dir", here},
		{below, "error.os.not-dir", filepath.Join(file, "x")},
		{path("open", fs.ErrPermission), "error.os.permission", "a/b"},
		{path("open", syscall.EACCES), "error.os.permission", "a/b"},
		{path("write", syscall.ENOSPC), "error.os.full", "a/b"},
		{path("write", syscall.EFBIG), "error.os.full", "a/b"},
		{path("open", syscall.EROFS), "error.os.read-only", "a/b"},
		{fmt.Errorf("save: %w", path("write", syscall.ENOSPC)), "error.os.full", "a/b"},
		{link, "error.os.full", "a/b"},
	} {
		for _, tag := range locale.Languages() {
			w := locale.For(tag)
			want := w.T(c.key, "path", c.arg)
			if got := w.Error(c.err); got != want || strings.Contains(got, "{") {
				t.Errorf("%s: %v is %q, want %q", tag, c.err, got, want)
			}
		}
	}
	if got := locale.For("en").Error(syscall.ENOSPC); got != "There is no room left at this place." {
		t.Errorf("without a path: %q", got)
	}
	if got := locale.For("en").Error(errors.New("odd")); got != "Something unexpected happened: odd" {
		t.Errorf("an unknown error is %q", got)
	}
}

func TestCodedErrorsSayTheirSentenceAndHint(t *testing.T) {
	err := fmt.Errorf("get: %w", &designer.Error{Code: "not-found", Args: designer.Args{"id": "1f3a"}, Err: fs.ErrNotExist})
	for _, tag := range locale.Languages() {
		w := locale.For(tag)
		if got, want := w.Error(err), w.T("error.not-found", "id", "1f3a"); got != want || !strings.Contains(got, "1f3a") {
			t.Errorf("%s: %q", tag, got)
		}
		if got, want := w.Hint(err), w.T("error.not-found.hint"); got != want {
			t.Errorf("%s: hint %q", tag, got)
		}
	}
	w := locale.For("en")
	// A code without words falls back on what lies beneath it.
	if got, want := w.Error(&designer.Error{Code: "never-heard-of", Err: &fs.PathError{Path: "x", Err: fs.ErrNotExist}}), w.T("error.os.not-exist", "path", "x"); got != want {
		t.Errorf("%q", got)
	}
	for _, err := range []error{&designer.Error{Code: "never-heard-of"}, errors.New("odd"), nil} {
		if got := w.Hint(err); got != "" {
			t.Errorf("the hint of %v is %q", err, got)
		}
	}
}

func TestAValueIsNotTakenForAPlaceholder(t *testing.T) {
	w := locale.For("en")
	if got := w.T("pitch.issued", "badge", "{issuer}", "issuer", "{badge}"); got != "{issuer} by {badge}" {
		t.Errorf("got %q", got)
	}
}

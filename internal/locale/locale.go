// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package locale holds the words: one JSON file a language, flat keys to
// sentences with {name} placeholders. It knows nothing of what the words are
// about; other packages speak in keys.
package locale

import (
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

//go:embed *.json
var files embed.FS

// Fallback is the language of every key, and of a language we do not have.
const Fallback = "en"

// Words are the sentences of one language.
type Words struct {
	tag   string
	table map[string]string
}

// tables reads a language when somebody first wants it: a program speaks one,
// and reading the others would come before its first frame.
var tables = func() map[string]func() map[string]string {
	out := map[string]func() map[string]string{}
	entries, _ := files.ReadDir(".")
	for _, e := range entries {
		out[strings.TrimSuffix(e.Name(), ".json")] = sync.OnceValue(func() map[string]string {
			b, err := files.ReadFile(e.Name())
			if err != nil {
				panic("locale: " + err.Error()) // embedded: cannot fail after a build
			}
			var t map[string]string
			if err := json.Unmarshal(b, &t); err != nil {
				panic("locale: " + e.Name() + ": " + err.Error())
			}
			return t
		})
	}
	return out
}()

// Languages returns the tags we have words for, in order.
func Languages() []string { return slices.Sorted(maps.Keys(tables)) }

// base is the language of a tag without its country or script.
func base(tag string) string {
	b, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	return b
}

// For returns the words of the nearest language to tag: "es-MX" gives
// Spanish, anything unknown gives English.
func For(tag string) Words {
	b := base(tag)
	if !Has(b) {
		b = Fallback
	}
	return Words{tag: b, table: tables[b]()}
}

// Has reports whether there are words for tag, so that a caller can tell
// "ours" from "fallen back".
func Has(tag string) bool { return tables[base(tag)] != nil }

// Pick chooses the program's language: the flag, then INSIGNIA_LANG, LC_ALL,
// LC_MESSAGES and LANG, then English.
func Pick(flag string, env func(string) string) string {
	for _, v := range []string{flag, env("INSIGNIA_LANG"), env("LC_ALL"), env("LC_MESSAGES"), env("LANG")} {
		v, _, _ = strings.Cut(v, ".")
		if v != "" && v != "C" && v != "POSIX" {
			if Has(v) {
				return base(v)
			}
			return Fallback
		}
	}
	return Fallback
}

// Tag is the language of w.
func (w Words) Tag() string { return w.tag }

// Known reports whether key has words.
func (w Words) Known(key string) bool { _, ok := w.table[key]; return ok }

// T returns the sentence of key with its placeholders filled from pairs of
// name and value: T("ui.saved", "time", "14:02"). Values are strings or ints.
// A key without words comes back in brackets; a test keeps that from
// happening.
func (w Words) T(key string, pairs ...any) string {
	s, ok := w.table[key]
	if !ok {
		return "[" + key + "]"
	}
	switch len(pairs) {
	case 0:
		return s
	case 2:
		return strings.ReplaceAll(s, "{"+pairs[0].(string)+"}", text(pairs[1]))
	}
	// All at once: a value may have in it what looks like a placeholder.
	values := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		values = append(values, "{"+pairs[i].(string)+"}", text(pairs[i+1]))
	}
	return strings.NewReplacer(values...).Replace(s)
}

// N is T with the singular (key.one) or the plural (key.other) of n, which
// fills {n}.
func (w Words) N(key string, n int, pairs ...any) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return w.T(key+form, append(pairs, "n", n)...)
}

// Fill is T with the placeholders in a map.
func (w Words) Fill(key string, args map[string]string) string {
	pairs := make([]any, 0, 2*len(args))
	for _, k := range slices.Sorted(maps.Keys(args)) {
		pairs = append(pairs, k, args[k])
	}
	return w.T(key, pairs...)
}

func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	}
	panic("locale: a placeholder takes a string or an int")
}

// sentence is what an error that people may see can say of itself.
type sentence interface {
	Sentence() (key string, args map[string]string)
}

// causes are the usual refusals of an operating system, and how each is said
// where only it is known and where it is why a store cannot be used.
var causes = []struct {
	err         error
	alone, kept string
}{
	{fs.ErrNotExist, "error.os.not-exist", ""},
	{fs.ErrExist, "error.os.exist", ""},
	{fs.ErrPermission, "error.os.permission", "error.unavailable.permission"},
	{syscall.ENOSPC, "error.os.full", "error.unavailable.full"},
	{syscall.EFBIG, "error.os.full", "error.unavailable.full"},
	{syscall.EROFS, "error.os.read-only", "error.unavailable.read-only"},
	{syscall.EISDIR, "error.os.is-dir", ""},
	{syscall.ENOTDIR, "error.os.not-dir", ""},
}

// sentenceOf is the key of what err says of itself, and its arguments.
func (w Words) sentenceOf(err error) (string, map[string]string, bool) {
	var s sentence
	if !errors.As(err, &s) {
		return "", nil, false
	}
	key, args := s.Sentence()
	if key == "error.unavailable" {
		for _, c := range causes {
			if c.kept != "" && errors.Is(err, c.err) {
				key = c.kept
				break
			}
		}
	}
	return key, args, true
}

// Error puts err into words. Errors that name their sentence get it; the
// usual refusals of an operating system get ours; anything else is shown as
// it is behind a sentence that says so.
func (w Words) Error(err error) string {
	if key, args, ok := w.sentenceOf(err); ok && w.Known(key) {
		return w.Fill(key, args)
	}
	path := w.T("error.os.path")
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe) && pe.Path != "":
		path = pe.Path
	case errors.As(err, &le) && le.New != "":
		path = le.New // a rename fails over what it would write
	}
	for _, c := range causes {
		if errors.Is(err, c.err) {
			return w.T(c.alone, "path", path)
		}
	}
	return w.T("error.unexpected", "detail", err.Error())
}

// Hint returns what to do about err, "" where there is nothing to say.
func (w Words) Hint(err error) string {
	if key, args, ok := w.sentenceOf(err); ok && w.Known(key+".hint") {
		return w.Fill(key+".hint", args)
	}
	return ""
}

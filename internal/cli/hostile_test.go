// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/storetest"
	"insignia/internal/clean"
)

// Whatever the store holds and whatever is asked, nothing that a command
// prints does anything to a terminal.
func TestWhateverIsStoredACommandOnlyShows(t *testing.T) {
	t.Chdir(t.TempDir()) // for what is written without saying where
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 6))
		path := filepath.Join(t.TempDir(), "s.db")
		st, err := bolt.Open(path, bolt.Clock(time.Now))
		if err != nil {
			t.Fatal(err)
		}
		var d designer.Draft
		var w designer.Workshop
		storetest.Spoil(&d, r)
		storetest.Spoil(&w, r)
		d.ID, w.ID = designer.IDOf([]byte("a")), designer.IDOf([]byte("b"))
		if seed%2 == 0 {
			d.Workshop = w.ID
		}
		d, err = st.Drafts().Put(context.Background(), d)
		if err == nil {
			d.Name = strings.ToValidUTF8(storetest.Nasty(r), "")
			_, err = st.Drafts().Put(context.Background(), d)
		}
		if err == nil {
			_, err = st.Workshops().Put(context.Background(), w)
		}
		if err != nil {
			t.Fatal(err)
		}
		st.Close()
		text := storetest.Nasty(r)
		for _, args := range [][]string{{"list"}, {"list", "--json"}, {"show", d.ID}, {"show", "--json", d.ID}, {"history", d.ID}, {"history", "--json", d.ID},
			{"check", d.ID}, {"check", "--json", d.ID}, {"workshop", "list"}, {"workshop", "show", w.ID}, {"workshop", "show", "--json", w.ID},
			{"render", d.ID, "--text"}, {"print", d.ID}, {"takehome", "--out", t.TempDir(), w.ID}, {"export", d.ID, "--out", t.TempDir()},
			{"show", text}, {"set", d.ID, text}, {"set", d.ID, "name=" + text}, {"set", d.ID, "earner.who=" + text}, {"settings", text}, {"settings", "theme=" + text},
			{text}, {"--" + text}, {"import", text}, {"gather", text}, {"restore", text}, {"rm", text}, {"list"}, {"--plain", "edit", d.ID}} {
			for _, lang := range []string{"en", "es"} {
				var out, errs bytes.Buffer
				Run(context.Background(), Process{Args: append([]string{"--lang", lang}, args...), Stdin: strings.NewReader(text + "\n"), Stdout: &out, Stderr: &errs,
					OS: "linux", Environ: []string{"INSIGNIA_STORE=" + path, "TMPDIR=" + t.TempDir()}, Now: time.Now})
				for name, b := range map[string]*bytes.Buffer{"standard output": &out, "standard error": &errs} {
					s := b.String()
					if strings.Contains(strings.Join(args, " "), "--json") {
						s = string(clean.JSON([]byte(s))) // nothing is left to escape
						if s != b.String() {
							t.Errorf("seed %d: %q lets something through to %s: %q", seed, args, name, b.String())
						}
						continue
					}
					if safe, n := clean.Text(s); n > 0 || safe != s {
						t.Errorf("seed %d: %q lets %d characters through to %s that may do something: %q", seed, args, n, name, s)
					}
				}
			}
		}
	}
}

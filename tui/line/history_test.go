// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/locale"
)

// changed saves the bike badge a few times more.
func changed(t *testing.T, w *world) designer.Draft {
	t.Helper()
	ctx := context.Background()
	d, err := w.store.Drafts().Get(ctx, designer.IDOf([]byte(sample.Names()[0])))
	for _, kv := range [][2]string{{"name", "Bike Buddy"}, {"earner.who", "People with a bike"}, {"why.earner", ""}} {
		if err == nil {
			err = d.Set(kv[0], kv[1])
		}
		if err == nil {
			d, err = w.store.Drafts().Put(ctx, d)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// pastScripts are talks about what was.
var pastScripts = []script{
	{"history", "v 1\n?\n1\n4\nm\nc 2\nBefore the break\nc 2\n<\nr 1\nr 4\nx\n9\n<\nq\n"},
	{"bin", "u\nx 1\ny\nw\nx 1\ny\n<\nu\n?\n7\n2\n1\nq\n"},
}

func TestThePastSaysWhatItSaid(t *testing.T) {
	for _, script := range pastScripts {
		for _, lang := range locale.Languages() {
			for _, width := range []int{80, 40} {
				name := script.name + "_" + lang + map[int]string{80: "_80", 40: "_40"}[width]
				t.Run(name, func(t *testing.T) {
					w := newWorld(t, lang)
					changed(t, w)
					got, err := through(t, w, lang, width, script.typed)
					if err != errQuit {
						t.Errorf("it ended with %v", err)
					}
					harmless(t, got, width)
					golden(t, name, got)
				})
			}
		}
	}
}

func TestWhatIsBroughtBackIsANewVersion(t *testing.T) {
	w := newWorld(t, "en")
	d := changed(t, w)
	first, err := w.store.Drafts().History(context.Background(), d.ID)
	if err != nil {
		t.Fatal(err)
	}
	through(t, w, "en", 80, "v 1\nr 4\n")
	got, err := w.store.Drafts().Get(context.Background(), d.ID)
	if err != nil || got.Revision != d.Revision+1 || got.Name != first[2].Name || len(designer.Changes(got, first[2])) > 0 {
		t.Errorf("revision %d %q, want %d %q: %v", got.Revision, got.Name, d.Revision+1, first[2].Name, err)
	}
	if after, _ := w.store.Drafts().History(context.Background(), d.ID); len(after) != len(first)+1 {
		t.Errorf("%d versions before it, want %d", len(after), len(first)+1)
	}
}

func TestWhatWasDeletedComesBack(t *testing.T) {
	w := newWorld(t, "en")
	got, _ := through(t, w, "en", 80, "x 1\ny\nu\n1\n")
	if !strings.Contains(got, locale.For("en").T("ui.undeleted")) {
		t.Error(got)
	}
	all, err := w.store.Drafts().List(context.Background(), designer.Page{})
	if err != nil || len(all) != 2 {
		t.Errorf("%d badges, want 2: %v", len(all), err)
	}
}

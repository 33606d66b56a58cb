// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package drafttest

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"insignia/designer"
)

// The drafts are worth testing with: each field is empty in some and as long
// as it may be in others.
func TestDraftsHaveEveryShape(t *testing.T) {
	empty, full := map[string]bool{}, map[string]bool{}
	for seed := range uint64(400) {
		d := Any(seed)
		if !reflect.DeepEqual(d, Any(seed)) {
			t.Fatalf("%d gives two drafts", seed)
		}
		for _, f := range designer.Fields() {
			v := f.Value(&d)
			empty[f.ID] = empty[f.ID] || v == ""
			switch f.Input {
			case designer.Line, designer.Text:
				full[f.ID] = full[f.ID] || utf8.RuneCountInString(v) >= f.Limit-1
			default:
				full[f.ID] = full[f.ID] || v != ""
			}
		}
	}
	for _, f := range designer.Fields() {
		if strings.HasPrefix(f.ID, "look.") {
			continue
		}
		if !empty[f.ID] || !full[f.ID] {
			t.Errorf("%s: empty in some: %v, as long as it may be in some: %v", f.ID, empty[f.ID], full[f.ID])
		}
	}
}

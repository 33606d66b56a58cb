// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// ids is a shelf that can only list.
type ids struct {
	Shelf[SavedIssuer, IssuerSummary]
	all []string
	err error
}

func (s ids) List(_ context.Context, p Page) ([]IssuerSummary, error) {
	var out []IssuerSummary
	for _, id := range s.all {
		if strings.HasPrefix(id, p.Prefix) && (p.Limit == 0 || len(out) < p.Limit) {
			out = append(out, IssuerSummary{ID: id})
		}
	}
	return out, s.err
}

func TestResolveTakesAnyUniquePrefix(t *testing.T) {
	shelf := ids{all: []string{"0a11", "0a12", "0b11"}}
	for prefix, want := range map[string]string{"0b": "0b11", " 0B1 ": "0b11", "0a11": "0a11"} {
		if got, err := Resolve(t.Context(), shelf, prefix); got != want || err != nil {
			t.Errorf("Resolve(%q) = %q, %v", prefix, got, err)
		}
	}
	for prefix, want := range map[string]error{"0a": ErrAmbiguous, "0": ErrAmbiguous, "1": ErrNotFound, "": ErrNotFound, "  ": ErrNotFound} {
		_, err := Resolve(t.Context(), shelf, prefix)
		var e *Error
		if !errors.Is(err, want) || !errors.As(err, &e) || e.Args["id"] != prefix {
			t.Errorf("Resolve(%q): %v, want %v", prefix, err, want)
		}
	}
	if _, err := Resolve(t.Context(), ids{err: ErrBusy}, "0"); !errors.Is(err, ErrBusy) {
		t.Errorf("Resolve hides %v", err)
	}
}

func TestASavedIssuerIsListedByName(t *testing.T) {
	i := SavedIssuer{Meta: Meta{ID: NewID(), Revision: 2}, Issuer: Issuer{Name: "Riverside Library"}}
	if s := SummarizeIssuer(i); s.Key() != i.ID || s.Name != i.Name || s.Revision != 2 {
		t.Errorf("summary %+v", s)
	}
}

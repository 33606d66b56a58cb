// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

func TestChangesAreNamedAsTheFieldsAre(t *testing.T) {
	field := func(ids ...string) (out []designer.Change) {
		for _, id := range ids {
			out = append(out, designer.Change{Field: id})
		}
		return out
	}
	for _, c := range []struct {
		changes []designer.Change
		en, es  string
	}{
		{nil, "No answer", "Ninguna respuesta"},
		{field("criteria.steps", "criteria.evidence"), "Steps, Evidence", "Pasos, Pruebas"},
		{field("criteria.steps.1.evidence", "criteria.steps.2.note"), "Steps", "Pasos"},
		{field("name", "criteria.steps", "criteria.evidence"), "Name, Steps and one more", "Nombre, Pasos y una más"},
		{field("name", "criteria.steps", "criteria.evidence", "tags"), "Name, Steps and 2 more", "Nombre, Pasos y 2 más"},
	} {
		for lang, want := range map[string]string{"en": c.en, "es": c.es} {
			if got := Changed(c.changes, 2, locale.For(lang)); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

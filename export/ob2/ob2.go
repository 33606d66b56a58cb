// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package ob2 writes Open Badges 2.0.
package ob2

import (
	"insignia/designer"
	"insignia/export"
)

// Format writes badge.json and issuer.json.
var Format = export.Format{ID: "ob2", Files: files}

func files(d designer.Draft, p export.Picture, o export.Options) ([]export.File, []designer.Problem, error) {
	return nil, Problems(d), nil
}

// Problems are what an export of d would report.
func Problems(d designer.Draft) []designer.Problem { return nil }

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import (
	"insignia/designer"
	"insignia/export"
)

// Begin is what every format of a badge begins with: the fair copy below
// Options.BaseURL, and what is to be told of it, as Found says.
//
// Errors are those of Base, bad-id for a draft without an id while its files
// lie nowhere, and export.NotFinal with Options.Final; with that one the
// problems come too.
func Begin(d designer.Draft, o export.Options) (Copy, []designer.Problem, error) {
	base, err := Base(o.BaseURL)
	if err != nil {
		return Copy{}, nil, err
	}
	if base == "" && !designer.ValidID(d.ID) {
		return Copy{}, nil, &designer.Error{Code: "bad-id", Args: designer.Args{"value": d.ID}}
	}
	found := Found(d, base, o.Final)
	if o.Final {
		if err := export.NotFinal(found); err != nil {
			return Copy{}, found, err
		}
	}
	return Of(d, base), found, nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"strings"

	"insignia/designer"
	"insignia/export/pack"
	"insignia/tui/screen"
)

// Count says how much of what the badge's platform takes an answer needs, as
// lines of at most w cells: "Open Badge Factory: name 73 of 60". Of a list it is
// the item that is nearest to its limit or furthest over it. Where the cursor is
// not, only what is too much is told. None while no platform is chosen.
func Count(f designer.Field, env screen.Env, here bool, w int) []string {
	worst := pack.Count{}
	for _, c := range pack.CountsFor(env.Draft, env.Draft.Issuer.Platform, f.ID) {
		if worst.Limit == 0 || c.Have*worst.Limit > worst.Have*c.Limit {
			worst = c
		}
	}
	if worst.Limit == 0 || !here && !worst.Over {
		return nil
	}
	style, mark := env.Theme.Dim, ""
	if worst.Over {
		style, mark = env.Theme.Warn, "! "
	}
	lines := strings.Split(env.Widths.Wrap(mark+worst.Says(env.Words), max(w, 8), ""), "\n")
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

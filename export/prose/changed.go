// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"slices"
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
)

// Changed names the answers that changed, most of them at most, in one line:
// "Steps, Evidence and 3 more". Without a change it says so.
func Changed(changes []designer.Change, most int, w locale.Words) string {
	var names []string
	for _, c := range changes {
		if name := w.T("field." + c.Of() + ".label"); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch n := len(names) - most; {
	case len(names) == 0:
		return w.T("changes.none")
	case n > 0:
		return w.N("changes.more", n, "names", strings.Join(names[:most], ", "))
	}
	return strings.Join(names, ", ")
}

// Brief is Changed with as many names, most of them at most, as make a line
// that fits. One is named always.
func Brief(changes []designer.Change, most int, fits func(string) bool, w locale.Words) string {
	line := Changed(changes, most, w)
	for n := most - 1; n > 0 && !fits(line); n-- {
		line = Changed(changes, n, w)
	}
	return line
}

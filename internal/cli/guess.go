// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"strings"

	"insignia/designer"
)

// guess is the one of names that s most likely meant: people type the
// beginning or a part of a name, or the whole of it wrongly.
func guess(s string, names []string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, fits := range []func(string, string) bool{strings.HasPrefix, strings.Contains} {
		for _, n := range names {
			if s != "" && fits(n, s) {
				return n
			}
		}
	}
	return designer.NearestOf(s, names)
}

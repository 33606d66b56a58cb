// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"insignia/designer"
	"insignia/export/prose"
)

// mended tells on standard error that the store was damaged and made itself
// again, unless the program has shown it already. Whatever the command
// answered is what came back.
func (a *app) mended() {
	m, ok := a.store.(designer.Mender)
	if !ok {
		return
	}
	w := a.words()
	for _, one := range m.Mended() {
		for _, line := range prose.RepairOf(one, w).Brief(w) {
			a.note(line)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"encoding/json"

	"insignia/designer"
)

func workshopJSON(w designer.Workshop) []byte {
	b, _ := json.MarshalIndent(w, "", "  ")
	return append(b, '\n')
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clean

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// JSON writes the characters of a JSON text that Text would take out as their
// escapes: who reads the JSON gets all of them, a terminal that shows it none.
// encoding/json does so with C0 only.
func JSON(b []byte) []byte {
	var out strings.Builder
	out.Grow(len(b))
	for _, r := range string(b) {
		switch {
		case r == '\n' || !hidden(r):
			out.WriteRune(r)
		case r > 0xFFFF:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return []byte(out.String())
}

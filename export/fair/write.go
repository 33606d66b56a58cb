// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"insignia/designer"
	"insignia/export/check"
)

// JSON is v as JSON that people can read: indented, in the order of the
// struct, without escapes that JSON does not need. v holds nothing that JSON
// cannot say.
func JSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("fair: " + err.Error())
	}
	return b.Bytes()
}

// Inline is a PNG as the data URI that issuers take: with nothing between the
// type and the encoding.
func Inline(png []byte) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(png)
}

// Conforms checks a document that was written. A breach is a mistake of this
// program, never of its user, so it has no words.
func Conforms(name string, doc []byte) error {
	for _, x := range check.Check(doc).Findings {
		if x.Level == designer.Fault {
			return fmt.Errorf("%s breaks %s at %s", name, x.Rule, x.Path)
		}
	}
	return nil
}

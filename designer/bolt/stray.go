// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"encoding/json"
	"io"

	"insignia/designer"
)

// mostStrays is how large a file may be to be read at once for this.
const mostStrays = 1 << 30

// strays takes the versions that no page tells of any more: where several
// share one page that goes on over the next ones, the loss of its first part
// loses the places of all. A version can be told from the noise around it by
// its key, its JSON and, in the end, its seal.
func (h *hoard) strays(r io.ReaderAt, size int64) {
	if size > mostStrays {
		return
	}
	b := make([]byte, size)
	n, _ := r.ReadAt(b, 0) // what can be read, is looked through
	b = b[:n]
	names := []string{drafts.versions(), workshops.versions(), issuers.versions()}
	for at := 0; ; at++ {
		// The first dash of an id.
		i := bytes.IndexByte(b[at:], '-')
		if i < 0 {
			return
		}
		at += i
		from := at - idDash
		if from < 0 || from+keyLen+sealLen >= len(b) || b[from+keyLen+sealLen] != '{' ||
			b[from+keyLen] > form || !designer.ValidID(string(b[from:from+idLen])) {
			continue
		}
		key, v := b[from:from+keyLen], b[from+keyLen:]
		text := json.NewDecoder(bytes.NewReader(v[sealLen:]))
		var any json.RawMessage
		if text.Decode(&any) != nil {
			continue
		}
		v = v[:sealLen+text.InputOffset()]
		for _, name := range names {
			if payload, err := unseal(name, key, v); err == nil {
				h.take(name, key, payload, onPage)
				break
			}
		}
	}
}

// idDash is where the first dash of an id stands.
const idDash = 8

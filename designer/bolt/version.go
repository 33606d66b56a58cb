// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"encoding/json"
	"errors"

	"insignia/designer"
)

// errNoText: a text holds bytes that are not UTF-8. Whoever let it in should
// have cleaned it.
var errNoText = errors.New("bytes that are not text")

// encode is v as JSON. encoding/json puts an escaped U+FFFD in the place of a
// byte that is not text, without a word; that would keep something else than
// what is shown as kept, so it is refused.
func encode(v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	for rest := body; ; {
		before, after, found := bytes.Cut(rest, []byte(`\ufffd`))
		if !found {
			return body, nil
		}
		if slashes := len(before) - len(bytes.TrimRight(before, `\`)); slashes%2 == 0 {
			return nil, errNoText
		}
		rest = after
	}
}

// thing reads the JSON of a version. What it says of itself must be what the
// store knows of it. One from before saves were counted gets those that its
// revision stands for, as its line has them.
func (s *shelf[T, S]) thing(id string, revision int, body []byte) (T, error) {
	var v T
	err := json.Unmarshal(body, &v)
	m := s.meta(&v)
	if err == nil && (m.ID != id || m.Revision != revision) {
		err = errors.New("version names another")
	}
	m.Saves = m.Descent()
	if err != nil {
		return *new(T), s.hold.fail(designer.ErrDamaged, id, err)
	}
	return v, nil
}

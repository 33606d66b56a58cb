// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"

	"insignia/designer"
)

// List implements designer.Shelf.
func (s *shelf[T, S]) List(ctx context.Context, p designer.Page) ([]S, error) {
	var out []S
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil || d.absent() {
			out = []S{}
			return err
		}
		lines := d.lines
		from := []byte(p.Prefix)
		if p.After >= p.Prefix {
			from = append([]byte(p.After), 0) // the very next key
		}
		c := lines.Cursor()
		// Counting first costs a tenth of what a growing slice would.
		n, t := 0, tally{}
		for k, _ := c.Seek(from); begins(k, p.Prefix) && (p.Limit < 1 || n < p.Limit); k, _ = c.Next() {
			n++
		}
		out = make([]S, 0, n)
		for k, v := c.Seek(from); len(out) < n; k, v = c.Next() {
			if len(out)%256 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			line, err := s.readLine(lines.name, k, v, tx.schema)
			if err != nil {
				return err
			}
			t.add(v)
			out = append(out, line)
		}
		switch {
		case p == designer.Page{}:
			return lines.whole(t)
		case n == 0: // somebody may be told that a badge is not there
			return lines.check()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func begins(k []byte, prefix string) bool {
	return len(k) >= max(1, len(prefix)) && string(k[:len(prefix)]) == prefix
}

// readLine reads a value of the named drawer, as a file of that schema has it.
func (k kind[T, S]) readLine(name string, key, v []byte, schema int) (S, error) {
	payload, err := unseal(name, key, v)
	if err != nil {
		return *new(S), err
	}
	return k.parse(key, payload, schema)
}

// parse reads what a line holds.
func (k kind[T, S]) parse(key, payload []byte, schema int) (S, error) {
	h, rest, err := parseHead(payload)
	if err == nil && schema >= savesSince {
		_, rest, err = splitSaves(rest)
	}
	if err == nil && schema >= visitSince {
		_, rest, err = splitSaves(rest)
	}
	if err != nil {
		return *new(S), broken(key, err)
	}
	var room [512]byte
	texts := string(append(append(room[:0], key...), rest...)) // one allocation for the id and all texts
	line, err := k.decode(texts[:len(key)], h, texts[len(key):], schema)
	if err != nil {
		return *new(S), broken(key, err)
	}
	return line, nil
}

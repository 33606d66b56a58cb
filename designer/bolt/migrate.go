// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"

	"insignia/designer"
)

// migrate brings an older file to the present schema. The versions stay as
// they are; what lists show of them gets its new form. A record that is
// damaged stays where and as it is, and damaged: it must not keep the others
// from being saved.
func migrate(tx *txn) error {
	if err := rewrite(tx, drafts); err != nil {
		return err
	}
	if err := rewrite(tx, issuers); err != nil {
		return err
	}
	if err := rewrite(tx, workshops); err != nil {
		return err
	}
	if err := layOut(tx.Tx); err != nil {
		return err
	}
	c, err := readCensus(tx.Tx)
	tx.schema, tx.census = schema, c
	return err
}

func rewrite[T, S any](tx *txn, k kind[T, S]) error {
	d, err := k.drawers(tx)
	if err != nil || d.absent() {
		return err
	}
	for _, at := range []struct {
		drawer
		before int // bytes before the line
	}{{d.lines, 0}, {d.gone, goneLen}} {
		var keys, values [][]byte // a bucket may not change under its cursor
		err := at.ForEach(func(key, v []byte) error {
			if line, ok := k.modern(at.name, key, v, at.before, tx.schema); ok {
				keys, values = append(keys, bytes.Clone(key)), append(values, line)
			}
			return nil
		})
		if err != nil {
			return err
		}
		for i := range keys {
			if err := at.put(keys[i], values[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// modern gives a value of an older schema its present form.
func (k kind[T, S]) modern(name string, key, v []byte, before, schema int) ([]byte, bool) {
	payload, err := unseal(name, key, v)
	if err != nil || len(payload) < before {
		return nil, false
	}
	h, rest, err := parseHead(payload[before:])
	if err != nil {
		return nil, false
	}
	saves := designer.Meta{Revision: h.revision}.Descent()
	if schema >= savesSince {
		if saves, rest, err = cutSaves(rest); err != nil {
			return nil, false
		}
	}
	line, err := k.decode(string(key), h, string(rest), schema)
	if err != nil {
		return nil, false
	}
	out := h.append(bytes.Clone(payload[:before]))
	return k.encode(appendVisit(appendSaves(out, saves), ""), line), true
}

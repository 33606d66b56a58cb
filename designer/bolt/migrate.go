// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// migrate brings a file of schema 1 to the present one. The versions stay as
// they are; what lists show of them gets its new form. A record that is
// damaged stays where and as it is, and damaged: it must not keep the others
// from being saved.
func migrate(tx *bbolt.Tx) error {
	if err := rewrite(tx, drafts); err != nil {
		return err
	}
	if err := rewrite(tx, issuers); err != nil {
		return err
	}
	return layOut(tx)
}

func rewrite[T, S any](tx *bbolt.Tx, k kind[T, S]) error {
	d, err := k.open(tx)
	if err != nil {
		return err
	}
	for _, at := range []struct {
		drawer
		before int // bytes before the line
	}{{d.lines, 0}, {d.gone, goneLen}} {
		var keys, values [][]byte // a bucket may not change under its cursor
		err := at.ForEach(func(key, v []byte) error {
			if line, ok := k.modern(at.name, key, v, at.before); ok {
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

// modern gives a value of schema 1 its present form.
func (k kind[T, S]) modern(name string, key, v []byte, before int) ([]byte, bool) {
	payload, err := unseal(name, key, v)
	if err != nil || len(payload) < before {
		return nil, false
	}
	out := bytes.Clone(payload[:before])
	h, rest, err := parseHead(payload[before:])
	if err != nil {
		return nil, false
	}
	line, err := k.decode(string(key), h, string(rest), 1)
	if err != nil {
		return nil, false
	}
	saves := designer.Meta{Revision: h.revision}.Descent()
	return k.encode(appendSaves(h.append(out), saves), line), true
}

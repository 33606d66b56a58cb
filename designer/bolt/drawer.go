// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// A value in a drawer is one byte that names the form of its payload, a
// digest, and the payload. The digest is the first half of a SHA-256 over the
// drawer's name, the key, the form and the payload, so a value that was
// changed, cut or moved to another place is found out. The seal itself is the
// same for every form: a damaged value never passes for a newer one.
const (
	form      = 1
	digestLen = 16
	sealLen   = 1 + digestLen
)

// drawer is a bucket whose values are sealed.
type drawer struct {
	*bbolt.Bucket
	name  string
	tally *tally // of a bucket that is counted, in a file that does
}

// openDrawer finds a drawer. All are made with the file, so a missing one is
// damage.
func openDrawer(tx *bbolt.Tx, name string) (drawer, error) {
	b := tx.Bucket([]byte(name))
	if b == nil {
		return drawer{}, damaged(fmt.Errorf("bucket %s is missing", name))
	}
	return drawer{Bucket: b, name: name}, nil
}

// get returns the payload under key, nil if there is none. It belongs to the
// transaction.
func (d drawer) get(key []byte) ([]byte, error) {
	v := d.Get(key)
	if v == nil {
		return nil, nil
	}
	return unseal(d.name, key, v)
}

func (d drawer) put(key, payload []byte) error {
	v := seal(d.name, key, form, payload)
	if d.tally != nil {
		if old := d.Get(key); old != nil {
			d.tally.drop(old)
		}
		d.tally.add(v)
	}
	return d.Put(key, v)
}

// remove takes the value under key out, if there is one.
func (d drawer) remove(key []byte) error {
	if d.tally != nil {
		if old := d.Get(key); old != nil {
			d.tally.drop(old)
		}
	}
	return d.Delete(key)
}

// whole fails when the values in the drawer do not come to t, which was
// counted: some are lost, or some are there that should not be.
func (d drawer) whole(t tally) error {
	if d.tally != nil && t != *d.tally {
		return damaged(fmt.Errorf("bucket %s holds %d values, %d were counted", d.name, t.count, d.tally.count))
	}
	return nil
}

// seal returns the value that keeps payload under key in the named drawer.
func seal(name string, key []byte, form byte, payload []byte) []byte {
	v := make([]byte, sealLen, sealLen+len(payload))
	v[0] = form
	v = append(v, payload...)
	sum := digest(name, key, v)
	copy(v[1:sealLen], sum[:])
	return v
}

// unseal returns the payload of a value, designer.ErrDamaged if the seal is
// broken, designer.ErrNewer if a newer program wrote it. The payload shares
// v's memory and is never nil.
func unseal(name string, key, v []byte) ([]byte, error) {
	if len(v) < sealLen {
		return nil, broken(key, errors.New("value cut short"))
	}
	if sum := digest(name, key, v); !bytes.Equal(sum[:], v[1:sealLen]) {
		return nil, broken(key, errors.New("checksum differs"))
	}
	if v[0] > form {
		return nil, designer.ErrNewer
	}
	return v[sealLen:len(v):len(v)], nil
}

// digest sums up a value, leaving out the place where the digest itself goes.
func digest(name string, key, v []byte) [digestLen]byte {
	var room [512]byte // enough for a line in a list without an allocation
	b := append(room[:0], name...)
	b = append(b, 0, byte(len(key)), v[0])
	b = append(b, key...)
	b = append(b, v[sealLen:]...)
	sum := sha256.Sum256(b)
	return [digestLen]byte(sum[:])
}

// broken is damage to the one record that key belongs to.
func broken(key []byte, cause error) error {
	id := string(key[:min(len(key), idLen)])
	return &designer.Error{Code: designer.ErrDamaged.Code, Args: designer.Args{"id": id}, Err: cause}
}

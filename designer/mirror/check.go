// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"

	"insignia/designer"
)

// A file is indented JSON whose last member is the checksum of the file
// without that member:
//
//	  "name": "Bike Repair Buddy",
//	  "check": "<SHA-256 in hex>"
//	}
const (
	checkBegin = ",\n  \"check\": \""
	checkEnd   = "\"\n}\n"
	plainEnd   = "\n}\n"
)

// encode gives the bytes of v's file, always the same for the same v.
func (k kind[T, S]) encode(v T) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(k.form(&v)); err != nil {
		return nil, err
	}
	return seal(b.Bytes()), nil
}

func seal(plain []byte) []byte {
	sum := sha256.Sum256(plain)
	out := make([]byte, 0, len(plain)+len(checkBegin)+len(checkEnd)+2*len(sum))
	out = append(out, plain[:len(plain)-len(plainEnd)]...)
	out = append(out, checkBegin...)
	out = hex.AppendEncode(out, sum[:])
	return append(out, checkEnd...)
}

// unseal gives the file without its checksum, or ErrAltered where that one
// says something else.
func unseal(data []byte) ([]byte, error) {
	const tail = len(checkBegin) + 2*sha256.Size + len(checkEnd)
	at := len(data) - tail
	if at < 1 {
		return nil, ErrAltered
	}
	plain := append(bytes.Clone(data[:at]), plainEnd...)
	if !bytes.Equal(seal(plain), data) {
		return nil, ErrAltered
	}
	return plain, nil
}

// decode reads a file of the thing with that id. A member that is not known
// is an error: what a newer program has written is not read in part.
func (k kind[T, S]) decode(data []byte, id string) (T, error) {
	var v T
	plain, err := unseal(data)
	if err != nil {
		return v, err
	}
	d := json.NewDecoder(bytes.NewReader(plain))
	d.DisallowUnknownFields()
	if err := d.Decode(k.form(&v)); err != nil {
		return *new(T), &designer.Error{Code: ErrNewer.Code, Err: err}
	}
	if _, err := d.Token(); err != io.EOF {
		return *new(T), ErrNewer
	}
	if got := k.meta(&v).ID; got != id || !designer.ValidID(id) {
		return *new(T), ErrName
	}
	return v, nil
}

// passed reports whether data is a file that the program wrote of the record,
// as it is in m or before: then nothing is lost with it.
func passed(data []byte, m designer.Meta) bool {
	plain, err := unseal(data)
	if err != nil {
		return false
	}
	var was designer.Meta
	if json.Unmarshal(plain, &was) != nil || was.ID != m.ID {
		return false
	}
	o := was.Descent().Compare(m.Descent())
	return o == designer.Older || o == designer.Same
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"time"
)

// Meta is what every kept record starts with. The store alone writes
// all but ID.
type Meta struct {
	// ID is a random UUID, version 4, in lower case: the store's key and,
	// while offline, the badge's urn:uuid. Validators refuse other versions
	// and capitals.
	ID string `json:"id"`
	// Revision counts the saves; 0 has never been saved.
	Revision int `json:"revision"`
	// Created and Updated are UTC.
	Created time.Time `json:"created"`
	Updated time.Time `json:"updated"`
	// Saves says which stores saved it how often; see Shelf.Put.
	Saves Saves `json:"saves,omitempty"`
}

// NewID returns a random UUID, version 4, in lower case.
func NewID() string {
	var b [16]byte
	rand.Read(b[:]) // never fails since Go 1.24
	return shaped(b)
}

// IDOf returns an id that follows from data: the same data, the same id. It
// has the shape NewID gives and meets no other id in practice.
func IDOf(data []byte) string {
	sum := sha256.Sum256(data)
	return shaped([16]byte(sum[:]))
}

func shaped(b [16]byte) string {
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// ValidID reports whether id has the shape NewID gives.
func ValidID(id string) bool {
	if len(id) != 36 {
		return false
	}
	for i := range len(id) {
		c := id[i]
		switch i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		case 14:
			if c != '4' {
				return false
			}
		case 19:
			if c != '8' && c != '9' && c != 'a' && c != 'b' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return false
			}
		}
	}
	return true
}

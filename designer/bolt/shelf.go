// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// kind says what a shelf must know of the thing it keeps.
type kind[T, S any] struct {
	name   string // of its first bucket; the others begin so
	meta   func(*T) *designer.Meta
	line   func(T) S
	encode func(S) []byte
	decode func(id string, payload []byte) (S, error)
}

var drafts = kind[designer.Draft, designer.Summary]{
	name: "drafts", meta: func(d *designer.Draft) *designer.Meta { return &d.Meta },
	line: designer.Summarize, encode: encodeSummary, decode: decodeSummary,
}

var issuers = kind[designer.SavedIssuer, designer.IssuerSummary]{
	name: "issuers", meta: func(i *designer.SavedIssuer) *designer.Meta { return &i.Meta },
	line: designer.SummarizeIssuer, encode: encodeIssuer, decode: decodeIssuer,
}

// The buckets of a shelf: what is on it, a line for each of those, the
// versions before, and what was taken off with the time of that.
func (k kind[T, S]) now() string  { return k.name }
func (k kind[T, S]) list() string { return k.name + ".list" }
func (k kind[T, S]) past() string { return k.name + ".past" }
func (k kind[T, S]) gone() string { return k.name + ".gone" }

func (k kind[T, S]) buckets() []string { return []string{k.now(), k.list(), k.past(), k.gone()} }

// shelf is designer.Shelf over the file of a hold.
type shelf[T, S any] struct {
	kind[T, S]
	hold  *hold
	clock func() time.Time
}

// Get implements designer.Shelf.
func (s *shelf[T, S]) Get(ctx context.Context, id string) (T, error) {
	var kept record
	err := s.hold.read(ctx, func(tx *bbolt.Tx) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		kept, err = d.present(id)
		kept.body = bytes.Clone(kept.body)
		return err
	})
	if err != nil {
		return *new(T), err
	}
	return s.thing(id, kept)
}

// Put implements designer.Shelf.
func (s *shelf[T, S]) Put(ctx context.Context, v T) (T, error) {
	m := s.meta(&v)
	id, from := m.ID, m.Revision
	if !designer.ValidID(id) {
		return *new(T), fmt.Errorf("put: %q is not an id", id)
	}
	var kept record
	err := s.hold.write(ctx, func(tx *bbolt.Tx) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		kept = record{revision: from + 1, updated: s.time()}
		before, err := d.present(id)
		switch {
		case err == nil && before.revision != from:
			return fail(designer.ErrConflict, id)
		case err == nil:
			kept.created = before.created
			if err := d.past.put(pastKey(id, before), before.bytes()); err != nil {
				return err
			}
			if err := thin(d.past.Bucket, id); err != nil {
				return err
			}
		case !errors.Is(err, designer.ErrNotFound) || from != 0:
			return err
		case d.gone.Get([]byte(id)) != nil: // new, but the id is taken
			return fail(designer.ErrConflict, id)
		default:
			kept.created = kept.updated
		}
		m.Revision, m.Created, m.Updated = kept.revision, kept.created, kept.updated
		if kept.body, err = json.Marshal(v); err != nil {
			return err
		}
		return s.place(d, id, kept, v)
	})
	if err != nil {
		return *new(T), err
	}
	return s.thing(id, kept)
}

// Delete implements designer.Shelf.
func (s *shelf[T, S]) Delete(ctx context.Context, id string, revision int) error {
	return s.hold.write(ctx, func(tx *bbolt.Tx) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		r, err := d.present(id)
		if err != nil {
			return err
		}
		if r.revision != revision {
			return fail(designer.ErrConflict, id)
		}
		at := binary.BigEndian.AppendUint64(nil, uint64(s.time().UnixMilli()))
		if err := d.gone.put([]byte(id), append(at, r.bytes()...)); err != nil {
			return err
		}
		return errors.Join(d.now.Delete([]byte(id)), d.list.Delete([]byte(id)))
	})
}

// Undelete implements designer.Shelf.
func (s *shelf[T, S]) Undelete(ctx context.Context, id string) (T, error) {
	var v T
	err := s.hold.write(ctx, func(tx *bbolt.Tx) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		b, err := d.gone.get([]byte(id))
		if err != nil {
			return err
		}
		if b == nil {
			return fail(designer.ErrNotFound, id)
		}
		r, err := parseRecord(b[min(len(b), 8):])
		if err != nil {
			return broken([]byte(id), err)
		}
		if v, err = s.thing(id, r); err != nil {
			return err
		}
		if err := s.place(d, id, r, v); err != nil {
			return err
		}
		return d.gone.Delete([]byte(id))
	})
	if err != nil {
		return *new(T), err
	}
	return v, nil
}

// List implements designer.Shelf.
func (s *shelf[T, S]) List(ctx context.Context, p designer.Page) ([]S, error) {
	var out []S
	err := s.hold.read(ctx, func(tx *bbolt.Tx) error {
		list, err := openDrawer(tx, s.list())
		if err != nil {
			return err
		}
		from := []byte(p.Prefix)
		if p.After >= p.Prefix {
			from = append([]byte(p.After), 0) // the very next key
		}
		c := list.Cursor()
		for k, v := c.Seek(from); bytes.HasPrefix(k, []byte(p.Prefix)) && k != nil; k, v = c.Next() {
			if len(out)%256 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			payload, err := unseal(list.name, k, v)
			if err != nil {
				return err
			}
			line, err := s.decode(string(k), payload)
			if err != nil {
				return broken(k, err)
			}
			if out = append(out, line); len(out) == p.Limit {
				break
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// History implements designer.Shelf.
func (s *shelf[T, S]) History(ctx context.Context, id string) ([]T, error) {
	var kept []record
	err := s.hold.read(ctx, func(tx *bbolt.Tx) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		if _, err := d.present(id); err != nil {
			return err
		}
		c := d.past.Cursor()
		for k := lastOf(c, id); k != nil; k = prevOf(c, id) {
			r, err := readRecord(d.past, k)
			if err != nil {
				return err
			}
			r.body = bytes.Clone(r.body)
			kept = append(kept, r)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]T, len(kept))
	for i, r := range kept {
		if out[i], err = s.thing(id, r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// drawers are the buckets of a shelf in one transaction.
type drawers struct{ now, list, past, gone drawer }

func (k kind[T, S]) drawers(tx *bbolt.Tx) (d drawers, err error) {
	for _, at := range []struct {
		drawer *drawer
		name   string
	}{{&d.now, k.now()}, {&d.list, k.list()}, {&d.past, k.past()}, {&d.gone, k.gone()}} {
		if *at.drawer, err = openDrawer(tx, at.name); err != nil {
			return d, err
		}
	}
	return d, nil
}

// place puts a record on the shelf together with its line in lists: v is what
// r's JSON says.
func (k kind[T, S]) place(d drawers, id string, r record, v T) error {
	if err := d.now.put([]byte(id), r.bytes()); err != nil {
		return err
	}
	return d.list.put([]byte(id), k.encode(k.line(v)))
}

// thing reads the JSON of a record. What it says of itself must be what the
// store knows of it.
func (s *shelf[T, S]) thing(id string, r record) (T, error) {
	var v T
	err := json.Unmarshal(r.body, &v)
	if m := s.meta(&v); err == nil && (m.ID != id || m.Revision != r.revision) {
		err = errors.New("record names another")
	}
	if err != nil {
		return *new(T), s.hold.fail(designer.ErrDamaged, id, err)
	}
	return v, nil
}

// time is now, as exact as the store keeps it: a time read back is equal.
func (s *shelf[T, S]) time() time.Time { return s.clock().UTC().Truncate(time.Millisecond) }

// present is the record under id, or designer.ErrNotFound. A record that is
// gone while its line in lists is there was lost by the disk, not deleted. The
// body belongs to the transaction.
func (d drawers) present(id string) (record, error) {
	key := []byte(id)
	switch {
	case len(id) != idLen:
		return record{}, fail(designer.ErrNotFound, id)
	case d.now.Get(key) != nil:
		return readRecord(d.now, key)
	case d.list.Get(key) != nil:
		return record{}, broken(key, errors.New("record is missing"))
	}
	return record{}, fail(designer.ErrNotFound, id)
}

func readRecord(d drawer, key []byte) (record, error) {
	b, err := d.get(key)
	if err != nil {
		return record{}, err
	}
	r, err := parseRecord(b)
	if err != nil {
		return record{}, broken(key, err)
	}
	return r, nil
}

func fail(kind *designer.Error, id string) error {
	return &designer.Error{Code: kind.Code, Args: designer.Args{"id": id}}
}

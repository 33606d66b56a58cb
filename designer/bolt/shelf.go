// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"insignia/designer"
)

// kind says what a shelf must know of the thing it keeps.
type kind[T, S any] struct {
	name   string // of its first bucket; the others begin so
	meta   func(*T) *designer.Meta
	title  func(T) string // what people call it
	label  func(S) string // the same, of its line
	clone  func(T) T      // shares nothing with the original
	line   func(T) S
	encode func(b []byte, line S) []byte // appends to b
	decode func(id string, h head, rest string, schema int) (S, error)
	since  int // the first schema that has such a shelf
}

var drafts = kind[designer.Draft, designer.Summary]{
	name: "drafts", meta: func(d *designer.Draft) *designer.Meta { return &d.Meta },
	title: func(d designer.Draft) string { return d.Name }, label: func(s designer.Summary) string { return s.Name },
	clone: designer.Draft.Clone, line: designer.Summarize, encode: encodeSummary, decode: decodeSummary, since: 1,
}

var issuers = kind[designer.SavedIssuer, designer.IssuerSummary]{
	name: "issuers", meta: func(i *designer.SavedIssuer) *designer.Meta { return &i.Meta },
	title: func(i designer.SavedIssuer) string { return i.Name }, label: func(s designer.IssuerSummary) string { return s.Name },
	clone: designer.SavedIssuer.Clone, line: designer.SummarizeIssuer, encode: encodeIssuer, decode: decodeIssuer, since: 1,
}

var workshops = kind[designer.Workshop, designer.WorkshopSummary]{
	name: "workshops", meta: func(w *designer.Workshop) *designer.Meta { return &w.Meta },
	title: func(w designer.Workshop) string { return w.Title }, label: func(s designer.WorkshopSummary) string { return s.Title },
	clone: designer.Workshop.Clone, line: designer.SummarizeWorkshop, encode: encodeWorkshop, decode: decodeWorkshop, since: 2,
}

const goneSuffix = ".gone"

// The buckets of a shelf. A line, under its id, says which version of a thing
// is the present one and what lists show of it; to take a thing off the shelf
// is to move its line among the gone ones, behind the time of that. The
// versions, present and past, are JSON under their head's key. So a save
// writes the content once, and touches no older one. Names of versions lie
// under their id and revision.
func (k kind[T, S]) lines() string    { return k.name }
func (k kind[T, S]) gone() string     { return k.name + goneSuffix }
func (k kind[T, S]) versions() string { return k.name + ".versions" }
func (k kind[T, S]) names() string    { return k.name + ".names" }

func (k kind[T, S]) buckets() []string {
	return []string{k.lines(), k.gone(), k.versions(), k.names()}
}

// drawers are the buckets of a shelf in one transaction. A file older than
// the shelf has none of them until something is put.
type drawers struct{ lines, gone, versions, names drawer }

func (d drawers) absent() bool { return d.lines.Bucket == nil }

func (k kind[T, S]) drawers(tx *txn) (d drawers, err error) {
	if tx.schema < k.since {
		return d, nil
	}
	for _, at := range []struct {
		drawer *drawer
		name   string
		since  int
	}{{&d.lines, k.lines(), k.since}, {&d.gone, k.gone(), k.since}, {&d.versions, k.versions(), k.since}, {&d.names, k.names(), namesSince}} {
		if tx.schema < at.since {
			continue
		}
		if *at.drawer, err = tx.drawer(at.name); err != nil {
			return d, err
		}
	}
	return d, nil
}

// shelf is designer.Shelf over the file of a hold.
type shelf[T, S any] struct {
	kind[T, S]
	hold  *hold
	clock func() time.Time
}

// Get implements designer.Shelf.
func (s *shelf[T, S]) Get(ctx context.Context, id string) (T, error) {
	var h head
	var body []byte
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		switch h, _, err = d.present(id); {
		case errors.Is(err, designer.ErrNotFound) && !d.absent():
			return cmp.Or(d.lines.check(), err)
		case err != nil:
			return err
		}
		b, err := d.version(h.key(id))
		body = bytes.Clone(b)
		return err
	})
	if err != nil {
		return *new(T), err
	}
	return s.thing(id, h.revision, body)
}

// Put implements designer.Shelf.
func (s *shelf[T, S]) Put(ctx context.Context, v T) (T, error) {
	m := s.meta(&v)
	id := m.ID
	if !designer.ValidID(id) {
		return *new(T), fmt.Errorf("put: %q is not an id", id)
	}
	given := m.Saves
	h := head{revision: m.Revision + 1}
	err := s.hold.write(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		h.updated = s.time()
		var known designer.Saves
		var last string // visit
		before, rest, err := d.present(id)
		switch {
		case err == nil && before.revision != h.revision-1:
			return fail(designer.ErrConflict, id)
		case err == nil:
			h.created = before.created
			if known, rest, err = cutSaves(rest); err == nil {
				last, _, err = cutVisit(rest)
			}
			if err != nil {
				return broken([]byte(id), err)
			}
		case !errors.Is(err, designer.ErrNotFound) || h.revision != 1:
			return err
		case d.gone.Get([]byte(id)) != nil: // new, but the id is taken
			return fail(designer.ErrConflict, id)
		default:
			h.created = h.updated
		}
		switch given.Compare(known) {
		case designer.Same:
			name, err := s.hold.name(tx, id)
			if err != nil {
				return err
			}
			m.Saves = known.Count(name)
		case designer.Newer:
			m.Saves = given
		default:
			return fail(designer.ErrConflict, id)
		}
		m.Revision, m.Created, m.Updated = h.revision, h.created, h.updated
		body, err := encode(v)
		if err != nil {
			return fmt.Errorf("put %s: %w", id, err)
		}
		visit := designer.Visit(ctx)
		if err := s.place(d, id, h, visit, v, body); err != nil {
			return err
		}
		if visit != "" && visit == last && d.names.Get(nameOf(id, before.revision)) == nil {
			return d.versions.remove(before.key(id))
		}
		return d.thin(id)
	})
	if err != nil {
		return *new(T), err
	}
	return s.clone(v), nil
}

// place puts a version and the line that makes it the present one.
func (k kind[T, S]) place(d drawers, id string, h head, visit string, v T, body []byte) error {
	if err := d.versions.put(h.key(id), body); err != nil {
		return err
	}
	return d.lines.put([]byte(id), k.write(h, visit, v))
}

// write is the line of a thing.
func (k kind[T, S]) write(h head, visit string, v T) []byte {
	return k.encode(appendVisit(appendSaves(h.append(nil), k.meta(&v).Saves), visit), k.line(v))
}

// Delete implements designer.Shelf.
func (s *shelf[T, S]) Delete(ctx context.Context, id string, revision int) error {
	return s.hold.write(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		switch h, _, err := d.present(id); {
		case err != nil:
			return err
		case h.revision != revision:
			return fail(designer.ErrConflict, id)
		}
		line, err := d.lines.get([]byte(id))
		if err != nil {
			return err
		}
		if err := d.gone.put([]byte(id), append(appendGone(nil, s.time()), line...)); err != nil {
			return err
		}
		return d.lines.remove([]byte(id))
	})
}

// Undelete implements designer.Shelf.
func (s *shelf[T, S]) Undelete(ctx context.Context, id string) (T, error) {
	var v T
	err := s.hold.write(ctx, func(tx *txn) error {
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
		_, line, err := cutGone(b)
		if err != nil {
			return broken([]byte(id), err)
		}
		if v, err = s.asItWas(d, id, line); err != nil {
			return err
		}
		if err := d.lines.put([]byte(id), line); err != nil {
			return err
		}
		return d.gone.remove([]byte(id))
	})
	if err != nil {
		return *new(T), err
	}
	return v, nil
}

// Gone implements designer.Shelf.
func (s *shelf[T, S]) Gone(ctx context.Context) ([]designer.Gone[T], error) {
	out := []designer.Gone[T]{}
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil || d.absent() {
			return err
		}
		out = out[:0] // of a try before
		var t tally
		err = d.gone.ForEach(func(k, v []byte) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			t.add(v)
			b, err := unseal(d.gone.name, k, v)
			if err != nil {
				return err
			}
			at, line, err := cutGone(b)
			if err != nil {
				return broken(k, err)
			}
			was, err := s.asItWas(d, string(k), line)
			out = append(out, designer.Gone[T]{Was: was, At: at})
			return err
		})
		return cmp.Or(err, d.gone.whole(t))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// asItWas is the thing that a line among the gone ones, behind its time,
// speaks of.
func (s *shelf[T, S]) asItWas(d drawers, id string, line []byte) (T, error) {
	h, _, err := parseHead(line)
	if err != nil {
		return *new(T), broken([]byte(id), err)
	}
	b, err := d.version(h.key(id))
	if err != nil {
		return *new(T), err
	}
	return s.thing(id, h.revision, b)
}

// History implements designer.Shelf.
func (s *shelf[T, S]) History(ctx context.Context, id string) ([]T, error) {
	var revisions []int
	var bodies [][]byte
	err := s.hold.read(ctx, func(tx *txn) error {
		d, err := s.drawers(tx)
		if err != nil {
			return err
		}
		h, _, err := d.present(id)
		if err != nil {
			return err
		}
		revisions, bodies = nil, nil // of a try before
		c := d.versions.Cursor()
		for k := newest(c, id); k != nil; k = prev(c, k, id) {
			if keyRevision(k) >= h.revision {
				continue
			}
			b, err := d.version(k)
			if err != nil {
				return err
			}
			revisions, bodies = append(revisions, keyRevision(k)), append(bodies, bytes.Clone(b))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]T, len(bodies))
	for i, b := range bodies {
		if out[i], err = s.thing(id, revisions[i], b); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// time is now, as exact as the store keeps it: a time read back is equal.
func (s *shelf[T, S]) time() time.Time { return s.clock().UTC().Truncate(time.Millisecond) }

// present is the head of what lies on the shelf under id and the rest of its
// line, or designer.ErrNotFound.
func (d drawers) present(id string) (head, []byte, error) {
	if len(id) != idLen || d.absent() {
		return head{}, nil, fail(designer.ErrNotFound, id)
	}
	line, err := d.lines.get([]byte(id))
	if err != nil {
		return head{}, nil, err
	}
	if line != nil {
		h, rest, err := parseHead(line)
		if err != nil {
			return head{}, nil, broken([]byte(id), err)
		}
		return h, rest, nil
	}
	// Versions without a line, here or among the gone, were not deleted: the
	// disk has lost the line.
	if newest(d.versions.Cursor(), id) != nil && d.gone.Get([]byte(id)) == nil {
		return head{}, nil, broken([]byte(id), errors.New("line is missing"))
	}
	return head{}, nil, fail(designer.ErrNotFound, id)
}

// version is the JSON under key, which must be there. It belongs to the
// transaction.
func (d drawers) version(key []byte) ([]byte, error) {
	b, err := d.versions.get(key)
	if err == nil && b == nil {
		err = broken(key, errors.New("version is missing"))
	}
	return b, err
}

func fail(kind *designer.Error, id string) error {
	return &designer.Error{Code: kind.Code, Args: designer.Args{"id": id}}
}

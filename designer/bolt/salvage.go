// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/designer/bolt/pages"
	"insignia/designer/mirror"
)

// rank is how much a source knows of the present state, the most first.
type rank int

const (
	inTree   rank = iota // of the damaged file, where its tree leads to
	onPage               // of its other pages: lost to the tree, or long out of use
	inBackup             // of an earlier copy
	inMirror             // of a plain file
)

func (r rank) origin() designer.Origin {
	switch r {
	case inBackup:
		return designer.FromBackup
	case inMirror:
		return designer.FromMirror
	}
	return designer.FromFile
}

// piece is a value that passed its checksum.
type piece struct {
	payload []byte
	rank    rank
}

// hoard is every such value, by bucket and key, each from the best source that
// has it.
type hoard struct {
	pieces map[string]map[string]piece
	schema [inMirror + 1]int // of each source; 0 is the present one
	told   census            // what the damaged file counted, nil if that is lost
	tree   census            // what its tree holds
	// late: the newest transaction may be one that nothing leads to any more,
	// so that what the tree holds and counts is the state before.
	late bool
}

func newHoard() *hoard {
	h := &hoard{pieces: map[string]map[string]piece{}, tree: census{}}
	for _, name := range append(censused(), metaBucket) {
		h.pieces[name] = map[string]piece{}
		h.tree[name] = &tally{}
	}
	return h
}

// take keeps a value, unless a better one lies under its key. What the tree
// leads to is the present state, unless that may be late; of the rest the
// newest line counts, and then the better source.
func (h *hoard) take(name string, key, payload []byte, r rank) {
	of := h.pieces[name]
	if of == nil {
		return
	}
	p := piece{payload, r}
	if was, there := of[string(key)]; there {
		if !h.late && (was.rank == inTree || r == inTree) {
			if was.rank <= r {
				return
			}
		} else if cmp.Or(cmp.Compare(was.says(name), p.says(name)), cmp.Compare(r, was.rank)) >= 0 {
			return
		}
	}
	p.payload = bytes.Clone(payload)
	of[string(key)] = p
}

// says is the revision that a line speaks of, 0 for any other value.
func (p piece) says(name string) int {
	line := p.payload
	switch {
	case strings.HasSuffix(name, goneSuffix):
		var err error
		if _, line, err = cutGone(line); err != nil {
			return 0
		}
	case strings.Contains(name, "."), name == metaBucket:
		return 0
	}
	h, _, err := parseHead(line)
	if err != nil {
		return 0
	}
	return h.revision
}

// file takes what a store's file holds: the damaged one, or a copy.
func (h *hoard) file(p *pages.File, r rank) {
	if r == inTree {
		h.late = p.Paired() != nil
	}
	// What cannot be read is what this is about.
	_ = p.Walk(func(rec pages.Record) error {
		if len(rec.Bucket) != 1 {
			return nil
		}
		name := rec.Bucket[0]
		payload, err := unseal(name, rec.Key, rec.Value)
		if err != nil {
			return nil
		}
		if t := h.tree[name]; t != nil && r == inTree {
			t.add(rec.Value)
		}
		h.take(name, rec.Key, payload, r)
		return nil
	})
	if n, used := binary.Uvarint(h.pieces[metaBucket][string(schemaKey)].payload); used > 0 {
		h.schema[r] = int(n)
	}
	if r != inTree {
		return
	}
	h.schema[onPage] = h.schema[inTree]
	if b, there := h.pieces[metaBucket][string(censusKey)]; there && !h.late {
		h.told, _ = parseCensus(b.payload)
	}
	names := append(censused(), metaBucket)
	_ = p.Scan(func(rec pages.Record) error {
		for _, name := range names { // the seal says which bucket it is of
			if payload, err := unseal(name, rec.Key, rec.Value); err == nil {
				h.take(name, rec.Key, payload, onPage)
				break
			}
		}
		return nil
	})
}

// whole reports whether the tree of the damaged file holds all of a bucket.
func (h *hoard) whole(name string) bool {
	t := h.told[name]
	return t != nil && *h.tree[name] == *t
}

// evidence is what is known of one record.
type evidence struct {
	line, gone *witness
	versions   map[string]piece // by key
}

// witness is a line, or the line of a gone one.
type witness struct {
	head
	piece
	at []byte // the time before the line of a gone one
}

// newer reports whether w tells of a later state than o.
func (w *witness) newer(o *witness) bool {
	if o == nil || w == nil {
		return w != nil
	}
	return cmp.Or(cmp.Compare(w.revision, o.revision), cmp.Compare(o.rank, w.rank)) > 0
}

// records sorts a shelf's pieces by record. Where the tree still knows every
// line, nothing else is a record: a page out of use, or an old copy, has what
// was taken out for good.
func (k kind[T, S]) records(h *hoard) map[string]*evidence {
	all := map[string]*evidence{}
	closed := h.whole(k.lines()) && h.whole(k.gone())
	of := func(id string, r rank) *evidence {
		e := all[id]
		if e == nil && designer.ValidID(id) && (!closed || r == inTree) {
			e = &evidence{versions: map[string]piece{}}
			all[id] = e
		}
		return e
	}
	for _, at := range []struct {
		name string
		gone bool
	}{{k.lines(), false}, {k.gone(), true}} {
		for id, p := range h.pieces[at.name] {
			if closed && p.rank != inTree {
				continue
			}
			w := &witness{piece: p}
			line := p.payload
			if at.gone {
				if _, rest, err := cutGone(line); err == nil {
					w.at, line = line[:goneLen], rest
				}
			}
			var err error
			if w.head, _, err = parseHead(line); err != nil {
				continue
			}
			if e := of(id, p.rank); e != nil && at.gone {
				e.gone = w
			} else if e != nil {
				e.line = w
			}
		}
	}
	for key, p := range h.pieces[k.versions()] {
		if len(key) != keyLen || p.rank == onPage && h.whole(k.versions()) {
			continue
		}
		// A version alone is no record where lines are known.
		if e := of(key[:idLen], max(p.rank, onPage)); e != nil {
			e.versions[key] = p
		}
	}
	return all
}

// mirrored takes the plain files.
func mirrored[T, S any](h *hoard, k kind[T, S], all []T) {
	for _, v := range all {
		m := k.meta(&v)
		if body, err := encode(v); err == nil && m.Revision > 0 {
			h.take(k.versions(), head{m.Revision, m.Created, m.Updated}.key(m.ID), body, inMirror)
		}
	}
}

func (h *hoard) mirror(c mirror.Copy) {
	mirrored(h, drafts, c.Drafts)
	mirrored(h, issuers, c.Issuers)
	mirrored(h, workshops, c.Workshops)
}

// rebuild puts the records of a shelf into a new file, and says of each what
// came back.
func (k kind[T, S]) rebuild(tx *txn, h *hoard) ([]designer.Found, error) {
	d, err := k.drawers(tx)
	if err != nil {
		return nil, err
	}
	all := k.records(h)
	var out []designer.Found
	for _, id := range slices.Sorted(maps.Keys(all)) {
		f, err := k.restore(d, h, id, all[id])
		if err != nil {
			return nil, err
		}
		if f.Revision > 0 || f.Had > 0 {
			out = append(out, f)
		}
	}
	return out, nil
}

func (k kind[T, S]) restore(d drawers, h *hoard, id string, e *evidence) (designer.Found, error) {
	f := designer.Found{Shelf: k.name, ID: id, From: designer.FromNone}
	for _, w := range []*witness{e.line, e.gone} {
		if w != nil {
			f.Had = max(f.Had, w.revision)
		}
	}
	var best head
	var present T
	for _, key := range slices.Sorted(maps.Keys(e.versions)) { // the newest last
		p := e.versions[key]
		var v T
		if json.Unmarshal(p.payload, &v) != nil {
			continue
		}
		m := k.meta(&v)
		if m.ID != id || m.Revision != keyRevision([]byte(key)) {
			continue
		}
		m.Saves = m.Descent()
		if err := d.versions.put([]byte(key), p.payload); err != nil {
			return f, err
		}
		best, present = head{m.Revision, m.Created, m.Updated}, v
		f.From, f.Revision = p.rank.origin(), m.Revision
	}
	f.Had = max(f.Had, f.Revision)
	if f.Revision == 0 {
		f.Name = k.called(h, id, e)
		return f, nil
	}
	for key, p := range h.pieces[k.names()] {
		if len(key) != idLen+8 || !strings.HasPrefix(key, id) || p.rank == onPage && h.whole(k.names()) {
			continue
		}
		if err := d.names.put([]byte(key), p.payload); err != nil {
			return f, err
		}
	}
	line := k.write(best, "", present)
	f.Name = k.title(present)
	if e.gone != nil && !e.line.newer(e.gone) {
		f.Gone = true
		return f, d.gone.put([]byte(id), append(bytes.Clone(e.gone.at), line...))
	}
	return f, d.lines.put([]byte(id), line)
}

// called is the name of a record of which only a line is left.
func (k kind[T, S]) called(h *hoard, id string, e *evidence) string {
	for _, w := range []*witness{e.line, e.gone} {
		if w == nil {
			continue
		}
		// Of a file whose own schema is lost it is most likely this one.
		if s, err := k.parse([]byte(id), w.payload[len(w.at):], cmp.Or(h.schema[w.rank], schema)); err == nil {
			return k.label(s)
		}
	}
	return ""
}

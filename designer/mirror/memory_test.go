// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"cmp"
	"context"
	"slices"
	"time"

	"insignia/designer"
)

// memory is a store of which only reading is asked.
type memory struct {
	designer.Store
	drafts    rack[designer.Draft, designer.Summary]
	issuers   rack[designer.SavedIssuer, designer.IssuerSummary]
	workshops rack[designer.Workshop, designer.WorkshopSummary]
}

func (m *memory) Drafts() designer.Shelf[designer.Draft, designer.Summary] { return &m.drafts }
func (m *memory) Issuers() designer.Shelf[designer.SavedIssuer, designer.IssuerSummary] {
	return &m.issuers
}
func (m *memory) Workshops() designer.Shelf[designer.Workshop, designer.WorkshopSummary] {
	return &m.workshops
}

func store() *memory {
	m := &memory{}
	m.drafts = rack[designer.Draft, designer.Summary]{meta: badges.meta, line: designer.Summarize}
	m.issuers = rack[designer.SavedIssuer, designer.IssuerSummary]{meta: issuers.meta, line: designer.SummarizeIssuer}
	m.workshops = rack[designer.Workshop, designer.WorkshopSummary]{meta: workshops.meta, line: designer.SummarizeWorkshop}
	return m
}

// rack is a shelf that keeps things in memory.
type rack[T, S any] struct {
	designer.Shelf[T, S]
	meta   func(*T) *designer.Meta
	line   func(T) S
	all    []T
	gone   []designer.Gone[T]
	broken map[string]error // what Get answers
	gets   int
}

func (r *rack[T, S]) find(id string) (int, bool) {
	return slices.BinarySearchFunc(r.all, id, func(v T, id string) int { return cmp.Compare(r.meta(&v).ID, id) })
}

// put saves v as a store does, a minute after it was saved before.
func (r *rack[T, S]) put(v T) T {
	m := r.meta(&v)
	m.Revision++
	if m.Updated.IsZero() {
		m.Created = time.Date(2025, 11, 24, 9, 30, 0, 123e6, time.UTC)
		m.Updated = m.Created
	}
	m.Updated = m.Updated.Add(time.Minute)
	m.Saves = m.Saves.Count("0a1b2c3d")
	if i, there := r.find(m.ID); there {
		r.all[i] = v
	} else {
		r.all = slices.Insert(r.all, i, v)
	}
	return v
}

func (r *rack[T, S]) remove(id string) {
	i, _ := r.find(id)
	r.gone = append(r.gone, designer.Gone[T]{Was: r.all[i]})
	r.all = slices.Delete(r.all, i, i+1)
}

func (r *rack[T, S]) Get(_ context.Context, id string) (T, error) {
	r.gets++
	i, there := r.find(id)
	switch {
	case r.broken[id] != nil:
		return *new(T), r.broken[id]
	case !there:
		return *new(T), designer.ErrNotFound
	}
	return r.all[i], nil
}

func (r *rack[T, S]) List(context.Context, designer.Page) ([]S, error) {
	out := make([]S, len(r.all))
	for i, v := range r.all {
		out[i] = r.line(v)
	}
	return out, nil
}

func (r *rack[T, S]) Gone(context.Context) ([]designer.Gone[T], error) { return r.gone, nil }

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package answers

import (
	"maps"
	"regexp"
	"strconv"
	"time"

	"insignia/designer"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// The members of a file that are no answers but say which record it is, of
// which save. They are as a store wrote them: nobody types them.
var metaSystem = map[string]func(*reader, string, strict.Node){
	"id":       func(r *reader, _ string, n strict.Node) { r.id(n, &r.meta.ID) },
	"revision": (*reader).revision,
	"created":  func(r *reader, key string, n strict.Node) { r.time(key, n, &r.meta.Created) },
	"updated":  func(r *reader, key string, n strict.Node) { r.time(key, n, &r.meta.Updated) },
	"saves":    (*reader).saves,
	// The checksum of a file of designer/mirror. Whoever hands it over may
	// have edited it, and means what it says now.
	"check": func(*reader, string, strict.Node) {},
}

var draftSystem = func() map[string]func(*reader, string, strict.Node) {
	m := maps.Clone(metaSystem)
	m["workshop"] = func(r *reader, _ string, n strict.Node) { r.id(n, &r.Draft.Workshop) }
	m["forkOf"] = func(r *reader, _ string, n strict.Node) { r.id(n, &r.Draft.ForkOf) }
	m["foreign"] = (*reader).foreign
	return m
}()

func (r *reader) id(n strict.Node, to *string) {
	if n.Kind == strict.String && n.Text == "" {
		return
	}
	if n.Kind != strict.String || !designer.ValidID(n.Text) {
		r.refuse("bad-id", designer.Args{"value": r.key("", n.Text)})
		return
	}
	*to = n.Text
}

func (r *reader) revision(_ string, n strict.Node) {
	v, err := strconv.Atoi(n.Text)
	if n.Kind != strict.Number || err != nil || v < 0 {
		r.refuse("bad-revision", nil)
		return
	}
	r.meta.Revision = v
}

func (r *reader) time(key string, n strict.Node, to *time.Time) {
	t, err := time.Parse(time.RFC3339Nano, n.Text)
	if n.Kind != strict.String || err != nil {
		r.refuse("bad-time", designer.Args{"field": key})
		return
	}
	*to = t.UTC()
}

// maxSaves is the most names in the saves of one record: each is a store that
// saved it, and a thousand laptops are more than any workshop has.
const maxSaves = 1000

var nameShape = regexp.MustCompile(`^[0-9a-f]{8}$`)

// saves reads who saved it how often. One entry that is wrong spoils all of
// them: half of a descent tells lies.
func (r *reader) saves(_ string, n strict.Node) {
	s := designer.Saves{}
	ok := n.Kind == strict.Object && len(n.Members) <= maxSaves
	for _, m := range n.Members {
		v, err := strconv.ParseInt(m.Value.Text, 10, 32)
		_, twice := s[m.Key]
		ok = ok && m.Value.Kind == strict.Number && err == nil && v > 0 && !twice && nameShape.MatchString(m.Key)
		if !ok {
			r.refuse("bad-saves", nil)
			return
		}
		s[m.Key] = int(v)
	}
	switch {
	case !ok:
		r.refuse("bad-saves", nil)
	case len(s) > 0:
		r.meta.Saves = s
	}
}

// foreign reads what a badge from outside had and no field takes. It is all or
// nothing: half of it would be taken for the whole.
func (r *reader) foreign(key string, n strict.Node) {
	var out []designer.Member
	ok := n.Kind == strict.List && len(n.Items) <= designer.MaxMembers
	for _, item := range n.Items {
		var m designer.Member
		for name, to := range map[string]*string{"standard": &m.Standard, "path": &m.Path, "value": &m.Value} {
			v, _ := item.Get(name)
			*to = v.Text
			ok = ok && v.Kind == strict.String
		}
		_, flaws, read := strict.Parse([]byte(m.Value))
		path, _ := clean.Line(m.Path)
		value, _ := clean.Text(m.Value)
		ok = ok && len(item.Members) == 3 && read && len(flaws) == 0 && len(m.Value) <= designer.MaxMemberSize && value == m.Value &&
			(m.Standard == "ob2" || m.Standard == "ob3") && path == m.Path && m.Path != ""
		if !ok {
			break
		}
		out = append(out, m)
	}
	if !ok {
		r.refuse("bad-foreign", designer.Args{"field": key})
		return
	}
	r.Draft.Foreign = out
}

// sayable is m with times that JSON dates can say.
func sayable(m designer.Meta) designer.Meta {
	for _, t := range []*time.Time{&m.Created, &m.Updated} {
		if *t = t.UTC(); t.Year() < 0 || t.Year() > 9999 {
			*t = time.Time{}
		}
	}
	return m
}

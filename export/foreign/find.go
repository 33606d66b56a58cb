// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"strings"

	"insignia/export/bake"
	"insignia/export/strict"
)

// candidate is a badge that was found, and what stood around it.
type candidate struct {
	badge  strict.Node
	award  *thing      // nil for a badge that lay alone
	beside []string    // what else the award says of the earner
	issuer strict.Node // of the credential
	three  bool
	around strict.Node // contexts of what it lay in
}

// maxWraps is how deep badges are looked for in what is wrapped around them.
const maxWraps = 8

// link notes the objects of a graph by their ids, so that one may name the
// other.
func (s *source) link(root strict.Node) {
	s.links = map[string]strict.Node{}
	graph, _ := root.Get("@graph")
	for _, n := range graph.Items {
		if id, ok := newThing("", n).peek("id"); ok && id.Kind == strict.String {
			s.links[id.Text] = n
		}
	}
}

// find gives the badges in a value.
func (s *source) find(n strict.Node, depth int) ([]candidate, error) {
	if depth > maxWraps {
		return nil, refuse("import-unknown", "members", "…")
	}
	switch n.Kind {
	case strict.List:
		return s.several(n.Items, depth)
	case strict.String:
		return s.written(n.Text, depth)
	case strict.Object:
		return s.object(n, depth)
	}
	return nil, refuse("import-unknown", "members", n.Text)
}

// several gives the badges of a list. What is none is counted, as long as
// there are others.
func (s *source) several(items []strict.Node, depth int) (out []candidate, err error) {
	if len(items) == 0 {
		return nil, refuse("import-none")
	}
	skipped := 0
	for _, n := range items {
		some, failed := s.find(n, depth+1)
		if failed != nil {
			if skipped++; err == nil {
				err = failed
			}
			continue
		}
		if out = append(out, some...); len(out) > maxBadges {
			return out[:maxBadges], nil
		}
	}
	if len(out) == 0 {
		return nil, err
	}
	s.skipped += skipped
	return out, nil
}

// written reads a document that stands in another one as text.
func (s *source) written(text string, depth int) ([]candidate, error) {
	if rest, ok := strings.CutPrefix(text, "data:application/"); ok {
		_, text, _ = strings.Cut(rest, ",")
	}
	if bake.IsToken([]byte(text)) || strings.HasPrefix(text, "e30.") { // "{}", the header that nothing is said in
		doc, err := bake.Payload([]byte(text))
		if err != nil {
			return nil, err
		}
		s.signed()
		text = string(doc)
	}
	n, _, ok := strict.Parse([]byte(text))
	if !ok || n.Kind == strict.String {
		return nil, refuse("import-unknown", "members", text)
	}
	return s.find(n, depth+1)
}

// object gives the badges of an object.
func (s *source) object(n strict.Node, depth int) ([]candidate, error) {
	t := newThing("", n)
	if graph, ok := t.peek("@graph"); ok && graph.Kind == strict.List {
		return s.graph(graph.Items, depth)
	}
	if token, ok := t.peek("payload"); ok && token.Kind == strict.String { // a signature that JSON is wrapped around (RFC 7515, 7.2)
		if _, signed := t.peek("signature", "signatures"); signed {
			return s.written("e30."+token.Text+".", depth)
		}
	}
	switch shapeOf(t) {
	case badge:
		return []candidate{{badge: n, three: third(t, texts(contextsOf(n)))}}, nil
	case award:
		return s.award(t, n, depth)
	case credential:
		return s.credential(t, n, depth)
	case wrapper:
		if id, ok := t.peek("id"); ok && strings.HasPrefix(id.Text, "data:application/") {
			return s.written(id.Text, depth)
		}
		return s.several(inside(t), depth)
	case profile:
		return nil, refuse("issuer-alone")
	case stranger:
		v, _ := t.peek("type")
		return nil, refuse("import-other", "type", strings.Join(texts(v.Node), ", "))
	}
	return nil, unknownTo(t)
}

// unknownTo says what an object has that is nothing we know.
func unknownTo(t *thing) error {
	if _, schema := t.peek("$schema"); schema {
		return refuse("import-other", "type", "JSON Schema")
	}
	if _, context := t.peek("@context"); context && len(t.members) < 3 {
		return refuse("import-other", "type", "JSON-LD context")
	}
	if v, ok := t.peek("type"); ok && len(texts(v.Node)) > 0 {
		return refuse("import-other", "type", strings.Join(texts(v.Node), ", "))
	}
	var keys []string
	for _, m := range t.members[:min(len(t.members), 8)] {
		keys = append(keys, m.Key)
	}
	if len(keys) == 0 {
		return refuse("import-none")
	}
	return refuse("import-unknown", "members", strings.Join(keys, ", "))
}

// graph gives the badges of a graph: its classes themselves, so that each
// comes once, or what its awards name.
func (s *source) graph(items []strict.Node, depth int) ([]candidate, error) {
	var badges []strict.Node
	for _, n := range items {
		if n.Kind == strict.Object && shapeOf(newThing("", n)) == badge {
			badges = append(badges, n)
		}
	}
	if len(badges) > 0 {
		return s.several(badges, depth)
	}
	return s.several(items, depth)
}

// award gives the badge of an Assertion.
func (s *source) award(t *thing, n strict.Node, depth int) ([]candidate, error) {
	v, ok := t.take("badge", "badgeclass", "badgeclassOpenBadgeId")
	if !ok {
		return nil, refuse("award-bare")
	}
	if link := address(v.Node); link != "" && !looksLike(link) {
		if other, ok := t.take("badgeclassOpenBadgeId"); ok { // the other is a number of the server's
			link = other.Text
		}
		if v.Node, ok = s.lookup(link, badge); !ok {
			return nil, alone(link, "badge.json")
		}
	}
	out, err := s.find(v.Node, depth+1)
	for i := range out {
		if out[i].award == nil {
			out[i].award, out[i].around = t, contextsOf(n)
		}
	}
	return out, err
}

// alone says that an award names its badge and does not hold it.
func alone(link, file string) error {
	if !isWeb(link) {
		return refuse("award-bare")
	}
	return refuse("award-alone", "url", link, "file", fileOf(link, file))
}

// credential gives the badges of a credential: its subject's achievements, and
// those of credentials inside of it.
func (s *source) credential(t *thing, n strict.Node, depth int) ([]candidate, error) {
	subjects, ok := t.take("credentialSubject")
	if !ok {
		return nil, refuse("award-bare")
	}
	issuer, _ := t.take("issuer")
	var all []strict.Node
	var around []string
	for _, subject := range list(subjects.Node) {
		if subject.Kind != strict.Object {
			continue
		}
		st := newThing("credentialSubject", subject)
		for _, name := range []string{"achievement", "hasCredential", "verifiableCredential"} {
			v, ok := st.take(name)
			if !ok {
				continue
			}
			for _, a := range list(v.Node) {
				if link := address(a); link != "" && !looksLike(link) {
					if a, ok = s.lookup(link, badge); !ok {
						return nil, alone(link, "achievement.json")
					}
				}
				all = append(all, a)
			}
		}
		st.drop("type")
		for m := range st.left() {
			around = append(around, m.path)
		}
	}
	if len(all) == 0 {
		return nil, refuse("award-bare")
	}
	var out []candidate
	var failed error
	for _, a := range all {
		some, err := s.achievement(a, depth)
		if err != nil {
			failed = err
			continue
		}
		for _, c := range some {
			if c.award == nil {
				c.award, c.beside, c.issuer, c.around, c.three = t, around, issuer.Node, contextsOf(n), true
			}
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return nil, failed
	}
	return out, nil
}

// achievement takes whatever stands where an Achievement should for one, as
// long as it says anything.
func (s *source) achievement(n strict.Node, depth int) ([]candidate, error) {
	if n.Kind == strict.Object {
		if t := newThing("", n); shapeOf(t) == unknown {
			if _, ok := t.peek("name", "description", "criteria"); ok {
				return []candidate{{badge: n}}, nil
			}
		}
	}
	return s.find(n, depth+1)
}

// list is a value as a list of one or more.
func list(n strict.Node) []strict.Node {
	if n.Kind == strict.List {
		return n.Items
	}
	return []strict.Node{n}
}

// address is what a value is that only names another thing: a text, or an
// object with nothing but its id (and its type).
func address(n strict.Node) string {
	if n.Kind == strict.String {
		return strings.TrimSpace(n.Text)
	}
	t := newThing("", n)
	id, ok := t.take("id")
	t.drop("type")
	if !ok || id.Kind != strict.String || !t.spent() {
		return ""
	}
	return id.Text
}

// contextsOf are the contexts of an object.
func contextsOf(n strict.Node) strict.Node {
	v, _ := n.Get("@context")
	return v
}

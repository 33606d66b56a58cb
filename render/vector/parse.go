// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"insignia/designer"
)

// node is one element that is known.
type node struct {
	name string
	attr map[string]string
	kids []*node
	text string // of a style sheet
}

// known are the elements that are drawn, or hold what is.
var known = map[string]bool{"svg": true, "g": true, "a": true, "switch": true, "defs": true, "symbol": true, "use": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true,
	"linearGradient": true, "radialGradient": true, "stop": true, "clipPath": true, "style": true}

// silent are elements that show nothing: nobody misses them.
var silent = map[string]bool{"title": true, "desc": true, "metadata": true, "view": true, "cursor": true}

// needed are elements that another one asks for by name: they are missed when
// it does.
var needed = map[string]bool{"mask": true, "filter": true, "pattern": true, "marker": true}

// tree is a file taken apart.
type tree struct {
	root   *node
	byID   map[string]*node
	sheets []string
	left   map[string]bool
}

// parse reads the elements that are known. Text outside of style sheets, other
// name spaces and comments are passed over.
func parse(svg []byte) (*tree, error) {
	dec := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(svg, []byte("\xEF\xBB\xBF"))))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return asciiOf{in}, nil }
	t := &tree{byID: map[string]*node{}, left: map[string]bool{}}
	var open []*node
	skip, count := 0, 0
	for {
		token, err := dec.RawToken()
		switch {
		case errors.Is(err, io.EOF) && t.root != nil && len(open) == 0 && skip == 0:
			return t, nil
		case err != nil:
			return nil, &designer.Error{Code: "photo-broken", Err: err}
		}
		switch e := token.(type) {
		case xml.Directive:
			if bytes.ContainsAny(e, "[") || bytes.HasPrefix(bytes.TrimSpace(e), []byte("ENTITY")) {
				return nil, &designer.Error{Code: "svg-entities"}
			}
		case xml.StartElement:
			if count++; count > maxElements || len(open)+skip >= maxDepth {
				return nil, heavy()
			}
			if skip > 0 {
				skip++
				continue
			}
			n := t.element(e, len(open) == 0, len(open) > 0 && open[len(open)-1].name == "switch")
			switch {
			case n == nil && t.root == nil:
				return nil, &designer.Error{Code: "photo-broken"}
			case n == nil:
				skip = 1
				continue
			case len(open) > 0:
				up := open[len(open)-1]
				up.kids = append(up.kids, n)
			case t.root != nil:
				return nil, &designer.Error{Code: "photo-broken"}
			default:
				t.root = n
			}
			open = append(open, n)
		case xml.EndElement:
			switch {
			case skip > 0:
				skip--
			case len(open) == 0 || open[len(open)-1].name != e.Name.Local:
				return nil, &designer.Error{Code: "photo-broken"}
			default:
				if n := open[len(open)-1]; n.name == "style" {
					t.sheets = append(t.sheets, n.text)
				}
				open = open[:len(open)-1]
			}
		case xml.CharData:
			if len(open) > 0 && skip == 0 {
				if n := open[len(open)-1]; n.name == "style" {
					n.text += string(e)
				}
			}
		}
	}
}

// element takes an element in, or gives nil for one that is not drawn.
// Prefixes are not looked up: a file that binds them to other names than
// everybody does is drawn without what they are before.
//
// A switch has the same in several forms, of which the one that is drawn will
// do: the others are not missed.
func (t *tree) element(e xml.StartElement, first, oneOf bool) *node {
	name := e.Name.Local
	if e.Name.Space != "" && e.Name.Space != "svg" {
		return nil
	}
	if first && name != "svg" {
		return nil
	}
	if !known[name] {
		if !silent[name] && !needed[name] && !oneOf {
			t.left[label(name)] = true
		}
		if !needed[name] {
			return nil
		}
	}
	n := &node{name: name, attr: make(map[string]string, len(e.Attr))}
	for _, a := range e.Attr {
		key := a.Name.Local
		switch {
		case a.Name.Space == "" && len(key) > 2 && strings.HasPrefix(key, "on"):
			t.left["script"] = true
		case a.Name.Space == "" || a.Name.Space == "xlink" && key == "href":
			if _, there := n.attr[key]; !there || a.Name.Space == "" {
				n.attr[key] = a.Value
			}
		}
	}
	if id := n.attr["id"]; id != "" && t.byID[id] == nil {
		t.byID[id] = n
	}
	if needed[name] {
		return nil // it is known to be there, and no more
	}
	return n
}

// label is what an element is called when it is missed.
func label(name string) string {
	switch {
	case strings.HasPrefix(name, "animate") || name == "set":
		return "animation"
	case strings.HasPrefix(name, "font") || strings.HasPrefix(name, "glyph"):
		return "font"
	case len(name) > 40:
		return name[:40]
	}
	return name
}

// asciiOf reads a file in an encoding of its own: what matters in it is ASCII,
// and the rest need only not be in the way.
type asciiOf struct{ in io.Reader }

func (r asciiOf) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	for i, c := range p[:n] {
		if c >= 0x80 {
			p[i] = '?'
		}
	}
	return n, err
}

// ref is the id that a reference within the file names, "" for any other.
func ref(s string) string {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "url("); ok {
		s, _, ok = strings.Cut(rest, ")")
		if !ok {
			return ""
		}
		s = strings.Trim(strings.TrimSpace(s), `"'`)
	}
	id, _ := strings.CutPrefix(s, "#")
	if id == s {
		return ""
	}
	return id
}

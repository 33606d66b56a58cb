// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package page

import "strings"

// place is where in the page its end stands. It follows what templates say;
// values never move it, since they are escaped.
type place struct {
	in   int
	name string // of the element or the attribute
	word strings.Builder
	text string // the element that is being opened
	ends bool   // it is its end
}

const (
	inText  = iota
	inOpen  // the name of an element
	inTag   // between its attributes
	inValue // a quoted attribute
	inStyle // the text of a style element
)

// pass moves over what a template says.
func (p *place) pass(s string) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch p.in {
		case inText:
			if c == '<' {
				p.open()
			}
		case inStyle:
			if strings.HasPrefix(s[i:], "</style") {
				p.open()
			}
		case inOpen, inTag:
			p.tag(c)
		case inValue:
			if c == '"' {
				p.in = inTag
				p.word.Reset()
			}
		}
	}
}

func (p *place) open() {
	p.in, p.text, p.ends = inOpen, "", false
	p.word.Reset()
}

// tag moves over a character of an element.
func (p *place) tag(c byte) {
	switch {
	case c == '>':
		if p.in == inOpen {
			p.text = p.word.String()
		}
		if p.in = inText; p.text == "style" && !p.ends {
			p.in = inStyle
		}
	case c == '"':
		p.in, p.name = inValue, strings.TrimSuffix(p.word.String(), "=")
	case c == '/' && p.in == inOpen && p.word.Len() == 0:
		p.ends = true
	case c == ' ' || c == '\n' || c == '\t' || c == '/':
		if p.in == inOpen && p.word.Len() > 0 {
			p.in, p.text = inTag, p.word.String()
		}
		p.word.Reset()
	default:
		p.word.WriteByte(c)
	}
}

// leads reports whether the attribute holds an address that a browser follows.
func (p *place) leads() bool {
	switch strings.ToLower(p.name) {
	case "href", "src", "action", "formaction", "cite", "poster", "data", "srcset", "background":
		return true
	}
	return false
}

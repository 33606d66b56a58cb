// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package bake finds the badge inside a picture: awards of Open Badges travel
// baked into a PNG (a text chunk called openbadges or openbadgecredential) or
// an SVG (an element of that name), as JSON, as a signed token or as an
// address. It knows where such texts lie; it refuses to know what they mean,
// to check signatures and to fetch anything.
package bake

import (
	"bytes"
	"regexp"
	"strconv"

	"insignia/designer"
	"insignia/internal/clean"
)

// MaxText is the most bytes of a baked text, whatever it was packed into.
// Real ones have a few kilobytes; those with their picture inside a few
// hundred.
const MaxText = 1 << 20

// maxTexts is the most texts of one picture that are looked at.
const maxTexts = 8

// Found is a badge as it lay in a picture.
type Found struct {
	Doc    []byte // JSON, as it stood there
	Signed bool   // it came out of a token whose signature nobody has checked
	Others int    // further badges of the same picture
}

// Find returns the badge in a PNG or an SVG. Of several it is the first.
// Errors are *designer.Error: bake-none, bake-address for one that only says
// where the badge lies, bake-damaged, bake-large, and those of Payload.
func Find(b []byte) (Found, error) {
	var texts [][]byte
	var err error
	switch {
	case IsPNG(b):
		texts, err = pngTexts(b)
	case IsSVG(b):
		texts, err = svgTexts(b)
	}
	if err != nil {
		return Found{}, err
	}
	return choose(texts)
}

// choose takes the first text that holds a badge itself.
func choose(texts [][]byte) (Found, error) {
	var out Found
	var failed error
	address := ""
	for _, t := range texts {
		t = bytes.TrimSpace(t)
		signed := false
		switch {
		case len(t) <= maxAddress && web.Match(t):
			if address == "" {
				address, _ = clean.Line(string(t))
			}
			continue
		case IsToken(t):
			doc, err := Payload(t)
			if err != nil {
				failed = err
				continue
			}
			t, signed = doc, true
		case len(t) == 0:
			continue
		}
		if out.Doc != nil {
			out.Others++
			continue
		}
		out.Doc, out.Signed = t, signed
	}
	switch {
	case out.Doc != nil:
		return out, nil
	case failed != nil:
		return Found{}, failed
	case address != "":
		return Found{}, &designer.Error{Code: "bake-address", Args: designer.Args{"url": address}}
	}
	return Found{}, &designer.Error{Code: "bake-none"}
}

// web is a text that is an address and nothing else. Longer ones than browsers
// take are none.
var web = regexp.MustCompile(`^(?i:https?)://[^\s<>"{}]+$`)

const maxAddress = 2048

func damaged() error { return &designer.Error{Code: "bake-damaged"} }

func large() error {
	return &designer.Error{Code: "bake-large", Args: designer.Args{"limit": strconv.Itoa(MaxText >> 20)}}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package foreign reads anyone's badge into a draft: the badge of Open Badges
// 0.5 to 3.0, alone or inside an award, baked into a picture, signed, or as the
// servers of issuers write it. Most badges out there are not valid, so it is
// lenient; whatever it mends it says, and what no field of a draft takes it
// keeps. It refuses to fetch anything, to check signatures, and to know where a
// file lies.
package foreign

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/export/bake"
	"insignia/export/strict"
	"insignia/internal/clean"
)

// The generations of the standard.
const (
	OB2 = "ob2" // and those before it
	OB3 = "ob3"
)

// Result is one badge of a file.
type Result struct {
	Draft designer.Draft
	// Picture is the badge's picture as it was found, nil where there is none:
	// the bytes of a PNG, a JPEG, a GIF, a WebP or an SVG. Nobody has looked
	// into it yet.
	Picture []byte
	// Repairs are what was mended, in the order in which it was met: codes
	// that begin with IMPORT-.
	Repairs []designer.Problem
	// Kept is what no field took; it is the draft's Foreign as well.
	Kept []designer.Member
	// Standard is OB2 or OB3, Version as people say it, "" where the file says
	// nothing of it: it is from an issuer's server, say.
	Standard, Version string
	// Award reports that the badge lay inside an award, which was left aside.
	Award bool
	// Cleaned counts the characters that internal/clean removed.
	Cleaned int
}

// Near gives a file that lies beside the one being read. The name has one or
// two parts, with / between them, and leads out of no folder.
type Near func(name string) ([]byte, bool)

// MaxFile is the most bytes of a file: a picture may have as many, a document
// strict.MaxBytes.
const MaxFile = 16 << 20

// maxBadges is the most badges of one file.
const maxBadges = 200

// Read reads the badges of a file: JSON in any encoding, a PNG or an SVG with
// a badge baked in, or a signed token. A list gives several. near may be nil.
//
// Errors are *designer.Error. Of the text: import-empty, too-big, too-deep,
// not-json with line and column, import-twice for a member that says two
// different things. Of files that are something else: import-zip, import-pdf,
// import-html, import-xml, import-photo, import-binary, import-address,
// import-text. Of badges that are not whole: badge-bare,
// issuer-alone, award-alone, award-bare, import-other, import-unknown, import-none, and those of package
// bake. With an error there are no results.
func Read(data []byte, near Near) ([]Result, error) {
	s := &source{near: near}
	root, err := s.open(data)
	if err != nil {
		return nil, err
	}
	s.link(root)
	found, err := s.find(root, 0)
	if err != nil {
		return nil, err
	}
	if s.skipped > 0 {
		s.tell("IMPORT-SKIPPED", designer.Hint, "", "n", strconv.Itoa(s.skipped))
	}
	out := make([]Result, 0, len(found))
	for _, c := range found {
		r := s.read(c)
		if d := r.Draft; d.Name == "" && d.Description == "" && len(d.Criteria.Steps) == 0 && d.Criteria.URL == "" {
			continue
		}
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil, refuse("badge-bare")
	}
	return out, nil
}

// source is a file under reading, with what is told of it as a whole.
type source struct {
	near    Near
	picture []byte // that the badge was baked into
	links   map[string]strict.Node
	skipped int // entries of lists that are no badges
	notes
}

// notes are repairs under way. The same is told once.
type notes struct{ repairs []designer.Problem }

// maxRepairs is where telling more stops helping.
const maxRepairs = 200

// tell notes a repair; args are pairs of a placeholder and its value, which is
// shortened and cleaned, since it comes from a stranger.
func (n *notes) tell(code string, level designer.Level, field string, args ...string) {
	if len(n.repairs) == maxRepairs {
		return
	}
	p := designer.Problem{Code: code, Level: level, Field: field}
	if f, ok := designer.FieldByID(field); ok {
		p.Question = f.Question
	}
	for i := 0; i+1 < len(args); i += 2 {
		if p.Args == nil {
			p.Args = designer.Args{}
		}
		p.Args[args[i]] = shown(args[i+1])
	}
	if !slices.ContainsFunc(n.repairs, func(o designer.Problem) bool { return same(o, p) }) {
		n.repairs = append(n.repairs, p)
	}
}

func same(a, b designer.Problem) bool {
	if a.Code != b.Code || a.Field != b.Field || len(a.Args) != len(b.Args) {
		return false
	}
	for k, v := range a.Args {
		if b.Args[k] != v {
			return false
		}
	}
	return true
}

// maxShown is how much of a stranger's text a sentence bears.
const maxShown = 120

func shown(s string) string {
	cut, was := clean.Cut(s, maxShown)
	cut, _ = clean.Line(cut)
	cut = strings.TrimSpace(cut)
	if was {
		cut += "…"
	}
	return cut
}

// refuse makes an error whose arguments may be shown.
func refuse(code string, args ...string) error {
	e := &designer.Error{Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if e.Args == nil {
			e.Args = designer.Args{}
		}
		e.Args[args[i]] = shown(args[i+1])
	}
	return e
}

// open finds the document in a file, whatever it is wrapped into.
func (s *source) open(data []byte) (strict.Node, error) {
	if len(data) > MaxFile {
		return strict.Node{}, refuse("too-big", "limit", strconv.Itoa(MaxFile>>20))
	}
	if bake.IsPNG(data) || bake.IsSVG(data) {
		found, err := bake.Find(data)
		if err != nil {
			return strict.Node{}, err
		}
		s.picture, data = data, found.Doc
		if found.Signed {
			s.signed()
		}
		if found.Others > 0 {
			s.tell("IMPORT-OTHERS", designer.Warn, "", "n", strconv.Itoa(found.Others))
		}
	}
	if err := other(data); err != nil {
		return strict.Node{}, err
	}
	if bake.IsToken(data) {
		doc, err := bake.Payload(data)
		if err != nil {
			return strict.Node{}, err
		}
		s.signed()
		data = doc
	}
	return s.parse(data)
}

func (s *source) signed() { s.tell("IMPORT-SIGNED", designer.Hint, "") }

// other refuses files that are no badge, by how they begin.
func other(data []byte) error {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF")))
	head := data[:min(len(data), 1024)]
	for _, k := range []struct{ code, begins, kind string }{
		{"import-zip", "PK\x03\x04", "ZIP"},
		{"import-zip", "PK\x05\x06", "ZIP"},
		{"import-zip", "\x1f\x8b", "GZ"}, // a course that Moodle has saved, too
		{"import-pdf", "%PDF", "PDF"},
		{"import-photo", "\xff\xd8\xff", "JPEG"},
		{"import-photo", "GIF8", "GIF"},
	} {
		if bytes.HasPrefix(head, []byte(k.begins)) {
			return refuse(k.code, "kind", k.kind)
		}
	}
	if len(head) > 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP" {
		return refuse("import-photo", "kind", "WebP")
	}
	low := bytes.ToLower(head)
	switch {
	case len(data) == 0:
		return refuse("import-empty")
	case bytes.HasPrefix(low, []byte("<!doctype")), bytes.HasPrefix(low, []byte("<html")), bytes.Contains(low, []byte("<head")) && low[0] == '<':
		return refuse("import-html")
	case bytes.HasPrefix(low, []byte("<?xml")), low[0] == '<':
		return refuse("import-xml")
	case len(data) <= len(head) && (bytes.HasPrefix(low, []byte("http://")) || bytes.HasPrefix(low, []byte("https://"))) && !bytes.ContainsAny(data, " \n"):
		return refuse("import-address", "url", string(data))
	}
	return nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package ob2 writes a draft as Open Badges 2.0: a BadgeClass with its picture
// and its issuer inside, and the issuer's Profile, as every issuer that reads
// such files takes them. It knows the standard's terms and where a file lies
// on the web; it refuses to know how a picture is drawn and what becomes of
// the files. What it writes has passed package check.
package ob2

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"insignia/designer"
	"insignia/export"
	"insignia/export/check"
)

const (
	// side is the one size in pixels that every issuer takes: Open Badge
	// Factory at most 300, Moodle at least 300.
	side = 300

	badgeFile  = "badge.json"
	issuerFile = "issuer.json"
	imageFile  = "badge.png"
)

// Format writes badge.json and issuer.json, and badge.png when there is a
// base URL. While offline the badge's id is urn:uuid: and the draft's id, and
// the picture lies in badge.json itself; with a base URL all three are named
// by it. What a draft has no answer for becomes a marked placeholder, which
// is among the problems.
//
// Errors: bad-id for a draft without an id while offline, bad-base for a base
// URL that nothing can lie under, export.NotFinal with Options.Final, and
// those of the picture.
var Format = export.Format{ID: "ob2", Files: files}

func files(d designer.Draft, p export.Picture, o export.Options) ([]export.File, []designer.Problem, error) {
	base, err := baseURL(o.BaseURL)
	if err != nil {
		return nil, nil, err
	}
	if base == "" && !designer.ValidID(d.ID) {
		return nil, nil, &designer.Error{Code: "bad-id", Args: designer.Args{"value": d.ID}}
	}
	found := problems(d, base, o.Final)
	if o.Final {
		if err := export.NotFinal(found); err != nil {
			return nil, found, err
		}
	}
	if p == nil {
		return nil, nil, errors.New("ob2: no picture")
	}
	picture, err := p.PNG(side)
	if err != nil {
		return nil, nil, err
	}
	b := compose(d, base)
	var out []export.File
	if base == "" {
		b.Image = "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture)
		if !blank(d.Issuer.URL) {
			found = append(found, designer.Problem{Code: "ISSUER-HOST", Level: designer.Hint, Question: designer.AskIssuer, Field: "issuer.url",
				Args: designer.Args{"file": issuerFile, "url": b.Issuer.ID}})
		}
	} else {
		b.Image = base + "/" + imageFile
		out = append(out, export.File{Name: imageFile, Bytes: picture})
	}
	alone := b.Issuer
	alone.Context = context
	out = append(out, export.File{Name: badgeFile, Bytes: encode(b)}, export.File{Name: issuerFile, Bytes: encode(alone)})
	for _, f := range out {
		if err := conforms(f); err != nil {
			return nil, nil, err
		}
	}
	return out, arrange(found), nil
}

// conforms checks what was written. A breach is a mistake of this program,
// never of its user, so it has no words.
func conforms(f export.File) error {
	if !strings.HasSuffix(f.Name, ".json") {
		return nil
	}
	for _, x := range check.Check(f.Bytes).Findings {
		if x.Level == designer.Fault {
			return fmt.Errorf("ob2: %s breaks %s at %s", f.Name, x.Rule, x.Path)
		}
	}
	return nil
}

// encode writes JSON that people can read: indented, in the order of the
// struct, without escapes that JSON does not need.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("ob2: " + err.Error()) // strings alone cannot fail
	}
	return b.Bytes()
}

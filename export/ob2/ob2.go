// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package ob2 writes a draft as Open Badges 2.0: a BadgeClass with its picture
// and its issuer inside, and the issuer's Profile, as every issuer that reads
// such files takes them. It knows the standard's terms, and puts back what a
// badge from outside came with; it refuses to know
// how a picture is drawn and what becomes of the files. What it writes has
// passed package check.
package ob2

import (
	"strings"

	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/export/foreign"
)

// Format writes badge.json and issuer.json, and badge.png when there is a
// base URL. While offline the badge's id is urn:uuid: and the draft's id, and
// the picture lies in badge.json itself; with a base URL all three are named
// by it. What a draft has no answer for becomes a marked placeholder, which
// is among the problems.
//
// Errors are those of fair.Begin and of the picture.
var Format = export.Format{ID: export.OB2, Files: files}

func files(d designer.Draft, p export.Picture, o export.Options) ([]export.File, []designer.Problem, error) {
	c, found, err := fair.Begin(d, o)
	if err != nil {
		return nil, found, err
	}
	if p == nil {
		return nil, nil, export.ErrNoPicture
	}
	picture, err := p.PNG(fair.ImageSide)
	if err != nil {
		return nil, nil, err
	}
	b := compose(c, o.Twins)
	var out []export.File
	if !c.Hosted() {
		b.Image = fair.Inline(picture)
		if strings.TrimSpace(d.Issuer.URL) != "" {
			found = append(found, designer.Problem{Code: "ISSUER-HOST", Level: designer.Hint, Question: designer.AskIssuer, Field: "issuer.url",
				Args: designer.Args{"file": fair.IssuerFile, "url": b.Issuer.ID}})
		}
	} else {
		b.Image = c.At(fair.ImageFile)
		out = append(out, export.File{Name: fair.ImageFile, Bytes: picture})
	}
	doc, alone := fair.JSON(b), fair.JSON(document{context, b.Issuer})
	if len(d.Foreign) > 0 {
		made := doc
		doc = foreign.Restore(made, foreign.OB2, d)
		alone = foreign.Issuer(doc, made)
	}
	for _, f := range []export.File{{Name: fair.BadgeFile, Bytes: doc}, {Name: fair.IssuerFile, Bytes: alone}} {
		if err := fair.Conforms(f.Name, f.Bytes); err != nil {
			return nil, nil, err
		}
		out = append(out, f)
	}
	return out, fair.Arrange(found), nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package ob3 writes a draft as Open Badges 3.0: an Achievement, the template
// of an award of it, which whoever signs fills and signs, and the issuer's
// Profile. It knows the standard's terms; it refuses to know keys and proofs,
// how a picture is drawn and what becomes of the files. What it writes has
// passed package check.
package ob3

import (
	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/export/foreign"
	"insignia/internal/locale"
)

// Format writes achievement.json, credential.json and profile.json, and
// badge.png when there is a base URL. While offline the Achievement's id is a
// URN made from the draft's id, and the picture lies in the files themselves.
// What a draft has no answer for becomes a marked placeholder, which is among
// the problems; credential.json has those of an award besides, see AwardID.
//
// Errors are those of ob2.Format.
var Format = export.Format{ID: export.OB3, Files: files}

func files(d designer.Draft, p export.Picture, o export.Options) ([]export.File, []designer.Problem, error) {
	c, found, err := fair.Begin(d, o)
	if err != nil {
		return nil, found, err
	}
	if p, short := shortened(c.Language); short {
		found = append(found, p)
	}
	if p == nil {
		return nil, nil, export.ErrNoPicture
	}
	drawn, err := p.PNG(fair.ImageSide)
	if err != nil {
		return nil, nil, err
	}
	a, by := compose(c, locale.For(d.Language), o.Twins), issuer(c)
	a.Creator = &by
	a.Image = &picture{Type: "Image", Caption: fair.Line(p.Alt())}
	var out []export.File
	if !c.Hosted() {
		a.Image.ID = fair.Inline(drawn)
	} else {
		a.Image.ID = c.At(fair.ImageFile)
		out = append(out, export.File{Name: fair.ImageFile, Bytes: drawn})
	}
	whole := a
	whole.Context = contexts
	doc, template, alone := fair.JSON(whole), fair.JSON(award(a, by)), fair.JSON(document{contexts, by})
	if len(d.Foreign) > 0 {
		made := doc
		doc, template = foreign.Restore(made, foreign.OB3, d), foreign.Restore(template, foreign.OB3, d)
		alone = foreign.Issuer(doc, made)
	}
	for _, f := range []export.File{
		{Name: fair.AchievementFile, Bytes: doc},
		{Name: fair.CredentialFile, Bytes: template},
		{Name: fair.ProfileFile, Bytes: alone},
	} {
		if err := fair.Conforms(f.Name, f.Bytes); err != nil {
			return nil, nil, err
		}
		out = append(out, f)
	}
	return out, fair.Arrange(found), nil
}

// shortened says what the standard cannot tell of a language.
func shortened(full string) (designer.Problem, bool) {
	p := designer.Problem{Code: "LANGUAGE-SHORT", Level: designer.Hint, Question: designer.Start, Field: "language",
		Args: designer.Args{"value": full, "written": language(full)}}
	if p.Args["written"] == "" {
		p.Code = "LANGUAGE-NONE"
	}
	return p, language(full) != full
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"strconv"

	"insignia/designer"
	"insignia/export"
	"insignia/export/fair"
	"insignia/internal/locale"
)

// Pack is a badge as one platform takes it.
type Pack struct {
	Platform
	Blocks []Block // the controls of its form, in order
	// Problems are what had to be shortened, changed or left out, and what is
	// still missing: by question, in each the gravest first.
	Problems []designer.Problem
	Files    []export.File // pictures and bodies

	picture export.File // of Files, the one to upload
	alt     string
	lang    string // of the badge's texts
	name    string
	own     []designer.Problem
}

// Of makes the pack of a platform. Today is the day against which the age of
// its table is held, YYYY-MM-DD; "" for none.
//
// Errors are unknown-platform, those of fair.Base, bad-id for a draft without
// an id, picture-bytes, and not-final where Options.Final is set and something
// is missing.
func Of(d designer.Draft, id string, pic export.Picture, o export.Options, today string) (Pack, error) {
	p, ok := Lookup(id)
	if !ok {
		known := designer.Platforms()
		return Pack{}, &designer.Error{Code: "unknown-platform", Args: designer.Args{"value": id, "nearest": designer.NearestOf(id, known)}}
	}
	base, err := fair.Base(o.BaseURL)
	if err != nil {
		return Pack{}, err
	}
	if base == "" && !designer.ValidID(d.ID) {
		return Pack{}, &designer.Error{Code: "bad-id", Args: designer.Args{"value": d.ID}}
	}
	found := fair.Found(d, base, o.Final)
	if o.Final {
		if err := export.NotFinal(found); err != nil {
			return Pack{Problems: found}, err
		}
	}
	if pic == nil {
		return Pack{}, export.ErrNoPicture
	}
	r := read(&d, base)
	r.alt = pic.Alt()
	f := fill(p, r, found)
	f.age(today)
	out := Pack{Platform: p, name: r.text(Name), alt: fair.Line(r.alt), lang: r.language(), own: f.arranged()}
	out.Problems = fair.Arrange(append(found, f.problems...))
	if err := out.draw(pic); err != nil {
		return Pack{}, err
	}
	out.write(&f)
	return out, nil
}

// draw makes the pictures.
func (p *Pack) draw(pic export.Picture) error {
	for _, side := range append([]int{p.Picture.Side}, p.Picture.More...) {
		b, err := export.Within(pic, side, p.Picture.Bytes)
		if err != nil {
			return err
		}
		p.Files = append(p.Files, export.File{Name: "badge-" + strconv.Itoa(side) + ".png", Bytes: b})
	}
	p.picture = p.Files[0]
	if p.Picture.SVG {
		b, err := pic.SVG()
		if err != nil {
			return err
		}
		p.Files = append(p.Files, export.File{Name: fair.VectorFile, Bytes: b})
	}
	return nil
}

// write makes the bodies and gives the blocks what only they have.
func (p *Pack) write(f *filled) {
	var template string
	for i, b := range p.Bodies {
		f.values["image"] = value{text: fair.Inline(p.picture.Bytes)}
		doc := fair.JSON(f.body(b.Keys))
		if i == 0 {
			template = string(doc[:len(doc)-1]) // without the last end of a line
		}
		p.Files = append(p.Files, export.File{Name: b.Name + ".json", Bytes: doc})
	}
	p.Blocks = f.blocks
	for i, b := range p.Blocks {
		switch p.part(b.Field) {
		case Image:
			p.Blocks[i].Text = p.picture.Name
		case Template:
			p.Blocks[i].Text = template
			p.Blocks[i].Have = length(template)
		}
	}
}

// part is what a field of the form takes.
func (p *Pack) part(field string) Part { return p.field(field).Part }

func (p *Pack) field(id string) Field {
	for _, f := range p.Fields {
		if f.ID == id {
			return f
		}
	}
	panic("pack: no field " + id) // blocks are made from the fields
}

// Format writes the pack of a platform into a folder of its own, called after
// the platform: the pictures, the bodies of its API, copy.html and copy.txt,
// how-to.html. The pages speak the words of w; what is in the fields stays in
// the language of the badge. Errors are those of Of.
func Format(id string, w locale.Words, today string) export.Format {
	return export.Format{ID: id, Files: func(d designer.Draft, pic export.Picture, o export.Options) ([]export.File, []designer.Problem, error) {
		p, err := Of(d, id, pic, o, today)
		if err != nil {
			return nil, p.Problems, err
		}
		pages, err := p.pages(w)
		if err != nil {
			return nil, p.Problems, err
		}
		files := append(p.Files, pages...)
		for i := range files {
			files[i].Name = id + "/" + files[i].Name
		}
		return files, p.Problems, nil
	}}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"flag"
	"strconv"
	"testing"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/fair"
	"insignia/internal/locale"
)

// forms is where the packs and the forms for a browser go: see .ci/copy.sh.
var forms = flag.String("forms", "", "folder to write packs and their forms to")

// control is a control of a form as a browser builds it.
type control struct {
	Label string `json:"label"`
	Limit int    `json:"limit"`
	Lines bool   `json:"lines"` // takes several
	Text  string `json:"text"`  // what has to arrive in it
}

// oneLine are the parts that forms ask for in a control of one line.
var oneLine = map[Part]bool{Name: true, Tags: true, CriteriaURL: true, Caption: true, Version: true, IssuerName: true, IssuerURL: true,
	IssuerEmail: true, Hours: true, Minutes: true}

func TestWriteForms(t *testing.T) {
	write := func(name, id, lang string, d designer.Draft) {
		p, err := Of(d, id, flat{}, export.Options{}, "")
		if err != nil {
			t.Fatal(err)
		}
		var all []control
		for _, b := range p.Blocks {
			part := p.part(b.Field)
			if b.Choose || part == Image {
				continue
			}
			lines := !oneLine[part] && b.Row != "target-name" && b.Row != "target-url" && b.Row != "criterion"
			all = append(all, control{p.box(b, locale.For(lang)).Label, b.Limit, lines, b.Text})
		}
		if len(all) < 2 {
			t.Errorf("%s: %d controls", id, len(all))
		}
		files, _, err := Format(id, locale.For(lang), "").Files(d, flat{}, export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, export.File{Name: id + "/form.json", Bytes: fair.JSON(all)})
		if *forms == "" {
			return
		}
		for i := range files {
			files[i].Name = name + "/" + files[i].Name
		}
		if err := export.Write(*forms, files, true); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range designer.Platforms() {
		for _, name := range sample.Names() {
			d := load(t, name, shownIn[name])
			d.Alignment = []designer.Alignment{{TargetName: "Repair", TargetURL: "https://skills.org/repair", TargetDescription: "One line\nand another"}}
			write(name, id, shownIn[name], d)
		}
		for i, d := range manyDrafts(t)[:3] {
			d.Criteria.Steps = d.Criteria.Steps[:min(5, len(d.Criteria.Steps))] // a browser is slow
			write("odd-"+strconv.Itoa(i+1), id, []string{"en", "es"}[i%2], d)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/export/foreign"
	"insignia/render/photo"
)

// importForeign takes in somebody else's badges, and says what was mended and
// what is kept without a field.
func (a *app) importForeign(ctx context.Context, name string, b []byte) error {
	all, err := foreign.Read(b, beside(name))
	if err != nil {
		return err
	}
	for _, r := range all {
		d, problems := pictured(r)
		a.cleaned(r.Cleaned)
		id, err := a.keep(ctx, answers.Result{Draft: d, HasID: d.ID != ""})
		if err != nil {
			return err
		}
		a.problems(slices.Concat(r.Repairs, problems), designer.Hint)
		if len(r.Kept) > 0 {
			a.note(a.words().N("cli.import.kept", len(r.Kept), "members", members(r.Kept)))
		}
		a.print(id)
	}
	return nil
}

// pictured is the draft with the picture that the badge came with. One that
// cannot be read is told, and costs nothing else.
func pictured(r foreign.Result) (designer.Draft, []designer.Problem) {
	d := r.Draft
	if len(r.Picture) == 0 {
		return d, nil
	}
	p, err := photo.Read(r.Picture)
	if err == nil {
		var kept string
		if kept, err = p.Keep(p.Square()); err == nil {
			d.Look.Picture, d.Look.Centre = kept, "whole"
			return d, nil
		}
	}
	return d, []designer.Problem{{Code: "IMPORT-PICTURE", Level: designer.Warn, Question: designer.AskLook, Field: "look.picture"}}
}

// mostShown is how many members without a field are named.
const mostShown = 8

// members names what is kept, for people.
func members(kept []designer.Member) string {
	var out []string
	for _, m := range kept {
		out = append(out, m.Path)
	}
	if len(out) > mostShown {
		out = append(out[:mostShown], "…")
	}
	return strings.Join(out, ", ")
}

// beside gives the files that lie beside a badge's own. Nothing else is opened,
// and nothing is fetched.
func beside(name string) foreign.Near {
	if name == "-" {
		return nil
	}
	dir := filepath.Dir(name)
	return func(file string) ([]byte, bool) {
		file = filepath.FromSlash(file)
		if !filepath.IsLocal(file) {
			return nil, false
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, false
		}
		defer root.Close()
		if info, err := root.Stat(file); err != nil || !info.Mode().IsRegular() || info.Size() > foreign.MaxFile {
			return nil, false
		}
		f, err := root.Open(file)
		if err != nil {
			return nil, false
		}
		defer f.Close()
		b, err := io.ReadAll(io.LimitReader(f, foreign.MaxFile+1))
		return b, err == nil && len(b) <= foreign.MaxFile
	}
}

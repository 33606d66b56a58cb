// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/render"
	"insignia/render/photo"
	"insignia/tui"
)

// assignment is one FIELD=VALUE or FIELD+=VALUE.
type assignment struct {
	field string
	more  bool // +=
	value string
}

// parseAssignment reads FIELD=VALUE, which replaces, FIELD+=VALUE, which
// adds to a list, and FIELD=, which clears. The value is as it was given.
func parseAssignment(s string) (assignment, error) {
	field, value, ok := strings.Cut(s, "=")
	field, more := strings.CutSuffix(field, "+")
	field = strings.TrimSpace(field)
	if !ok || field == "" {
		return assignment{}, unable(refuse("bad-assignment", "value", s))
	}
	return assignment{field, more, value}, nil
}

// assignments are applied to a draft all or not at all.
type assignments []assignment

// assignments reads arguments: a value @FILE is what is in that file, - what
// comes on standard input, and @@ begins with one @. Characters that nobody
// sees are taken out and mentioned.
func (a *app) assignments(args []string) (assignments, error) {
	var out assignments
	for _, arg := range args {
		as, err := parseAssignment(arg)
		if err != nil {
			return nil, err
		}
		file, fromFile := strings.CutPrefix(as.value, "@")
		switch {
		case as.value == "-" || fromFile && !strings.HasPrefix(file, "@"):
			if !fromFile {
				file = "-"
			}
			value, err := a.fileValue(as.field, file)
			if err != nil {
				return nil, err
			}
			as.value = value
		case fromFile:
			as.value = file
		}
		out = append(out, as)
	}
	a.cleaned(out.tidy())
	return out, nil
}

// tidy takes out what nobody sees, and counts it.
func (all assignments) tidy() (removed int) {
	for i := range all {
		var n int
		all[i].value, n = clean.Text(all[i].value)
		removed += n
	}
	return removed
}

// apply changes d by every assignment, or leaves it as it is and says what
// was wrong with the first one that does not fit.
func (all assignments) apply(d *designer.Draft) error {
	c := d.Clone()
	looks := map[string]bool{}
	for _, as := range all {
		if err := as.apply(&c); err != nil {
			return err
		}
		looks[as.field] = true
	}
	for _, p := range render.Of(c).Problems() {
		if p.Code == "LOOK-UNKNOWN" && looks[p.Field] {
			return refuse("unknown-look", "field", p.Field, "value", p.Args["value"], "nearest", p.Args["nearest"])
		}
	}
	*d = c
	return nil
}

func (as assignment) apply(d *designer.Draft) error {
	f, whole := designer.FieldByID(as.field)
	switch {
	case whole && f.IsList():
		return as.applyList(d)
	case as.more:
		return d.Append(as.field, as.value) // which says why not
	case whole && f.Input.Multiline():
		return d.Set(as.field, as.value)
	}
	return d.Set(as.field, strings.ReplaceAll(strings.TrimSpace(as.value), "\n", " "))
}

// applyList takes an item from each line, as Field.Value writes them. Commas
// part nothing: people use them inside an item.
func (as assignment) applyList(d *designer.Draft) error {
	if !as.more {
		if err := d.Clear(as.field); err != nil {
			return err
		}
	}
	for item := range strings.SplitSeq(as.value, "\n") {
		if err := d.Append(as.field, item); err != nil {
			return err
		}
	}
	return nil
}

// fileValue is what a field takes from a file: its text, or, of a picture, what
// a badge keeps of it; a picture becomes a drawing where that is asked for.
func (a *app) fileValue(field, name string) (string, error) {
	f, _ := designer.FieldByID(field)
	if (f.Input == designer.Photo || f.Input == designer.Drawing) && name != "-" {
		p, err := tui.BringPicture(name)
		switch {
		case err == nil && f.Input == designer.Photo:
			return p.Keep(p.Square())
		case err == nil:
			g := p.Trace(p.Square(), photo.Tracing{Side: designer.GridSides()[1]})
			return g.String(), nil
		case f.Input == designer.Photo:
			return "", err
		}
	}
	b, err := a.read(name)
	return string(b), err
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"strconv"
	"strings"
)

// appendItem adds what a person typed as one item to a list field.
func (d *Draft) appendItem(f Field, value string) error {
	at := f.ID + "." + strconv.Itoa(len(f.List(d))+1)
	if len(f.List(d)) >= f.Items {
		return &Error{Code: "too-many", Args: Args{"field": f.ID, "limit": strconv.Itoa(f.Items)}}
	}
	if err := f.fits(at, value); err != nil {
		return err
	}
	switch v := f.at(d).(type) {
	case *[]string:
		*v = append(slices.Clone(*v), oneLine(value))
	case *[]Step:
		*v = append(slices.Clone(*v), Step{Text: oneLine(value)})
	case *[]Lead:
		*v = append(slices.Clone(*v), Lead{Name: oneLine(value)})
	case *[]Alignment:
		*v = append(slices.Clone(*v), parseAlignment(value))
	}
	return nil
}

// parseAlignment reads "name https://target": the address may stand anywhere.
func parseAlignment(s string) Alignment {
	var a Alignment
	var name []string
	for _, w := range strings.Fields(s) {
		if a.TargetURL == "" && (strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "http://")) {
			a.TargetURL = w
			continue
		}
		name = append(name, w)
	}
	a.TargetName = strings.Join(name, " ")
	return a
}

// setItem replaces an item of a list, or a member of it. The item after the
// last one may be set too: that appends. An item whose last member was
// cleared leaves the list.
func (d *Draft) setItem(p path, value string) error {
	f := p.field
	at := f.ID + "." + strconv.Itoa(p.item)
	n := len(f.List(d))
	switch {
	case p.item == n+1 && value != "" && (p.sub == "" || p.sub == subs[f.Input][0]):
		return d.appendItem(f, value)
	case p.item > n:
		return &Error{Code: "no-item", Args: Args{"field": f.ID, "item": strconv.Itoa(p.item), "length": strconv.Itoa(n)}}
	}
	if p.sub != "" {
		at += "." + p.sub
	}
	f.Limit = f.PartLimit(p.sub)
	if err := f.fits(at, value); err != nil {
		return err
	}
	value = oneLine(value)
	i := p.item - 1
	switch v := f.at(d).(type) {
	case *[]string:
		*v = slices.Clone(*v)
		(*v)[i] = value
	case *[]Step:
		*v = slices.Clone(*v)
		if err := (*v)[i].set(p.sub, value, at); err != nil {
			return err
		}
		dropEmpty(v, i)
	case *[]Lead:
		*v = slices.Clone(*v)
		l := &(*v)[i]
		*map[string]*string{"": &l.Name, "name": &l.Name, "id": &l.ID, "url": &l.URL}[p.sub] = value
		dropEmpty(v, i)
	case *[]Alignment:
		*v = slices.Clone(*v)
		a := &(*v)[i]
		if p.sub == "" {
			*a = parseAlignment(value)
			return nil
		}
		*map[string]*string{"targetName": &a.TargetName, "targetUrl": &a.TargetURL, "targetDescription": &a.TargetDescription,
			"targetFramework": &a.TargetFramework, "targetCode": &a.TargetCode}[p.sub] = value
		dropEmpty(v, i)
	}
	return nil
}

// dropEmpty takes out item i if nothing is left in it.
func dropEmpty[T comparable](v *[]T, i int) {
	var none T
	if (*v)[i] != none {
		return
	}
	if *v = slices.Delete(*v, i, i+1); len(*v) == 0 {
		*v = nil
	}
}

// truths are the ways people write yes and no to "required".
var truths = map[string]bool{"true": true, "yes": true, "1": true, "sí": true, "si": true, "ja": true,
	"false": false, "no": false, "0": false, "nein": false}

func (s *Step) set(sub, value, at string) error {
	switch sub {
	case "", "text":
		s.Text = value
	case "evidence":
		s.Evidence = value
	case "note":
		s.Note = value
	case "required":
		yes, ok := truths[strings.ToLower(value)]
		if !ok && value != "" {
			return &Error{Code: "bad-truth", Args: Args{"field": at, "value": value}}
		}
		s.Optional = ok && !yes
	}
	return nil
}

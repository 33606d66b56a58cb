// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"bytes"
	"encoding/base64"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Set replaces the value at path by what a person typed. An empty value
// clears. A list takes one item; Append adds further ones. Errors are *Error:
// unknown-field, too-long, bad-choice, bad-number and the like, with the
// field in Args.
func (d *Draft) Set(at, value string) error {
	p, err := parsePath(at)
	if err != nil {
		return err
	}
	if value = strings.TrimSpace(value); value == "" {
		return d.clear(p)
	}
	if p.item > 0 {
		return d.setItem(p, value)
	}
	if p.field.IsList() {
		c := d.Clone() // an item that does not fit must not cost the list
		if err := c.clear(p); err != nil {
			return err
		}
		if err := c.appendItem(p.field, value); err != nil {
			return err
		}
		*d = c
		return nil
	}
	return p.field.set(d, value)
}

// Append adds an item to the list at path.
func (d *Draft) Append(at, value string) error {
	p, err := parsePath(at)
	if err != nil {
		return err
	}
	if !p.field.IsList() || p.item > 0 {
		return &Error{Code: "not-a-list", Args: Args{"field": at}}
	}
	if value = strings.TrimSpace(value); value == "" {
		return nil
	}
	return d.appendItem(p.field, value)
}

// Clear empties the field, or takes the item out of its list.
func (d *Draft) Clear(at string) error {
	p, err := parsePath(at)
	if err != nil {
		return err
	}
	return d.clear(p)
}

// Value gives the field's value as a person would type it; the items of a
// list stand on lines of their own.
func (f Field) Value(d *Draft) string {
	switch v := f.at(d).(type) {
	case *string:
		if f.Input == Effort {
			return FormatEffort(*v)
		}
		return *v
	case *int:
		if *v == 0 {
			return ""
		}
		return strconv.Itoa(*v)
	case *Rule:
		if *v == 0 {
			return ""
		}
		return v.String()
	default:
		return strings.Join(f.List(d), "\n")
	}
}

// List gives the items of a list field, each as a person would type it.
func (f Field) List(d *Draft) []string {
	var out []string
	switch v := f.at(d).(type) {
	case *[]string:
		out = slices.Clone(*v)
	case *[]Step:
		for _, s := range *v {
			out = append(out, s.Text)
		}
	case *[]Lead:
		for _, l := range *v {
			out = append(out, l.Name)
		}
	case *[]Alignment:
		for _, a := range *v {
			out = append(out, strings.TrimSpace(a.TargetName+" "+a.TargetURL))
		}
	}
	return out
}

var (
	tagShape    = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	colourShape = regexp.MustCompile(`^(#[0-9a-f]{6}|\pL[\pL -]*)$`)
	nameShape   = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]*$`)
)

// set puts a non-empty, trimmed value into a field that is not a list.
func (f Field) set(d *Draft, value string) error {
	if err := f.fits(f.ID, value); err != nil {
		return err
	}
	bad := func(code string, more Args) error {
		a := Args{"field": f.ID, "value": value}
		for k, v := range more {
			a[k] = v
		}
		return &Error{Code: code, Args: a}
	}
	switch f.Input {
	case Line, URL, Email, Text:
		if f.Input != Text {
			value = oneLine(value)
		}
	case Choice:
		v := strings.ToLower(value)
		if !slices.Contains(f.Options, v) {
			return bad("bad-choice", Args{"nearest": nearest(v, f.Options), "options": strings.Join(f.Options, ", ")})
		}
		value = v
	case Effort:
		v, ok := ParseEffort(value)
		if !ok {
			return bad("bad-effort", nil)
		}
		value = v
	case Date:
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return bad("bad-date", nil)
		}
	case Tag:
		if !tagShape.MatchString(value) {
			return bad("bad-language", nil)
		}
		value = canonicalTag(value)
	case Colours:
		parts := strings.Split(strings.ToLower(value), ",")
		for i, part := range parts {
			parts[i] = oneLine(part)
			if !colourShape.MatchString(parts[i]) || len(parts) > 3 {
				return bad("bad-colours", nil)
			}
		}
		value = strings.Join(parts, ",")
	case Drawing:
		g, err := ParseGrid(strings.ReplaceAll(value, "/", "\n"))
		if err != nil {
			return err
		}
		value = g.String()
	case Photo:
		if b, err := base64.StdEncoding.DecodeString(value); err != nil || !bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n")) {
			return &Error{Code: "bad-picture", Args: Args{"field": f.ID}}
		}
	case IconName:
		value = strings.ToLower(value)
		if !nameShape.MatchString(value) {
			return bad("bad-icon", nil)
		}
	case Number:
		n, err := strconv.Atoi(value)
		if err != nil || n < f.Min || n > f.Max {
			return bad("bad-number", Args{"min": strconv.Itoa(f.Min), "max": strconv.Itoa(f.Max)})
		}
		*f.at(d).(*int) = n
		return nil
	case RuleOf:
		r, ok := ParseRule(value)
		if !ok {
			return bad("bad-rule", nil)
		}
		*f.at(d).(*Rule) = r
		return nil
	}
	*f.at(d).(*string) = value
	return nil
}

// fits says too-long when value has more characters than the field takes.
func (f Field) fits(at, value string) error {
	if n := utf8.RuneCountInString(value); f.Limit > 0 && n > f.Limit {
		return &Error{Code: "too-long", Args: Args{"field": at, "limit": strconv.Itoa(f.Limit), "length": strconv.Itoa(n)}}
	}
	return nil
}

func (d *Draft) clear(p path) error {
	drop := func(n int) (int, error) {
		if p.item > n {
			return 0, &Error{Code: "no-item", Args: Args{"field": p.field.ID, "item": strconv.Itoa(p.item), "length": strconv.Itoa(n)}}
		}
		return p.item - 1, nil
	}
	if p.sub != "" {
		return d.setItem(p, "")
	}
	switch v := p.field.at(d).(type) {
	case *string:
		*v = ""
	case *int:
		*v = 0
	case *Rule:
		*v = 0
	case *[]string:
		return clearList(v, p.item, drop)
	case *[]Step:
		return clearList(v, p.item, drop)
	case *[]Lead:
		return clearList(v, p.item, drop)
	case *[]Alignment:
		return clearList(v, p.item, drop)
	}
	return nil
}

func clearList[T any](v *[]T, item int, index func(int) (int, error)) error {
	if item == 0 {
		*v = nil
		return nil
	}
	i, err := index(len(*v))
	if err != nil {
		return err
	}
	*v = slices.Delete(slices.Clone(*v), i, i+1)
	if len(*v) == 0 {
		*v = nil
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// canonicalTag writes a BCP 47 tag in its usual case: zh-Hant-TW.
func canonicalTag(s string) string {
	parts := strings.Split(strings.ToLower(s), "-")
	for i, p := range parts[1:] {
		switch len(p) {
		case 1:
			return strings.Join(parts, "-") // what follows a singleton stays lower case (RFC 5646, 2.1.1)
		case 2:
			parts[i+1] = strings.ToUpper(p)
		case 4:
			if p[0] >= 'a' {
				parts[i+1] = strings.ToUpper(p[:1]) + p[1:]
			}
		}
	}
	return strings.Join(parts, "-")
}

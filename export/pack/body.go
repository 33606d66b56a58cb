// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pack

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members stay in their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members as they stand.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// body makes a body of what the fields hold. What is empty is left out: to
// many an API an empty text is another thing than none, and refused.
func (f *filled) body(keys []Key) object {
	var out object
	for _, k := range keys {
		v, ok := f.worth(k)
		if !ok {
			continue
		}
		if k.List {
			v = []any{v}
		}
		out = append(out, member{k.Name, v})
	}
	return out
}

// worth is what a key stands for, false for nothing.
func (f *filled) worth(k Key) (any, bool) {
	if k.Is != nil {
		return k.Is, true
	}
	if k.In != nil {
		o := f.body(k.In)
		return o, len(o) > 0
	}
	switch v := f.values[k.Field]; {
	case k.Each != nil:
		list := []object{}
		for _, row := range v.rows {
			list = append(list, item(k.Each, row))
		}
		return list, len(list) > 0
	case v.list != nil:
		return v.list, true
	case k.Always:
		return []string{}, true
	default:
		return v.text, v.text != ""
	}
}

// item is an object of the members of one item.
func item(keys []Key, row []string) object {
	var out object
	for _, k := range keys {
		switch {
		case k.Is != nil:
			out = append(out, member{k.Name, k.Is})
		case row[k.Of] != "" || k.Always:
			out = append(out, member{k.Name, row[k.Of]})
		}
	}
	return out
}

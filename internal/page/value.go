// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package page

import (
	"reflect"
	"text/template/parse"
)

// value is that of a pipeline, which here is a single command.
func (r *run) value(dot reflect.Value, p *parse.PipeNode) reflect.Value {
	if len(p.Cmds) != 1 {
		fail("%s is more than pages speak", p)
	}
	args := p.Cmds[0].Args
	if f, ok := args[0].(*parse.IdentifierNode); ok {
		return r.call(dot, f.Ident, args[1:])
	}
	if len(args) > 1 {
		fail("%s is more than pages speak", p)
	}
	return r.arg(dot, args[0])
}

func (r *run) arg(dot reflect.Value, n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return fields(dot, n.Ident)
	case *parse.VariableNode:
		for i := len(r.vars) - 1; i >= 0; i-- {
			if r.vars[i].name == n.Ident[0] {
				return fields(r.vars[i].value, n.Ident[1:])
			}
		}
		fail("there is no %s", n)
	case *parse.ChainNode:
		return fields(r.arg(dot, n.Node), n.Field)
	case *parse.PipeNode:
		return r.value(dot, n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	case *parse.NumberNode:
		if n.IsInt {
			return reflect.ValueOf(n.Int64)
		}
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	}
	fail("%s is more than pages speak", n)
	return reflect.Value{}
}

// fields follows names through structs and maps with text for keys.
func fields(v reflect.Value, names []string) reflect.Value {
	for _, name := range names {
		v = bare(v)
		switch v.Kind() {
		case reflect.Struct:
			f := v.FieldByName(name)
			if !f.IsValid() || !f.CanInterface() {
				fail("%s has no field %s", v.Type(), name)
			}
			v = f
		case reflect.Map:
			v = v.MapIndex(reflect.ValueOf(name))
		default:
			fail("there is no %s", name)
		}
	}
	return bare(v)
}

// bare is what a pointer or an interface leads to; no value for one that leads
// nowhere.
func bare(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

func (r *run) call(dot reflect.Value, name string, args []parse.Node) reflect.Value {
	v := make([]reflect.Value, len(args))
	for i, a := range args {
		v[i] = r.arg(dot, a)
	}
	switch {
	case name == "not" && len(v) == 1:
		return reflect.ValueOf(!truth(v[0]))
	case name == "len" && len(v) == 1:
		if !v[0].IsValid() {
			return reflect.ValueOf(int64(0))
		}
		return reflect.ValueOf(int64(v[0].Len()))
	case name == "eq" && len(v) == 2:
		return reflect.ValueOf(equal(v[0], v[1]))
	case name == "and" && len(v) > 0:
		for _, x := range v {
			if !truth(x) {
				return x
			}
		}
		return v[len(v)-1]
	}
	fail("%s is called as pages do not speak", name)
	return reflect.Value{}
}

// equal compares texts with texts and whole numbers with whole numbers.
func equal(a, b reflect.Value) bool {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String()
	case a.CanInt() && b.CanInt():
		return a.Int() == b.Int()
	}
	fail("%v and %v are not compared", a, b)
	return false
}

// truth is that of html/template: what is empty is not true.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return v.Len() > 0
	case reflect.Struct:
		return true
	}
	return !v.IsZero()
}

// face is a value as it is put on a page.
func face(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package page

import (
	"bytes"
	"reflect"
	"text/template/parse"
)

// run is one making of a page.
type run struct {
	set  *Set
	out  bytes.Buffer
	at   place
	vars []variable
}

// variable is one with its $, as $ itself, which is what the template was
// handed.
type variable struct {
	name  string
	value reflect.Value
}

// maxDeep is how deep templates may show each other: ours do so twice.
const maxDeep = 50

func (r *run) template(name string, data any) {
	t := r.set.trees[name]
	if t == nil {
		fail("there is no template %s", name)
	}
	if len(r.vars) > maxDeep {
		fail("%s shows itself", name)
	}
	dot, ok := data.(reflect.Value)
	if !ok {
		dot = reflect.ValueOf(data)
	}
	// A template sees none of the variables of the one that shows it.
	outer := r.vars
	r.vars = append(r.vars[:len(r.vars):len(r.vars)], variable{"$", dot})
	r.list(dot, t.Root)
	r.vars = outer
}

func (r *run) list(dot reflect.Value, l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		r.node(dot, n)
	}
}

func (r *run) node(dot reflect.Value, n parse.Node) {
	switch n := n.(type) {
	case *parse.TextNode:
		r.out.Write(n.Text)
		r.at.pass(string(n.Text))
	case *parse.ActionNode:
		if v := r.pipe(dot, n.Pipe); len(n.Pipe.Decl) == 0 {
			r.put(face(v))
		}
	case *parse.IfNode:
		r.branch(dot, &n.BranchNode, false)
	case *parse.WithNode:
		r.branch(dot, &n.BranchNode, true)
	case *parse.RangeNode:
		r.each(dot, &n.BranchNode)
	case *parse.TemplateNode:
		var data reflect.Value
		if n.Pipe != nil {
			data = r.pipe(dot, n.Pipe)
		}
		r.template(n.Name, data)
	case *parse.CommentNode:
	default:
		fail("%s is more than pages speak", n)
	}
}

// branch is {{if}}, and {{with}} where it moves the dot.
func (r *run) branch(dot reflect.Value, n *parse.BranchNode, with bool) {
	defer r.scope()()
	v := r.pipe(dot, n.Pipe)
	switch {
	case !truth(v):
		r.list(dot, n.ElseList)
	case with:
		r.list(v, n.List)
	default:
		r.list(dot, n.List)
	}
}

// scope begins one and returns what ends it: variables that were declared in
// it are gone.
func (r *run) scope() func() {
	n := len(r.vars)
	return func() { r.vars = r.vars[:n] }
}

func (r *run) each(dot reflect.Value, n *parse.BranchNode) {
	defer r.scope()()
	list := r.value(dot, n.Pipe)
	if list.Kind() != reflect.Slice && list.Kind() != reflect.Array && list.IsValid() {
		fail("%s is no list", n.Pipe)
	}
	if !list.IsValid() || list.Len() == 0 {
		r.list(dot, n.ElseList)
		return
	}
	for i := range list.Len() {
		end := r.scope()
		item := bare(list.Index(i))
		switch d := n.Pipe.Decl; len(d) {
		case 1:
			r.declare(d[0], item)
		case 2:
			r.declare(d[0], reflect.ValueOf(i))
			r.declare(d[1], item)
		}
		r.list(item, n.List)
		end()
	}
}

func (r *run) declare(v *parse.VariableNode, value reflect.Value) {
	r.vars = append(r.vars, variable{v.Ident[0], value})
}

// pipe is the value of a pipeline, declared where it says so.
func (r *run) pipe(dot reflect.Value, p *parse.PipeNode) reflect.Value {
	v := r.value(dot, p)
	for _, d := range p.Decl {
		if p.IsAssign {
			fail("%s changes a variable", p)
		}
		r.declare(d, v)
	}
	return v
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	_ "embed" // the tables
	"slices"
	"strings"
	"sync"
)

// class is what a standard says of one kind of object.
type class struct {
	name    string
	closed  bool // it may have no other members
	plain   bool // its type is one text, no list
	members []member
}

// member is one property of a class.
type member struct {
	key, kind      string
	required, many bool
}

func (cl *class) member(key string) (member, bool) {
	if cl != nil {
		for _, m := range cl.members {
			if m.key == key {
				return m, true
			}
		}
	}
	return member{}, false
}

// keys are the names of the members.
func (cl *class) keys() []string {
	var out []string
	for _, m := range cl.members {
		out = append(out, m.key)
	}
	return out
}

// model is the classes of one standard by their names.
type model map[string]*class

//go:embed ob2.txt
var ob2Table string

//go:embed ob3.txt
var ob3Table string

var (
	ob2Model = sync.OnceValue(func() model { return readModel(ob2Table) })
	ob3Model = sync.OnceValue(func() model { return readModel(ob3Table) })
)

// readModel reads a table in the form that ob3.txt explains.
func readModel(table string) model {
	out := model{}
	for _, paragraph := range paragraphs(table) {
		head := strings.Fields(paragraph[0])
		cl := &class{name: head[0], closed: slices.Contains(head, "closed"), plain: slices.Contains(head, "plain")}
		for _, line := range paragraph[1:] {
			key, kind, _ := strings.Cut(line, " ")
			m := member{kind: strings.TrimSuffix(kind, "*")}
			m.many = strings.HasSuffix(key, "*") || m.kind != kind
			key = strings.TrimSuffix(key, "*")
			m.required = strings.HasSuffix(key, "!")
			m.key = strings.TrimSuffix(key, "!")
			cl.members = append(cl.members, m)
		}
		out[cl.name] = cl
	}
	return out
}

// paragraphs are the lines of a table between empty ones, without comments.
func paragraphs(table string) [][]string {
	var out [][]string
	for block := range strings.SplitSeq(table, "\n\n") {
		var lines []string
		for line := range strings.SplitSeq(block, "\n") {
			if line != "" && !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		if len(lines) > 0 {
			out = append(out, lines)
		}
	}
	return out
}

// below is the class that a member's value should have, nil if it is none.
func (m model) below(cl *class, key string) *class {
	spec, _ := cl.member(key)
	name, _, _ := strings.Cut(spec.kind, "|")
	return m[name]
}

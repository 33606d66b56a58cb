// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"strconv"
	"strings"

	"insignia/internal/clean"
)

// trail is the way to the value that a walk is at. It is put into words only
// where something is told: a path for each of 100,000 values costs more than
// looking at them.
type trail []step

type step struct {
	key   string
	index int // where there is no key
}

func (t *trail) push(key string, index int) { *t = append(*t, step{key, index}) }
func (t *trail) pop()                       { *t = (*t)[:len(*t)-1] }

// at reports whether the walk is at a member of that name.
func (t trail) at(key string) bool { return len(t) > 0 && t[len(t)-1].key == key }

// here is the path of the walk.
func (c *checker) here() string {
	var b strings.Builder
	for i, s := range c.trail {
		switch {
		case s.key == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case i > 0:
			b.WriteString("." + brief(s.key))
		default:
			b.WriteString(brief(s.key))
		}
	}
	return b.String()
}

// maxKey is how much of a key is shown.
const maxKey = 60

func brief(key string) string {
	if len(key) <= maxKey {
		return key
	}
	cut, _ := clean.Cut(key, maxKey)
	return cut + "…"
}

// under is the path of a member.
func under(path, key string) string {
	if path == "" {
		return brief(key)
	}
	return path + "." + brief(key)
}

// at is the path of an item.
func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

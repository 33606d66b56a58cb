// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"time"

	"insignia/export/strict"
)

// moment reads a date with its time and zone. Version 2 leaves the form to
// ISO 8601, which knows a zone without a colon; version 3 does not.
func (c *checker) moment(s string) (time.Time, bool) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil && !c.three {
		t, err = time.Parse("2006-01-02T15:04:05.999999999-0700", s)
	}
	return t, err == nil
}

func (c *checker) date(p string, n strict.Node) {
	if _, ok := c.moment(n.Text); n.Kind != strict.String || !ok {
		c.add(p, "date", "value", n.Text)
	}
}

// day checks a date without a time: only a birthday is one.
func (c *checker) day(p string, n strict.Node) {
	if _, err := time.Parse(time.DateOnly, n.Text); n.Kind != strict.String || err != nil {
		c.add(p, "day", "value", n.Text)
	}
}

// inOrder warns of an end before its beginning.
func (c *checker) inOrder(p string, n strict.Node, from, to string) {
	a, _ := n.Get(from)
	b, _ := n.Get(to)
	begin, ok := c.moment(a.Text)
	end, also := c.moment(b.Text)
	if ok && also && !begin.Before(end) {
		c.add(under(p, to), "date-order", "member", from)
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
)

// badge is one row on its way into a draft.
type badge struct {
	*reader
	row     int
	draft   designer.Draft
	cleaned int
	any     bool // a cell was meant for the draft
	said    bool // … and more than kind, team and language
}

// cell takes one cell, which is not empty.
func (b *badge) cell(c *column, raw string) {
	if c.to.kind == nothing {
		c.cells++
		return
	}
	if err := overfull(c.to.field, raw); err != nil {
		b.any = true
		b.refuse(b.row, c.heading, err)
		return
	}
	text, removed := clean.Text(bare(raw))
	b.cleaned += removed
	if text = strings.TrimSpace(text); text == "" || slices.Contains(dashes, strings.TrimSpace(raw)) {
		return
	}
	if rest, ok := strings.CutPrefix(text, "'"); ok && slices.Contains(dashes, strings.TrimLeft(rest, " '")) {
		text = rest // see Write
	}
	b.any = true
	f := c.to.field
	b.said = b.said || f.ID != "kind" && f.ID != "team" && f.ID != "language"
	if f.IsList() {
		b.list(c, text)
		return
	}
	if first, there := b.claimed[f.ID]; there && first != c.at {
		if !b.wrong || !b.told(c.heading) {
			b.refuse(b.table.row, c.heading, &designer.Error{Code: "rows-twice", Args: designer.Args{"column": b.columns[first].heading}})
		}
		b.wrong = true
		return
	}
	b.claimed[f.ID] = c.at
	if err := b.set(c.to, text); err != nil {
		b.refuse(b.row, c.heading, err)
	}
}

// overfull says too-long of a cell with more bytes than the field's characters
// can have, and some more for spaces and marks: what is in it need not be read.
func overfull(f designer.Field, raw string) error {
	most := max(f.Limit, 60) * max(f.Items, 1)
	if len(raw) <= utf8.UTFMax*most+1000 {
		return nil
	}
	return &designer.Error{Code: "too-long", Args: designer.Args{"field": f.ID, "limit": strconv.Itoa(most),
		"length": strconv.Itoa(utf8.RuneCountInString(raw))}}
}

// told reports whether the heading is known to be one too many.
func (b *badge) told(heading string) bool {
	return slices.ContainsFunc(b.Problems, func(p Problem) bool { return p.Row == b.table.row && p.Column == heading })
}

// has reports whether a field has a column of its own.
func (t *table) has(id string) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.to.kind == value && c.to.field.ID == id })
}

// set answers a field that is no list.
func (b *badge) set(to target, text string) error {
	f := to.field
	if to.question && f.ID == "issuer.name" {
		text = b.issuer(text)
	}
	text, err := b.understood(f, text)
	if err != nil {
		return err
	}
	err = b.draft.Set(f.ID, text)
	// Who types up paper says what is drawn there: that is the idea.
	if err != nil && !to.exact && (f.Input == designer.Drawing || f.Input == designer.Photo) && !b.has("look.metaphor") {
		return b.draft.Set("look.metaphor", text)
	}
	return err
}

// issuer takes the addresses out of what stands below "Issuer", where people
// put all they know of it, if they have no columns of their own. Of two of a
// kind none is taken: which is the one is not for a program to say.
func (b *badge) issuer(text string) string {
	var rest, urls, mails []string
	for _, word := range strings.Fields(text) {
		bared := strings.Trim(word, ",;:.()<>")
		low := strings.ToLower(bared)
		_, host, at := strings.Cut(bared, "@")
		switch {
		case strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "www."):
			urls = append(urls, bared)
		case at && strings.Contains(host, "."):
			mails = append(mails, bared)
		default:
			rest = append(rest, word)
			continue
		}
	}
	name := strings.TrimRight(strings.Join(rest, " "), " ,;:–-")
	if name == "" || len(urls) > 1 || len(mails) > 1 || len(urls)+len(mails) == 0 {
		return text
	}
	if len(urls) > 0 && b.has("issuer.url") || len(mails) > 0 && b.has("issuer.email") {
		return text
	}
	for i, found := range [][]string{urls, mails} {
		id := []string{"issuer.url", "issuer.email"}[i]
		if len(found) > 0 && b.draft.Set(id, found[0]) != nil {
			return text
		}
	}
	return name
}

// finish puts the lists into the draft, in the order of the vocabulary.
func (b *badge) finish() {
	for _, f := range listFields() {
		if l := b.lists[f]; l != nil && l.used {
			l.settle(b)
			l.used = false
		}
	}
}

var listFields = sync.OnceValue(func() []string {
	var out []string
	for _, f := range designer.Fields() {
		if f.IsList() {
			out = append(out, f.ID)
		}
	}
	return out
})

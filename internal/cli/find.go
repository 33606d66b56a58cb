// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export/answers"
	"insignia/export/foreign"
	"insignia/export/strict"
)

// resolve returns the id that begins with prefix, and the shelf it is on.
func (a *app) resolve(ctx context.Context, prefix string) (designer.Shelf[designer.Draft, designer.Summary], string, error) {
	s, err := a.badges()
	if err != nil {
		return nil, "", err
	}
	id, err := designer.Resolve(ctx, s.Drafts(), prefix)
	return s.Drafts(), id, err
}

// draft returns the draft whose id begins with prefix.
func (a *app) draft(ctx context.Context, prefix string) (designer.Draft, error) {
	shelf, id, err := a.resolve(ctx, prefix)
	if err != nil {
		return designer.Draft{}, err
	}
	return shelf.Get(ctx, id)
}

// source is what a command works on: a draft of the store, or a file.
type source struct {
	name  string // as it was given
	draft designer.Draft
	kept  bool   // the draft is in the store
	bytes []byte // of a file
	err   error  // why the file is no draft and no answers
}

// source takes what looks like an id from the store and anything else, or -,
// from a file. A file with such a name is meant where no id is.
func (a *app) source(ctx context.Context, name string) (source, error) {
	if idLike(name) {
		d, err := a.draft(ctx, name)
		if err == nil {
			return source{name: name, draft: d, kept: true}, nil
		}
		if _, no := os.Stat(name); no != nil || !errors.Is(err, designer.ErrNotFound) {
			return source{}, err
		}
	}
	b, err := a.readUpTo(name, foreign.MaxFile)
	if errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(name, "./\\") {
		return source{}, refuse(designer.ErrNotFound.Code, "id", name)
	}
	if err != nil {
		return source{}, err
	}
	s := source{name: name, bytes: b}
	r, err := answers.Read(b)
	if err != nil {
		s.err = &about{name, err}
		return s, nil
	}
	a.cleaned(r.Cleaned)
	s.draft = a.complete(r)
	if !r.HasID {
		s.draft.ID = contentID(s.draft)
	}
	return s, nil
}

// sourceDraft is source for commands that cannot work on anything else than a
// badge. Somebody else's becomes one for as long as the command runs.
func (a *app) sourceDraft(ctx context.Context, name string) (designer.Draft, error) {
	s, err := a.source(ctx, name)
	switch {
	case err != nil:
		return designer.Draft{}, err
	case s.err == nil || !foreign.Meant(s.bytes):
		return s.draft, s.err
	}
	all, err := foreign.Read(s.bytes, beside(name))
	if err == nil && len(all) > 1 {
		err = refuse("several-badges", "count", strconv.Itoa(len(all)))
	}
	if err != nil {
		return designer.Draft{}, &about{name, err}
	}
	d, problems := pictured(all[0])
	a.cleaned(all[0].Cleaned)
	a.problems(slices.Concat(all[0].Repairs, problems), designer.Warn)
	if d.ID == "" {
		d.ID = contentID(d)
	}
	return d, nil
}

// complete gives a draft from an answers file what a new one starts with.
func (a *app) complete(r answers.Result) designer.Draft {
	d := r.Draft
	if !r.HasID && d.Language == "" {
		d.Language = a.words().Tag()
	}
	return d
}

// idLike reports whether s could be the beginning of an id.
func idLike(s string) bool {
	return s != "" && len(s) <= 36 && strings.Trim(strings.ToLower(s), "0123456789abcdef-") == "" && s != "-"
}

// contentID is an id made from what is in a draft, for drafts that are never
// kept: exporting the same answers twice must give the same bytes. It has
// the shape of a random id.
func contentID(d designer.Draft) string { return designer.IDOf(content(d)) }

// content is what is in a draft, without its id, revision and times.
func content(d designer.Draft) []byte {
	d.Meta = designer.Meta{}
	return answers.Write(d)
}

// read returns a file, or standard input for -, up to a byte more than any
// reader of it takes.
func (a *app) read(name string) ([]byte, error) { return a.readUpTo(name, strict.MaxBytes) }

// readUpTo is read for readers that take other sizes.
func (a *app) readUpTo(name string, most int64) ([]byte, error) {
	if name == "-" {
		if a.stdin != "" {
			return nil, unable(refuse("stdin-twice"))
		}
		a.stdin = name
		return io.ReadAll(io.LimitReader(a.Stdin, most+1))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// completeID offers ids to the shell, with names beside them.
func (a *app) completeID(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	s, err := a.badges()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all, err := s.Drafts().List(c.Context(), designer.Page{Prefix: begun, Limit: 100})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, d := range all {
		out = append(out, cobra.CompletionWithDesc(d.ID, tidy(d.Name)))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

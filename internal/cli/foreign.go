// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/gather"
	"insignia/export/pile"
)

// target is the store that badges are gathered into.
type target struct {
	designer.Store
	end func()
}

// gatherInto is the store, or for a dry run a copy of it that goes away.
func (a *app) gatherInto(dry bool) (target, error) {
	if !dry {
		s, err := a.badges()
		return target{s, func() {}}, err
	}
	path, err := a.storePath()
	if err != nil {
		return target{}, unable(err)
	}
	dir, err := os.MkdirTemp("", "insignia-dry-")
	if err != nil {
		return target{}, unable(err)
	}
	temp := filepath.Join(dir, storeName)
	if err := duplicate(path, temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		os.RemoveAll(dir)
		return target{}, unable(err)
	}
	s, err := bolt.Open(temp, bolt.Clock(a.Now), bolt.AsItIs())
	if err != nil {
		os.RemoveAll(dir)
		return target{}, unable(renamed(err, temp, path))
	}
	return target{s, func() { s.Close(); os.RemoveAll(dir) }}, nil
}

// own reports whether path is the store that this program works with.
func (a *app) own(path string) bool {
	mine, err := a.storePath()
	if err != nil {
		return false
	}
	x, err := os.Stat(mine)
	if err != nil {
		return false
	}
	y, err := os.Stat(path)
	return err == nil && os.SameFile(x, y)
}

const (
	// looks is how often a store is copied that somebody writes to meanwhile:
	// then pages of two states lie in the copy, whose checksums do not fit.
	looks = 4
	pause = 60 * time.Millisecond // longer than the pause a busy store makes
)

// foreign reads another laptop's store, of which nothing is changed: it is
// copied first. So it can lie on a stick that is full or read-only, be an
// older one, and be pulled out, none of which a store that is open endures.
func (a *app) foreign(ctx context.Context, path string) (gather.Pile, []pile.Unread) {
	for n := 1; ; n++ {
		p, unread := a.copied(ctx, path)
		damaged := false
		for _, u := range unread {
			damaged = damaged || errors.Is(u.Err, designer.ErrDamaged)
		}
		if !damaged || n == looks || ctx.Err() != nil {
			return p, unread
		}
		time.Sleep(pause)
	}
}

func (a *app) copied(ctx context.Context, path string) (gather.Pile, []pile.Unread) {
	var p gather.Pile
	var unread []pile.Unread
	lost := func(name string, err error) { unread = append(unread, pile.Unread{Name: name, Err: err}) }
	dir, err := os.MkdirTemp("", "insignia-gather-")
	if err != nil {
		lost(path, err)
		return p, unread
	}
	defer os.RemoveAll(dir)
	temp := filepath.Join(dir, storeName)
	if err := duplicate(path, temp); err != nil {
		lost(path, pulled(err, path))
		return p, unread
	}
	s, err := bolt.Open(temp, bolt.Clock(a.Now), bolt.AsItIs())
	if err != nil {
		lost(path, renamed(err, temp, path))
		return p, unread
	}
	defer s.Close()
	p.Drafts = everything(ctx, s.Drafts(), func(id string, err error) { lost(path, renamed(err, temp, path)) })
	p.Workshops = everything(ctx, s.Workshops(), func(id string, err error) { lost(path, renamed(err, temp, path)) })
	return p, unread
}

// everything is what a shelf has; a record that cannot be read does not cost
// the others.
func everything[T any, S interface{ Key() string }](ctx context.Context, shelf designer.Shelf[T, S], lost func(id string, err error)) []T {
	all, err := shelf.List(ctx, designer.Page{})
	if err != nil {
		lost("", err)
		return nil
	}
	var out []T
	for _, x := range all {
		v, err := shelf.Get(ctx, x.Key())
		switch {
		case err == nil:
			out = append(out, v)
		case !errors.Is(err, designer.ErrNotFound):
			lost(x.Key(), err)
		}
	}
	return out
}

// maxStore is how large a store may be: some 100,000 badges.
const maxStore = pile.MaxTotal

// duplicate copies a file that may be written to meanwhile.
func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	n, err := io.Copy(out, io.LimitReader(in, maxStore+1))
	if err == nil && n > maxStore {
		err = refuse("too-big", "limit", strconv.Itoa(maxStore>>20))
	}
	return errors.Join(err, out.Close())
}

// renamed gives an error about a copy the name of what was copied.
func renamed(err error, from, to string) error {
	var e *designer.Error
	if !errors.As(err, &e) || e.Args["path"] != from {
		return err
	}
	c := &designer.Error{Code: e.Code, Args: designer.Args{}, Err: e.Err}
	for k, v := range e.Args {
		c.Args[k] = v
	}
	c.Args["path"] = to
	return c
}

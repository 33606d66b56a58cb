// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"context"
	"strconv"
	"time"
	"unicode/utf8"
)

// Version is a version of a badge, and what came with it.
type Version struct {
	Draft   Draft
	Name    string   // "" for none
	Changes []Change // since the version before; none when Oldest
	Oldest  bool     // there were versions before it, and none is kept
}

// Versions returns the versions of a badge, the present one first. What could
// be read of them comes with an error.
func Versions(ctx context.Context, shelf Shelf[Draft, Summary], id string) ([]Version, error) {
	all, err := drafts(ctx, shelf, id)
	if len(all) == 0 {
		return nil, err
	}
	names, lost := shelf.Checkpoints(ctx, id)
	if err == nil {
		err = lost
	}
	out := make([]Version, len(all))
	for i, d := range all {
		out[i] = Version{Draft: d, Name: names[d.Revision]}
		switch {
		case i+1 < len(all):
			out[i].Changes = Changes(all[i+1], d)
		case d.Revision == 1:
			out[i].Changes = Changes(Draft{}, d)
		default:
			out[i].Oldest = true
		}
	}
	return out, err
}

// drafts are the present version and the kept ones before it, newest first.
func drafts(ctx context.Context, shelf Shelf[Draft, Summary], id string) ([]Draft, error) {
	for try := 0; ; try++ {
		d, err := shelf.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		before, err := shelf.History(ctx, id)
		// Saved in between, the newest version before is not older.
		if len(before) == 0 || before[0].Revision < d.Revision || try > 0 {
			return append([]Draft{d}, before...), err
		}
	}
}

// MaxVersionName is how many characters a version's name takes.
const MaxVersionName = 60

// CheckVersionName refuses a name that is too long for a version.
func CheckVersionName(name string) error {
	if n := utf8.RuneCountInString(name); n > MaxVersionName {
		return &Error{Code: "long-version-name", Args: Args{"length": strconv.Itoa(n), "limit": strconv.Itoa(MaxVersionName)}}
	}
	return nil
}

// Until is how long what was deleted can be brought back at least.
func (g Gone[T]) Until() time.Time { return g.At.Add(KeepGone) }

// Days counts the days until then that have begun: what is kept until tonight
// has one day left.
func (g Gone[T]) Days(now time.Time) int {
	const day = 24 * time.Hour
	return max(0, int((g.Until().Sub(now)+day-1)/day))
}

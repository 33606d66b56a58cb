// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"context"
	"strings"
	"time"
)

// What a Store answers when it cannot do as asked. Compare with errors.Is;
// each has a sentence in internal/locale.
var (
	// ErrNotFound: no record has that id, or it has been deleted.
	ErrNotFound = &Error{Code: "not-found"}
	// ErrConflict: the record was saved by somebody else since the revision
	// that this save started from. Nothing was written.
	ErrConflict = &Error{Code: "conflict"}
	// ErrAmbiguous: more than one id begins with that prefix.
	ErrAmbiguous = &Error{Code: "ambiguous"}
	// ErrBusy: another program holds the store and did not let go in time.
	ErrBusy = &Error{Code: "busy"}
	// ErrDamaged: what was read is not what was written. It is never shown.
	ErrDamaged = &Error{Code: "damaged"}
	// ErrNewer: the store was written by a newer version of this program.
	ErrNewer = &Error{Code: "newer-store"}
	// ErrUnavailable: the store cannot be reached or written at all; the
	// cause is wrapped.
	ErrUnavailable = &Error{Code: "unavailable"}
	// ErrReadOnly: the store can be read, but nothing can be saved where it
	// lies.
	ErrReadOnly = &Error{Code: "read-only-store"}
)

// Store keeps drafts, saved issuers and workshops. A method that returns nil has made
// its change durable: it survives a killed process and a power loss.
// A Store may be used by several goroutines.
type Store interface {
	Drafts() Shelf[Draft, Summary]
	Issuers() Shelf[SavedIssuer, IssuerSummary]
	Workshops() Shelf[Workshop, WorkshopSummary]
	// Note returns what the program keeps for itself under a name, nil if
	// there is nothing: how far the clock has come, a setting. SetNote keeps
	// another one in its place, nil for none. No version before is kept.
	Note(ctx context.Context, name string) ([]byte, error)
	SetNote(ctx context.Context, name string, note []byte) error
	Close() error
}

// Shelf keeps one kind of record, T, and a short form of each, S, that lists
// without decoding whole records.
type Shelf[T, S any] interface {
	// Get returns the record, or ErrNotFound.
	Get(ctx context.Context, id string) (T, error)
	// Put saves v over the revision v.Revision that it started from; 0 is a
	// record that has never been saved. It returns the record as kept: its
	// revision one higher, its times set. A stale revision is ErrConflict,
	// one that was deleted ErrNotFound. The version before is kept. An id
	// that ValidID refuses, or a text that is not UTF-8, is an error too.
	//
	// With the saves that the stored record has, or none for a new one, the
	// store counts this save as its own. Newer saves, or any for a new
	// record, are taken over as they are: what was saved elsewhere keeps its
	// descent. Saves that are older or went another way are ErrConflict.
	Put(ctx context.Context, v T) (T, error)
	// Delete takes the record off the shelf; Undelete brings it back.
	// Deleting another revision than the present one is ErrConflict.
	Delete(ctx context.Context, id string, revision int) error
	// Undelete brings the record back as it was when it was deleted.
	Undelete(ctx context.Context, id string) (T, error)
	// List returns summaries in the order of ids, without deleted records.
	List(ctx context.Context, p Page) ([]S, error)
	// Gone returns what was deleted, as it was then, in the order of ids. It
	// stays for KeepGone at least.
	Gone(ctx context.Context) ([]Gone[T], error)
	// History returns the kept versions before the present one, newest first.
	// The saves of one visit (see Visiting) are one version.
	History(ctx context.Context, id string) ([]T, error)
	// Checkpoint gives a kept version a name, or takes it away with "". A
	// version with a name stays for ever. ErrNotFound when that version is
	// not kept.
	Checkpoint(ctx context.Context, id string, revision int, name string) error
	// Checkpoints returns the names of versions, by revision.
	Checkpoints(ctx context.Context, id string) (map[int]string, error)
}

// KeepGone is how long a deleted record can be brought back.
const KeepGone = 30 * 24 * time.Hour

// Gone is a record that was deleted.
type Gone[T any] struct {
	Was T // as it was then
	At  time.Time
}

// visiting is the key of a context's visit.
type visiting struct{}

// Visiting returns a context in which saves belong to one visit of one field:
// of two saves in a row with the same visit only the later one stays in the
// history. A visit is any text that no other program and no other visit has.
func Visiting(ctx context.Context, visit string) context.Context {
	return context.WithValue(ctx, visiting{}, visit)
}

// Visit is the visit that saves in ctx belong to, "" for one each.
func Visit(ctx context.Context) string {
	v, _ := ctx.Value(visiting{}).(string)
	return v
}

// Page names a part of a list.
type Page struct {
	Prefix string // only ids that begin so
	After  string // only ids after this one
	Limit  int    // at most so many; 0 is no limit
}

// Summary is a draft in a list.
type Summary struct {
	ID       string    `json:"id"`
	Revision int       `json:"revision"`
	Created  time.Time `json:"created"`
	Updated  time.Time `json:"updated"`
	Kind     string    `json:"kind"`
	Name     string    `json:"name"`
	Language string    `json:"language"`
	Team     string    `json:"team"`
	Workshop string    `json:"workshop"` // its id
	ForkOf   string    `json:"forkOf"`
	Issuer   string    `json:"issuer"`   // its name
	Answered int       `json:"answered"` // of six
}

// Summarize returns d's line in a list.
func Summarize(d Draft) Summary {
	return Summary{ID: d.ID, Revision: d.Revision, Created: d.Created, Updated: d.Updated, Kind: d.Kind,
		Name: d.Name, Language: d.Language, Team: d.Team, Workshop: d.Workshop, ForkOf: d.ForkOf, Issuer: d.Issuer.Name, Answered: d.Answered()}
}

// Key is the id that lists are ordered by.
func (s Summary) Key() string { return s.ID }

// SavedIssuer is an issuer typed once and picked afterwards.
type SavedIssuer struct {
	Meta
	Issuer
	// Base is the address under which this issuer's files will lie on the
	// web, remembered from the last hosted export.
	Base string `json:"base,omitempty"`
}

// Clone returns a copy that shares nothing with i.
func (i SavedIssuer) Clone() SavedIssuer {
	i.Saves = i.Saves.Clone()
	return i
}

// IssuerSummary is a saved issuer in a list.
type IssuerSummary struct {
	ID       string    `json:"id"`
	Revision int       `json:"revision"`
	Updated  time.Time `json:"updated"`
	Name     string    `json:"name"`
}

// SummarizeIssuer returns i's line in a list.
func SummarizeIssuer(i SavedIssuer) IssuerSummary {
	return IssuerSummary{ID: i.ID, Revision: i.Revision, Updated: i.Updated, Name: i.Name}
}

// Key is the id that lists are ordered by.
func (s IssuerSummary) Key() string { return s.ID }

// Resolve returns the one id on the shelf that begins with prefix, or
// ErrNotFound or ErrAmbiguous naming the prefix.
func Resolve[T any, S interface{ Key() string }](ctx context.Context, shelf Shelf[T, S], prefix string) (string, error) {
	p := strings.ToLower(strings.TrimSpace(prefix))
	if p == "" {
		return "", &Error{Code: ErrNotFound.Code, Args: Args{"id": prefix}}
	}
	found, err := shelf.List(ctx, Page{Prefix: p, Limit: 2})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", &Error{Code: ErrNotFound.Code, Args: Args{"id": prefix}}
	case len(found) > 1:
		return "", &Error{Code: ErrAmbiguous.Code, Args: Args{"id": prefix}}
	}
	return found[0].Key(), nil
}

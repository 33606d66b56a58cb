// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync/atomic"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"insignia/designer"
)

// How a hold shares the file. Opening costs about as much as a save, so the
// file stays open between the calls of one burst, and no longer: another
// program must never notice that this one runs. A program that saves without
// a break is made to pause now and then, for longer than a waiting one
// sleeps between two tries.
const (
	waitFor   = 2 * time.Second
	idleFor   = 20 * time.Millisecond
	mostFor   = 250 * time.Millisecond
	pauseFor  = 10 * time.Millisecond
	tryEach   = 2 * time.Millisecond
	lookAgain = 3 // times, before a file counts as damaged
)

// hold opens the file when a call needs it and lets go soon after. One call
// works at a time: bbolt has one writer anyway, and reads take microseconds.
type hold struct {
	path                    string
	wait, idle, most, pause time.Duration
	turn                    chan struct{} // full while a call is at work

	// What follows belongs to whoever has the turn.
	db       *bbolt.DB
	file     *os.File // the one under db
	schema   int      // of the file under db
	since    time.Time
	freed    time.Time // when the file was last let go because it was others' turn
	timer    *time.Timer
	ended    bool
	reports  []designer.Mending // not told yet
	asItIs   bool               // damage is told, and not mended
	whole    bool               // the file was looked through before it was written to
	onlyRead bool               // the file under db cannot be written

	saved atomic.Bool // since the store was tended
}

func newHold(path string) *hold {
	h := &hold{path: path, wait: waitFor, idle: idleFor, most: mostFor, pause: pauseFor, turn: make(chan struct{}, 1)}
	h.timer = time.AfterFunc(time.Hour, h.tired)
	h.timer.Stop()
	return h
}

// read runs work in a transaction that sees one state of the file.
func (h *hold) read(ctx context.Context, work func(*txn) error) error {
	return h.do(ctx, func(db *bbolt.DB) error {
		return db.View(func(tx *bbolt.Tx) error {
			t, err := h.begin(tx)
			if err != nil {
				return err
			}
			return work(t)
		})
	})
}

func (h *hold) begin(tx *bbolt.Tx) (*txn, error) {
	t := &txn{Tx: tx, schema: h.schema}
	if t.schema < countsSince {
		return t, nil
	}
	var err error
	t.census, err = readCensus(tx)
	return t, err
}

// write runs work in a transaction. When it returns nil the change is on the
// disk, otherwise nothing was changed. The first change to the file of an
// older program brings it up to date, in the same transaction.
func (h *hold) write(ctx context.Context, work func(*txn) error) error {
	return h.do(ctx, func(db *bbolt.DB) error {
		if h.onlyRead {
			return h.fail(designer.ErrReadOnly, "", nil)
		}
		// A damaged list of free pages would let a save write over what others
		// need, which no look at a value tells.
		if !h.whole {
			if err := sound(h.file); err != nil {
				return err
			}
			h.whole = true
		}
		if h.schema < schema {
			// What an older program wrote stays as it was, beside the store,
			// a damaged record in it too.
			if err := copyTo(db, fmt.Sprintf("%s%s%cschema-%d.db", h.path, backupsSuffix, os.PathSeparator, h.schema), sound); err != nil {
				return err
			}
		}
		err := db.Update(func(tx *bbolt.Tx) error {
			t, err := h.begin(tx)
			if err == nil && t.schema < schema {
				err = migrate(t)
			}
			if err != nil {
				return err
			}
			before := string(t.census.encode())
			if err := work(t); err != nil {
				return err
			}
			if after := t.census.encode(); string(after) != before {
				d, err := t.drawer(metaBucket)
				if err != nil {
					return err
				}
				return d.put(censusKey, after)
			}
			return nil
		})
		if err == nil {
			h.schema = schema
			h.saved.Store(true)
		}
		return err
	})
}

func (h *hold) do(ctx context.Context, work func(*bbolt.DB) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	late := time.NewTimer(h.wait)
	defer late.Stop()
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	case <-late.C:
		return h.fail(designer.ErrBusy, "", nil)
	}
	defer func() { <-h.turn }()
	defer h.rest()
	err = h.once(ctx, work, late.C)
	if !errors.Is(err, designer.ErrDamaged) || h.asItIs {
		return err
	}
	h.letGo()
	// Without anything mended it is tried again too: another program was
	// quicker, or wrote a page while it was read here.
	if _, err := h.mend(ctx, err, late.C); err != nil {
		return err
	}
	return h.once(ctx, work, late.C)
}

// once does work with the file open.
func (h *hold) once(ctx context.Context, work func(*bbolt.DB) error, late <-chan time.Time) (err error) {
	defer func() {
		if p := recover(); p != nil {
			h.abandon()
			err = h.fail(designer.ErrDamaged, "", fmt.Errorf("panic: %v", p))
		}
	}()
	// A page that the disk cannot give back is a fault, which ends the
	// process unless it is made a panic.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	if err := h.open(ctx, late); err != nil {
		return err
	}
	return h.judge(work(h.db))
}

// open opens the file unless it is open, waiting for another program to let
// go of it.
func (h *hold) open(ctx context.Context, late <-chan time.Time) error {
	if h.ended {
		return h.fail(designer.ErrUnavailable, "", os.ErrClosed)
	}
	if h.db != nil {
		return ctx.Err()
	}
	pause := time.Until(h.freed.Add(h.pause))
	for {
		if pause > 0 {
			select {
			case <-time.After(pause):
			case <-ctx.Done():
				return ctx.Err()
			case <-late:
				return h.fail(designer.ErrBusy, "", nil)
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		err := h.try()
		if !errors.Is(err, berrors.ErrTimeout) {
			return err
		}
		pause = tryEach
	}
}

// try opens the file, or returns bbolt's ErrTimeout at once while another
// program holds it.
func (h *hold) try() error {
	db, err := h.openDB(false)
	if h.onlyRead = readOnly(err); h.onlyRead {
		db, err = h.openDB(true)
	}
	if errors.Is(err, berrors.ErrTimeout) {
		return err
	}
	if err != nil {
		return h.judge(err)
	}
	if !h.still(h.file) { // it was moved aside while we waited for it
		db.Close()
		h.file = nil
		return berrors.ErrTimeout
	}
	h.db, h.since = db, time.Now()
	err = db.View(func(tx *bbolt.Tx) (err error) {
		h.schema, err = readSchema(tx)
		return err
	})
	if err := h.judge(err); err != nil {
		h.letGo()
		return err
	}
	return nil
}

func (h *hold) openDB(onlyRead bool) (*bbolt.DB, error) {
	return bbolt.Open(h.path, 0o600, &bbolt.Options{
		Timeout:      1, // shorter than bbolt's own pause between tries: one try
		NoStatistics: true,
		ReadOnly:     onlyRead,
		OpenFile:     h.openFile,
	})
}

// readOnly reports whether err says that a file cannot be opened for writing;
// it may be one that can be read.
func readOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// openFile is how bbolt gets the file: it must exist and look whole.
func (h *hold) openFile(path string, flag int, _ os.FileMode) (*os.File, error) {
	if fi, err := os.Stat(path); err != nil {
		return nil, h.fail(designer.ErrUnavailable, "", err)
	} else if !fi.Mode().IsRegular() { // opening a pipe would wait for its other end
		return nil, h.fail(errNotAStore, "", nil)
	}
	f, err := os.OpenFile(path, flag&^os.O_CREATE, 0)
	if err != nil {
		return nil, h.fail(designer.ErrUnavailable, "", err)
	}
	for n := 1; ; n++ {
		// Nobody is locked out yet: another program may be writing the very
		// page that is read here, so a bad look is taken again.
		err := inspect(f)
		if err == nil {
			h.file = f
			return f, nil
		}
		if n == lookAgain {
			f.Close()
			return nil, h.judge(err)
		}
		time.Sleep(tryEach)
	}
}

// judge makes what bbolt or the system says an error that people can read.
// After a failed write the file is let go: what bbolt has in memory of it is
// not to be trusted.
func (h *hold) judge(err error) error {
	var known *designer.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.Is(err, errNoText):
		return err
	case errors.As(err, &known):
		if known.Args["path"] != "" {
			return err
		}
		return h.fail(known, known.Args["id"], known.Err)
	}
	h.letGo()
	if errors.Is(err, berrors.ErrInvalid) || errors.Is(err, berrors.ErrChecksum) || errors.Is(err, berrors.ErrVersionMismatch) {
		return h.fail(designer.ErrDamaged, "", err)
	}
	return h.fail(designer.ErrUnavailable, "", err)
}

// fail is an error of kind about the record id, if any, of this file.
func (h *hold) fail(kind *designer.Error, id string, cause error) error {
	return &designer.Error{Code: kind.Code, Args: designer.Args{"path": h.path, "id": id}, Err: cause}
}

// rest ends a call: the file stays open for the next one for a moment, unless
// it has been held for so long that it is others' turn.
func (h *hold) rest() {
	if h.db == nil {
		return
	}
	if time.Since(h.since) >= h.most {
		h.letGo()
		h.freed = time.Now()
		return
	}
	h.timer.Reset(h.idle)
}

// tired lets go of the file that nobody has used for a moment.
func (h *hold) tired() {
	select {
	case h.turn <- struct{}{}:
		h.letGo()
		<-h.turn
	default: // a call is at work; its end winds the timer again
	}
}

func (h *hold) letGo() error {
	if h.db == nil {
		return nil
	}
	err := h.db.Close()
	h.db, h.file = nil, nil
	return err
}

// abandon lets go after a panic inside bbolt. Its locks may be left locked,
// so only the file is unlocked and closed, for other programs to have it; the
// mapping stays until the process ends.
func (h *hold) abandon() {
	if h.file != nil {
		unlock(h.file)
		h.file.Close()
	}
	h.db, h.file = nil, nil
}

func (h *hold) end() error {
	h.turn <- struct{}{}
	defer func() { <-h.turn }()
	h.ended = true
	h.timer.Stop()
	if err := h.letGo(); err != nil {
		return h.fail(designer.ErrUnavailable, "", err)
	}
	return nil
}

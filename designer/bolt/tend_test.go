// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"insignia/designer"
	"insignia/designer/mirror"
)

// at is a clock that a test sets.
type at struct{ time.Time }

func (a *at) now() time.Time { return a.Time }

func tended(t *testing.T, s *Store) []backup {
	t.Helper()
	if err := s.Tend(ctx); err != nil {
		t.Fatal(err)
	}
	all, err := backups(s.hold.path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestABackupIsMadeWhenThereIsSomethingNewAndTheLastIsOld(t *testing.T) {
	clock := &at{time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)}
	s := open(t, filepath.Join(t.TempDir(), "badges.db"), Clock(clock.now))
	put := func(name string) {
		t.Helper()
		d := designer.New("en")
		d.Name = name
		if _, err := s.Drafts().Put(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	put("one")
	if !s.Untended() {
		t.Error("a save asks for no upkeep")
	}
	if n := len(tended(t, s)); n != 1 || s.Untended() {
		t.Errorf("%d backups after the first save", n)
	}
	put("two")
	clock.Time = clock.Add(backupEvery - time.Second)
	if n := len(tended(t, s)); n != 1 {
		t.Errorf("%d backups: one was made too early", n)
	}
	clock.Time = clock.Add(time.Second)
	all := tended(t, s)
	if len(all) != 2 {
		t.Errorf("%d backups after ten minutes of change", len(all))
	}
	clock.Time = clock.Add(time.Hour)
	if n := len(tended(t, s)); n != 2 {
		t.Errorf("%d backups: one was made of nothing new", n)
	}
	for want, b := range []backup{all[1], all[0]} {
		list, err := open(t, b.path).Drafts().List(ctx, designer.Page{})
		if err != nil || len(list) != want+1 {
			t.Errorf("backup %d holds %d badges, %v", want, len(list), err)
		}
	}
}

func TestTenBackupsAreKeptTheNewestAndOneADay(t *testing.T) {
	clock := &at{time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)}
	s := open(t, filepath.Join(t.TempDir(), "badges.db"), Clock(clock.now))
	for n := range 60 {
		if _, err := s.Drafts().Put(ctx, designer.New("en")); err != nil {
			t.Fatal(err)
		}
		all := tended(t, s)
		if !all[0].at.Equal(clock.Time) {
			t.Fatalf("the newest backup is of %v, now is %v", all[0].at, clock.Time)
		}
		if len(all) > keepNewest+keepDays {
			t.Fatalf("%d backups after %d", len(all), n+1)
		}
		clock.Time = clock.Add(4 * time.Hour)
	}
	all, err := backups(s.hold.path)
	if err != nil || len(all) != keepNewest+keepDays {
		t.Fatalf("%d backups, %v", len(all), err)
	}
	if span := all[0].at.Sub(all[len(all)-1].at); span < 5*24*time.Hour {
		t.Errorf("the oldest backup is %v old", span)
	}
}

func TestADamagedStoreMakesNoBackup(t *testing.T) {
	path, kept, _ := filled(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	whole[bytes.Index(whole, []byte(kept.Name))] ^= 1
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	s := open(t, path, AsItIs())
	if err := s.backup(ctx); !errors.Is(err, designer.ErrDamaged) {
		t.Errorf("a backup of a damaged store: %v", err)
	}
	if files, _ := os.ReadDir(path + backupsSuffix); len(files) > 0 {
		t.Errorf("left behind: %v", files)
	}
}

func TestAnOlderFileIsCopiedBeforeItIsChanged(t *testing.T) {
	o := oldStore(t)
	s := open(t, o.path)
	if _, err := s.Drafts().Put(ctx, designer.New("en")); err != nil {
		t.Fatal(err)
	}
	o.agrees(t, open(t, filepath.Join(o.path+backupsSuffix, "schema-1.db")))
}

func TestWhatWasDeletedGoesAfterThirtyDaysWithAllOfIt(t *testing.T) {
	clock := &at{time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)}
	s := open(t, filepath.Join(t.TempDir(), "badges.db"), Clock(clock.now))
	var ids []string
	for n := range 3 {
		d := designer.New("en")
		d.Name = fmt.Sprint("badge ", n)
		d, err := s.Drafts().Put(ctx, d)
		if err == nil {
			d, err = s.Drafts().Put(ctx, d)
		}
		if err == nil {
			err = s.Drafts().Checkpoint(ctx, d.ID, 1, "first")
		}
		if err == nil && n < 2 {
			err = s.Drafts().Delete(ctx, d.ID, d.Revision)
		}
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, d.ID)
		clock.Time = clock.Add(24 * time.Hour)
	}
	clock.Time = clock.Add(designer.KeepGone - 3*24*time.Hour + time.Hour) // the first is over it, the second is not
	for _, wait := range []time.Duration{0, time.Minute, 23 * time.Hour, time.Minute} {
		clock.Time = clock.Add(wait)
		tended(t, s)
		if gone, err := s.Drafts().Gone(ctx); err != nil || len(gone) != 2 {
			t.Fatalf("%v: gone are %v, %v", clock, gone, err)
		}
	}
	clock.Time = clock.Add(24 * time.Hour)
	tended(t, s)
	gone, err := s.Drafts().Gone(ctx)
	if err != nil || len(gone) != 1 || gone[0].Was.ID != ids[1] {
		t.Fatalf("gone are %v, %v", gone, err)
	}
	if _, err := s.Drafts().Undelete(ctx, ids[1]); err != nil {
		t.Error(err)
	}
	if names, err := s.Drafts().Checkpoints(ctx, ids[1]); err != nil || names[1] != "first" {
		t.Errorf("names %v, %v", names, err)
	}
	err = s.hold.read(ctx, func(tx *txn) error {
		for _, name := range drafts.buckets() {
			d, err := tx.drawer(name)
			if err != nil {
				return err
			}
			if k, _ := d.Cursor().Seek([]byte(ids[0])); bytes.HasPrefix(k, []byte(ids[0])) {
				t.Errorf("%s still has something of it", name)
			}
			if err := d.check(); err != nil {
				t.Error(err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAClockThatWasAheadForADayCostsNoDeletedBadge(t *testing.T) {
	clock := &at{time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)}
	s := open(t, filepath.Join(t.TempDir(), "badges.db"), Clock(clock.now))
	d, err := s.Drafts().Put(ctx, designer.New("en"))
	if err == nil {
		err = s.Drafts().Delete(ctx, d.ID, d.Revision)
	}
	if err != nil {
		t.Fatal(err)
	}
	right := clock.Time
	for n := range 4 {
		clock.Time = right.AddDate(20, 0, 0)
		tended(t, s)
		tended(t, s)
		right = right.AddDate(0, 0, n)
		clock.Time = right
		tended(t, s)
		if gone, err := s.Drafts().Gone(ctx); err != nil || len(gone) != 1 {
			t.Fatalf("%v: gone are %v, %v", clock, gone, err)
		}
	}
}

func TestThePlainFilesFollowTheStore(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "badges.db"))
	d := designer.New("en")
	d.Name = "Community cook"
	d, err := s.Drafts().Put(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	tended(t, s)
	c, err := mirror.Read(s.hold.path + mirrorSuffix)
	if err != nil || len(c.Drafts) != 1 || c.Drafts[0].Name != d.Name || c.Drafts[0].Revision != 1 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestAListTellsOfBadgesThatALostPageWouldHide(t *testing.T) {
	path, kept, _ := filled(t)
	tamper(t, path, func(tx *bbolt.Tx) error { // as if its page had never been
		return tx.Bucket([]byte(drafts.lines())).Delete([]byte(kept.ID))
	})
	_, err := open(t, path, AsItIs()).Drafts().List(ctx, designer.Page{})
	spoken(t, "list", err, designer.ErrDamaged, path)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"insignia/designer"
	"insignia/internal/locale"
)

func TestTheInnerOfTwoPlacesCountsAndASlowOneIsNotWaitedFor(t *testing.T) {
	sep := string(filepath.Separator)
	dirs := []string{sep + "media" + sep + "ana", sep + "media" + sep + "ana" + sep + "STICK", sep + "media" + sep + "an", sep + "slow", sep + "none"}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	hung := make(chan bool)
	defer close(hung)
	got := holding(ctx, dirs, func(dir string) bool {
		if strings.HasSuffix(dir, "slow") {
			<-hung
		}
		return !strings.HasSuffix(dir, "none")
	})
	if want := []string{dirs[1], dirs[2]}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMediaLieWhereEachSystemPutsThem(t *testing.T) {
	for goos, want := range map[string]string{"linux": "/run/media/*/*", "freebsd": "/media/*", "darwin": "/Volumes/*", "windows": `E:\`} {
		got := mounts(goos, "d:")
		if !slices.Contains(got, want) || slices.Contains(got, `D:\`) {
			t.Errorf("%s: %q", goos, got)
		}
		for _, p := range got {
			if _, err := filepath.Match(p, "x"); err != nil && goos != "windows" {
				t.Errorf("%q: %v", p, err)
			}
		}
	}
}

func TestAStickThatWasPulledOutSaysSo(t *testing.T) {
	w := locale.For("en")
	gone := &fs.PathError{Op: "read", Path: "/media/x/y", Err: vanished[0]}
	if got := w.Error(pulled(fmt.Errorf("copy: %w", gone), "/media/x")); !strings.HasPrefix(got, "/media/x was taken away") {
		t.Error(got)
	}
	full := &fs.PathError{Op: "write", Path: "/media/x/y", Err: syscall.ENOSPC}
	if err := pulled(full, "/media/x"); err != error(full) {
		t.Errorf("a full stick became %v", err)
	}
	if pulled(nil, "x") != nil {
		t.Error("nothing became an error")
	}
}

func TestAnErrorAboutACopyNamesTheStore(t *testing.T) {
	err := renamed(&designer.Error{Code: "busy", Args: designer.Args{"path": "copy.db", "id": "7"}}, "copy.db", "/media/x.db")
	if e, ok := err.(*designer.Error); !ok || e.Args["path"] != "/media/x.db" || e.Args["id"] != "7" {
		t.Errorf("%#v", err)
	}
}

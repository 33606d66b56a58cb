// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"insignia/designer"
	"insignia/export/pile"
)

// stickWait is how long a stick may take to show its names. One that is just
// being mounted, or a share that is gone, is not waited for any longer.
const stickWait = time.Second

// sticks are the places where piles may lie, as far as they have any: the
// media that are plugged in, the folder that the program was started in, and
// its own.
func (a *app) sticks(ctx context.Context) []string {
	var own []string
	if path, err := a.storePath(); err == nil {
		own = append(own, path)
	}
	ctx, cancel := context.WithTimeout(ctx, stickWait)
	defer cancel()
	return holding(ctx, a.places(), func(dir string) bool { return pile.Holds(dir, own...) })
}

// holding are those of dirs that hold something, in their order, as far as
// they say so in time. Of a folder and one in it the inner counts.
func holding(ctx context.Context, dirs []string, holds func(string) bool) []string {
	type answer struct {
		n  int
		is bool
	}
	answers := make(chan answer, len(dirs))
	for n, dir := range dirs {
		go func() { answers <- answer{n, holds(dir)} }()
	}
	is := make([]bool, len(dirs))
wait:
	for range dirs {
		select {
		case got := <-answers:
			is[got.n] = got.is
		case <-ctx.Done():
			break wait
		}
	}
	var out []string
	for n, dir := range dirs {
		if is[n] {
			out = append(out, dir)
		}
	}
	return slices.DeleteFunc(out, func(dir string) bool {
		return slices.ContainsFunc(out, func(other string) bool {
			return strings.HasPrefix(other, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator)) && other != dir
		})
	})
}

// places are the folders where a system puts what is plugged in, and ours.
func (a *app) places() []string {
	var out []string
	add := func(dirs ...string) {
		for _, dir := range dirs {
			// A link, as to the disk of a Mac, is no medium.
			if info, err := os.Lstat(dir); err == nil && info.IsDir() && !slices.Contains(out, dir) {
				out = append(out, dir)
			}
		}
	}
	for _, pattern := range mounts(a.OS, a.env("SystemDrive")) {
		found, _ := filepath.Glob(pattern) // the patterns are well-formed
		add(found...)
	}
	if here, err := os.Getwd(); err == nil {
		add(here)
	}
	if a.Program != "" {
		add(filepath.Dir(a.Program))
	}
	return out
}

// mounts are patterns of where media lie: by the File Hierarchy Standard and
// udisks, on a Mac, and as drives of their own on Windows, A and B left out,
// which were floppy disks, and the one the system is on.
func mounts(goos, system string) []string {
	switch goos {
	case "windows":
		var out []string
		for c := 'C'; c <= 'Z'; c++ {
			if drive := string(c) + ":"; !strings.EqualFold(drive, system) {
				out = append(out, drive+`\`)
			}
		}
		return out
	case "darwin":
		return []string{"/Volumes/*"}
	}
	return []string{"/media/*/*", "/media/*", "/run/media/*/*", "/mnt/*"}
}

// vanished are what systems say of a medium that is not there any more. The
// numbers are those of Windows: not ready, no such device twice, device error,
// not connected.
var vanished = func() []error {
	if goos == "windows" {
		return []error{syscall.Errno(21), syscall.Errno(55), syscall.Errno(433), syscall.Errno(1117), syscall.Errno(1167)}
	}
	return []error{syscall.EIO, syscall.ENXIO, syscall.ENODEV}
}()

// pulled tells a medium that went away from other failures to read or write.
func pulled(err error, path string) error {
	for _, e := range vanished {
		if errors.Is(err, e) {
			return &designer.Error{Code: "pulled", Args: designer.Args{"path": path}, Err: err}
		}
	}
	return err
}

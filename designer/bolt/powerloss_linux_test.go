// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build amd64 || arm64

package bolt

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/bolt/pages"
)

func init() { parts["write"] = playWrite }

// playWrite makes the store args[0] and saves the drafts args[1:] in turns,
// now and then letting go of the file. It says what has been acknowledged.
func playWrite(args []string) error {
	s, err := Open(args[0])
	if err != nil {
		return err
	}
	var drafts []designer.Draft
	for _, id := range args[1:] {
		d := designer.New("en")
		d.ID = id
		drafts = append(drafts, d)
	}
	for round := range 12 {
		for i, d := range drafts {
			d.Description = essay(d.Revision + 1 + i)
			if d, err = s.Drafts().Put(ctx, d); err != nil {
				return err
			}
			drafts[i] = d
			fmt.Println(d.ID, d.Revision)
		}
		if round%3 == 1 {
			time.Sleep(2 * idleFor)
		}
	}
	return s.Close()
}

// step is something that happened to a disk, or was said about it.
type step struct {
	file *inode
	at   int64
	data []byte // written there
	size int64  // what the file was cut or grown to, if data is nil
	sync bool   // of the file
	name string // of the file from now on; of none if file is nil
	keep string // the folder whose names were synced
	said string // an acknowledgement
}

func (s step) String() string {
	switch {
	case s.said != "":
		return "said " + strings.TrimSpace(s.said)
	case s.keep != "":
		return "names synced in " + s.keep
	case s.name != "":
		return fmt.Sprintf("%s is now %v", s.name, s.file)
	case s.sync:
		return fmt.Sprintf("%v synced", s.file)
	case s.data == nil:
		return fmt.Sprintf("%v has now %d bytes", s.file, s.size)
	}
	return fmt.Sprintf("%v written at %d, %d bytes", s.file, s.at, len(s.data))
}

// inode is a file, whatever it is called.
type inode struct{ number int }

func (f *inode) String() string {
	if f == nil {
		return "nothing"
	}
	return fmt.Sprintf("file %d", f.number)
}

// recorder makes steps of a program's calls that have to do with the folder.
type recorder struct {
	root  string
	names map[string]*inode
	fds   map[uint64]*handle
	steps []step
	err   error
}

// copyFileRange is the number that package syscall leaves out.
var copyFileRange = map[string]uint64{"amd64": 326, "arm64": 285}

// handle is what a descriptor of the traced program stands for.
type handle struct {
	path string
	file *inode // nil for a folder
	at   int64
}

func (r *recorder) inside(path string) bool {
	return path == r.root || strings.HasPrefix(path, r.root+"/")
}

func (r *recorder) add(s step) { r.steps = append(r.steps, s) }

func (r *recorder) name(path string, f *inode) {
	if f == nil {
		delete(r.names, path)
	} else {
		r.names[path] = f
	}
	r.add(step{name: path, file: f})
}

func (r *recorder) call(c sysCall) {
	if c.nr == syscall.SYS_WRITE && c.args[0] == 1 {
		r.add(step{said: string(c.data)})
		return
	}
	if c.ret < 0 {
		return
	}
	to := c.args[0]
	if c.nr == copyFileRange[runtime.GOARCH] {
		to = c.args[2]
	}
	h := r.fds[to]
	switch c.nr {
	case syscall.SYS_OPENAT:
		r.open(c)
	case syscall.SYS_CLOSE:
		delete(r.fds, c.args[0])
	case syscall.SYS_LINKAT:
		if r.inside(c.second) {
			r.name(c.second, r.names[c.path])
		}
	case syscall.SYS_RENAMEAT:
		if r.inside(c.second) {
			r.name(c.second, r.names[c.path])
			r.name(c.path, nil)
		}
	case syscall.SYS_UNLINKAT:
		if r.inside(c.path) {
			r.name(c.path, nil)
		}
	}
	if h == nil {
		return
	}
	switch c.nr {
	case syscall.SYS_PWRITE64:
		r.add(step{file: h.file, at: int64(c.args[3]), data: c.data[:c.ret]})
	case syscall.SYS_WRITE:
		r.add(step{file: h.file, at: h.at, data: c.data[:c.ret]})
		h.at += c.ret
	case syscall.SYS_LSEEK:
		h.at = c.ret
	case syscall.SYS_FTRUNCATE:
		r.add(step{file: h.file, size: int64(c.args[1])})
	case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		if h.file == nil {
			r.add(step{keep: h.path})
		} else {
			r.add(step{file: h.file, sync: true})
		}
	case syscall.SYS_SENDFILE, copyFileRange[runtime.GOARCH]: // the content never was in the program
		b := make([]byte, c.ret)
		if f, err := os.Open(h.path); err != nil {
			r.err = err
		} else if _, err := f.ReadAt(b, h.at); err != nil {
			r.err = errors.Join(err, f.Close())
		} else {
			r.err = f.Close()
		}
		r.add(step{file: h.file, at: h.at, data: b})
		h.at += c.ret
	case syscall.SYS_WRITEV, syscall.SYS_PWRITEV, syscall.SYS_SPLICE, syscall.SYS_FALLOCATE:
		r.err = fmt.Errorf("the recorder does not know call %d", c.nr)
	}
}

func (r *recorder) open(c sysCall) {
	delete(r.fds, uint64(c.ret))
	if !r.inside(c.path) {
		return
	}
	h := &handle{path: c.path, file: r.names[c.path]}
	fi, err := os.Stat(c.path)
	switch {
	case err == nil && fi.IsDir():
	case h.file == nil:
		h.file = &inode{len(r.steps)}
		r.name(c.path, h.file)
	case c.args[2]&syscall.O_TRUNC != 0:
		r.add(step{file: h.file})
	case err == nil && c.args[2]&syscall.O_APPEND != 0:
		h.at = fi.Size()
	}
	r.fds[uint64(c.ret)] = h
}

// disk is what a power loss may leave: content and names that were synced,
// and what was written since and may have arrived, all of it, none, or parts.
type disk struct {
	content map[*inode][]byte
	written map[*inode][]step
	names   map[string]*inode
	named   []step
	said    map[string]int // the last revision of each draft that was acknowledged
}

func (d *disk) take(s step) {
	switch {
	case s.said != "":
		var id string
		var revision int
		if n, _ := fmt.Sscan(s.said, &id, &revision); n == 2 {
			d.said[id] = revision
		}
	case s.keep != "":
		d.named = slices.DeleteFunc(d.named, func(n step) bool {
			if filepath.Dir(n.name) == s.keep {
				rename(d.names, n)
				return true
			}
			return false
		})
	case s.name != "":
		d.named = append(d.named, s)
	case s.sync:
		d.content[s.file] = arrive(d.content[s.file], d.written[s.file])
		delete(d.written, s.file)
	default:
		d.written[s.file] = append(d.written[s.file], s)
	}
}

func rename(names map[string]*inode, s step) {
	if s.file == nil {
		delete(names, s.name)
	} else {
		names[s.name] = s.file
	}
}

// arrive returns the content b after the steps.
func arrive(b []byte, steps []step) []byte {
	b = bytes.Clone(b)
	grow := func(n int64) {
		if n > int64(len(b)) {
			b = append(b, make([]byte, n-int64(len(b)))...)
		}
	}
	for _, s := range steps {
		if s.data == nil {
			grow(s.size)
			b = b[:s.size]
			continue
		}
		grow(s.at + int64(len(s.data)))
		copy(b[s.at:], s.data)
	}
	return b
}

// left is one of the states that the disk can be in after a power loss: the
// first with all that was written, the second with nothing that was not
// synced, the others by chance.
func (d *disk) left(variant int, random *rand.Rand) map[string][]byte {
	names := maps.Clone(d.names)
	moved := []int{len(d.named), 0, random.IntN(len(d.named) + 1)}[min(variant, 2)]
	for _, s := range d.named[:moved] {
		rename(names, s)
	}
	files := map[string][]byte{}
	for name, f := range names {
		steps := d.written[f]
		switch variant {
		case 0:
		case 1:
			steps = nil
		default:
			steps = some(steps, random)
		}
		files[name] = arrive(d.content[f], steps)
	}
	return files
}

// some are parts of the steps: whole steps are missing, and of a write any of
// the sectors.
func some(steps []step, random *rand.Rand) (out []step) {
	const sector = 512
	for _, s := range steps {
		switch {
		case random.IntN(3) == 0:
		case s.data == nil || random.IntN(2) == 0:
			out = append(out, s)
		default:
			for n := 0; n < len(s.data); n += sector {
				if random.IntN(2) == 0 {
					out = append(out, step{file: s.file, at: s.at + int64(n), data: s.data[n:min(n+sector, len(s.data))]})
				}
			}
		}
	}
	return out
}

const (
	variants = 6 // of what is left after each step
	mostLeft = 4000
)

// A program makes a store and saves; every write, sync and name is recorded
// as it reaches the system. Whenever the power had gone off, and whatever had
// reached the disk of what was not yet synced: the store opens, and what was
// acknowledged is there.
func TestWhatWasAcknowledgedSurvivesAPowerLossAtAnyMoment(t *testing.T) {
	root := filepath.Join(t.TempDir(), "home")
	if err := os.Mkdir(root, 0o700); err != nil {
		t.Fatal(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	const store = "data/badges.db"
	ids := []string{designer.NewID(), designer.NewID()}
	r := recorder{root: root, names: map[string]*inode{}, fds: map[uint64]*handle{}}
	env := append(os.Environ(), partVar+"=write", "GODEBUG=asyncpreemptoff=1")
	err = trace(append([]string{exe, filepath.Join(root, store)}, ids...), env, r.call)
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.EIO) {
		t.Skipf("this machine lets nobody watch a program: %v", err)
	}
	if err = errors.Join(err, r.err); err != nil {
		t.Fatal(err)
	}

	d := &disk{map[*inode][]byte{}, map[*inode][]step{}, map[string]*inode{}, nil, map[string]int{}}
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[[32]byte]bool{}
	syncs := 0
	for n, s := range r.steps {
		d.take(s)
		if s.sync || s.keep != "" {
			syncs++
		}
		for variant := range variants {
			files := d.left(variant, random)
			sum := sha256.New()
			for _, name := range slices.Sorted(maps.Keys(files)) {
				fmt.Fprintln(sum, name, len(files[name]))
				sum.Write(files[name])
			}
			fmt.Fprint(sum, d.said)
			if key := [32]byte(sum.Sum(nil)); seen[key] || len(seen) == mostLeft {
				continue
			} else {
				seen[key] = true
			}
			if err := survives(files, root, store, ids, d.said); err != nil {
				t.Fatalf("power loss after step %d of %d (%v), variant %d: %v", n, len(r.steps), s, variant, err)
			}
		}
	}
	if d.said[ids[0]] < 5 || d.said[ids[1]] < 5 || syncs < 20 || len(seen) < 100 || len(seen) == mostLeft {
		t.Errorf("%d saves, %d syncs, %d states: nothing was tested", d.said[ids[0]]+d.said[ids[1]], syncs, len(seen))
	}
	t.Logf("%d steps, %d syncs, %d states", len(r.steps), syncs, len(seen))
}

// survives puts files in place and looks for what was acknowledged.
func survives(files map[string][]byte, root, store string, ids []string, said map[string]int) error {
	home, err := os.MkdirTemp(filepath.Dir(root), "")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	for name, b := range files {
		to := filepath.Join(home, strings.TrimPrefix(name, root))
		if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, b, 0o600)); err != nil {
			return err
		}
	}
	path := filepath.Join(home, store)
	if b := files[filepath.Join(root, store)]; b != nil {
		f, err := pages.Open(bytes.NewReader(b), int64(len(b)))
		if err == nil {
			err = f.Check()
		}
		if err != nil {
			return err
		}
	}
	s, err := Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	for _, id := range ids {
		d, err := s.Drafts().Get(ctx, id)
		if errors.Is(err, designer.ErrNotFound) && said[id] == 0 {
			continue
		}
		if err != nil {
			return fmt.Errorf("%s, revision %d was acknowledged: %w", id, said[id], err)
		}
		if d.Revision != said[id] && d.Revision != said[id]+1 { // a save that had nearly ended
			return fmt.Errorf("revision %d was acknowledged, %d is there", said[id], d.Revision)
		}
		if d.Description != essay(d.Revision+slices.Index(ids, id)) {
			return fmt.Errorf("revision %d has another content", d.Revision)
		}
		if d, err = s.Drafts().Put(ctx, d); err != nil {
			return fmt.Errorf("saving after it: %w", err)
		}
	}
	return s.Close()
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"insignia/designer"
)

// The tests about several programs, and about one that is killed, start this
// test binary again: the variable names the part it plays, its arguments are
// the part's.
const partVar = "INSIGNIA_BOLT_PART"

var parts = map[string]func(args []string) error{
	"save":  playSave,
	"count": playCount,
	"hold":  playHold,
}

func TestMain(m *testing.M) {
	if part := parts[os.Getenv(partVar)]; part != nil {
		if err := part(os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child is this test binary playing a part. It says lines, and is told to end
// by the end of its input.
type child struct {
	*exec.Cmd
	in    io.Closer
	lines *bufio.Scanner
}

func start(t *testing.T, part string, args ...string) child {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, args...)
	c.Env = append(os.Environ(), partVar+"="+part)
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill(); c.Wait() })
	return child{c, in, bufio.NewScanner(out)}
}

// line waits for the child to say something.
func (c child) line(t *testing.T) string {
	t.Helper()
	if !c.lines.Scan() {
		t.Fatalf("the child said nothing: %v", c.lines.Err())
	}
	return c.lines.Text()
}

// told is closed when the parent ends the child's input.
func told() <-chan struct{} {
	c := make(chan struct{})
	go func() {
		io.Copy(io.Discard, os.Stdin)
		close(c)
	}()
	return c
}

// essay is a text of 2 to 62 KiB that tells its revision.
func essay(revision int) string {
	s := "revision " + strconv.Itoa(revision) + ". "
	return strings.Repeat(s, (2+revision*13%60)*1024/len(s))
}

// playSave saves the draft args[1] in the store args[0] over and over and
// says each revision when it has been told that it is kept.
func playSave(args []string) error {
	s, err := Open(args[0])
	if err != nil {
		return err
	}
	d, err := s.Drafts().Get(ctx, args[1])
	for stop := told(); err == nil; {
		select {
		case <-stop:
			return s.Close()
		default:
		}
		d.Description = essay(d.Revision + 1)
		if d, err = s.Drafts().Put(ctx, d); err == nil {
			fmt.Println(d.Revision)
		}
	}
	return err
}

// playCount adds args[2] to the draft args[1] in the store args[0], one by
// one.
func playCount(args []string) error {
	s, err := Open(args[0])
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	if err := count(s, args[1], n); err != nil {
		return err
	}
	fmt.Println("done")
	return s.Close()
}

// count adds 1 to what the draft's earner.count says, n times, beginning
// again where somebody else was quicker.
func count(s *Store, id string, n int) error {
	for n > 0 {
		d, err := s.Drafts().Get(ctx, id)
		if err != nil {
			return err
		}
		was, _ := strconv.Atoi(d.Earner.Count)
		d.Earner.Count = strconv.Itoa(was + 1)
		switch _, err := s.Drafts().Put(ctx, d); {
		case err == nil:
			n--
		case !errors.Is(err, designer.ErrConflict):
			return err
		}
	}
	return nil
}

// playHold keeps the file args[0] locked until it is told to let go.
func playHold(args []string) error {
	db, err := bbolt.Open(args[0], 0o600, nil)
	if err != nil {
		return err
	}
	fmt.Println("held")
	<-told()
	return db.Close()
}

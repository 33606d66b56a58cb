// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pages_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"
)

// bbolt's own check of a damaged file may end its process, so it runs in
// another one: this test binary, told so by the variable.
const childVar = "INSIGNIA_PAGES_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVar) == "" {
		os.Exit(m.Run())
	}
	debug.SetMaxStack(8 << 20) // a circle of pages shall end soon
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		fmt.Println(strings.ReplaceAll(bboltCheck(in.Text()), "\n", " "))
	}
}

// bboltCheck is "whole" or the first thing that bbolt says is wrong.
func bboltCheck(path string) (says string) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			says = fmt.Sprint("panic: ", p)
		}
	}()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return err.Error()
	}
	tx, err := db.Begin(false)
	if err != nil {
		return err.Error()
	}
	for err := range tx.Check() {
		return err.Error() // and leave the rest open: it may not end
	}
	tx.Rollback()
	db.Close()
	return "whole"
}

// checks is such a process, and the next one when it has died.
type checks struct {
	t     *testing.T
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines chan string
}

func startChecks(t *testing.T) *checks {
	c := &checks{t: t}
	t.Cleanup(c.end)
	return c
}

func (c *checks) end() {
	if c.cmd != nil {
		c.cmd.Process.Kill()
		c.cmd.Wait()
		c.cmd = nil
	}
}

func (c *checks) start() {
	exe, err := os.Executable()
	if err != nil {
		c.t.Fatal(err)
	}
	c.cmd = exec.Command(exe)
	c.cmd.Env = append(os.Environ(), childVar+"=1")
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		c.t.Fatal(err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		c.t.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		c.t.Fatal(err)
	}
	lines := make(chan string)
	c.lines = lines
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
}

// file is what bbolt says about a file: "whole", a fault, or that it died.
func (c *checks) file(path string) string {
	if c.cmd == nil {
		c.start()
	}
	fmt.Fprintln(c.in, path)
	select {
	case says, ok := <-c.lines:
		if ok {
			return says
		}
		c.end()
		return "died"
	case <-time.After(10 * time.Second):
		c.end()
		return "hangs"
	}
}

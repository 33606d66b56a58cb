// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package e2e

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Twenty commands at once while somebody types: each does what it says, and
// what is typed is kept.
func TestTwentyCommandsBesideARunningProgram(t *testing.T) {
	dir := t.TempDir()
	store := filepath.Join(dir, "insignia.db")
	command := func(args ...string) (string, error) {
		out, err := exec.Command(program, append([]string{"--store", store}, args...)...).CombinedOutput()
		return string(out), err
	}
	p := run(t, dir, 80, 24)
	p.until("What badge are you making?")
	p.keys("\rTyped beside\r")
	p.until("Who is it for?")
	typed := make(chan int)
	stop := make(chan struct{})
	go func() {
		n := 0
		for {
			select {
			case <-stop:
				typed <- n
				return
			case <-time.After(5 * time.Millisecond):
				if n == 200 {
					continue // the field takes 1,000 characters
				}
				n++
				p.tty.WriteString(fmt.Sprintf("w%d ", n))
			}
		}
	}()
	const crowd = 20
	var all sync.WaitGroup
	var mu sync.Mutex
	var slowest time.Duration
	ids := map[string]bool{}
	for n := range crowd {
		all.Go(func() {
			began := time.Now()
			out, err := command("new", fmt.Sprintf("name=Crowd %d", n), "kind=skill")
			id := strings.TrimSpace(out)
			if err == nil && n%2 == 0 {
				out, err = command("set", id, "earner.who=Neighbours")
			}
			if err == nil {
				out, err = command("list")
			}
			if err != nil || !strings.Contains(out, fmt.Sprintf("Crowd %d", n)) {
				t.Errorf("command %d: %v: %s", n, err, out)
			}
			mu.Lock()
			defer mu.Unlock()
			ids[id] = true
			slowest = max(slowest, time.Since(began))
		})
	}
	all.Wait()
	close(stop)
	last := fmt.Sprintf("w%d", <-typed)
	p.keys("\x03")
	p.until("Everything is saved.")
	p.keys("\x03")
	if code := p.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if len(ids) != crowd {
		t.Errorf("%d badges of %d", len(ids), crowd)
	}
	out, err := command("list", "--json")
	if n := strings.Count(out, `"id"`); err != nil || n != crowd+1 {
		t.Errorf("%d badges are kept, %v", n, err)
	}
	for line := range strings.Lines(out) {
		if _, rest, ok := strings.Cut(line, `"id": "`); ok {
			if id, _, _ := strings.Cut(rest, `"`); !ids[id] {
				shown, err := command("show", id, "--json")
				if err != nil || !strings.Contains(shown, last) {
					t.Errorf("%s is not in what was typed: %v", last, err)
				}
			}
		}
	}
	t.Logf("the slowest of %d, of two or three commands each, took %v", crowd, slowest.Round(time.Millisecond))
}

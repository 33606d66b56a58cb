// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// rssUnit is what the system counts the memory of an ended process in.
const rssUnit = 1 << 10

// watch says what the process costs during that time: processor time and
// voluntary switches of all its threads.
func watch(pid int, d time.Duration) load {
	cpu, wakeups, ok := spent(pid)
	from := time.Now()
	time.Sleep(d)
	cpu2, wakeups2, ok2 := spent(pid)
	took := time.Since(from).Seconds()
	return load{
		known:   ok && ok2,
		cpu:     float64(cpu2-cpu) / 1e9 / took * 100,
		wakeups: float64(wakeups2-wakeups) / took,
	}
}

// spent sums over the threads of a process: nanoseconds on a processor, and
// how often a thread went to sleep.
func spent(pid int) (nanos, sleeps int, ok bool) {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*", pid))
	for _, t := range threads {
		b, err := os.ReadFile(filepath.Join(t, "schedstat"))
		if err != nil {
			continue // the thread has ended, or the kernel does not say
		}
		if f := bytes.Fields(b); len(f) > 0 {
			n, err := strconv.Atoi(string(f[0]))
			nanos, ok = nanos+n, ok || err == nil
		}
		sleeps += status(filepath.Join(t, "status"), "voluntary_ctxt_switches:")
	}
	return nanos, sleeps, ok
}

// peak is the most memory a running process has held, in bytes. What wait4
// tells after its end is too much for a small program: it counts the moment
// between fork and exec, when the process was still this one.
func peak(pid int) int {
	return status(fmt.Sprintf("/proc/%d/status", pid), "VmHWM:") << 10
}

// status is the number behind a name in a file of /proc, 0 if there is none.
func status(path, name string) int {
	b, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(b) {
		if f := bytes.Fields(line); len(f) > 1 && string(f[0]) == name {
			n, _ := strconv.Atoi(string(f[1]))
			return n
		}
	}
	return 0
}

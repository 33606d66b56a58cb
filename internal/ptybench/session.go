// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"

	"github.com/creack/pty"
)

// How a session listens.
const (
	quiet     = 20 * time.Millisecond  // silence that ends a burst of output
	firstWait = 10 * time.Second       // for the first screen
	keyWait   = 500 * time.Millisecond // for the answer to a key
	jitter    = 40 * time.Millisecond  // before a key, so that keys do not keep step with the program's frames
	inked     = 64                     // visible bytes that make a screen
)

// chunk is what one read brought.
type chunk struct {
	at      time.Time
	bytes   int
	visible int // of this and all chunks before
}

// session is one start of the program.
type session struct {
	cmd   *exec.Cmd
	tty   *os.File
	began time.Time
	ended chan struct{} // closed when there is nothing more to read
	news  chan struct{}

	mu     sync.Mutex
	chunks []chunk
	tail   []byte // the last output, to say why a program ended early
}

// begin starts the program in a terminal of its own.
func begin(command, env []string, cols, rows int) (*session, error) {
	tty, slave, err := pty.Open()
	if err != nil {
		return nil, err
	}
	defer slave.Close()
	size := &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols), X: uint16(cols * cellWidth), Y: uint16(rows * cellHeight)}
	if err := pty.Setsize(tty, size); err != nil {
		tty.Close()
		return nil, err
	}
	s := &session{tty: tty, ended: make(chan struct{}), news: make(chan struct{}, 1)}
	s.cmd = exec.Command(command[0], command[1:]...)
	s.cmd.Env = append(os.Environ(), env...)
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = slave, slave, slave
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	s.began = time.Now()
	if err := s.cmd.Start(); err != nil {
		tty.Close()
		return nil, err
	}
	go s.listen(&terminal{cols: cols, rows: rows})
	return s, nil
}

func (s *session) listen(t *terminal) {
	defer close(s.ended)
	buf := make([]byte, 1<<16)
	for {
		n, err := s.tty.Read(buf)
		now := time.Now()
		if n > 0 {
			if answer := t.write(buf[:n]); len(answer) > 0 {
				s.tty.Write(answer)
			}
			s.mu.Lock()
			s.chunks = append(s.chunks, chunk{now, n, t.visible})
			s.tail = append(s.tail, buf[:n]...)
			s.tail = s.tail[max(0, len(s.tail)-400):]
			s.mu.Unlock()
			select {
			case s.news <- struct{}{}:
			default:
			}
		}
		if err != nil {
			return // EIO when the program has ended
		}
	}
}

// heard is a copy of the chunks from the i-th on.
func (s *session) heard(i int) []chunk {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]chunk(nil), s.chunks[min(i, len(s.chunks)):]...)
}

// wait returns when enough holds of the chunks from the i-th on, false when
// it does not in time or the program has ended.
func (s *session) wait(i int, most time.Duration, enough func([]chunk) (bool, time.Duration)) bool {
	late := time.After(most)
	for {
		ok, again := enough(s.heard(i))
		if ok {
			return true
		}
		var soon <-chan time.Time
		if again > 0 {
			soon = time.After(again)
		}
		select {
		case <-s.news:
		case <-soon:
		case <-late:
			return false
		case <-s.ended:
			ok, _ := enough(s.heard(i))
			return ok
		}
	}
}

// burst is enough when a burst of at least so many visible bytes has ended:
// it gives the chunk that ended it.
func burst(visible int, last *chunk) func([]chunk) (bool, time.Duration) {
	return func(c []chunk) (bool, time.Duration) {
		before := 0
		for i := range c {
			rest := quiet - time.Since(c[i].at)
			if i+1 < len(c) {
				rest = quiet - c[i+1].at.Sub(c[i].at)
			}
			switch {
			case rest > 0 && i+1 == len(c):
				return false, rest
			case rest > 0:
			case c[i].visible-before >= visible:
				*last = c[i]
				return true, 0
			default:
				before = c[i].visible
			}
		}
		return false, 0
	}
}

// measure plays the whole session.
func (s *session) measure(keys []string, idle time.Duration) (run, error) {
	var r run
	var last chunk
	if !s.wait(0, firstWait, burst(inked, &last)) {
		s.stop(&r)
		return r, fmt.Errorf("no screen of %d visible bytes; the last it wrote was %q", inked, s.tail)
	}
	r.output, r.paint = s.heard(0)[0].at.Sub(s.began), last.at.Sub(s.began)
	if idle > 0 {
		r.idle = watch(s.cmd.Process.Pid, idle)
	}
	for _, k := range keys {
		time.Sleep(rand.N(jitter))
		n := s.settle()
		from := time.Now()
		if _, err := s.tty.WriteString(k); err != nil {
			break
		}
		if !s.wait(n, keyWait, func(c []chunk) (bool, time.Duration) { return len(c) > 0, 0 }) {
			r.unanswered++
			continue
		}
		r.keys = append(r.keys, s.heard(n)[0].at.Sub(from))
	}
	return r, s.stop(&r)
}

// settle waits for silence, within reason, and returns how many chunks came.
func (s *session) settle() int {
	s.wait(0, keyWait, func(c []chunk) (bool, time.Duration) {
		rest := quiet - time.Since(c[len(c)-1].at)
		return rest <= 0, rest
	})
	return len(s.heard(0))
}

// stop ends the program, politely first, and takes what only its end tells.
func (s *session) stop(r *run) error {
	r.rss = peak(s.cmd.Process.Pid)
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	var err error
	s.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case err = <-done:
	case <-time.After(time.Second):
		s.cmd.Process.Kill()
		err = <-done
	}
	s.tty.Close()
	<-s.ended
	for _, c := range s.heard(0) {
		r.bytes += c.bytes
	}
	if u, ok := s.cmd.ProcessState.SysUsage().(*syscall.Rusage); ok && r.rss == 0 {
		r.rss = int(u.Maxrss) * rssUnit
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = nil // a program ended by a signal has no good exit code to give
	}
	return err
}

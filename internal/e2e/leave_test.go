// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package e2e

import (
	"strings"
	"syscall"
	"testing"
)

// clean fails when the terminal was not left as it was found.
func (p *terminal) clean() {
	p.t.Helper()
	p.mu.Lock()
	raw := p.raw.String()
	p.mu.Unlock()
	for on, off := range map[string]string{"\x1b[?1049h": "\x1b[?1049l", "\x1b[?2004h": "\x1b[?2004l", "\x1b[?1002h": "\x1b[?1002l", "\x1b[?25l": "\x1b[?25h"} {
		if strings.Contains(raw, on) && strings.LastIndex(raw, off) < strings.LastIndex(raw, on) {
			p.t.Errorf("%q is not taken back", on)
		}
	}
}

// typing is the program with half an answer typed and not yet saved.
func typing(t *testing.T, dir string) *terminal {
	return typingOn(run(t, dir, 80, 24))
}

func typingOn(p *terminal) *terminal {
	p.until("What badge are you making?")
	p.keys("\rTea Circle\r")
	p.until("Who is it for?")
	p.keys("Neighbours who come often")
	p.until("come often")
	return p
}

func TestEveryWayOutSavesAndLeavesTheTerminalClean(t *testing.T) {
	for name, leave := range map[string]func(*terminal){
		"ctrl+c twice": func(p *terminal) {
			p.keys("\x03")
			p.until("Everything is saved.")
			p.keys("\x03")
		},
		"SIGTERM": func(p *terminal) { p.signal(syscall.SIGTERM) },
		"SIGHUP":  func(p *terminal) { p.signal(syscall.SIGHUP) },
		"SIGINT":  func(p *terminal) { p.signal(syscall.SIGINT) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			p := typing(t, dir)
			leave(p)
			if code := p.ended(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			p.clean()
			if got := answers(t, dir); !strings.Contains(got, "Neighbours who come often") {
				t.Errorf("lost: %s", got)
			}
		})
	}
}

func TestAClosedTerminalEndsTheProgramAndLosesNothing(t *testing.T) {
	for name, attr := range map[string]*syscall.SysProcAttr{
		"its own":         {Setsid: true, Setctty: true}, // SIGHUP comes
		"somebody else’s": {Setsid: true},                // only reads and writes fail
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			p := typingOn(start(t, dir, 80, 24, attr))
			p.tty.Close()
			p.ended()
			if got := answers(t, dir); !strings.Contains(got, "Neighbours who come often") {
				t.Errorf("lost: %s", got)
			}
		})
	}
}

func TestComingBackFindsTheBadgeWhereItWasLeft(t *testing.T) {
	dir := t.TempDir()
	p := typing(t, dir)
	p.keys("\x03")
	p.until("Everything is saved.")
	p.keys("\x03")
	p.ended()
	p = run(t, dir, 60, 20)
	p.until("Your badges")
	p.until("Tea Circle")
	p.keys("\r")
	p.until("Who issues it?")
	p.keys("\x1b[5~")
	p.until("Neighbours who come often")
}

// Keys typed faster than screens change go where a person meant them.
func TestAWholeBadgeTypedInOneBreath(t *testing.T) {
	dir := t.TempDir()
	p := run(t, dir, 80, 24)
	p.until("What badge are you making?")
	p.keys("\rTea Circle\rNeighbours\rHouse of Tea\rhttps://tea.example\rhello@tea.example\rI may host\r" +
		"Poured for twenty guests\rWashed up twice\r\rA photo of the table\r\x1b[6~Head Host\r\r\r\r")
	p.until("Your files are in")
	p.keys("\x03\x03")
	p.ended()
	got := answers(t, dir)
	for _, want := range []string{`"Tea Circle"`, `"Neighbours"`, `"House of Tea"`, `"https://tea.example"`, `"hello@tea.example"`,
		`"I may host"`, `"Poured for twenty guests"`, `"Washed up twice"`, `"A photo of the table"`, `"Head Host"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not where it belongs in %s", want, got)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package tui

import (
	"os"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// keyboard is standard input that tells when the terminal behind it is gone.
// A terminal that closes usually sends SIGHUP; one that the program does not
// belong to only ends, and Bubble Tea would wait for its keys for ever.
type keyboard struct {
	*os.File
	lost func()
}

// Read reads keys.
func (k keyboard) Read(b []byte) (int, error) {
	n, err := k.File.Read(b)
	if err != nil {
		k.lost()
	}
	return n, err
}

// listen makes the program read its keys through a keyboard. lost is called
// once, from a goroutine.
func listen(lost func()) []tea.ProgramOption {
	var once sync.Once
	return []tea.ProgramOption{tea.WithInput(keyboard{os.Stdin, func() { once.Do(func() { go lost() }) }})}
}

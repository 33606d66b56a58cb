// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"slices"
	"strings"
)

// choice is a flag that takes one of some words; the first is what holds
// without the flag, and is written "" for the rest of the program.
type choice struct {
	words []string
	value string
}

var errNoChoice = errors.New("unknown")

// Set implements pflag.Value.
func (c *choice) Set(s string) error {
	s = strings.ToLower(s)
	if !slices.Contains(c.words, s) {
		return errNoChoice
	}
	if c.value = s; s == c.words[0] {
		c.value = ""
	}
	return nil
}

// String implements pflag.Value.
func (c *choice) String() string { return c.value }

// Type implements pflag.Value.
func (c *choice) Type() string { return "" }

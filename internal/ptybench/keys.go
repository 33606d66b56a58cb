// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"strconv"
	"strings"
)

var named = map[string]string{
	"Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F",
	"PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "F1": "\x1bOP", "F2": "\x1bOQ", "F5": "\x1b[15~",
	"Enter": "\r", "Esc": "\x1b", "Tab": "\t", "BackTab": "\x1b[Z", "Backspace": "\x7f", "Space": " ", "Comma": ",",
}

// parseKeys reads a list of keys: a name, C- and a letter, or one character,
// each perhaps with how often it is pressed, as in Down*20.
func parseKeys(list string) ([]string, error) {
	if list == "" {
		return nil, nil
	}
	var out []string
	for item := range strings.SplitSeq(list, ",") {
		name, times, n := item, "", 1
		if i := strings.LastIndexByte(item, '*'); i > 0 {
			name, times = item[:i], item[i+1:]
			var err error
			if n, err = strconv.Atoi(times); err != nil || n < 1 || n > 10_000 {
				return nil, fmt.Errorf("%q: press it how often?", item)
			}
		}
		b, known := named[name]
		switch {
		case known:
		case len(name) == 3 && strings.HasPrefix(name, "C-") && name[2] >= 'a' && name[2] <= 'z':
			b = string(rune(name[2] & 0x1f))
		case len([]rune(name)) == 1:
			b = name
		default:
			return nil, fmt.Errorf("no key %q", name)
		}
		for range n {
			out = append(out, b)
		}
	}
	return out, nil
}

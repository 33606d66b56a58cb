// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Rule says how many of a list are needed: 0 is all of them, n is any n.
type Rule int

// String gives "all" or the number.
func (r Rule) String() string {
	if r <= 0 {
		return "all"
	}
	return strconv.Itoa(int(r))
}

// ParseRule reads "all" or a number from 1 to 50.
func ParseRule(s string) (Rule, bool) {
	s = strings.TrimSpace(s)
	if s == "" || strings.EqualFold(s, "all") {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxSteps {
		return 0, false
	}
	return Rule(n), true
}

// MarshalJSON writes "all" or a number.
func (r Rule) MarshalJSON() ([]byte, error) {
	if r <= 0 {
		return []byte(`"all"`), nil
	}
	return json.Marshal(int(r))
}

// UnmarshalJSON takes "all" or a number.
func (r *Rule) UnmarshalJSON(b []byte) error {
	v, ok := ParseRule(strings.Trim(string(b), `"`))
	if !ok {
		return &Error{Code: "bad-rule", Args: Args{"value": string(b)}}
	}
	*r = v
	return nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
)

// Unfinished is what lies beneath the error not-final: every problem that
// keeps a badge from being issued.
type Unfinished struct{ Problems []designer.Problem }

// Error gives the codes, for logs and tests.
func (u *Unfinished) Error() string {
	var out []string
	for _, p := range u.Problems {
		out = append(out, p.Code)
	}
	return strings.Join(out, " ")
}

// NotFinal returns nil when none of the problems is a fault. Otherwise it
// returns an *designer.Error with the code not-final, whose arguments are the
// count of the faults and the ids of their fields, around an *Unfinished with
// the faults alone. A format asked for final files returns it instead of files.
func NotFinal(problems []designer.Problem) error {
	faults := slices.DeleteFunc(slices.Clone(problems), func(p designer.Problem) bool { return p.Level != designer.Fault })
	if len(faults) == 0 {
		return nil
	}
	var fields []string
	for _, p := range faults {
		if !slices.Contains(fields, p.Field) {
			fields = append(fields, p.Field)
		}
	}
	return &designer.Error{Code: "not-final", Err: &Unfinished{Problems: faults},
		Args: designer.Args{"count": strconv.Itoa(len(faults)), "fields": strings.Join(fields, ", ")}}
}

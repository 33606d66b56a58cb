// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !windows

package uptime

import "time"

var begin = time.Now()

// sinceBegin is the time the program runs, by Go's monotonic clock.
func sinceBegin() time.Duration { return time.Since(begin) }

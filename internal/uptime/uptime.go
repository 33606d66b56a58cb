// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package uptime measures time that passes. It knows how each system counts
// through a closed lid; it refuses to know what time of the day it is.
package uptime

import "time"

// Now is the time since some moment that stays the same until the machine
// starts anew. It never goes back, and setting the wall clock, a time server
// or a change of summer time do not move it. What counts:
//
//   - Linux: CLOCK_BOOTTIME, since the start of the machine, suspended or not;
//     clock_gettime(2).
//   - macOS: CLOCK_MONOTONIC_RAW, since the start of the machine and while it
//     sleeps, never slewed; clock_gettime(3) there.
//   - Windows: GetTickCount64, since the start of the machine with sleep and
//     hibernation, in steps of 10 to 16 ms.
//   - Others: Go's monotonic clock since the program began. Whether it counts
//     sleep is the system's choice.
func Now() time.Duration { return now() }

// Boot names the run of the machine, or of the program, that Now counts in:
// two values of Now can be compared if their names are the same and not "".
// It is "" where the system does not tell, and always on Windows.
func Boot() string { return boot() }

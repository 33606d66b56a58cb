// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package uptime

import (
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

func now() time.Duration {
	var ts unix.Timespec
	if unix.ClockGettime(unix.CLOCK_BOOTTIME, &ts) != nil {
		return sinceBegin() // a kernel before 2.6.39, or a sandbox
	}
	return time.Duration(ts.Nano())
}

func boot() string {
	b, _ := os.ReadFile("/proc/sys/kernel/random/boot_id") // random(4)
	return strings.TrimSpace(string(b))
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package uptime

import (
	"time"

	"golang.org/x/sys/unix"
)

func now() time.Duration {
	var ts unix.Timespec
	if unix.ClockGettime(unix.CLOCK_MONOTONIC_RAW, &ts) != nil {
		return sinceBegin()
	}
	return time.Duration(ts.Nano())
}

func boot() string {
	id, _ := unix.Sysctl("kern.bootsessionuuid")
	return id
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package uptime

import (
	"time"

	"golang.org/x/sys/windows"
)

func now() time.Duration { return windows.DurationSinceBoot() }

func boot() string { return "" }

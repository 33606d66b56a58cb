// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !linux && !darwin && !windows

package uptime

import (
	"fmt"
	"os"
	"time"
)

func now() time.Duration { return sinceBegin() }

// boot is this program's own run: the next one counts from its own beginning.
func boot() string { return fmt.Sprintf("%d-%d", os.Getpid(), begin.UnixNano()) }

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"strconv"
	"time"

	"insignia/internal/uptime"
)

// speedVariable makes the clock of a workshop run faster, to rehearse twenty
// minutes in one. Nothing else hears of it.
const speedVariable = "INSIGNIA_SPEED"

const fastest = 1000

// uptime is what the clock of a workshop counts, and the name of that count:
// two that do not run alike cannot be compared.
func (a *app) uptime() (now func() time.Duration, boot string) {
	n, err := strconv.Atoi(a.env(speedVariable))
	if err != nil || n < 2 || n > fastest {
		return uptime.Now, uptime.Boot()
	}
	return func() time.Duration { return time.Duration(n) * uptime.Now() }, uptime.Boot() + " by " + strconv.Itoa(n)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Insignia is a terminal program in which people design their first Open
// Badge. This package is the process: arguments in, exit code out.
package main

import (
	"context"
	"os"

	"insignia/internal/cli"
)

// version is set by the linker: -X main.version=1.2.3
var version string

func main() { os.Exit(cli.Run(context.Background(), cli.System(version))) }

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !unix

package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "ptybench: needs the pseudo-terminals of a Unix system")
	os.Exit(2)
}

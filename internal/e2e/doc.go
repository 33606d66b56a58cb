// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package e2e tests the built program from outside: on a pseudo-terminal,
// with real keys, signals and kill -9. It has no code of its own and knows of
// the program only what a person sees.
package e2e

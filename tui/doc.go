// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package tui is the interactive program: the one tea.Model, which owns the
// size, the colours, the open badge and the store, and routes between the
// screens in the packages below it. Screens are given what they may know
// (screen.Env) and say what they want (screen.Action); only this package
// carries it out.
package tui

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !unix

package tui

import tea "charm.land/bubbletea/v2"

// listen leaves the console to Bubble Tea: a console that closes ends the
// program by itself.
func listen(lost func()) []tea.ProgramOption { return nil }

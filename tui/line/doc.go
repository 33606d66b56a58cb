// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package line is the program as a conversation: plain lines out, plain lines
// in, for a pipe, a screen reader, a terminal that can do nothing else. It
// knows everything the full screen can do and says it in words; it refuses to
// know of colours, cursors and sizes, and never writes a line twice.
package line

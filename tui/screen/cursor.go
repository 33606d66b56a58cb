// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

// Cursor stands in a line of a layer where the next letter would go. The
// program takes it out and puts the terminal's own cursor there, which input
// methods, magnifiers and screen readers follow; a cursor that is only drawn
// is unknown to them. It is a mark in the text because it has to come along
// when a line is indented, cut, scrolled or covered.
//
// It is an application program command, which terminals ignore and which
// counts no cell: no text that was typed or read from a file can hold one.
const Cursor = "\x1b_cursor\x1b\\"

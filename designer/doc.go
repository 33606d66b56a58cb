// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package designer is the exercise itself: the six questions, the fields they
// ask for, the Draft that holds the answers, what is wrong with a draft, and
// the contract of the place where drafts are kept.
//
// It knows ids and limits, never words: prompts, hints, examples and the
// sentence of a problem live in internal/locale. It knows nothing of disks,
// terminals, pictures or file formats, and imports only the standard library.
package designer

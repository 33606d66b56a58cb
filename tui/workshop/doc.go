// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package workshop is where a facilitator prepares a workshop and leads
// through it: the list of workshops, and one of them with two pages, the day
// (what is next, one letter each) and the preset (a form). It knows workshops
// as designer has them; what the letters start is other screens' and the
// root's.
package workshop

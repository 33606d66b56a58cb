// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package prose composes sentences from a draft's answers.
package prose

import (
	"insignia/designer"
	"insignia/internal/locale"
)

// Narrative is the criteria narrative, Markdown.
func Narrative(d designer.Draft, w locale.Words) string { return "" }

// Description drafts a description, plain text, at most 400 characters.
func Description(d designer.Draft, w locale.Words) string { return "" }

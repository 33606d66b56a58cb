// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import (
	"time"

	"insignia/designer"
)

// kind says what a folder must know of the thing it holds.
type kind[T, S any] struct {
	folder  string
	unnamed string // what a file is called whose thing has no name
	meta    func(*T) *designer.Meta
	title   func(T) string
	key     func(S) (id string, updated time.Time)
	form    func(*T) any // what is written, and what reading fills
}

var badges = kind[designer.Draft, designer.Summary]{
	folder: "badges", unnamed: "badge",
	meta:  func(d *designer.Draft) *designer.Meta { return &d.Meta },
	title: func(d designer.Draft) string { return d.Name },
	key:   func(s designer.Summary) (string, time.Time) { return s.ID, s.Updated },
	form:  func(d *designer.Draft) any { return d },
}

var issuers = kind[designer.SavedIssuer, designer.IssuerSummary]{
	folder: "issuers", unnamed: "issuer",
	meta:  func(i *designer.SavedIssuer) *designer.Meta { return &i.Meta },
	title: func(i designer.SavedIssuer) string { return i.Name },
	key:   func(s designer.IssuerSummary) (string, time.Time) { return s.ID, s.Updated },
	form:  func(i *designer.SavedIssuer) any { return i },
}

var workshops = kind[designer.Workshop, designer.WorkshopSummary]{
	folder: "workshops", unnamed: "workshop",
	meta:  func(w *designer.Workshop) *designer.Meta { return &w.Meta },
	title: func(w designer.Workshop) string { return w.Title },
	key:   func(s designer.WorkshopSummary) (string, time.Time) { return s.ID, s.Updated },
	form:  func(w *designer.Workshop) any { return &workshopForm{workshopType, w} },
}

// workshopType is what a workshop file says of itself, so that import tells it
// from a badge.
const workshopType = "insignia-workshop"

type workshopForm struct {
	Type string `json:"type"`
	*designer.Workshop
}

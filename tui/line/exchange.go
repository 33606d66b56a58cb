// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import "insignia/designer"

// exchange swaps two items of a list; both count from 0 and are there. The
// draft is a copy that shares nothing.
func exchange(d *designer.Draft, f designer.Field, i, j int) {
	lists := map[string]*[]string{"tags": &d.Tags, "next.requires": &d.Next.Requires, "next.display": &d.Next.Display}
	switch f.Input {
	case designer.Steps:
		l := d.Criteria.Steps
		l[i], l[j] = l[j], l[i]
	case designer.Leads:
		l := d.Next.Leads
		l[i], l[j] = l[j], l[i]
	case designer.Alignments:
		l := d.Alignment
		l[i], l[j] = l[j], l[i]
	default:
		if l := lists[f.ID]; l != nil {
			(*l)[i], (*l)[j] = (*l)[j], (*l)[i]
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"fmt"
	"strings"

	"insignia/designer"
)

// paper is a size of paper, upright: ISO 216 and ANSI/ASME Y14.1.
type paper struct {
	id            string
	width, height float64 // mm
	text          float64 // size of plain text in points
}

var papers = []paper{
	{"a4", 210, 297, 10},
	{"a3", 297, 420, 14},
	{"letter", 215.9, 279.4, 10},
}

// margin is what stays white around a sheet, in mm: home printers reach no
// nearer to an edge than 5 to 6, and the lower one of some than 10 to 12.
const margin = 12

// Papers returns the sizes of paper, the usual one first.
func Papers() []string {
	var out []string
	for _, p := range papers {
		out = append(out, p.id)
	}
	return out
}

// sizeOf finds a paper by its name in any case.
func sizeOf(name string) (paper, error) {
	for _, p := range papers {
		if name == "" || strings.EqualFold(strings.TrimSpace(name), p.id) {
			return p, nil
		}
	}
	return paper{}, &designer.Error{Code: "unknown-paper", Args: designer.Args{
		"value": name, "nearest": designer.NearestOf(name, Papers()), "known": strings.Join(Papers(), ", ")}}
}

// lying turns the paper on its long side.
func (p paper) lying() paper {
	p.width, p.height = p.height, p.width
	return p
}

// style gives the paper to the browser and to the style sheets.
func (p paper) style() string {
	return fmt.Sprintf("@page{size:%gmm %gmm;margin:%dmm}\n:root{--paper-width:%gmm;--paper-height:%gmm;--margin:%dmm;--text:%gpt}\n",
		p.width, p.height, margin, p.width, p.height, margin, p.text)
}

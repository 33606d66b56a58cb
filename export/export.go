// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package export is what leaves the program: the contract of a format, which
// turns a draft and its picture into named files, and the writing of those
// files to disk so that nothing is half-written or overwritten.
//
// Each format family has a package below this one. They know no terminal, no
// store and no renderer: pictures come through the Picture interface.
package export

import (
	"bytes"
	"errors"
	"slices"

	"insignia/designer"
)

// Picture is a badge's picture at any size, as package render makes it.
type Picture interface {
	// PNG returns a square PNG, px pixels a side.
	PNG(px int) ([]byte, error)
	// SVG returns a self-contained SVG with a square viewBox.
	SVG() ([]byte, error)
	// Alt says in a sentence what it shows, "" if nobody did.
	Alt() string
}

// ErrNoPicture is a format that was handed no picture: a mistake of the program.
var ErrNoPicture = errors.New("export: no picture")

// File is a file to be written: a name inside the badge's folder, with / as
// separator, and its bytes.
type File struct {
	Name  string
	Bytes []byte
}

// Options say how to export.
type Options struct {
	// BaseURL is the address at which the folder of files will lie on the
	// web, without a trailing slash; "" while offline.
	BaseURL string
	// Final refuses placeholders and anything else that an issuer would.
	Final bool
	// Twins links the badge of Open Badges 2.0 and that of 3.0 to each other:
	// both are written. All sets it.
	Twins bool
}

// The formats that know of each other.
const (
	OB2  = "ob2"  // Open Badges 2.0
	OB3  = "ob3"  // Open Badges 3.0
	Site = "site" // a folder for a web server, with both
)

// Format turns a draft into files. Same draft, picture and options: same
// bytes. The problems are what a reader of the files would stumble over;
// an error means that there are no files.
type Format struct {
	ID    string
	Files func(designer.Draft, Picture, Options) ([]File, []designer.Problem, error)
}

// All returns the files of several formats, in their order, and what all of
// them have to say; a file that two of them write stands once. One format's
// error is everybody's: there are no files.
func All(formats []Format, d designer.Draft, p Picture, o Options) ([]File, []designer.Problem, error) {
	has := func(id string) bool { return slices.ContainsFunc(formats, func(f Format) bool { return f.ID == id }) }
	o.Twins = has(OB2) && has(OB3) || has(Site)
	var files []File
	var problems []designer.Problem
	for _, f := range formats {
		some, found, err := f.Files(d, p, o)
		if err != nil {
			return nil, nil, err
		}
		for _, x := range some {
			if !slices.ContainsFunc(files, func(y File) bool { return y.Name == x.Name && bytes.Equal(y.Bytes, x.Bytes) }) {
				files = append(files, x)
			}
		}
		problems = append(problems, found...)
	}
	return files, problems, nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package pack makes what one platform wants of a badge: its picture in the
// size and weight that the platform takes, the bodies of its API, a sheet to
// copy from in the order of its form, and how to bring it all in. Each platform
// is a table, with its source and the date it was looked at; what fills a table
// from a badge is shared.
//
// It knows forms, limits and what a platform does to text. It refuses to know
// how a badge is drawn and what day it is. Whatever does not fit is shortened
// or left out here, nowhere else, and every time it is told.
package pack

// Platform is a place that issues badges, as a table. The words of its fields
// are "pack.<platform>.<field>" in internal/locale.
type Platform struct {
	ID   string // one of designer.Platforms
	Name string // as people know it, the same in every language
	Help string // web address of its own help, "" for none
	// Source is where its rules were read: versions of source code, pages.
	Source []string
	// Checked is when, and Again is when they should be read anew: YYYY-MM-DD.
	Checked, Again string
	// English says that its form speaks no language but English.
	English bool
	Picture Picture
	Angles  Angles
	// Braces says that two opening braces begin a place to be filled, which
	// they must not in what people wrote.
	Braces bool
	Fields []Field // in the order of its form
	Inside []Field // what only the bodies have
	Bodies []Body
	// Lacks are the fields of a badge that nothing there takes.
	Lacks []string
	// Steps is how many steps it takes to bring a badge in: their words are
	// "pack.<platform>.how.<n>".
	Steps int
}

// Picture is what a platform takes of a picture. Every one is a square PNG
// with a transparent ground, which all of them take.
type Picture struct {
	Side  int   // in pixels, of the one to upload
	More  []int // sides of others that may be wanted
	Bytes int   // the most it may weigh
	SVG   bool  // badge.svg goes along
}

// Angles says which "<" a platform takes for the beginning of a tag, with
// which it drops the text after it.
type Angles int

// What drops what. Django's strip_tags stands on Python's HTMLParser, where a
// letter, "/", "!" or "?" has to follow; for PHP's strip_tags everything but a
// space will do.
const (
	AnglesStay Angles = iota
	AnglesOfDjango
	AnglesOfPHP
)

// Field is a field of a form.
type Field struct {
	ID   string
	Part Part
	// Limit is the most characters it takes, 0 for any number; Min the fewest.
	// Characters are counted as browsers count them for maxlength, in UTF-16:
	// never fewer than code points, so what fits one way fits the other.
	Limit, Min int
	Required   bool
	// Under is where in the form it stands, if not on the first page: the
	// words are "pack.<platform>.<under>".
	Under string
	// Joined lists go into one control, with commas between the items; others
	// get a control for each item, or are typed and entered one by one.
	Joined bool
	// Rows are the members of each item of Alignment and Steps.
	Rows []Row
	// Choose is picked from what the form offers: nothing is pasted. Options
	// are the words for what is to be picked, by the text of the part, as
	// "pack.<platform>.<field>.<option>"; nil shows the text itself.
	Choose  bool
	Options map[string]string
}

// Row is a member of an item, as a field of its own. Its words are
// "pack.<platform>.<ID>".
type Row struct {
	ID     string
	Member int // one of the members below
	Limit  int
}

// The members of an item of Alignment and of Steps.
const (
	TargetName = iota
	TargetURL
	TargetDescription
	TargetFramework
	TargetCode

	StepName   = TargetName
	StepDetail = TargetURL
)

// Body is what a platform's API takes, as JSON.
type Body struct {
	Name string // of its file, without the ending
	Keys []Key
}

// Key is a member of a JSON object: one of Field, Is and In says what it is.
type Key struct {
	Name  string
	Field string // id of the field whose value stands here; left out while it is empty
	Is    any    // the same for every badge
	In    []Key  // an object
	// Each are the members of every item of Field, which name a member by Of.
	Each []Key
	Of   int
	// List puts it into a list of one.
	List bool
	// Always writes an empty list where others leave the key out.
	Always bool
}

var platforms = []*Platform{&badgr, &obf, &moodle, &oeb, &dcc, &generic}

// Lookup finds a platform by its id.
func Lookup(id string) (Platform, bool) {
	for _, p := range platforms {
		if p.ID == id {
			return *p, true
		}
	}
	return Platform{}, false
}

// Stale reports whether the table is older than it should be on that day,
// YYYY-MM-DD; "" is no day.
func (p *Platform) Stale(today string) bool { return today > p.Again }

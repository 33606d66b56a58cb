// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package takehome makes the pile that a workshop ends with, everything of
// all badges in one place:
//
//	what-next.html        what is open with each badge, who does what until when, how to come to an issuer
//	booklet.html          all badges to read and print
//	overview.csv          a row a badge, safe to open in a spreadsheet
//	next-steps.ics        a day for each next step that has a date
//	workshop.json         the workshop, for another laptop
//	bike-repair-buddy/    and a folder a badge:
//	  draft.json          the badge as this program keeps it, for another laptop
//	  badge.json          the Open Badges 2.0 BadgeClass
//	  issuer.json         its issuer
//	  achievement.json …  and whatever else Input.Formats makes of it
//	  badge-300.png       the picture in the sizes issuers ask for
//	  badge-600.png
//	  badge.svg
//	  sheet.html          the six questions and their answers on paper
//
// It knows what lies where and what a facilitator does with it afterwards. It
// refuses to know where drafts are kept, how a badge is drawn, what is wrong
// with one, and where the pile goes. Same drafts, same bytes: no clock, and
// the order of the drafts does not count.
package takehome

import (
	"cmp"
	"errors"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"insignia/designer"
	"insignia/export"
	"insignia/export/answers"
	"insignia/export/ob2"
	"insignia/export/print"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// Input is what is taken home.
type Input struct {
	// Workshops are those of the badges. A single one names the pile and
	// gives it its language; of several each is only carried along.
	Workshops []designer.Workshop
	Badges    []Badge
	Print     print.Options
	// Formats are what a badge's folder has besides its draft, its sheet and
	// its picture in the usual sizes; nil is Open Badges 2.0 alone.
	Formats func(designer.Draft) []export.Format
}

// Badge is one badge to take home.
type Badge struct {
	Draft    designer.Draft
	Picture  export.Picture
	Problems []designer.Problem // what is open, the hints too
}

// Taken is what became of one badge.
type Taken struct {
	ID   string
	Name string // "" for a badge without one
	Team string
	// Folder is the name of its folder in the pile.
	Folder string
	// Open counts its problems without the hints.
	Open int
	// Unmade is why a file is missing, nil where none is. The badge's draft
	// and its sheet are there all the same, and the page says this too.
	Unmade error
}

// shown is a badge with what all of the pile calls it by.
type shown struct {
	Badge
	name   string // never ""
	folder string
	files  []export.File
	unmade error
	err    error
}

// Files makes the pile: its files, and what became of each badge, both in the
// order of the pile, which is that of teams, then names. Its words are those
// of the workshop's language if there are some, w otherwise. A badge of which
// a file cannot be made is taken all the same; the error is about the pile.
func Files(w locale.Words, in Input) ([]export.File, []Taken, error) {
	ws := designer.Workshop{}
	if len(in.Workshops) == 1 {
		ws = in.Workshops[0]
	}
	if locale.Has(ws.Language) {
		w = locale.For(ws.Language)
	}
	all := arrange(w, ws, in.Badges)
	if err := each(all, func(s *shown) { s.make(w, in) }); err != nil {
		return nil, nil, err
	}
	files, err := front(w, ws, all, in)
	if err != nil {
		return nil, nil, err
	}
	var taken []Taken
	for _, s := range all {
		files = append(files, s.files...)
		taken = append(taken, Taken{ID: s.Draft.ID, Name: s.Draft.Name, Team: s.Draft.Team, Folder: s.folder, Open: open(s.Problems), Unmade: s.unmade})
	}
	return files, taken, nil
}

// front are the files that are about all badges.
func front(w locale.Words, ws designer.Workshop, all []shown, in Input) ([]export.File, error) {
	page, err := next(w, ws, all)
	if err != nil {
		return nil, err
	}
	var entries []print.Entry
	for _, s := range all {
		entries = append(entries, s.entry())
	}
	booklet, err := print.Booklet(w, ws, entries, in.Print)
	if err != nil {
		return nil, err
	}
	files := []export.File{{Name: Page, Bytes: page}, {Name: "booklet.html", Bytes: booklet}, {Name: tableFile, Bytes: table(w, all)}}
	if b := calendar(w, all); b != nil {
		files = append(files, export.File{Name: calendarFile, Bytes: b})
	}
	used := map[string]bool{}
	for _, one := range in.Workshops {
		name := "workshop"
		if len(in.Workshops) > 1 {
			name = unique(used, "workshop-"+clean.Slug(one.Title))
		}
		files = append(files, export.File{Name: name + ".json", Bytes: answers.WriteWorkshop(one)})
	}
	return files, nil
}

const (
	// Page is the file to begin with.
	Page         = "what-next.html"
	tableFile    = "overview.csv"
	calendarFile = "next-steps.ics"
	sheetFile    = "sheet.html"
)

// make makes the files of one badge.
func (s *shown) make(w locale.Words, in Input) {
	add := func(name string, b []byte, err error) {
		if err != nil {
			s.unmade = errors.Join(s.unmade, err)
			return
		}
		name = s.folder + "/" + name
		if slices.ContainsFunc(s.files, func(f export.File) bool { return f.Name == name }) {
			return // a format made it
		}
		s.files = append(s.files, export.File{Name: name, Bytes: b})
	}
	add("draft.json", answers.Write(s.Draft), nil)
	if s.Picture != nil {
		// A picture that cannot be made is left out of everything.
		if _, err := s.Picture.SVG(); err != nil {
			s.unmade, s.Picture = err, nil
		}
	}
	if s.Picture != nil {
		formats := []export.Format{ob2.Format}
		if in.Formats != nil {
			formats = in.Formats(s.Draft)
		}
		some, _, err := export.All(formats, s.Draft, s.Picture, export.Options{})
		s.unmade = errors.Join(s.unmade, err)
		for _, f := range some {
			add(f.Name, f.Bytes, nil)
		}
		for _, px := range []int{300, 600} { // Open Badge Factory and Moodle; Credly
			b, err := s.Picture.PNG(px)
			add("badge-"+strconv.Itoa(px)+".png", b, err)
		}
		b, err := s.Picture.SVG()
		add("badge.svg", b, err)
	}
	b, err := print.Badge(w, s.entry(), in.Print)
	if err != nil {
		s.err = err
	}
	add(sheetFile, b, err)
}

func (s *shown) entry() print.Entry {
	return print.Entry{Draft: s.Draft, Picture: s.Picture, Problems: s.Problems}
}

// arrange puts badges in the order of the pile and gives each its folder.
func arrange(w locale.Words, ws designer.Workshop, badges []Badge) []shown {
	var all []shown
	for _, b := range badges {
		s := shown{Badge: b, name: cmp.Or(b.Draft.Name, w.T("ui.unnamed"))}
		s.Problems = slices.Clone(b.Problems)
		slices.SortStableFunc(s.Problems, func(a, b designer.Problem) int { return cmp.Compare(b.Level, a.Level) })
		if b.Picture != nil {
			s.Picture = export.Once(b.Picture)
		}
		all = append(all, s)
	}
	// A team stands where the workshop names it, behind those it names by name.
	place := func(team string) int {
		if i := slices.Index(ws.Teams, team); i >= 0 {
			return i
		}
		return len(ws.Teams)
	}
	slices.SortFunc(all, func(a, b shown) int {
		x, y := a.Draft, b.Draft
		return cmp.Or(cmp.Compare(place(x.Team), place(y.Team)), cmp.Compare(folded(x.Team), folded(y.Team)),
			cmp.Compare(folded(x.Name), folded(y.Name)), cmp.Compare(x.ID, y.ID))
	})
	used := map[string]bool{}
	for i := range all {
		all[i].folder = unique(used, clean.Slug(all[i].Draft.Name))
	}
	return all
}

// folded is how a name is sorted: without accents and capitals.
func folded(s string) string { return strings.ToLower(norm.NFKD.String(s)) }

// unique is name, or name-2, name-3 … where that is used.
func unique(used map[string]bool, name string) string {
	out := name
	for n := 2; used[out]; n++ {
		out = name + "-" + strconv.Itoa(n)
	}
	used[out] = true
	return out
}

// open counts what is more than a hint.
func open(problems []designer.Problem) int {
	n := 0
	for _, p := range problems {
		if p.Level > designer.Hint {
			n++
		}
	}
	return n
}

// each does the same to all badges, as many at a time as there are processors.
func each(all []shown, do func(*shown)) error {
	var wait sync.WaitGroup
	next := make(chan *shown)
	for range min(runtime.GOMAXPROCS(0), len(all)) {
		wait.Go(func() {
			for s := range next {
				do(s)
			}
		})
	}
	for i := range all {
		next <- &all[i]
	}
	close(next)
	wait.Wait()
	for _, s := range all {
		if s.err != nil {
			return s.err
		}
	}
	return nil
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// laptop is a folder that holds a store of its own.
type laptop struct {
	t   *testing.T
	dir string
}

// command runs a command there and returns what it printed.
func (l laptop) command(args ...string) string {
	l.t.Helper()
	c := exec.Command(program, append([]string{"--store", filepath.Join(l.dir, "insignia.db")}, args...)...)
	c.Dir = l.dir
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		l.t.Fatalf("%s: %v\n%s%s", strings.Join(args, " "), err, out, errs.String())
	}
	return strings.TrimSpace(string(out))
}

// badge is what a table answers.
type badge struct{ team, name, who, why, first, second, evidence, lead string }

var tables = []badge{
	{"Red", "Story Night Host", "Readers who come on Tuesdays and like to read aloud", "I may host a story night of my own",
		"Hosted three story nights of 45 minutes", "Chose a text for each and said why", "A photo and the list of texts", "Festival Host"},
	{"Blue", "Shelf Finder", "Pupils of 12 who have never looked for a book alone", "I help others find what they look for",
		"Found ten books in 20 minutes by their signatures", "Helped two readers without taking over", "The list of the ten books", "Library Guide"},
	{"Green", "Map Mender", "Visitors who know the quarter and carry a phone", "My correction is on everyone’s map",
		"Corrected at least one place on the open map", "Wrote two sentences on what was missing", "A link to the change", "Map Keeper"},
	{"Yellow", "Repair Friend", "Neighbours with a broken lamp and some patience", "I may use the workshop alone",
		"Repaired two lamps so that they pass the safety test", "Explained one repair to somebody else", "The signed test sheet", "Workshop Mentor"},
}

// answer types the badge from the team's page on, as far as the review.
func (b badge) answer(p *terminal) {
	p.until("What badge are you making?")
	p.keys("\r" + b.name + "\r")
	p.until("Who is it for?")
	p.keys(b.who + "\r")
	p.until("Why would they want it?") // the workshop has answered question 2
	p.rest(b)
}

// rest types the answers from question 3 on.
func (p *terminal) rest(b badge) {
	p.keys(b.why + "\r")
	p.until("What must they do?")
	p.keys(b.first + "\r" + b.second + "\r\r" + b.evidence + "\r")
	p.until("What does it look like?")
	p.keys("\x1b[6~")
	p.until("Where next?")
	p.keys(b.lead + "\r\r\r")
	p.until("Export the badge")
}

// leave ends the program.
func (p *terminal) leave() {
	p.keys("\x03")
	p.until("Everything is saved")
	p.keys("\x03")
	p.ended()
}

// A whole workshop: four laptops, one file, twenty minutes at sixty times
// their speed, one table late and one laptop killed.
func TestAWorkshopFromTheFileToTheFilesTakenHome(t *testing.T) {
	stick := t.TempDir()
	laptops := make([]laptop, len(tables))
	for i := range laptops {
		laptops[i] = laptop{t, t.TempDir()}
	}
	lead := laptops[0]
	args := []string{"workshop", "new", "--title", "Library evening", "--date", "2026-12-01", "--agenda", "sprint-20",
		"--issuer-name", "Riverside Library", "--issuer-url", "https://library.example.org", "--issuer-email", "badges@library.example.org"}
	for _, b := range tables {
		args = append(args, "--team", b.team)
	}
	id := lead.command(args...)
	lead.command("workshop", "export", id, "-o", filepath.Join(stick, "workshop.json"))
	for _, l := range laptops[1:] {
		l.command("workshop", "import", filepath.Join(stick, "workshop.json"))
	}

	// The clock starts on the facilitator's laptop. A table is late: two
	// minutes more for question 1 come off the others, and none from the end.
	clock := run(t, lead.dir, 100, 30)
	clock.until("Library evening")
	clock.keys("t")
	clock.until("20 min in all")
	clock.keys(" ")
	clock.until("soft end")
	clock.keys("++e") // and no soft end: parts follow each other by themselves
	clock.until("+ −")
	if s := clock.screen(); strings.Contains(s, "later") {
		t.Errorf("two minutes more made the end later:\n%s", s)
	}

	for i, b := range tables {
		l := laptops[i]
		p := run(t, l.dir, 80, 24)
		p.until("Library evening")
		p.keys("b")
		p.until("Which team?")
		p.keys(string(rune('1' + i)))
		if i != 2 {
			b.answer(p)
			p.keys("\x1b")
			p.until("1 badge")
			p.leave()
			continue
		}
		// This laptop loses its power in the middle of question 3.
		p.until("What badge are you making?")
		p.keys("\r" + b.name + "\r")
		p.until("Who is it for?")
		p.keys(b.who + "\r")
		p.until("Why would they want it?")
		p.until("saved ")
		p.signal(syscall.SIGKILL)
		p.ended()
		p = run(t, l.dir, 80, 24)
		p.until(b.name)
		p.keys("\r")
		p.until("Why would they want it?")
		p.rest(b)
		p.leave()
	}

	// The twenty minutes end by themselves.
	clock.until("That was the last part")
	clock.keys("\x1b")
	clock.until("Take everything home")

	// Everybody takes home onto the stick; the facilitator gathers it there.
	for i, l := range laptops[1:] {
		l.command("takehome", filepath.Join(stick, tables[i+1].team))
	}
	clock.keys("g")
	clock.until("Gather")
	clock.leave()
	report := lead.command("gather", stick)
	if again := lead.command("gather", stick); again == report {
		t.Errorf("gathering twice tells of new badges twice: %s", again)
	}

	p := run(t, lead.dir, 120, 40)
	p.until("Your badges")
	p.keys("w")
	p.until("Library evening")
	p.keys("\r")
	p.until("4 badges")
	p.keys("p")
	p.until("turn the page")
	for _, b := range tables {
		p.until(b.team)
		p.keys("n")
	}
	p.keys("\x1b")
	p.until("Take everything home")
	p.keys("h")
	p.until("Everything is in")
	p.leave()

	home := filepath.Join(lead.dir, "library-evening")
	files, err := filepath.Glob(filepath.Join(home, "*", "badge.json"))
	if err != nil || len(files) != len(tables) {
		t.Fatalf("%d badges were taken home: %v, %v", len(files), files, err)
	}
	for _, f := range files {
		lead.command("check", f)
		b, err := os.ReadFile(f)
		if err != nil || !strings.Contains(string(b), "Riverside Library") {
			t.Errorf("%s has another issuer: %v", f, err)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package takehome

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"insignia/internal/clean"
	"insignia/internal/locale"
)

// calendar is next-steps.ics (RFC 5545): a day for every badge whose next
// step has a date. It is nil when none has, since a calendar must hold
// something. The id of the badge is that of its day and the saves are its
// sequence, so that bringing a later file in moves the day instead of making
// a second one. Nothing in it comes from a clock.
func calendar(w locale.Words, all []shown) []byte {
	var c sheet
	c.line("BEGIN:VCALENDAR")
	c.line("VERSION:2.0")
	c.line("PRODID:-//Insignia//Insignia//" + strings.ToUpper(w.Tag()))
	days := 0
	for _, s := range all {
		due, err := time.Parse(time.DateOnly, s.Draft.Next.Due)
		if err != nil {
			continue
		}
		days++
		n := s.Draft.Next
		c.line("BEGIN:VEVENT")
		c.text("UID", cmp.Or(s.Draft.ID, s.folder))
		c.line("DTSTAMP:" + s.Draft.Updated.UTC().Format("20060102T150405Z"))
		c.line("SEQUENCE:" + strconv.Itoa(s.Draft.Revision))
		c.line("DTSTART;VALUE=DATE:" + due.Format("20060102"))
		c.line("DTEND;VALUE=DATE:" + due.AddDate(0, 0, 1).Format("20060102"))
		summary := s.name + ": " + label(w, "next.action")
		if n.Action != "" {
			summary = n.Action + " (" + s.name + ")"
		}
		c.text("SUMMARY", summary)
		var more []string
		for _, m := range [][2]string{{"next.owner", n.Owner}, {"team", s.Draft.Team}, {"issuer.name", s.Draft.Issuer.Name}} {
			if m[1] != "" {
				more = append(more, label(w, m[0])+": "+m[1])
			}
		}
		if len(more) > 0 {
			c.text("DESCRIPTION", strings.Join(more, "\n"))
		}
		c.line("TRANSP:TRANSPARENT") // a step to take, not a day that is taken
		c.line("END:VEVENT")
	}
	c.line("END:VCALENDAR")
	if days == 0 {
		return nil
	}
	return c.Bytes()
}

// maxOctets is the longest line of a calendar, its end not counted (RFC 5545, 3.1).
const maxOctets = 75

type sheet struct{ b []byte }

func (c *sheet) Bytes() []byte { return c.b }

// text writes a property whose value is text: escaped by RFC 5545, 3.3.11.
func (c *sheet) text(name, value string) {
	c.line(name + ":" + strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(tidy(value)))
}

// tidy leaves out what a calendar must not hold: control characters.
func tidy(s string) string {
	s, _ = clean.Text(s)
	return s
}

// line writes one content line, folded where it is too long: a line break and
// a space, never inside of a character.
func (c *sheet) line(s string) {
	room := maxOctets
	for len(s) > room {
		i := room
		for i > 0 && !utf8.RuneStart(s[i]) {
			i--
		}
		if i == 0 {
			i = room // no UTF-8: there is no character to keep whole
		}
		c.b = append(append(c.b, s[:i]...), "\r\n "...)
		s, room = s[i:], maxOctets-1
	}
	c.b = append(append(c.b, s...), "\r\n"...)
}

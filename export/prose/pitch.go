// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/internal/locale"
)

// One breath is some fifty words. Each part of a pitch has at most its share of
// them; the steps get what the others leave.
const (
	breath     = 58
	whoWords   = 15
	nameWords  = 12
	showsWords = 18
	stepWords  = 11 // each
	fewWords   = 3  // with fewer, a clause does not stand for the whole
)

// Pitch is the badge in one breath: whom it is for, what it shows, how it is
// earned. Answers are taken as they stand, or up to the end of one of their
// clauses; what is not answered is left out, and without any answer that
// matters it is "". Plain text on one line.
func Pitch(d designer.Draft, w locale.Words) string {
	who := small(passage(d.Earner.Who, whoWords, w), w.T("pitch.small"))
	badge, known := called(d, w)
	key, text := shown(d, w)
	var out []string
	say := func(key string, pairs ...any) { out = append(out, spoken(w.T(key, pairs...))) }
	earn := "pitch.earn"
	switch {
	case who != "" && text != "":
		say("pitch.for."+key, "badge", badge, "who", who, "text", text)
	case who != "":
		say("pitch.for", "badge", badge, "who", who)
	case text != "":
		say("pitch."+key, "badge", badge, "text", text)
	case known && filled(d.Criteria.Steps) == 0 && line(d.Name) == "":
		say("pitch.is.issuer", "issuer", broken(line(d.Issuer.Name), nameWords))
	case known && filled(d.Criteria.Steps) == 0:
		say("pitch.is", "badge", badge)
	default:
		earn = "pitch.earn.only"
	}
	room := breath - words(strings.Join(out, " ")) - words(w.T(earn, "badge", badge))
	if list := earned(d, max(stepWords, room), w); list != "" {
		say(earn, "badge", badge, "text", list)
	}
	return strings.Join(out, " ")
}

// called is what the badge and its issuer are called, and whether that is
// known at all.
func called(d designer.Draft, w locale.Words) (badge string, known bool) {
	name, issuer := broken(line(d.Name), nameWords), broken(line(d.Issuer.Name), nameWords)
	badge = w.T("pitch.badge.none")
	if name != "" {
		badge = w.T("pitch.badge", "name", name)
		// A name that says "badge" itself is not called one twice.
		for _, word := range strings.Fields(w.T("pitch.badge", "name", "")) {
			if slices.ContainsFunc(strings.Fields(name), func(n string) bool { return len(word) > 4 && strings.EqualFold(n, word) }) {
				badge = w.T("pitch.badge.named", "name", name)
			}
		}
	}
	if issuer != "" {
		badge = w.T("pitch.issued", "badge", badge, "issuer", issuer)
	}
	return badge, name != "" || issuer != ""
}

// shown is what the badge says of its earner, and the key of the words for it:
// what a reader gains or, without that, what the earner does.
func shown(d designer.Draft, w locale.Words) (key, text string) {
	for _, c := range []struct{ key, text string }{{"shows", d.Why.Viewer}, {"means", d.Why.Earner}, {"shows", d.Description}} {
		if t := passage(c.text, showsWords, w); t != "" {
			return c.key, t
		}
	}
	return "", ""
}

// earned lists as many steps as have room, and how many there are besides.
func earned(d designer.Draft, room int, w locale.Words) string {
	var all []string
	for _, s := range d.Criteria.Steps {
		if t := passage(s.Text, stepWords, w); t != "" {
			all = append(all, t)
		}
	}
	for n := len(all); n > 0; n-- {
		list := slices.Clone(all[:n])
		if n < len(all) {
			list = append(list, w.N("pitch.more", len(all)-n))
		}
		if text := strings.Join(list, "; "); n == 1 || words(text) <= room {
			return text
		}
	}
	return ""
}

// line is s on one line without its full stop, or whatever else leads on.
func line(s string) string {
	s, _ = clean.Line(s)
	return strings.TrimRight(bare(s), " ,;:–—.")
}

// passage is the first sentence of s, on one line without its full stop, up to
// the end of a clause if it has more words than most.
func passage(s string, most int, w locale.Words) string {
	s = bare(first(line(s)))
	if words(s) <= most {
		return s
	}
	cut := ""
	for _, at := range clauses(s, strings.Fields(w.T("pitch.joints"))) {
		if words(s[:at]) > most {
			break
		}
		if part := closed(s[:at]); words(part) >= fewWords {
			cut = part
		}
	}
	if cut != "" {
		return cut
	}
	return broken(s, most)
}

// first is the first sentence of a line. A full stop ends one where a capital
// follows, unless it belongs to an abbreviation.
func first(s string) string {
	for i, r := range s {
		if !strings.ContainsRune(".!?…", r) {
			continue
		}
		rest := s[i+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, " "))
		if !strings.HasPrefix(rest, " ") || !unicode.IsUpper(next) && !strings.ContainsRune("¿¡“«\"", next) {
			continue
		}
		word := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
		if r == '.' && (utf8.RuneCountInString(word) < 3 || strings.ContainsRune(word, '.')) {
			continue
		}
		return s[:i+utf8.RuneLen(r)]
	}
	return s
}

// clauses are the places in s where a clause ends: at a mark, or before one of
// the joints, words that begin another one.
func clauses(s string, joints []string) []int {
	var out []int
	word := "" // the one before
	for i, r := range s {
		rest := s[i+utf8.RuneLen(r):]
		next, _ := utf8.DecodeRuneInString(rest)
		switch {
		case strings.ContainsRune(",;:", r) && next == ' ', strings.ContainsRune("、。，；", r):
			out = append(out, i)
		case strings.ContainsRune("–—(", r) && strings.HasSuffix(s[:i], " "):
			out = append(out, i-1)
		case r == ' ':
			after, _, _ := strings.Cut(rest, " ")
			if slices.Contains(joints, after) && !slices.Contains(joints, word) && utf8.RuneCountInString(word) > 2 {
				out = append(out, i)
			}
			word = after
		}
	}
	return out
}

// closed is s without what is open at its end: a comma, or a bracket or a
// quotation that s does not close.
func closed(s string) string {
	for _, p := range []struct{ open, shut string }{{"(", ")"}, {"[", "]"}, {"“", "”"}, {"«", "»"}} {
		if i := strings.LastIndex(s, p.open); i >= 0 && !strings.Contains(s[i:], p.shut) {
			s = s[:i]
		}
	}
	return strings.TrimRight(s, " ,;:–—-")
}

// broken is s up to a word where it has more than most of them, and a sign
// that there is more. Short words at the end go too: they begin something.
// Only what has no spaces is parted between characters.
func broken(s string, most int) string {
	if words(s) <= most {
		return s
	}
	fields := strings.Fields(s)
	n := 0
	for room := most - words(fields[0]); room >= 0; room -= words(fields[n]) {
		n++
	}
	if n == 0 {
		part, _ := clean.Cut(fields[0], 2*most)
		return part + "…"
	}
	for n > 3 && utf8.RuneCountInString(fields[n-1]) <= 3 {
		n--
	}
	return closed(strings.Join(fields[:n], " ")) + " …"
}

// words counts them as they are spoken: a very long one for several, and two
// ideographs for one.
func words(s string) int {
	n := 0
	for _, f := range strings.Fields(s) {
		signs := 0
		for _, r := range f {
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
				signs++
			}
		}
		n += max(1, (utf8.RuneCountInString(f)+15)/16, (signs+1)/2)
	}
	return n
}

// small begins with a small letter if its first word is one of those known,
// which only the beginning of an answer made large.
func small(s, known string) string {
	word, rest, _ := strings.Cut(s, " ")
	lower := strings.ToLower(word)
	if !slices.Contains(strings.Fields(known), strings.TrimRight(lower, ",")) || word == strings.ToUpper(word) && utf8.RuneCountInString(word) > 1 {
		return s
	}
	return strings.TrimSpace(lower + " " + rest)
}

// spoken is s as a sentence: with a capital and a full stop.
func spoken(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?…", last) {
		return s
	}
	return s + "."
}

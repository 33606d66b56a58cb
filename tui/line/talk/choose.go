// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package talk

import (
	"slices"
	"strconv"
	"strings"

	"insignia/render/icon"
)

// Back is typed to go back, Help to hear what can be typed.
const (
	Back = "<"
	Help = "?"
)

// Backwards is what Choose returns for going back.
const Backwards = -2

// Choose says options behind their numbers and returns the place of the one
// that is chosen, by its number or by the beginning of its name: present,
// which may be -1 for none, after an empty line, and Backwards for Back.
func (t *Talk) Choose(prompt string, options []string, present int) (int, error) {
	t.Say(prompt)
	t.options(options, present)
	for {
		typed, err := t.Ask("")
		typed = strings.TrimSpace(typed)
		switch {
		case err != nil:
			return present, err
		case typed == "":
			return present, nil
		case typed == Back:
			return Backwards, nil
		case typed == Help:
			t.Say(t.o.Words.T("line.choose.help"))
			t.options(options, present)
			continue
		}
		at, like := Match(typed, options)
		if at >= 0 {
			return at, nil
		}
		t.Unknown(typed, options, like)
	}
}

// options says options behind their numbers.
func (t *Talk) options(options []string, present int) {
	for i, o := range options {
		if i == present {
			o = t.o.Words.T("line.choose.present", "value", o)
		}
		t.Item(strconv.Itoa(i+1), o)
	}
}

// Unknown says that nothing is called so, and what it may have been meant for.
func (t *Talk) Unknown(typed string, options []string, like []int) {
	w := t.o.Words
	if len(like) == 0 {
		t.Say(w.T("line.no-number", "value", typed, "help", Help))
		return
	}
	t.Say(w.T("line.choose.mean", "value", typed))
	for _, i := range like {
		t.Item(strconv.Itoa(i+1), options[i])
	}
}

// Confirm asks for yes or no; otherwise is the answer of an empty line, and of
// going back no.
func (t *Talk) Confirm(prompt string, otherwise bool) (bool, error) {
	w := t.o.Words
	answers := []string{w.T("ui.yes"), w.T("ui.no")}
	usual := answers[1]
	if otherwise {
		usual = answers[0]
	}
	t.Say(prompt)
	for {
		typed, err := t.Ask(w.T("line.confirm", "answer", usual))
		typed = strings.TrimSpace(typed)
		switch {
		case err != nil, typed == "":
			return otherwise, err
		case typed == Back:
			return false, nil
		}
		// English is understood in every language, as the letters of rooms are.
		if at, _ := Match(typed, answers); at >= 0 {
			return at == 0, nil
		} else if at, _ := Match(typed, []string{"yes", "no"}); at >= 0 {
			return at == 0, nil
		}
	}
}

// mostLike is how many guesses are told at once.
const mostLike = 6

// Match finds what was typed among names: by its number, its whole name, its
// beginning, or the beginning of a word in it, as long as that is only one of
// them; case and accents do not count. Where none or several are meant it
// returns -1, and those that may be: all that begin so, or the nearest.
func Match(typed string, names []string) (at int, like []int) {
	if n, err := strconv.Atoi(typed); err == nil && n > 0 && n <= len(names) {
		return n - 1, nil
	}
	q := icon.Fold(typed)
	if q == "" {
		return -1, nil
	}
	folded := make([]string, len(names))
	for i, n := range names {
		folded[i] = icon.Fold(n)
	}
	for _, fits := range []func(string) bool{
		func(n string) bool { return n == q },
		func(n string) bool { return strings.HasPrefix(n, q) },
		func(n string) bool { return strings.Contains(" "+n, " "+q) },
	} {
		var found []int
		for i, n := range folded {
			if fits(n) {
				found = append(found, i)
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 0 {
			return -1, found[:min(len(found), mostLike)]
		}
	}
	return -1, near(q, folded)
}

// near are the names with the fewest mistakes in them, if those are few.
func near(q string, names []string) []int {
	least := max(1, len(q)/3) + 1
	var out []int
	for i, n := range names {
		d := icon.Distance(q, n)
		for word := range strings.FieldsSeq(n) {
			d = min(d, icon.Distance(q, word))
		}
		if d < least {
			least, out = d, nil
		}
		if d == least && d <= max(1, len(q)/3) {
			out = append(out, i)
		}
	}
	return slices.Clip(out[:min(len(out), mostLike)])
}

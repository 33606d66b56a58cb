// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"insignia/export/prose"
	"insignia/internal/locale"
)

// card is a badge on the wall.
type card struct {
	Lang      string
	Name      text
	Issuer    text
	Picture   *picture
	About     text
	StepsAs   string
	Steps     []text
	StepsMore string
	size      int
}

// The sizes of a card: so many share a page.
const (
	quarter = 4
	half    = 2
	whole   = 1
)

// What fits a quarter and half of a page, in columns of text: half of what a
// test printed before anything touched. A card with more gets the next size,
// and a whole page runs on to the next one.
const (
	maxQuarter = 480
	maxHalf    = 1400
	maxSteps   = 3
)

// stack is a page of cards, all of one size.
type stack struct {
	Class string
	Cards []card
}

type wall struct {
	Title  string
	Stacks []stack
}

// Cards returns cards to cut out and pin up, four on a page. Nothing on them
// is cut short: a card with much to say takes half a page, or pages of its
// own, behind the others.
func Cards(w locale.Words, entries []Entry, o Options) ([]byte, error) {
	p, err := sizeOf(o.Paper)
	if err != nil {
		return nil, err
	}
	var all []card
	for _, e := range entries {
		v := speak(w, e.Draft.Language, o)
		c, err := v.card(e)
		if err != nil {
			return nil, err
		}
		if v.Tag() != w.Tag() {
			c.Lang = v.Tag()
		}
		all = append(all, c)
	}
	out := wall{Title: w.T("print.cards.title")}
	for _, size := range []int{quarter, half, whole} {
		var page stack
		for _, c := range all {
			if c.size != size {
				continue
			}
			if len(page.Cards) == size {
				out.Stacks = append(out.Stacks, page)
				page = stack{}
			}
			page.Class = map[int]string{quarter: "four", half: "two", whole: "one"}[size]
			page.Cards = append(page.Cards, c)
		}
		if len(page.Cards) > 0 {
			out.Stacks = append(out.Stacks, page)
		}
	}
	return sheet{Kind: "cards", Title: out.Title}.make(w, p, out)
}

func (v voice) card(e Entry) (card, error) {
	d := e.Draft
	pic, err := v.picture(e)
	if err != nil {
		return card{}, err
	}
	c := card{Name: v.name(d), Issuer: v.issuer(d.Issuer), Picture: pic, StepsAs: v.T("print.cards.steps")}
	if d.Description != "" {
		c.About = v.said(d.Description)
	} else {
		c.About = v.said(prose.Description(d, v.Words))
	}
	room := columns(d.Name)*2 + columns(d.Issuer.Name) + columns(c.About.Value)
	// A second and third step stand on a card as long as it stays small.
	for i, s := range d.Criteria.Steps[:min(maxSteps, len(d.Criteria.Steps))] {
		room += columns(s.Text) + 12
		if i > 0 && room > maxQuarter {
			break
		}
		c.Steps = append(c.Steps, v.said(s.Text))
	}
	if more := len(d.Criteria.Steps) - len(c.Steps); more > 0 {
		c.StepsMore = v.N("print.cards.more", more)
	}
	switch room = c.room(); {
	case room <= maxQuarter:
		c.size = quarter
	case room <= maxHalf:
		c.size = half
	default:
		c.size = whole
	}
	return c, nil
}

// room is how much text a card has, in columns.
func (c card) room() int {
	n := columns(c.Name.Value)*2 + columns(c.Issuer.Value) + columns(c.About.Value)
	for _, s := range c.Steps {
		n += columns(s.Value) + 12
	}
	return n
}

// columns is about how wide s is in letters: what is beyond the alphabets is
// twice as wide, and so are capitals, nearly.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\n':
			n += 40
		case r >= 0x1100, 'A' <= r && r <= 'Z', r == 'm', r == 'w':
			n += 2
		default:
			n++
		}
	}
	return n
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package print

import (
	"insignia/designer"
	"insignia/internal/locale"
)

// filled is a badge with everything that was answered.
type filled struct {
	Anchor  string // of its place in a booklet; there it is one of several
	Lang    string // of the words, where they differ from the file's
	Name    text
	Picture *picture
	About   []answer // the start and the description
	Parts   []section
	Open    []finding
	OpenAs  string
}

// section is a question of the six with its answers.
type section struct {
	Number  int
	Title   string
	Answers []answer
}

// finding is a problem in words.
type finding struct{ Level, What, Fix string }

// Badge returns the filled sheet of a badge: the picture, and every answer in
// the order of the exercise, those that stay in the workshop included. A core
// field without an answer is an open box.
func Badge(w locale.Words, e Entry, o Options) ([]byte, error) {
	p, err := sizeOf(o.Paper)
	if err != nil {
		return nil, err
	}
	v := speak(w, e.Draft.Language, o)
	f, err := v.filled(e)
	if err != nil {
		return nil, err
	}
	return sheet{Kind: "badge", Title: v.name(e.Draft).Value}.make(v.Words, p, f)
}

func (v voice) filled(e Entry) (filled, error) {
	d := &e.Draft
	pic, err := v.picture(e)
	if err != nil {
		return filled{}, err
	}
	f := filled{Name: v.name(*d), Picture: pic}
	f.About = append(v.answers(d, designer.Review), v.answers(d, designer.Start, "name")...)
	for _, q := range designer.Questions() {
		if answers := v.answers(d, q); q.Numbered() && len(answers) > 0 { // a look of our choice is in the picture
			f.Parts = append(f.Parts, section{int(q), v.T("question." + q.String() + ".title"), answers})
		}
	}
	return f, nil
}

// findings puts what is still open into words, the gravest of a question
// first as they come.
func (v voice) findings(problems []designer.Problem) []finding {
	var out []finding
	for _, p := range problems {
		key := "problem." + p.Code
		out = append(out, finding{v.T("level." + p.Level.String()), v.Fill(key, p.Args), v.Fill(key+".fix", p.Args)})
	}
	return out
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"insignia/internal/clean"
	"insignia/internal/locale"
)

// pipe is the plainest conversation there is, for tests of rooms alone: a
// prompt stands on a line of its own, since nobody types behind it.
type pipe struct {
	in    *bufio.Reader
	out   io.Writer
	words locale.Words
	width int // of the terminal, 0 for any
}

func (p *pipe) Words() locale.Words { return p.words }
func (p *pipe) Say(text string)     { p.print("", text) }
func (p *pipe) Gap()                { fmt.Fprintln(p.out) }

func (p *pipe) Item(mark, text string) {
	p.print(mark+"  ", text)
}

func (p *pipe) print(mark, text string) {
	text, _ = clean.Text(text)
	if p.width > 0 {
		text = ansi.Wrap(text, p.width-ansi.StringWidth(mark), "")
	}
	for l := range strings.SplitSeq(text, "\n") {
		fmt.Fprintln(p.out, strings.TrimRight(mark+l, " "))
		mark = strings.Repeat(" ", ansi.StringWidth(mark))
	}
}

func (p *pipe) Ask(prompt string) (string, error) {
	p.Say(prompt)
	typed, err := p.in.ReadString('\n')
	if err != nil && typed != "" {
		err = nil // the last line of a file may have no end
	}
	typed, _ = clean.Line(strings.TrimRight(typed, "\n"))
	return typed, err
}

func (p *pipe) Choose(prompt string, options []string, present int) (int, error) {
	p.Say(prompt)
	for i, o := range options {
		p.Item(strconv.Itoa(i+1), o)
	}
	for {
		typed, err := p.Ask("#")
		n, bad := strconv.Atoi(typed)
		switch {
		case err != nil, typed == "":
			return present, err
		case typed == back:
			return backwards, nil
		case bad == nil && n > 0 && n <= len(options):
			return n - 1, nil
		}
	}
}

func (p *pipe) Confirm(prompt string, otherwise bool) (bool, error) {
	typed, err := p.Ask(prompt)
	if err != nil || typed == "" {
		return otherwise, err
	}
	return slices.Contains([]string{"y", "yes"}, typed), nil
}

var _ conversation = (*pipe)(nil)

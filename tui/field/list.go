// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/tui/screen"
)

// list is a list of items: steps, next badges, tags. Enter starts the next
// item; on an empty one it goes on. Items may have parts (a step's proof, an
// alignment's address); most of them show on a key only.
type list struct {
	f     designer.Field
	parts []string // members of an item in order, the text first
	shown int      // parts that always show
	items []item
	at    int             // item with the cursor
	part  int             // part of it with the cursor
	ed    *textarea.Model // exists while the focus is here
}

// item is the parts of one item as typed.
type item struct {
	text []string
	open bool // all parts show
}

func newList(f designer.Field, env screen.Env) *list {
	l := &list{f: f, parts: []string{""}, shown: 1}
	switch f.Input {
	case designer.Steps:
		l.parts = []string{"text", "evidence", "note", "required"}
	case designer.Leads:
		l.parts = []string{"name", "url"}
	case designer.Alignments:
		l.parts = []string{"targetName", "targetUrl", "targetFramework", "targetCode", "targetDescription"}
		l.shown = 2
	}
	l.read(env)
	return l
}

// read takes the items from the draft.
func (l *list) read(env screen.Env) {
	l.items = nil
	d := &env.Draft
	switch l.f.ID {
	case "criteria.steps":
		for _, s := range d.Criteria.Steps {
			required := ""
			if s.Optional {
				required = "no"
			}
			l.items = append(l.items, item{text: []string{s.Text, s.Evidence, s.Note, required}})
		}
	case "next.leads":
		for _, n := range d.Next.Leads {
			l.items = append(l.items, item{text: []string{n.Name, n.URL}})
		}
	case "alignment":
		for _, a := range d.Alignment {
			l.items = append(l.items, item{text: []string{a.TargetName, a.TargetURL, a.TargetFramework, a.TargetCode, a.TargetDescription}})
		}
	default:
		for _, s := range l.f.List(d) {
			l.items = append(l.items, item{text: []string{s}})
		}
	}
	if len(l.items) == 0 {
		l.items = []item{l.blank()}
	}
	l.at = min(l.at, len(l.items)-1)
}

func (l *list) blank() item { return item{text: make([]string, len(l.parts))} }

// empty reports whether nothing has been typed into the i-th item.
func (l *list) empty(i int) bool {
	return !slices.ContainsFunc(l.items[i].text, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// write makes the draft that has the items.
func (l *list) write(env screen.Env) (designer.Draft, error) {
	d := env.Draft.Clone()
	leads := d.Next.Leads
	if err := d.Clear(l.f.ID); err != nil {
		return d, err
	}
	n := 0
	for i := range l.items {
		if l.empty(i) {
			continue
		}
		n++
		for p, v := range l.items[i].text {
			v, _ = clean.Line(v)
			if p == 0 && strings.TrimSpace(v) == "" {
				v = "…" // an item with a proof and no text yet still has to exist
			}
			at := l.f.ID + "." + strconv.Itoa(n)
			if l.parts[p] != "" {
				at += "." + l.parts[p]
			}
			if v == "" && p > 0 {
				continue
			}
			if err := d.Set(at, v); err != nil {
				return d, err
			}
		}
	}
	for i := range d.Next.Leads { // ids of leads are not typed here
		for _, old := range leads {
			if old.Name == d.Next.Leads[i].Name {
				d.Next.Leads[i].ID = old.ID
			}
		}
	}
	return d, nil
}

func (l *list) Field() designer.Field { return l.f }
func (l *list) Typing() bool          { return l.ed != nil && !l.toggle() }

func (l *list) Focus(env screen.Env, fromEnd bool) {
	l.read(env)
	l.ed = newArea(env)
	l.ed.KeyMap.InsertNewline.SetEnabled(false)
	l.ed.Focus()
	l.at, l.part = 0, 0
	if fromEnd {
		l.at = len(l.items) - 1
	}
	// Coming back to a list is coming back to add to it.
	if !fromEnd && !l.empty(0) {
		l.at = len(l.items) - 1
		if len(l.items) < l.f.Items {
			l.items = append(l.items, l.blank())
			l.at++
		}
	}
	l.load(true)
}

func (l *list) Blur(env screen.Env) string {
	l.ed = nil
	l.read(env)
	return ""
}

// resume goes to where the cursor was before the list was read anew.
func (l *list) resume(old *list) {
	for len(l.items) > 1 && l.empty(len(l.items)-1) {
		l.items = l.items[:len(l.items)-1]
	}
	for i := range min(len(l.items), len(old.items)) {
		l.items[i].open = old.items[i].open
	}
	if old.at == len(l.items) && old.empty(old.at) {
		l.items = append(l.items, l.blank())
	}
	l.at = min(old.at, len(l.items)-1)
	l.part = min(old.part, l.last())
	l.load(true)
}

// load puts the part under the cursor into the editor.
func (l *list) load(atEnd bool) {
	l.ed.SetValue(l.items[l.at].text[l.part])
	if atEnd {
		l.ed.MoveToEnd()
	} else {
		l.ed.MoveToBegin()
	}
}

// last is the last part of the present item that shows.
func (l *list) last() int {
	if l.items[l.at].open {
		return len(l.parts) - 1
	}
	return l.shown - 1
}

// toggle reports whether the cursor is on a yes or no.
func (l *list) toggle() bool { return l.parts[l.part] == "required" }

func (l *list) to(at, part int, atEnd bool) Outcome {
	l.at, l.part = at, part
	l.load(atEnd)
	return Outcome{Break: true}
}

func (l *list) Update(msg tea.Msg, env screen.Env) Outcome {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if out, done := l.key(k, env); done {
			return out
		}
	}
	if p, ok := msg.(tea.PasteMsg); ok {
		return l.paste(p, env)
	}
	return l.edit(msg, env)
}

// key handles what moves between items and changes their order.
func (l *list) key(k tea.KeyPressMsg, env screen.Env) (Outcome, bool) {
	it := &l.items[l.at]
	switch {
	case key.Matches(k, screen.KeyTab):
		if l.part < l.last() {
			return l.to(l.at, l.part+1, true), true
		}
		return Outcome{Move: Ahead}, true
	case key.Matches(k, screen.KeyBackTab):
		if l.part > 0 {
			return l.to(l.at, l.part-1, true), true
		}
		return Outcome{Move: Behind}, true
	case key.Matches(k, screen.KeyDetail) && len(l.parts) > l.shown:
		it.open = !it.open
		return l.to(l.at, min(l.last(), l.shown), true), true
	case key.Matches(k, screen.KeyMoveUp):
		return l.swap(l.at-1, env), true
	case key.Matches(k, screen.KeyMoveDown):
		return l.swap(l.at+1, env), true
	case key.Matches(k, screen.KeyDrop):
		return l.drop(env), true
	case key.Matches(k, screen.KeyEnter):
		return l.enter(), true
	case key.Matches(k, screen.KeyUp) && onFirstRow(l.ed):
		switch {
		case l.part > 0:
			return l.to(l.at, l.part-1, true), true
		case l.at > 0:
			l.at--
			return l.to(l.at, l.last(), true), true
		}
		return Outcome{Move: Up}, true
	case key.Matches(k, screen.KeyDown) && onLastRow(l.ed):
		switch {
		case l.part < l.last():
			return l.to(l.at, l.part+1, true), true
		case l.at < len(l.items)-1:
			return l.to(l.at+1, 0, true), true
		}
		return Outcome{Move: Down}, true
	case k.String() == "backspace" && l.part == 0 && l.empty(l.at) && l.at > 0:
		l.items = slices.Delete(l.items, l.at, l.at+1)
		return l.to(l.at-1, 0, true), true
	case l.toggle():
		if k.Text == " " || key.Matches(k, screen.KeyLeft, screen.KeyRight) {
			it.text[l.part] = map[string]string{"": "no", "no": ""}[it.text[l.part]]
			return l.store(env), true
		}
		return Outcome{}, true
	}
	return Outcome{}, false
}

// enter goes to the next part, the next item, or a new one; on an empty item
// it goes on.
func (l *list) enter() Outcome {
	switch {
	case l.empty(l.at):
		if len(l.items) > 1 {
			l.items = slices.Delete(l.items, l.at, l.at+1)
			l.at = min(l.at, len(l.items)-1)
			l.part = 0
			l.load(true)
		}
		return Outcome{Move: Enter}
	case l.part < l.last():
		return l.to(l.at, l.part+1, true)
	case l.at < len(l.items)-1:
		return l.to(l.at+1, 0, true)
	case len(l.items) >= l.f.Items:
		return Outcome{Move: Enter}
	}
	l.items = append(l.items, l.blank())
	return l.to(l.at+1, 0, true)
}

func (l *list) swap(with int, env screen.Env) Outcome {
	if with < 0 || with >= len(l.items) {
		return Outcome{}
	}
	l.items[l.at], l.items[with] = l.items[with], l.items[l.at]
	l.at = with
	return l.store(env)
}

func (l *list) drop(env screen.Env) Outcome {
	if l.empty(l.at) && l.at == len(l.items)-1 {
		return Outcome{} // the line that waits for the next item
	}
	l.items = slices.Delete(l.items, l.at, l.at+1)
	if len(l.items) == 0 {
		l.items = []item{l.blank()}
	}
	l.at, l.part = min(l.at, len(l.items)-1), 0
	l.load(true)
	out := l.store(env)
	out.Say = env.Words.T("ui.dropped")
	return out
}

// store writes the items as one step of undo.
func (l *list) store(env screen.Env) Outcome {
	d, err := l.write(env)
	if err != nil {
		return Outcome{Say: env.Words.Error(err)}
	}
	return Outcome{Changed: true, Draft: d, Apart: true}
}

// edit lets the editor have the key.
func (l *list) edit(msg tea.Msg, env screen.Env) Outcome {
	before := l.ed.Value()
	limit := l.f.PartLimit(l.parts[l.part])
	feed(l.ed, msg, limit)
	after := l.ed.Value()
	out := Outcome{Say: overflow(env, limit, utf8.RuneCountInString(before), utf8.RuneCountInString(after), msg)}
	if after == before {
		return out
	}
	l.items[l.at].text[l.part] = after
	d, err := l.write(env)
	if err != nil {
		out.Say = env.Words.Error(err)
		return out
	}
	out.Changed, out.Draft, out.Break = true, d, breaks(msg)
	return out
}

// paste puts one line into the present item and each further line into an
// item of its own: a list copied from elsewhere stays a list.
func (l *list) paste(p tea.PasteMsg, env screen.Env) Outcome {
	if l.toggle() {
		return Outcome{} // a yes or no takes no text
	}
	lines := strings.FieldsFunc(p.Content, func(r rune) bool { return r == '\n' })
	if len(lines) <= 1 || l.part > 0 {
		p.Content, _ = clean.Line(p.Content)
		return l.edit(p, env)
	}
	say, lost, full := "", 0, false
	for i, s := range lines {
		s, _ = clean.Line(strings.TrimLeft(strings.TrimSpace(s), "-*• "))
		if s == "" {
			continue
		}
		if cut, over := clean.Cut(s, l.f.Limit); over {
			lost += utf8.RuneCountInString(s) - utf8.RuneCountInString(cut)
			s = cut
		}
		if i > 0 && !l.empty(l.at) {
			if len(l.items) >= l.f.Items {
				full = true
				break
			}
			l.items = slices.Insert(l.items, l.at+1, l.blank())
			l.at++
		}
		if i == 0 { // at the cursor
			n := utf8.RuneCountInString(l.ed.Value())
			feed(l.ed, tea.PasteMsg{Content: s}, l.f.Limit)
			lost += utf8.RuneCountInString(s) - (utf8.RuneCountInString(l.ed.Value()) - n)
			s = l.ed.Value()
		}
		l.items[l.at].text[0] = s
	}
	switch {
	case full:
		say = env.Words.T("ui.items-full", "limit", l.f.Items)
	case lost > 0:
		say = env.Words.T("ui.paste-cut", "limit", l.f.Limit, "lost", lost)
	}
	l.load(true)
	out := l.store(env)
	out.Say = say
	return out
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package answers

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"insignia/designer"
	"insignia/export/strict"
)

// workshopType marks a workshop file, so that it is told from a draft.
const workshopType = "insignia-workshop"

// workshopFile is a workshop as it is written: the same members, the marker
// before them, and a ready agenda by its name.
type workshopFile struct {
	Type     string          `json:"type"`
	ID       string          `json:"id,omitempty"`
	Revision int             `json:"revision,omitempty"`
	Created  time.Time       `json:"created,omitzero"`
	Updated  time.Time       `json:"updated,omitzero"`
	Saves    designer.Saves  `json:"saves,omitempty"`
	Title    string          `json:"title,omitempty"`
	Date     string          `json:"date,omitempty"`
	Place    string          `json:"place,omitempty"`
	Language string          `json:"language,omitempty"`
	Agenda   any             `json:"agenda,omitempty"`
	Issuer   designer.Issuer `json:"issuer,omitzero"`
	Teams    []string        `json:"teams,omitempty"`
	Colours  string          `json:"colours,omitempty"`
	Skip     []string        `json:"skip,omitempty"`
	Private  bool            `json:"private,omitempty"`
}

// WriteWorkshop gives a workshop as a workshop file: indented JSON that
// ReadWorkshop turns into the same workshop, always the same bytes.
func WriteWorkshop(w designer.Workshop) []byte {
	m := sayable(w.Meta)
	f := workshopFile{Type: workshopType, ID: m.ID, Revision: m.Revision, Created: m.Created, Updated: m.Updated, Saves: m.Saves,
		Title: w.Title, Date: w.Date, Place: w.Place, Language: w.Language, Issuer: w.Issuer, Teams: w.Teams, Colours: w.Colours,
		Skip: w.Skip, Private: w.Private}
	if ready, ok := designer.ReadyAgenda(w.Agenda.Name); ok && reflect.DeepEqual(ready, w.Agenda) {
		f.Agenda = ready.Name
	} else if len(w.Agenda.Slots) > 0 {
		f.Agenda = w.Agenda
	}
	return indented(f)
}

// IsWorkshop reports whether data is meant to be a workshop file, sound or not.
func IsWorkshop(data []byte) bool {
	root, _, ok := strict.Parse(data)
	return ok && workshop(root)
}

func workshop(root strict.Node) bool {
	n, _ := root.Get("type")
	return n.Kind == strict.String && n.Text == workshopType
}

// WorkshopResult is what a workshop file held.
type WorkshopResult struct {
	// Workshop has no id when the file names none.
	Workshop designer.Workshop
	// Cleaned counts the characters that internal/clean removed.
	Cleaned int
}

// ReadWorkshop reads a workshop file of at most 4 MiB. Mistakes are
// *designer.Error as those of Read, of Workshop.Set, and not-workshop,
// bad-slot and bad-number for an agenda. With an error the workshop is empty.
func ReadWorkshop(data []byte) (designer.Workshop, error) {
	r, err := ReadWorkshopFile(data)
	return r.Workshop, err
}

// ReadWorkshopFile is ReadWorkshop that also tells what was cleaned away.
func ReadWorkshopFile(data []byte) (WorkshopResult, error) {
	r := workshopReader{reader: reader{data: data, seen: map[string]bool{}, system: metaSystem}}
	r.meta = &r.w.Meta
	switch root, ok := r.parse(); {
	case !ok:
	case !workshop(root):
		r.refuse("not-workshop", nil)
	default:
		r.members("", root)
	}
	if len(r.errs) > 0 {
		return WorkshopResult{}, errors.Join(r.errs...)
	}
	return WorkshopResult{r.w, r.Cleaned}, nil
}

type workshopReader struct {
	reader
	w designer.Workshop
}

// fileKeys are the members of a workshop file.
var fileKeys = func() []string {
	var out []string
	for _, key := range designer.WorkshopKeys() {
		if key != designer.KeyMinutes { // follows from the agenda
			out = append(out, key)
		}
	}
	return append(out, "issuer")
}()

// slotIDs are what a part of an agenda may be.
var slotIDs = func() []string {
	var out []string
	for q := designer.AskEarner; q <= designer.AskNext; q++ {
		out = append(out, q.String())
	}
	return append(out, designer.SlotIDs()...)
}()

// members reads an object whose keys continue id.
func (r *workshopReader) members(id string, n strict.Node) {
	for _, m := range n.Members {
		key := r.key(id, m.Key)
		v := m.Value
		if r.seen[key] {
			r.refuse("twice", designer.Args{"field": key})
			continue
		}
		r.seen[key] = true
		switch {
		case key == "type":
		case v.Kind == strict.Null && (r.system[key] != nil || known(key)):
		case r.system[key] != nil:
			r.system[key](&r.reader, key, v)
		case !known(key):
			r.refuse("unknown-field", designer.Args{"field": key, "nearest": designer.NearestOf(key, fileKeys)})
		case key == "issuer" && v.Kind == strict.Object:
			r.members(key, v)
		case key == "issuer":
			r.refuse("want-group", designer.Args{"field": key})
		case key == designer.KeyAgenda && v.Kind == strict.Object:
			r.agenda(v)
		case key == designer.KeyTeams || key == designer.KeySkip:
			r.list(key, v)
		case key == designer.KeyPrivate && v.Kind == strict.Bool:
			r.w.Private = v.Text == "true"
		case key == designer.KeyPrivate && v.Kind != strict.String:
			r.refuse("want-truth", designer.Args{"field": key})
		default:
			input := designer.Line
			if f, ok := designer.FieldByID(key); ok && f.Question == designer.AskIssuer {
				input = f.Input
			}
			if s, ok := r.scalar(key, input, v); ok {
				r.add(r.w.Set(key, s))
			}
		}
	}
}

func known(key string) bool { return slices.Contains(fileKeys, key) }

func (r *workshopReader) list(key string, n strict.Node) {
	if n.Kind != strict.List {
		r.refuse("want-list", designer.Args{"field": key})
		return
	}
	for i, item := range n.Items {
		if len(r.errs) >= maxErrors {
			return
		}
		if v, ok := r.scalar(at(key, i), designer.Line, item); ok {
			r.add(r.w.Append(key, v))
		}
	}
}

const (
	agendaName  = designer.KeyAgenda + ".name"
	agendaSlots = designer.KeyAgenda + ".slots"
)

func at(key string, i int) string { return key + "." + strconv.Itoa(i+1) }

// agenda reads one of their own, or a ready one by its name.
func (r *workshopReader) agenda(n strict.Node) {
	var a designer.Agenda
	given := map[string]strict.Node{}
	for _, m := range n.Members {
		key := r.key(designer.KeyAgenda, m.Key)
		_, twice := given[key]
		switch {
		case twice:
			r.refuse("twice", designer.Args{"field": key})
		case key != agendaName && key != agendaSlots:
			r.refuse("unknown-field", designer.Args{"field": key, "nearest": designer.NearestOf(key, []string{agendaName, agendaSlots})})
		default:
			given[key] = m.Value
		}
	}
	if name, ok := given[agendaName]; ok && name.Kind != strict.Null {
		if s, ok := r.scalar(agendaName, designer.Line, name); ok {
			var w designer.Workshop
			r.add(w.Set(designer.KeyAgenda, s))
			a = w.Agenda
		}
	}
	switch slots, ok := given[agendaSlots]; {
	case !ok || slots.Kind == strict.Null:
	case slots.Kind != strict.List:
		r.refuse("want-list", designer.Args{"field": agendaSlots})
	case len(slots.Items) > designer.MaxSlots:
		r.refuse("too-many", designer.Args{"field": agendaSlots, "limit": strconv.Itoa(designer.MaxSlots)})
	default:
		a.Slots = nil
		for i, item := range slots.Items {
			a.Slots = append(a.Slots, r.slot(at(agendaSlots, i), item))
		}
	}
	if len(a.Slots) > 0 {
		r.w.Agenda = a
	}
}

// slot reads one part of an agenda.
func (r *workshopReader) slot(at string, n strict.Node) designer.Slot {
	var s designer.Slot
	if n.Kind != strict.Object {
		r.refuse("want-group", designer.Args{"field": at})
		return s
	}
	seen := map[string]bool{}
	for _, m := range n.Members {
		key := r.key("", m.Key)
		place := at + "." + key
		switch {
		case seen[key]:
			r.refuse("twice", designer.Args{"field": place})
		case key == "id" || key == "title":
			if m.Value.Kind == strict.Null {
				break
			}
			if v, ok := r.scalar(place, designer.Line, m.Value); ok {
				*map[string]*string{"id": &s.ID, "title": &s.Title}[key] = strings.Join(strings.Fields(v), " ")
			}
		case key == "minutes":
			s.Minutes = r.number(place, m.Value, 1)
		case key == "least":
			s.Least = r.number(place, m.Value, 0)
		default:
			r.refuse("unknown-field", designer.Args{"field": place,
				"nearest": at + "." + designer.NearestOf(key, []string{"id", "title", "minutes", "least"})})
		}
		seen[key] = true
	}
	if !slices.Contains(slotIDs, s.ID) {
		r.refuse("bad-slot", designer.Args{"field": at + ".id", "value": s.ID, "nearest": designer.NearestOf(s.ID, slotIDs),
			"known": strings.Join(slotIDs, ", ")})
	}
	if n := utf8.RuneCountInString(s.Title); n > designer.MaxTitle {
		r.refuse("too-long", designer.Args{"field": at + ".title", "limit": strconv.Itoa(designer.MaxTitle), "length": strconv.Itoa(n)})
	}
	if !seen["minutes"] {
		r.refuse("want-number", designer.Args{"field": at + ".minutes"})
	}
	return s
}

// number reads minutes.
func (r *workshopReader) number(at string, n strict.Node, least int) int {
	v, err := strconv.Atoi(n.Text)
	switch {
	case n.Kind != strict.Number:
		r.refuse("want-number", designer.Args{"field": at})
	case err != nil || v < least || v > designer.MaxSlotMinutes:
		r.refuse("bad-number", designer.Args{"field": at, "value": r.key("", n.Text), "min": strconv.Itoa(least), "max": strconv.Itoa(designer.MaxSlotMinutes)})
	default:
		return v
	}
	return 0
}

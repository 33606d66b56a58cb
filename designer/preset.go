// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// The keys of a workshop that Set and Append take, besides those of the
// issuer, which are ids of fields. Minutes is no member of its own: it
// stretches or shrinks the agenda.
const (
	KeyTitle    = "title"
	KeyDate     = "date"
	KeyPlace    = "place"
	KeyLanguage = "language"
	KeyAgenda   = "agenda"
	KeyMinutes  = "minutes"
	KeyTeams    = "teams"
	KeyColours  = "colours"
	KeySkip     = "skip"
	KeyPrivate  = "private"
)

// WorkshopKeys returns what Set takes, in the order of a workshop file.
func WorkshopKeys() []string {
	out := []string{KeyTitle, KeyDate, KeyPlace, KeyLanguage, KeyAgenda, KeyMinutes}
	for _, f := range FieldsOf(AskIssuer) {
		out = append(out, f.ID)
	}
	return append(out, KeyTeams, KeyColours, KeySkip, KeyPrivate)
}

// Set replaces what is under key by what a person typed; an empty value
// clears. Teams and skip take an item a line, agenda the name of a ready one.
// Errors are *Error as those of Draft.Set, and unknown-agenda, bad-minutes,
// no-agenda and not-core.
func (w *Workshop) Set(key, value string) error {
	value = strings.TrimSpace(value)
	if f, ok := FieldByID(key); ok && f.Question == AskIssuer {
		return w.borrow(key, key, value)
	}
	switch key {
	case KeyTitle:
		return setLine(&w.Title, key, value, MaxTitle)
	case KeyPlace:
		return setLine(&w.Place, key, value, MaxPlace)
	case KeyDate:
		if _, err := time.Parse(time.DateOnly, value); err != nil && value != "" {
			return &Error{Code: "bad-date", Args: Args{"field": key, "value": value}}
		}
		w.Date = value
	case KeyLanguage:
		return w.borrow(key, "language", value)
	case KeyColours:
		return w.borrow(key, "look.colours", value)
	case KeyAgenda:
		a, ok := ReadyAgenda(value)
		if !ok && value != "" {
			names := agendaNames()
			return &Error{Code: "unknown-agenda", Args: Args{"value": value, "nearest": nearest(value, names), "known": strings.Join(names, ", ")}}
		}
		w.Agenda = a
	case KeyMinutes:
		n, err := strconv.Atoi(value)
		if err != nil {
			return &Error{Code: "want-number", Args: Args{"field": key}}
		}
		a, err := w.Agenda.Scaled(n)
		if err != nil {
			return err
		}
		w.Agenda = a
	case KeyTeams, KeySkip:
		c := w.Clone() // an item that does not fit must not cost the list
		*c.list(key) = nil
		for line := range strings.Lines(value) {
			if err := c.Append(key, line); err != nil {
				return err
			}
		}
		*w = c
	case KeyPrivate:
		yes, ok := truths[strings.ToLower(value)]
		if !ok && value != "" {
			return &Error{Code: "bad-truth", Args: Args{"field": key, "value": value}}
		}
		w.Private = yes
	default:
		return &Error{Code: "unknown-field", Args: Args{"field": key, "nearest": nearest(key, WorkshopKeys())}}
	}
	return nil
}

// Append adds an item to the list under key. Skip is a set: what is in it
// already is not added again.
func (w *Workshop) Append(key, value string) error {
	list := w.list(key)
	if list == nil {
		if !slices.Contains(WorkshopKeys(), key) {
			return w.Set(key, value) // which says that there is none
		}
		return &Error{Code: "not-a-list", Args: Args{"field": key}}
	}
	if value = oneLine(value); value == "" || key == KeySkip && slices.Contains(*list, value) {
		return nil
	}
	switch key {
	case KeyTeams:
		if len(*list) == MaxTeams {
			return &Error{Code: "too-many", Args: Args{"field": key, "limit": strconv.Itoa(MaxTeams)}}
		}
		if err := setLine(new(string), key+"."+strconv.Itoa(len(*list)+1), value, MaxTeam); err != nil {
			return err
		}
	case KeySkip:
		if f, ok := FieldByID(value); !ok || !f.Core {
			return &Error{Code: "not-core", Args: Args{"value": value, "nearest": nearest(value, coreFields())}}
		}
	}
	*list = append(slices.Clone(*list), value)
	return nil
}

func (w *Workshop) list(key string) *[]string {
	switch key {
	case KeyTeams:
		return &w.Teams
	case KeySkip:
		return &w.Skip
	}
	return nil
}

// borrow sets what a badge will have too as a badge would take it.
func (w *Workshop) borrow(key, field, value string) error {
	d := Draft{Language: w.Language, Issuer: w.Issuer, Look: Look{Colours: w.Colours}}
	if err := d.Set(field, value); err != nil {
		e, ok := err.(*Error)
		if !ok || key == field {
			return err
		}
		args := maps.Clone(e.Args)
		args["field"] = key
		return &Error{Code: e.Code, Args: args, Err: e.Err}
	}
	w.Language, w.Issuer, w.Colours = d.Language, d.Issuer, d.Look.Colours
	return nil
}

// setLine puts one line of at most limit characters into to.
func setLine(to *string, at, value string, limit int) error {
	value = oneLine(value)
	if n := utf8.RuneCountInString(value); n > limit {
		return &Error{Code: "too-long", Args: Args{"field": at, "limit": strconv.Itoa(limit), "length": strconv.Itoa(n)}}
	}
	*to = value
	return nil
}

func agendaNames() []string {
	var out []string
	for _, a := range agendas {
		out = append(out, a.Name)
	}
	return out
}

func coreFields() []string {
	var out []string
	for _, f := range fields {
		if f.Core {
			out = append(out, f.ID)
		}
	}
	return out
}

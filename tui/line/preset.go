// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"insignia/designer"
	"insignia/internal/clean"
	"insignia/render"
	"insignia/tui/line/talk"
)

// first are the keys that a new workshop is asked for; all others wait for
// those who want them.
var first = []string{designer.KeyTitle, designer.KeyDate, designer.KeyPlace, designer.KeyAgenda, designer.KeyMinutes,
	"issuer.name", "issuer.url", "issuer.email", designer.KeyTeams}

// firstAgenda is the one a workshop has when nobody says: the paper exercise.
const firstAgenda = "sprint-20"

// nothing is typed to clear what is there.
const nothing = "-"

// prepare makes a workshop, asks the first things and goes to its room. What
// was answered is saved at once: a workshop nobody said anything of is none.
func (s *rooms) prepare(ctx context.Context) error {
	e := &event{rooms: s, w: designer.Workshop{Meta: designer.Meta{ID: designer.NewID()}, Language: s.talk.Words().Tag()}}
	e.w.Agenda, _ = designer.ReadyAgenda(firstAgenda)
	s.talk.Gap()
	s.talk.Say(s.talk.Words().T("workshop.preset"))
	s.talk.Say(s.talk.Words().T("line.preset.lead"))
	for i := 0; i < len(first); {
		back, err := e.ask(ctx, first[i])
		if err != nil {
			return err
		}
		if !back {
			i++
		} else if i--; i < 0 {
			break
		}
	}
	if e.w.Revision == 0 {
		return nil
	}
	return s.workshop(ctx, e.w)
}

// change lists what the workshop holds, and asks for what is named.
func (e *event) change(ctx context.Context) error {
	keys := designer.WorkshopKeys()
	w := e.talk.Words()
	tell := func(i int) {
		value := cmp.Or(e.value(keys[i]), w.T("line.preset.open"))
		e.talk.Item(strconv.Itoa(i+1), w.T("intro.part.line", "part", label(w, keys[i]), "about", value))
	}
	e.talk.Gap()
	for i := range keys {
		tell(i)
	}
	for {
		e.talk.Gap()
		typed, err := e.talk.Ask(w.T("line.preset.which"))
		if typed = strings.TrimSpace(typed); err != nil || typed == "" || typed == back {
			return err
		}
		i, ok, err := e.number(typed, len(keys))
		if ok {
			_, err = e.ask(ctx, keys[i])
		}
		if err != nil {
			return err
		}
		if ok {
			tell(i)
		}
	}
}

// ask asks for what stands under a key until it is answered, kept as it is, or
// left for what was asked before.
func (e *event) ask(ctx context.Context, key string) (behind bool, err error) {
	e.talk.Gap()
	for {
		value, answered, behind, err := e.answer(ctx, key)
		if err != nil || !answered {
			return behind, err
		}
		if err := e.keep(ctx, key, value); err == nil {
			return false, nil
		} else if e.sorry(err); !refused(err) {
			return false, nil // the disk's, not the answer's: asking again does not mend it
		}
	}
}

// own is the value of an agenda that is none of the ready ones.
const own = "own"

// refused reports whether err is about what was typed.
func refused(err error) bool {
	var e *designer.Error
	return errors.As(err, &e) && e.Args["value"]+e.Args["field"] != ""
}

// answer asks once.
func (e *event) answer(ctx context.Context, key string) (value string, answered, behind bool, err error) {
	switch key {
	case designer.KeyAgenda:
		var names, values []string
		for _, a := range designer.ReadyAgendas() {
			names, values = append(names, agendaName(e.talk.Words(), a)), append(values, a.Name)
		}
		present := e.w.Agenda.Name
		if present == "" && len(e.w.Agenda.Slots) > 0 {
			present = own
		}
		names, values = append(names, e.talk.Words().T("workshop.agenda.own")), append(values, own)
		i, err := e.talk.Choose(label(e.talk.Words(), key), names, slices.Index(values, present))
		switch {
		case err != nil || i < 0:
			return "", false, i == talk.Backwards, err
		case values[i] == own:
			return "", false, false, e.parts(ctx)
		}
		return values[i], values[i] != present, false, nil
	case designer.KeyColours:
		names, values := []string{e.talk.Words().T("workshop.colours.each")}, []string{""}
		for _, p := range render.Palettes() {
			names, values = append(names, colourName(e.talk.Words(), p.Name)), append(values, p.Name)
		}
		return e.oneOf(key, names, values, e.w.Colours)
	case designer.KeyPrivate:
		w := e.talk.Words()
		return e.oneOf(key, []string{w.T("workshop.clock.shared"), w.T("workshop.clock.private")}, []string{"no", "yes"},
			map[bool]string{false: "no", true: "yes"}[e.w.Private])
	case designer.KeySkip:
		return e.skips()
	case designer.KeyTeams:
		return e.teams()
	case "issuer.name":
		if taken, behind, err := e.saved(ctx); taken || behind || err != nil {
			return "", false, behind, err
		}
	}
	e.head(key)
	typed, err := e.talk.Ask("")
	typed, _ = clean.Line(typed)
	switch typed = strings.TrimSpace(typed); typed {
	case "":
		return "", false, false, err
	case back:
		return "", false, true, err
	case nothing:
		return "", true, false, err
	}
	return typed, true, false, err
}

// head says what is asked, a line of help, and what is there.
func (e *event) head(key string) {
	w := e.talk.Words()
	e.talk.Say(label(w, key))
	hint := "workshop.field." + key + ".hint"
	switch key {
	case designer.KeyTitle, designer.KeyDate, designer.KeyPlace, designer.KeyLanguage, designer.KeyMinutes:
	case designer.KeyTeams, designer.KeySkip:
		hint = "line.preset." + key
	default:
		hint = "field." + key + ".hint"
	}
	e.talk.Say(w.T(hint))
	if value := e.value(key); value != "" {
		e.talk.Say(w.T("line.present", "value", value))
	}
}

// oneOf asks for one of some values.
func (e *event) oneOf(key string, names, values []string, present string) (value string, answered, behind bool, err error) {
	at := slices.Index(values, present)
	i, err := e.talk.Choose(label(e.talk.Words(), key), names, at)
	if err != nil || i < 0 || i == at {
		return "", false, i == talk.Backwards, err
	}
	return values[i], true, false, nil
}

// skips asks for the fields that the tables may leave open.
func (e *event) skips() (value string, answered, behind bool, err error) {
	var ids []string
	for _, f := range designer.Fields() {
		if f.Core && f.Question != designer.AskLook { // the look has an answer from the start
			ids = append(ids, f.ID)
		}
	}
	w := e.talk.Words()
	e.head(designer.KeySkip)
	for i, id := range ids {
		e.talk.Item(strconv.Itoa(i+1), w.T("field."+id+".label"))
	}
	typed, err := e.talk.Ask("")
	switch typed = strings.TrimSpace(typed); {
	case err != nil, typed == "", typed == back:
		return "", false, typed == back, err
	case typed == nothing:
		return "", true, false, nil
	}
	chosen := map[int]bool{}
	for _, n := range strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }) {
		i, err := strconv.Atoi(n)
		if err != nil || i < 1 || i > len(ids) {
			e.talk.Say(w.T("line.no-number", "value", n, "help", help))
			return "", false, false, nil
		}
		chosen[i-1] = true
	}
	var out []string
	for i, id := range ids {
		if chosen[i] {
			out = append(out, id)
		}
	}
	return strings.Join(out, "\n"), true, false, nil
}

// teams asks for the teams, one a line.
func (e *event) teams() (value string, answered, behind bool, err error) {
	e.head(designer.KeyTeams)
	var out []string
	for {
		typed, err := e.talk.Ask("")
		typed, _ = clean.Line(typed)
		switch typed = strings.TrimSpace(typed); {
		case err != nil && len(out) > 0:
			// What was typed before the input ended is kept.
			if kept := e.keep(context.Background(), designer.KeyTeams, strings.Join(out, "\n")); kept != nil {
				e.sorry(kept)
			}
			return "", false, false, err
		case err != nil:
			return "", false, false, err
		case typed == "":
			return strings.Join(out, "\n"), len(out) > 0, false, nil
		case typed == back:
			return "", false, true, nil
		case typed == nothing && len(out) == 0:
			return "", true, false, nil
		}
		out = append(out, typed)
	}
}

// saved offers the saved issuers, whose other fields need no typing then.
func (e *event) saved(ctx context.Context) (taken, behind bool, err error) {
	w := e.talk.Words()
	sums, err := e.store.Issuers().List(ctx, designer.Page{})
	if err != nil || len(sums) == 0 {
		return false, false, e.sorry(err)
	}
	slices.SortFunc(sums, func(a, b designer.IssuerSummary) int { return b.Updated.Compare(a.Updated) })
	var names []string
	for _, i := range sums {
		names = append(names, i.Name)
	}
	i, err := e.talk.Choose(w.T("line.preset.saved"), append(names, w.T("workshop.saved.type")), len(names))
	if err != nil || i < 0 || i >= len(sums) {
		return false, i == talk.Backwards, err
	}
	issuer, err := e.store.Issuers().Get(ctx, sums[i].ID)
	if err == nil {
		err = e.save(ctx, func(w *designer.Workshop) error { w.Issuer = issuer.Issuer; return nil })
	}
	return true, false, e.sorry(err)
}

// keep answers one key, and saves.
func (e *event) keep(ctx context.Context, key, value string) error {
	return e.save(ctx, func(w *designer.Workshop) error { return w.Set(key, value) })
}

// save changes what is stored, whatever else changed it meanwhile.
func (e *event) save(ctx context.Context, change func(*designer.Workshop) error) error {
	shelf := e.store.Workshops()
	for try := 0; ; try++ {
		w, err := shelf.Get(ctx, e.w.ID)
		if errors.Is(err, designer.ErrNotFound) {
			w, err = e.w.Clone(), nil
			w.Meta = designer.Meta{ID: e.w.ID}
		}
		if err != nil {
			return err
		}
		if err := change(&w); err != nil {
			return err
		}
		kept, err := shelf.Put(ctx, w)
		if err == nil {
			e.w = kept
		}
		if try > 0 || !errors.Is(err, designer.ErrConflict) {
			return err
		}
	}
}

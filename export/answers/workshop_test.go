// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package answers

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/internal/clean"
)

// aWorkshop has something in every member.
func aWorkshop() designer.Workshop {
	agenda, _ := designer.ReadyAgenda("sprint-20")
	return designer.Workshop{
		Meta: designer.Meta{ID: "550e8400-e29b-41d4-a716-446655440000", Revision: 2, Created: time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC),
			Updated: time.Date(2026, 11, 23, 9, 31, 0, 0, time.UTC), Saves: designer.Saves{"0a1b2c3d": 2}},
		Title: "Badges for <the> library", Date: "2026-11-23", Place: "Room 2", Language: "en", Agenda: agenda,
		Issuer: designer.Issuer{Name: "Library", URL: "https://library.example", Email: "a@library.example", Description: "Two\nlines"},
		Teams:  []string{"Table 1", "Table 2"}, Colours: "sea", Skip: []string{"issuer.email"}, Private: true,
	}
}

const asWritten = `{
  "type": "insignia-workshop",
  "id": "550e8400-e29b-41d4-a716-446655440000",
  "revision": 2,
  "created": "2026-11-23T09:30:00Z",
  "updated": "2026-11-23T09:31:00Z",
  "saves": {
    "0a1b2c3d": 2
  },
  "title": "Badges for <the> library",
  "date": "2026-11-23",
  "place": "Room 2",
  "language": "en",
  "agenda": "sprint-20",
  "issuer": {
    "name": "Library",
    "url": "https://library.example",
    "email": "a@library.example",
    "description": "Two\nlines"
  },
  "teams": [
    "Table 1",
    "Table 2"
  ],
  "colours": "sea",
  "skip": [
    "issuer.email"
  ],
  "private": true
}
`

func TestAWorkshopFileIsReadableAndComesBackTheSame(t *testing.T) {
	if got := string(WriteWorkshop(aWorkshop())); got != asWritten {
		t.Errorf("written as\n%s", got)
	}
	if got, err := ReadWorkshop([]byte(asWritten)); err != nil || !reflect.DeepEqual(got, aWorkshop()) {
		t.Errorf("read as %+v, %v", got, err)
	}
	v := reflect.ValueOf(aWorkshop())
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("the sample has no %s: nothing was tested", v.Type().Field(i).Name)
		}
	}
	changed := aWorkshop()
	changed.Agenda.Slots[0].Minutes, changed.Agenda.Slots[1].Title, changed.Agenda.Slots[2].Least = 9, "Who pays", 2
	b := WriteWorkshop(changed)
	if got, err := ReadWorkshop(b); err != nil || !reflect.DeepEqual(got, changed) || !bytes.Contains(b, []byte(`"name": "sprint-20"`)) {
		t.Errorf("read as %+v, %v", got, err)
	}
	if !IsWorkshop(b) || !IsWorkshop([]byte(`{"title":7,"type":"insignia-workshop"}`)) {
		t.Error("not recognised")
	}
	for _, s := range []string{``, `[]`, `{"type":"workshop"}`, `{"name":"Bike"}`, `{"type":"insignia-workshop"`, `"insignia-workshop"`} {
		if IsWorkshop([]byte(s)) {
			t.Errorf("%s passes for a workshop", s)
		}
	}
}

func TestAWorkshopFileMayBeWrittenByHand(t *testing.T) {
	ready, _ := designer.ReadyAgenda("45-30")
	for doc, want := range map[string]designer.Workshop{
		``: {},
		`"title":null,"agenda":null,"issuer":null,"teams":null,"id":null,"saves":null`: {},
		`"issuer.name":"Library","issuer":{"url":"https://a.example"}`:                 {Issuer: designer.Issuer{Name: "Library", URL: "https://a.example"}},
		`"agenda":{"name":"45-30"}`: {Agenda: ready},
		`"agenda":{}`:               {},
		`"agenda":{"slots":[{"id":"welcome","title":" Hi  there ","minutes":5},{"id":"criteria","minutes":20,"least":6}]}`: {
			Agenda: designer.Agenda{Slots: []designer.Slot{{ID: "welcome", Title: "Hi there", Minutes: 5}, {ID: "criteria", Minutes: 20, Least: 6}}}},
		`"teams":["a",2," "],"private":"yes","colours":"#AABBCC, #000000, #ffffff","language":"ES-mx"`: {
			Teams: []string{"a", "2"}, Private: true, Colours: "#aabbcc,#000000,#ffffff", Language: "es-MX"},
	} {
		if doc != "" {
			doc = "," + doc
		}
		got, err := ReadWorkshop([]byte(`{"type":"insignia-workshop"` + doc + `}`))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got %+v, %v\nwant %+v", doc, got, err, want)
		}
	}
	r, err := ReadWorkshopFile([]byte(`{"type":"insignia-workshop","title":"Bad\u202eges","teams":["a\u200b"]}`))
	if err != nil || r.Workshop.Title != "Badges" || r.Workshop.Teams[0] != "a" || r.Cleaned != 2 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestMistakesInAWorkshopFileNameTheirPlace(t *testing.T) {
	slot := func(s string) string { return `"agenda":{"slots":[{"id":"earner","minutes":2},` + s + `]}` }
	for _, c := range []struct{ doc, want string }{
		{`"titel":"x"`, "unknown-field titel"},
		{`"minutes":20`, "unknown-field minutes"},
		{`"issuer":{"mail":"x"}`, "unknown-field issuer.mail"},
		{`"title":"a","title":"b"`, "twice title"},
		{`"issuer":{"name":"a"},"issuer.name":"b"`, "twice issuer.name"},
		{`"title":["a"]`, "want-text title"},
		{`"title":"` + strings.Repeat("é", 121) + `"`, "too-long title"},
		{`"place":"` + strings.Repeat("é", 121) + `"`, "too-long place"},
		{`"date":"23.11.2026"`, "bad-date date"},
		{`"language":"?"`, "bad-language language"},
		{`"colours":"#12"`, "bad-colours colours"},
		{`"issuer":"Library"`, "want-group issuer"},
		{`"issuer":{"name":"` + strings.Repeat("é", 256) + `"}`, "too-long issuer.name"},
		{`"teams":"a"`, "want-list teams"},
		{`"teams":["a",["b"]]`, "want-text teams.2"},
		{`"teams":["a","` + strings.Repeat("é", 61) + `"]`, "too-long teams.2"},
		{`"teams":[` + strings.Repeat(`"t",`, 50) + `"u"]`, "too-many teams"},
		{`"skip":["issuer.email","team"]`, "not-core"},
		{`"private":1`, "want-truth private"},
		{`"private":"perhaps"`, "bad-truth private"},
		{`"agenda":"sprint"`, "unknown-agenda"},
		{`"agenda":["sprint-20"]`, "want-text agenda"},
		{`"agenda":{"name":"ours","slots":[]}`, "unknown-agenda"},
		{`"agenda":{"parts":[]}`, "unknown-field agenda.parts"},
		{`"agenda":{"slots":"x"}`, "want-list agenda.slots"},
		{`"agenda":{"slots":[],"slots":[]}`, "twice agenda.slots"},
		{`"agenda":{"slots":[` + strings.Repeat(`{"id":"earner","minutes":1},`, 60) + `{"id":"earner","minutes":1}]}`, "too-many agenda.slots"},
		{slot(`"1"`), "want-group agenda.slots.2"},
		{slot(`{"id":"7","minutes":2}`), "bad-slot agenda.slots.2.id"},
		{slot(`{"minutes":2}`), "bad-slot agenda.slots.2.id"},
		{slot(`{"id":"issuer"}`), "want-number agenda.slots.2.minutes"},
		{slot(`{"id":"issuer","minutes":"2"}`), "want-number agenda.slots.2.minutes"},
		{slot(`{"id":"issuer","minutes":0}`), "bad-number agenda.slots.2.minutes"},
		{slot(`{"id":"issuer","minutes":601}`), "bad-number agenda.slots.2.minutes"},
		{slot(`{"id":"issuer","minutes":2.5}`), "bad-number agenda.slots.2.minutes"},
		{slot(`{"id":"issuer","minutes":2,"least":-1}`), "bad-number agenda.slots.2.least"},
		{slot(`{"id":"issuer","minutes":2,"minutes":3}`), "twice agenda.slots.2.minutes"},
		{slot(`{"id":"issuer","minutes":2,"titel":"x"}`), "unknown-field agenda.slots.2.titel"},
		{slot(`{"id":"issuer","minutes":2,"title":"` + strings.Repeat("é", 121) + `"}`), "too-long agenda.slots.2.title"},
		{`"id":"7"`, "bad-id"},
		{`"saves":{"x":1}`, "bad-saves"},
		{`"updated":7`, "bad-time updated"},
	} {
		got, err := ReadWorkshop([]byte(`{"type":"insignia-workshop",` + c.doc + `}`))
		if b := brief(err); b != c.want || !reflect.DeepEqual(got, designer.Workshop{}) {
			t.Errorf("%.80s gives %q, want %q", c.doc, b, c.want)
		}
	}
	for doc, want := range map[string]string{`{"title":"x"}`: "not-workshop", `{"type":"x"}`: "not-workshop", `[]`: "not-answers", ``: "not-json",
		`{"@context":"x","type":"insignia-workshop"}`: "open-badge", `{"type":"insignia-workshop"} x`: "not-json"} {
		if _, err := ReadWorkshop([]byte(doc)); brief(err) != want {
			t.Errorf("%s gives %q, want %q", doc, brief(err), want)
		}
	}
	_, err := ReadWorkshop([]byte(`{"type":"insignia-workshop","tite":"x",` + slot(`{"id":"brake","minutes":2,"minits":3}`) + `}`))
	var near []string
	for _, e := range list(err) {
		near = append(near, e.Args["nearest"])
	}
	if want := []string{"title", "agenda.slots.2.minutes", "break"}; !reflect.DeepEqual(near, want) {
		t.Errorf("suggests %q", near)
	}
}

// someWorkshop fills a workshop as people would, with parts of text.
func someWorkshop(seed uint64, text string) designer.Workshop {
	r := rand.New(rand.NewPCG(seed, 2))
	runes := []rune(text)
	some := func() string {
		if len(runes) == 0 {
			return "x"
		}
		i := r.IntN(len(runes))
		s, _ := clean.Line(string(runes[i:min(len(runes), i+1+r.IntN(12))]))
		return strings.Join(strings.Fields(s), " ")
	}
	var w designer.Workshop
	names := designer.ReadyAgendas()
	for _, kv := range [][2]string{{"title", some()}, {"place", some()}, {"date", "2026-11-23"}, {"language", "ES-mx"}, {"issuer.name", some()},
		{"issuer.description", some()}, {"agenda", names[r.IntN(len(names))].Name}, {"minutes", []string{"75", "300"}[r.IntN(2)]},
		{"teams", some() + "\n" + some()}, {"colours", "sea"}, {"skip", "name\nwhy.earner"}, {"private", "yes"}} {
		if r.IntN(3) > 0 {
			_ = w.Set(kv[0], kv[1]) // what is refused is no part of it
		}
	}
	if len(w.Agenda.Slots) > 0 && r.IntN(2) == 0 {
		w.Agenda.Slots[0].Title, w.Agenda.Slots[0].Least = some(), r.IntN(5)
	}
	if r.IntN(2) == 0 {
		w.Meta = designer.Meta{ID: designer.NewID(), Revision: r.IntN(99), Updated: time.Unix(r.Int64N(1<<33), 0).UTC(), Saves: designer.Saves{"0a1b2c3d": 1 + r.IntN(9)}}
	}
	return w
}

func FuzzReadWorkshopIsTheInverseOfWrite(f *testing.F) {
	for i := range uint64(40) {
		f.Add(i, "Bike é <b>& two 🚲 https://x.example \"q\" \\ end")
	}
	f.Fuzz(func(t *testing.T, seed uint64, text string) {
		w := someWorkshop(seed, text)
		r, err := ReadWorkshopFile(WriteWorkshop(w))
		if err != nil {
			t.Fatalf("%s\n%s", brief(err), WriteWorkshop(w))
		}
		if !reflect.DeepEqual(r.Workshop, w) || r.Cleaned != 0 {
			t.Errorf("got  %+v\nwant %+v\n%d removed", r.Workshop, w, r.Cleaned)
		}
	})
}

func FuzzReadWorkshopNeverPanicsAndSettles(f *testing.F) {
	f.Add([]byte(asWritten))
	for _, s := range []string{`"agenda":{"slots":[{"id":"earner","minutes":1}]}`, `"teams":[null,1,"x"]`, `"issuer":{"name":null}`, `"private":"no"`, `"agenda":{"name":"trainers","slots":null}`} {
		f.Add([]byte(`{"type":"insignia-workshop",` + s + `}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ReadWorkshop(data)
		if err != nil {
			if len(list(err)) == 0 || !reflect.DeepEqual(got, designer.Workshop{}) {
				t.Errorf("%+v, %v", got, err)
			}
			return
		}
		if again, err := ReadWorkshop(WriteWorkshop(got)); err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("read  %+v\nagain %+v, %v", got, again, err)
		}
	})
}

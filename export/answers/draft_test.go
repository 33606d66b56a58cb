// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package answers

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"insignia/designer"
)

func TestADraftFileKeepsItsDescent(t *testing.T) {
	d := designer.New("en")
	d.Revision, d.Created, d.Updated = 7, time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC), time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	d.Saves = designer.Saves{"0a1b2c3d": 3, "ffffffff": 4}
	d.Workshop, d.ForkOf, d.Name = designer.NewID(), designer.NewID(), "Bike"
	d.Foreign = []designer.Member{{Standard: "ob2", Path: "issuer.telephone", Value: `"+4930123456"`}}
	got, err := ReadDraft(Write(d))
	if err != nil || !reflect.DeepEqual(got, d) {
		t.Errorf("got %+v, %v\nwant %+v", got, err, d)
	}
	for _, doc := range []string{`{"name":"Bike"}`, `{"id":"","name":"Bike","saves":{},"workshop":null,"forkOf":""}`} {
		if got, err := ReadDraft([]byte(doc)); brief(err) != "no-draft-id" || !reflect.DeepEqual(got, designer.Draft{}) {
			t.Errorf("%s gives %+v, %v", doc, got, err)
		}
	}
	if _, err := ReadDraft([]byte(`{"nmae":"Bike"}`)); brief(err) != "unknown-field nmae" {
		t.Errorf("%v", err)
	}
}

func TestSavesOfMoreStoresThanThereAreAreRefused(t *testing.T) {
	var names []string
	for n := range maxSaves + 1 {
		names = append(names, fmt.Sprintf(`"%08x":1`, n))
	}
	if _, err := Read([]byte(`{"saves":{` + strings.Join(names[1:], ",") + `}}`)); err != nil {
		t.Error(err)
	}
	if _, err := Read([]byte(`{"saves":{` + strings.Join(names, ",") + `}}`)); brief(err) != "bad-saves" {
		t.Error(err)
	}
}

func FuzzReadDraftSettles(f *testing.F) {
	for _, s := range []string{`{"id":"550e8400-e29b-41d4-a716-446655440000","revision":3,"saves":{"0a1b2c3d":2}}`,
		`{"id":"550e8400-e29b-41d4-a716-446655440000","forkOf":"550e8400-e29b-41d4-a716-446655440000","workshop":""}`,
		`{"saves":{"0a1b2c3d":1e3}}`, `{"saves":{"00000000":2147483647}}`, `{"created":"2026-11-23T09:30:00+01:00"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ReadDraft(data)
		if err != nil {
			if len(list(err)) == 0 || !reflect.DeepEqual(got, designer.Draft{}) {
				t.Errorf("%+v, %v", got, err)
			}
			return
		}
		if again, err := ReadDraft(Write(got)); err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("read  %+v\nagain %+v, %v", got, again, err)
		}
	})
}

// A file of a mirror ends with its checksum; somebody who edited it and hands
// it over means what it says now.
func TestAChecksumIsNoAnswer(t *testing.T) {
	r, err := Read([]byte(`{"id":"550e8400-e29b-41d4-a716-446655440000","name":"Edited","check":"0a1b"}`))
	if err != nil || r.Draft.Name != "Edited" {
		t.Errorf("%+v, %v", r, err)
	}
	w, err := ReadWorkshop([]byte(`{"type":"insignia-workshop","title":"Edited","check":"0a1b"}`))
	if err != nil || w.Title != "Edited" {
		t.Errorf("%+v, %v", w, err)
	}
	if _, err := Read([]byte(`{"check":"a","check":"b"}`)); brief(err) != "twice check" {
		t.Error(err)
	}
	if _, err := Read([]byte(`{"look":{"check":"a"}}`)); brief(err) != "unknown-field look.check" {
		t.Error(err)
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"errors"
	"reflect"
	"testing"
	"time"

	"insignia/designer"
)

const anID = "00000000-0000-4000-8000-000000000000"

var (
	aTime    = time.Date(2026, 2, 3, 4, 5, 6, 789e6, time.UTC)
	aSummary = designer.Summary{ID: anID, Revision: 300, Created: aTime, Updated: aTime.Add(time.Hour), Kind: designer.KindSkill,
		Name: "Cocina 日本語", Language: "es", Team: "mesa 3", Issuer: "Ñandú", Answered: 6}
	anIssuer = designer.IssuerSummary{ID: anID, Revision: 2, Updated: aTime, Name: "Bücherhalle"}
	aRecord  = record{revision: 7, created: aTime, updated: aTime.Add(time.Minute), body: []byte(`{"id":"x"}`)}
)

func TestWhatIsWrittenReadsBackTheSame(t *testing.T) {
	if got, err := decodeSummary(anID, encodeSummary(aSummary)); err != nil || got != aSummary {
		t.Errorf("summary: %+v, %v", got, err)
	}
	if got, err := decodeIssuer(anID, encodeIssuer(anIssuer)); err != nil || got != anIssuer {
		t.Errorf("issuer: %+v, %v", got, err)
	}
	if got, err := parseRecord(aRecord.bytes()); err != nil || !reflect.DeepEqual(got, aRecord) {
		t.Errorf("record: %+v, %v", got, err)
	}
	if got := pastTime(pastKey(anID, aRecord)); !got.Equal(aRecord.updated) {
		t.Errorf("time in a key: %v", got)
	}
}

// One member that is added to designer and forgotten here would be empty in
// every list.
func TestASummaryLosesNoMember(t *testing.T) {
	for _, whole := range []any{aSummary, anIssuer} {
		v := reflect.ValueOf(whole)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("the sample of %T has no %s: nothing was tested", whole, v.Type().Field(i).Name)
			}
		}
	}
}

func TestASummaryCutShortIsRefused(t *testing.T) {
	b := encodeSummary(aSummary)
	for n := range b {
		if _, err := decodeSummary(anID, b[:n]); err == nil {
			t.Errorf("%d bytes of %d were taken", n, len(b))
		}
	}
	if _, err := decodeSummary(anID, append(b, 0)); err == nil {
		t.Error("a byte too many was taken")
	}
}

func FuzzSummary(f *testing.F) {
	f.Add(encodeSummary(aSummary))
	f.Add(encodeSummary(designer.Summary{}))
	f.Add(encodeIssuer(anIssuer))
	f.Add(bytes.Repeat([]byte{0xff}, 30))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := decodeSummary(anID, b); err == nil {
			if again, err := decodeSummary(anID, encodeSummary(s)); err != nil || again != s {
				t.Errorf("%+v became %+v, %v", s, again, err)
			}
		}
		if s, err := decodeIssuer(anID, b); err == nil {
			if again, err := decodeIssuer(anID, encodeIssuer(s)); err != nil || again != s {
				t.Errorf("%+v became %+v, %v", s, again, err)
			}
		}
	})
}

func FuzzRecord(f *testing.F) {
	f.Add(aRecord.bytes())
	f.Add(aRecord.bytes()[:headLen])
	f.Add(bytes.Repeat([]byte{0xff}, headLen))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := parseRecord(b)
		if err == nil && !bytes.Equal(r.bytes(), b) {
			t.Errorf("%x became %x", b, r.bytes())
		}
	})
}

func FuzzSeal(f *testing.F) {
	f.Add("drafts", []byte(anID), []byte("{}"), []byte("x"), 20)
	f.Add("", []byte{}, []byte{}, []byte{}, 0)
	f.Add("issuers.past", pastKey(anID, aRecord), aRecord.bytes(), seal("drafts", []byte(anID), form, nil), 3)
	f.Fuzz(func(t *testing.T, name string, key, payload, foreign []byte, at int) {
		v := seal(name, key, form, payload)
		if got, err := unseal(name, key, v); err != nil || !bytes.Equal(got, payload) {
			t.Fatalf("%x came back as %x, %v", payload, got, err)
		}
		v[uint(at)%uint(len(v))] ^= 1 << (uint(at) % 8)
		if _, err := unseal(name, key, v); !errors.Is(err, designer.ErrDamaged) {
			t.Errorf("a flipped bit: %v", err)
		}
		if _, err := unseal(name, key, foreign); err == nil {
			t.Errorf("%x passed for a value", foreign)
		}
	})
}

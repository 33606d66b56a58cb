// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package bolt

import (
	"bytes"
	"errors"
	"maps"
	"reflect"
	"testing"
	"time"

	"insignia/designer"
)

const anID = "00000000-0000-4000-8000-000000000000"

var (
	aTime    = time.Date(2026, 2, 3, 4, 5, 6, 789e6, time.UTC)
	aSummary = designer.Summary{ID: anID, Revision: 300, Created: aTime, Updated: aTime.Add(time.Hour), Kind: designer.KindSkill,
		Name: "Cocina 日本語", Language: "es", Team: "mesa 3", Workshop: designer.NewID(), ForkOf: designer.NewID(), Issuer: "Ñandú", Answered: 6}
	anIssuer  = designer.IssuerSummary{ID: anID, Revision: 300, Updated: aTime.Add(time.Hour), Name: "Bücherhalle"}
	aWorkshop = designer.WorkshopSummary{ID: anID, Revision: 300, Updated: aTime.Add(time.Hour), Title: "Taller", Date: "2026-11-23", Minutes: 75}
	someSaves = designer.Saves{"0a1b2c3d": 7, "ffffffff": 300}
	aHead     = head{revision: 300, created: aTime, updated: aTime.Add(time.Hour)}
)

func TestWhatIsWrittenReadsBackTheSame(t *testing.T) {
	h, rest, err := parseHead(encodeSummary(aHead.append(nil), aSummary))
	if err != nil || h != aHead {
		t.Errorf("head: %+v, %v", h, err)
	}
	if got, err := decodeSummary(anID, h, string(rest), schema); err != nil || got != aSummary {
		t.Errorf("summary: %+v, %v", got, err)
	}
	h, rest, err = parseHead(encodeIssuer(aHead.append(nil), anIssuer))
	if err != nil || h != aHead {
		t.Errorf("head: %+v, %v", h, err)
	}
	if got, err := decodeIssuer(anID, h, string(rest), schema); err != nil || got != anIssuer {
		t.Errorf("issuer: %+v, %v", got, err)
	}
	h, rest, err = parseHead(encodeWorkshop(aHead.append(nil), aWorkshop))
	if err != nil || h != aHead {
		t.Errorf("head: %+v, %v", h, err)
	}
	if got, err := decodeWorkshop(anID, h, string(rest), schema); err != nil || got != aWorkshop {
		t.Errorf("workshop: %+v, %v", got, err)
	}
	for _, want := range []designer.Saves{{}, someSaves} {
		if got, rest, err := cutSaves(append(appendSaves(nil, want), "rest"...)); err != nil || !maps.Equal(got, want) || string(rest) != "rest" {
			t.Errorf("saves: %v, %q, %v", got, rest, err)
		}
	}
	if k := aHead.key(anID); len(k) != keyLen || keyRevision(k) != aHead.revision || !keyTime(k).Equal(aHead.updated) {
		t.Errorf("key: %x", k)
	}
}

// One member that is added to designer and forgotten here would be empty in
// every list.
func TestASummaryLosesNoMember(t *testing.T) {
	for _, whole := range []any{aSummary, anIssuer, aWorkshop} {
		v := reflect.ValueOf(whole)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("the sample of %T has no %s: nothing was tested", whole, v.Type().Field(i).Name)
			}
		}
	}
}

func TestALineCutShortIsRefused(t *testing.T) {
	b := encodeSummary(appendSaves(aHead.append(nil), someSaves), aSummary)
	read := func(b []byte) error {
		h, rest, err := parseHead(b)
		if err == nil {
			_, rest, err = cutSaves(rest)
		}
		if err == nil {
			_, err = decodeSummary(anID, h, string(rest), schema)
		}
		return err
	}
	for n := range b {
		if read(b[:n]) == nil {
			t.Errorf("%d bytes of %d were taken", n, len(b))
		}
	}
	if read(append(b, 0)) == nil {
		t.Error("a byte too many was taken")
	}
}

func FuzzLine(f *testing.F) {
	f.Add(encodeSummary(aHead.append(nil), aSummary))
	f.Add(encodeSummary(aHead.append(nil), designer.Summary{}))
	f.Add(encodeIssuer(aHead.append(nil), anIssuer))
	f.Add(encodeWorkshop(aHead.append(nil), aWorkshop))
	f.Add(appendSaves(aHead.append(nil), someSaves))
	f.Add(append(aHead.append(nil), bytes.Repeat([]byte{0xff}, 30)...))
	f.Add(bytes.Repeat([]byte{0xff}, headLen))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		h, rest, err := parseHead(b)
		if err != nil {
			return
		}
		if again := append(h.append(nil), rest...); !bytes.Equal(again, b) {
			t.Errorf("%x became %x", b, again)
		}
		if s, err := decodeSummary(anID, h, string(rest), schema); err == nil {
			if again, err := decodeSummary(anID, h, string(encodeSummary(nil, s)), schema); err != nil || again != s {
				t.Errorf("%+v became %+v, %v", s, again, err)
			}
		}
		if s, err := decodeIssuer(anID, h, string(rest), schema); err == nil {
			if again, err := decodeIssuer(anID, h, string(encodeIssuer(nil, s)), schema); err != nil || again != s {
				t.Errorf("%+v became %+v, %v", s, again, err)
			}
		}
		if s, err := decodeWorkshop(anID, h, string(rest), schema); err == nil {
			if again, err := decodeWorkshop(anID, h, string(encodeWorkshop(nil, s)), schema); err != nil || again != s {
				t.Errorf("%+v became %+v, %v", s, again, err)
			}
		}
		if s, after, err := cutSaves(rest); err == nil {
			if again, _, err := cutSaves(appendSaves(nil, s)); err != nil || !maps.Equal(again, s) || len(after) > len(rest) {
				t.Errorf("%+v became %+v, %v", s, again, err)
			}
		}
	})
}

func FuzzSeal(f *testing.F) {
	f.Add("drafts", []byte(anID), []byte("{}"), []byte("x"), 20)
	f.Add("", []byte{}, []byte{}, []byte{}, 0)
	f.Add("issuers.versions", aHead.key(anID), aHead.append(nil), seal("drafts", []byte(anID), form, nil), 3)
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

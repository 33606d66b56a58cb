// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"regexp"
	"strconv"
	"strings"
)

// effortUnits are the ways people write a unit, by the letter of ISO 8601.
// Weeks and days stand before the T, hours and minutes after it.
var effortUnits = map[string]byte{
	"w": 'W', "wk": 'W', "week": 'W', "weeks": 'W', "semana": 'W', "semanas": 'W', "sem": 'W', "woche": 'W', "wochen": 'W',
	"d": 'D', "day": 'D', "days": 'D', "día": 'D', "días": 'D', "dia": 'D', "dias": 'D', "tag": 'D', "tage": 'D',
	"h": 'H', "hr": 'H', "hrs": 'H', "hour": 'H', "hours": 'H', "hora": 'H', "horas": 'H', "std": 'H', "stunde": 'H', "stunden": 'H', "heure": 'H', "heures": 'H',
	"m": 'M', "min": 'M', "mins": 'M', "minute": 'M', "minutes": 'M', "minuto": 'M', "minutos": 'M', "minuten": 'M',
}

var (
	isoEffort  = regexp.MustCompile(`^P(\d{1,4}W)?(\d{1,4}D)?(T(\d{1,4}H)?(\d{1,4}M)?)?$`)
	typedPart  = regexp.MustCompile(`^(\d{1,4})(?:[.,](5|25|75))?\s*(\p{L}*)\.?\s*`)
	effortRank = "WDHM"
)

// ParseEffort reads a duration as people type it ("6 h", "1 h 30", "90 min",
// "1.5 hours", "2 days") or as ISO 8601 ("PT6H"), and returns ISO 8601.
func ParseEffort(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if up := strings.ToUpper(s); isoEffort.MatchString(up) && up != "P" && !strings.HasSuffix(up, "T") {
		return up, true
	}
	rest := strings.ToLower(s)
	amount := map[byte]int{}
	last := -1
	for rest != "" {
		m := typedPart.FindStringSubmatch(rest)
		if m == nil {
			return "", false
		}
		rest = rest[len(m[0]):]
		n, _ := strconv.Atoi(m[1])
		unit, ok := effortUnits[m[3]]
		if m[3] == "" && last == 2 && rest == "" {
			unit, ok = 'M', true // "1 h 30"
		}
		at := strings.IndexByte(effortRank, unit)
		if !ok || at <= last {
			return "", false
		}
		last = at
		amount[unit] += n
		if m[2] != "" {
			if unit != 'H' {
				return "", false
			}
			amount['M'] += map[string]int{"5": 30, "25": 15, "75": 45}[m[2]]
			last = 3
		}
	}
	if len(amount) == 0 {
		return "", false
	}
	out := "P"
	for _, u := range []byte("WD") {
		if amount[u] > 0 {
			out += strconv.Itoa(amount[u]) + string(u)
		}
	}
	if amount['H']+amount['M'] > 0 {
		out += "T"
		for _, u := range []byte("HM") {
			if amount[u] > 0 {
				out += strconv.Itoa(amount[u]) + string(u)
			}
		}
	}
	return out, out != "P"
}

// FormatEffort gives an ISO 8601 duration as people type it: "6 h", "1 h 30
// min". Anything else comes back as it is.
func FormatEffort(iso string) string {
	if !isoEffort.MatchString(iso) {
		return iso
	}
	var parts []string
	n := ""
	for _, c := range iso {
		switch {
		case c >= '0' && c <= '9':
			n += string(c)
		case c == 'P' || c == 'T':
		default:
			parts = append(parts, n+" "+map[rune]string{'W': "w", 'D': "d", 'H': "h", 'M': "min"}[c])
			n = ""
		}
	}
	return strings.Join(parts, " ")
}

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

// effortRank is the order of the units, from the longest to the shortest.
const effortRank = "WDHM"

var (
	isoEffort = regexp.MustCompile(`^P(\d{1,4}W)?(\d{1,4}D)?(T(\d{1,4}H)?(\d{1,4}M)?)?$`)
	typedPart = regexp.MustCompile(`^(\d{1,4})(?:[.,](5|25|75))?\s*(\p{L}*)\.?\s*`)
)

// ParseEffort reads a duration as people type it ("6 h", "1 h 30", "90 min",
// "1.5 hours", "2 days") or as ISO 8601 ("PT6H"), and returns ISO 8601.
func ParseEffort(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if amount, ok := isoParts(strings.ToUpper(s)); ok {
		return isoOf(amount)
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
	return isoOf(amount)
}

// isoParts takes an ISO 8601 duration apart.
func isoParts(iso string) (map[byte]int, bool) {
	m := isoEffort.FindStringSubmatch(iso)
	if m == nil || iso == "P" || strings.HasSuffix(iso, "T") {
		return nil, false
	}
	amount := map[byte]int{}
	for _, part := range []string{m[1], m[2], m[4], m[5]} {
		if n := len(part) - 1; n > 0 {
			amount[part[n]], _ = strconv.Atoi(part[:n]) // four digits at most
		}
	}
	return amount, true
}

// isoOf writes a duration in its one form, without empty parts; no time at
// all is none.
func isoOf(amount map[byte]int) (string, bool) {
	out := "P"
	for _, u := range []byte(effortRank) {
		if amount[u] == 0 {
			continue
		}
		if (u == 'H' || u == 'M') && !strings.Contains(out, "T") {
			out += "T"
		}
		out += strconv.Itoa(amount[u]) + string(u)
	}
	if out == "P" {
		return "", false
	}
	return out, true
}

// EffortMinutes gives the working time of an ISO 8601 duration: a day counts
// as 8 hours, a week as 5 days.
func EffortMinutes(iso string) (int, bool) {
	amount, ok := isoParts(iso)
	if !ok {
		return 0, false
	}
	return ((amount['W']*5+amount['D'])*8+amount['H'])*60 + amount['M'], true
}

// FormatEffort gives an ISO 8601 duration as people type it: "6 h", "1 h 30
// min". Anything else comes back as it is.
func FormatEffort(iso string) string {
	amount, ok := isoParts(iso)
	if !ok {
		return iso
	}
	var parts []string
	for _, u := range []byte(effortRank) {
		if amount[u] > 0 {
			parts = append(parts, strconv.Itoa(amount[u])+" "+map[byte]string{'W': "w", 'D': "d", 'H': "h", 'M': "min"}[u])
		}
	}
	return strings.Join(parts, " ")
}

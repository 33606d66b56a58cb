// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Flaw is what is wrong with an address. Flaws are ordered: a graver one
// hides a lesser one.
type Flaw string

const (
	// FlawNone: a stranger can use the address.
	FlawNone Flaw = ""
	// FlawEmpty: there is no address.
	FlawEmpty Flaw = "empty"
	// FlawMalformed: no file may carry it, since readers would refuse it.
	FlawMalformed Flaw = "malformed"
	// FlawPlaceholder: well formed, but it stands for an address that is
	// still to come, or can be reached from one building only.
	FlawPlaceholder Flaw = "placeholder"
	// FlawBare: a web address without https:// before it.
	FlawBare Flaw = "bare"
	// FlawInsecure: http where https is expected.
	FlawInsecure Flaw = "insecure"
)

// The longest addresses: 2,048 travels through every browser and server, 254
// and 64 are RFC 5321 (4.5.3.1), 253 and 63 RFC 1035 (2.3.4).
const (
	maxURL   = 2048
	maxEmail = 254
	maxLocal = 64
	maxHost  = 253
	maxLabel = 63
)

// placeholders are the endings of names that nobody can own: RFC 6761
// (example, invalid, localhost, test and example.com/.net/.org), RFC 6762
// (local), RFC 8375 (home.arpa), and the two that private networks use
// (ICANN's internal, lan). The last one is what people write for "to come".
var placeholders = []string{"example", "invalid", "localhost", "test", "example.com", "example.net", "example.org",
	"local", "home.arpa", "internal", "lan", "tbd"}

// toCome are the ways people write that an answer is still to come.
var toCome = []string{"tbd", "tba", "tbc", "todo", "n/a", "?", "??", "???", "-", "…", "...", "xxx"}

// ToCome reports whether s only says that the answer will follow: "TBD".
func ToCome(s string) bool {
	return slices.Contains(toCome, strings.Trim(strings.ToLower(strings.TrimSpace(s)), "()[]"))
}

// CheckURL says what is wrong with a web address that goes into a badge: it
// must be an absolute http or https URL of at most 2,048 characters, with a
// dotted host and without a user name. Letters beyond ASCII are fine in what
// people type: whoever writes a file encodes them, since readers of Open
// Badges refuse them, and puts https:// before a bare address.
func CheckURL(s string) Flaw {
	switch {
	case s == "":
		return FlawEmpty
	case ToCome(s):
		return FlawPlaceholder
	}
	u, ok := webURL(s)
	bare := !ok
	if bare {
		if u, ok = webURL("https://" + s); !ok {
			return FlawMalformed
		}
	}
	switch f := checkHost(u.Hostname()); {
	case f != FlawNone:
		return f
	case bare:
		return FlawBare
	case u.Scheme == "http":
		return FlawInsecure
	}
	return FlawNone
}

// webURL parses an absolute http or https URL; its host is not yet checked.
func webURL(s string) (*url.URL, bool) {
	if utf8.RuneCountInString(s) > maxURL || !visible(s) || strings.ContainsAny(s, "<>\"{}|\\^`") {
		return nil, false
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Opaque != "" || u.User != nil || strings.HasSuffix(u.Host, ":") {
		return nil, false
	}
	if p := u.Port(); p != "" {
		if n, err := strconv.Atoi(p); err != nil || n < 1 || n > 65535 {
			return nil, false
		}
	}
	return u, true
}

// CheckEmail says what is wrong with a mail address that goes into a badge:
// name@host with at most 254 characters and a dotted host, the name in ASCII
// and without quotes (RFC 5321), since mail systems refuse other ones.
func CheckEmail(s string) Flaw {
	switch {
	case s == "":
		return FlawEmpty
	case ToCome(s):
		return FlawPlaceholder
	case utf8.RuneCountInString(s) > maxEmail || !visible(s):
		return FlawMalformed
	}
	local, host, ok := strings.Cut(s, "@")
	if !ok || len(local) > maxLocal || strings.ContainsFunc(local, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return FlawMalformed
	}
	for _, atom := range strings.Split(local, ".") {
		if atom == "" || strings.ContainsAny(atom, `()<>[]:;@\,"`) {
			return FlawMalformed
		}
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return FlawMalformed // an IP address needs brackets here, and nobody means it
	}
	return checkHost(host)
}

// checkHost takes a name or an IP address without brackets.
func checkHost(host string) Flaw {
	if ip, err := netip.ParseAddr(host); err == nil {
		switch ip = ip.Unmap(); {
		case ip.Zone() != "":
			return FlawMalformed
		case ip.IsGlobalUnicast() && !ip.IsPrivate():
			return FlawNone
		}
		return FlawPlaceholder
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	for _, end := range placeholders {
		if host == end || strings.HasSuffix(host, "."+end) && named(host) {
			return FlawPlaceholder
		}
	}
	if i := strings.LastIndexByte(host, '.'); i < 0 || !named(host) || numeric(host[i+1:]) {
		return FlawMalformed
	}
	return FlawNone
}

// named reports whether host is labels of letters, digits and inner hyphens.
func named(host string) bool {
	if len(host) > maxHost {
		return false
	}
	for _, label := range strings.Split(host, ".") {
		if label == "" || len(label) > maxLabel || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, r := range label {
			if r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				return false
			}
		}
	}
	return true
}

// numeric reports whether a top-level name is only digits: then the whole was
// meant to be an IP address and is not one.
func numeric(label string) bool { return strings.Trim(label, "0123456789") == "" }

// visible reports whether s has neither spaces nor characters that show
// nothing.
func visible(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) || r == utf8.RuneError })
}

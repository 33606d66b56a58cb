// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"unicode/utf8"

	"insignia/designer"
)

// The addresses of an issuer that has none yet: .example is nobody's (RFC 2606).
const (
	placeholderURL   = "https://issuer.example"
	placeholderEmail = "issuer@issuer.example"
)

// webURL writes a web address as files may carry it: with a scheme, the
// letters of its host in punycode and other ones percent-encoded. It is false
// for what designer.CheckURL calls empty or malformed or "still to come".
func webURL(typed string) (string, bool) {
	s := Line(typed)
	f := designer.CheckURL(s)
	if f == designer.FlawEmpty || f == designer.FlawMalformed || designer.ToCome(s) {
		return "", false
	}
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return "", false
	}
	host, ok := asciiHost(u.Hostname())
	if !ok {
		return "", false
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	u.Host = host
	u.RawQuery = percent(u.RawQuery)
	s = u.String()
	if f := designer.CheckURL(s); f == designer.FlawMalformed || f == designer.FlawBare {
		return "", false // encoding can make it too long
	}
	return s, true
}

// email is webURL for a mail address.
func email(typed string) (string, bool) {
	s := Line(typed)
	f := designer.CheckEmail(s)
	local, host, found := strings.Cut(s, "@")
	if f == designer.FlawEmpty || f == designer.FlawMalformed || !found {
		return "", false
	}
	host, ok := asciiHost(host)
	s = local + "@" + host
	return s, ok && designer.CheckEmail(s) != designer.FlawMalformed
}

// below is where a file of an issuer that has no place of its own on the web
// yet should lie: beneath the path of its web address, or of its host where
// the path leaves no room for a name.
func below(issuer, file string) string {
	u, err := url.Parse(issuer)
	if err != nil {
		return placeholderURL + "/" + file
	}
	u.RawQuery, u.ForceQuery, u.Fragment, u.RawFragment = "", false, "", ""
	id := strings.TrimRight(u.String(), "/") + "/" + file
	if designer.CheckURL(id) == designer.FlawMalformed {
		u.Path, u.RawPath = "/"+file, ""
		id = u.String()
	}
	return id
}

// Base is the address that files lie under, without a slash at its end, "" for
// none. What nothing can lie under is an *designer.Error with the code
// bad-base; what nobody outside the building can open, a computer's own name
// or a private network, is private-base: readers of a badge follow its
// addresses, and one that leads nowhere cannot be mended in badges that are
// out. An address that is still to come, as one below .example, is neither.
func Base(typed string) (string, error) {
	s := strings.TrimRight(strings.TrimSpace(typed), "/")
	if s == "" {
		return "", nil
	}
	full, ok := webURL(s)
	if !ok || s != Line(s) || !strings.Contains(s, "://") || strings.ContainsAny(full, "?#") {
		return "", &designer.Error{Code: "bad-base", Args: designer.Args{"value": typed}}
	}
	if u, err := url.Parse(full); err != nil || private(u.Hostname()) {
		return "", &designer.Error{Code: "private-base", Args: designer.Args{"value": typed}}
	}
	return strings.TrimRight(full, "/"), nil
}

// inside are the endings of names that only one building or machine knows:
// RFC 6761 (localhost), RFC 6762 (local), RFC 8375 (home.arpa), and those of
// private networks (ICANN's internal, lan).
var inside = []string{"localhost", "local", "home.arpa", "internal", "lan"}

// private reports whether a host is reached from one building only.
func private(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		ip = ip.Unmap()
		return !ip.IsGlobalUnicast() || ip.IsPrivate() || sharedNet.Contains(ip)
	}
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	for _, end := range inside {
		if host == end || strings.HasSuffix(host, "."+end) {
			return true
		}
	}
	return false
}

// sharedNet is what providers use inside (RFC 6598).
var sharedNet = netip.MustParsePrefix("100.64.0.0/10")

// percent encodes what is not ASCII in a query.
func percent(s string) string {
	var out strings.Builder
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			fmt.Fprintf(&out, "%%%02X", s[i])
		} else {
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob2

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

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
	s := line(typed)
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
	s := line(typed)
	f := designer.CheckEmail(s)
	local, host, found := strings.Cut(s, "@")
	if f == designer.FlawEmpty || f == designer.FlawMalformed || !found {
		return "", false
	}
	host, ok := asciiHost(host)
	s = local + "@" + host
	return s, ok && designer.CheckEmail(s) != designer.FlawMalformed
}

// profileURL is where the issuer's Profile should lie: beneath the path of
// its web address, or of its host where the path leaves no room for a name.
func profileURL(issuer string) string {
	u, err := url.Parse(issuer)
	if err != nil {
		return placeholderURL + "/" + issuerFile
	}
	u.RawQuery, u.ForceQuery, u.Fragment, u.RawFragment = "", false, "", ""
	id := strings.TrimRight(u.String(), "/") + "/" + issuerFile
	if designer.CheckURL(id) == designer.FlawMalformed {
		u.Path, u.RawPath = "/"+issuerFile, ""
		id = u.String()
	}
	return id
}

// baseURL is the address that files lie under, without a slash at its end, ""
// for none.
func baseURL(typed string) (string, error) {
	s := strings.TrimRight(strings.TrimSpace(typed), "/")
	if s == "" {
		return "", nil
	}
	u, ok := webURL(s)
	if !ok || !strings.Contains(s, "://") || strings.ContainsAny(u, "?#") {
		return "", &designer.Error{Code: "bad-base", Args: designer.Args{"value": typed}}
	}
	return strings.TrimRight(u, "/"), nil
}

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

// asciiHost writes a host's labels as the name system knows them (RFC 5891):
// small letters in NFKC, and punycode where a label is not ASCII.
func asciiHost(host string) (string, bool) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.String(), true
	}
	host = norm.NFKC.String(strings.ToLower(norm.NFKC.String(host)))
	labels := strings.Split(strings.NewReplacer("。", ".").Replace(host), ".")
	for i, l := range labels {
		if strings.ContainsFunc(l, func(r rune) bool { return r >= utf8.RuneSelf }) {
			labels[i] = "xn--" + punycode(l)
		}
		if len(labels[i]) > 63 {
			return "", false
		}
	}
	host = strings.Join(labels, ".")
	return host, len(host) <= 253
}

// punycode encodes a label of at most a few hundred characters (RFC 3492, 6.3).
func punycode(label string) string {
	const base, tMin, tMax, skew, damp = 36, 1, 26, 38, 700
	runes := []rune(label)
	var out []byte
	for _, r := range runes {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	done := basic
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(utf8.RuneSelf), 0, 72
	for done < len(runes) {
		next := rune(utf8.MaxRune)
		for _, r := range runes {
			if r >= n {
				next = min(next, r)
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range runes {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := base; ; k += base {
				t := min(max(k-bias, tMin), tMax)
				if q < t {
					break
				}
				out = append(out, digit(t+(q-t)%(base-t)))
				q = (q - t) / (base - t)
			}
			out = append(out, digit(q))
			// The bias follows the size of the deltas (6.1).
			if done == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			delta += delta / (done + 1)
			bias = 0
			for ; delta > (base-tMin)*tMax/2; bias += base {
				delta /= base - tMin
			}
			bias += (base - tMin + 1) * delta / (delta + skew)
			delta = 0
			done++
		}
		delta++
		n++
	}
	return string(out)
}

func digit(d int) byte { return "abcdefghijklmnopqrstuvwxyz0123456789"[d] }

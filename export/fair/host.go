// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import (
	"net/netip"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

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

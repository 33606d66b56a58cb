// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package page

import (
	"fmt"
	"strings"
)

// text writes what stands between tags or inside quotes: nothing of it can end
// either. + is among them for readers that take a page for UTF-7.
var text = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// nowhere is what an address becomes that no page leads to.
const nowhere = "#"

// address writes an address that people typed. One that begins with a scheme
// other than those of the web and of mail could be a program: it leads nowhere.
func address(s string) string {
	if before, _, found := strings.Cut(s, ":"); found && !strings.ContainsAny(before, "/?#") {
		switch strings.ToLower(before) {
		case "http", "https", "mailto":
		default:
			return nowhere
		}
	}
	return encoded(s)
}

// encoded is an address with everything percent-encoded that one may not have.
func encoded(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("-._~!#$&*+,/:;=?@[]", c) >= 0,
			c == '%' && i+2 < len(s) && hexadecimal(s[i+1]) && hexadecimal(s[i+2]):
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02x", c)
		}
	}
	return b.String()
}

func hexadecimal(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// put writes a value for where it stands.
func (r *run) put(v any) {
	switch r.at.in {
	case inStyle:
		s, ok := v.(CSS)
		if !ok {
			fail("a style sheet is no place for a %T", v)
		}
		r.out.WriteString(string(s))
	case inText:
		if s, ok := v.(HTML); ok {
			r.out.WriteString(string(s))
			return
		}
		text.WriteString(&r.out, plain(v))
	case inValue:
		s := plain(v)
		switch {
		case !r.at.leads():
		case isURL(v):
			s = encoded(s)
		default:
			s = address(s)
		}
		text.WriteString(&r.out, s)
	default:
		fail("a value stands inside of a tag")
	}
}

func isURL(v any) bool { _, ok := v.(URL); return ok }

// plain is a value as text.
func plain(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

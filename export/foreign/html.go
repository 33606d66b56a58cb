// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"html"
	"regexp"
	"strings"
)

// tags are the elements of HTML that people's editors write, and how each is
// said in plain text: what stands where it begins and where it ends. Of those
// that are not here the text stays as it is: a "List<String>" is none.
var tags = map[string]struct{ begin, end string }{
	"p": {"\n\n", "\n\n"}, "div": {"\n", "\n"}, "section": {"\n\n", "\n\n"}, "article": {"\n\n", "\n\n"}, "blockquote": {"\n\n", "\n\n"},
	"h1": {"\n\n# ", "\n\n"}, "h2": {"\n\n# ", "\n\n"}, "h3": {"\n\n# ", "\n\n"}, "h4": {"\n\n# ", "\n\n"}, "h5": {"\n\n# ", "\n\n"}, "h6": {"\n\n# ", "\n\n"},
	"br": {"\n", ""}, "hr": {"\n\n", ""}, "ul": {"\n", "\n"}, "ol": {"\n", "\n"}, "dl": {"\n", "\n"}, "li": {"\n- ", ""}, "dt": {"\n", ""}, "dd": {"\n- ", ""},
	"table": {"\n\n", "\n\n"}, "thead": {}, "tbody": {}, "tr": {"\n", ""}, "td": {"", " "}, "th": {"", " "}, "pre": {"\n\n", "\n\n"},
	"a": {}, "b": {}, "strong": {}, "i": {}, "em": {}, "u": {}, "s": {}, "span": {}, "font": {}, "code": {}, "small": {}, "sup": {}, "sub": {}, "center": {"\n", "\n"},
	"img": {}, "figure": {}, "figcaption": {}, "label": {}, "mark": {}, "o:p": {}, "abbr": {}, "cite": {}, "q": {},
	"script": {}, "style": {}, "iframe": {}, "object": {}, "svg": {}, "html": {}, "body": {}, "head": {}, "title": {}, "meta": {}, "link": {},
}

// silent are those whose text nobody sees.
var silent = set("script", "style", "head", "iframe", "object", "svg")

var (
	tag      = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9:]{0,15})((?:\s[^<>]*)?)/?>`)
	href     = regexp.MustCompile(`(?i)\shref\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	altText  = regexp.MustCompile(`(?i)\salt\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	entities = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
)

// maxTag is the most of a tag that is read.
const maxTag = 4096

// unhtml turns HTML into plain text, with "- " before the items of its lists
// and the address behind a link. It is false, and the text as it is, where
// there is nothing of HTML in it.
func unhtml(s string) (string, bool) {
	if !strings.Contains(s, "<") || !hasTag(s) {
		if entities.MatchString(s) {
			out := plainSpace(html.UnescapeString(s))
			return out, out != s
		}
		return s, false
	}
	h := stripper{}
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			h.text(s)
			break
		}
		h.text(s[:i])
		s = s[i:]
		if strings.HasPrefix(s, "<!--") {
			_, s, _ = strings.Cut(s, "-->")
			continue
		}
		m := tag.FindStringSubmatch(s[:min(len(s), maxTag)])
		if m == nil || !known(m[2]) {
			h.text("<")
			s = s[1:]
			continue
		}
		s = s[len(m[0]):]
		h.tag(strings.ToLower(m[2]), m[1] != "", m[3])
	}
	return tidyLines(h.out.String()), true
}

func known(name string) bool { _, ok := tags[strings.ToLower(name)]; return ok }

// hasTag reports whether a text has an element that we know, or a comment. It
// looks at the first few hundred places.
func hasTag(s string) bool {
	for range 500 {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			return false
		}
		s = s[i:]
		if strings.HasPrefix(s, "<!--") {
			return true
		}
		if m := tag.FindStringSubmatch(s[:min(len(s), maxTag)]); m != nil && known(m[2]) {
			return true
		}
		s = s[1:]
	}
	return false
}

type stripper struct {
	out    strings.Builder
	hidden int // silent elements that are open
	lists  int
	link   string // of the a that is open
	from   int    // where its text began
}

func (h *stripper) text(s string) {
	if h.hidden == 0 {
		h.out.WriteString(strings.ReplaceAll(plainSpace(html.UnescapeString(s)), "\n", " "))
	}
}

func plainSpace(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func (h *stripper) tag(name string, ends bool, attributes string) {
	if silent[name] {
		if h.hidden++; ends {
			h.hidden = max(0, h.hidden-2)
		}
		return
	}
	if h.hidden > 0 {
		return
	}
	switch {
	case name == "ul" || name == "ol":
		if h.lists++; ends {
			h.lists = max(0, h.lists-2)
		}
	case name == "li" && !ends:
		h.out.WriteString("\n" + strings.Repeat("  ", min(max(h.lists-1, 0), 8)) + "- ")
		return
	case name == "a" && !ends:
		h.link, h.from = attribute(href, attributes), h.out.Len()
	case name == "a" && isWeb(h.link):
		if text := h.out.String()[min(h.from, h.out.Len()):]; strings.TrimSpace(text) != h.link {
			h.out.WriteString(" (" + h.link + ")")
		}
		h.link = ""
	case name == "img" && !ends:
		h.text(attribute(altText, attributes))
	}
	if ends {
		h.out.WriteString(tags[name].end)
	} else {
		h.out.WriteString(tags[name].begin)
	}
}

func attribute(r *regexp.Regexp, s string) string {
	m := r.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return html.UnescapeString(m[1] + m[2])
}

var (
	manyLines = regexp.MustCompile(`\n{3,}`)
	itemAlone = regexp.MustCompile(`(?m)^( *- )\s*\n+\s*`)
	afterItem = regexp.MustCompile(`(?m)^( *- [^\n]*)\n\n+( *- )`)
)

// tidyLines takes out the spaces and empty lines that elements left behind.
func tidyLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		indent := 0
		if t := strings.TrimLeft(l, " "); strings.HasPrefix(t, "- ") {
			indent = len(l) - len(t)
		}
		lines[i] = strings.Repeat(" ", indent) + strings.Join(strings.Fields(l), " ")
		if strings.TrimSpace(lines[i]) == "-" {
			lines[i] += " "
		}
	}
	s = itemAlone.ReplaceAllString(strings.Join(lines, "\n"), "$1")
	s = manyLines.ReplaceAllString(s, "\n\n")
	for range 2 { // matches share their items
		s = afterItem.ReplaceAllString(s, "$1\n$2")
	}
	return strings.TrimSpace(s)
}

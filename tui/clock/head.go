// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package clock

import (
	"fmt"
	"strconv"
	"time"

	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/designer/clock"
	"insignia/internal/locale"
)

// Name is what a part of an agenda is called: its own title, or the words for
// what is done in it, with the number of a question.
func Name(s designer.Slot, w locale.Words) string {
	if s.Title != "" {
		return s.Title
	}
	name := w.T("slot." + s.ID)
	if q, ok := s.Question(); ok {
		return strconv.Itoa(int(q)) + " " + name
	}
	return name
}

// seconds is from what time on the last seconds are counted.
const seconds = 2 * time.Minute

// Span is a length of time as calm words: the nearest minutes, and digits for
// what is shorter than two of them.
func Span(d time.Duration, w locale.Words) string {
	if d < seconds {
		return digits(d)
	}
	n := int(d.Round(time.Minute) / time.Minute)
	switch h, m := n/60, n%60; {
	case h == 0:
		return w.T("clock.minutes", "n", n)
	case m == 0:
		return w.T("clock.hours", "h", h)
	default:
		return w.T("clock.both", "h", h, "n", m)
	}
}

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// digits is a length of time as minutes and seconds. A second that has begun
// counts, so that a clock begins with its whole time and ends when it shows
// none; time over has a plus.
func digits(d time.Duration) string {
	sign := ""
	n := int((d + time.Second - 1) / time.Second)
	if d <= 0 {
		if n = int(-d / time.Second); n > 0 {
			sign = "+"
		}
	}
	return fmt.Sprintf("%s%d:%02d", sign, n/60, n%60)
}

// Head is the clock for the header of other screens, in at most width columns:
// the present part and the time left in it and in all, as much of it as there
// is room for; "" for no clock. It changes once a minute, in the last two
// minutes once a second, and not at all while the time is over.
func Head(r clock.Reading, w locale.Words, widths ansi.Method, width int) string {
	if !r.Begun {
		return ""
	}
	name, all := Name(r.Slot, w), Span(r.All, w)
	here := Span(r.Left, w)
	switch {
	case r.Ended:
		return fitting(widths, width, w.T("clock.head.ended"))
	case r.Paused:
		here = w.T("clock.head.paused")
	case r.Left <= 0:
		here = w.T("clock.head.over")
	}
	whole := w.T("clock.all", "time", all)
	return fitting(widths, width, name+": "+here+" · "+whole, here+" · "+whole, here+" · "+all, here)
}

// fitting is the first text that fits, "" if none does.
func fitting(widths ansi.Method, width int, texts ...string) string {
	for _, t := range texts {
		if widths.StringWidth(t) <= width {
			return t
		}
	}
	return ""
}

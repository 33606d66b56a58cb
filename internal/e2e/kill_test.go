// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// rounds of killing in an ordinary run; INSIGNIA_KILLS asks for more.
const rounds = 6

var word = regexp.MustCompile(`w\d+`)

// Whatever stood on the screen while it said "saved" is in the store after
// kill -9 at a random moment of typing.
func TestWhatIsShownAsSavedSurvivesKill9(t *testing.T) {
	n := rounds
	if v, err := strconv.Atoi(os.Getenv("INSIGNIA_KILLS")); err == nil {
		n = v
	}
	acknowledged := 0
	for round := range n {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			dir := t.TempDir()
			p := run(t, dir, 80, 24)
			p.until("What badge are you making?")
			p.keys("\rKilled\r")
			p.until("Who is it for?")
			shown := "" // the last word seen while the screen said saved
			until := time.Now().Add(time.Duration(300+rand.IntN(2200)) * time.Millisecond)
			for i := 0; time.Now().Before(until); i++ {
				p.keys(fmt.Sprintf("w%d ", i))
				if i%7 == 6 {
					time.Sleep(time.Duration(rand.IntN(900)) * time.Millisecond)
				} else {
					time.Sleep(time.Duration(rand.IntN(40)) * time.Millisecond)
				}
				if s := p.screen(); strings.Contains(strings.SplitN(s, "\n", 2)[0], "saved ") {
					if words := word.FindAllString(s, -1); len(words) > 0 {
						shown = words[len(words)-1]
					}
				}
			}
			p.signal(syscall.SIGKILL)
			p.ended()
			got := answers(t, dir)
			if shown != "" {
				acknowledged++
				if !strings.Contains(got, "Killed") {
					t.Fatalf("the name is lost: %s", got)
				}
				if !strings.Contains(got, shown+" ") && !strings.Contains(got, shown+`"`) {
					t.Fatalf("%q was shown as saved and is lost: %s", shown, got)
				}
			}
		})
	}
	if acknowledged == 0 {
		t.Error("no round saw an answer shown as saved: the test proves nothing")
	}
}

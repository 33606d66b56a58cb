// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/render/cells"
	"insignia/tui"
)

// run is one run in memory.
func run(t *testing.T, stdout io.Writer, args ...string) (code int, stderr string) {
	t.Helper()
	var e bytes.Buffer
	code = Run(context.Background(), Process{Args: args, Stdin: strings.NewReader(""), Stdout: stdout, Stderr: &e, OS: "linux",
		Environ: []string{"INSIGNIA_STORE=" + filepath.Join(t.TempDir(), "s.db")}, Now: time.Now})
	return code, e.String()
}

// full takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestAnAnswerThatCannotBeWrittenIsAFailure(t *testing.T) {
	for _, args := range [][]string{{"new"}, {"list", "--json"}, {"check", "--json", "no-such-thing.json"}} {
		code, stderr := run(t, full{}, args...)
		if code == exitOK || !strings.HasPrefix(stderr, prefix) {
			t.Errorf("%v ends with %d and says %q", args, code, stderr)
		}
	}
}

// panicky is a standard output that breaks the program.
type panicky struct{}

func (panicky) Write([]byte) (int, error) { panic("inside out") }

func TestAPanicIsASentence(t *testing.T) {
	code, stderr := run(t, panicky{}, "list", "--json")
	if code != exitUnable || strings.Count(stderr, "\n") != 1 || !strings.HasPrefix(stderr, prefix) || !strings.Contains(stderr, "inside out") {
		t.Errorf("ends with %d and says %q", code, stderr)
	}
}

func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	a := &app{}
	root := a.root()
	for _, c := range append(root.Commands(), root) {
		if c.Short == "" || c.Example == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: short %q, example %q", c.Name(), c.Short, c.Example)
		}
		for line := range strings.Lines(c.Example) {
			if !strings.Contains(line, "insignia") {
				t.Errorf("%s: the example %q is no command", c.Name(), line)
			}
		}
	}
}

func TestFlattenTakesJoinedErrorsApart(t *testing.T) {
	one, two, three := errors.New("1"), errors.New("2"), errors.New("3")
	err := &exit{exitUnable, errors.Join(one, &about{"f.json", errors.Join(two, &about{"inner", three})})}
	got := flatten(err, "")
	want := []about{{"", one}, {"f.json", two}, {"inner", three}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestWhatAnErrorRepeatsIsCut(t *testing.T) {
	err := short(refuse("bad-choice", "value", strings.Repeat("é", 5000)+"\x1b[31m", "field", "kind"))
	var e *designer.Error
	if !errors.As(err, &e) || len([]rune(e.Args["value"])) != longest+1 || e.Args["field"] != "kind" {
		t.Errorf("%v", err)
	}
	if !errors.Is(short(context.Canceled), context.Canceled) {
		t.Error("another error changes")
	}
}

func TestIdsAreToldFromFiles(t *testing.T) {
	for s, want := range map[string]bool{"1f3a": true, "1F3A": true, "1f3a6c1e-53a8-4d0e-9d1b-7f6a2c3b4d5e": true,
		"": false, "-": false, "badge.json": false, "./1f3a": false, "deadbeeg": false, strings.Repeat("a", 37): false} {
		if got := idLike(s); got != want {
			t.Errorf("idLike(%q) = %v", s, got)
		}
	}
}

func TestAnIdMadeFromContentIsValidAndFollowsTheContent(t *testing.T) {
	d := designer.New("en")
	first := contentID(d)
	if !designer.ValidID(first) {
		t.Errorf("%q is no id", first)
	}
	d.ID, d.Revision = designer.NewID(), 7
	if contentID(d) != first {
		t.Error("the id depends on the id")
	}
	d.Name = "x"
	if contentID(d) == first {
		t.Error("other content has the same id")
	}
}

func TestAbbreviatedIdsAreUnique(t *testing.T) {
	got := abbreviate([]string{"00000000-1", "00000000-12", "00000000-2", "1", "12345678-9"})
	for id, want := range map[string]string{"00000000-1": "00000000-1", "00000000-12": "00000000-12", "00000000-2": "00000000-2", "1": "1", "12345678-9": "12345678"} {
		if got[id] != want {
			t.Errorf("%s is shown as %s, want %s", id, got[id], want)
		}
	}
}

func TestColumnsLineUpInAnyScript(t *testing.T) {
	got := columns([][]string{{"A", "B"}, {"徽章", "x"}, {"e\u0301", "y"}, {strings.Repeat("w", 60), "z"}})
	for line := range strings.Lines(got) {
		line = strings.TrimRight(line, "\n")
		if w := ansi.StringWidth(line); w != widest+3 {
			t.Errorf("%q ends in column %d", line, w)
		}
	}
	if got := columns([][]string{{"a", ""}, {"b\nc", ""}}); got != "a\nb c" {
		t.Errorf("%q", got)
	}
}

func TestGuessPrefersWhatWasTyped(t *testing.T) {
	names := []string{"bike-repair-buddy", "map-curious", "reading-circle"}
	for s, want := range map[string]string{"bike": names[0], "circle": names[2], "Map": names[1], "map-furious": names[1], "": names[1]} {
		if got := guess(s, names); got != want {
			t.Errorf("guess(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestAPictureInTheTerminalIsAsTheSettingsHaveIt(t *testing.T) {
	a := &app{kept: tui.Chosen("", "sextants", false)}
	if got := a.style(colorprofile.TrueColor); got != (cells.Style{Ink: cells.TrueColour, Blocks: cells.Sextants}) {
		t.Errorf("%+v", got)
	}
	a.picture.value = "shapes"
	if got := a.style(colorprofile.TrueColor); got != (cells.Style{Ink: cells.Mono}) {
		t.Errorf("asked otherwise for this run: %+v", got)
	}
}

func TestTheGraverOfTwoProblemsStays(t *testing.T) {
	hint := designer.Problem{Code: "A", Field: "name", Level: designer.Hint}
	fault := designer.Problem{Code: "A", Field: "name", Level: designer.Fault}
	other := designer.Problem{Code: "A", Field: "tags", Level: designer.Warn, Question: designer.AskCriteria}
	got := merge([]designer.Problem{other, hint}, []designer.Problem{fault, other})
	if len(got) != 2 || got[0].Level != designer.Fault || got[1].Field != "tags" {
		t.Errorf("%v", got)
	}
}

// BenchmarkHelp is what each command line costs before its command begins.
func BenchmarkHelp(b *testing.B) {
	for b.Loop() {
		(&app{}).root().SetHelpFunc(func(*cobra.Command, []string) {})
	}
}

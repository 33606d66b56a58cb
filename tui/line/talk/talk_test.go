// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package talk

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"insignia/internal/clean"
	"insignia/internal/locale"
)

// nasty would clear the screen, set colours, turn the direction of what
// follows and hide in C1.
const nasty = "A\x1b[2J\x1b]0;x\x07B\u202eC\u009b31mD\u200bE\x00\xff"

// over is a conversation over what was typed.
func over(in string, width int) (*Talk, *bytes.Buffer) {
	out := &bytes.Buffer{}
	return New(strings.NewReader(in), out, Options{Words: locale.For("en"), Width: func() int { return width }}), out
}

func TestWhatIsSaidIsWrapped(t *testing.T) {
	for _, c := range []struct {
		say  func(*Talk)
		want string
	}{
		{func(t *Talk) { t.Say("one two three four five six") }, "one two three four\nfive six\n"},
		{func(t *Talk) { t.Item("12", "one two three four five six") }, "12  one two three\n    four five six\n"},
		{func(t *Talk) { t.Say("a\nb") }, "a\nb\n"},
		{func(t *Talk) { t.Say("/a/path/that/is/longer/than/a/line here") }, "/a/path/that/is/long\ner/than/a/line here\n"},
		{func(t *Talk) { t.Say("two  spaces stay") }, "two  spaces stay\n"},
		{func(t *Talk) { t.Say(strings.Repeat("漢", 11)) }, strings.Repeat("漢", 10) + "\n漢\n"},
		{func(t *Talk) { t.Say("") }, "\n"},
		{func(t *Talk) { t.Item("a very long mark", "text") }, "a very long mark\ntext\n"},
		{func(t *Talk) {
			t.Gap()
			t.Gap()
			t.Say("a")
			t.Gap()
			t.Gap()
			t.Say("b")
			t.Gap()
		}, "a\n\nb\n\n"},
		{func(t *Talk) { t.Say("a\n"); t.Gap(); t.Say("b") }, "a\n\nb\n"},
		{func(t *Talk) { t.Item("\x1b[1m1", nasty) }, "1  ABCDE\ufffd\n"},
	} {
		talk, out := over("", 20)
		if c.say(talk); out.String() != c.want {
			t.Errorf("got  %q\nwant %q", out, c.want)
		}
	}
}

func TestEachLineThatIsTypedArrives(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"a\nb\n", []string{"a", "b"}},
		{"a\r\nb", []string{"a", "b"}},
		{"\n\n", []string{"", ""}},
		{"\ufeffa\n\ufeffb\n", []string{"a", "b"}},
		{nasty + "\n", []string{"ABCDE\ufffd"}},
		{"e\u0301\n", []string{"é"}},
		{"a\tb\u2028c\n", []string{"a b c"}},
	} {
		for _, in := range []io.Reader{strings.NewReader(c.in), iotest.OneByteReader(strings.NewReader(c.in)),
			iotest.DataErrReader(strings.NewReader(c.in)), io.MultiReader(strings.NewReader(c.in), iotest.ErrReader(errors.New("pulled")))} {
			talk := New(in, io.Discard, Options{Words: locale.For("en")})
			var got []string
			for {
				line, err := talk.Ask("")
				if err != nil {
					break
				}
				got = append(got, line)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") || len(got) != len(c.want) {
				t.Errorf("%q: %q, want %q", c.in, got, c.want)
			}
			if _, err := talk.Ask(""); err != io.EOF {
				t.Errorf("%q: after the end %v", c.in, err)
			}
		}
	}
}

func TestAMegabyteIsCutAtTheBorderAndTheNextLineIsWhole(t *testing.T) {
	for _, letter := range []string{"x", "é", "漢", "👩‍🎓"} {
		talk, out := over(strings.Repeat(letter, 1<<20/len(letter))+"\nnext\n", 80)
		line, err := talk.Ask("")
		if n := len([]rune(line)); err != nil || n > mostTyped || n < mostTyped-3 {
			t.Errorf("%s: %d characters, %v", letter, n, err)
		}
		if line != strings.Repeat(letter, len(line)/len(letter)) {
			t.Errorf("%s: a letter was cut in two", letter)
		}
		if !strings.Contains(out.String(), "16000") {
			t.Errorf("%s: said %q", letter, out)
		}
		if line, err = talk.Ask(""); line != "next" || err != nil {
			t.Errorf("%s: then %q %v", letter, line, err)
		}
	}
}

// zeros is a line that never ends.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

func TestALineWithoutEndIsTheEnd(t *testing.T) {
	talk := New(zeros{}, io.Discard, Options{Words: locale.For("en")})
	if _, err := talk.Ask(""); err != io.EOF {
		t.Error(err)
	}
}

func TestWhatWasTakenOutIsTold(t *testing.T) {
	talk, out := over("a\u200bb\n", 80)
	if line, err := talk.Ask("What?"); line != "ab" || err != nil || out.String() != "What?\nOne hidden character was removed.\n" {
		t.Errorf("%q %v %q", line, err, out)
	}
}

func TestATerminalHasAMarkWhereOneTypes(t *testing.T) {
	var out bytes.Buffer
	talk := New(strings.NewReader("a\nb"), &out, Options{Words: locale.For("en"), Terminal: true})
	talk.Ask("What?")
	talk.Say("Good.")
	talk.Ask("") // a last line without an end: what is said next begins a new one
	talk.Say("Good.")
	talk.Ask("") // the end
	talk.Say("Bye.")
	if want := "What?\n> Good.\n> \nGood.\n> \nBye.\n"; out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}

func TestASignalEndsItAsTheInputsEndDoes(t *testing.T) {
	in, typing := io.Pipe()
	defer typing.Close()
	done := make(chan struct{})
	close(done)
	talk := New(in, io.Discard, Options{Words: locale.For("en"), Done: done})
	for range 2 {
		if _, err := talk.Ask("What?"); err != io.EOF {
			t.Error(err)
		}
	}
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAnOutputThatTakesNoMoreEndsIt(t *testing.T) {
	talk := New(strings.NewReader("a\n"), full{}, Options{Words: locale.For("en")})
	if _, err := talk.Ask("What?"); err != errFull || talk.Err() != errFull {
		t.Error(err, talk.Err())
	}
}

func TestOneIsChosenByNumberNameOrBeginning(t *testing.T) {
	options := []string{"Circle", "Hexagon", "Shield", "Star", "Estrella roja"}
	for typed, want := range map[string]int{"1": 0, "hex": 1, "STAR": 3, "sh": 2, "": 1, "<": Backwards, "roja": 4, "s\nstar": 3, "?\n2": 1, "hexagn\n3": 2, "99\n1": 0} {
		talk, out := over(typed+"\n", 80)
		if got, err := talk.Choose("Which?", options, 1); got != want || err != nil {
			t.Errorf("%q: %d, want %d, %v\n%s", typed, got, want, err, out)
		}
	}
	talk, out := over("s\nhexagn\nzzz", 80)
	if got, err := talk.Choose("Which?", options, -1); got != -1 || err != io.EOF {
		t.Error(got, err)
	}
	want := "Which?\n1  Circle\n2  Hexagon\n3  Shield\n4  Star\n5  Estrella roja\n" +
		"No “s” here. Did you mean:\n3  Shield\n4  Star\n" +
		"No “hexagn” here. Did you mean:\n2  Hexagon\n" +
		"There is no “zzz” here. ? tells what there is.\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
}

func TestYesAndNoInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		lang, typed string
		want        bool
	}{{"en", "y", true}, {"en", "Yes", true}, {"en", "n", false}, {"en", "", true}, {"en", "<", false}, {"en", "what\nno", false},
		{"es", "s", true}, {"es", "sí", true}, {"es", "SI", true}, {"es", "no", false}, {"es", "y", true}} {
		talk := New(strings.NewReader(c.typed+"\n"), io.Discard, Options{Words: locale.For(c.lang)})
		if got, err := talk.Confirm("Sure?", true); got != c.want || err != nil {
			t.Errorf("%s %q: %v %v", c.lang, c.typed, got, err)
		}
	}
}

func FuzzNothingSaidIsWideOrDoesAnything(f *testing.F) {
	f.Add("one two\nthree", "12", 20)
	f.Add(nasty, nasty, 40)
	f.Add("हिन्दी ❤️ 👩‍🎓 "+strings.Repeat("e\u0301", 50), "-", 7)
	f.Add(strings.Repeat("漢", 30), "", 21)
	f.Fuzz(func(t *testing.T, text, mark string, width int) {
		talk, out := over(text, width)
		talk.Item(mark, text)
		talk.Say(text)
		talk.Ask(text)
		said := out.String()
		if safe, n := clean.Text(said); n > 0 || safe != said {
			t.Errorf("%q came through", said)
		}
		for line := range strings.Lines(said) {
			if n := cells(strings.TrimSuffix(line, "\n")); n > talk.width() {
				t.Errorf("%d cells of %d: %q", n, talk.width(), line)
			}
		}
	})
}

func FuzzAllThatIsTypedArrivesCleaned(f *testing.F) {
	f.Add("a\r\nb\x00c\nlast")
	f.Add(nasty + "\n" + nasty)
	f.Add("\ufeff\ufeffa\n\n\n")
	f.Fuzz(func(t *testing.T, in string) {
		talk, _ := over(in, 80)
		lines := strings.Split(strings.TrimSuffix(in, "\n"), "\n")
		if in == "" {
			lines = nil
		}
		for i, want := range lines {
			if i == 0 {
				want = strings.TrimPrefix(want, "\ufeff")
			}
			want, _ = clean.Line(strings.TrimSuffix(want, "\r"))
			want, _ = clean.Cut(want, mostTyped)
			if got, err := talk.Ask(""); got != want || err != nil {
				t.Fatalf("line %d of %q: %q %v, want %q", i, in, got, err, want)
			}
		}
		if _, err := talk.Ask(""); err != io.EOF {
			t.Errorf("%q: more came", in)
		}
	})
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/term"
)

// The test binary plays the program that is measured.
const partVar = "INSIGNIA_PTYBENCH_PART"

func TestMain(m *testing.M) {
	switch os.Getenv(partVar) {
	case "":
		os.Exit(m.Run())
	case "program":
		playProgram()
	case "mute":
		fmt.Println("sorry")
	}
}

// playProgram asks the terminal who it is, and paints only when it has been
// told; then it answers each key but x with a dot.
func playProgram() {
	if _, err := term.MakeRaw(int(os.Stdin.Fd())); err != nil {
		fmt.Println(err)
		return
	}
	cols, rows, err := term.GetSize(int(os.Stdin.Fd()))
	if err != nil {
		fmt.Println(err)
		return
	}
	in := bufio.NewReader(os.Stdin)
	fmt.Print("\x1b[c")
	if _, err := in.ReadString('c'); err != nil {
		return
	}
	fmt.Printf("%s %dx%d %s", os.Getenv("GREETING"), cols, rows, strings.Repeat("#", 100))
	for {
		switch b, err := in.ReadByte(); {
		case err != nil:
			return
		case b != 'x':
			fmt.Print(".")
		}
	}
}

func start(t *testing.T, part string) *session {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s, err := begin([]string{exe}, []string{partVar + "=" + part, "GREETING=hello"}, 100, 30)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestASessionMeasuresWhatTheProgramDoes(t *testing.T) {
	s := start(t, "program")
	r, err := s.measure([]string{"a", "x", "b", "c"}, 10*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	if r.output <= 0 || r.paint < r.output {
		t.Errorf("first output after %v, first paint after %v", r.output, r.paint)
	}
	if len(r.keys) != 3 || r.unanswered != 1 {
		t.Errorf("%d keys answered, %d not", len(r.keys), r.unanswered)
	}
	if r.rss <= 0 {
		t.Errorf("%d bytes of memory", r.rss)
	}
	out := string(s.tail)
	if !strings.Contains(out, "hello 100x30 ###") || !strings.HasSuffix(out, "#...") || r.bytes != len(out) {
		t.Errorf("%d bytes: %q", r.bytes, out)
	}
}

func TestAProgramWithoutAScreenIsAnError(t *testing.T) {
	_, err := start(t, "mute").measure(nil, 0)
	if err == nil || !strings.Contains(err.Error(), "sorry") {
		t.Errorf("got %v", err)
	}
}

func TestBadArgumentsAreRefused(t *testing.T) {
	for _, args := range [][]string{
		{}, {"-n", "0", "true"}, {"-size", "big", "true"}, {"-size", "0x0", "true"}, {"-keys", "Dwon", "true"}, {"/no/such/program"},
	} {
		if err := bench(args); err == nil {
			t.Errorf("%q was taken", args)
		}
	}
}

// A burst is what comes without a pause; the first with enough ink counts,
// and it counts when the pause is over.
func TestABurstEndsWithSilence(t *testing.T) {
	old := time.Now().Add(-time.Hour)
	at := func(ms, visible int) chunk {
		return chunk{at: old.Add(time.Duration(ms) * time.Millisecond), visible: visible}
	}
	for _, c := range []struct {
		name   string
		chunks []chunk
		want   int // which chunk ends it, -1 none
	}{
		{"nothing", nil, -1},
		{"too little", []chunk{at(0, 10)}, -1},
		{"one", []chunk{at(0, 64)}, 0},
		{"in pieces", []chunk{at(0, 30), at(5, 60), at(10, 90)}, 2},
		{"a title first, the screen later", []chunk{at(0, 40), at(100, 80), at(105, 140), at(300, 999)}, 2},
		{"not over yet", []chunk{at(0, 10), {at: time.Now().Add(time.Hour), visible: 500}}, -1},
	} {
		var last chunk
		ok, _ := burst(inked, &last)(c.chunks)
		if ok != (c.want >= 0) || ok && last != c.chunks[c.want] {
			t.Errorf("%s: %v, %+v", c.name, ok, last)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build unix

package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

func main() {
	if err := bench(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "ptybench:", err)
		}
		os.Exit(2)
	}
}

func bench(args []string) error {
	flags := flag.NewFlagSet("ptybench", flag.ContinueOnError)
	n := flags.Int("n", 5, "runs, after one to warm up")
	list := flags.String("keys", "", "keys to press after the first screen: Down*20,Enter,C-a,x")
	size := flags.String("size", "120x40", "columns x rows")
	extra := flags.String("env", "", "more environment: A=1,B=2")
	idle := flags.Duration("idle", 500*time.Millisecond, "how long to watch the program do nothing")
	asJSON := flags.Bool("json", false, "print JSON")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var cols, rows int
	if _, err := fmt.Sscanf(*size, "%dx%d", &cols, &rows); err != nil || cols < 1 || rows < 1 || cols > 1000 || rows > 1000 {
		return fmt.Errorf("%q is no size, 120x40 is one", *size)
	}
	keys, err := parseKeys(*list)
	if err != nil {
		return err
	}
	if flags.NArg() == 0 || *n < 1 {
		flags.Usage()
		return errors.New("which command, and how often?")
	}
	env := []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
	if *extra != "" {
		env = append(env, strings.Split(*extra, ",")...)
	}
	var runs []run
	for i := range *n + 1 {
		s, err := begin(flags.Args(), env, cols, rows)
		if err != nil {
			return err
		}
		r, err := s.measure(keys, *idle)
		if err != nil {
			return err
		}
		if i > 0 { // the first only filled the caches
			runs = append(runs, r)
		}
	}
	r := summarize(flags.Args(), *size, runs)
	if *asJSON {
		return json.NewEncoder(os.Stdout).Encode(r)
	}
	r.print(os.Stdout)
	return nil
}

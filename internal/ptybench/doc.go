// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Command ptybench measures a terminal program from outside, as a person
// meets it: it starts the program in a pseudo-terminal, answers what a
// terminal would answer, and clocks how long the first screen and the answer
// to a key take, how much memory the program needs and what it costs while
// nothing happens.
//
//	go run ./internal/ptybench [-n runs] [-keys Down*20,Enter] [-size 120x40] [-env A=1,B=2] [-idle 500ms] [-json] -- command args
//
// It knows terminals and clocks, nothing of the program it measures.
package main

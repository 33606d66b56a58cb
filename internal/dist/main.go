// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Dist builds what people download: the program for every system it runs on,
// each in a zip file with the README and the licence, and their checksums. It
// knows systems, sizes and archives; it refuses to know what it packs. The same
// sources and the same Go give the same bytes.
//
//	go run ./internal/dist -o dist -version 1.2.3
package main

import (
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

// enclosed goes into every archive beside the program.
var enclosed = []string{"README.md", "LICENSE"}

func main() {
	out := flag.String("o", "dist", "folder for the archives")
	version := flag.String("version", "dev", "what the program calls its version")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *out, *version, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// run writes an archive a target and their checksums into folder out. An
// archive that stands there under the same name is replaced, whole or not at all.
func run(ctx context.Context, out, version string, log io.Writer) error {
	if version == "" || strings.ContainsAny(version, " \t\n'\"/\\") {
		return fmt.Errorf("version %q: want one word without quotes or slashes", version)
	}
	var beside []file
	for _, name := range enclosed {
		b, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("run it from the module's own folder: %w", err)
		}
		beside = append(beside, file{name: name, body: b, mode: 0o644})
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, t := range targets {
		program, err := t.build(ctx, version)
		if err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
		name := fmt.Sprintf("insignia_%s_%s_%s", version, t.os, t.arch)
		archive, err := pack(name, append([]file{{name: t.program(), body: program, mode: 0o755}}, beside...))
		if err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
		if err := put(filepath.Join(out, name+".zip"), archive); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s.zip\n", sha256.Sum256(archive), name)
		fmt.Fprintf(log, "%-14s program %5.1f MB   archive %5.1f MB\n", t, megabytes(program), megabytes(archive))
	}
	return put(filepath.Join(out, "checksums.txt"), []byte(sums.String()))
}

func megabytes(b []byte) float64 { return float64(len(b)) / 1e6 }

// put writes a file beside its place and moves it there.
func put(name string, body []byte) error {
	if err := os.WriteFile(name+".part", body, 0o644); err != nil {
		return err
	}
	return os.Rename(name+".part", name)
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// largest is the size a program may have: what a workshop's shared connection
// or an old USB stick still carries without a wait.
const largest = 16_000_000

// target is a system the program is built for.
type target struct{ os, arch string }

// The 32-bit Windows build is for the old laptops that workshops are held on.
var targets = []target{
	{"linux", "amd64"}, {"linux", "arm64"},
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"}, {"windows", "386"},
}

func (t target) String() string { return t.os + "/" + t.arch }

// program is the file name people start.
func (t target) program() string {
	if t.os == "windows" {
		return "insignia.exe"
	}
	return "insignia"
}

// calm are packages that work once a command or a page, never on the way of a
// key or of a save: they are built without inlining, which takes 0.9 MB off the
// program.
var calm = []string{
	"insignia/internal/cli", "insignia/tui/line/...", "insignia/tui/intro", "insignia/tui/workshop", "insignia/tui/suits",
	"insignia/tui/photo", "insignia/tui/proof", "insignia/tui/surprise", "insignia/tui/bring", "insignia/tui/present", "insignia/tui/clock", "insignia/tui/entry",
	"insignia/tui/gather", "insignia/tui/settings", "insignia/tui/versions", "insignia/tui/bin", "insignia/tui/drafts", "insignia/tui/review",
	"insignia/render/photo", "insignia/render/proof", "insignia/render/surprise", "insignia/render/alt", "insignia/designer/lint",
	"insignia/export/...", "insignia/designer/mirror", "insignia/designer/bolt/pages",
	"insignia/internal/page", "text/template/parse", "image/gif", "image/png", "regexp/...", "golang.org/x/image/font/...", "charm.land/huh/...",
	"image/draw", "archive/zip", "compress/flate", "github.com/xo/terminfo", "golang.org/x/exp/shiny/...", "net/url", "os/exec", "encoding/xml", "insignia/designer/gather", "insignia/designer/sample",
	"insignia/designer/issuing", "insignia/designer/primer", "insignia/internal/volume", "github.com/lucasb-eyer/go-colorful",
	"github.com/spf13/...", "charm.land/fang/...", "github.com/muesli/...", "github.com/xo/...", "golang.org/x/text/...",
}

// build compiles the module in the present folder. Nothing of this machine
// gets in: no C, no paths, no version control stamp.
func (t target) build(ctx context.Context, version string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "dist")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, t.program())
	args := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -X main.version=" + version}
	for _, pattern := range calm {
		args = append(args, "-gcflags="+pattern+"=-l")
	}
	cmd := exec.CommandContext(ctx, "go", append(args, "-o", out, ".")...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.os, "GOARCH="+t.arch)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, err
	}
	program, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return program, fitting(len(program))
}

func fitting(size int) error {
	if size > largest {
		return fmt.Errorf("the program has %d bytes, more than %d", size, largest)
	}
	return nil
}

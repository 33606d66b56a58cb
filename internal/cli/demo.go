// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/designer/bolt"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/check"
	"insignia/internal/clean"
	"insignia/render/alt"
)

func (a *app) demoCommand() *cobra.Command {
	var out string
	c := a.command(&cobra.Command{
		Use:   "demo",
		Short: "Go the whole way with a sample badge",
		Long: "Go the whole way with a sample badge: its picture, its answers, its files, and a check of them.\n\n" +
			"It has a store of its own for as long as it runs and leaves your badges alone.",
		Example: "insignia demo\ninsignia demo --out demo",
	}, 0, 0, func(ctx context.Context, _ []string) error { return a.demo(ctx, out) })
	c.Flags().StringVar(&out, "out", "", "folder to write to")
	return c
}

// demo takes the first sample the way every badge goes.
func (a *app) demo(ctx context.Context, out string) error {
	w := a.words()
	d, err := a.rehearse(ctx)
	if err != nil {
		return err
	}
	p := alt.Draw(d)
	a.print(w.T("cli.demo.title", "name", d.Name) + "\n")
	a.draw(p)
	a.brief(d)

	files, _, err := export.All(usual, d, export.Once(p), export.Options{})
	if err != nil {
		return err
	}
	if out == "" {
		if out, err = export.FreshFolder("", clean.Slug(d.Name), files); err != nil {
			return err
		}
	}
	if err := export.Write(out, files, false); err != nil {
		return err
	}
	a.print("\n" + w.N("cli.demo.files", len(files), "folder", pathText(cmp.Or(out, "."))))
	valid, invented := true, false
	for _, f := range files {
		line := "  " + f.Name
		if strings.HasSuffix(f.Name, ".json") {
			r := check.Check(f.Bytes)
			valid = valid && r.OK()
			invented = invented || len(r.Findings) > 0
			verdict := "cli.demo.valid"
			if !r.OK() {
				verdict = "cli.demo.invalid"
			}
			line += "  " + w.T(verdict, "standard", r.Standard)
		}
		a.print(line)
	}
	if invented {
		a.print("\n" + w.T("cli.demo.invented"))
	}
	a.print("\n" + w.T("cli.demo.next", "png", pathText(filepath.Join(out, "badge-300.png"))))
	if !valid {
		return &exit{code: exitFailed}
	}
	return nil
}

// inShort are the answers that stand for the whole, a question each.
var inShort = []string{"earner.who", "issuer.name", "why.earner", "criteria.steps", "next.leads"}

// brief prints the questions with one answer each.
func (a *app) brief(d designer.Draft) {
	width := a.width()
	for _, id := range inShort {
		f, _ := designer.FieldByID(id)
		a.print("\n" + a.question(f.Question))
		for line := range strings.Lines(f.Value(&d)) {
			if line = strings.TrimSpace(line); f.IsList() {
				line = "- " + line
			}
			a.print(under("  ", line, width))
		}
	}
}

// rehearse keeps the sample in a store of its own, reads it back and takes
// the store away. The id is made from the sample, so that a second
// demonstration gives the same files as the first.
func (a *app) rehearse(ctx context.Context) (d designer.Draft, err error) {
	dir, err := os.MkdirTemp("", "insignia-demo-")
	if err != nil {
		return d, err
	}
	defer os.RemoveAll(dir)
	s, err := bolt.Open(filepath.Join(dir, storeName), bolt.Clock(a.Now))
	if err != nil {
		return d, err
	}
	defer s.Close()
	d, _ = sample.Load(sample.Names()[0], a.words().Tag())
	d.ID = contentID(d)
	if _, err = s.Drafts().Put(ctx, d); err != nil {
		return d, err
	}
	return s.Drafts().Get(ctx, d.ID)
}

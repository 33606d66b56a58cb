// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/clean"
	"insignia/render/alt"
)

func (a *app) exportCommand() *cobra.Command {
	var o outing
	c := a.command(&cobra.Command{
		Use:   "export ID|FILE…",
		Short: "Write the files that issuers take",
		Long: "Write the files that issuers take, into a folder named after the badge, and print their paths.\n\n" +
			"What has no answer yet becomes a placeholder, and is told. --final refuses placeholders and anything else that " +
			"an issuer would. Nothing is written over something else unless --force is there.",
		Example: "insignia export 1f3a\ninsignia export 1f3a --to ob2 --final --out ready\n" +
			"insignia export 1f3a --base-url https://kettenwerk.example/badges/bike",
		ValidArgsFunction: a.completeID,
	}, 1, -1, func(ctx context.Context, args []string) error {
		chosen, err := o.formats()
		if err == nil {
			err = o.base()
		}
		if err != nil {
			return unable(err)
		}
		o.several = len(args) > 1
		o.used = map[string]bool{}
		return a.each(args, func(name string) error {
			d, err := a.sourceDraft(ctx, name)
			if err != nil {
				return err
			}
			mine := o
			if o.hosted && o.url == "" {
				if mine.url, err = a.remembered(ctx, d.Issuer); err != nil {
					return err
				}
			}
			if err := a.takeOut(d, chosen, &mine); err != nil {
				return err
			}
			return a.remember(ctx, d.Issuer, o.url)
		})
	})
	c.Flags().StringVar(&o.to, "to", "ob2,png,svg", "formats, with commas between them")
	c.Flags().StringVar(&o.out, "out", "", "folder to write to; several badges get one each in it")
	c.Flags().StringVar(&o.url, "base-url", "", "web address at which the folder will lie")
	c.Flags().BoolVar(&o.hosted, "hosted", false, "use the web address last given for this issuer")
	c.Flags().BoolVar(&o.final, "final", false, "refuse what an issuer would")
	c.Flags().BoolVar(&o.force, "force", false, "replace files that are there")
	return c
}

// outing is how files are wanted.
type outing struct {
	to, out, url         string
	final, force, hosted bool
	several              bool            // badges: each gets a folder in the folder
	used                 map[string]bool // folders of this run
}

// formats are the ones asked for, in our order.
func (o *outing) formats() ([]export.Format, error) {
	asked := map[string]bool{}
	var known []string
	for _, f := range formats {
		known = append(known, f.ID)
	}
	for id := range strings.SplitSeq(o.to, ",") {
		if id = strings.ToLower(strings.TrimSpace(id)); id != "" {
			asked[id] = true
		}
	}
	var out []export.Format
	for _, f := range formats {
		if asked[f.ID] {
			out = append(out, f)
			delete(asked, f.ID)
		}
	}
	for id := range asked {
		return nil, refuse("unknown-format", "value", id, "nearest", guess(id, known), "known", strings.Join(known, ", "))
	}
	if len(out) == 0 {
		return nil, refuse("empty-flag", "flag", "--to")
	}
	return out, nil
}

// base refuses an address that files cannot lie below.
func (o *outing) base() error {
	o.url = strings.TrimRight(o.url, "/")
	if o.url == "" {
		return nil
	}
	f := designer.CheckURL(o.url)
	if f == designer.FlawMalformed || f == designer.FlawBare || !strings.HasPrefix(strings.ToLower(o.url), "http") || strings.ContainsAny(o.url, "?#") {
		return refuse("bad-base", "value", o.url)
	}
	return nil
}

// takeOut writes one badge's files.
func (a *app) takeOut(d designer.Draft, chosen []export.Format, o *outing) error {
	slug := clean.Slug(d.Name)
	folder := ""
	if o.url != "" && o.several {
		folder = o.fresh(slug)
	}
	files, problems, err := a.files(d, chosen, o, folder)
	if err != nil {
		return err
	}
	dir := o.out
	switch {
	case folder != "":
		dir = filepath.Join(o.out, folder)
	case o.several && o.force || o.force && dir == "":
		dir = filepath.Join(o.out, o.fresh(slug))
	case o.several || dir == "":
		if dir, err = export.FreshFolder(o.out, slug, files); err != nil {
			return err
		}
	}
	if err := export.Write(dir, files, o.force); err != nil {
		return err
	}
	a.problems(problems, designer.Warn)
	for _, f := range files {
		a.printPath(filepath.Join(dir, filepath.FromSlash(f.Name)))
	}
	return nil
}

// fresh is slug, or slug-2, slug-3 … if this run has used it.
func (o *outing) fresh(slug string) string {
	name := slug
	for n := 2; o.used[name]; n++ {
		name = slug + "-" + strconv.Itoa(n)
	}
	o.used[name] = true
	return name
}

// files makes the files of every format. In a folder of its own a badge's
// address is that folder's.
func (a *app) files(d designer.Draft, chosen []export.Format, o *outing, folder string) ([]export.File, []designer.Problem, error) {
	p := alt.Draw(d)
	opts := export.Options{BaseURL: o.url, Final: o.final}
	if folder != "" {
		opts.BaseURL += "/" + folder
	}
	files, found, err := export.All(chosen, d, p, opts)
	return files, merge(p.Problems(), found), err
}

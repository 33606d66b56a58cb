// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export"
	"insignia/export/site"
	"insignia/internal/clean"
)

func (a *app) exportCommand() *cobra.Command {
	var o outing
	var c *cobra.Command
	c = a.command(&cobra.Command{
		Use:   "export ID|FILE…",
		Short: "Write the files that issuers take",
		Long: "Write the files that issuers take, into a folder named after the badge, and print their paths. With --out FILE.zip " +
			"they go into one archive; several badges get a folder each in it, and a page that lists them.\n\n" +
			"With --for it is what that platform takes: pictures in its size, the bodies of its API, a sheet to copy from in the order of its " +
			"form, and how to bring it in. With --base-url the folder is complete for a web server: every address in it is final, and there is a page with the " +
			"criteria. What has no answer yet becomes a placeholder, and is told. --final refuses placeholders and anything else that " +
			"an issuer would. Nothing is written over something else unless --force is there.",
		Example: "insignia export 1f3a\ninsignia export 1f3a --to ob2,ob3 --final --out ready\n" +
			"insignia export 1f3a --for moodle\ninsignia export 1f3a 2b4c --out badges.zip\n" +
			"insignia export 1f3a --base-url https://kettenwerk.example/badges/bike",
		ValidArgsFunction: a.completeID,
	}, 1, -1, func(ctx context.Context, args []string) error {
		o.only, o.packed = c.Flags().Changed("to"), c.Flags().Changed("for")
		if err := a.ready(&o); err != nil {
			return unable(err)
		}
		if len(args) == 1 || o.out == "" {
			return a.exportEach(ctx, args, &o)
		}
		return a.exportTogether(ctx, args, &o)
	})
	c.Flags().StringVar(&o.to, "to", "", "formats, with commas between them: "+formatIDs())
	c.Flags().StringVar(&o.packs, "for", "", "platforms, with commas between them: "+strings.Join(designer.Platforms(), ", "))
	c.Flags().StringVar(&o.out, "out", "", "folder or FILE.zip to write to; several badges get a folder each in it")
	c.Flags().StringVar(&o.url, "base-url", "", "web address at which the folder will lie")
	c.Flags().BoolVar(&o.hosted, "hosted", false, "use the web address last given for this issuer")
	c.Flags().BoolVar(&o.final, "final", false, "refuse what an issuer would")
	c.Flags().BoolVar(&o.force, "force", false, "replace files that are there")
	return c
}

// exportEach gives each badge a folder of its own, named after it where
// nobody named one.
func (a *app) exportEach(ctx context.Context, names []string, o *outing) error {
	used := map[string]bool{}
	return a.each(names, func(name string) error {
		d, url, err := a.outgoing(ctx, name, o)
		if err != nil {
			return err
		}
		slug, folder := clean.Slug(d.Name), ""
		if len(names) > 1 && url != "" {
			folder = fresh(used, slug) // its address is that of its folder
		}
		files, err := a.files(d, o, join(url, folder))
		if err != nil {
			return err
		}
		dest := cmp.Or(o.out, folder)
		if dest == "" && o.force {
			dest = fresh(used, slug)
		}
		if dest == "" {
			if dest, err = export.FreshFolder("", slug, files); err != nil {
				return err
			}
		}
		if err := export.Place(dest, files, o.force); err != nil {
			return err
		}
		a.printPlaced(dest, files)
		return a.remember(ctx, d.Issuer, url)
	})
}

// exportTogether puts several badges into one folder or archive, all of them
// or, where one cannot be written, the others.
func (a *app) exportTogether(ctx context.Context, names []string, o *outing) error {
	used := map[string]bool{}
	var parts []part
	failed := a.each(names, func(name string) error {
		d, url, err := a.outgoing(ctx, name, o)
		if err == nil {
			parts = append(parts, part{name: name, draft: d, folder: fresh(used, clean.Slug(d.Name)), url: url})
		}
		return err
	})
	a.makeAll(parts, o)
	var all []export.File
	var entries []site.Entry
	var issuers []designer.Issuer
	for _, p := range parts {
		err := a.each([]string{p.name}, func(name string) error {
			if p.err != nil {
				return &about{name, p.err}
			}
			return nil
		})
		if failed = graver(failed, err); err != nil {
			continue
		}
		a.problemsOf(p.draft, p.problems)
		entries = append(entries, site.Entry{Draft: p.draft, Folder: p.folder, Files: p.files, Alt: p.alt})
		issuers = append(issuers, p.draft.Issuer)
		for _, f := range p.files {
			all = append(all, export.File{Name: p.folder + "/" + f.Name, Bytes: f.Bytes})
		}
	}
	if len(entries) == 0 {
		return failed
	}
	list, err := site.List(a.words(), entries)
	if err != nil {
		return err
	}
	all = append(list, all...)
	if err := export.Place(o.out, all, o.force); err != nil {
		return err
	}
	a.printPlaced(o.out, all)
	for _, i := range issuers {
		if err := a.remember(ctx, i, o.url); err != nil {
			return err
		}
	}
	return failed
}

// part is one badge of several.
type part struct {
	made
	name, folder, url string
	draft             designer.Draft
}

// makeAll makes the files of all, as many at a time as there are processors.
func (a *app) makeAll(parts []part, o *outing) {
	a.words() // which is looked up once
	var wait sync.WaitGroup
	next := make(chan *part)
	for range min(runtime.GOMAXPROCS(0), len(parts)) {
		wait.Go(func() {
			for p := range next {
				p.made = a.make(p.draft, o, join(p.url, p.folder))
			}
		})
	}
	for i := range parts {
		next <- &parts[i]
	}
	close(next)
	wait.Wait()
}

// graver is the one of two errors that a program should end with.
func graver(x, y error) error {
	if x == nil || y != nil && exitCode(y) > exitCode(x) {
		return y
	}
	return x
}

// outgoing is a badge, and the address at which its files, or the folder with
// its folder, will lie.
func (a *app) outgoing(ctx context.Context, name string, o *outing) (designer.Draft, string, error) {
	d, err := a.sourceDraft(ctx, name)
	if err != nil || !o.hosted || o.url != "" {
		return d, o.url, err
	}
	url, err := a.remembered(ctx, d.Issuer)
	return d, url, err
}

// printPlaced prints where files are: an archive is one.
func (a *app) printPlaced(dest string, files []export.File) {
	if export.IsZip(filepath.ToSlash(dest)) {
		a.printPath(dest)
		return
	}
	for _, f := range files {
		a.printPath(filepath.Join(dest, filepath.FromSlash(f.Name)))
	}
}

// join is the address of a folder below another one.
func join(url, folder string) string {
	if url == "" || folder == "" {
		return url
	}
	return url + "/" + folder
}

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
	"insignia/designer/gather"
	"insignia/export/answers"
	"insignia/export/foreign"
	"insignia/export/pile"
	"insignia/export/rows"
	"insignia/internal/locale"
)

func (a *app) gatherCommand() *cobra.Command {
	var dry, asJSON bool
	c := a.command(&cobra.Command{
		Use:   "gather DIR|FILE…",
		Short: "Bring the badges of other laptops together here",
		Long: "Bring the badges of other laptops together here: what they took home, as a folder or an archive, a stick with " +
			"several of those, single drafts and workshop files, or their stores; also a single badge of anyone's, or a table.\n\n" +
			"Of two versions of a badge the newer is kept. Where both went on, both are kept and named. Gathering twice " +
			"changes nothing more, and what lies on the stick stays as it is. --json prints badges, workshops and unread.",
		Example: "insignia gather /media/stick\ninsignia gather table-1.zip table-2.zip --dry-run",
	}, 0, -1, func(ctx context.Context, args []string) error {
		if len(args) == 0 {
			return unable(refuse("gather-where", "places", strings.Join(a.sticks(ctx), ", ")))
		}
		s, err := a.gatherInto(dry)
		if err != nil {
			return err
		}
		defer s.end()
		g, err := a.gather(ctx, s, args)
		g.DryRun = dry
		if asJSON {
			a.printJSON(g.asJSON(a.words()))
		} else {
			for _, line := range g.lines(a.words()) {
				a.print(line)
			}
		}
		a.cleaned(g.Cleaned)
		for _, u := range g.Unread {
			a.tell(&about{pathText(u.Name), u.Err})
		}
		if err == nil && len(g.Unread) > 0 {
			err = &exit{code: exitFailed}
		}
		return err
	})
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would happen and change nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// gathered is what became of several piles.
type gathered struct {
	gather.Report
	Unread  []pile.Unread
	Cleaned int
	DryRun  bool
}

// gather brings what lies at the paths into the store. One place that cannot
// be read does not keep the others out; the error is the store's own, and what
// came in before it is in the report.
func (a *app) gather(ctx context.Context, to target, paths []string) (gathered, error) {
	g := gathered{Report: gather.Report{Badges: []gather.Entry{}, Workshops: []gather.Entry{}}}
	for _, path := range paths {
		piles, unread, cleaned := a.piles(ctx, path)
		g.Unread = append(g.Unread, unread...)
		g.Cleaned += cleaned
		for _, p := range piles {
			r, err := gather.Into(ctx, to.Store, p)
			g.Add(r)
			if err != nil {
				return g, err
			}
		}
		if err := ctx.Err(); err != nil {
			return g, err
		}
	}
	return g, nil
}

// piles are what lies at a path, that in stores apart. A path with nothing of
// ours is told like one that cannot be read.
func (a *app) piles(ctx context.Context, path string) (piles []gather.Pile, unread []pile.Unread, cleaned int) {
	if p, ok, err := a.outsiders(path); ok {
		if err != nil {
			return nil, []pile.Unread{{Name: path, Err: pulled(err, path)}}, 0
		}
		return []gather.Pile{p}, nil, 0
	}
	p, err := pile.Read(path)
	if err != nil {
		return nil, []pile.Unread{{Name: path, Err: pulled(err, path)}}, 0
	}
	for _, u := range p.Unread {
		unread = append(unread, pile.Unread{Name: u.Name, Err: pulled(u.Err, u.Name)})
	}
	if len(p.Drafts)+len(p.Workshops) > 0 {
		piles = append(piles, gather.Pile{Name: p.Name, Drafts: p.Drafts, Workshops: p.Workshops})
	}
	for _, name := range p.Stores {
		if a.own(name) {
			if name == path {
				unread = append(unread, pile.Unread{Name: name, Err: refuse("gather-self")})
			}
			continue
		}
		one, lost := a.foreign(ctx, name)
		unread = append(unread, lost...)
		one.Name = filepath.Base(name)
		piles = append(piles, one)
	}
	if len(piles)+len(unread) == 0 {
		unread = append(unread, pile.Unread{Name: path, Err: refuse("not-a-pile", "path", path)})
	}
	return piles, unread, p.Cleaned
}

// outsiders are the badges of a single file that is no pile of ours: somebody
// else's badge or a table. The same file twice gives the same badges, so that
// gathering it again brings nothing new. It is false for any other path.
func (a *app) outsiders(path string) (gather.Pile, bool, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > foreign.MaxFile {
		return gather.Pile{}, false, nil
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return gather.Pile{}, false, nil // which is told where piles are read
	}
	p := gather.Pile{Name: filepath.Base(path)}
	keep := func(d designer.Draft) {
		d.ID = contentID(d)
		p.Drafts = append(p.Drafts, d)
	}
	switch {
	case answers.IsWorkshop(b):
	case foreign.Meant(b):
		all, err := foreign.Read(b, beside(path))
		for _, r := range all {
			d, _ := pictured(r)
			keep(d)
		}
		return p, true, err
	case tableLike(path):
		r, err := rows.Read(b)
		if err == nil && len(r.Problems) > 0 {
			err = &about{r.Problems[0].Place(a.words()), r.Problems[0].Err}
		}
		for _, row := range r.Drafts {
			if row.Draft.Language == "" {
				row.Draft.Language = r.Language // that of the headings
			}
			keep(a.complete(answers.Result{Draft: row.Draft}))
		}
		return p, true, err
	}
	return p, false, nil
}

// lines are the report in words.
func (g gathered) lines(w locale.Words) []string {
	var out []string
	for _, f := range []gather.Fate{gather.New, gather.Updated, gather.Forked, gather.Same, gather.Older, gather.Removed} {
		if n := g.Count(f); n > 0 {
			out = append(out, w.N("gather."+f.String(), n))
		}
	}
	if len(out) == 0 {
		out = append(out, w.T("gather.none"))
	}
	for _, e := range g.Badges {
		if e.Fate == gather.Forked {
			out = append(out, "  "+w.T("gather.fork", "name", named(w, e.Name), "id", brief(e.ID), "of", brief(cmp.Or(e.ForkOf, e.ID))))
		}
	}
	for _, e := range g.Workshops {
		if e.Fate != gather.Same {
			out = append(out, w.T("gather.workshop."+e.Fate.String(), "name", cmp.Or(e.Name, w.T("gather.workshop.untitled"))))
		}
	}
	if n := len(g.Unread); n > 0 && len(g.Badges)+len(g.Workshops) > 0 {
		out = append(out, w.N("gather.unread", n))
	}
	if g.DryRun {
		out = append(out, w.T("gather.dry"))
	}
	return out
}

// brief is as much of an id as a list shows.
func brief(id string) string { return id[:min(len(id), shortest)] }

// unreadJSON is a file that could not be read, as JSON.
type unreadJSON struct {
	Name    string `json:"name"`
	Code    string `json:"code,omitempty"`
	Message string `json:"message"`
}

// asJSON is the report for programs.
func (g gathered) asJSON(w locale.Words) any {
	out := struct {
		gather.Report
		Unread []unreadJSON `json:"unread"`
		DryRun bool         `json:"dryRun"`
	}{g.Report, []unreadJSON{}, g.DryRun}
	for _, u := range g.Unread {
		for _, e := range flatten(u.Err, "") {
			one := unreadJSON{Name: tidy(u.Name), Message: tidy(w.Error(short(e.err)))}
			if known, ok := e.err.(*designer.Error); ok {
				one.Code = known.Code
			}
			out.Unread = append(out.Unread, one)
		}
	}
	return out
}

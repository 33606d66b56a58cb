// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"insignia/designer"
)

func (a *app) restoreCommand() *cobra.Command {
	var revision int
	c := a.command(&cobra.Command{
		Use:   "restore ID|FILE",
		Short: "Go back to an earlier version, or bring deleted badges or a backup back",
		Long: "Go back to an earlier version, or bring deleted badges or a backup back.\n\n" +
			"With --revision the answers of that save become a new version, whose number is printed; the versions in between " +
			"stay. Without it a badge that was deleted within the last 30 days comes back as it was, and its id is printed.\n\n" +
			"With a FILE that \"insignia backup\" made, or a copy out of the folder beside the store, everything in it that is " +
			"not here comes back, with its versions. Nothing comes twice; what is newer here stays, and what was deleted here stays so.",
		Example: "insignia history 1f3a\ninsignia restore 1f3a --revision 4\n" +
			"insignia list --deleted\ninsignia restore 1f3a\n" +
			"insignia restore /media/stick/badges-2026-05-04.db",
		ValidArgsFunction: a.completeRestore,
	}, 1, 1, func(ctx context.Context, args []string) error {
		if isFile(args[0]) {
			if revision != 0 {
				return unable(refuse("restore-revision", "path", args[0]))
			}
			return a.restoreFile(ctx, args[0])
		}
		if revision == 0 {
			return a.bringBack(ctx, args[0])
		}
		return a.goBack(ctx, args[0], revision)
	})
	c.Flags().IntVar(&revision, "revision", 0, "save to go back to, as \"insignia history\" numbers them")
	return c
}

// goBack makes the answers of an earlier save the present ones. If somebody
// else saves in between, it is done once more, to what was saved.
func (a *app) goBack(ctx context.Context, prefix string, revision int) error {
	shelf, id, err := a.resolvePresent(ctx, prefix)
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		all, err := designer.Versions(ctx, shelf, id)
		if err != nil {
			return err
		}
		then, err := versionOf(all, revision)
		if err != nil {
			return err
		}
		d := all[0].Draft
		if len(designer.Changes(d, then)) == 0 {
			a.note(a.words().T("cli.restore.same", "n", revision))
		} else if d, err = shelf.Put(ctx, d.Restored(then)); err != nil {
			if try == 0 && errors.Is(err, designer.ErrConflict) {
				continue
			}
			return err
		}
		a.print(strconv.Itoa(d.Revision))
		return nil
	}
}

// resolvePresent is resolve that says of a deleted badge that it is one.
func (a *app) resolvePresent(ctx context.Context, prefix string) (designer.Shelf[designer.Draft, designer.Summary], string, error) {
	shelf, id, err := a.resolve(ctx, prefix)
	if errors.Is(err, designer.ErrNotFound) {
		if g, no := a.goneBadge(ctx, prefix); no == nil {
			err = refuse("is-deleted", "id", g.Was.ID)
		}
	}
	return shelf, id, err
}

// versionOf is the version of that save, or a refusal that names those there
// are.
func versionOf(all []designer.Version, revision int) (designer.Draft, error) {
	var known []int
	for _, v := range all {
		if v.Draft.Revision == revision {
			return v.Draft, nil
		}
		known = append(known, v.Draft.Revision)
	}
	slices.Sort(known)
	return designer.Draft{}, refuse("unknown-revision", "id", all[0].Draft.ID, "value", strconv.Itoa(revision), "known", spans(known))
}

// spans writes numbers in order with what lies in a row drawn together: 1–5, 8.
func spans(numbers []int) string {
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		span := strconv.Itoa(numbers[i])
		if j > i {
			span += "–" + strconv.Itoa(numbers[j])
		}
		out = append(out, span)
		i = j + 1
	}
	return strings.Join(out, ", ")
}

// goneBadge is the one deleted badge whose id begins with prefix.
func (a *app) goneBadge(ctx context.Context, prefix string) (designer.Gone[designer.Draft], error) {
	s, err := a.badges()
	if err != nil {
		return designer.Gone[designer.Draft]{}, err
	}
	all, err := s.Drafts().Gone(ctx)
	if err != nil {
		return designer.Gone[designer.Draft]{}, err
	}
	p := strings.ToLower(strings.TrimSpace(prefix))
	all = slices.DeleteFunc(all, func(g designer.Gone[designer.Draft]) bool { return p == "" || !strings.HasPrefix(g.Was.ID, p) })
	switch len(all) {
	case 0:
		return designer.Gone[designer.Draft]{}, refuse(designer.ErrNotFound.Code, "id", prefix)
	case 1:
		return all[0], nil
	}
	return designer.Gone[designer.Draft]{}, refuse(designer.ErrAmbiguous.Code, "id", prefix)
}

// bringBack takes back that a badge was deleted, and prints its id.
func (a *app) bringBack(ctx context.Context, prefix string) error {
	g, err := a.goneBadge(ctx, prefix)
	if errors.Is(err, designer.ErrNotFound) {
		if _, id, err := a.resolve(ctx, prefix); err == nil {
			return refuse("not-deleted", "id", id)
		}
		return refuse("not-among-deleted", "id", prefix)
	}
	if err != nil {
		return err
	}
	d, err := a.store.Drafts().Undelete(ctx, g.Was.ID)
	if err != nil {
		return err
	}
	a.print(d.ID)
	return nil
}

// completeRestore offers the deleted badges first.
func (a *app) completeRestore(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	out, how := a.completeID(c, args, begun)
	if a.store == nil {
		return out, how
	}
	all, err := a.store.Drafts().Gone(c.Context())
	if err != nil {
		return out, how
	}
	var gone []string
	for _, g := range all {
		if strings.HasPrefix(g.Was.ID, begun) && len(gone) < 100 {
			gone = append(gone, cobra.CompletionWithDesc(g.Was.ID, tidy(g.Was.Name)))
		}
	}
	return append(gone, out...), how
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"insignia/designer"
)

func (a *app) listCommand() *cobra.Command {
	var asJSON, gone bool
	var search, workshop string
	c := a.command(&cobra.Command{
		Use:   "list",
		Short: "List the badges, the latest first",
		Long: "List the badges, the latest first.\n\n" +
			"--json prints a list of objects with id, revision, created, updated, kind, name, language, team, workshop, " +
			"forkOf, issuer and answered, which is how many of the six questions are.\n\n" +
			"--deleted lists those that can still be brought back, for 30 days; as JSON they have deleted and until as well.",
		Example: "insignia list\ninsignia list --search bike\ninsignia list --workshop \"Badges for the library\"\ninsignia list --json\ninsignia list --deleted",
	}, 0, 0, func(ctx context.Context, _ []string) error {
		s, err := a.badges()
		if err != nil {
			return err
		}
		if workshop != "" {
			if workshop, err = a.workshopID(ctx, workshop); err != nil {
				return err
			}
		}
		search = tidy(search)
		wanted := func(s designer.Summary) bool {
			return matches(s, search) && (workshop == "" || s.Workshop == workshop)
		}
		if gone {
			return a.listGone(ctx, asJSON, wanted)
		}
		all, err := s.Drafts().List(ctx, designer.Page{})
		if err != nil {
			return err
		}
		var whole []string
		for _, s := range all {
			whole = append(whole, s.ID)
		}
		ids := abbreviate(whole)
		found := []designer.Summary{}
		for _, s := range all {
			if wanted(s) {
				found = append(found, s)
			}
		}
		slices.SortStableFunc(found, func(x, y designer.Summary) int { return y.Updated.Compare(x.Updated) })
		switch {
		case asJSON:
			a.printJSON(found)
		case len(found) == 0 && search != "":
			a.note(a.words().T("cli.list.not-found", "query", search))
		case len(found) == 0 && workshop != "":
			a.note(a.words().T("cli.list.none-in-workshop", "id", workshop))
		case len(found) == 0:
			a.note(a.words().T("cli.list.none"))
		default:
			a.table(found, ids)
		}
		return nil
	})
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&gone, "deleted", false, "the badges that were deleted, and can be brought back")
	c.Flags().StringVar(&workshop, "workshop", "", "only badges begun in this workshop, named by id or title")
	c.Flags().StringVar(&search, "search", "", "only badges with this in their name, issuer, team or kind")
	return c
}

// table prints a line a badge.
func (a *app) table(all []designer.Summary, ids map[string]string) {
	w := a.words()
	rows := [][]string{{w.T("cli.list.id"), w.T("cli.list.name"), w.T("cli.list.kind"), w.T("cli.list.issuer"),
		w.T("cli.list.answered"), w.T("cli.list.saved")}}
	for _, s := range all {
		kind := ""
		if s.Kind != "" {
			kind = w.T("option.kind." + s.Kind)
		}
		rows = append(rows, []string{ids[s.ID], cmp.Or(s.Name, w.T("ui.unnamed")), kind, s.Issuer,
			strconv.Itoa(s.Answered) + "/6", saved(s.Updated)})
	}
	a.print(columns(rows))
}

// shortest is the least that is shown of an id: enough to stay unique while
// a workshop's badges come in.
const shortest = 8

// abbreviate gives each id the least beginning that is no other's too. They
// are in order.
func abbreviate(all []string) map[string]string {
	out := make(map[string]string, len(all))
	shared := func(i int) int {
		if i < 0 || i+1 >= len(all) {
			return 0
		}
		a, b := all[i], all[i+1]
		n := 0
		for n < min(len(a), len(b)) && a[n] == b[n] {
			n++
		}
		return n
	}
	for i, id := range all {
		out[id] = id[:min(len(id), max(shortest, 1+shared(i-1), 1+shared(i)))]
	}
	return out
}

// matches reports whether a badge has query in what people call it by.
func matches(s designer.Summary, query string) bool {
	q := fold(query)
	return strings.Contains(fold(strings.Join([]string{s.Name, s.Issuer, s.Team, s.Kind}, "\n")), q) || strings.HasPrefix(s.ID, q)
}

// fold takes case and accents off.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.TrimSpace(s)))
}

// saved is the time of a save as people read it.
func saved(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"errors"
	"testing"

	"insignia/designer"
)

func TestNumbersInARowAreDrawnTogether(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		want    string
	}{{nil, ""}, {[]int{4}, "4"}, {[]int{1, 2, 3, 5, 7, 8}, "1–3, 5, 7–8"}} {
		if got := spans(c.numbers); got != c.want {
			t.Errorf("%v is %q", c.numbers, got)
		}
	}
}

func TestARefusalNamesTheVersionsThereAre(t *testing.T) {
	d := designer.New("en")
	all := []designer.Version{{Draft: d}, {Draft: d}}
	all[0].Draft.Revision, all[1].Draft.Revision = 8, 1
	if _, err := versionOf(all, 5); !errors.Is(err, &designer.Error{Code: "unknown-revision"}) || err.(*designer.Error).Args["known"] != "1, 8" {
		t.Error(err)
	}
}

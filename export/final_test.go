// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package export

import (
	"errors"
	"testing"

	"insignia/designer"
)

func TestOnlyFaultsKeepABadgeFromBeingFinal(t *testing.T) {
	hint := designer.Problem{Code: "TAGS-NONE", Level: designer.Hint, Field: "tags"}
	warn := designer.Problem{Code: "TEXT-ANGLE", Level: designer.Warn, Field: "name"}
	if err := NotFinal([]designer.Problem{hint, warn}); err != nil {
		t.Errorf("got %v", err)
	}
	url := designer.Problem{Code: "ISSUER-URL", Level: designer.Fault, Field: "issuer.url"}
	base := designer.Problem{Code: "BASE-PLACEHOLDER", Level: designer.Fault, Field: "issuer.url"}
	name := designer.Problem{Code: "NAME-EMPTY", Level: designer.Fault, Field: "name"}
	all := []designer.Problem{hint, name, warn, url, base}
	err := NotFinal(all)
	var e *designer.Error
	var u *Unfinished
	if !errors.As(err, &e) || e.Code != "not-final" || e.Args["count"] != "3" || e.Args["fields"] != "name, issuer.url" {
		t.Errorf("got %+v", e)
	}
	if !errors.As(err, &u) || len(u.Problems) != 3 || u.Error() != "NAME-EMPTY ISSUER-URL BASE-PLACEHOLDER" {
		t.Errorf("beneath lies %v", u)
	}
	if all[0].Code != "TAGS-NONE" || len(all) != 5 {
		t.Error("the list was changed")
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "testing"

func TestALanguageOfTwoLettersIsOneThereIs(t *testing.T) {
	for tag, want := range map[string]bool{"": true, "en": true, "aa": true, "zu": true, "ZU": true, "de-CH-1996": true, "gsw": true, "sr-Latn": true,
		"xx": false, "xx-ES": false, "ab": true, "ba": true, "aq": false, "zh-Hant-TW": true, "uz": true, "zz": false} {
		if got := KnownLanguage(tag); got != want {
			t.Errorf("%q: %v", tag, got)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import (
	"slices"
	"testing"
	"time"
)

func TestTurnsFollowTheTeams(t *testing.T) {
	at := func(minute int) time.Time { return time.Date(2026, 5, 9, 10, minute, 0, 0, time.UTC) }
	all := []Summary{
		{ID: "a", Team: "", Created: at(1)}, {ID: "b", Team: "Owls", Created: at(9)}, {ID: "c", Team: "Foxes", Created: at(3)},
		{ID: "d", Team: "Owls", Created: at(2)}, {ID: "e", Team: "Bees", Created: at(4)}, {ID: "f", Team: "Ants", Created: at(5)},
	}
	w := Workshop{Teams: []string{"Owls", "Foxes"}}
	if got, want := w.Turns(all), []string{"d", "b", "c", "a", "f", "e"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if all[0].ID != "a" {
		t.Error("the list was changed")
	}
}

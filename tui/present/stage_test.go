// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package present

import (
	"image"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/internal/frametest"
	"insignia/tui/screen"
	"insignia/tui/stage"
)

// whole is the screen with the terminal to itself, as the program gives it.
type whole struct{ *Screen }

func wider(env screen.Env) screen.Env {
	env.Area.Min = image.Point{}
	return env
}

func (s whole) Update(msg tea.Msg, env screen.Env) (screen.Screen, []screen.Action) {
	_, acts := s.Screen.Update(msg, wider(env))
	return s, acts
}

func (s whole) Layers(env screen.Env) []screen.Layer { return s.Screen.Layers(wider(env)) }

// shown are the samples in a language, each with a team.
func shown(t testing.TB, lang string) []designer.Draft {
	t.Helper()
	var out []designer.Draft
	for i, name := range sample.Names() {
		d, ok := sample.Load(name, lang)
		if !ok {
			t.Fatalf("no sample %q", name)
		}
		d.ID = "6f1c2d1e-0000-4000-8000-00000000000" + string(rune('0'+i))
		d.Team = map[string]string{"en": "Table ", "es": "Mesa "}[lang] + string(rune('1'+i))
		out = append(out, d)
	}
	return out
}

// stand is a screen on its stage.
type stand struct {
	*frametest.Driver
	stage *stage.Model
	s     *Screen
}

func presented(t testing.TB, lang string, drafts []designer.Draft, w, h int, opts ...frametest.Option) *stand {
	t.Helper()
	var s *Screen
	m := stage.New(lang, screen.Env{Shown: drafts}, func(env screen.Env) screen.Screen {
		s = New(env, 0)
		return whole{s}
	})
	return &stand{frametest.New(t, m, w, h, opts...), m, s}
}

// wait lets time go by.
func (d *stand) wait(by time.Duration) {
	d.stage.Env.Uptime += by
	d.Send(screen.Reload{})
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"context"
	"slices"

	"insignia/internal/locale"
	"insignia/tui/screen"
)

// settings asks for the language of the program. It holds for the full screen
// too; what else that remembers is left as it is.
func (s *rooms) settings(ctx context.Context) error {
	w := s.talk.Words()
	tags := locale.Languages()
	names := make([]string, len(tags))
	for i, tag := range tags {
		names[i] = locale.For(tag).T("line.language")
	}
	s.talk.Gap()
	i, err := s.talk.Choose(w.T("key.language"), names, slices.Index(tags, w.Tag()))
	if err != nil || i < 0 || tags[i] == w.Tag() {
		return err
	}
	s.speak(tags[i])
	if err := s.keepLanguage(ctx, tags[i]); err != nil {
		return s.sorry(err)
	}
	s.talk.Say(s.talk.Words().T("ui.language"))
	return nil
}

// recall goes on in the language that the settings remember.
func (s *rooms) recall(ctx context.Context) {
	b, err := s.store.Note(ctx, screen.SettingsNote)
	if tag := screen.ReadSettings(b).Language; err == nil && tag != "" {
		s.speak(tag)
	}
}

// keepLanguage notes the language.
func (s *rooms) keepLanguage(ctx context.Context, tag string) error {
	b, err := s.store.Note(ctx, screen.SettingsNote)
	if err != nil {
		return err
	}
	all := screen.ReadSettings(b)
	all.Language = tag
	if b, err = all.Note(b); err != nil {
		return err
	}
	return s.store.SetNote(ctx, screen.SettingsNote, b)
}

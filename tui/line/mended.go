// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package line

import (
	"insignia/designer"
	"insignia/export/prose"
)

// mended tells, once, that the store was damaged and made itself again: what
// came back, from where, and what did not.
func (s *rooms) mended() {
	m, ok := s.store.(designer.Mender)
	if !ok {
		return
	}
	for _, one := range m.Mended() {
		r := prose.RepairOf(one, s.talk.Words())
		s.talk.Say(r.What)
		for _, line := range r.Back {
			s.talk.Say(line)
		}
		if r.Lost != "" {
			s.talk.Say(r.Lost)
		}
		for _, item := range r.Items {
			s.talk.Item("!", item)
		}
		for _, line := range r.Where {
			s.talk.Say(line)
		}
		s.talk.Gap()
	}
}

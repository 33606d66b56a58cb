// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"context"
	"strings"

	"insignia/designer"
)

// saved is the saved issuer of that name, with an empty id where there is none.
func (a *app) saved(ctx context.Context, name string) (designer.SavedIssuer, error) {
	s, err := a.badges()
	if err != nil {
		return designer.SavedIssuer{}, err
	}
	all, err := s.Issuers().List(ctx, designer.Page{})
	if err != nil {
		return designer.SavedIssuer{}, err
	}
	for _, i := range all {
		if strings.EqualFold(i.Name, name) {
			return s.Issuers().Get(ctx, i.ID)
		}
	}
	return designer.SavedIssuer{}, nil
}

// remember keeps the web address of an export with the saved issuer, so that
// nobody types it twice. An issuer that is not saved yet is.
func (a *app) remember(ctx context.Context, i designer.Issuer, base string) error {
	if base == "" || i.Name == "" {
		return nil
	}
	saved, err := a.saved(ctx, i.Name)
	if err != nil || saved.Base == base {
		return err
	}
	if saved.ID == "" {
		saved.ID, saved.Issuer = designer.NewID(), i
	}
	saved.Base = base
	s, err := a.badges()
	if err != nil {
		return err
	}
	_, err = s.Issuers().Put(ctx, saved)
	return err
}

// remembered is the web address last given for an issuer.
func (a *app) remembered(ctx context.Context, i designer.Issuer) (string, error) {
	saved, err := a.saved(ctx, i.Name)
	if err == nil && saved.Base == "" {
		err = refuse("no-base", "value", i.Name)
	}
	return saved.Base, err
}

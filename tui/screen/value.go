// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package screen

import (
	"strings"

	"insignia/designer"
	"insignia/internal/locale"
	"insignia/render"
	"insignia/render/icon"
)

// Value is an answer as people read it in a line: a choice, a picture or a
// palette by its name. Field is the id of a field, or the path to a member of
// an item (see designer.Change).
func Value(field, value string, w locale.Words) string {
	f, ok := designer.FieldByID(field)
	known := func(key string) string {
		if w.Known(key) {
			return w.T(key)
		}
		return value
	}
	if key, about, told := f.Told(value); told {
		return w.Fill(key, about)
	}
	switch {
	case !ok && value == "true":
		return w.T("ui.yes")
	case !ok && value == "false":
		return w.T("ui.no")
	case f.Input == designer.Choice:
		return known("option." + f.ID + "." + value)
	case f.Input == designer.Colours:
		return Colours(value, w)
	case f.Input == designer.IconName:
		if i, ok := icon.ByName(value); ok {
			return i.Label(w.Tag())
		}
	}
	return strings.ReplaceAll(value, "\n", " · ")
}

// Colours are those of a look as people read them: a ready set by its name, free
// ones each by its word or its number.
func Colours(value string, w locale.Words) string {
	if key := "colour." + value; w.Known(key) {
		return w.T(key)
	}
	parts := strings.Split(value, ",")
	for i, p := range parts {
		if h, ok := render.HueByName(p); ok {
			parts[i] = h.Words(w.Tag())[0]
		}
	}
	return strings.Join(parts, ", ")
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob2

import "insignia/export/fair"

const context = "https://w3id.org/openbadges/v2"

// badge is a BadgeClass in the order people read it; the picture comes last,
// since it is one very long line.
type badge struct {
	Context     string      `json:"@context"`
	Type        string      `json:"type"`
	ID          string      `json:"id"`
	Language    string      `json:"@language,omitempty"`
	Version     string      `json:"version,omitempty"`
	Name        string      `json:"name"`
	Description string      `json:"description"`
	Criteria    criteria    `json:"criteria"`
	Issuer      profile     `json:"issuer"`
	Tags        []string    `json:"tags,omitempty"`
	Alignment   []alignment `json:"alignment,omitempty"`
	Related     *related    `json:"related,omitempty"`
	Image       string      `json:"image"`
}

type criteria struct {
	Type      string `json:"type"`
	ID        string `json:"id,omitempty"`
	Narrative string `json:"narrative"`
}

type profile struct {
	Type        string `json:"type"`
	ID          string `json:"id"`
	Name        string `json:"name"`
	URL         string `json:"url"`
	Email       string `json:"email"`
	Description string `json:"description,omitempty"`
}

// document is a Profile that lies alone.
type document struct {
	Context string `json:"@context"`
	profile
}

type alignment struct {
	Type              string `json:"type"`
	TargetName        string `json:"targetName"`
	TargetURL         string `json:"targetUrl"`
	TargetDescription string `json:"targetDescription,omitempty"`
	TargetFramework   string `json:"targetFramework,omitempty"`
	TargetCode        string `json:"targetCode,omitempty"`
}

// related is the same badge in Open Badges 3.0. It says no type: that of an
// Achievement, as 1EdTech's guide to implementing 3.0 has it, is none that its
// validator of 2.0 takes for what is related to a BadgeClass.
type related struct {
	ID      string `json:"id"`
	Version string `json:"version"`
}

// compose makes the BadgeClass, all but its picture.
func compose(c fair.Copy, twin bool) badge {
	b := badge{
		Context:     context,
		Type:        "BadgeClass",
		ID:          c.BadgeID(),
		Language:    c.Language,
		Version:     c.Version,
		Name:        c.Name,
		Description: c.Description,
		Criteria:    criteria{Type: "Criteria", ID: c.CriteriaURL, Narrative: c.Narrative},
		Issuer: profile{Type: "Profile", ID: c.IssuerID(), Name: c.Issuer.Name, URL: c.Issuer.URL, Email: c.Issuer.Email,
			Description: c.Issuer.Description},
		Tags: c.Tags,
	}
	for _, a := range c.Alignment {
		b.Alignment = append(b.Alignment, alignment{Type: "AlignmentObject", TargetName: a.Name, TargetURL: a.URL,
			TargetDescription: a.Description, TargetFramework: a.Framework, TargetCode: a.Code})
	}
	if twin {
		b.Related = &related{ID: c.AchievementID(), Version: "Open Badges v3p0"}
	}
	return b
}

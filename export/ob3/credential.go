// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob3

import "insignia/export/fair"

// profile is the issuer's Profile.
type profile struct {
	ID          string   `json:"id"`
	Type        []string `json:"type"`
	Name        string   `json:"name"`
	URL         string   `json:"url"`
	Email       string   `json:"email"`
	Description string   `json:"description,omitempty"`
}

// document is a Profile that lies alone.
type document struct {
	Context []string `json:"@context"`
	profile
}

func issuer(c fair.Copy) profile {
	return profile{ID: c.ProfileID(), Type: []string{"Profile"}, Name: c.Issuer.Name, URL: c.Issuer.URL, Email: c.Issuer.Email,
		Description: c.Issuer.Description}
}

// The places of an award that whoever signs it fills. Each is a value that the
// standard takes and that no real award has.
const (
	// AwardID is a UUID of version 4 with nothing in it.
	AwardID = "urn:uuid:00000000-0000-4000-8000-000000000000"
	// AwardDate is the beginning of computer time.
	AwardDate = "1970-01-01T00:00:00Z"
	// AwardEarner lies below .example, which is nobody's (RFC 2606).
	AwardEarner = "earner@earner.example"
)

// credential is an OpenBadgeCredential without a proof.
type credential struct {
	Context []string `json:"@context"`
	ID      string   `json:"id"`
	Type    []string `json:"type"`
	Name    string   `json:"name"`
	Issuer  profile  `json:"issuer"`
	From    string   `json:"validFrom"`
	Subject subject  `json:"credentialSubject"`
}

type subject struct {
	Type        []string    `json:"type"`
	Identifier  []identity  `json:"identifier"`
	Achievement achievement `json:"achievement"`
}

// identity is an IdentityObject; in the clear, since who signs hashes it.
type identity struct {
	Type         string `json:"type"`
	IdentityHash string `json:"identityHash"`
	IdentityType string `json:"identityType"`
	Hashed       bool   `json:"hashed"`
}

// award is the template of an award of a.
func award(a achievement, p profile) credential {
	a.Context = nil
	return credential{
		Context: contexts,
		ID:      AwardID,
		Type:    []string{"VerifiableCredential", "OpenBadgeCredential"},
		Name:    a.Name,
		Issuer:  p,
		From:    AwardDate,
		Subject: subject{
			Type:        []string{"AchievementSubject"},
			Identifier:  []identity{{Type: "IdentityObject", IdentityHash: AwardEarner, IdentityType: "emailAddress"}},
			Achievement: a,
		},
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package fair

import "insignia/designer"

// The files of a badge, by the names that addresses are made of. A folder with
// all of them is what a web server shows.
const (
	BadgeFile       = "badge.json"       // Open Badges 2.0 BadgeClass
	IssuerFile      = "issuer.json"      // its Profile
	AchievementFile = "achievement.json" // Open Badges 3.0 Achievement
	CredentialFile  = "credential.json"  // an award of it, unsigned, with placeholders
	ProfileFile     = "profile.json"     // the issuer's Profile of 3.0
	ImageFile       = "badge.png"        // the picture that both name
	VectorFile      = "badge.svg"
	CriteriaFile    = "criteria.html"
	IndexFile       = "index.html"
)

// ImageSide is the side of ImageFile in pixels: the one size that every issuer
// takes, since Open Badge Factory takes at most 300 and Moodle at least 300.
const ImageSide = 300

// Hosted reports whether the files will lie at a known address.
func (c Copy) Hosted() bool { return c.base != "" }

// At is the address of a file of this badge, "" while there is none.
func (c Copy) At(file string) string {
	if c.base == "" {
		return ""
	}
	return c.base + "/" + file
}

// BadgeID is the id of the BadgeClass: its address, or the draft's id as a URN.
func (c Copy) BadgeID() string {
	if c.base != "" {
		return c.At(BadgeFile)
	}
	return "urn:uuid:" + c.ID
}

// AchievementID is the id of the Achievement. It is another thing than its twin
// of 2.0, so its URN is another one, made from the draft's.
func (c Copy) AchievementID() string {
	if c.base != "" {
		return c.At(AchievementFile)
	}
	return c.URN("achievement")
}

// URN names a part of the badge that has no address: always the same for the
// same draft and part.
func (c Copy) URN(part string) string {
	return "urn:uuid:" + designer.IDOf([]byte(part+" "+c.ID))
}

// IssuerID is the id of the issuer's Profile of 2.0, which has to be a web
// address: where the file lies, or where it should be put.
func (c Copy) IssuerID() string { return c.profile(IssuerFile) }

// ProfileID is that of its Profile of 3.0.
func (c Copy) ProfileID() string { return c.profile(ProfileFile) }

func (c Copy) profile(file string) string {
	if c.base != "" {
		return c.At(file)
	}
	return below(c.Issuer.URL, file)
}

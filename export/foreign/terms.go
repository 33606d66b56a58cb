// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import "regexp"

// terms are what a badge may have under its standard's own contexts. Anything
// else goes back into a file only with the context that defines it: readers
// drop what none does, and strict ones refuse the file.
var terms = map[string]map[string]bool{
	OB2: set("@context", "@language", "id", "type", "name", "description", "image", "criteria", "issuer", "alignment", "tags",
		"version", "related", "endorsement", "created", "creator", "audience", "genre", "url"),
	OB3: set("@context", "id", "type", "name", "description", "image", "criteria", "creator", "alignment", "tag", "version", "inLanguage",
		"related", "endorsement", "endorsementJwt", "achievementType", "creditsAvailable", "fieldOfStudy", "humanCode", "specialization",
		"otherIdentifier", "resultDescription"),
}

// below are the terms that parts of a badge may have: its issuer, its criteria,
// the entries of frameworks.
var below = map[string]map[string]bool{
	OB2: set("id", "type", "image", "telephone", "publicKey", "verification", "revocationList", "description", "url", "email", "name",
		"targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode", "narrative", "related", "endorsement"),
	OB3: set("id", "type", "image", "phone", "description", "url", "email", "name", "address", "otherIdentifier", "official", "parentOrg",
		"endorsement", "endorsementJwt", "familyName", "givenName", "additionalName", "patronymicName", "honorificPrefix", "honorificSuffix",
		"familyNamePrefix", "dateOfBirth", "targetName", "targetUrl", "targetDescription", "targetFramework", "targetCode", "targetType",
		"narrative"),
}

// prefixed is a key that says itself where it is defined: an address, or a
// prefix that the contexts of both generations know.
var prefixed = regexp.MustCompile(`^(?:https?://|urn:|did:)|^(?:schema|xsd|dc|sec|cred|obi|extensions):[^/]`)

// ofTwo are prefixes that only the context of 2.0 knows.
var ofTwo = regexp.MustCompile(`^(?:schema|dc|sec|cred|obi|extensions):[^/]`)

// defined reports whether a key of a badge means anything by itself.
func defined(standard, key string) bool {
	return terms[standard][key] || prefixed.MatchString(key) && (standard == OB2 || !ofTwo.MatchString(key))
}

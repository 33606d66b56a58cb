// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"maps"
	"slices"

	"insignia/designer"
)

// contextURL is the only spelling that works: http, a slash at the end or
// another version all make readers lose every term.
const contextURL = "https://w3id.org/openbadges/v2"

// levels is the table of rules: its id, how much a breach matters, what it
// asks for and where that comes from. "Validator" is the official
// openbadges-validator-core; "spec" the Open Badges 2.0 specification; names
// of issuers mean that their server was seen to refuse it.
var levels = map[string]designer.Level{
	// The text of the document: RFC 8259, and RFC 7493 where that is silent.
	"json-size":      designer.Fault, // at most 4 MiB and 100,000 values (ours)
	"json-utf8":      designer.Fault, // UTF-8 (RFC 8259, 8.1)
	"json-syntax":    designer.Fault, // JSON; NaN, comments and commas at an end are none
	"json-depth":     designer.Fault, // at most 64 levels (ours)
	"json-bom":       designer.Fault, // no byte order mark (RFC 8259, 8.1); Python readers stop at it
	"json-duplicate": designer.Fault, // no key twice (RFC 7493, 2.3): readers take either one
	"json-surrogate": designer.Fault, // no half characters (RFC 7493, 2.1)
	"json-control":   designer.Fault, // no control characters in text: Badgr refuses NUL
	"json-object":    designer.Fault, // one object

	"context":      designer.Fault, // @context is contextURL (spec; another one fails in the validator)
	"context-list": designer.Warn,  // a plain string: Open Badge Passport takes a list for an older version
	"kind":         designer.Fault, // a BadgeClass or a Profile: awards and other versions are not checked here
	"type":         designer.Fault, // type has the right name (spec)
	"type-list":    designer.Warn,  // a plain string: Open Badge Passport compares strings
	"type-several": designer.Fault, // one type: two crash the validator
	"required":     designer.Fault, // what the spec requires is there
	"null":         designer.Fault, // no null: leave the key out (Badgr refuses it)
	"empty":        designer.Fault, // no empty text: leave the key out (Badgr refuses it)
	"empty-list":   designer.Warn,  // no empty list or object: leave the key out
	"unmapped":     designer.Warn,  // every key is a term of the context: readers drop others in silence
	"misplaced":    designer.Warn,  // what belongs to an award is not in a design: no expiry (spec)

	"text":        designer.Fault, // name, description and the like are plain text, no language map (spec, validator)
	"text-angle":  designer.Warn,  // nothing that looks like a tag: Badgr and Moodle drop it and what follows
	"text-hidden": designer.Warn,  // no invisible or reordering characters (Unicode TR36)
	"text-long":   designer.Warn,  // names up to 255 characters, descriptions to 16,384 (Badgr's database)

	"id":          designer.Fault, // a web address or urn:uuid (validator; did: fails)
	"uuid":        designer.Fault, // version 1 to 5, variant 8 to b, small letters (validator's pattern)
	"url":         designer.Fault, // http or https, a host, no user name (spec; Badgr)
	"url-ascii":   designer.Fault, // ASCII, other characters percent-encoded (validator)
	"placeholder": designer.Warn,  // not .example, localhost or a private network: nobody outside can open it
	"email":       designer.Fault, // a mail address (spec; the validator forgets to look)
	"telephone":   designer.Warn,  // + and digits as in E.164 (spec)

	"image":        designer.Fault, // a web address, a data URI or an Image object with one (spec)
	"image-object": designer.Warn,  // a string: an object crashes Badgr's server
	"image-type":   designer.Fault, // PNG or SVG (spec)
	"image-header": designer.Warn,  // exactly data:image/png;base64, or data:image/svg+xml;base64, (Badgr)
	"image-bytes":  designer.Fault, // what it says decodes as what it says (spec, Badgr)
	"image-square": designer.Warn,  // as wide as high: Passport refuses, Moodle crops, Badgr pads
	"image-heavy":  designer.Warn,  // at most 250,000 bytes (Passport; Factory, edubadges and Moodle allow little more)
	"image-script": designer.Warn,  // an SVG without scripts and outside parts: issuers scrub or refuse them

	"criteria":       designer.Fault, // a web address or an object: never a bare sentence (spec, validator)
	"criteria-empty": designer.Fault, // a narrative or an address (spec)
	"markdown-image": designer.Warn,  // no picture in the narrative: Badgr and edubadges refuse "!["
	"markdown-html":  designer.Warn,  // no HTML, no <address>: Badgr strips it with what follows
	"issuer":         designer.Fault, // a Profile or its web address (spec)
	"issuer-link":    designer.Hint,  // an address alone must be online when the badge is read
	"issuer-id":      designer.Warn,  // an embedded Profile has an id (spec; the validator only warns)
	"issuer-web":     designer.Fault, // which is a web address: urn:uuid fails in the validator
	"alignment":      designer.Fault, // objects (spec)
	"alignment-v1":   designer.Fault, // targetName and targetUrl, not name and url as in version 1 (validator)
	"tags":           designer.Fault, // a list of texts (spec; "a, b" is refused by Badgr)
	"tags-text":      designer.Warn,  // one text is valid, but Badgr wants a list
	"language":       designer.Fault, // a language tag (BCP 47)
	"language-case":  designer.Warn,  // in its usual case: Open Badges 3.0 refuses others
	"version":        designer.Fault, // text or number (spec)
	"related":        designer.Fault, // objects with an id (spec)
}

// Rules returns the ids of every rule, in order.
func Rules() []string { return slices.Sorted(maps.Keys(levels)) }

// terms are what the version 2 context maps, with the keywords of JSON-LD
// that the standard uses.
var terms = set("@context", "@id", "@type", "@language", "@value",
	"id", "type", "extensions", "obi", "validation", "cred", "dc", "schema", "sec", "xsd",
	"author", "caption", "claim", "created", "creator", "description", "email", "endorsement", "expires", "genre", "image", "name",
	"owner", "publicKey", "publicKeyPem", "related", "startsWith", "tags", "targetDescription", "targetFramework", "targetName",
	"targetUrl", "telephone", "url", "version", "alignment", "allowedOrigins", "audience", "badge", "criteria", "endorsementComment",
	"evidence", "hashed", "identity", "issuedOn", "issuer", "narrative", "recipient", "revocationList", "revocationReason", "revoked",
	"revokedAssertions", "salt", "targetCode", "uid", "validatesType", "validationFrame", "validationSchema", "verification",
	"verificationProperty", "verify")

// prefixes are those of the same context, for keys such as schema:audience.
var prefixes = set("obi", "cred", "dc", "schema", "sec", "xsd", "extensions", "http", "https", "urn")

// awarded are the terms of an award, which mean nothing in a BadgeClass.
var awarded = []string{"expires", "recipient", "badge", "issuedOn", "evidence", "revoked", "verify", "uid"}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

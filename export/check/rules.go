// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package check

import (
	"maps"
	"slices"

	"insignia/designer"
)

// gravity is the table of rules: its id, how much a breach matters, what it
// asks for and where that comes from. "Validator" is the official
// openbadges-validator-core; "spec" the specification of Open Badges 2.0, or
// of 3.0 where a rule says so; "schema" the official JSON Schemas of 3.0;
// "safe mode" what JSON-LD processors refuse before they sign; names of
// issuers mean that their server was seen to refuse it.
var gravity = map[string]designer.Level{
	// The text of the document: RFC 8259, and RFC 7493 where that is silent.
	"json-size":      designer.Fault, // at most 4 MiB and 100,000 values (ours)
	"json-utf8":      designer.Fault, // UTF-8 (RFC 8259, 8.1)
	"json-syntax":    designer.Fault, // JSON; NaN, comments and commas at an end are none
	"json-depth":     designer.Fault, // at most 64 levels (ours)
	"json-bom":       designer.Fault, // no byte order mark (RFC 8259, 8.1); Python readers stop at it
	"json-duplicate": designer.Fault, // no key twice (RFC 7493, 2.3): readers take either one
	"json-case":      designer.Fault, // nor twice but for capitals: Go's readers take either one
	"json-surrogate": designer.Fault, // no half characters (RFC 7493, 2.1)
	"json-control":   designer.Fault, // no control characters in text: Badgr refuses NUL
	"json-object":    designer.Fault, // one object

	"kind":             designer.Fault, // a document of Open Badges
	"older":            designer.Warn,  // version 1 is valid in its own right; issuers take 2 and 3
	"context":          designer.Fault, // @context is as the version has it (spec, schema; another one fails in the validator)
	"context-list":     designer.Warn,  // 2.0: a plain string; Open Badge Passport takes a list for an older version
	"context-language": designer.Fault, // 2.0: no @language in the context: it turns texts into objects (validator)
	"context-older":    designer.Fault, // 3.0: credentials of version 2 (schema)
	"context-mix":      designer.Fault, // 3.0: contexts that fit each other (safe mode)
	"context-unknown":  designer.Hint,  // what another context defines cannot be known offline
	"type":             designer.Fault, // type has the right name (spec)
	"type-list":        designer.Warn,  // 2.0: a plain string; Open Badge Passport compares strings
	"type-several":     designer.Fault, // 2.0: one type; two crash the validator
	"type-plain":       designer.Fault, // 3.0: the type of pictures and identifiers is a plain string (schema)
	"type-undefined":   designer.Fault, // 3.0: every type is a term or a full address (safe mode)
	"required":         designer.Fault, // what the spec requires is there
	"null":             designer.Fault, // no null: leave the key out (Badgr refuses it; schema)
	"empty":            designer.Fault, // no empty text: leave the key out (Badgr refuses it)
	"blank":            designer.Warn,  // nor where 3.0 would let it pass
	"empty-list":       designer.Warn,  // no empty list or object: leave the key out
	"single":           designer.Fault, // 3.0: one value, no list (schema)
	"object":           designer.Fault, // an object of a class (spec, schema)
	"closed":           designer.Fault, // 3.0: pictures and identifiers have no other members (schema)
	"unmapped":         designer.Warn,  // 2.0: every key is a term of the context; readers drop others in silence
	"undefined":        designer.Fault, // 3.0: the same (safe mode)
	"renamed":          designer.Fault, // 3.0: the same, where version 2 or a draft had another name
	"prefix":           designer.Warn,  // what stands before a colon is a term of the context
	"misplaced":        designer.Warn,  // 2.0: what belongs to an award is not in a design: no expiry (spec)

	"text":        designer.Fault, // name, description and the like are plain text, no language map (spec, validator)
	"text-number": designer.Fault, // 3.0: version, points and other values are text (schema)
	"text-angle":  designer.Warn,  // nothing that looks like a tag: Badgr and Moodle drop it and what follows
	"text-hidden": designer.Warn,  // no invisible or reordering characters (Unicode TR36)
	"text-long":   designer.Warn,  // names up to 255 characters, descriptions to 16,384 (Badgr's database)
	"number":      designer.Fault, // credits and coordinates (schema)
	"boolean":     designer.Fault, // hashed is true or false (spec)
	"date":        designer.Fault, // a day, a time and a zone (spec, schema)
	"date-order":  designer.Warn,  // an end comes after its beginning
	"day":         designer.Fault, // 3.0: dateOfBirth (schema)

	"id":          designer.Fault, // 2.0: a web address or urn:uuid (validator; did: fails)
	"uuid":        designer.Fault, // 2.0: version 1 to 5, variant 8 to b, small letters (validator's pattern)
	"uri":         designer.Fault, // 3.0: an address of any scheme (safe mode: a bare word is relative)
	"url":         designer.Fault, // http or https, a host, no user name (spec; Badgr)
	"url-ascii":   designer.Fault, // ASCII, other characters percent-encoded (validator; RFC 3986)
	"placeholder": designer.Warn,  // not .example, localhost or a private network: nobody outside can open it
	"email":       designer.Fault, // a mail address (spec; the validator forgets to look)
	"telephone":   designer.Warn,  // 2.0: + and digits as in E.164 (spec)

	"image":        designer.Fault, // 2.0: a web address, a data URI or an Image object with one (spec)
	"image-object": designer.Warn,  // 2.0: a string; an object crashes Badgr's server
	"image-text":   designer.Fault, // 3.0: an Image object (schema)
	"image-data":   designer.Fault, // 2.0: no data URI in an award (validator)
	"image-type":   designer.Fault, // PNG or SVG (spec)
	"image-format": designer.Warn,  // 3.0 names no format for badges; issuers take no other
	"image-header": designer.Warn,  // exactly data:image/png;base64, or data:image/svg+xml;base64, (Badgr)
	"image-bytes":  designer.Fault, // what it says decodes as what it says (spec, Badgr)
	"image-square": designer.Warn,  // as wide as high: Passport refuses, Moodle crops, Badgr pads
	"image-heavy":  designer.Warn,  // at most 250,000 bytes (Passport; Factory, edubadges and Moodle allow little more)
	"image-script": designer.Warn,  // an SVG without scripts and outside parts: issuers scrub or refuse them

	"criteria":       designer.Fault, // 2.0: a web address or an object, never a bare sentence (spec, validator)
	"criteria-text":  designer.Fault, // 3.0: always an object (schema)
	"criteria-empty": designer.Fault, // a narrative or an address (spec; the official validator of 3.0)
	"markdown-image": designer.Warn,  // no picture in the narrative: Badgr and edubadges refuse "!["
	"markdown-html":  designer.Warn,  // no HTML, no <address>: Badgr strips it with what follows
	"issuer":         designer.Fault, // 2.0: a Profile or its web address (spec)
	"issuer-link":    designer.Hint,  // 2.0: an address alone must be online when the badge is read
	"issuer-id":      designer.Warn,  // 2.0: an embedded Profile has an id (spec; the validator only warns)
	"issuer-web":     designer.Fault, // 2.0: which is a web address; urn:uuid fails in the validator
	"creator-text":   designer.Fault, // 3.0: a Profile, no address and no name (schema)
	"alignment":      designer.Fault, // 2.0: objects (spec)
	"alignment-v1":   designer.Fault, // 2.0: targetName and targetUrl, not name and url as in version 1 (validator)
	"tags":           designer.Fault, // 2.0: a list of texts (spec; "a, b" is refused by Badgr)
	"tags-text":      designer.Warn,  // 2.0: one text is valid, but Badgr wants a list
	"language":       designer.Fault, // a language tag (BCP 47; in 3.0 the schema's pattern)
	"language-case":  designer.Warn,  // in its usual case: Open Badges 3.0 refuses others
	"language-form":  designer.Fault, // 3.0: which is this (schema)
	"version":        designer.Fault, // 2.0: text or number (spec)
	"extension":      designer.Warn,  // 2.0: an extension has a context and the type Extension (spec)
	"related":        designer.Fault, // 2.0: objects with an id (spec)
	"choice":         designer.Fault, // 3.0: one of the schema's values, or one's own with ext:
	"choice-fixed":   designer.Fault, // one of the values (spec, schema)
	"level-unknown":  designer.Warn,  // 3.0: requiredLevel names one of the levels (spec)

	// Awards.
	"badge-link":         designer.Hint,  // 2.0: an address alone must be online when the award is read
	"hosted-id":          designer.Fault, // 2.0: a hosted award lies at its id (spec)
	"verification-scope": designer.Fault, // 2.0: on the issuer's site, or where the issuer allows (validator)
	"recipient-hash":     designer.Fault, // 2.0: hashed says whether identity is sha256$ or md5$ and the sum (validator)
	"recipient-missing":  designer.Fault, // 3.0: an id or an identifier (the official validator)
	"unsigned":           designer.Hint,  // 3.0: a proof, or a signature around it, makes it a credential
	"cryptosuite":        designer.Warn,  // 3.0: a signature that checkers know
	"jwt":                designer.Fault, // 3.0: endorsementJwt is a compact JWS (schema)
	"jws-header":         designer.Fault, // an algorithm with a key pair, typ JWT (spec of 3.0; RFC 7519)
	"jws-private":        designer.Fault, // jwk without the private key (spec of 3.0)
	"jws-claims":         designer.Fault, // iss, sub, jti, nbf and exp repeat the credential (spec of 3.0)
}

// Rules returns the ids of every rule, in order.
func Rules() []string { return slices.Sorted(maps.Keys(gravity)) }

// awarded are the terms of an award, which mean nothing in a BadgeClass.
var awarded = []string{"expires", "recipient", "badge", "issuedOn", "evidence", "revoked", "verify", "uid"}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "slices"

// Draft is one badge being designed: the only thing stored about it. Every
// picture and file is a pure function of a Draft. A draft may be incomplete
// or poor; problems are shown, never block saving.
type Draft struct {
	Meta
	Workshop    string      `json:"workshop,omitempty"` // id of the workshop it was begun in
	ForkOf      string      `json:"forkOf,omitempty"`   // id of the badge this is another version of, made apart
	Language    string      `json:"language,omitempty"` // BCP 47 tag of the badge's text
	Team        string      `json:"team,omitempty"`     // table or group; never leaves the workshop
	Kind        string      `json:"kind,omitempty"`     // one of Kinds
	Name        string      `json:"name,omitempty"`
	Version     string      `json:"version,omitempty"` // of the badge as issued, not of this draft
	Description string      `json:"description,omitempty"`
	Tags        []string    `json:"tags,omitempty"`
	Earner      Earner      `json:"earner,omitzero"`
	Issuer      Issuer      `json:"issuer,omitzero"`
	Why         Why         `json:"why,omitzero"`
	Criteria    Criteria    `json:"criteria,omitzero"`
	Alignment   []Alignment `json:"alignment,omitempty"`
	Look        Look        `json:"look,omitzero"`
	Next        Next        `json:"next,omitzero"`
	Foreign     []Member    `json:"foreign,omitempty"` // what a file from outside had that no field takes
}

// The kinds of badge of the original workshop.
const (
	KindSkill         = "skill"
	KindInterest      = "interest"
	KindMembership    = "membership"
	KindParticipation = "participation"
)

// Earner answers question 1: who is it for?
type Earner struct {
	Who     string `json:"who,omitempty"`
	Context string `json:"context,omitempty"`
	Start   string `json:"start,omitempty"`
	Barrier string `json:"barrier,omitempty"`
	Count   string `json:"count,omitempty"`
}

// Issuer answers question 2: who issues it?
type Issuer struct {
	Name        string `json:"name,omitempty"`
	URL         string `json:"url,omitempty"`
	Email       string `json:"email,omitempty"`
	Description string `json:"description,omitempty"`
	Partners    string `json:"partners,omitempty"`
	Role        string `json:"role,omitempty"`
	Lifetime    string `json:"lifetime,omitempty"`
	Platform    string `json:"platform,omitempty"` // where badges are issued, one of Platforms
}

// The platforms whose forms, limits and files are known.
const (
	PlatformBadgr   = "badgr"
	PlatformOBF     = "obf"
	PlatformMoodle  = "moodle"
	PlatformOEB     = "oeb"
	PlatformDCC     = "dcc"
	PlatformGeneric = "generic"
)

// platforms stand in the order in which they are offered: those that most
// people issue from, then others, then what fits any.
var platforms = []string{PlatformBadgr, PlatformOBF, PlatformMoodle, PlatformOEB, PlatformDCC, PlatformGeneric}

// Platforms returns the ids of the platforms whose forms are known.
func Platforms() []string { return slices.Clone(platforms) }

// Why answers question 3: why should the earner want it?
type Why struct {
	Earner string `json:"earner,omitempty"`
	Viewer string `json:"viewer,omitempty"`
	Issuer string `json:"issuer,omitempty"`
	Reward string `json:"reward,omitempty"`
	Reach  string `json:"reach,omitempty"`
}

// Criteria answers question 4: what must the earner do?
type Criteria struct {
	URL      string        `json:"url,omitempty"` // page that has the criteria
	Steps    []Step        `json:"steps,omitempty"`
	Evidence string        `json:"evidence,omitempty"`
	Assessor string        `json:"assessor,omitempty"`
	Method   string        `json:"method,omitempty"`
	Rule     Rule          `json:"rule,omitzero"`
	Effort   string        `json:"effort,omitempty"` // ISO 8601 duration, see ParseEffort
	Level    CriteriaLevel `json:"level,omitzero"`
	Rubric   string        `json:"rubric,omitempty"`
	Validity string        `json:"validity,omitempty"`
}

// CriteriaLevel says which rung of a ladder the badge is.
type CriteriaLevel struct {
	Name string `json:"name,omitempty"`
	Step int    `json:"step,omitempty"`
	Of   int    `json:"of,omitempty"`
}

// Alignment points at an entry of a framework of skills. The names are those
// of Open Badges.
type Alignment struct {
	TargetName        string `json:"targetName,omitempty"`
	TargetURL         string `json:"targetUrl,omitempty"`
	TargetDescription string `json:"targetDescription,omitempty"`
	TargetFramework   string `json:"targetFramework,omitempty"`
	TargetCode        string `json:"targetCode,omitempty"`
}

// Next answers question 6: where next?
type Next struct {
	Leads    []Lead   `json:"leads,omitempty"`
	Shape    string   `json:"shape,omitempty"`
	Requires []string `json:"requires,omitempty"`
	Rule     Rule     `json:"rule,omitzero"`
	Display  []string `json:"display,omitempty"`
	Doors    string   `json:"doors,omitempty"`
	Action   string   `json:"action,omitempty"`
	Owner    string   `json:"owner,omitempty"`
	Due      string   `json:"due,omitempty"` // YYYY-MM-DD
}

// New returns an empty draft with an id of its own.
func New(language string) Draft {
	return Draft{Meta: Meta{ID: NewID()}, Language: language}
}

// Clone returns a copy that shares nothing with d.
func (d Draft) Clone() Draft {
	d.Saves = d.Saves.Clone()
	d.Tags = slices.Clone(d.Tags)
	d.Criteria.Steps = slices.Clone(d.Criteria.Steps)
	d.Alignment = slices.Clone(d.Alignment)
	d.Next.Leads = slices.Clone(d.Next.Leads)
	d.Next.Requires = slices.Clone(d.Next.Requires)
	d.Next.Display = slices.Clone(d.Next.Display)
	d.Foreign = slices.Clone(d.Foreign)
	return d
}

// Duplicate returns a copy with a new id that has never been saved. The address
// that a badge from outside came with stays with the first one: two badges of
// one address are none.
func (d Draft) Duplicate() Draft {
	d = d.Clone()
	d.Meta = Meta{ID: NewID()}
	d.ForkOf = ""
	d.Foreign = slices.DeleteFunc(d.Foreign, func(m Member) bool { return m.Path == "id" })
	return d
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package ob3

import (
	"regexp"
	"strconv"

	"insignia/designer"
	"insignia/export/fair"
	"insignia/internal/locale"
)

// contexts are those of the standard's version 3.0.3, in the order that it
// demands.
var contexts = []string{"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}

// achievement is an Achievement in the order people read it; the picture
// comes last, since it is one very long line.
type achievement struct {
	Context     []string      `json:"@context,omitempty"`
	ID          string        `json:"id"`
	Type        []string      `json:"type"`
	Language    string        `json:"inLanguage,omitempty"`
	Version     string        `json:"version,omitempty"`
	Kind        string        `json:"achievementType"`
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Criteria    criteria      `json:"criteria"`
	Creator     *profile      `json:"creator,omitempty"`
	Tag         []string      `json:"tag,omitempty"`
	Alignment   []alignment   `json:"alignment,omitempty"`
	Results     []description `json:"resultDescription,omitempty"`
	Related     []related     `json:"related,omitempty"`
	Image       *picture      `json:"image,omitempty"`
}

type criteria struct {
	ID        string `json:"id,omitempty"`
	Narrative string `json:"narrative"`
}

type alignment struct {
	Type              []string `json:"type"`
	TargetName        string   `json:"targetName"`
	TargetURL         string   `json:"targetUrl"`
	TargetDescription string   `json:"targetDescription,omitempty"`
	TargetFramework   string   `json:"targetFramework,omitempty"`
	TargetCode        string   `json:"targetCode,omitempty"`
}

// picture is an Image, which is closed: the standard knows no author here.
type picture struct {
	ID      string `json:"id"`
	Type    string `json:"type"`
	Caption string `json:"caption,omitempty"`
}

// related is the same badge in Open Badges 2.0, as the guide of 1EdTech to
// implementing 3.0 links the two.
type related struct {
	ID      string   `json:"id"`
	Type    []string `json:"type"`
	Version string   `json:"version"`
}

// kinds are the achievementTypes of the four kinds of badge. The enumeration
// has no word for interest and for participation: Badge fits any.
var kinds = map[string]string{
	designer.KindSkill:      "Competency",
	designer.KindMembership: "Membership",
}

// compose makes the Achievement, all but its picture.
func compose(c fair.Copy, w locale.Words, twin bool) achievement {
	a := achievement{
		ID:          c.AchievementID(),
		Type:        []string{"Achievement"},
		Language:    language(c.Language),
		Version:     c.Version,
		Kind:        "Badge",
		Name:        c.Name,
		Description: c.Description,
		Criteria:    criteria{ID: c.CriteriaURL, Narrative: c.Narrative},
		Tag:         c.Tags,
		Results:     results(c, w),
	}
	if k, ok := kinds[c.Kind]; ok {
		a.Kind = k
	}
	for _, x := range c.Alignment {
		a.Alignment = append(a.Alignment, alignment{Type: []string{"Alignment"}, TargetName: x.Name, TargetURL: x.URL,
			TargetDescription: x.Description, TargetFramework: x.Framework, TargetCode: x.Code})
	}
	if twin {
		a.Related = []related{{ID: c.BadgeID(), Type: []string{"Related", "https://w3id.org/openbadges#BadgeClass"}, Version: "Open Badges v2p0"}}
	}
	return a
}

// tag is what the standard takes for a language: the language itself, a
// script and a region (its schema's LanguageCode).
var tag = regexp.MustCompile(`^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?`)

// language is the part of a language's tag that the standard takes.
func language(full string) string {
	short := tag.FindString(full)
	if rest := full[len(short):]; rest != "" && rest[0] != '-' {
		return "" // a language of five letters and more
	}
	return short
}

// description is a ResultDescription.
type description struct {
	ID       string   `json:"id"`
	Type     []string `json:"type"`
	Name     string   `json:"name"`
	Result   string   `json:"resultType"`
	Required string   `json:"requiredLevel,omitempty"`
	Levels   []level  `json:"rubricCriterionLevel,omitempty"`
}

// level is a RubricCriterionLevel.
type level struct {
	ID    string   `json:"id"`
	Type  []string `json:"type"`
	Name  string   `json:"name"`
	Level string   `json:"level,omitempty"`
}

// results describe the level that the badge stands for: the rungs of its
// ladder, and which of them the earner has to be on. Of the other rungs
// nothing is known but their numbers.
func results(c fair.Copy, w locale.Words) []description {
	step, of := c.Level.Step, c.Level.Of
	ladder := step > 0 && of >= step
	if c.Level.Name == "" && !ladder {
		return nil
	}
	if !ladder {
		step, of = 1, 1
	}
	d := description{ID: part(c, "level"), Type: []string{"ResultDescription"}, Name: w.T("export.result.level"), Result: "RubricCriterionLevel"}
	for n := 1; n <= of; n++ {
		l := level{ID: part(c, "level-"+strconv.Itoa(n)), Type: []string{"RubricCriterionLevel"}, Name: w.T("export.level.rung", "step", n, "of", of)}
		if ladder {
			l.Level = strconv.Itoa(n)
		}
		if n == step {
			d.Required = l.ID
			if c.Level.Name != "" {
				l.Name = c.Level.Name
			}
		}
		d.Levels = append(d.Levels, l)
	}
	return []description{d}
}

// part is the id of a part of the Achievement.
func part(c fair.Copy, name string) string {
	if c.Hosted() {
		return c.AchievementID() + "#" + name
	}
	return c.URN(name)
}

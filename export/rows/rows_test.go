// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package rows

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"insignia/designer"
	"insignia/internal/locale"
)

// answers are the values of a draft by field, those of lists on lines.
func answers(d designer.Draft) map[string]string {
	out := map[string]string{}
	for _, f := range designer.Fields() {
		if !f.Empty(&d) {
			out[f.ID] = f.Value(&d)
		}
	}
	return out
}

func read(t *testing.T, text string) Result {
	t.Helper()
	r, err := Read([]byte(text))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return r
}

func TestCellsGiveTheAnswersThatPeopleMean(t *testing.T) {
	for _, c := range []struct {
		name, heading, cell string
		want                map[string]string
	}{
		{"text keeps its lines", "Earner", "a\nb", map[string]string{"earner.who": "a\nb"}},
		{"a line has one", "name", "a\nb", map[string]string{"name": "a b"}},
		{"a kind by its word", "Kind", "Habilidad", map[string]string{"kind": "skill"}},
		{"a kind as spoken", "Kind", "Skill badge", map[string]string{"kind": "skill"}},
		{"a choice by its words", "How it is checked", "someone watches", map[string]string{"criteria.method": "observation"}},
		{"hours as a spreadsheet writes them", "Time it takes", "1:30:00", map[string]string{"criteria.effort": "1 h 30 min"}},
		{"a rule in words", "How many steps", "at least 2 of 3", map[string]string{"criteria.rule": "2"}},
		{"a rule in a word", "How many steps", "todos", map[string]string{}},
		{"a number with a point", "look.stars", "2", map[string]string{"look.stars": "2"}},
		{"a number with a comma", "How many stars or bars?", "2,0", map[string]string{"look.stars": "2"}},
		{"a language written out", "Language", "Castellano", map[string]string{"language": "es"}},
		{"a language as a system has it", "Language", "pt_BR", map[string]string{"language": "pt-BR"}},
		{"a date with points", "By when", "4.5.26", map[string]string{"next.due": "2026-05-04"}},
		{"a date of a day beyond the twelfth", "By when", "31/5/2026", map[string]string{"next.due": "2026-05-31"}},
		{"a date, Spanish headings", "Para cuándo", "4/5/2026", map[string]string{"next.due": "2026-05-04"}},
		{"a date in words", "By when", "4th of May 2026", map[string]string{"next.due": "2026-05-04"}},
		{"a date with a time", "By when", "2026-05-04 00:00:00", map[string]string{"next.due": "2026-05-04"}},
		{"a date by its id", "next.due", "2026-05-04", map[string]string{"next.due": "2026-05-04"}},
		{"steps on lines", "Criteria", "a\nb\n\nc", map[string]string{"criteria.steps": "a\nb\nc"}},
		{"steps with numbers", "Criteria", "1. a\n2) b\n(3) c", map[string]string{"criteria.steps": "a\nb\nc"}},
		{"steps with bullets", "Criteria", "• a\n• b", map[string]string{"criteria.steps": "a\nb"}},
		{"steps with dashes, as they come", "Criteria", "- a\n- b", map[string]string{"criteria.steps": "a\nb"}},
		{"steps with dashes, as Write guards them", "Criteria", "'- a\n'- b", map[string]string{"criteria.steps": "a\nb"}},
		{"a step goes on below", "Criteria", "1. a\nand more\n2. b", map[string]string{"criteria.steps": "a and more\nb"}},
		{"steps with semicolons", "Criteria", "a; b, c; d", map[string]string{"criteria.steps": "a\nb, c\nd"}},
		{"steps numbered on one line", "Criteria", "1. Repaired 3 bikes 2. Adjusted 4. brakes 3. Coached", map[string]string{"criteria.steps": "Repaired 3 bikes\nAdjusted 4. brakes\nCoached"}},
		{"steps between bullets", "Criteria", "• a • b", map[string]string{"criteria.steps": "a\nb"}},
		{"a step with a number of its own", "Criteria", "3 bikes repaired", map[string]string{"criteria.steps": "3 bikes repaired"}},
		{"a step with a year first", "Criteria", "24. December planned", map[string]string{"criteria.steps": "24. December planned"}},
		{"commas stay in steps", "Criteria", "a, b", map[string]string{"criteria.steps": "a, b"}},
		{"keywords between commas", "Tags", "bike, repair,tools", map[string]string{"tags": "bike\nrepair\ntools"}},
		{"a badge's address", "Next", "https://b.example/x", map[string]string{"next.leads": ""}},
		{"a sketch in words", "Drawing", "a bike", map[string]string{"look.metaphor": "a bike"}},
		{"an issuer and all that is known of it", "Issuer", "Riverside Library\nhttps://library.example, hello@library.example",
			map[string]string{"issuer.name": "Riverside Library", "issuer.url": "https://library.example", "issuer.email": "hello@library.example"}},
		{"an issuer with two addresses stays", "Issuer", "A https://a.example https://b.example", map[string]string{"issuer.name": "A https://a.example https://b.example"}},
		{"an issuer that is an address only", "Issuer", "https://a.example", map[string]string{"issuer.name": "https://a.example"}},
		{"an issuer by its id stays", "issuer.name", "A https://a.example", map[string]string{"issuer.name": "A https://a.example"}},
		{"a guarded formula", "name", "'=1+1", map[string]string{"name": "=1+1"}},
		{"no formula to guard", "name", "'Round midnight", map[string]string{"name": "'Round midnight"}},
		{"a dash is no answer", "Why", "–", map[string]string{}},
		{"a guarded dash is one", "Why", "'-", map[string]string{"why.earner": "-"}},
		{"colours", "Colours", "blue, white, gold", map[string]string{"look.colours": "blue,white,gold"}},
		{"a tab inside", "Why", "a\tb", map[string]string{"why.earner": "a b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, c.heading+",earner.count\r\n\""+strings.ReplaceAll(c.cell, `"`, `""`)+"\",40\r\n")
			for _, p := range r.Problems {
				t.Error(p.Say(locale.For("en")))
			}
			if len(r.Drafts) != 1 {
				t.Fatalf("%d badges", len(r.Drafts))
			}
			c.want["earner.count"] = "40"
			if got := answers(r.Drafts[0].Draft); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q gives %q, want %q", c.cell, got, c.want)
			}
		})
	}
}

func TestColumnsOfOneListComeTogether(t *testing.T) {
	step := func(s string) designer.Step { return designer.Step{Text: s} }
	for _, c := range []struct {
		name, text string
		want       []designer.Step
	}{
		{"by number", "Step 2,Step 1\nb,a", []designer.Step{step("a"), step("b")}},
		{"with a gap", "Step 1,Step 2,Step 3\na,,c", []designer.Step{step("a"), step("c")}},
		{"behind those without a number", "Criteria,Step 1\n\"a\nb\",c", []designer.Step{step("a"), step("b"), step("c")}},
		{"a whole list twice", "Criteria,Steps\na,b", []designer.Step{step("a"), step("b")}},
		{"a semicolon in a step of its own", "Step 1,Step 2\na; b,", []designer.Step{step("a; b")}},
		{"what belongs to a step", "Criteria,Evidence 2,criteria.steps.1.required\n\"a\nb\",photo,optional",
			[]designer.Step{{Text: "a", Optional: true}, {Text: "b", Evidence: "photo"}}},
		{"required in a spreadsheet's words", "Step 1,Step 1 required,Step 2,Step 2 required\na,FALSCH,b,WAHR",
			[]designer.Step{{Text: "a", Optional: true}, step("b")}},
		{"evidence without a step", "criteria.steps.1.evidence,name\nphoto,x", []designer.Step{{Evidence: "photo"}}},
		{"a mark that is the text's own", "criteria.steps.1,name\nWore a helmet (optional),x", []designer.Step{step("Wore a helmet (optional)")}},
		{"optional before", "Criteria\n\"a\noptional: b\n(optional) c\"", []designer.Step{step("a"), {Text: "b", Optional: true}, {Text: "c", Optional: true}}},
		{"optional behind", "Criterios\n\"a (opcional)\nb, opcional.\nc [Optional]\"", []designer.Step{{Text: "a", Optional: true}, {Text: "b", Optional: true}, {Text: "c", Optional: true}}},
		{"not every optional is a mark", "Criteria\nOptional parts were named", []designer.Step{step("Optional parts were named")}},
		{"the fourth question", "Criteria 4,name\n\"a\nb\",x", []designer.Step{step("a"), step("b")}},
		{"the fourth step", "Criteria 1,Criteria 4\na,b", []designer.Step{step("a"), step("b")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, c.text)
			for _, p := range r.Problems {
				t.Error(p.Say(locale.For("en")))
			}
			if len(r.Drafts) != 1 {
				t.Fatalf("%d badges", len(r.Drafts))
			}
			if got := r.Drafts[0].Draft.Criteria.Steps; !reflect.DeepEqual(got, c.want) {
				t.Errorf("steps %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestMistakesAreToldByRowAndColumn(t *testing.T) {
	long := strings.Repeat("x", 300)
	for _, c := range []struct {
		name, text string
		want       []string // in English
		good       int
	}{
		{"every one at once", "Name,Kind,By when\na,skil,2026-02-30\nb,skill,\nc,x,soon", []string{
			"Row 2, column “Kind”: “skil” is not a choice for kind.", "Row 2, column “By when”: “2026-02-30” is not a date.",
			"Row 4, column “Kind”: “x” is not a choice for kind.", "Row 4, column “By when”: “soon” is not a date."}, 1},
		{"empty rows count", "Name,Kind\n\n,,\na,x", []string{"Row 4, column “Kind”: “x” is not a choice for kind."}, 0},
		{"lines inside of a cell do not", "Name,Earner,Kind\na,\"1\n2\n3\",skill\nb,,x", []string{"Row 3, column “Kind”: “x” is not a choice for kind."}, 1},
		{"the line of the separator does not", "sep=;\r\nName;Kind\r\na;x", []string{"Row 2, column “Kind”: “x” is not a choice for kind."}, 0},
		{"rows above the headings do", "Our badges,,\n\nName,Kind,Why\na,x,y", []string{"Row 4, column “Kind”: “x” is not a choice for kind."}, 0},
		{"too long", "Name,Earner\n" + long + ",x", []string{"Row 2, column “Name”: name has 300 characters, and 255 fit."}, 0},
		{"too long in a list", "Name,Tags\na,\"x, " + long + "\"", []string{"Row 2, column “Tags”: tags.2 has 300 characters, and 50 fit."}, 0},
		{"too many", "Name,Criteria\na,\"" + strings.Repeat("x\n", 51) + "\"", []string{"Row 2, column “Criteria”: criteria.steps takes at most 50 items."}, 0},
		{"far too many", "Name,Criteria\na,\"" + strings.Repeat("x\n", 20000) + "\"", []string{"Row 2, column “Criteria”: criteria.steps takes at most 50 items."}, 0},
		{"no end", "Name,Why\na," + strings.Repeat("é", 9000), []string{"Row 2, column “Why”: why.earner has 9000 characters, and 1000 fit."}, 0},
		{"no yes and no no", "Step 1,Step 1 required\na,perhaps", []string{"Row 2, column “Step 1 required”: criteria.steps.1.required takes yes or no, not “perhaps”."}, 0},
		{"too many cells", "Name,Why\na,b, and c", []string{"Row 2: There are 3 cells, but headings for 2 only."}, 0},
		{"a mark that never closes", "Name,Why\na,b\n\"c,d\ne,f", []string{"Row 3: A quotation mark opens here and never closes."}, 1},
		{"a day that may be a month", "Name,By when\na,4/5/2026", []string{"Row 2, column “By when”: It is not clear which number in “4/5/2026” is the day and which the month."}, 0},
		{"a date against the others", "Name,By when\na,31/5/2026\nb,5/31/2026\nc,1/2/2026", []string{"Row 4, column “By when”: It is not clear which number in “1/2/2026” is the day and which the month."}, 2},
		{"a word for no language", "Name,Language\na,Klingon", []string{"Row 2, column “Language”: “Klingon” is not the tag of a language."}, 0},
		{"two columns for one answer", "Earner,Name,Who it is for\na,x,b\nc,y,d\n", []string{"Row 1, column “Who it is for”: This answers the same as column “Earner”."}, 0},
		{"two columns, one of them empty", "Earner,Name,Who it is for\na,x,\nc,y,", nil, 2},
		{"two columns and another mistake", "Earner,Kind,Who it is for\na,x,b", []string{"Row 1, column “Who it is for”: This answers the same as column “Earner”.",
			"Row 2, column “Kind”: “x” is not a choice for kind."}, 0},
		{"one item twice", "Criteria,criteria.steps.1\na,b", []string{"Row 2, column “criteria.steps.1”: criteria.steps.1 is answered twice."}, 0},
		{"one item twice by its number", "Step 1,Criterion 1\na,b", []string{"Row 2, column “Criterion 1”: criteria.steps.1 is answered twice."}, 0},
		{"a drawing that is none", "look.pixels,name\nx,a", []string{"Row 2, column “look.pixels”: A drawing has 24, 32 or 48 rows, not 1."}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, c.text)
			var got []string
			for _, p := range r.Problems {
				got = append(got, p.Say(locale.For("en")))
				if s := p.Say(locale.For("es")); strings.ContainsAny(s, "{}[]") || s == got[len(got)-1] {
					t.Errorf("in Spanish: %q", s)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("told\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			if len(r.Drafts) != c.good {
				t.Errorf("%d good rows, want %d", len(r.Drafts), c.good)
			}
		})
	}
}

func TestMoreMistakesThanAnyoneReadsAreCounted(t *testing.T) {
	r := read(t, "Name,Kind\n"+strings.Repeat("a,x\n", 120))
	if len(r.Problems) != maxProblems || r.Unsaid != 70 || len(r.Drafts) != 0 {
		t.Errorf("%d told, %d counted, %d badges", len(r.Problems), r.Unsaid, len(r.Drafts))
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	r := read(t, "Badges of Tuesday\nName,Nmae of badge,Notes,,Earnr,Id,Empty\na,,n1,u,e,7,\nb,,n2,,,8,\n,,n3,,,9,\n")
	want := []Column{
		{Heading: "Nmae of badge", Letter: "B", Nearest: "Type of badge"}, {Heading: "Notes", Letter: "C", Cells: 3},
		{Letter: "D", Cells: 1}, {Heading: "Earnr", Letter: "E", Cells: 1, Nearest: "Earner"}, {Heading: "Id", Letter: "F", Cells: 3, Ours: true},
		{Heading: "Empty", Letter: "G"}}
	if !reflect.DeepEqual(r.Ignored, want) {
		t.Errorf("ignored %+v", r.Ignored)
	}
	if len(r.Drafts) != 2 || r.Above != 1 {
		t.Errorf("%d badges, %d above", len(r.Drafts), r.Above)
	}
	notes := []string{"One row above the headings was left out.", "Column “Notes” answers no question, so its 3 cells were left out.",
		"Column “D” answers no question, so its one cell was left out.", "Column “Earnr” answers no question, so its one cell was left out. Did you mean “Earner”?"}
	if got := r.Notes(locale.For("en")); !slices.Equal(got, notes) {
		t.Errorf("notes\n%s", strings.Join(got, "\n"))
	}
}

func TestARowWithoutAnAnswerIsNoBadge(t *testing.T) {
	r := read(t, "Kind,Team,Name\nskill,Red,a\nskill,Blue,\nskill,Green,\n")
	if len(r.Drafts) != 1 || r.Blank != 2 || len(r.Problems) != 0 {
		t.Errorf("%+v", r)
	}
}

func TestHiddenCharactersAreCounted(t *testing.T) {
	r := read(t, "Name,Why\na\x00\u200b,\x1b[31mred\n")
	if len(r.Drafts) != 1 || r.Drafts[0].Cleaned != 7 || r.Drafts[0].Draft.Name != "a" || r.Drafts[0].Draft.Why.Earner != "red" {
		t.Errorf("%+v", r.Drafts)
	}
}

func TestFilesThatAreNoTableAreRefused(t *testing.T) {
	for _, c := range []struct{ name, text, code string }{
		{"nothing", "", "rows-empty"},
		{"a mark and nothing", "\ufeff \r\n", "rows-empty"},
		{"a workbook", "PK\x03\x04\x14\x00\x06\x00", "rows-workbook"},
		{"an old workbook", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "rows-workbook"},
		{"a picture", "\x89PNG\r\n\x1a\n", "rows-unreadable"},
		{"JSON", `{"name": "x"}`, "rows-unreadable"},
		{"a page", "<html><table><tr><td>Name</td></tr></table>", "rows-unreadable"},
		{"no heading of ours", "a,b\nc,d", "rows-no-columns"},
		{"too big", "Name\n" + strings.Repeat("x\n", maxBytes/2), "too-big"},
		{"too many loose accents", "Name\n" + strings.Repeat("e\u0301", maxLoose/3+1), "too-big"},
		{"too many rows", "Name\n" + strings.Repeat("x\n", maxRows+1), "rows-many"},
		{"too many columns", "Name" + strings.Repeat(",x", maxColumns) + "\n", "rows-wide"},
		{"too many cells", "Name,Why\na" + strings.Repeat(",x", maxColumns) + "\n", "rows-wide"},
		{"bytes among letters of UTF-8", "Name,Why\nCafé,ñ\nCaf\xe9,x", "not-text"},
		{"half a character", "\xff\xfeN\x00a\x00m\x00e\x00\n\x00\x00\xd8", "not-text"},
		{"an odd byte", "\xff\xfeN\x00a\x00m\x00e\x00\n\x00x", "not-text"},
		{"a byte that Windows does not know", "Name,Why\nCaf\xe9,\x81", "not-text"},
	} {
		_, err := Read([]byte(c.text))
		if !errors.Is(err, &designer.Error{Code: c.code}) {
			t.Errorf("%s: %v, want %s", c.name, err, c.code)
		}
		if IsTable([]byte(c.text)) && c.code != "rows-many" && c.code != "rows-wide" {
			t.Errorf("%s is taken for a table", c.name)
		}
	}
	_, err := Read([]byte("Name,Why\nCafé,ñ\nCaf\xe9,x"))
	if s := locale.For("en").Error(err); !strings.Contains(s, "Line 3, column 4") {
		t.Errorf("%q", s)
	}
}

func TestQuotationMarksAreTakenAsTheyStand(t *testing.T) {
	for in, want := range map[string][]string{
		`a,b`:                        {"a", "b"},
		`"a","b"`:                    {"a", "b"},
		`"a,b","c""d"`:               {"a,b", `c"d`},
		`"a" , "b" `:                 {"a", "b"},
		`"a"b,c`:                     {`"a"b`, "c"},
		`a "b" c,d`:                  {`a "b" c`, "d"},
		`"Hello" she said,x`:         {`"Hello" she said`, "x"},
		`5" pipe,x`:                  {`5" pipe`, "x"},
		`"""a""",x`:                  {`"a"`, "x"},
		`"a` + "\r\n" + `b",c`:       {"a\r\nb", "c"},
		`"",x`:                       {"", "x"},
		`a,,,`:                       {"a"},
		`a,"",b,  ,`:                 {"a", "", "b"},
		`"He said ""hi"", then",x`:   {`He said "hi", then`, "x"},
		`“a, b”,c`:                   {"“a", " b”", "c"},
		strings.Repeat(",", 5) + "x": {"", "", "", "", "", "x"},
	} {
		s := &scanner{text: in, sep: ','}
		if !s.next() || !slices.Equal(s.cells, want) || s.open {
			t.Errorf("%q is cells %q, want %q", in, s.cells, want)
		}
		if s.next() {
			t.Errorf("%q has another row", in)
		}
	}
}

func TestTheSeparatorIsFound(t *testing.T) {
	for text, want := range map[string]rune{
		"Name,Why\na,b":                 ',',
		"Name;Why\na, b;c":              ';',
		"Name\tWhy\na, b\tc; d":         '\t',
		"Name\nFoo, bar\nBaz, qux":      ';',
		"Name\nFoo; bar":                ',',
		"sep=|\nName|Why\na|b":          '|',
		"\"sep=;\"\nName;Why\na;b":      ';',
		"SEP=\t\r\nName\tWhy\na\tb":     '\t',
		"Name,\"Why; so\"\na,\"b;c;d\"": ',',
	} {
		if r := read(t, text); r.Separator != want {
			t.Errorf("%q is parted by %q, want %q", text, r.Separator, want)
		}
	}
}

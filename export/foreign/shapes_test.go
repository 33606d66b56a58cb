// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package foreign

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
)

// The shapes in which badges are met: how servers, backpacks and older programs
// write them. Each gives the names of its badges.
func TestBadgesAreFoundInWhateverTheyLieIn(t *testing.T) {
	const badge = `{'type':'BadgeClass','name':'Tea Host','description':'x','criteria':{'narrative':'- pour'}}`
	const credential = `{'@context':['https://www.w3.org/2018/credentials/v1'],'type':['VerifiableCredential','OpenBadgeCredential'],'issuer':'did:web:tea.org',` +
		`'credentialSubject':{'achievement':{'type':'Achievement','name':'Tea Host','criteria':{'narrative':'- pour'}}}}`
	plain := string(fake(credential))
	for _, c := range []struct{ name, doc, names, standard, version string }{
		{"version 0.5", `{'recipient':'sha256$0','salt':'x','issued_on':'2012-01-01','badge':{'version':'0.5.0','name':'Tea Host','image':'/i.png','description':'x','criteria':'/c','issuer':{'origin':'https://tea.org','name':'House of Tea','org':'Kitchen','contact':'a@tea.org'}}}`, "Tea Host", OB2, "0.5"},
		{"version 1.0", `{'name':'Tea Host','description':'x','image':'https://tea.org/i.png','criteria':'https://tea.org/c','issuer':'https://tea.org/i'}`, "Tea Host", OB2, "1.0"},
		{"a list", `[` + badge + `,` + badge + `]`, "Tea Host, Tea Host", OB2, ""},
		{"a list with others", `[{'type':'Issuer','name':'House'},` + badge + `]`, "Tea Host", OB2, ""},
		{"Badgr's server", `{'status':{'success':true,'description':'ok'},'result':[{'entityType':'BadgeClass','entityId':'a8Fk2LmQ9sT4uVw1xYz','openBadgeId':'https://api.badgr.io/public/badges/a8','name':'Tea Host','image':'https://media.badgr.io/i.png','description':'x','criteriaUrl':null,'criteriaNarrative':'- pour','alignments':[],'tags':['tea'],'issuer':'b7','issuerOpenBadgeId':'https://api.badgr.io/public/issuers/b7','expires':{'amount':1,'duration':'years'},'extensions':{}}]}`, "Tea Host", OB2, ""},
		{"Badgr's older server", `{'id':7,'slug':'tea','name':'Tea Host','description':'x','criteria_text':'- pour','criteria_url':'https://tea.org/c','json':{'@context':'https://w3id.org/openbadges/v1'}}`, "Tea Host", OB2, ""},
		{"a backpack", `[{'id':1,'json':{'type':'Assertion','uid':'1','badge':` + badge + `},'image':'https://x.org/i.png'}]`, "Tea Host", OB2, ""},
		{"a group of a backpack", `{'userId':1,'groupId':2,'badges':[{'assertion':{'uid':'1','recipient':'x','badge':` + badge + `},'hostedUrl':'https://x.org','lastValidated':'2015'}]}`, "Tea Host", OB2, ""},
		{"Moodle's service", `{'badges':[{'id':3,'name':'Tea Host','description':'x','timecreated':1,'issuername':'House of Tea','issuerurl':'https://tea.org','issuercontact':'a@tea.org','type':1,'status':3,'version':'1','language':'en','imagecaption':'A cup','alignment':[]}],'warnings':[]}`, "Tea Host", OB2, ""},
		{"Open Badge Factory", `{'id':'PK1','primary_language':'en','content':[{'language':'en','name':'Tea Host','description':'x','criteria':'- pour','tag':['tea']}],'image':'data:image/png;base64,iVBORw0KGgo=','draft':true}`, "Tea Host", OB2, ""},
		{"a line each", badge + "\n" + badge + "\n", "Tea Host, Tea Host", OB2, ""},
		{"Accredible", `{'group':{'name':'tea-1','course_name':'Tea Host','course_description':'x','course_link':'https://tea.org/c'}}`, "Tea Host", OB2, ""},
		{"a graph", `{'@context':'https://w3id.org/openbadges/v2','@graph':[{'id':'https://tea.org/a','type':'Assertion','badge':'https://tea.org/b'},{'id':'https://tea.org/b','type':'BadgeClass','name':'Tea Host','issuer':'https://tea.org/i'},{'id':'https://tea.org/i','type':'Issuer','name':'House of Tea'}]}`, "Tea Host", OB2, ""},
		{"an Achievement without a context", `{'type':['Achievement'],'name':'Tea Host','description':'x'}`, "Tea Host", OB3, "3.0"},
		{"a credential", credential, "Tea Host", OB3, "3.0"},
		{"a credential with several", `{'type':['VerifiableCredential'],'credentialSubject':[{'achievement':[{'type':'Achievement','name':'A'},{'type':'Achievement','name':'B'}]},{'achievement':{'name':'C'}}]}`, "A, B, C", OB3, "3.0"},
		{"a learner's record", `{'type':['VerifiableCredential','ClrCredential'],'credentialSubject':{'type':'ClrSubject','verifiableCredential':[` + credential + `]}}`, "Tea Host", OB3, "3.0"},
		{"a presentation of tokens", `{'type':'VerifiablePresentation','verifiableCredential':['` + jwt(plain) + `']}`, "Tea Host", OB3, "3.0"},
		{"an envelope", `{'type':'EnvelopedVerifiableCredential','id':'data:application/vc+jwt,` + jwt(plain) + `'}`, "Tea Host", OB3, "3.0"},
		{"the claim of a token", `{'iss':'did:web:tea.org','vc':` + credential + `}`, "Tea Host", OB3, "3.0"},
		{"a signature around it", `{'payload':'` + base64.RawURLEncoding.EncodeToString([]byte(plain)) + `','signatures':[{'signature':'c2ln'}]}`, "Tea Host", OB3, "3.0"},
		{"a wallet", `{'credentials':[{'credential':` + credential + `}]}`, "Tea Host", OB3, "3.0"},
	} {
		all, err := Read(fake(c.doc), nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var names []string
		for _, r := range all {
			names = append(names, r.Draft.Name)
			if r.Standard != c.standard || r.Version != c.version {
				t.Errorf("%s: %s %s, want %s %s", c.name, r.Standard, r.Version, c.standard, c.version)
			}
		}
		if got := strings.Join(names, ", "); got != c.names {
			t.Errorf("%s: %q, want %q", c.name, got, c.names)
		}
	}
}

func TestAnOldBadgeFindsItsAddresses(t *testing.T) {
	r := read(t, fake(`{'recipient':'x','badge':{'name':'Tea Host','image':'/i.png','description':'x','criteria':'/c','issuer':{'origin':'https://tea.org','name':'House of Tea','org':'Kitchen','contact':'a@tea.org'}}}`))
	if got, want := say(r.Draft, "criteria.url", "issuer.url", "issuer.email"), "https://tea.org/c | https://tea.org | a@tea.org"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := codes(r); got != "OLD VALUE PICTURE-URL AWARD" {
		t.Error(got)
	}
}

// beside is a folder: what Near is asked for and gives.
type beside map[string]string

func (b beside) near(name string) ([]byte, bool) {
	s, ok := b[name]
	return fake(s), ok
}

func TestWhatLiesBesideComesAlong(t *testing.T) {
	profile := `{'type':'Issuer','id':'https://tea.org/i','name':'House of Tea','url':'https://tea.org','telephone':'+49 1'}`
	folder := beside{"issuer.json": profile, "class/tea.json": `{'name':'Tea Host','description':'x','criteria':'https://tea.org/c','issuer':'https://tea.org/who'}`,
		"i.png": string(dot()), "page.json": "<html>"}
	for _, c := range []struct{ name, doc, want string }{
		{"an issuer", string(class(`'issuer':'https://tea.org/data/issuer.json'`)), "House of Tea"},
		{"one under a usual name", string(class(`'issuer':'https://tea.org/who?id=7'`)), "House of Tea"},
		{"one that is only an id", string(class(`'issuer':{'id':'https://tea.org/who','type':'Profile'}`)), "House of Tea"},
		{"the badge of an award", `{'type':'Assertion','badge':'https://tea.org/class/tea.json'}`, "House of Tea"},
		{"not a page", string(class(`'issuer':'https://tea.org/page.json'`)), "House of Tea"},
		{"somebody else's under a usual name", string(class(`'issuer':'https://coffee.org/who'`)), ""},
		{"the same with another beginning", string(class(`'issuer':'http://www.Tea.org/who'`)), "House of Tea"},
	} {
		all, err := Read(fake(c.doc), folder.near)
		if err != nil || len(all) != 1 || all[0].Draft.Issuer.Name != c.want {
			t.Errorf("%s: %v %+v", c.name, err, all)
		}
	}
	for _, link := range []string{"i.png", "https://tea.org/img/i.png", "./i.png"} {
		all, err := Read(class(`'image':'`+link+`'`), folder.near)
		if err != nil || !bytes.Equal(all[0].Picture, dot()) || strings.Contains(codes(all[0]), "PICTURE") {
			t.Errorf("%s: %v %+v", link, err, all)
		}
	}
}

func TestNoNameLeadsOut(t *testing.T) {
	var asked []string
	near := func(name string) ([]byte, bool) {
		asked = append(asked, name)
		return nil, false
	}
	for _, link := range []string{"../../etc/passwd", "/etc/passwd", `..\..\win.ini`, "https://a.org/..", "https://a.org/%2e%2e/%2e%2e", "file:///etc/passwd", "a/../../b.png", "C:b.png", ".hidden.png", "https://a.org/x%00y.png", "https://a.org/" + strings.Repeat("n", 500)} {
		Read(class(`'image':'`+strings.ReplaceAll(link, `\`, `\\`)+`'`), near)
		Read(class(`'issuer':'`+strings.ReplaceAll(link, `\`, `\\`)+`'`), near)
	}
	for _, name := range asked {
		if strings.Contains(name, "..") || strings.HasPrefix(name, "/") || strings.ContainsAny(name, "\\:\x00") || strings.Count(name, "/") > 1 || strings.HasPrefix(name, ".") || len(name) > 200 {
			t.Errorf("asks for %q", name)
		}
	}
	if len(asked) < 10 {
		t.Errorf("asks for %q only", asked)
	}
}

func TestThePictureComesAlong(t *testing.T) {
	inside := base64.StdEncoding.EncodeToString(dot())
	whole := baked(t, string(fake(`{'type':'Assertion','badge':{'type':'BadgeClass','name':'Tea Host','image':'https://tea.org/i.png'}}`)))
	for _, c := range []struct {
		name string
		doc  []byte
		want []byte
	}{
		{"as a data URI", class(`'image':'data:image/png;base64,` + inside + `'`), dot()},
		{"in lines, with the letters of addresses, without an end", class(`'image':'data:image/png;charset=utf-8;base64,` + strings.TrimRight(strings.NewReplacer("+", "-", "/", "_").Replace(inside[:20]+`\n`+inside[20:]), "=") + `'`), dot()},
		{"as an object in a list", class(`'image':[{'id':'data:image/png;base64,` + inside + `'}]`), dot()},
		{"the one it was baked into", whole, whole},
		{"of the award", fake(`{'type':'Assertion','image':{'id':'data:image/png;base64,` + inside + `'},'badge':{'type':'BadgeClass','name':'Tea Host','image':'https://tea.org/i.png'}}`), dot()},
		{"none", class(`'image':'https://tea.org/i.png'`), nil},
	} {
		r := read(t, c.doc)
		if !bytes.Equal(r.Picture, c.want) {
			t.Errorf("%s: %d bytes, want %d", c.name, len(r.Picture), len(c.want))
		}
		if c.want != nil && strings.Contains(codes(r), "PICTURE") {
			t.Errorf("%s tells %s", c.name, codes(r))
		}
	}
}

func TestWhatNoFieldTakesIsKeptAsItStood(t *testing.T) {
	for _, c := range []struct{ name, doc, want string }{
		{"of the badge", string(class(`'related':[{'id':'https://tea.org/es'}],'x':1.50`)), `related=[{"id":"https://tea.org/es"}] x=1.50`},
		{"of the issuer, and whose it is", string(class(`'issuer':{'name':'House of Tea','telephone':'+49 1','id':'https://tea.org/i'}`)), `issuer.telephone="+49 1" issuer.id="https://tea.org/i" issuer.name="House of Tea"`},
		{"of an entry, and which it is", string(class(`'alignment':[{'targetName':'A','targetUrl':'https://a.org'},{'targetName':'B','targetUrl':'https://b.org','targetType':'CFItem'}]`)), `alignment[1].targetType="CFItem" alignment[1].targetUrl="https://b.org"`},
		{"of the criteria", string(class(`'criteria':{'id':'https://tea.org/c','schema:x':1}`)), `criteria.schema:x=1`},
		{"an odd key", string(class(`'https://tea.org/a.b':1,'a b':{'c':2}`)), `["https://tea.org/a.b"]=1 ["a b"]={"c":2}`},
		{"hidden letters as their numbers", string(class(`'x':'a` + "\u202E" + `b'`)), `x="a\u202eb"`},
		{"no control characters", string(class(`'x':'a\u0000b\u001b[31m'`)), `x="ab"`},
		{"an id that follows from the address", string(class(`'issuer':{'url':'https://tea.org/','id':'https://tea.org/issuer.json'}`)), ``},
		{"contexts", `{'@context':['https://w3id.org/openbadges/v2',{'mood':'https://tea.org/m'}],'type':['BadgeClass','tea:Badge'],'name':'T','mood':1}`, `type=["BadgeClass","tea:Badge"] mood=1 @context=["https://w3id.org/openbadges/v2",{"mood":"https://tea.org/m"}]`},
		{"what was cut", string(class(`'version':'` + strings.Repeat("v", 61) + `'`)), `version="` + strings.Repeat("v", 61) + `"`},
	} {
		r := read(t, fake(c.doc))
		if got := kept(r); got != c.want {
			t.Errorf("%s: keeps %s, want %s", c.name, got, c.want)
		}
		if len(r.Draft.Foreign) != len(r.Kept) {
			t.Errorf("%s: the draft does not have it", c.name)
		}
	}
}

// What an award says of a person does not come along.
func TestNobodysNameComesAlong(t *testing.T) {
	for _, doc := range []string{
		`{'type':'Assertion','recipient':{'identity':'ana@home.org'},'evidence':'https://ana.org','badge':` + string(class("")) + `}`,
		`{'type':'OpenBadgeCredential','name':'Ana','credentialSubject':{'id':'did:ana','identifier':[{'identityHash':'ana'}],'achievement':{'type':'Achievement','name':'Tea Host'}},'proof':{'x':'ana'}}`,
	} {
		r := read(t, fake(doc))
		if s := kept(r) + say(r.Draft, "name", "description", "criteria.evidence"); strings.Contains(strings.ToLower(s), "ana") || !r.Award {
			t.Error(s)
		}
	}
}

// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package field

// languages are the official languages of Europe and its neighbours under
// their own names, for the language of a badge's text. Names of languages in
// themselves are the same whatever language the program speaks.
var languages = []struct{ tag, name string }{
	{"en", "English"}, {"es", "Español"}, {"de", "Deutsch"}, {"fr", "Français"}, {"it", "Italiano"},
	{"pt", "Português"}, {"ca", "Català"}, {"eu", "Euskara"}, {"gl", "Galego"}, {"nl", "Nederlands"},
	{"ar", "العربية"}, {"bg", "Български"}, {"bs", "Bosanski"}, {"cs", "Čeština"}, {"cy", "Cymraeg"},
	{"da", "Dansk"}, {"el", "Ελληνικά"}, {"et", "Eesti"}, {"fi", "Suomi"}, {"ga", "Gaeilge"},
	{"hr", "Hrvatski"}, {"hu", "Magyar"}, {"is", "Íslenska"}, {"lb", "Lëtzebuergesch"}, {"lt", "Lietuvių"},
	{"lv", "Latviešu"}, {"mk", "Македонски"}, {"mt", "Malti"}, {"nb", "Norsk bokmål"}, {"nn", "Norsk nynorsk"},
	{"pl", "Polski"}, {"ro", "Română"}, {"ru", "Русский"}, {"sk", "Slovenčina"}, {"sl", "Slovenščina"},
	{"sq", "Shqip"}, {"sr", "Српски"}, {"sv", "Svenska"}, {"tr", "Türkçe"}, {"uk", "Українська"},
}

// Languages are what the language of a badge's text is chosen from: each under
// its own name, its value a BCP 47 tag.
func Languages() []Option {
	out := make([]Option, len(languages))
	for i, l := range languages {
		out[i] = Option{l.name, l.tag}
	}
	return out
}

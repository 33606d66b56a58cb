// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package designer

import "strings"

// short are the languages of two letters that the registry of language tags
// has (ISO 639-1, and "sh", which it keeps), one after the other.
const short = "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugvhahehihohr" +
	"hthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnv" +
	"nyocojomorospapiplpsptqurmrnrorurwsascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxh" +
	"yiyozazhzu"

// KnownLanguage reports whether there is a language that a tag begins with, as
// far as two letters tell: the official validator of Open Badges 2.0 refuses a
// badge in none. Of longer codes there are thousands, which are taken on trust.
func KnownLanguage(tag string) bool {
	code, _, _ := strings.Cut(tag, "-")
	for i := 0; len(code) == 2 && i < len(short); i += 2 {
		if strings.EqualFold(short[i:i+2], code) {
			return true
		}
	}
	return len(code) != 2
}

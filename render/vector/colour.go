// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package vector

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// rgba is a colour in sRGB, each part from 0 to 1, not premultiplied.
type rgba struct{ r, g, b, a float64 }

// named are the colours of CSS Color 4 that have names, without those that a
// shade's name makes of another.
const named = "black000000 silverc0c0c0 gray808080 grey808080 whiteffffff maroon800000 redff0000 purple800080 fuchsiaff00ff magentaff00ff " +
	"green008000 lime00ff00 olive808000 yellowffff00 navy000080 blue0000ff teal008080 aqua00ffff cyan00ffff orangeffa500 alicebluef0f8ff " +
	"antiquewhitefaebd7 aquamarine7fffd4 azuref0ffff beigef5f5dc bisqueffe4c4 blanchedalmondffebcd blueviolet8a2be2 browna52a2a burlywooddeb887 " +
	"cadetblue5f9ea0 chartreuse7fff00 chocolated2691e coralff7f50 cornflowerblue6495ed cornsilkfff8dc crimsondc143c darkblue00008b darkcyan008b8b " +
	"darkgoldenrodb8860b darkgraya9a9a9 darkgreya9a9a9 darkgreen006400 darkkhakibdb76b darkmagenta8b008b darkolivegreen556b2f darkorangeff8c00 " +
	"darkorchid9932cc darkred8b0000 darksalmone9967a darkseagreen8fbc8f darkslateblue483d8b darkslategray2f4f4f darkslategrey2f4f4f " +
	"darkturquoise00ced1 darkviolet9400d3 deeppinkff1493 deepskyblue00bfff dimgray696969 dimgrey696969 dodgerblue1e90ff firebrickb22222 " +
	"floralwhitefffaf0 forestgreen228b22 gainsborodcdcdc ghostwhitef8f8ff goldffd700 goldenroddaa520 greenyellowadff2f honeydewf0fff0 hotpinkff69b4 " +
	"indianredcd5c5c indigo4b0082 ivoryfffff0 khakif0e68c lavendere6e6fa lavenderblushfff0f5 lawngreen7cfc00 lemonchiffonfffacd lightblueadd8e6 " +
	"lightcoralf08080 lightcyane0ffff lightgoldenrodyellowfafad2 lightgrayd3d3d3 lightgreyd3d3d3 lightgreen90ee90 lightpinkffb6c1 lightsalmonffa07a " +
	"lightseagreen20b2aa lightskyblue87cefa lightslategray778899 lightslategrey778899 lightsteelblueb0c4de lightyellowffffe0 limegreen32cd32 linenfaf0e6 " +
	"mediumaquamarine66cdaa mediumblue0000cd mediumorchidba55d3 mediumpurple9370db mediumseagreen3cb371 mediumslateblue7b68ee mediumspringgreen00fa9a " +
	"mediumturquoise48d1cc mediumvioletredc71585 midnightblue191970 mintcreamf5fffa mistyroseffe4e1 moccasinffe4b5 navajowhiteffdead oldlacefdf5e6 " +
	"olivedrab6b8e23 orangeredff4500 orchidda70d6 palegoldenrodeee8aa palegreen98fb98 paleturquoiseafeeee palevioletreddb7093 papayawhipffefd5 " +
	"peachpuffffdab9 perucd853f pinkffc0cb plumdda0dd powderblueb0e0e6 rebeccapurple663399 rosybrownbc8f8f royalblue4169e1 saddlebrown8b4513 " +
	"salmonfa8072 sandybrownf4a460 seagreen2e8b57 seashellfff5ee siennaa0522d skyblue87ceeb slateblue6a5acd slategray708090 slategrey708090 " +
	"snowfffafa springgreen00ff7f steelblue4682b4 tand2b48c thistled8bfd8 tomatoff6347 turquoise40e0d0 violetee82ee wheatf5deb3 whitesmokef5f5f5 " +
	"yellowgreen9acd32"

var names = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, s := range strings.Fields(named) {
		out[s[:len(s)-6]] = s[len(s)-6:]
	}
	return out
})

// colour reads a colour as CSS writes them; false for none.
func colour(s string, current rgba) (rgba, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "currentcolor" {
		return current, true
	}
	if s == "transparent" {
		return rgba{}, true
	}
	if digits, ok := strings.CutPrefix(s, "#"); ok {
		return hex(digits)
	}
	if digits, ok := names()[s]; ok {
		return hex(digits)
	}
	name, rest, ok := strings.Cut(s, "(")
	args, _, closed := strings.Cut(rest, ")")
	if !ok || !closed {
		return rgba{}, false
	}
	parts := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '/' || r == '\t' || r == '\n' })
	if len(parts) < 3 || len(parts) > 4 {
		return rgba{}, false
	}
	c := rgba{a: 1}
	if len(parts) == 4 {
		if c.a, ok = share(parts[3]); !ok {
			return c, false
		}
	}
	switch name {
	case "rgb", "rgba":
		for i, to := range []*float64{&c.r, &c.g, &c.b} {
			v, ok := length(parts[i], 255)
			if !ok {
				return c, false
			}
			*to = max(0, min(1, v/255))
		}
		return c, true
	case "hsl", "hsla":
		h, ok1 := length(strings.TrimSuffix(parts[0], "deg"), 360)
		sat, ok2 := share(parts[1])
		light, ok3 := share(parts[2])
		c.r, c.g, c.b = hue(h, sat, light)
		return c, ok1 && ok2 && ok3
	}
	return c, false
}

// hex reads 3, 4, 6 or 8 digits.
func hex(s string) (rgba, bool) {
	if len(s) == 3 || len(s) == 4 {
		long := make([]byte, 0, 8)
		for i := range len(s) {
			long = append(long, s[i], s[i])
		}
		s = string(long)
	}
	if len(s) == 6 {
		s += "ff"
	}
	v, err := strconv.ParseUint(s, 16, 32)
	if len(s) != 8 || err != nil {
		return rgba{}, false
	}
	return rgba{float64(v>>24) / 255, float64(v>>16&255) / 255, float64(v>>8&255) / 255, float64(v&255) / 255}, true
}

// hue is the colour of CSS's hsl().
func hue(h, s, l float64) (r, g, b float64) {
	h = math.Mod(math.Mod(h, 360)+360, 360)
	at := func(n float64) float64 {
		k := math.Mod(n+h/30, 12)
		return l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1))
	}
	return at(0), at(8), at(4)
}

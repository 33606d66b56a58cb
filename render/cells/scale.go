// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cells

import (
	"image"
	"math"
)

// Light is added up in linear steps of 1/4095: averaging the stored values
// would make fine light lines on dark too dim.
const full = 4095

var (
	toLinear [256]uint64
	toStored [full + 1]uint8
)

func init() {
	for i := range toLinear {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		toLinear[i] = uint64(v*full + 0.5)
	}
	for i := range toStored {
		v := float64(i) / full
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		toStored[i] = uint8(v*255 + 0.5)
	}
}

// scale fits img into cols by rows cells. Of says what a dot is by the pixels
// that lie under it.
func (p *printer) scale(img *image.RGBA, cols, rows int, of func(img *image.RGBA, x0, y0, x1, y1 int) dot) {
	w, h := cols*p.across, rows*p.down
	p.w, p.h = w, h
	if cap(p.dots) < w*h {
		p.dots = make([]dot, w*h)
	}
	p.dots = p.dots[:w*h]
	clear(p.dots)
	iw, ih := img.Rect.Dx(), img.Rect.Dy()
	if iw == 0 || ih == 0 {
		return
	}
	// The larger picture that still fits, at least one dot each way.
	iw, ih = iw*p.high, ih*p.wide // in dots, as wide as they are
	fw, fh := w, max(1, (w*ih+iw/2)/iw)
	if fh > h {
		fw, fh = max(1, (h*iw+ih/2)/ih), h
	}
	iw, ih = img.Rect.Dx(), img.Rect.Dy()
	ox, oy := (w-fw)/2, (h-fh)/2
	for y := range fh {
		y0 := y * ih / fh
		y1 := max(y0+1, (y+1)*ih/fh)
		for x := range fw {
			x0 := x * iw / fw
			x1 := max(x0+1, (x+1)*iw/fw)
			p.dots[(oy+y)*w+ox+x] = of(img, x0, y0, x1, y1)
		}
	}
}

// mean is the average of a rectangle. Less than half covered, it is the
// ground; otherwise it is the colour of what covers it, as nobody knows the
// ground's colour here.
func mean(img *image.RGBA, x0, y0, x1, y1 int) dot {
	var r, g, b, a uint64
	for y := y0; y < y1; y++ {
		row := img.Pix[y*img.Stride+4*x0 : y*img.Stride+4*x1]
		for len(row) >= 4 {
			switch c := uint64(row[3]); c {
			case 0:
			case 255:
				r, g, b, a = r+255*toLinear[row[0]], g+255*toLinear[row[1]], b+255*toLinear[row[2]], a+255
			default:
				r += c * toLinear[min(255, uint64(row[0])*255/c)]
				g += c * toLinear[min(255, uint64(row[1])*255/c)]
				b += c * toLinear[min(255, uint64(row[2])*255/c)]
				a += c
			}
			row = row[4:]
		}
	}
	if n := uint64((x1 - x0) * (y1 - y0)); 2*a < 255*n || a == 0 {
		return dot{}
	}
	return dot{toStored[(r+a/2)/a], toStored[(g+a/2)/a], toStored[(b+a/2)/a], true}
}

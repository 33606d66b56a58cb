// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package icon

import (
	"errors"
	"math"

	"golang.org/x/exp/shiny/iconvg"

	"insignia/render/outline"
)

// errArc says that a glyph has an arc other than the half circles which the
// Material set uses for its dots.
var errArc = errors.New("icon: an arc that is not half a circle")

// decode reads a Material glyph in the IconVG format as one path.
func decode(glyph []byte) (outline.Path, error) {
	var t tracer
	if err := iconvg.Decode(&t, glyph, nil); err != nil {
		return nil, err
	}
	return t.path, t.err
}

// tracer writes down the path that IconVG describes. Colours and levels of
// detail are not looked at: a badge paints the whole glyph in one colour.
type tracer struct {
	path   outline.Path
	at     outline.Pt // where the pen stands
	handle outline.Pt // the last curve's last handle, for a smooth one
	err    error
}

func (t *tracer) Reset(iconvg.Metadata)             {}
func (t *tracer) SetCSel(uint8)                     {}
func (t *tracer) SetNSel(uint8)                     {}
func (t *tracer) SetCReg(uint8, bool, iconvg.Color) {}
func (t *tracer) SetNReg(uint8, bool, float32)      {}
func (t *tracer) SetLOD(float32, float32)           {}

func (t *tracer) StartPath(_ uint8, x, y float32) { t.move(t.abs(x, y)) }
func (t *tracer) ClosePathEndPath()               { t.path.Close() }
func (t *tracer) ClosePathAbsMoveTo(x, y float32) { t.path.Close(); t.move(t.abs(x, y)) }
func (t *tracer) ClosePathRelMoveTo(x, y float32) { t.path.Close(); t.move(t.rel(x, y)) }
func (t *tracer) AbsHLineTo(x float32)            { t.line(outline.Pt{X: float64(x), Y: t.at.Y}) }
func (t *tracer) RelHLineTo(x float32)            { t.line(t.rel(x, 0)) }
func (t *tracer) AbsVLineTo(y float32)            { t.line(outline.Pt{X: t.at.X, Y: float64(y)}) }
func (t *tracer) RelVLineTo(y float32)            { t.line(t.rel(0, y)) }
func (t *tracer) AbsLineTo(x, y float32)          { t.line(t.abs(x, y)) }
func (t *tracer) RelLineTo(x, y float32)          { t.line(t.rel(x, y)) }
func (t *tracer) AbsSmoothQuadTo(x, y float32)    { t.quad(t.mirror(), t.abs(x, y)) }
func (t *tracer) RelSmoothQuadTo(x, y float32)    { t.quad(t.mirror(), t.rel(x, y)) }
func (t *tracer) AbsQuadTo(x1, y1, x, y float32)  { t.quad(t.abs(x1, y1), t.abs(x, y)) }
func (t *tracer) RelQuadTo(x1, y1, x, y float32)  { t.quad(t.rel(x1, y1), t.rel(x, y)) }
func (t *tracer) AbsSmoothCubeTo(x2, y2, x, y float32) {
	t.cube(t.mirror(), t.abs(x2, y2), t.abs(x, y))
}
func (t *tracer) RelSmoothCubeTo(x2, y2, x, y float32) {
	t.cube(t.mirror(), t.rel(x2, y2), t.rel(x, y))
}
func (t *tracer) AbsCubeTo(x1, y1, x2, y2, x, y float32) {
	t.cube(t.abs(x1, y1), t.abs(x2, y2), t.abs(x, y))
}
func (t *tracer) RelCubeTo(x1, y1, x2, y2, x, y float32) {
	t.cube(t.rel(x1, y1), t.rel(x2, y2), t.rel(x, y))
}
func (t *tracer) AbsArcTo(rx, ry, _ float32, _, sweep bool, x, y float32) {
	t.half(rx, ry, sweep, t.abs(x, y))
}
func (t *tracer) RelArcTo(rx, ry, _ float32, _, sweep bool, x, y float32) {
	t.half(rx, ry, sweep, t.rel(x, y))
}

func (t *tracer) abs(x, y float32) outline.Pt { return outline.Pt{X: float64(x), Y: float64(y)} }

func (t *tracer) rel(x, y float32) outline.Pt {
	return outline.Pt{X: t.at.X + float64(x), Y: t.at.Y + float64(y)}
}

// mirror is the handle that continues the last curve without a corner.
func (t *tracer) mirror() outline.Pt {
	return outline.Pt{X: 2*t.at.X - t.handle.X, Y: 2*t.at.Y - t.handle.Y}
}

func (t *tracer) move(a outline.Pt) { t.path.Move(a); t.at, t.handle = a, a }
func (t *tracer) line(a outline.Pt) { t.path.Line(a); t.at, t.handle = a, a }

func (t *tracer) quad(a, b outline.Pt)    { t.path.Quad(a, b); t.at, t.handle = b, a }
func (t *tracer) cube(a, b, c outline.Pt) { t.path.Cube(a, b, c); t.at, t.handle = c, b }

// half draws half a circle to b.
func (t *tracer) half(rx, ry float32, sweep bool, b outline.Pt) {
	a, r := t.at, float64(rx)
	d := math.Hypot(b.X-a.X, b.Y-a.Y)
	if rx != ry || math.Abs(d-2*r) > 0.05 {
		t.err = errArc
		return
	}
	from := math.Atan2(a.Y-b.Y, a.X-b.X)
	to := from - math.Pi
	if sweep {
		to = from + math.Pi
	}
	t.path.Arc(outline.Pt{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}, d/2, from, to)
	t.at, t.handle = b, b
}

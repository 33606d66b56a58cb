// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package cli

import (
	"bytes"
	"context"
	"image/png"
	"path/filepath"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"insignia/designer"
	"insignia/export"
	"insignia/render"
	"insignia/render/alt"
	"insignia/render/cells"
	"insignia/render/proof"
	"insignia/tui"
)

// defaultSize is the side of a PNG in pixels when nobody says: what every
// issuer but two takes (see export/picture).
const defaultSize = 300

func (a *app) renderCommand() *cobra.Command {
	var o drawing
	c := a.command(&cobra.Command{
		Use:               "render ID|FILE",
		Short:             "Draw a badge, here or into a file",
		Long:              "Draw a badge: in the terminal, or into the file that -o names. -o - writes to standard output.",
		Example:           "insignia render 1f3a\ninsignia render 1f3a -o badge.png --size 600\ninsignia render answers.json -o - --format svg > badge.svg",
		ValidArgsFunction: a.completeID,
	}, 1, 1, func(ctx context.Context, args []string) error {
		if err := o.check(); err != nil {
			return unable(err)
		}
		d, err := a.sourceDraft(ctx, args[0])
		if err != nil {
			return err
		}
		p := alt.Draw(d)
		a.problems(p.Problems(), designer.Warn)
		if o.file == "" {
			a.draw(p)
			return nil
		}
		return a.write(p, o)
	})
	c.Flags().StringVarP(&o.file, "output", "o", "", "file to write, or - for standard output")
	c.Flags().StringVar(&o.format, "format", "", "png or svg; the file's name says it otherwise")
	c.Flags().IntVar(&o.size, "size", 0, "side of a PNG in pixels (300)")
	c.Flags().IntVar(&o.bytes, "bytes", 0, "the most bytes of a PNG: fewer colours where it takes them")
	c.Flags().BoolVar(&o.proof, "proof", false, "into a PNG: small, on other pages, for other eyes")
	c.Flags().BoolVar(&o.force, "force", false, "replace a file that is there")
	return c
}

// drawing is how a picture is wanted.
type drawing struct {
	file, format string
	size, bytes  int
	proof, force bool
}

// check settles the format, or says what does not go together.
func (o *drawing) check() error {
	known := []string{"png", "svg"}
	format := strings.ToLower(o.format)
	if format == "" && o.file != "" {
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.file), "."))
	}
	switch {
	case o.file == "" && (o.format != "" || o.size != 0 || o.bytes != 0 || o.proof):
		return refuse("no-output")
	case o.file == "":
		return nil
	case format == "":
		return refuse("no-format")
	case format != "png" && format != "svg":
		return refuse("unknown-format", "value", format, "nearest", guess(format, known), "known", strings.Join(known, ", "))
	case format == "svg" && (o.size != 0 || o.bytes != 0 || o.proof):
		return refuse("svg-size")
	}
	o.format = format
	if o.size == 0 {
		o.size = defaultSize
	}
	return nil
}

func (a *app) write(p render.Picture, o drawing) error {
	var b []byte
	var err error
	switch {
	case o.proof:
		var out bytes.Buffer
		err = png.Encode(&out, proof.Strip(p.Scene()))
		b = out.Bytes()
	case o.format == "svg":
		b, err = p.SVG()
	case o.bytes > 0:
		b, err = p.PNGWithin(o.size, o.bytes)
	default:
		b, err = p.PNG(o.size)
	}
	switch {
	case err != nil:
		return err
	case o.file != "-":
		return export.Write(filepath.Dir(o.file), []export.File{{Name: filepath.Base(o.file), Bytes: b}}, o.force)
	case o.format == "png" && terminal(a.Stdout):
		return unable(refuse("png-terminal"))
	}
	a.emit(b)
	return nil
}

// The size of a picture among text, in cells: as large as it may be and
// leave room for what stands around it.
const (
	drawCols = 40
	drawRows = 20
)

// draw shows the picture in as many colours as standard output has.
func (a *app) draw(p render.Picture) {
	cols, rows := drawCols, drawRows
	if w, h := size(a.Stdout); w > 0 && h > 0 {
		cols, rows = min(cols, w), min(rows, max(h-2, 6))
	}
	cols = min(cols, 2*rows)
	var b bytes.Buffer
	out := colorprofile.Writer{Forward: &b, Profile: a.profile()}
	out.WriteString(cells.Preview(p.Scene(), cols, cols/2, a.style(out.Profile)) + "\n")
	a.emit(b.Bytes())
}

// profile is the colours that standard output has. NO_COLOR is the user's
// last word (no-color.org), whatever else asks for colours.
func (a *app) profile() colorprofile.Profile {
	if a.env("NO_COLOR") != "" {
		return colorprofile.Ascii
	}
	return colorprofile.Detect(a.Stdout, a.Environ)
}

// style is how pictures are put into cells. The writer takes 24 bits down to 256
// colours by itself; to sixteen we know better.
func (a *app) style(p colorprofile.Profile) cells.Style {
	asked := tui.Chosen(a.theme.value, a.picture.value, a.still).Over(a.kept)
	return asked.Picture.Style(p, false, a.Environ)
}

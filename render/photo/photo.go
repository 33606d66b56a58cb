// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

// Package photo takes in pictures that people bring: a logo, the photo of a
// drawing on paper. Whatever it is given, it looks at the beginning first and
// refuses before it spends memory; what it keeps is pixels alone, upright, with
// nothing of where and when they were made. It knows files and pixels; it knows
// no badges.
package photo

import (
	"bytes"
	"errors"
	"image"
	"image/gif"

	"insignia/designer"
	"insignia/render/photo/jpeg"
	"insignia/render/vector"
)

// FileMost is how many bytes a file may have: the largest photos of telephones
// have 20 MB.
const FileMost = 32 << 20

const (
	pixelMost = 16 << 20 // of a PNG or a GIF
	jpegMost  = 64 << 20 // of a JPEG, which is read smaller than it is
	// workSide is how long the longer side is read at most: twice what a badge
	// keeps, so that cropping costs nothing.
	workSide = 1600
)

// Photo is a picture that has been taken in: upright, its alpha premultiplied.
type Photo struct {
	img  *image.RGBA
	left []string
}

// LeftOut names what of an SVG was not drawn, as the file calls it: text, image.
func (p *Photo) LeftOut() []string { return p.left }

// Image is its pixels, its longer side at most 1,600.
func (p *Photo) Image() *image.RGBA { return p.img }

// Read takes in a PNG, a JPEG, the first picture of a GIF, or an SVG. Errors are
// *designer.Error: photo-empty, photo-file with the most megabytes, photo-pixels
// with the most megapixels, photo-heic, photo-kind with what it is, photo-jpeg where it is a JPEG of a rare
// kind, photo-unknown, photo-broken, and those of package vector.
func Read(b []byte) (*Photo, error) {
	if len(b) == 0 {
		return nil, &designer.Error{Code: "photo-empty"}
	}
	if len(b) > FileMost {
		return nil, ErrFile()
	}
	switch kind := kindOf(b); kind {
	case "svg":
		img, left, err := vector.Read(b)
		if err != nil {
			return nil, err
		}
		return &Photo{img: img, left: left}, nil
	case "png":
		img, err := readPNG(b, workSide)
		return photo(img, err)
	case "jpeg":
		c, err := jpeg.DecodeConfig(b)
		if err == nil && c.Width*c.Height > jpegMost {
			return nil, tooMany("64")
		}
		if err != nil {
			return nil, refused(err)
		}
		img, err := jpeg.Decode(b, workSide)
		if err == nil {
			img = upright(img, orientation(b))
		}
		return photo(img, err)
	case "gif":
		img, err := readGIF(b)
		return photo(img, err)
	case "heic":
		return nil, &designer.Error{Code: "photo-heic"}
	case "":
		return nil, &designer.Error{Code: "photo-unknown"}
	default:
		return nil, &designer.Error{Code: "photo-kind", Args: designer.Args{"kind": kind}}
	}
}

// ErrFile is the error, photo-file, of a file that has more than FileMost bytes.
func ErrFile() error {
	return &designer.Error{Code: "photo-file", Args: designer.Args{"most": "32"}}
}

func photo(img *image.RGBA, err error) (*Photo, error) {
	if err != nil {
		return nil, refused(err)
	}
	return &Photo{img: img}, nil
}

// refused puts what a decoder says into our words.
func refused(err error) error {
	var e *designer.Error
	switch {
	case errors.As(err, &e):
		return err
	case errors.Is(err, jpeg.ErrUnsupported):
		return &designer.Error{Code: "photo-jpeg", Err: err}
	}
	return &designer.Error{Code: "photo-broken", Err: err}
}

func tooMany(most string) error {
	return &designer.Error{Code: "photo-pixels", Args: designer.Args{"most": most}}
}

// beginnings tell files apart by their first bytes, from where they stand.
var beginnings = []struct {
	at    int
	bytes string
	kind  string
}{
	{0, "\x89PNG\r\n\x1a\n", "png"}, {0, "\xff\xd8", "jpeg"}, {0, "GIF87a", "gif"}, {0, "GIF89a", "gif"},
	{4, "ftypavif", "AVIF"}, {4, "ftypavis", "AVIF"}, {4, "ftyphei", "heic"}, {4, "ftyphev", "heic"}, {4, "ftypmif1", "heic"}, {4, "ftypmsf1", "heic"},
	{4, "ftyp", "MP4"}, {4, "JXL ", "JPEG XL"}, {0, "\xff\x0a", "JPEG XL"}, {0, "\x00\x00\x01\x00", "ICO"},
	{8, "WEBP", "WebP"}, {0, "%PDF", "PDF"}, {0, "BM", "BMP"}, {0, "II*\x00", "TIFF"}, {0, "MM\x00*", "TIFF"}, {0, "8BPS", "PSD"},
	{0, "PK\x03\x04", "ZIP"},
}

func kindOf(b []byte) string {
	for _, x := range beginnings {
		if len(b) >= x.at && bytes.HasPrefix(b[x.at:], []byte(x.bytes)) {
			return x.kind
		}
	}
	if vector.Is(b) {
		return "svg"
	}
	return ""
}

// readGIF reads the first picture. Its code packs at most 4,095 pixels into
// twelve bits, so a short file cannot ask for much.
func readGIF(b []byte) (*image.RGBA, error) {
	c, err := gif.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	if c.Width*c.Height > pixelMost {
		return nil, tooMany("16")
	}
	if c.Width*c.Height == 0 || c.Width*c.Height > len(b)*2730 {
		return nil, errors.New("short")
	}
	img, err := gif.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	frame, ok := img.(*image.Paletted)
	if !ok {
		return nil, errors.New("palette")
	}
	var colours [256][4]byte
	for i, c := range frame.Palette {
		r, g, bl, a := c.RGBA()
		colours[i] = [4]byte{byte(r >> 8), byte(g >> 8), byte(bl >> 8), byte(a >> 8)}
	}
	// The frame may be smaller than the picture.
	out := newReduced(c.Width, c.Height, workSide)
	row := make([]byte, 4*c.Width)
	for y := range c.Height {
		clear(row)
		if at := frame.Rect.Min; y >= at.Y && y < frame.Rect.Max.Y {
			for x, i := range frame.Pix[frame.PixOffset(at.X, y):][:frame.Rect.Dx()] {
				copy(row[4*(at.X+x):], colours[i][:])
			}
		}
		out.add(y, row)
	}
	return out.image(), nil
}

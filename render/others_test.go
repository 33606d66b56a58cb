// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package render

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"insignia/designer"
)

// BenchmarkTheGallery draws the sixty looks of the gallery to PNG files, in turn
// with rsvg-convert (a process a file, and for comparison of an empty file) and
// with resvg-js, where RESVG names a folder in which npm has installed
// @resvg/resvg-js. Its figures are milliseconds a picture.
func BenchmarkTheGallery(b *testing.B) {
	dir := b.TempDir()
	var files []string
	for i, l := range gallery {
		svg, err := Of(designer.Draft{Look: l}).SVG()
		if err != nil {
			b.Fatal(err)
		}
		name := filepath.Join(dir, strconv.Itoa(i)+".svg")
		if err := os.WriteFile(name, svg, 0o600); err != nil {
			b.Fatal(err)
		}
		files = append(files, name)
	}
	empty := filepath.Join(dir, "empty.svg")
	if err := os.WriteFile(empty, []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"/>`), 0o600); err != nil {
		b.Fatal(err)
	}
	per := func(b *testing.B, n int) {
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n)/1000, "ms/picture")
	}
	for _, px := range []int{512, 1024} {
		b.Run(fmt.Sprintf("ours-%d", px), func(b *testing.B) {
			for b.Loop() {
				for i, l := range gallery {
					png, err := Of(designer.Draft{Look: l}).PNG(px)
					if err != nil {
						b.Fatal(err)
					}
					if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)+".png"), png, 0o600); err != nil {
						b.Fatal(err)
					}
				}
			}
			per(b, len(gallery))
		})
		if tool, err := exec.LookPath("rsvg-convert"); err == nil {
			one := func(b *testing.B, file string) {
				cmd := exec.Command(tool, "-w", strconv.Itoa(px), "-h", strconv.Itoa(px), "-o", filepath.Join(dir, "rsvg.png"), file)
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatal(err, string(out))
				}
			}
			b.Run(fmt.Sprintf("rsvg-convert-%d", px), func(b *testing.B) {
				for b.Loop() {
					for _, f := range files {
						one(b, f)
					}
				}
				per(b, len(files))
			})
			b.Run(fmt.Sprintf("rsvg-convert-of-nothing-%d", px), func(b *testing.B) {
				for b.Loop() {
					one(b, empty)
				}
				per(b, 1)
			})
		}
		if at := os.Getenv("RESVG"); at != "" {
			// It times itself, without its start.
			script := `const {Resvg}=require(process.argv[1]+"/node_modules/@resvg/resvg-js");const fs=require("fs");
const files=process.argv.slice(3).map(f=>fs.readFileSync(f));let t=0;
for(let k=0;k<4;k++){const s=process.hrtime.bigint();for(const f of files)new Resvg(f,{fitTo:{mode:"width",value:+process.argv[2]}}).render().asPng();if(k)t+=Number(process.hrtime.bigint()-s)/1e6/files.length}
console.log(t/3)`
			b.Run(fmt.Sprintf("resvg-js-%d", px), func(b *testing.B) {
				for b.Loop() {
				}
				out, err := exec.Command("node", append([]string{"-e", script, at, strconv.Itoa(px)}, files...)...).CombinedOutput()
				if err != nil {
					b.Fatal(err, string(out))
				}
				ms, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(ms, "ms/picture")
			})
		}
	}
}

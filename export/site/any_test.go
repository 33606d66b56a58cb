// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package site

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"insignia/designer/drafttest"
	"insignia/export"
	"insignia/export/check"
	"insignia/export/ob2"
	"insignia/export/ob3"
)

var anyOut = flag.String("any", "", "folder to write every document of the drafts made by chance to, for other validators")

// Whatever is answered, embedded or hosted, the files of both generations keep
// every rule.
func TestWhateverIsAnsweredTheFilesAreValid(t *testing.T) {
	documents, drafts := 0, uint64(300)
	if testing.Short() {
		drafts = 30
	}
	for seed := range drafts {
		d := drafttest.Any(seed)
		for where, url := range map[string]string{"embedded": "", "hosted": base} {
			formats := []export.Format{ob2.Format, ob3.Format}
			if url != "" {
				formats = append(formats, Format)
			}
			files, _, err := export.All(formats, d, export.Once(blank{}), export.Options{BaseURL: url})
			if err != nil {
				t.Fatalf("%d %s: %v", seed, where, err)
			}
			for _, f := range files {
				if strings.HasSuffix(f.Name, ".html") {
					read(t, f.Bytes)
				}
				if !strings.HasSuffix(f.Name, ".json") {
					continue
				}
				documents++
				for _, x := range check.Check(f.Bytes).Findings {
					if x.Rule != "placeholder" && x.Rule != "text-angle" && x.Rule != "text-long" && x.Rule != "unsigned" {
						t.Errorf("%d %s %s: %s at %s %v", seed, where, f.Name, x.Rule, x.Path, x.Args)
					}
				}
				if *anyOut != "" {
					p := filepath.Join(*anyOut, strconv.Itoa(int(seed))+"-"+where, f.Name)
					if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(p, f.Bytes, 0o666); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	if documents != 10*int(drafts) {
		t.Errorf("%d documents", documents)
	}
}

// tiny is a picture of a few bytes, so that documents are what is measured.
type tiny struct{ blank }

func (tiny) PNG(int) ([]byte, error) { return blank{}.PNG(1) }

// A draft to the checked documents of both generations, without its picture.
func BenchmarkDocuments(b *testing.B) {
	d := draft(b, "bike-repair-buddy", "en")
	for b.Loop() {
		if _, _, err := export.All([]export.Format{ob2.Format, ob3.Format}, d, tiny{}, export.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

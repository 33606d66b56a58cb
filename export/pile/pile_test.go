// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package pile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"insignia/designer"
	"insignia/designer/sample"
	"insignia/export"
	"insignia/export/answers"
	"insignia/export/takehome"
	"insignia/internal/locale"
	"insignia/render"
)

var aDay = time.Date(2026, 3, 14, 9, 30, 0, 0, time.UTC)

func id(n int) string { return fmt.Sprintf("%08x-0000-4000-8000-000000000000", n) }

func drafts(n int) []designer.Draft {
	var out []designer.Draft
	for i := range n {
		names := sample.Names()
		d, _ := sample.Load(names[i%len(names)], "en")
		d.Meta = designer.Meta{ID: id(i), Revision: i + 1, Created: aDay, Updated: aDay.Add(time.Hour), Saves: designer.Saves{"0a1b2c3d": i + 1, "ffffffff": 2}}
		d.Workshop, d.ForkOf = id(0xaaa), id(0xf0f)
		out = append(out, d)
	}
	return out
}

var workshop = designer.Workshop{Meta: designer.Meta{ID: id(0xaaa), Revision: 3, Created: aDay, Updated: aDay, Saves: designer.Saves{"0a1b2c3d": 3}}, Title: "Library", Language: "es"}

// takenHome is a pile as it comes from a laptop.
func takenHome(t testing.TB, all []designer.Draft) []export.File {
	t.Helper()
	in := takehome.Input{Workshops: []designer.Workshop{workshop}}
	for _, d := range all {
		in.Badges = append(in.Badges, takehome.Badge{Draft: d, Picture: render.Of(d)})
	}
	files, _, err := takehome.Files(locale.For("en"), in)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func put(t testing.TB, path string, b []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func code(err error) string {
	var e *designer.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// check fails unless p has exactly these drafts and this workshop, whole.
func check(t *testing.T, p Pile, want []designer.Draft, workshops int) {
	t.Helper()
	got := slices.Clone(p.Drafts)
	slices.SortFunc(got, func(a, b designer.Draft) int { return strings.Compare(a.ID, b.ID) })
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %d drafts, not the %d as they were", len(got), len(want))
	}
	if len(p.Workshops) != workshops {
		t.Errorf("got %d workshops", len(p.Workshops))
	}
	for _, w := range p.Workshops {
		if !reflect.DeepEqual(w, workshop) {
			t.Errorf("the workshop is %+v", w)
		}
	}
	for _, u := range p.Unread {
		t.Errorf("%s: %v", u.Name, u.Err)
	}
}

func TestWhatWasTakenHomeReadsBackFromAFolderAnArchiveAndAStick(t *testing.T) {
	stick := t.TempDir()
	all := drafts(5)
	one, two := takenHome(t, all[:3]), takenHome(t, all[3:])
	for dest, files := range map[string][]export.File{"laptop 1/takehome": one, "two.zip": two} {
		if err := export.Place(filepath.Join(stick, filepath.FromSlash(dest)), files, false); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(stick, "photo.json"), []byte(`{"camera": 1}`))
	put(t, filepath.Join(stick, "._two.zip"), []byte("mac"))
	put(t, filepath.Join(stick, "budget.xlsx"), []byte("PK\x03\x04"))
	for _, c := range []struct {
		path      string
		want      []designer.Draft
		workshops int
		name      string
	}{
		{"laptop 1/takehome", all[:3], 1, "takehome"}, {"two.zip", all[3:], 1, "two.zip"}, {".", all, 2, filepath.Base(stick)}, {"laptop 1", all[:3], 1, "laptop 1"},
		{"laptop 1/takehome/bike-repair-buddy/draft.json", all[:1], 0, "draft.json"}, {"laptop 1/takehome/workshop.json", nil, 1, "workshop.json"},
	} {
		p, err := Read(filepath.Join(stick, filepath.FromSlash(c.path)))
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
		}
		check(t, p, c.want, c.workshops)
		if p.Name != c.name {
			t.Errorf("the pile is called %q", p.Name)
		}
	}
}

func TestOneBadFileDoesNotCostTheOthers(t *testing.T) {
	dir := t.TempDir()
	all := drafts(1)
	put(t, filepath.Join(dir, "good", "draft.json"), answers.Write(all[0]))
	put(t, filepath.Join(dir, "bad", "draft.json"), []byte(`{"id": `))
	put(t, filepath.Join(dir, "other", "draft.json"), []byte(`{"name": 1.5e, "why": {}}`))
	put(t, filepath.Join(dir, "renamed.json"), []byte(`{"id": "`+id(9)+`", "revision": 1, "nmae": "x"}`))
	put(t, filepath.Join(dir, "broken.zip"), []byte("PK\x03\x04 and no more"))
	put(t, filepath.Join(dir, "nothing.zip"), nil)
	put(t, filepath.Join(dir, "workshop.json"), []byte(`{"type": "insignia-workshop", "id": "`+id(1)+`", "titel": "x"}`))
	p, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Drafts) != 1 || p.Drafts[0].ID != all[0].ID || len(p.Workshops) != 0 {
		t.Errorf("%d drafts, %d workshops", len(p.Drafts), len(p.Workshops))
	}
	want := map[string]string{"bad/draft.json": "not-json", "other/draft.json": "not-json", "renamed.json": "unknown-field", "broken.zip": "bad-zip", "nothing.zip": "bad-zip", "workshop.json": "unknown-field"}
	for _, u := range p.Unread {
		rel, _ := filepath.Rel(dir, u.Name)
		rel = filepath.ToSlash(rel)
		if code(u.Err) != want[rel] {
			t.Errorf("%s: %v", rel, u.Err)
		}
		delete(want, rel)
	}
	if len(want) > 0 {
		t.Errorf("not told: %v", want)
	}
}

func TestAFileThatWasNamedMustBeOurs(t *testing.T) {
	dir := t.TempDir()
	files := takenHome(t, drafts(1))
	for _, f := range files {
		put(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Bytes)
	}
	z, err := export.Zip([]export.File{{Name: "a.txt", Bytes: []byte("x")}})
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "foreign.zip"), z)
	put(t, filepath.Join(dir, "list.json"), []byte(`[]`))
	for name, want := range map[string]string{"bike-repair-buddy/badge.json": "open-badge", "what-next.html": "not-json", "foreign.zip": "not-a-pile", "list.json": "not-answers"} {
		p, err := Read(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || len(p.Unread) != 1 || code(p.Unread[0].Err) != want {
			t.Errorf("%s: %v, %v", name, p.Unread, err)
		}
	}
	if _, err := Read(filepath.Join(dir, "missing")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
}

func TestAFileOfAnswersWithoutAnIdIsTakenWhenItIsNamedOrHasOurName(t *testing.T) {
	dir := t.TempDir()
	b := []byte(`{"name": "Reader", "earner": {"who": "Everyone on floor two"}}`)
	named := put(t, filepath.Join(dir, "answers.json"), b)
	put(t, filepath.Join(dir, "sub", "draft.json"), b)
	for path, want := range map[string]int{named: 1, dir: 1} {
		p, err := Read(path)
		if err != nil || len(p.Drafts) != want || len(p.Unread) != 0 || p.Drafts[0].Name != "Reader" || p.Drafts[0].ID != "" {
			t.Errorf("%s: %+v, %v", path, p, err)
		}
	}
}

func TestNamesInAnArchiveAreNeverPaths(t *testing.T) {
	dir := t.TempDir()
	d := drafts(3)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, name := range []string{"../../draft.json", `C:\evil\draft.json`, "/etc/draft.json"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(answers.Write(d[i]))
	}
	w, _ := z.Create("\x1b[31m\u202e/draft.json")
	w.Write([]byte("{"))
	z.Close()
	p, err := Read(put(t, filepath.Join(dir, "in", "evil.zip"), b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Drafts) != 3 || len(p.Unread) != 1 || strings.ContainsAny(p.Unread[0].Name, "\x1b\u202e") {
		t.Errorf("%d drafts, %q", len(p.Drafts), p.Unread)
	}
	if got, _ := filepath.Glob(filepath.Join(dir, "*")); len(got) != 1 {
		t.Errorf("there is now %v", got)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights on Windows")
	}
	out, dir := t.TempDir(), t.TempDir()
	put(t, filepath.Join(out, "draft.json"), answers.Write(drafts(1)[0]))
	for name, to := range map[string]string{"draft.json": filepath.Join(out, "draft.json"), "folder": out, "round": dir} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	p, err := Read(dir)
	if err != nil || len(p.Drafts)+len(p.Unread) != 0 {
		t.Errorf("%d drafts, %v, %v", len(p.Drafts), p.Unread, err)
	}
	if Holds(dir) {
		t.Error("a link counts as something to read")
	}
}

func TestDeepFoldersAndThoseOfSystemsAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	b := answers.Write(drafts(1)[0])
	for _, sub := range []string{"a/b/c/d/e", ".Trash-1000/files", "System Volume Information", "__MACOSX"} {
		put(t, filepath.Join(dir, filepath.FromSlash(sub), "draft.json"), b)
	}
	if p, err := Read(dir); err != nil || len(p.Drafts) != 0 {
		t.Errorf("%d drafts, %v", len(p.Drafts), err)
	}
	put(t, filepath.Join(dir, "a", "b", "c", "d", "draft.json"), b)
	if p, err := Read(dir); err != nil || len(p.Drafts) != 1 {
		t.Errorf("%d drafts, %v", len(p.Drafts), err)
	}
}

func TestWhatIsTooMuchIsSaidOnceAndTheRestIsKept(t *testing.T) {
	dir := t.TempDir()
	b := answers.Write(drafts(1)[0])
	for i := range 40 {
		put(t, filepath.Join(dir, fmt.Sprintf("%02d", i), "draft.json"), b)
	}
	p, err := ReadWithin(dir, Limits{Entries: 50, Total: MaxTotal})
	if err != nil || len(p.Drafts) != 10 || len(p.Unread) != 1 || code(p.Unread[0].Err) != "pile-entries" {
		t.Errorf("%d drafts, %v, %v", len(p.Drafts), p.Unread, err)
	}
	p, err = ReadWithin(dir, Limits{Entries: MaxEntries, Total: int64(3*len(b) + 5)})
	if err != nil || len(p.Drafts) != 3 || len(p.Unread) != 1 || code(p.Unread[0].Err) != "pile-size" {
		t.Errorf("%d drafts, %v, %v", len(p.Drafts), p.Unread, err)
	}
	big := filepath.Join(t.TempDir(), "draft.json")
	put(t, big, bytes.Repeat([]byte(" "), MaxFile+1))
	if p, err := Read(big); err != nil || len(p.Unread) != 1 || code(p.Unread[0].Err) != "too-big" {
		t.Errorf("%v, %v", p.Unread, err)
	}
}

func TestABombInAnArchiveIsCutShort(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("a/draft.json")
	blank := bytes.Repeat([]byte(" "), 1<<20)
	for range 40 {
		w.Write(blank)
	}
	w, _ = z.Create("b/draft.json")
	w.Write(answers.Write(drafts(1)[0]))
	z.Close()
	r := &reader{left: Limits{MaxEntries, MaxTotal}}
	r.archive(bytes.NewReader(b.Bytes()), int64(b.Len()), "bomb.zip", true)
	if len(r.Drafts) != 1 || len(r.Unread) != 1 || code(r.Unread[0].Err) != "too-big" {
		t.Errorf("%d drafts, %v", len(r.Drafts), r.Unread)
	}
	if read := MaxTotal - r.left.Total; read > 2*MaxFile {
		t.Errorf("%d bytes were unpacked", read)
	}
}

func TestATableOfContentsWithoutEndIsRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range 60_000 {
		z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%0100d", i)})
	}
	z.Close()
	r := &reader{left: Limits{MaxEntries, MaxTotal}}
	r.archive(bytes.NewReader(b.Bytes()), int64(b.Len()), "names.zip", true)
	if len(r.Unread) != 1 || !errors.Is(r.Unread[0].Err, errDirectory) {
		t.Errorf("%v", r.Unread)
	}
}

func TestAStoreIsNamedAndAnythingElseCalledSoIsNot(t *testing.T) {
	dir := t.TempDir()
	head := binary.NativeEndian.AppendUint32(make([]byte, 16), 0xED0CDAED)
	mine := put(t, filepath.Join(dir, "deep", "insignia.db"), append(head, make([]byte, 4096)...))
	put(t, filepath.Join(dir, "Thumbs.db"), []byte(strings.Repeat("thumb", 99)))
	odd := put(t, filepath.Join(dir, "store.bak"), append(head, make([]byte, 4096)...))
	for path, want := range map[string]string{dir: mine, mine: mine, odd: odd} {
		p, err := Read(path)
		if err != nil || !slices.Equal(p.Stores, []string{want}) || len(p.Unread) != 0 {
			t.Errorf("%s: %v, %v, %v", path, p.Stores, p.Unread, err)
		}
	}
	if !Holds(dir) || Holds(dir, mine) {
		t.Error("a store counts, unless it is the one that is open")
	}
}

func TestHoldsTellsAStickWithAPileFromAnother(t *testing.T) {
	dir := t.TempDir()
	if Holds(dir) || Holds(filepath.Join(dir, "missing")) {
		t.Error("nothing is there")
	}
	z, err := export.Zip([]export.File{{Name: "letters/a.json", Bytes: []byte("{}")}})
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "letters.zip"), z)
	put(t, filepath.Join(dir, "data.json"), []byte("{}"))
	if Holds(dir) {
		t.Error("none of that is ours")
	}
	files := takenHome(t, drafts(1))
	if err := export.Place(filepath.Join(dir, "sub", "takehome"), files, false); err != nil {
		t.Fatal(err)
	}
	if !Holds(dir) {
		t.Error("a folder that was taken home is not seen")
	}
	other := t.TempDir()
	if err := export.Place(filepath.Join(other, "pile.zip"), files, false); err != nil {
		t.Fatal(err)
	}
	if !Holds(other) {
		t.Error("an archive that was taken home is not seen")
	}
}

func FuzzArchive(f *testing.F) {
	z, err := export.Zip([]export.File{{Name: "a/draft.json", Bytes: answers.Write(drafts(1)[0])}, {Name: "workshop.json", Bytes: answers.WriteWorkshop(workshop)}, {Name: "x.zip", Bytes: []byte("PK")}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(z)
	f.Add(z[:len(z)/2])
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := &reader{left: Limits{100, 1 << 20}}
		r.archive(bytes.NewReader(b), int64(len(b)), "z", true)
		if len(r.Drafts)+len(r.Workshops)+len(r.Unread) == 0 && !strings.Contains(string(b), "json") {
			t.Error("nothing was read and nothing told")
		}
		for _, d := range r.Drafts {
			if d.ID != "" && !designer.ValidID(d.ID) {
				t.Errorf("a draft with the id %q", d.ID)
			}
		}
		if r.left.Entries < 0 {
			t.Error("more than the limit was looked at")
		}
	})
}

func FuzzDocument(f *testing.F) {
	f.Add(answers.Write(drafts(1)[0]))
	f.Add(answers.WriteWorkshop(workshop))
	f.Add([]byte(`{"id": "x", "revision": 1}`))
	f.Add([]byte("\xff\xfe"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := &reader{left: Limits{100, 1 << 20}}
		r.document(b, "x.json", true)
		if n := len(r.Drafts) + len(r.Workshops) + len(r.Unread); n != 1 && b != nil {
			t.Errorf("%d things in one file", n)
		}
		for _, d := range r.Drafts {
			if d.ID != "" && !designer.ValidID(d.ID) || !json.Valid(answers.Write(d)) {
				t.Errorf("a draft with the id %q", d.ID)
			}
		}
	})
}

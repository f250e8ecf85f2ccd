// Package zipped reads the documents that are zip archives of XML: Word's docx,
// LibreOffice's odt and ods, Excel's xlsx and electronic books (epub).
//
// What an archive unpacks to is bounded by its size, links are never followed
// out of it, nothing is written to disk, and an archive within an archive is
// not opened.
package zipped

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"qubi/data/source/page"
	"qubi/model/lang"
)

// Read reads a zip archive that is a document.
func Read(r io.ReaderAt, size int64) (page.Page, error) {
	z, err := open(r, size)
	if err != nil {
		return page.Page{}, err
	}
	switch {
	case z.has("META-INF/container.xml"):
		return z.epub()
	case z.has("content.xml"):
		return z.openDocument()
	}
	switch main := z.mainPart(); {
	case main == "":
	case strings.HasPrefix(path.Dir(main), "xl"):
		return z.workbook(main)
	default:
		return z.word(main)
	}
	return page.Page{}, ErrOther
}

// What can be wrong with an archive.
var (
	ErrOther = lang.Say("source.archive")
	errBomb  = lang.Say("source.bomb")
)

// archive is a zip archive whose unpacked size is bounded.
type archive struct {
	files map[string]*zip.File // by name in small letters
	left  int64                // bytes that may still be unpacked
}

// Documents of text unpack to ten times their size, sheets to fifty times.
const (
	unpackedBase = 8 << 20
	unpackedRate = 50
	unpackedMost = 1 << 29
	mostFiles    = 100_000
)

func open(r io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", page.ErrDamaged, err)
	}
	if len(z.File) > mostFiles {
		return nil, errBomb
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), left: min(unpackedBase+unpackedRate*size, unpackedMost)}
	for _, f := range z.File {
		if name := strings.ToLower(path.Clean("/" + strings.ReplaceAll(f.Name, `\`, "/"))[1:]); a.files[name] == nil {
			a.files[name] = f
		}
	}
	return a, nil
}

func (a *archive) has(name string) bool { return a.file(name) != nil }

func (a *archive) file(name string) *zip.File {
	return a.files[strings.ToLower(path.Clean("/" + name)[1:])]
}

// size is what parts say that they unpack to; none gives more than it says.
func (a *archive) size(names []string) (sum int64) {
	for _, name := range names {
		if f := a.file(name); f != nil {
			sum += int64(min(f.UncompressedSize64, unpackedMost+1))
		}
	}
	return sum
}

// errMissing is the error of a part that is not in the archive.
var errMissing = lang.Say("source.part", page.ErrDamaged)

// part opens a part of the archive by its path in it.
func (a *archive) part(name string) (io.ReadCloser, error) {
	f := a.file(name)
	if f == nil {
		return nil, errMissing
	}
	if f.Flags&1 != 0 {
		return nil, page.ErrEncrypted
	}
	if a.size([]string{name}) > a.left { // told before any of it is unpacked
		return nil, errBomb
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", page.ErrDamaged, err)
	}
	return &bounded{rc, a}, nil
}

// bounded is a part that counts what it gives against the archive's bound.
type bounded struct {
	io.ReadCloser
	of *archive
}

// Read gives the next bytes, and an error where the bound is reached.
func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.of.left -= int64(n); b.of.left < 0 {
		return 0, errBomb
	}
	return n, err
}

// decode reads a whole part into v.
func (a *archive) decode(name string, v any) error {
	rc, err := a.part(name)
	if err != nil {
		return err
	}
	defer rc.Close()
	if err := newDecoder(rc).Decode(v); err != nil {
		return damaged(err)
	}
	return nil
}

// newDecoder reads XML in UTF-8, which these formats prescribe. Entities other
// than XML's own are an error: none is ever expanded.
func newDecoder(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return xml.NewTokenDecoder(&shallow{raw: d})
}

// shallow gives tokens as long as few elements lie within each other: a decoder keeps
// all that are open.
type shallow struct {
	raw  *xml.Decoder
	open int
}

// mostOpen is more than tables within tables within boxes need.
const mostOpen = 1000

// Token gives the next token, and an error where elements lie too deep.
func (s *shallow) Token() (xml.Token, error) {
	t, err := s.raw.RawToken()
	switch t.(type) {
	case xml.StartElement:
		s.open++
	case xml.EndElement:
		s.open--
	}
	if s.open > mostOpen {
		return nil, page.ErrDamaged
	}
	return t, err
}

// damaged tells a broken part from an archive that is too large.
func damaged(err error) error {
	if errors.Is(err, errBomb) {
		return err
	}
	return fmt.Errorf("%w: %w", page.ErrDamaged, err)
}

// relations are the parts that a part names: by id, the path in the archive.
type relations map[string]relation

type relation struct {
	kind string // the last word of its type: officeDocument, worksheet
	path string
}

// relationsOf reads what the part names. Targets outside of the archive are
// left out.
func (a *archive) relationsOf(part string) relations {
	var list struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	dir, base := path.Split(part)
	if a.decode(dir+"_rels/"+base+".rels", &list) != nil {
		return nil
	}
	all := relations{}
	for _, r := range list.All {
		if r.Mode == "External" {
			continue
		}
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		all[r.ID] = relation{path.Base(r.Type), path.Clean("/" + target)[1:]}
	}
	return all
}

// mainPart is the path of an Office document's main part, "" for none.
func (a *archive) mainPart() string {
	for _, r := range a.relationsOf("") {
		if r.kind == "officeDocument" && a.has(r.path) {
			return r.path
		}
	}
	for _, usual := range []string{"word/document.xml", "xl/workbook.xml"} {
		if a.has(usual) {
			return usual
		}
	}
	return ""
}

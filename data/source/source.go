// Package source reads a report's file as text, whatever its format and its
// encoding, and never fails: what could not be read is listed as problems beside
// the text.
//
//	p := source.Read(file, size, source.Options{Name: "a.pdf"})
//	p.Format   // pdf: told by the first bytes, not by the name
//	p.Text     // UTF-8
//
// Each family of containers has a package of its own below this one; all of them
// give a page.Page. The head of the page (title, date, district) is read by
// package head after cleaning, but for what the file states outside its text.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"qubi/data/source/ole"
	"qubi/data/source/page"
	"qubi/data/source/pdf"
	"qubi/data/source/plain"
	"qubi/data/source/rtf"
	"qubi/data/source/web"
	"qubi/data/source/zipped"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
)

// Options are how a file is read; the zero Options are the usual way.
type Options struct {
	Name     string // of the file: its ending tells a table or notes from other texts
	Encoding string // one of plain.Encodings; "" for the one that the bytes tell
}

// format is a format that the first bytes tell.
type format struct {
	magic  string
	reader page.Reader
}

// formats are those that are no text. Sites serve HTML and RTF as .doc, so names
// tell nothing.
var formats = []format{
	{"PK\x03\x04", zipped.Read},
	{"PK\x05\x06", zipped.Read},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ole.Read},
	{`{\rtf`, rtf.Read},
}

// Other is the error of a file that is no document: its kind in a word.
type Other struct{ Kind string }

// Error says what it is.
func (e *Other) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *Other) Message(l model.Lang) string {
	return lang.Say("source.other", lang.Say("source.kind."+e.Kind)).Message(l)
}

// others are files that lie among reports and hold no text.
var others = []struct{ magic, kind string }{
	{"\x89PNG", "picture"}, {"\xFF\xD8\xFF", "picture"}, {"GIF8", "picture"}, {"II*\x00", "picture"}, {"MM\x00*", "picture"}, {"BM", "picture"},
	{"Rar!", "archive"}, {"7z\xBC\xAF", "archive"}, {"\x1F\x8B", "archive"}, {"BZh", "archive"}, {"\xFD7zXZ", "archive"},
	{"ID3", "sound"}, {"RIFF", "film"}, {"\x7FELF", "program"}, {"MZ", "program"}, {"SQLite format 3", "database"}, {"\xDB\xA5", "word2"},
}

// sample is how much of a file tells its format.
const sample = 4096

// Read reads a file. What a reader panics at is a problem of the file.
func Read(r io.ReaderAt, size int64, o Options) (p page.Page) {
	start := make([]byte, min(size, sample))
	n, _ := r.ReadAt(start, 0)
	start = start[:n]
	if isOwn(r, size, start) {
		return page.Page{Problems: []page.Problem{{Err: ErrOwn}}}
	}
	reader := readerOf(start, o)
	defer func() {
		if x := recover(); x != nil {
			p = page.Page{Problems: []page.Problem{{Err: fmt.Errorf("%w: %v", page.ErrDamaged, x)}}}
		}
	}()
	p, err := reader(r, size)
	if err != nil {
		p = page.Page{Format: p.Format, Problems: []page.Problem{{Err: err}}}
	}
	if p.Text == "" && len(p.Problems) == 0 {
		p.Problems = []page.Problem{{Err: page.ErrNoText}}
	}
	if errors.Is(firstOf(p.Problems), plain.ErrBinary) {
		p.Problems[0].Err = kindOf(start)
	}
	return p
}

func firstOf(problems []page.Problem) error {
	if len(problems) == 0 {
		return nil
	}
	return problems[0].Err
}

// kindOf names what a file without text is.
func kindOf(start []byte) error {
	for _, k := range others {
		if bytes.HasPrefix(start, []byte(k.magic)) {
			return &Other{k.kind}
		}
	}
	return plain.ErrBinary
}

// readerOf is the reader for a file that begins so.
func readerOf(start []byte, o Options) page.Reader {
	for _, f := range formats {
		if bytes.HasPrefix(start, []byte(f.magic)) {
			return f.reader
		}
	}
	if bytes.Contains(start[:min(len(start), 1024)], []byte("%PDF-")) {
		return pdf.Read
	}
	if zipped.IsFlat(start) {
		return zipped.ReadFlat
	}
	if web.IsMHT(start) {
		return web.ReadMHT(o.Encoding)
	}
	if bytes.IndexByte(start, '<') >= 0 && web.Is(plain.Decode(start, o.Encoding).Text) {
		return web.Read(o.Encoding)
	}
	switch ending(o.Name) {
	case "csv", "tsv":
		return plain.ReadTable(o.Encoding)
	case "md", "markdown":
		return plain.ReadNotes(o.Encoding)
	}
	return plain.Read(o.Encoding)
}

// Text is the bytes as text, for what is no report: a table of words. The error
// says that there is none: the file is empty, or binary.
func Text(raw []byte) (string, error) {
	p := plain.Decode(raw, "")
	if len(p.Problems) > 0 && p.Problems[0].Line == 0 {
		return "", p.Problems[0].Err
	}
	return p.Text, nil
}

// endings are those of documents. They say only which files of a folder are
// opened; what each holds is told by its bytes.
var endings = map[string]bool{
	"txt": true, "text": true, "md": true, "markdown": true, "html": true, "htm": true, "shtml": true, "xhtml": true, "mht": true, "mhtml": true,
	"docx": true, "docm": true, "doc": true, "wps": true, "rtf": true, "odt": true, "ods": true, "fodt": true, "fods": true, "epub": true, "pdf": true,
	"xlsx": true, "xlsm": true, "xls": true, "et": true, "csv": true, "tsv": true,
}

// Takes reports whether a file of a folder is opened, by its name.
func Takes(name string) bool {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	return strings.Contains(name, ".") && endings[ending(name)] && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$") &&
		name != files.ListCSV && name != files.ListTOML
}

// Kind is what a name has a say in: how a text file is read.
func Kind(name string) string {
	switch e := ending(name); e {
	case "csv", "tsv", "md", "markdown":
		return e
	}
	return ""
}

// ending is a name's ending in small letters, without the dot.
func ending(name string) string {
	at := strings.LastIndexByte(name, '.')
	return strings.ToLower(name[at+1:])
}

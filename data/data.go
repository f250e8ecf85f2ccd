// Package data turns files into a corpus of facts:
//
//	file ─source.Read→ Page ─clean.Text→ text ─head.Read→ Document
//	  ─extract.Report→ Report ─model.NewCorpus→ Corpus
//
// Whatever a file holds, its report opens: what is wrong with it is listed in
// an ErrorList beside the corpus, and never stops the others.
package data

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"path/filepath"

	"qubi/data/cache"
	"qubi/data/clean"
	"qubi/data/extract"
	"qubi/data/head"
	"qubi/data/source"
	"qubi/data/source/page"
	"qubi/data/tables"
	"qubi/model"
	"qubi/model/lang"
	"qubi/model/legible"
)

//go:embed reports/*.txt
var reports embed.FS

// Builtin is the reports that qubi opens when it is given no path.
func Builtin() fs.FS {
	sub, err := fs.Sub(reports, "reports")
	if err != nil {
		panic(err) // the pattern above is a constant
	}
	return sub
}

// ErrNoDistrict is the problem of a report that names no district.
var ErrNoDistrict error = lang.Say("source.nodistrict")

// Options are how reports are read; the zero Options are the usual way. Read,
// Load and LoadPaths use them.
type Options struct {
	Themes   *extract.Themes // words that tell a topic, instead of the embedded lexicon
	Encoding string          // of all texts, one of plain.Encodings, instead of the one that the bytes tell
	Cache    *cache.Store    // of what was read before; nil for none

	// Told is what a person says of the file whose bytes have that sum
	// ([model.Document].FileSum); it goes before all that the file and the lists
	// beside it state. It is asked from several goroutines; nil says nothing.
	Told func(sum string) page.Stated

	missed func() // told of a file that is not in the cache, where somebody waits for it
}

// Read reads one report. The name is its path as messages give it. The error,
// when there is one, is an ErrorList; the report is never nil.
func Read(name string, raw []byte) (*model.Report, error) { return Options{}.Read(name, raw) }

// Read is the package's Read, by these options.
func (o Options) Read(name string, raw []byte) (*model.Report, error) {
	report, problems := o.read(name, raw, o.told(raw, page.Stated{}))
	return report, problems.sorted()
}

// ReadShares is Read for a file that may tell of several districts; see [Shares].
func (o Options) ReadShares(name string, raw []byte) ([]*model.Report, error) {
	shares, problems := shared(o.read(name, raw, o.told(raw, page.Stated{})))
	return shares, problems.sorted()
}

// told is what is said of a file over what is stated beside it.
func (o Options) told(raw []byte, beside page.Stated) page.Stated {
	if o.Told == nil {
		return beside
	}
	return o.Told(sumOf(raw)).Over(beside)
}

// sumOf is the FileSum of a file's bytes.
func sumOf(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:8])
}

// read reads a report of which something is stated beside it.
func (o Options) read(name string, raw []byte, stated page.Stated) (*model.Report, ErrorList) {
	p := source.Read(bytes.NewReader(raw), int64(len(raw)), source.Options{Name: name, Encoding: o.Encoding})
	var problems ErrorList
	for _, bad := range p.Problems {
		if err := bad.Err; p.Text != "" && bad.Line == 0 {
			problems = append(problems, &Error{name, 0, &PartError{err}})
		} else {
			problems = append(problems, &Error{name, bad.Line, err})
		}
	}
	c := clean.Text(p.Text)
	doc := &model.Document{
		File: fileOf(name), Path: name, FileSum: sumOf(raw), Encoding: p.Encoding, Format: p.Format,
		Original: p.Text, Text: c.Text,
		Paragraphs: c.Paragraphs, Repairs: c.Repairs, Offsets: c.Offsets, Raw: p.Raw, Sheets: p.Sheets, Tables: p.Tables,
	}
	drawn := tables.Drawn(doc)
	if text := tables.WithoutPlaces(doc, drawn); text != p.Text {
		c = clean.Text(text)
	}
	doc.Head = head.ReadGiven(c.Text, c.Page, headOf(stated.Over(p.Stated)))
	problems = without(doc, problems)
	report, err := o.facts(doc, drawn)
	if err != nil {
		problems = append(problems, &Error{name, 0, err})
	}
	for _, f := range report.Facts {
		setLevel(doc.Head.Level, f)
		setPlace(doc, &f.Place)
		for i := range f.Also {
			setPlace(doc, &f.Also[i])
		}
	}
	return report, append(problems, unreadTables(doc)...)
}

// fileOf is the name of a file without its folders.
func fileOf(path string) string { return legible.Name(filepath.Base(filepath.FromSlash(path))) }

// facts reads a document's facts, in the tables too that its text draws. A fault of a rule costs this report its facts,
// never the reader the others: the text opens, and the fault is told.
func (o Options) facts(doc *model.Document, drawn []model.Table) (report *model.Report, err error) {
	defer func() {
		if x := recover(); x != nil {
			report, err = &model.Report{Document: doc}, &FaultError{x}
		}
	}()
	report = extract.Options{Themes: o.Themes, Each: onAllCores}.Report(doc)
	report = tables.Read(report, drawn, extract.Options{Themes: o.Themes}.Report, onAllCores)
	extract.Narrow(report)
	return report, nil
}

// setLevel tells of a number in a document of a city or a province that it is no
// district's.
func setLevel(level model.Level, f *model.Fact) {
	flag := map[model.Level]model.Flag{model.OfCity: model.FlagScopeCity, model.OfProvince: model.FlagScopeWide}[level]
	if f.Kind == model.Metric && flag != "" && !f.Is(flag) && !f.Is(model.FlagScopeOther) {
		f.Flags = append(f.Flags, flag)
	}
}

// setPlace tells where in the file a place lies: its page, or the cell of a table.
func setPlace(doc *model.Document, p *model.Place) {
	if doc.Sheets == nil && doc.Tables == nil {
		return
	}
	p.Page, p.Cell = doc.CellOf(p.Quote)
}

// headOf is what is stated as a head.
func headOf(s page.Stated) model.Head {
	return model.Head{Title: s.Title, Published: s.Published, Source: s.Source, Author: s.Author, District: s.District, City: s.City}
}

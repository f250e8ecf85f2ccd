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
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"qubi/data/clean"
	"qubi/data/extract"
	"qubi/data/head"
	"qubi/data/source"
	"qubi/data/source/page"
	"qubi/model"
	safe "qubi/model/files"
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
var ErrNoDistrict = errors.New("the report names no district")

// Options are how reports are read; the zero Options are the usual way. Read,
// Load and LoadPaths use them.
type Options struct {
	Themes   *extract.Themes // words that tell a topic, instead of the embedded lexicon
	Encoding string          // of all texts, one of plain.Encodings, instead of the one that the bytes tell
}

// Read reads one report. The name is its path as messages give it. The error,
// when there is one, is an ErrorList; the report is never nil.
func Read(name string, raw []byte) (*model.Report, error) { return Options{}.Read(name, raw) }

// Read is the package's Read, by these options.
func (o Options) Read(name string, raw []byte) (*model.Report, error) {
	report, problems := o.read(name, raw, page.Stated{})
	return report, problems.sorted()
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
	stated = stated.Over(p.Stated)
	doc := &model.Document{
		File: path.Base(filepath.ToSlash(name)), Path: name, Encoding: p.Encoding, Format: p.Format,
		Original: p.Text, Text: c.Text, Head: head.ReadGiven(c.Text, c.Page, headOf(stated)),
		Paragraphs: c.Paragraphs, Repairs: c.Repairs, Offsets: c.Offsets, Raw: p.Raw, Sheets: p.Sheets, Tables: p.Tables,
	}
	if doc.Head.District == "" && doc.Text != "" {
		problems = append(problems, &Error{name, 0, ErrNoDistrict})
	}
	return extract.Options{Themes: o.Themes}.Report(doc), problems
}

// headOf is what is stated as a head.
func headOf(s page.Stated) model.Head {
	return model.Head{Title: s.Title, Published: s.Published, Source: s.Source, Author: s.Author, District: s.District, City: s.City}
}

// Load reads all documents of a file system, in the order of their paths.
// The error, when there is one, is an ErrorList.
func Load(fsys fs.FS) (*model.Corpus, error) { return Options{}.Load(fsys) }

// Load is the package's Load, by these options.
func (o Options) Load(fsys fs.FS) (*model.Corpus, error) {
	inside := walk(fsys)
	return o.load(inside.names, append(inside.problems, inside.skipped(".")...), files{
		dir: path.Dir, join: path.Join,
		read: func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) },
		stat: func(name string) (fs.FileInfo, error) { return fs.Stat(fsys, name) },
	})
}

// LoadPaths reads files, and the documents of folders with all that lie in
// them, in the order of the paths given and of the names in a folder. A file
// reached twice is read once. The error, when there is one, is an ErrorList.
func LoadPaths(paths []string) (*model.Corpus, error) { return Options{}.LoadPaths(paths) }

// LoadPaths is the package's LoadPaths, by these options.
func (o Options) LoadPaths(paths []string) (*model.Corpus, error) {
	var names []string
	var problems ErrorList
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil || !info.IsDir() {
			names = append(names, filepath.Clean(p)) // reading says what is wrong
			continue
		}
		inside := walk(os.DirFS(p))
		names = append(names, below(p, inside.names)...)
		for _, e := range inside.problems {
			problems = append(problems, &Error{filepath.Join(p, e.File), 0, e.Err})
		}
		problems = append(problems, inside.skipped(p)...)
	}
	return o.load(unique(names), problems, files{
		dir: filepath.Dir, join: filepath.Join, stat: os.Stat,
		read: func(name string) ([]byte, error) { return safe.Read(name, safe.ReportLimit) },
	})
}

// unique is the names without repetition.
func unique(names []string) []string {
	seen := make(map[string]bool, len(names))
	return slices.DeleteFunc(names, func(n string) bool {
		again := seen[n]
		seen[n] = true
		return again
	})
}

// files are how load gets at files.
type files struct {
	dir  func(name string) string
	join func(parts ...string) string
	read func(name string) ([]byte, error)
	stat func(name string) (fs.FileInfo, error)
}

// load reads the files on all cores; the order of reports and problems depends
// on the names alone.
func (o Options) load(names []string, problems ErrorList, from files) (*model.Corpus, error) {
	type result struct {
		report   *model.Report
		problems ErrorList
	}
	results := make([]result, len(names))
	order := largestFirst(names, from)
	beside := newLists(from.read)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		wg.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(names); n = int(next.Add(1)) - 1 {
				i := order[n]
				raw, err := from.read(names[i])
				if err != nil {
					results[i].problems = ErrorList{{names[i], 0, cause(err)}}
					continue
				}
				results[i].report, results[i].problems = o.read(names[i], raw, beside.of(names[i], from.dir, from.join))
			}
		})
	}
	wg.Wait()
	problems = append(problems, beside.bad...)
	var all []*model.Report
	firsts := map[string]string{} // names by text
	for _, r := range results {
		if r.report != nil {
			all = append(all, r.report)
			if again := sameText(firsts, r.report); again != nil {
				problems = append(problems, again)
			}
		}
		problems = append(problems, r.problems...)
	}
	return model.NewCorpus(all), problems.sorted()
}

// sameText tells of a report whose text another file has already: each of its
// facts counts twice, which only the reader can say to be right.
func sameText(firsts map[string]string, r *model.Report) *Error {
	if r.Text == "" {
		return nil
	}
	if first, again := firsts[r.Text]; again {
		return &Error{r.Path, 0, &SameTextError{first}}
	}
	firsts[r.Text] = r.Path
	return nil
}

// largestFirst are the indexes of the names in the order of their work: a
// large file taken last would keep one core busy while the others wait.
func largestFirst(names []string, from files) []int {
	order := make([]int, len(names))
	sizes := make([]int64, len(names))
	for i, name := range names {
		order[i] = i
		if info, err := from.stat(name); err == nil {
			sizes[i] = info.Size()
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(sizes[j], sizes[i]) })
	return order
}

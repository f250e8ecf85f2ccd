package data

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"

	"qubi/data/source"
	"qubi/data/source/page"
	"qubi/model"
)

// kept is a report as the cache has it: without what its file's bytes and name
// say anyway.
type kept struct {
	Document model.Document
	Facts    []*model.Fact
	Same     bool // the original text is the file's bytes
}

// cached is read, by way of the cache where there is one.
func (o Options) cached(name string, raw []byte, stated page.Stated) (*model.Report, ErrorList) {
	if o.Cache == nil || o.Themes != nil {
		return o.read(name, raw, stated)
	}
	key := o.Cache.Key(raw, o.Encoding, source.Kind(name), fmt.Sprintf("%q %d", []string{stated.Title, stated.Source, stated.Author, stated.District, stated.City}, stated.Published.Unix()))
	var k kept
	if o.Cache.Get(key, &k) {
		return k.report(name, raw)
	}
	report, problems := o.read(name, raw, stated)
	if keeps(problems) {
		o.Cache.Put(key, keep(report, raw))
	}
	return report, problems
}

// keeps reports whether a report is kept: one with problems is read again, so
// that they are told again.
func keeps(problems ErrorList) bool {
	for _, e := range problems {
		if !errors.Is(e, ErrNoDistrict) {
			return false
		}
	}
	return true
}

func keep(r *model.Report, raw []byte) *kept {
	k := &kept{Document: *r.Document, Facts: make([]*model.Fact, len(r.Facts)), Same: r.Original == string(raw)}
	k.Document.File, k.Document.Path = "", ""
	if k.Same {
		k.Document.Original = ""
	}
	for i, f := range r.Facts {
		bare := *f
		bare.Report = nil
		k.Facts[i] = &bare
	}
	return k
}

// report is the report of the file with that name.
func (k *kept) report(name string, raw []byte) (*model.Report, ErrorList) {
	doc := &k.Document
	doc.File, doc.Path = path.Base(filepath.ToSlash(name)), name
	if k.Same {
		doc.Original = string(raw)
	}
	return &model.Report{Document: doc, Facts: k.Facts}, without(doc, nil)
}

// without adds the problem of a report that names no district.
func without(doc *model.Document, problems ErrorList) ErrorList {
	if doc.Head.District == "" && doc.Text != "" {
		problems = append(problems, &Error{doc.Path, 0, ErrNoDistrict})
	}
	return problems
}

// Version tells this program from any other that reads reports otherwise: by
// what it was built from, and by its file.
func Version() string {
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.String()
	}
	if name, err := os.Executable(); err == nil {
		if info, err := os.Stat(name); err == nil {
			version += fmt.Sprint(name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return version
}

package data

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"qubi/data/kept"
	"qubi/data/source"
	"qubi/data/source/page"
	"qubi/model"
)

// cached is read, by way of the cache where there is one.
func (o Options) cached(name string, raw []byte, stated page.Stated) (*model.Report, ErrorList) {
	if o.Cache == nil || o.Themes != nil {
		return o.read(name, raw, stated)
	}
	key := o.Cache.Key(raw, o.Encoding, source.Kind(name), fmt.Sprintf("%q %d", []string{stated.Title, stated.Source, stated.Author, stated.District, stated.City}, stated.Published.Unix()))
	var k *kept.Report
	if o.Cache.Get(key, func(body []byte) (ok bool) {
		k, ok = kept.Read(body)
		return ok
	}) {
		return restored(k, name, raw)
	}
	if o.missed != nil {
		o.missed()
	}
	report, problems := o.read(name, raw, stated)
	if !keeps(problems) {
		return report, problems
	}
	body := keep(report, raw).Bytes()
	o.Cache.Put(key, body)
	if k, ok := kept.Read(body); ok { // which takes less memory than what reading left
		return restored(k, name, raw)
	}
	return report, problems
}

// keeps reports whether a report is kept: one with problems is read again, so
// that they are told again, but for those that stand in what is kept.
func keeps(problems ErrorList) bool {
	for _, e := range problems {
		if !errors.Is(e, ErrNoDistrict) && !errors.As(e, new(*TableError)) {
			return false
		}
	}
	return true
}

func keep(r *model.Report, raw []byte) *kept.Report {
	k := &kept.Report{Document: *r.Document, Facts: make([]model.Fact, len(r.Facts)), Same: r.Original == string(raw)}
	k.Document.File, k.Document.Path = "", ""
	if k.Same {
		k.Document.Original = ""
	}
	for i, f := range r.Facts {
		k.Facts[i] = *f
	}
	return k
}

// restored is the kept report of the file with that name.
func restored(k *kept.Report, name string, raw []byte) (*model.Report, ErrorList) {
	doc := &k.Document
	doc.File, doc.Path = fileOf(name), name
	if k.Same {
		doc.Original = string(raw)
	}
	facts := make([]*model.Fact, len(k.Facts))
	for i := range k.Facts {
		facts[i] = &k.Facts[i]
	}
	return &model.Report{Document: doc, Facts: facts}, append(without(doc, nil), unreadTables(doc)...)
}

// without adds the problem of a report that names no district.
func without(doc *model.Document, problems ErrorList) ErrorList {
	if doc.Head.District == "" && doc.Text != "" {
		problems = append(problems, &Error{doc.Path, 0, ErrNoDistrict})
	}
	return problems
}

// unreadTables are the problems of a report's tables of which numbers were not
// read: one for each reason.
func unreadTables(doc *model.Document) (problems ErrorList) {
	all := map[model.UnreadWhy]*TableError{}
	tell := func(u model.Unread, place func() string) {
		e := all[u.Why]
		if e == nil {
			e = &TableError{Why: u.Why, First: place()}
			all[u.Why] = e
			problems = append(problems, &Error{doc.Path, 0, e})
		}
		e.Numbers += u.Numbers
	}
	for _, t := range doc.Tables {
		for _, u := range t.Unread {
			tell(u, func() string { return doc.CellAt(u.At) })
		}
	}
	for _, u := range doc.Unread {
		tell(u, func() string { return fmt.Sprintf("line %d", 1+strings.Count(doc.Original[:u.At], "\n")) })
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

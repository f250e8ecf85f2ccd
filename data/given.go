package data

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"qubi/data/source"
	"qubi/data/source/page"
	"qubi/data/source/plain"
	safe "qubi/model/files"
	"qubi/model/lang"
)

// The lists that may lie beside reports and say who and when each is of:
//
//	[[report]]
//	file = "a.pdf"
//	district = "济阳区"
//	date = 2021-01-14
//
// or a table with the columns file, district, city, title, date, source.
// lists reads the lists beside reports, each once.
type lists struct {
	read func(room []byte, name string) ([]byte, error)
	stat func(name string) (fs.FileInfo, error)

	mu      sync.Mutex
	folders map[string]map[string]page.Stated
	bad     ErrorList
}

func newLists(read func([]byte, string) ([]byte, error), stat func(string) (fs.FileInfo, error)) *lists {
	return &lists{read: read, stat: stat, folders: map[string]map[string]page.Stated{}}
}

// of is what the list beside a report states of it.
func (l *lists) of(name string, dir func(string) string, join func(...string) string) page.Stated {
	folder := dir(name)
	l.mu.Lock()
	defer l.mu.Unlock()
	list, known := l.folders[folder]
	if !known {
		list = l.folder(folder, join)
		l.folders[folder] = list
	}
	return list[path.Base(strings.ReplaceAll(name, `\`, "/"))]
}

// problems are the lists that are wrong.
func (l *lists) problems() ErrorList {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.bad
}

// entry is what a list says of one file, by the names of its fields.
type entry struct {
	line   int // of the list, from 1
	file   string
	fields map[string]string
}

// ListError is what is wrong with a list beside reports, or with an entry of it: what it
// says in vain would be missing from facts without a word.
type ListError struct{ *lang.Said }

// folder reads the lists of a folder. One that is wrong is told and left out, and so
// is what an entry says in vain.
func (l *lists) folder(folder string, join func(...string) string) map[string]page.Stated {
	all := map[string]page.Stated{}
	for _, list := range []struct {
		name string
		read func(string) ([]entry, error)
	}{{safe.ListCSV, readCSVList}, {safe.ListTOML, readTOMLList}} {
		name := join(folder, list.name)
		if _, none := l.stat(name); none != nil {
			continue // as in most folders
		}
		told := 0
		wrong := func(err error) {
			if told++; told <= mostWrong {
				l.bad = append(l.bad, &Error{name, 0, err})
			}
		}
		entries, err := l.entries(name, list.read)
		if err != nil {
			wrong(&ListError{lang.Say("given.unused", err)})
			continue
		}
		for _, key := range unknown(entries) {
			wrong(&ListError{lang.Say("given.unknown", key)})
		}
		for _, e := range entries {
			s, err := e.stated()
			if _, none := l.stat(join(folder, e.file)); errors.Is(none, fs.ErrNotExist) || path.Base(e.file) != e.file {
				err = &ListError{lang.Say("given.absent", e.file)}
			}
			if err != nil {
				wrong(&ListError{lang.Say("wrong.line", e.line, err)})
			}
			all[e.file] = s.Over(all[e.file])
		}
		if more := told - mostWrong; more > 0 {
			told = 0
			wrong(&ListError{lang.Say("given.rest", more)})
		}
	}
	return all
}

// mostWrong is how much of what is wrong with a list is told, a line each; the rest is
// counted.
const mostWrong = 20

// entries are those of the list of that name.
func (l *lists) entries(name string, read func(string) ([]entry, error)) ([]entry, error) {
	raw, err := l.read(nil, name)
	if err != nil {
		return nil, cause(err)
	}
	text, err := source.Text(raw)
	if err != nil {
		return nil, err
	}
	return read(text)
}

// stated is what the entry says; the error is a date that is none.
func (e entry) stated() (s page.Stated, err error) {
	for key, value := range e.fields {
		if _, good := s.Set(key, value); !good {
			err = &ListError{lang.Say("given.date", e.file, value)}
		}
	}
	return s, err
}

// unknown are the names that no field has, in order. A column without one is a margin.
func unknown(entries []entry) (keys []string) {
	for _, e := range entries {
		for key := range e.fields {
			if known, _ := new(page.Stated).Set(key, ""); !known && !namesFile(key) && strings.TrimSpace(key) != "" {
				keys = append(keys, key)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// namesFile reports the name of the field that tells which file an entry is of.
func namesFile(key string) bool {
	return slices.Contains([]string{"file", "filename", "文件", "文件名"}, strings.ToLower(strings.TrimSpace(key)))
}

// readTOMLList reads a list of tables named report.
func readTOMLList(text string) (all []entry, err error) {
	var list struct {
		Report []map[string]any `toml:"report"`
	}
	if err := toml.Unmarshal([]byte(text), &list); err != nil {
		return nil, err
	}
	for i, r := range list.Report {
		file, _ := r["file"].(string)
		if file == "" {
			return nil, lang.Say("given.nofile", i+1)
		}
		e := entry{fileLine(text, i), path.Clean(file), map[string]string{}}
		for key, value := range r {
			e.fields[key] = fmt.Sprint(value)
		}
		all = append(all, e)
	}
	return all, nil
}

// fileLine is the line in which a list names its file number n, from 0.
func fileLine(text string, n int) int {
	line := 0
	for s := range strings.Lines(text) {
		line++
		if key, _, told := strings.Cut(s, "="); told && strings.Trim(key, " \t\"'{[,") == "file" {
			if n--; n < 0 {
				break
			}
		}
	}
	return line
}

// readCSVList reads a table whose first row names the columns.
func readCSVList(text string) (all []entry, err error) {
	table := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
	table.Comma, table.FieldsPerRecord, table.TrimLeadingSpace = plain.Comma(text), -1, true
	head, err := table.Read()
	if err == io.EOF {
		return nil, nil
	}
	file := slices.IndexFunc(head, namesFile)
	if file < 0 {
		return nil, cmp.Or(err, error(lang.Say("given.nocolumn")))
	}
	for {
		row, err := table.Read()
		switch {
		case err == io.EOF:
			return all, nil
		case err != nil:
			return nil, err
		case len(row) <= file || strings.TrimSpace(row[file]) == "":
			continue // a spreadsheet keeps the rows that were emptied
		}
		line, _ := table.FieldPos(file)
		e := entry{line, path.Clean(strings.TrimSpace(row[file])), map[string]string{}}
		for i, value := range row[:min(len(row), len(head))] {
			e.fields[head[i]] = value
		}
		all = append(all, e)
	}
}

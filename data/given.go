package data

import (
	"encoding/csv"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"qubi/data/source"
	"qubi/data/source/page"
)

// The lists that may lie beside reports and say who and when each is of:
//
//	[[report]]
//	file = "a.pdf"
//	district = "济阳区"
//	date = 2021-01-14
//
// or a table with the columns file, district, city, title, date, source.
const (
	listTOML = "reports.toml"
	listCSV  = "reports.csv"
)

// lists reads the lists beside reports, each once.
type lists struct {
	read func(name string) ([]byte, error)

	mu      sync.Mutex
	folders map[string]map[string]page.Stated
	bad     ErrorList
}

func newLists(read func(string) ([]byte, error)) *lists {
	return &lists{read: read, folders: map[string]map[string]page.Stated{}}
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

// folder reads the lists of a folder. One that is wrong is told and left out.
func (l *lists) folder(folder string, join func(...string) string) map[string]page.Stated {
	all := map[string]page.Stated{}
	for _, list := range []struct {
		name string
		read func(string) (map[string]page.Stated, error)
	}{{listCSV, readCSVList}, {listTOML, readTOMLList}} {
		name := join(folder, list.name)
		raw, err := l.read(name)
		if err != nil {
			continue // most folders have none
		}
		var stated map[string]page.Stated
		text, err := source.Text(raw)
		if err == nil {
			stated, err = list.read(text)
		}
		if err != nil {
			l.bad = append(l.bad, &Error{name, 0, &PartError{fmt.Errorf("the list is left out: %w", err)}})
			continue
		}
		for file, s := range stated {
			all[file] = s.Over(all[file])
		}
	}
	return all
}

// readTOMLList reads a list of tables named report.
func readTOMLList(text string) (map[string]page.Stated, error) {
	var list struct {
		Report []map[string]any `toml:"report"`
	}
	if err := toml.Unmarshal([]byte(text), &list); err != nil {
		return nil, err
	}
	all := map[string]page.Stated{}
	for i, r := range list.Report {
		file, _ := r["file"].(string)
		if file == "" {
			return nil, fmt.Errorf("report %d names no file", i+1)
		}
		var s page.Stated
		for key, value := range r {
			s.Set(key, fmt.Sprint(value))
		}
		all[file] = s
	}
	return all, nil
}

// readCSVList reads a table whose first row names the columns.
func readCSVList(text string) (map[string]page.Stated, error) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		return nil, err
	}
	all := map[string]page.Stated{}
	for _, row := range rows[min(1, len(rows)):] {
		var s page.Stated
		file := ""
		for i, column := range rows[0] {
			if column = strings.ToLower(strings.TrimSpace(column)); column == "file" || column == "文件" {
				file = row[i]
			} else {
				s.Set(column, row[i])
			}
		}
		all[file] = s
	}
	return all, nil
}

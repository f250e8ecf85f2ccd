package data

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"qubi/data/source"
	"qubi/model"
	safe "qubi/model/files"
	"qubi/model/lang"
)

// found is what lies in a folder: the documents, what could not be entered, and
// the other files by their endings.
type found struct {
	names    []string
	folders  []string
	problems ErrorList
	others   map[string][]string
}

// walk lists the documents below the root. A link to a folder is not followed:
// it may lead in a circle.
func walk(fsys fs.FS) found {
	f := found{others: map[string][]string{}}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.problems = append(f.problems, &Error{name, 0, cause(err)})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if name != "." && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir // .git and the like hold no reports
			}
			f.folders = append(f.folders, name)
		case source.Takes(name):
			f.names = append(f.names, name)
		case !isCompanion(d.Name()):
			ending := strings.ToLower(path.Ext(name))
			f.others[ending] = append(f.others[ending], name)
		}
		return nil
	})
	if err != nil {
		f.problems = append(f.problems, &Error{".", 0, cause(err)})
	}
	slices.Sort(f.names)
	return f
}

// isCompanion reports files that are no reports and need no word: lists of what
// lies beside them, and what systems and editors leave behind.
func isCompanion(name string) bool {
	return name == safe.ListTOML || name == safe.ListCSV || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") ||
		strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// skipped tells of the other files, a problem for each ending.
func (f found) skipped(root string) (all ErrorList) {
	for ending, names := range f.others {
		slices.Sort(names)
		all = append(all, &Error{root, 0, &SkippedError{ending, names}})
	}
	slices.SortFunc(all, func(a, b *Error) int { return cmp.Compare(a.Error(), b.Error()) })
	return all
}

// SkippedError is files of a folder that were not opened, since files with such
// an ending are no documents.
type SkippedError struct {
	Ending string // .jpg; "" for none
	Files  []string
}

// Error says how many there are, and their first names.
func (e *SkippedError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *SkippedError) Message(l model.Lang) string {
	more := ""
	if len(e.Files) > 1 {
		more = ".more"
	}
	if some := e.some(l.Pick("、", ", ")); e.Ending == "" {
		return lang.Say("part.bare"+more, len(e.Files), some).Message(l)
	} else {
		return lang.Say("part.skipped"+more, len(e.Files), e.Ending, some).Message(l)
	}
}

func (e *SkippedError) some(comma string) string {
	const few = 3
	if len(e.Files) <= few {
		return strings.Join(e.Files, comma)
	}
	return strings.Join(e.Files[:few], comma) + comma + "…"
}

// cause is an error without the path that Error tells already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("cannot %s: %w", p.Op, p.Err)
	}
	return err
}

// below is the paths of a folder's files as the user would give them.
func below(root string, names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = filepath.Join(root, filepath.FromSlash(name))
	}
	return all
}

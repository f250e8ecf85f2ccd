package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"qubi/data"
	"qubi/model"
	"qubi/model/files"
	"qubi/model/lang"
	"qubi/model/notes"
	"qubi/model/qdpx"
)

// Every text that a command says, and each of its own, is there in both languages;
// none is left that nothing says.
func TestTextsOfCommands(t *testing.T) {
	sources := ""
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") {
			sources += string(raw)
		}
	}
	zh, en := lang.Load(model.Chinese), lang.Load(model.English)
	raw, err := os.ReadFile(filepath.Join(repository(t), "model", "lang", "command.en.txt"))
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{} // the texts of commands go by their names
	var name func(c *cobra.Command)
	name = func(c *cobra.Command) {
		named[c.Name()+".short"], named[c.Name()+".long"] = true, true
		for _, sub := range c.Commands() {
			name(sub)
		}
	}
	name((&program{}).commands([]string{"help"}))
	var own []string
	for _, m := range regexp.MustCompile(`(?m)^([a-z.-]+) =`).FindAllStringSubmatch(string(raw), -1) {
		own = append(own, m[1])
		family, _, _ := strings.Cut(m[1], ".")
		if !named[m[1]] && !strings.Contains(sources, `"`+m[1]+`"`) && !slices.Contains([]string{"topic", "count", "advice", "cause", "fault", "agree"}, family) {
			t.Errorf("nothing says %s", m[1])
		}
	}
	said := regexp.MustCompile(`(?:say|misuse|Say|note|heads)\("([a-z.-]+)"|"(usage\.[a-z.-]+)"`)
	for _, m := range said.FindAllStringSubmatch(sources, -1) {
		if id := m[1] + m[2]; !strings.HasSuffix(id, ".") && !slices.Contains(own, id) {
			t.Errorf("there is no text %s", id)
		}
	}
	for _, id := range own {
		if !zh.Has(id) || zh.Text(id) == "" || en.Text(id) == "" {
			t.Errorf("%s is not told in both languages", id)
		}
	}
	for _, id := range []string{"table.reports", "table.review", "table.agree", "table.project", "table.project.rows"} {
		if len(heads(id, model.Chinese)) != len(heads(id, model.English)) {
			t.Errorf("%s has other columns in Chinese than in English", id)
		}
	}
}

// The help of every command and flag is in the language that is asked for: under a
// Chinese one each has Chinese characters, under an English one each has words.
func TestHelpInBothLanguages(t *testing.T) {
	for _, l := range []model.Lang{model.Chinese, model.English} {
		p := &program{env: environment{lang: l.String()}, lang: l.String()}
		var walk func(c *cobra.Command)
		walk = func(c *cobra.Command) {
			page := p.helpPage(c)
			for _, row := range append(flagRows(c.LocalFlags()), [2]string{c.CommandPath(), c.Short}, [2]string{c.CommandPath() + " in full", c.Long}) {
				if strings.ContainsFunc(row[1], func(r rune) bool { return unicode.Is(unicode.Han, r) }) != (l == model.Chinese) && !strings.Contains(row[1], "济阳") && !strings.Contains(row[1], "词") && !strings.Contains(row[1], "产业") && !strings.Contains(row[1], "目标") {
					t.Errorf("%s, %s: %q", l, row[0], row[1])
				}
			}
			if c.Name() != "help" && strings.Contains(page, "<") && strings.Contains(page, ".short>") {
				t.Errorf("%s: a text is missing in\n%s", c.CommandPath(), page)
			}
			for _, sub := range c.Commands() {
				walk(sub)
			}
		}
		walk(p.commands([]string{"help"}))
	}
}

// Every way to go on has its text.
func TestAdviceIsTold(t *testing.T) {
	for _, err := range []error{os.ErrNotExist, os.ErrPermission, data.ErrStopped, &data.SameTextError{}, &data.TableError{}, &data.SkippedError{}, &data.FaultError{}, os.ErrInvalid} {
		for _, l := range []model.Lang{model.Chinese, model.English} {
			if text := advised(err).Message(l); strings.Contains(text, "<advice") || strings.Contains(text, "<cause") {
				t.Errorf("%v in %s: %s", err, l, text)
			}
		}
	}
}

// Every text of exports and of errors is said somewhere: whole, or as the end of a
// family (cause., export.column.).
func TestTextsOfExportsAndErrors(t *testing.T) {
	root, said := repository(t), map[string]bool{}
	for _, path := range sources(t, root) {
		raw, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Fatal(err)
		}
		for _, literal := range regexp.MustCompile(`"[^"\n]*"`).FindAllString(string(raw), -1) {
			for part := range strings.SplitSeq(strings.Trim(literal, `"<>#`), "/") {
				said[strings.TrimPrefix(part, "export.")] = true
			}
		}
	}
	for _, file := range []string{"export", "wrong"} {
		raw, err := os.ReadFile(filepath.Join(root, "model", "lang", file+".en.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^(?:export\.)?([a-z0-9_.-]+) =`).FindAllStringSubmatch(string(raw), -1) {
			id := strings.TrimSuffix(m[1], ".more")
			at := strings.LastIndex(id, ".") + 1
			if !said[id] && !(said[id[:at]] && said[id[at:]]) {
				t.Errorf("nothing says %s", m[1])
			}
		}
	}
}

// What is wrong with a file is told in Chinese to who reads Chinese, whatever
// part of the program or of the system found it.
func TestErrorsAreToldInChinese(t *testing.T) {
	folder := t.TempDir()
	broken := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	project := func(text string) error { _, err := readProject(broken("a.qubi", text)); return err }
	codebook := func(text string) error { _, err := readCodebook(broken("codes.tsv", text)); return err }
	exchanged := func(text string) error {
		_, err := qdpx.Read(strings.NewReader(text), int64(len(text)))
		return err
	}
	nowhere := filepath.Join(folder, "none", "a.csv")
	_, heads := readHeads(broken("heads.json", `{"a": 1`))
	for name, err := range map[string]error{
		"a folder for a file": files.Replace(folder, true, func(io.Writer) error { return nil }),
		"no such folder":      files.Replace(nowhere, true, func(io.Writer) error { return nil }),
		"full disk":           &fs.PathError{Op: "write", Path: "a.csv", Err: syscall.ENOSPC},
		"read-only disk":      &fs.PathError{Op: "write", Path: "a.csv", Err: syscall.EROFS},
		"held file":           files.ErrLocked,
		"no project":          project("{}\n"),
		"a newer project":     project(`{"qubi":"project","version":9,"needs":9}`),
		"a broken line":       project("{\"qubi\":\"project\",\"version\":1,\"needs\":1}\n{\"id\":\n"),
		"no id":               project("{\"qubi\":\"project\",\"version\":1,\"needs\":1}\n{}\n"),
		"no code":             codebook("\tk\n"),
		"no zip":              exchanged("none"),
		"broken state":        heads,
		"newer notes":         json.Unmarshal([]byte(`{"version":9}`), &notes.Notes{}),
		"no command":          exec.ErrNotFound,
		"no district":         data.ErrNoDistrict,
		"a stop":              data.ErrStopped,
		"a fault":             &data.Error{File: "a.txt", Err: &data.FaultError{}},
	} {
		if err == nil {
			t.Errorf("%s is no error", name)
			continue
		}
		bare := strings.NewReplacer(folder, "", "qubi", "", "project.qde", "", "REFI-QDA", "", "JSON", "", ".qdpx", "", "a.csv", "", "a.txt", "", "id", "", "none", "", "heads.json", "", "codes.tsv", "", "<nil>", "", "project", "").Replace(lang.Told(err, model.Chinese))
		if !strings.ContainsFunc(bare, han) || regexp.MustCompile(`[A-Za-z]{2,}`).MatchString(bare) {
			t.Errorf("%s: %s", name, bare)
		}
	}
}

// Chinese stands in code where it is a word of reports or of the filter language, or
// in the examples of a command, and nowhere else: what people are told is in the files
// of package lang. The list says how many such words a file may have.
func TestWhatPeopleAreToldIsNoCode(t *testing.T) {
	words := map[string]int{
		"cmd/qubi/choices.go": 3, "cmd/qubi/export.go": 1, "cmd/qubi/facts.go": 1, "cmd/qubi/run.go": 1, // suffixes of districts, examples
		"model/compare/define.go": 5, "model/compare/words.go": 8, "model/compare/names.go": 1, "model/compare/rank.go": 1,
		"model/compare/reasons.go": 2, "model/compare/told.go": 3, // parts of names, ranks and periods
		"model/export/cite/styles.go": 2, "model/export/command.go": 1, "model/export/ranking.go": 4, "model/export/told.go": 1, // GB/T 7714, filters, a unit
		"model/fact.go": 1, "model/lang.go": 1, "model/period.go": 1, "model/theme.go": 11, "model/project/import.go": 2, // keys of the facts contract, branches of codes
		"model/query/exprfield.go": 17, "model/query/exprnumber.go": 10, "model/query/exprparse.go": 1, // the filter language
		"model/modeltest/large.go": 9, "model/modeltest/modeltest.go": 2, // made-up reports
		"tui/cell/break.go": 4, "tui/cell/cell.go": 1, "tui/draw/factwords.go": 12, "tui/draw/period.go": 15, "tui/head.go": 3, // lines, periods and ranks
	}
	root := repository(t)
	for _, path := range sources(t, root) {
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, path), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		ast.Inspect(file, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && strings.ContainsFunc(l.Value, han) {
				found++
				if strings.HasPrefix(path, "data") && sentence.MatchString(l.Value) {
					t.Errorf("%s: %s is told to people", path, l.Value)
				}
			}
			return true
		})
		if !strings.HasPrefix(path, "data") && found > words[filepath.ToSlash(path)] {
			t.Errorf("%s has %d Chinese texts; %d are words", path, found, words[filepath.ToSlash(path)])
		}
	}
}

// sentence is a Chinese text with a verb of fmt, or one that goes on behind a sign.
var sentence = regexp.MustCompile(`\p{Han}{3}[^|]*%[dsvq]|%[dsvq][^|]*\p{Han}{3}|\p{Han}{4}[；：]\p{Han}{3}`)

// han reports whether a character is a Chinese one.
func han(r rune) bool { return unicode.Is(unicode.Han, r) }

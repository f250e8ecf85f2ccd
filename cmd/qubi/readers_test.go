package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// contract are the keys that every fact has.
var contract = strings.Fields(`kind district city report title published name indicator value unit base_value base_unit
	bound period change rank stage tier group themes quote sentence paragraph start end line flags`)

// TestFactsKeepTheContract reads the lines as any program would.
func TestFactsKeepTheContract(t *testing.T) {
	r := qubi("", "facts")
	facts := 0
	for line := range strings.Lines(r.out) {
		var fact map[string]any
		if err := json.Unmarshal([]byte(line), &fact); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		for _, key := range contract {
			if _, ok := fact[key]; !ok {
				t.Fatalf("%q is missing in %s", key, line)
			}
		}
		sentence, quote := fact["sentence"].(string), fact["quote"].(string)
		if quote == "" || !strings.Contains(sentence, quote) {
			t.Errorf("%q is not in its sentence %q", quote, sentence)
		}
		facts++
	}
	if facts == 0 {
		t.Error("the built-in reports give no facts")
	}
}

// reader is a program that colleagues read our files with: a script in its
// language that prints of each file the number of facts and the sum of their lines.
type reader struct {
	name    string
	needs   []string // a command line that succeeds where the reader is installed
	formats []string // of the files
	command []string // FILE0, FILE1, … stand for the files
}

var readers = []reader{
	{"Python", []string{"python3", "-c", ""}, []string{"jsonl", "csv", "tsv"}, []string{"python3", "-c", `import csv,json,sys
f=[json.loads(l) for l in open(sys.argv[1],encoding="utf-8")]; print(len(f), sum(x["line"] for x in f))
for name, comma in (sys.argv[2],","), (sys.argv[3],"\t"):
    f=list(csv.reader(open(name,encoding="utf-8-sig",newline=""),delimiter=comma))[1:]; print(len(f), sum(int(x[-1]) for x in f))`, "FILE0", "FILE1", "FILE2"}},
	{"pandas", []string{"python3", "-c", `import importlib.util,sys; sys.exit(importlib.util.find_spec("pandas") is None)`}, []string{"jsonl", "csv"}, []string{"python3", "-c", `import pandas,sys
for f in pandas.read_json(sys.argv[1],lines=True), pandas.read_csv(sys.argv[2]): print(len(f), f["line" if "line" in f else f.columns[-1]].sum())`, "FILE0", "FILE1"}},
	{"DuckDB", []string{"duckdb", "-c", "select 1"}, []string{"jsonl"},
		[]string{"duckdb", "-noheader", "-list", "-separator", " ", "-c", `select count(*), sum(line) from 'FILE0'`}},
	{"R", []string{"Rscript", "-e", "1"}, []string{"csv"},
		[]string{"Rscript", "-e", `f <- read.csv("FILE0", fileEncoding="UTF-8-BOM", check.names=FALSE); cat(nrow(f), sum(f[[ncol(f)]]))`}},
	{"SQLite", []string{"sqlite3", "-version"}, []string{"csv"},
		[]string{"sqlite3", "-separator", " ", ":memory:", "create table f(name, line integer)", ".import --csv --skip 1 FILE0 f", `select count(*), sum(line) from f`}},
}

// TestReaders loads every format with the programs that are installed here,
// and with Go's own readers always.
func TestReaders(t *testing.T) {
	files := map[string]string{}
	for _, format := range []string{"jsonl", "csv", "tsv"} {
		files[format] = exported(t, format)
	}
	want := counted(t, files["jsonl"])
	for format, comma := range map[string]rune{"csv": ',', "tsv": '\t'} {
		table := csv.NewReader(strings.NewReader(strings.TrimPrefix(files[format], "\ufeff")))
		table.Comma = comma
		rows, err := table.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := sum(t, rows); got != want {
			t.Errorf("%s: facts and the sum of their lines are %v, want %v", format, got, want)
		}
	}
	for _, r := range readers {
		if exec.Command(r.needs[0], r.needs[1:]...).Run() != nil {
			t.Logf("%s is not installed here, where Go's own readers have read the files", r.name)
			continue
		}
		t.Run(r.name, func(t *testing.T) {
			var names []string
			for i, format := range r.formats {
				name := filepath.Join(t.TempDir(), "facts."+strings.TrimSuffix(format, "l")) // DuckDB goes by the ending
				if err := os.WriteFile(name, []byte(files[format]), 0o644); err != nil {
					t.Fatal(err)
				}
				names = append(names, "FILE"+strconv.Itoa(i), name)
			}
			var args []string
			for _, a := range r.command {
				args = append(args, strings.NewReplacer(names...).Replace(a))
			}
			out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if got, each := strings.Join(strings.Fields(string(out)), " "), fmt.Sprint(want[0], want[1]); got != strings.TrimSuffix(strings.Repeat(each+" ", len(r.formats)), " ") {
				t.Errorf("facts and the sum of their lines are %s, want %s of each file", got, each)
			}
		})
	}
}

// exported is what qubi export writes in a format; rows end with the line of
// the file.
func exported(t *testing.T, format string) string {
	t.Helper()
	args := []string{"export", "--format", format}
	if format == "csv" || format == "tsv" {
		args = append(args, "--columns", "name,line")
	}
	r := qubi("", args...)
	if r.status != 0 || r.out == "" {
		t.Fatalf("export --format %s: status %d, %s", format, r.status, r.err)
	}
	return r.out
}

// counted is the number of facts and the sum of their lines, from the JSON
// Lines.
func counted(t *testing.T, facts string) (n [2]int) {
	t.Helper()
	for line := range strings.Lines(facts) {
		var fact struct{ Line int }
		if err := json.Unmarshal([]byte(line), &fact); err != nil {
			t.Fatal(err)
		}
		n[0]++
		n[1] += fact.Line
	}
	return n
}

// sum is the same from the rows of a CSV file.
func sum(t *testing.T, rows [][]string) (n [2]int) {
	t.Helper()
	for _, row := range rows[1:] {
		line, err := strconv.Atoi(row[len(row)-1])
		if err != nil {
			t.Fatal(err)
		}
		n[0]++
		n[1] += line
	}
	return n
}

package main

import (
	"bytes"
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
// language that prints the number of facts and the sum of their lines.
type reader struct {
	name    string
	needs   []string // a command line that succeeds where the reader is installed
	format  string   // of the export
	command []string // FILE stands for the file
}

var readers = []reader{
	{"Python json", []string{"python3", "-c", ""}, "jsonl",
		[]string{"python3", "-c", `import json,sys; f=[json.loads(l) for l in open(sys.argv[1],encoding="utf-8")]; print(len(f), sum(x["line"] for x in f))`, "FILE"}},
	{"Python csv", []string{"python3", "-c", ""}, "csv",
		[]string{"python3", "-c", `import csv,sys; f=list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline="")))[1:]; print(len(f), sum(int(x[-1]) for x in f))`, "FILE"}},
	{"Python csv, tabs", []string{"python3", "-c", ""}, "tsv",
		[]string{"python3", "-c", `import csv,sys; f=list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline=""),delimiter="\t"))[1:]; print(len(f), sum(int(x[-1]) for x in f))`, "FILE"}},
	{"pandas", []string{"python3", "-c", "import pandas"}, "jsonl",
		[]string{"python3", "-c", `import pandas,sys; f=pandas.read_json(sys.argv[1],lines=True); print(len(f), f.line.sum())`, "FILE"}},
	{"pandas csv", []string{"python3", "-c", "import pandas"}, "csv",
		[]string{"python3", "-c", `import pandas,sys; f=pandas.read_csv(sys.argv[1]); print(len(f), f.iloc[:,-1].sum())`, "FILE"}},
	{"DuckDB", []string{"duckdb", "-c", "select 1"}, "jsonl",
		[]string{"duckdb", "-noheader", "-list", "-separator", " ", "-c", `select count(*), sum(line) from 'FILE'`}},
	{"R", []string{"Rscript", "-e", "1"}, "csv",
		[]string{"Rscript", "-e", `f <- read.csv("FILE", fileEncoding="UTF-8-BOM", check.names=FALSE); cat(nrow(f), sum(f[[ncol(f)]]))`}},
	{"SQLite", []string{"sqlite3", "-version"}, "csv",
		[]string{"sqlite3", "-separator", " ", ":memory:", "create table f(name, line integer)", ".import --csv --skip 1 FILE f", `select count(*), sum(line) from f`}},
}

// TestReaders loads every format with the programs that are installed here,
// and with Go's own readers always.
func TestReaders(t *testing.T) {
	want := counted(t)
	t.Run("Go csv", func(t *testing.T) {
		raw := strings.TrimPrefix(exported(t, "csv"), "\ufeff")
		rows, err := csv.NewReader(strings.NewReader(raw)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := sum(t, rows); got != want {
			t.Errorf("facts and the sum of their lines are %v, want %v", got, want)
		}
	})
	for _, r := range readers {
		t.Run(r.name, func(t *testing.T) {
			if exec.Command(r.needs[0], r.needs[1:]...).Run() != nil {
				t.Skip("not installed here")
			}
			file := filepath.Join(t.TempDir(), "facts."+r.format)
			if r.format == "jsonl" { // DuckDB goes by the ending
				file = strings.TrimSuffix(file, "l")
			}
			if err := os.WriteFile(file, []byte(exported(t, r.format)), 0o644); err != nil {
				t.Fatal(err)
			}
			args := make([]string, len(r.command))
			for i, a := range r.command {
				args[i] = strings.ReplaceAll(a, "FILE", file)
			}
			out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			var got [2]int
			if _, err := fmt.Sscan(string(out), &got[0], &got[1]); err != nil || got != want {
				t.Errorf("facts and the sum of their lines are %s, want %v", bytes.TrimSpace(out), want)
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
func counted(t *testing.T) (n [2]int) {
	t.Helper()
	for line := range strings.Lines(exported(t, "jsonl")) {
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

package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
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
		[]string{"python3", "-c", `import csv,sys; f=list(csv.DictReader(open(sys.argv[1],encoding="utf-8-sig",newline=""))); print(len(f), sum(int(x["行"]) for x in f))`, "FILE"}},
	{"Python csv, tabs", []string{"python3", "-c", ""}, "tsv",
		[]string{"python3", "-c", `import csv,sys; f=list(csv.DictReader(open(sys.argv[1],encoding="utf-8-sig",newline=""),delimiter="\t")); print(len(f), sum(int(x["行"]) for x in f))`, "FILE"}},
	{"pandas", []string{"python3", "-c", "import pandas"}, "jsonl",
		[]string{"python3", "-c", `import pandas,sys; f=pandas.read_json(sys.argv[1],lines=True); print(len(f), f.line.sum())`, "FILE"}},
	{"pandas csv", []string{"python3", "-c", "import pandas"}, "csv",
		[]string{"python3", "-c", `import pandas,sys; f=pandas.read_csv(sys.argv[1]); print(len(f), f["行"].sum())`, "FILE"}},
	{"DuckDB", []string{"duckdb", "-c", "select 1"}, "jsonl",
		[]string{"duckdb", "-noheader", "-list", "-separator", " ", "-c", `select count(*), sum(line) from 'FILE'`}},
	{"R", []string{"Rscript", "-e", "1"}, "csv",
		[]string{"Rscript", "-e", `f <- read.csv("FILE", fileEncoding="UTF-8-BOM", check.names=FALSE); cat(nrow(f), sum(f[["行"]]))`}},
	{"SQLite", []string{"sqlite3", "-version"}, "csv",
		[]string{"sqlite3", "-separator", " ", ":memory:", ".import --csv FILE f", `select count(*), sum("行") from f`}},
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
			if _, err := fscan(out, &got); err != nil || got != want {
				t.Errorf("facts and the sum of their lines are %s, want %v", bytes.TrimSpace(out), want)
			}
		})
	}
}

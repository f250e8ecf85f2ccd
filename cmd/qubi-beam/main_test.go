package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/parquet-go/parquet-go"
)

func TestMain(m *testing.M) {
	registerFunctions()
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// run runs the pipeline under Prism, Beam's runner for one machine, and gives
// the files it wrote.
func run(t *testing.T, pattern, format string) []string {
	t.Helper()
	prefix := filepath.Join(t.TempDir(), "facts")
	p, s := beam.NewPipelineWithRoot()
	facts(s, pattern, sink{Prefix: prefix, Format: format, Shards: 3})
	if _, err := beam.Run(context.Background(), "prism", p); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(prefix + "-*-of-00003." + format)
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	return files
}

// The files hold the lines of qubi facts, each once.
func TestPipelineGivesTheLinesOfFacts(t *testing.T) {
	const pattern = "../../data/reports/*.txt"
	command := exec.Command("go", "run", "./cmd/qubi", "facts", "--no-cache")
	command.Dir = "../.."
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(strings.TrimSpace(string(out)), "\n")
	var got []string
	for _, name := range run(t, pattern, jsonLines) {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(raw) {
			got = append(got, strings.TrimSpace(string(line)))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%d lines, want the %d of qubi facts", len(got), len(want))
	}
	rows := 0
	for _, name := range run(t, pattern, parquetFiles) {
		all, err := parquet.ReadFile[row](name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if rows++; r.District == "" || r.Sentence == "" {
				t.Errorf("a row without district or sentence: %+v", r)
			}
		}
	}
	if rows != len(want) {
		t.Errorf("%d rows of Parquet, want %d", rows, len(want))
	}
}

package data_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"qubi/data"
	"qubi/model"
)

// handRead is a report's facts as a careful reader entered them.
type handRead struct {
	Report                             struct{ District, Title, Published, Event string }
	Metrics, Clusters, Parks, Projects []handFact
}

type handFact struct {
	Indicator, Name, Unit, Bound, Period, Change, Rank, Stage, Theme, Quote string
	Value                                                                   any
	Accept, Alias, Also                                                     []string
	Alt                                                                     []any
	Optional                                                                bool
}

// handReadPairs are the hand-read reports present, facts by the path of the
// text. QUBI_GOLD may name several folders, parted by colons; without it the
// folder shared/gold beside the repository's root is looked for.
func handReadPairs(t testing.TB) map[string]string {
	dirs := filepath.SplitList(os.Getenv("QUBI_GOLD"))
	if len(dirs) == 0 {
		dirs = []string{filepath.Join("..", "..", "shared", "gold")}
	}
	pairs := map[string]string{}
	for _, dir := range dirs {
		for _, pattern := range []string{"*.json", filepath.Join("*", "*.json")} {
			found, _ := filepath.Glob(filepath.Join(dir, pattern))
			for _, facts := range found {
				id := strings.TrimSuffix(facts, ".json")
				if text, _ := filepath.Glob(filepath.Join("reports", filepath.Base(id)+"_*.txt")); len(text) == 1 {
					pairs[text[0]] = facts
				} else if _, err := os.Stat(id + ".txt"); err == nil {
					pairs[id+".txt"] = facts
				}
			}
		}
	}
	if len(pairs) == 0 {
		t.Skip("no hand-read reports: set QUBI_GOLD to their folder")
	}
	return pairs
}

// readPair reads a report as the program does, and what a reader found in it.
func readPair(t testing.TB, textFile, factsFile string) (*model.Report, handRead) {
	var g handRead
	raw, err := os.ReadFile(factsFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		t.Fatalf("%s: %v", filepath.Base(factsFile), err)
	}
	text, err := os.ReadFile(textFile)
	if err != nil {
		t.Fatal(err)
	}
	rep, _ := data.Read(filepath.Base(textFile), text) // a missing district is no matter here
	return rep, g
}

// floors are what was reached on the hand-read reports, held-out ones among
// them; they only rise.
var floors = map[string]float64{
	"metric.P": .99, "metric.R": .99, "name": .99, "stage": .99, "bound": .99, "period": .99, "change": .99, "rank": .99, "theme": .98,
	"cluster.F": .97, "park.F": .99, "project.F": .98,
}

// TestAccuracy measures the facts against hand-read reports and fails below
// what was reached before.
func TestAccuracy(t *testing.T) {
	pairs := handReadPairs(t)
	var files []string
	for text := range pairs {
		files = append(files, text)
	}
	sort.Slice(files, func(i, j int) bool { return pairs[files[i]] < pairs[files[j]] })
	var total score
	for _, text := range files {
		rep, gold := readPair(t, text, pairs[text])
		if dir := os.Getenv("QUBI_SCORE_JSONL"); dir != "" {
			writeLines(t, filepath.Join(dir, strings.TrimSuffix(filepath.Base(pairs[text]), ".json")+".jsonl"), rep)
		}
		one := grade(rep, gold)
		t.Log(strings.TrimSuffix(filepath.Base(pairs[text]), ".json"), one.kinds())
		for _, line := range one.errors {
			t.Log("   ", line)
		}
		total.add(one)
	}
	t.Log("TOTAL", total.kinds())
	t.Log("FIELDS", total.fieldLine())
	for what, floor := range floors {
		if got := total.figure(what); got < floor {
			t.Errorf("%s fell to %.3f, was %.3f", what, got, floor)
		}
	}
}

// writeLines writes the contract's JSON Lines, as far as scoring reads them.
func writeLines(t testing.TB, path string, rep *model.Report) {
	var b strings.Builder
	for _, f := range rep.Facts {
		line, _ := json.Marshal(map[string]any{
			"kind": f.Kind.String(), "name": f.Name, "value": valueOf(f), "unit": f.Quantity.Unit, "bound": string(f.Quantity.Bound), "period": f.Period.Label,
			"change": f.Change, "rank": f.Rank, "stage": string(f.Stage), "themes": themeNames(f), "quote": rep.Quote(f.Place.Quote), "sentence": rep.Quote(f.Place.Sentence),
		})
		fmt.Fprintln(&b, string(line))
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func valueOf(f *model.Fact) any {
	if !f.HasValue {
		return nil
	}
	return json.Number(f.Quantity.Value.String())
}

func themeNames(f *model.Fact) []string {
	names := []string{}
	for _, t := range f.Themes {
		names = append(names, t.String())
	}
	return names
}

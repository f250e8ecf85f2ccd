package extract

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

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

// readGold reads a hand-read report and the document it was read from.
func readGold(t testing.TB, textFile, factsFile string) (*model.Document, handRead) {
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
	doc := &model.Document{File: filepath.Base(textFile), Text: string(text)}
	at := 0
	for line := range strings.Lines(doc.Text) {
		l := strings.TrimRight(line, "\r\n")
		trimmed := strings.TrimSpace(l)
		if trimmed != "" {
			start := at + strings.Index(line, trimmed)
			doc.Paragraphs = append(doc.Paragraphs, model.Span{Start: start, End: start + len(trimmed)})
		}
		at += len(line)
	}
	doc.Head = model.Head{District: g.Report.District, Title: g.Report.Title, Published: day(g.Report.Published), Event: day(g.Report.Event)}
	return doc, g
}

func day(s string) time.Time {
	d, _ := time.Parse("2006-01-02", s)
	return d
}

// floors are what was reached on all hand-read reports; they only rise.
var floors = map[string]float64{}

// TestAccuracy measures the facts against hand-read reports and fails below
// what was reached before.
func TestAccuracy(t *testing.T) {
	pairs := goldPairs(t)
	var files []string
	for text := range pairs {
		files = append(files, text)
	}
	sort.Slice(files, func(i, j int) bool { return pairs[files[i]] < pairs[files[j]] })
	var total score
	for _, text := range files {
		doc, gold := readGold(t, text, pairs[text])
		rep := Report(doc)
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

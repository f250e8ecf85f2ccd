package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qubi/model"
)

// goldPairs are the hand-read reports present: text and facts, by the path of
// the text. QUBI_GOLD may name several folders, parted by colons.
func goldPairs(t testing.TB) map[string]string {
	pairs := map[string]string{}
	for _, dir := range filepath.SplitList(os.Getenv("QUBI_GOLD")) {
		for _, pattern := range []string{"*.txt", "*/*.txt"} {
			found, _ := filepath.Glob(filepath.Join(dir, pattern))
			for _, text := range found {
				if facts := strings.TrimSuffix(text, ".txt") + ".json"; exists(facts) {
					pairs[text] = facts
				}
			}
		}
		for _, id := range []string{"000", "001"} {
			if found, _ := filepath.Glob(filepath.Join("..", "reports", id+"_*.txt")); len(found) == 1 && exists(filepath.Join(dir, id+".json")) {
				pairs[found[0]] = filepath.Join(dir, id+".json")
			}
		}
	}
	if len(pairs) == 0 {
		t.Skip("no hand-read reports: set QUBI_GOLD to their folder")
	}
	return pairs
}

func exists(path string) bool { _, err := os.Stat(path); return err == nil }

// The theme that a hand-read report gives a number is among the themes given.
func TestThemesOfHandReadNumbers(t *testing.T) {
	var hit, all, first int
	for text, facts := range goldPairs(t) {
		if strings.HasSuffix(text, "04.txt") || strings.HasSuffix(text, "12.txt") {
			continue
		}
		raw, err := os.ReadFile(text)
		if err != nil {
			t.Fatal(err)
		}
		var gold struct {
			Metrics []struct {
				Theme, Quote, Indicator string
				Optional                bool
			}
		}
		b, err := os.ReadFile(facts)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &gold); err != nil {
			t.Fatal(facts, err)
		}
		doc := document(string(raw))
		x := &reading{doc: doc, sentences: sentences(doc)}
		for _, m := range gold.Metrics {
			at := strings.Index(doc.Text, m.Quote)
			if at < 0 || m.Theme == "" {
				continue
			}
			quote := model.Span{Start: at, End: at + len(m.Quote)}
			got := themes(x, sentenceAt(x, at), quote, "")
			all++
			want := model.ParseTheme(m.Theme)
			if got[0] == want {
				first++
			}
			found := false
			for _, g := range got {
				found = found || g == want
			}
			if found {
				hit++
			} else {
				t.Logf("%s: %s %v, want %s", filepath.Base(text), m.Quote, got, m.Theme)
			}
		}
	}
	t.Logf("themes: %d of %d, first %d", hit, all, first)
	if hit*100 < all*85 {
		t.Errorf("%d of %d themes, want 85 %%", hit, all)
	}
}

func sentenceAt(x *reading, at int) sentence {
	for _, s := range x.sentences {
		if s.Start <= at && at < s.End {
			return s
		}
	}
	return sentence{}
}

// TestNamesOfHandReadReports writes the names found in the hand-read reports
// as JSON lines into the folder QUBI_NAMES_OUT, one file a report, so that
// they can be scored.
func TestNamesOfHandReadReports(t *testing.T) {
	out := os.Getenv("QUBI_NAMES_OUT")
	if out == "" {
		t.Skip("QUBI_NAMES_OUT names no folder")
	}
	for text := range goldPairs(t) {
		raw, err := os.ReadFile(text)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(text, "04.txt") || strings.HasSuffix(text, "12.txt") {
			continue
		}
		doc := document(string(raw))
		x := &reading{doc: doc, sentences: sentences(doc)}
		f, err := os.Create(filepath.Join(out, filepath.Base(text)+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, read := range []func(*reading) []*model.Fact{clusters, parks, projects} {
			for _, fact := range read(x) {
				line, _ := json.Marshal(map[string]any{"kind": fact.Kind.String(), "name": fact.Name, "stage": fact.Stage,
					"quote": x.text(fact.Place.Quote), "sentence": x.text(fact.Place.Sentence), "tier": fact.Tier, "group": fact.Group})
				f.Write(append(line, '\n'))
			}
		}
		f.Close()
	}
}

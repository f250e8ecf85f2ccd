package data_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What the heads say is what a reader notes of them: district, title, days and
// source of the hand-read reports, of which some have no head at all.
func TestHeadsOfHandReadReports(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("testdata", "gold", "*", "*.json"))
	if len(files) == 0 {
		t.Fatal("no hand-read reports")
	}
	right, total := 0, 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want struct {
			Report struct{ District, Title, Published, Event, Source string }
		}
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatal(err)
		}
		r, gold := readGold(t, file)
		if len(gold.Metrics) == 0 {
			continue // its district is made up
		}
		for _, f := range []struct{ name, got, want string }{
			{"district", r.Head.District, want.Report.District},
			{"title", r.Head.Title, want.Report.Title},
			{"published", date(r.Head.Published), want.Report.Published},
			{"event", date(r.Head.Event), want.Report.Event},
			{"source", r.Head.Source, want.Report.Source},
		} {
			total++
			if f.got == f.want {
				right++
				continue
			}
			t.Logf("%s: %s %q, a reader says %q", filepath.Base(file), f.name, f.got, f.want)
		}
	}
	t.Logf("%d of %d fields as a reader notes them", right, total)
	if right*100 < total*90 {
		t.Errorf("only %d of %d fields right", right, total)
	}
}

// date is a day as the facts format writes it, "" for none.
func date(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}

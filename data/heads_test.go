package data

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// goldDir is the folder of hand-read reports beside the project; QUBI_GOLD
// names another one.
func goldDir() string {
	if dir := os.Getenv("QUBI_GOLD"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "shared", "gold")
}

// What the heads say is what a reader notes of them: district, title, days and
// source of hand-read reports, of which many have no head at all.
func TestHeadsOfHandReadReports(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(goldDir(), "other", "*.txt"))
	if len(files) == 0 {
		t.Skip("no hand-read reports here")
	}
	right, total := 0, 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		facts, err := os.ReadFile(file[:len(file)-len("txt")] + "json")
		if err != nil {
			t.Fatal(err)
		}
		var want struct {
			Report struct{ District, Title, Published, Event, Source string }
		}
		if err := json.Unmarshal(facts, &want); err != nil {
			t.Fatal(err)
		}
		r, _ := Read(file, raw)
		for _, f := range []struct{ name, got, want string }{
			{"district", r.Head.District, want.Report.District},
			{"title", r.Head.Title, want.Report.Title},
			{"published", day(r.Head.Published), want.Report.Published},
			{"event", day(r.Head.Event), want.Report.Event},
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
	if right*100 < total*95 {
		t.Errorf("only %d of %d fields right", right, total)
	}
}

// day is a date as the contract writes it, "" for none.
func day(d time.Time) string {
	if d.IsZero() {
		return ""
	}
	return d.Format("2006-01-02")
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExportCarriesNotes: what the browser kept of marks and notes is in an
// export from the command line, and a broken file of them stops nothing.
func TestExportCarriesNotes(t *testing.T) {
	state := t.TempDir()
	run := func(args ...string) result {
		var out, complaints bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &complaints, env: environment{lang: "zh", stateDir: state}}
		status := p.run(context.Background(), args)
		return result{status, out.String(), complaints.String()}
	}
	first, _, _ := strings.Cut(run("facts").out, "\n")
	var fact struct{ ID, Name string }
	if err := json.Unmarshal([]byte(first), &fact); err != nil || fact.ID == "" {
		t.Fatalf("%v in %s", err, first)
	}
	if out := run("export", "--view", "marked").out; strings.Contains(out, fact.Name) {
		t.Errorf("nothing is marked, but the export has\n%s", out)
	}

	file := filepath.Join(state, "notes.json")
	note, _ := json.Marshal(map[string]any{"version": 1, "notes": []any{map[string]any{"key": fact.ID, "marked": true, "note": "复核过"}}})
	if err := os.WriteFile(file, note, 0o644); err != nil {
		t.Fatal(err)
	}
	if r := run("export", "--view", "marked"); r.status != 0 || !strings.Contains(r.out, fact.Name) || !strings.Contains(r.out, "复核过") {
		t.Errorf("status %d; the marked %s and its note are not in\n%s", r.status, fact.Name, r.out)
	}

	if err := os.WriteFile(file, note[:len(note)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	r := run("export", "--view", "marked", "--lang", "en")
	if r.status != 0 || !strings.HasPrefix(r.err, "qubi: no marks and notes from "+file) || strings.Count(r.err, "\n") != 1 {
		t.Errorf("half a file of notes: status %d, %q", r.status, r.err)
	}
	if kept, _ := os.ReadFile(file); !bytes.Equal(kept, note[:len(note)/2]) {
		t.Error("the broken file was changed")
	}
}

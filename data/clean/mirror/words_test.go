package mirror_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"qubi/model"
)

// Every reason for a repair has its words in both languages: an English screen
// shows no Chinese of the program's own.
func TestReasonsHaveEnglishWords(t *testing.T) {
	written := regexp.MustCompile(`(?:\), |reason :?= )"([^"]*\p{Han}[^"]*)"`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range written.FindAllStringSubmatch(string(source), -1) {
			found++
			if r := (model.Repair{Reason: m[1]}); r.Why(model.English) == m[1] || r.Why(model.Chinese) != m[1] {
				t.Errorf("%s: %q is %q in English", name, m[1], r.Why(model.English))
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d reasons found", found)
	}
}

package head

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// Every block of words that a rule asks for is in the lexicon, and every block of
// the lexicon is asked for by some rule.
func TestBlocksAreThereAndUsed(t *testing.T) {
	call := regexp.MustCompile(`words\(\)\["([^"]+)"\]`)
	files, _ := filepath.Glob("*.go")
	asked := map[string]bool{}
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllSubmatch(code, -1) {
			if asked[string(m[1])] = true; len(words()[string(m[1])]) == 0 {
				t.Errorf("%s asks for the block %q", file, m[1])
			}
		}
	}
	for block := range words() {
		if !asked[block] {
			t.Errorf("no rule asks for the block %q", block)
		}
	}
}

package clean

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every block of words that a rule asks for is in the lexicon, and every block of
// the lexicon is asked for by some rule.
func TestBlocksAreThereAndUsed(t *testing.T) {
	call := regexp.MustCompile(`(?:furnitureWords\(\)|\bw)(?:\.(?:is|begins|ends|holds)\(|\[)"([^"]+)"`)
	files, _ := filepath.Glob("*.go")
	var rules strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rules.Write(code)
		for _, m := range call.FindAllSubmatch(code, -1) {
			if len(furnitureWords().blocks[string(m[1])].whole) == 0 {
				t.Errorf("%s asks for the block %q", file, m[1])
			}
		}
	}
	for block := range furnitureWords().blocks {
		if !strings.Contains(rules.String(), strconv.Quote(block)) {
			t.Errorf("no rule asks for the block %q", block)
		}
	}
}

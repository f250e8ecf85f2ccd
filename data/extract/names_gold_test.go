package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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

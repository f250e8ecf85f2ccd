package clean

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/width"
)

// garbled is the folder of damaged pages, each beside the same page as a reader
// restored it by hand.
const garbled = "../testdata/gold/garbled"

// mostWrong is the share of characters that may be wrong on a damaged page.
const mostWrong = 0.0012

// Damaged pages come out as a reader restored them by hand.
func TestAccuracyOfRestoredText(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(garbled, "*.clean.txt"))
	if len(files) == 0 {
		t.Fatal("no pages in " + garbled)
	}
	wrong, total := 0, 0
	for _, file := range files {
		want := read(t, file)
		page := read(t, strings.TrimSuffix(file, ".clean.txt")+".txt")
		got := Text(page)
		w := fields(want)
		n := distance(w, fields(got.Text))
		wrong, total = wrong+n, total+len(w)
		t.Logf("%s: %d of %d characters wrong, %d repairs", filepath.Base(file), n, len(w), len(got.Repairs))
		for _, r := range got.Repairs {
			t.Logf("  line %d %q -> %q %s %.2f %v", r.Line, r.Original, r.Repaired, r.Reason, r.Confidence, r.Proved)
		}
	}
	rate := float64(wrong) / float64(total)
	t.Logf("character error rate %.3f %%", 100*rate)
	if rate > mostWrong {
		t.Errorf("character error rate %.3f %%, more than %.1f %%", 100*rate, 100*mostWrong)
	}
}

func read(t testing.TB, file string) string {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// fields is a text's characters without blanks, marks half-width: pages set both
// at will.
func fields(s string) []rune {
	return []rune(width.Fold.String(strings.Join(strings.Fields(s), "")))
}

// distance is the number of characters to insert, drop or change between two texts.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		corner := row[0]
		row[0] = i + 1
		for j, q := range b {
			change := corner
			if r != q {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

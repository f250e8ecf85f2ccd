package clean

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
)

var (
	update   = flag.Bool("update", false, "rewrite the language table")
	wordList = flag.String("words", "", "jieba's word list: word, frequency, kind a line")
)

// pairsKept is the size of the table: its likeliest pairs.
const pairsKept = 40000

// reportWeight is how much a pair of the built-in reports counts against one
// occurrence of the word list, which is of older and other text.
const reportWeight = 300

// TestLanguageUpdate rewrites the language table when asked to.
func TestLanguageUpdate(t *testing.T) {
	if !*update || *wordList == "" {
		t.Skip("needs -update and -words")
	}
	single, pair := map[rune]float64{}, map[[2]rune]float64{}
	raw, err := os.ReadFile(*wordList)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		n, _ := strconv.ParseFloat(f[1], 64)
		count(single, pair, []rune(f[0]), n)
	}
	files, _ := filepath.Glob("../reports/00[0-3]*.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		count(single, pair, []rune(Text(string(raw)).Text), reportWeight)
	}
	writeTable(t, single, pair)
}

// count adds a text's characters and pairs, n times each.
func count(single map[rune]float64, pair map[[2]rune]float64, text []rune, n float64) {
	for i, r := range text {
		if r < hanFirst || r > hanLast {
			continue
		}
		single[r] += n
		if i > 0 && isHan(text[i-1]) {
			pair[[2]rune{text[i-1], r}] += n
		}
	}
}

func writeTable(t *testing.T, single map[rune]float64, pair map[[2]rune]float64) {
	total := 0.0
	for _, n := range single {
		total += n
	}
	uni := make([]byte, hanLast-hanFirst+1)
	for i := range uni {
		uni[i] = tenths(single[rune(i+hanFirst)]/total, unseen)
	}
	type entry struct {
		a, b rune
		n, p float64
	}
	var all []entry
	for k, n := range pair {
		p := 0.9*n/single[k[0]] + 0.1*single[k[1]]/total
		if int(tenths(p, 255)) < int(uni[k[1]-hanFirst])+backoff-5 {
			all = append(all, entry{k[0], k[1], n, p})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		return all[i].n > all[j].n || all[i].n == all[j].n && (all[i].a < all[j].a || all[i].a == all[j].a && all[i].b < all[j].b)
	})
	all = all[:min(len(all), pairsKept)]
	sort.Slice(all, func(i, j int) bool { return all[i].a < all[j].a || all[i].a == all[j].a && all[i].b < all[j].b })
	var bi []byte
	for _, e := range all {
		bi = append(bi, byte(e.a>>8), byte(e.a), byte(e.b>>8), byte(e.b), tenths(e.p, 255))
	}
	for name, b := range map[string][]byte{"unigrams.bin": uni, "bigrams.bin": bi} {
		if err := os.WriteFile(filepath.Join("tables", name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tenths is -10 ln p, at most limit.
func tenths(p float64, limit int) byte {
	if p <= 0 {
		return byte(limit)
	}
	return byte(min(float64(limit), math.Round(-10*math.Log(p))))
}

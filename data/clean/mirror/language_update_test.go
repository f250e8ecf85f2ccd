package mirror

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"qubi/data/clean/script"
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

// TestLanguage holds the language table to its form, by which characters are looked up
// in it; when asked to it makes it anew.
func TestLanguage(t *testing.T) {
	if !*update || *wordList == "" {
		if len(unigrams) != 2*(hanLast-hanFirst+1) || len(bigrams) != 5*pairsKept {
			t.Fatalf("the table has %d and %d bytes", len(unigrams), len(bigrams))
		}
		for at := 5; at < len(bigrams); at += 5 {
			if bigrams[at-5:at-1] >= bigrams[at:at+4] {
				t.Fatalf("pair %d does not stand behind the one before it", at/5)
			}
		}
		return
	}
	l := counts{map[rune]float64{}, map[rune]float64{}, map[rune]float64{}, map[[2]rune]float64{}}
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
		l.count([]rune(f[0]), n)
	}
	files, _ := filepath.Glob("../../reports/00[0-3]*.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.FieldsFunc(string(raw), func(r rune) bool { return !script.IsHan(r) }) {
			l.count([]rune(part), reportWeight)
		}
	}
	l.write(t)
}

// counts are how often characters stand, begin and end a word, and pairs.
type counts struct {
	single, start, end map[rune]float64
	pair               map[[2]rune]float64
}

// count adds a word, n times.
func (l counts) count(word []rune, n float64) {
	for i, r := range word {
		l.single[r] += n
		if i > 0 {
			l.pair[[2]rune{word[i-1], r}] += n
		}
	}
	l.start[word[0]] += n
	l.end[word[len(word)-1]] += n
}

func (l counts) write(t *testing.T) {
	starts := 0.0
	for _, n := range l.start {
		starts += n
	}
	uni := make([]byte, 2*(hanLast-hanFirst+1))
	for r := rune(hanFirst); r <= hanLast; r++ {
		uni[2*(r-hanFirst)] = tenths(l.start[r]/starts, unseen)
		uni[2*(r-hanFirst)+1] = tenths(l.end[r]/max(l.single[r], 1), mostEnd)
		if l.single[r] > 0 && l.start[r] == 0 {
			uni[2*(r-hanFirst)] = unseen - 10
		}
	}
	type entry struct {
		a, b rune
		n, p float64
	}
	var all []entry
	for k, n := range l.pair {
		apart := l.end[k[0]] / l.single[k[0]] * l.start[k[1]] / starts
		if p := n / l.single[k[0]]; p > 2*apart {
			all = append(all, entry{k[0], k[1], n, p + apart})
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

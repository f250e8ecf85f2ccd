package model

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed lexicon/growth.txt
var growthFile string

// growthWords are the endings by which an indicator's growth goes.
var growthWords = sync.OnceValue(func() []string { return slices.Concat(WordLines(growthFile)...) })

// moves are the words that make an indicator a growth or a fall.
var moves = sync.OnceValue(func() []string { return slices.Concat(growthWords(), fallWords()) })

// WithoutGrowth is an indicator without the word that makes it a growth: 工业投资
// of 工业投资增速.
func WithoutGrowth(indicator string) string {
	of, _ := level(indicator)
	return of
}

// level parts an indicator from the word that makes it a growth, "" where none does.
func level(indicator string) (of, growth string) {
	for _, w := range growthWords() {
		if short, ok := strings.CutSuffix(indicator, w); ok && short != "" {
			return short, w
		}
	}
	return indicator, ""
}

// Growth is the word by which a metric is a growth (增速) where its name does not say
// so: 固定资产投资增长27.8% is named 固定资产投资. Else "".
func (f *Fact) Growth() string {
	if f.Indicator == f.Name && !f.Grown || slices.ContainsFunc(moves(), func(w string) bool { return strings.Contains(f.Name, w) }) {
		return ""
	}
	if _, word := level(f.Indicator); word != "" || !f.Grown {
		return word
	}
	return growthWords()[0]
}

// Grows reports whether the metric is a growth, which needs to be said wherever it
// stands under the name of the level.
func (f *Fact) Grows() bool {
	_, word := level(f.Indicator)
	return word != "" || f.Grown
}

//go:embed lexicon/fall.txt
var fallFile string

// fallWords are the endings by which an indicator says that its number is a fall.
var fallWords = sync.OnceValue(func() []string { return slices.Concat(WordLines(fallFile)...) })

// Stated is the quantity as a reader is to see it: the number of a fall that the text
// tells by a word (下降9.5%) is -9.5, and one of 下降9.5%以上 at most that, unless the name
// tells it (降幅). Quantity.Value keeps the number as written.
func (f *Fact) Stated() Quantity {
	q := f.Quantity
	if q.Falls() && !slices.ContainsFunc(fallWords(), func(w string) bool { return strings.HasSuffix(f.Name, w) }) {
		q = q.turned()
	}
	return q
}

// Beside is the change that is told beside the number; "" where the number is that change.
func (f *Fact) Beside() string {
	if f.Grows() || f.Quantity.Falls() {
		return ""
	}
	return f.Change
}

// WordLines are the words of each line of a lexicon; # begins a comment.
func WordLines(file string) (all [][]string) { return wordRows(file, strings.Fields) }

// WordCells are the cells of each line of a lexicon whose columns tabs part.
func WordCells(file string) (all [][]string) {
	return wordRows(file, func(line string) []string { return strings.Split(strings.TrimSpace(line), "\t") })
}

func wordRows(file string, part func(string) []string) (all [][]string) {
	for line := range strings.Lines(file) {
		if f := part(line); len(f) > 0 && f[0] != "" && f[0][0] != '#' {
			all = append(all, f)
		}
	}
	return all
}

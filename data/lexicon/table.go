package lexicon

import (
	_ "embed"
	"iter"
	"strings"
)

// Tables tell more of a word than its features: the base and the size of a unit,
// the sides of a verb, what must stand before the head of a name.
const (
	Units      = "units"      // words, base unit, class, factor to the base
	Verbs      = "verbs"      // a verb beside names, its sides, a project's stage, a cluster's
	Heads      = "heads"      // the last word of a name, its kind, what must stand before it
	Indicators = "indicators" // a canonical indicator, its other names
	Pairs      = "pairs"      // a word that names several subjects, the subjects
	Deeds      = "deeds"      // a verb that stands for a noun, the units of its number, the noun
	Spans      = "spans"      // a word for a part of a year, its first month, its last
)

// The words, and the tables by their names.
var (
	//go:embed words/words.tsv
	wordsFile string
	//go:embed words/common.tsv
	commonFile string
	//go:embed words/units.tsv
	unitsFile string
	//go:embed words/verbs.tsv
	verbsFile string
	//go:embed words/heads.tsv
	headsFile string
	//go:embed words/indicators.tsv
	indicatorsFile string
	//go:embed words/pairs.tsv
	pairsFile string
	//go:embed words/deeds.tsv
	deedsFile string
	//go:embed words/spans.tsv
	spansFile string

	tableFiles = map[string]string{Units: unitsFile, Verbs: verbsFile, Heads: headsFile, Indicators: indicatorsFile, Pairs: pairsFile, Deeds: deedsFile, Spans: spansFile}
)

// tables are those whose words are in the lexicon, by the feature that they give.
var tables = map[Feature]string{Unit: Units, Verb: Verbs, Head: Heads, Indicator: Indicators}

// Rows are the lines of a table, by their words: the fields behind the first,
// once for every word of the first. Of an indicator every name is a word.
func Rows(table string) iter.Seq2[string, []string] { return rows(tableFiles[table]) }

// rows reads lines of fields between tabs; # begins a comment.
func rows(file string) iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			fields := strings.Split(line, "\t")
			for word := range strings.FieldsSeq(fields[0]) {
				if !yield(word, fields[1:]) {
					return
				}
			}
		}
	}
}

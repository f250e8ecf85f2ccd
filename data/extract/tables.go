package extract

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// The small tables of words for numbers, where a word has more to it than a class.

//go:embed lexicon/pairs.tsv
var pairWords string

// pairs are words that name several subjects at once, in the order in which they
// are looked for.
var pairs = readPairs(pairWords)

type pair struct {
	word  string
	parts []string
}

// readPairs parses lines of a word, tab, the subjects that it names.
func readPairs(file string) (all []pair) {
	err := readLexicon(file, func(fields []string) error {
		if len(fields) != 2 {
			return fmt.Errorf("%d fields, want 2", len(fields))
		}
		all = append(all, pair{fields[0], strings.Fields(fields[1])})
		return nil
	})
	if err != nil {
		panic("lexicon/pairs.tsv: " + err.Error()) // our own file: a mistake of ours
	}
	return all
}

//go:embed lexicon/spans.tsv
var spanWords string

// spans are fixed words for parts of the year in force, in the order in which
// they are tried.
var spans = readSpans(spanWords)

type monthSpan struct {
	word     string
	from, to int // months
}

// readSpans parses lines of a word, first and last month, parted by tabs.
func readSpans(file string) (all []monthSpan) {
	err := readLexicon(file, func(fields []string) error {
		if len(fields) != 3 {
			return fmt.Errorf("%d fields, want 3", len(fields))
		}
		from, bad := strconv.Atoi(fields[1])
		to, worse := strconv.Atoi(fields[2])
		if err := errors.Join(bad, worse); err != nil {
			return err
		}
		all = append(all, monthSpan{fields[0], from, to})
		return nil
	})
	if err != nil {
		panic("lexicon/spans.tsv: " + err.Error()) // our own file: a mistake of ours
	}
	return all
}

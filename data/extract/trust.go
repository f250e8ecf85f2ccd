package extract

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// How far a number's row can be trusted is learned, not set: signs of how it was
// read (its rule, where its period came from, what its name looks like) weigh for
// or against it as much as they did on the hand-read reports. trust.tsv holds the
// weights; go test -run Trust -update ./data learns them anew and prints what they
// are worth on reports left out.

//go:embed trust.tsv
var trustFile string

// weights are the signs' weights; the sign "all" is the constant.
var weights = sync.OnceValue(func() map[string]float64 {
	table := map[string]float64{}
	for line := range strings.Lines(trustFile) {
		sign, weight, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		w, err := strconv.ParseFloat(weight, 64)
		if err != nil {
			panic(fmt.Sprintf("trust.tsv: %q: %v", line, err))
		}
		table[sign] = w
	}
	return table
})

// trust is the confidence that the signs give: the logistic function of their sum.
func trust(signs []string) float64 {
	table := weights()
	sum := table["all"]
	for _, s := range signs {
		sum += table[s]
	}
	return math.Round(100/(1+math.Exp(-sum))) / 100
}

// trace is how a number was read.
type trace struct {
	rule   string          // which words named it
	period timeline.Source // where its period came from
	words  string          // the words of the sentence that told it
	stage  model.Stage     // as it was judged
	reason timeline.Reason // what decided that
	hanzi  bool            // the number was written in characters
	at     model.Span      // where the number stands
	among  int             // how many numbers its sentence has
	around model.Stage     // what its section's heading says of it
	times  int             // how many periods its sentence sets
	ago    int             // how many sentences ago the last one was set
}

// signs adds what speaks for or against a metric; the trainer reads them too.
func signs(all []string, f *model.Fact, t trace) []string {
	all = append(all, "rule:"+t.rule, "period:"+string(t.period), "stage:"+string(f.Stage))
	add := func(sign string, ok bool) {
		if ok {
			all = append(all, sign)
		}
	}
	n := utf8.RuneCountInString(f.Name)
	known := f.Indicator != ""
	add("known indicator", known)
	add("name of 3 at most", n <= 3 && !known)
	add("name of 13 or more", n >= 13 && !known)
	add("name holds 的", strings.Contains(f.Name, "的"))
	add("name holds a digit", strings.IndexFunc(f.Name, unicode.IsDigit) >= 0)
	add("name holds a verb", !known && holdsVerb(f.Name))
	add("name ends as a noun", !known && (ownerWords.Suffix(f.Name) != "" || massWords.Suffix(f.Name) != "" || bareWords.Suffix(f.Name) != ""))
	add("name begins with its increment", deltaWords.Prefix(f.Name) != "")
	add("name is uneven", strings.Count(f.Name, "“") != strings.Count(f.Name, "”") || strings.Count(f.Name, "（") != strings.Count(f.Name, "）"))
	add("bare sum", !known && genericWords.Has(f.Name))
	add("stage against its section", t.around != "" && t.around != f.Stage)
	add("section of no stage", t.around == "")
	add("has a change", f.Change != "")
	add("has a rank", f.Rank != "" && !ordinal(f))
	add("is a rank", ordinal(f))
	add("in characters", t.hanzi)
	add("doubted", len(f.Flags) > 0)
	add("has an owner", f.Owner != "")
	u, _ := scan.UnitOf(f.Quantity.BaseUnit)
	add("unit:"+u.Class, true)
	return all
}

// holdsVerb reports that a verb at which noun phrases end stands within a name.
func holdsVerb(name string) bool {
	for i := range name {
		if i == 0 {
			continue
		}
		if w := stopWords.Prefix(name[i:]); utf8.RuneCountInString(w) > 1 && !scan.PartOfNoun(name, i, len(w)) {
			return true
		}
	}
	return false
}

// scopeOf is the word that narrows or widens what a metric measures, as the name
// or the clause before it says: 规上, 区本级, 全市, 不含农户.
func scopeOf(name, clause string) string {
	if w, i := lexicon.Scope.Find(name); i >= 0 {
		return w
	}
	w, _ := lexicon.Scope.Find(clause)
	return w
}

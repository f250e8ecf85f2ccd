package extract

import (
	"cmp"
	"strings"
	"sync"
	"unicode"

	"qubi/data/lexicon"
	"qubi/data/scan"
)

// canonicals are the canonical indicators by every name of theirs.
var canonicals = sync.OnceValue(func() map[string]string {
	canonical := make(map[string]string, 512)
	for name, fields := range lexicon.Rows(lexicon.Indicators) {
		for _, field := range fields {
			for other := range strings.FieldsSeq(field) {
				canonical[foldName(other)] = name
			}
		}
		canonical[foldName(name)] = name
	}
	return canonical
})

// indicator is the canonical name of what a metric measures, "" when the table
// does not know it. A growth rate is another indicator than the level, so that
// the two never stand in one row.
func indicator(name, kind string) string {
	folded := foldName(name)
	if w := cmp.Or(paceWords.Suffix(folded), growthWords.Suffix(folded)); w != "" {
		folded = strings.TrimSuffix(folded, w)
		if kind == "" {
			kind = "增速"
		} else if kind == "排名" {
			kind = "增速排名"
		}
	}
	canonical := canonicals()[folded]
	try := func(words lexicon.Feature, without func(s, word string) string) {
		for _, w := range words.Words() {
			if canonical != "" {
				return
			}
			if stem := without(folded, w); len(stem) < len(folded) {
				canonical = canonicals()[stem]
			}
		}
	}
	try(widerWords, strings.TrimPrefix)
	try(amountWords, strings.TrimSuffix)
	if fulfilWords.Inside(folded) {
		try(fulfilWords, without)
	}
	if bare := withoutBasis(name); canonical == "" && bare != name {
		return indicator(bare, kind)
	}
	if canonical == "" {
		return ""
	}
	return canonical + kind
}

// withoutBasis is a name without the bracket that only abbreviates it or says how it is
// reckoned: 生产总值(GDP), 人均生产总值(按不变价计算).
func withoutBasis(name string) string {
	if !strings.Contains(name, "(") && !strings.Contains(name, "（") {
		return name
	}
	before, rest, _ := strings.Cut(strings.NewReplacer("（", "(", "）", ")").Replace(name), "(")
	basis, behind, closed := strings.Cut(rest, ")")
	if !closed || strings.IndexFunc(basis, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 && !strings.HasSuffix(basis, "价") && reckonedWords.Suffix(basis) == "" {
		return name
	}
	return before + behind
}

// without is a text without the first place where it holds a word.
func without(s, word string) string { return strings.Replace(s, word, "", 1) }

// canonicalOf is the canonical indicator of a number under a name. A bare
// percentage of what is measured in money or counted is a share of it, which has
// none: 一般公共预算支出的65% is no level of the budget.
func canonicalOf(q *scan.Quantity, name string, growth bool) string {
	canonical := indicator(name, kindOf(q, growth))
	if level := indicator(name, ""); strings.HasSuffix(level, "价格指数") && q.BaseUnit == "%" { // controlled within 3.5 %: a rise; 101.0 in a column of rises: a level
		if canonical = level; q.Value.Float() < 50 {
			canonical = indicator(name, "增速")
		}
	}
	if q.Class == "ratio" && q.BaseUnit != "倍" && !growth && paceWords.Suffix(canonical) == "" && rateWords.Suffix(canonical) == "" {
		return ""
	}
	return canonical
}

// kindOf is what a number tells of an indicator other than its level: growth,
// a change in points, a rank, a multiple. Each is an indicator of its own, so
// that no row of a comparison mixes them.
func kindOf(q *scan.Quantity, growth bool) string {
	switch {
	case q.Class == "rank":
		return "排名"
	case growth && q.Class == "point":
		return "变动"
	case growth:
		return "增速"
	case q.BaseUnit == "倍":
		return "倍数"
	}
	return ""
}

// foldName removes what different writers write differently: quotes, blanks,
// brackets, small letters (gdp).
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\n', '\u00a0', '“', '”', '"', '‘', '’', '(', ')', '（', '）', '、', '_':
			return -1
		}
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, s)
}

// knownSuffix is the longest indicator, or bare quantity, that a phrase ends
// with while something stands before it.
func knownSuffix(s string) string {
	growth := paceWords.Suffix(s)
	stem := strings.TrimSuffix(s, growth)
	best := ""
	for _, c := range [...]lexicon.Feature{lexicon.Indicator, bareWords} {
		if w := c.ShorterSuffix(stem, len(stem)); len(w) > len(best) {
			best = w
		}
	}
	if best == "" && len(growth) == len(s) {
		return ""
	}
	return best + growth
}

// measures reports a name that ends with what is measured.
func measures(s string) bool {
	return knownSuffix("x"+s) != "" || massWords.Suffix(s) != "" || isRate(s) || flowWords.OrSuffix(lexicon.Measure, s) != "" || utf8Len(genericWords.Suffix(s)) > 2 || strings.HasSuffix(s, "资金")
}

// isRate reports a name that ends with a rate: 贡献率, 增幅.
func isRate(s string) bool {
	w := rateWords.OrSuffix(lexicon.Growth, s)
	return utf8Len(w) > 1 || w == "率" && utf8Len(s) > 2
}

// growthBase is the name of a growth rate without its words of growth.
func growthBase(name string) string {
	for _, w := range paceWords.Words() {
		name = strings.TrimSuffix(name, w)
	}
	for _, w := range averageWords.Words() {
		name = strings.TrimSuffix(name, w)
	}
	return name
}

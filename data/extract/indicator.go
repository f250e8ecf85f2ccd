package extract

import (
	"strings"
	"sync"

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
	for _, w := range paceWords.Words() {
		if t, ok := strings.CutSuffix(folded, w); ok {
			folded = t
			if kind == "" {
				kind = "增速"
			} else if kind == "排名" {
				kind = "增速排名"
			}
			break
		}
	}
	canonical := canonicals()[folded]
	for _, scope := range widerWords.Words() {
		if canonical == "" {
			canonical = canonicals()[strings.TrimPrefix(folded, scope)]
		}
	}
	for _, measure := range amountWords.Words() {
		if canonical == "" {
			canonical = canonicals()[strings.TrimSuffix(folded, measure)]
		}
	}
	for _, verb := range fulfilWords.Words() {
		if canonical == "" {
			canonical = canonicals()[strings.Replace(folded, verb, "", 1)]
		}
	}
	if canonical == "" {
		return ""
	}
	return canonical + kind
}

// canonicalOf is the canonical indicator of a number under a name. A bare
// percentage of what is measured in money or counted is a share of it, which has
// none: 一般公共预算支出的65% is no level of the budget.
func canonicalOf(q *scan.Quantity, name string, growth bool) string {
	canonical := indicator(name, kindOf(q, growth))
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
// brackets.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\n', '\u00a0', '“', '”', '"', '‘', '’', '(', ')', '（', '）', '、':
			return -1
		}
		return r
	}, s)
}

// knownSuffix is the longest indicator, or bare quantity, that a phrase ends
// with while something stands before it.
func knownSuffix(s string) string {
	growth := ""
	for _, w := range paceWords.Words() {
		if strings.HasSuffix(s, w) {
			growth = w
			break
		}
	}
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

package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
)

// rankText is the rank as the contract writes it: the group, with which a text begins, and
// the ordinal, without the verb between (全市列第一 -> 全市第一).
func rankText(scope, group, ordinal string) string {
	if j := strings.Index(scope, "第"); j > 0 { // 由全省第12位上升到
		_, n, _ := numeral.Scan(scope[j+len("第"):])
		if rest := scope[j+len("第")+n:]; n > 0 && scan.BeginsAny(rest, "位", "名") && !scan.BeginsAny(rest, "位列", "位居") {
			scope = strings.TrimRight(scope[:j], "由从")
		}
	}
	for {
		w := max(rankingWords.Suffix(scope), apartWords.Suffix(scope))
		if w == "" || len(w) >= len(scope)-len(group)+len(w) && len(scope)-len(w) < len(group) {
			break
		}
		scope = scope[:len(scope)-len(w)]
	}
	return squeeze(scope) + ordinal
}

// squeeze removes blanks and line ends from a name.
func squeeze(s string) string {
	if !gaps.In(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if gaps.Has(r) {
			return -1
		}
		return r
	}, s)
}

// gaps are the blanks that no name holds.
var gaps = lexicon.SetOf(" \n\t\u00a0\u3000")

// utf8Len is how many characters a text has.
func utf8Len(s string) int { return lexicon.Runes(s) }

// joinRanks puts two ranks of one metric together (总量全市第2,增速全市第1).
func joinRanks(first, second string) string {
	if first == "" {
		return second
	}
	return first + "、" + second
}

package scan

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What stands before a number and belongs to it: a sign, a mark of currency, a
// bound (超过US$3亿, 为-1.2亿元).

// lead is what belongs to a number at the end of the text before it.
type lead struct {
	size  int // in bytes
	minus bool
	mark  *Unit // of a currency; nil for none
	bound model.Bound
	told  bool // a bound is told
}

// leading reads what belongs to a number of a class.
func leading(before, class string) (l lead) {
	rest := before
	if n := sign(rest, class); n > 0 {
		l.minus, rest = true, rest[:len(rest)-n]
	}
	if u := currency(rest); u != nil {
		l.mark, rest = u, strings.TrimSuffix(strings.TrimRight(rest, " "), u.Word)
	}
	bound, n, ok := BoundBefore(rest)
	l.bound, l.told = bound, ok
	l.size = len(before) - len(rest) + n
	return l
}

// currency is the mark of money that a text ends with: US$, RMB, 人民币; nil for none.
func currency(before string) *Unit {
	w := lexicon.Unit.Suffix(strings.TrimRight(before, " "))
	r, _ := lexicon.First(w)
	u, ok := UnitOf(w)
	if !ok || u.Word != w || u.Class != "money" || isHan(r) && w != "人民币" {
		return nil
	}
	money := u // u itself stays off the heap
	return &money
}

// sign is the length of a minus at the end of the text before a number: 负, 零下, or a
// dash before a rate or a sum. A dash before a count is a dash, and 减负 no sign.
func sign(before, class string) int {
	for _, word := range [...]string{"负", "負", "零下"} {
		if strings.HasSuffix(before, word) && !PartOfNoun(before, len(before)-len(word), len(word)) {
			return len(word)
		}
	}
	dash, w := lexicon.Last(before)
	last, _ := lexicon.Last(before[:len(before)-w])
	if !isOneOf("-－−–﹣‐‑‒", dash) || !slices.Contains(signedClasses, class) || !isHan(last) && !strings.ContainsRune("$￥、，,：:（( ", last) {
		return 0
	}
	return w
}

// signedClasses are the classes of units whose numbers a dash makes less than zero.
var signedClasses = []string{"ratio", "point", "money", "size"}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// trail is what belongs to a number at the begin of the text behind its unit.
type trail struct {
	size  int // in bytes
	bound model.Bound
	told  bool // a bound is told
}

// trailing reads a bound behind a number (200家以上), what it passed (百亿元大关), and
// the 整 of a sum.
func trailing(after string) (t trail) {
	blanks := SkipBlanks(after)
	if bound, n, ok := BoundAfter(after[blanks:]); ok {
		t = trail{blanks + n, bound, true}
	}
	t.size += len(lexicon.Passed.Prefix(after[t.size:]))
	if rest, ok := strings.CutPrefix(after[t.size:], "整"); ok && ClauseEnds(rest) { // 100元整
		t.size += len("整")
	}
	return t
}

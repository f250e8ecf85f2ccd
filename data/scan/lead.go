package scan

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
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
	for _, dash := range [...]string{"-", "－", "−", "–", "﹣", "‐", "‑", "‒"} {
		rest, ok := strings.CutSuffix(before, dash)
		if !ok || rest == "" || class != "ratio" && class != "point" && class != "money" && class != "size" {
			continue
		}
		if last, _ := lexicon.Last(rest); isHan(last) || last == '$' || last == '￥' || endsAny(rest, "%、", "％、") { // 5%、-2.1%
			return len(dash)
		}
	}
	return 0
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// touched is where to go on when the numeral at [start, end) of a sentence is not
// the whole of a number, as a rune of numerals touches it, or tells how many only
// roughly (几十); 0 when it is whole. A number is read whole or not at all.
func touched(s string, start, end int, chinese bool) int {
	before, w := lexicon.Last(s[:start])
	after, _ := lexicon.First(s[end:])
	opening, _ := lexicon.First(s[start:])
	switch {
	case chinese && (numeral.IsScale(before) || numeral.IsScale(opening) && lexicon.VagueBefore.Suffix(s[:start]) != ""),
		chinese == IsWestern(s[end:]) && numeral.Belongs(after) && !numeral.IsScale(after):
		return end + numeral.Run(s[end:])
	case chinese && before == '、' && numeral.IsRough(s[:start-w], s[start:end]):
		return end
	case before == '点' || before == '兆':
		if r, _ := lexicon.Last(s[:start-w]); numeral.Belongs(r) {
			return end
		}
	case !chinese && isPart(s, start, end):
		return end
	}
	_, n := numeral.Scale(s[end:])
	if over := fraction(s[end+n:]); over > 0 {
		return end + n + over
	}
	rest := s[end:]
	if after < 0x4E00 {
		rest = strings.TrimLeft(rest, " \u00a0\u2009\u202f\n")
	}
	next, w := lexicon.First(rest)
	isTorn := numeral.Belongs(next) && len(rest) < len(s)-end || isPoint(next) && chinese && numeral.Run(strings.TrimLeft(rest[w:], " ")) > 0
	if len(s)-end-len(rest) <= 2*len(" ") && IsWestern(rest) != chinese && isTorn { // 12 0家, 三千 八百
		return len(s) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return r == ' ' || r == '.' || isPoint(r) || numeral.Belongs(r) }))
	}
	return 0
}

// isPart reports western digits behind a mark that ties them to other digits or to
// a sign: 1，234.5, 1'234, 4,56,78, 第3、5、7条, ±0.5.
func isPart(s string, start, end int) bool {
	mark, w := lexicon.Last(s[:start])
	before := s[:start-w]
	digits := len(before) - len(strings.TrimRightFunc(before, isWestern))
	whole := digits > 0 && !strings.HasSuffix(before[:len(before)-digits], ".")
	switch mark {
	case '±':
		return true
	case ',':
		return digits > 0 && !isOrdinal(before, 1) && !Indexed(strings.TrimRight(before, "0123456789.,")) || isOrdinal(before, 2)
	case '\n', '\'', '’', '﹐', '٬', '〜', '∼', '~', '～', '—', '–', '−', '‑', '‒', '―':
		return digits > 0 && (whole || mark == '\n')
	case '，':
		first, _ := lexicon.Last(before[:len(before)-digits])
		three := utf8.RuneCountInString(s[start:end]) == 3 || end-start > 3 && s[start+3] == '.'
		return whole && three && utf8.RuneCountInString(before[len(before)-digits:]) <= 3 && first != '第' || isOrdinal(before, 2)
	case '、':
		return isOrdinal(before, 1)
	}
	return digits > 0 && numeral.IsScale(mark) // 1.5亿3千万
}

// isOrdinal reports that a text ends with a list of at least so many digits that
// 第 opens: 第3、5.
func isOrdinal(s string, least int) bool {
	const longest = 20 // such a list
	for range longest {
		t := strings.TrimRightFunc(s, isWestern)
		if len(t) == len(s) {
			return false
		}
		r, w := lexicon.Last(t)
		if s = t[:len(t)-w]; r == '第' {
			return least <= 1
		}
		if !strings.ContainsRune("，,、", r) {
			return false
		}
		least--
	}
	return false
}

func isWestern(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

func isPoint(r rune) bool { return r == '点' || r == '點' }

// fraction is the length of 分之一 behind a number, blanks within it.
func fraction(s string) int {
	rest := strings.TrimLeft(s, " ")
	for _, word := range [...]string{"分", "之"} {
		t, ok := strings.CutPrefix(rest, word)
		if !ok {
			return 0
		}
		rest = strings.TrimLeft(t, " 负負")
	}
	return len(s) - len(rest) + numeral.Run(rest)
}

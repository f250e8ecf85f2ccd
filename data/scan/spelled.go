package scan

import (
	"qubi/data/lexicon"
	"qubi/data/numeral"
	"strings"
)

// Numbers that are words: 百分之二十, 翻一番, 近百家.

// share reads 百分之二十, 千分之五, 万分之三 and 半成. What says nothing exact (百分之
// 二三十, 百万分之五) is passed over whole.
func share(s string, at int) (q Quantity, next int, ok bool) {
	f, word := figure{s: s, start: at}, ""
	if f.n, f.end, word = percent(s[at:]); f.end == 0 {
		return q, at, false
	}
	f.end += at
	if f.chinese = !EndsDigit(s[:f.end]); word == "" {
		return q, f.end, false
	}
	if next = f.touched(); next > 0 {
		return q, next, false
	}
	if r, _ := lexicon.First(f.after()); IsLetter(r) {
		return q, nameEnd(s, f.end), false
	}
	u, _ := UnitOf(word)
	q = f.quantity(scanned{Unit: u, text: word})
	q.Hanzi = true
	return q, q.At.End, true
}

// percent reads what share does: the number, its bytes, and its unit, which is empty
// where it says nothing exact.
func percent(s string) (n numeral.Number, size int, unit string) {
	if strings.HasPrefix(s, "半成") {
		return numeral.Number{Coef: 5, Exp: -1, Over: 1}, len("半成"), "成"
	}
	of, scale := numeral.Scale(s)
	rest, ok := strings.CutPrefix(s[scale:], "分之")
	n, size, err := numeral.Scan(rest)
	if strings.HasPrefix(rest, "百") {
		n, size = numeral.Number{Coef: 100, Over: 1}, len("百")
	}
	if scale == 0 || !ok || size == 0 {
		return n, 0, ""
	}
	size += len(s) - len(rest)
	switch {
	case err != nil:
	case of == 2:
		return n, size, "%"
	case of == 3:
		return n, size, "‰"
	case of == 4:
		n.Exp -= 2
		return n, size, "%"
	}
	return n, size, ""
}

// doubled reads 翻一番, 翻番, 翻了两番.
func doubled(s string, at int) (q Quantity, next int, ok bool) {
	rest, ok := strings.CutPrefix(s[at:], "翻")
	rest = strings.TrimPrefix(rest, "了")
	n, size, err := numeral.Scan(rest)
	u, _ := scanUnit(rest[size:])
	if !ok || u.Word != "番" {
		return q, at, false
	}
	f := figure{s: s, start: at, end: len(s) - len(rest) + size, n: numeral.Number{Coef: 1, Over: 1}}
	if size > 0 && err == nil {
		f.n = n
	}
	q = f.quantity(u)
	q.Number.Start = len(s) - len(rest)
	return q, q.At.End, true
}

// round reads numbers without a digit: 近百家, 千余户, 上万名.
func round(s string, at int) (q Quantity, next int, ok bool) {
	f := figure{s: s, start: at, end: at, n: numeral.Number{Coef: 1, Over: 1}, chinese: true}
	if lexicon.VagueBefore.Suffix(s[:at]) != "" || !BeginsAny(s[at:], "百", "千", "万", "亿") { // 成百上千
		return q, at, false
	}
	if exp, n := numeral.Scale(s[at : at+len("百")]); exp < 4 { // 千亿元 is 1000 亿元
		f.n.Exp, f.end = exp, at+n
	}
	u, found := scanUnit(s[f.end:])
	_, _, bound := BoundBefore(s[:at])
	if !found || u.Word == "" || u.Class != "count" && u.Class != "money" || !u.more && !bound {
		return q, at, false
	}
	q = f.quantity(u)
	return q, q.At.End, !q.attributive(s)
}

package scan

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Unit is one row of the table: what a unit measures, and its size in the base
// unit of that dimension as the ratio num/den.
type Unit struct {
	Word     string
	Base     string
	Class    string // money, ratio, point, step, count, size, time, age, score, ordinal
	num, den int64
}

// unitTable are the rows of the units.
type unitTable struct {
	rows  []Unit   // the first is none
	rowOf []uint16 // a word's place in rows
}

var units = sync.OnceValue(func() *unitTable {
	t := &unitTable{make([]Unit, 1, 1<<8), make([]uint16, lexicon.Size())}
	for word, f := range lexicon.Rows(lexicon.Units) {
		u := Unit{Word: word, Base: f[0], Class: f[1], num: 1, den: 1}
		num, den, _ := strings.Cut(f[2], "/")
		u.num, _ = strconv.ParseInt(num, 10, 64)
		if den != "" {
			u.den, _ = strconv.ParseInt(den, 10, 64)
		}
		if at := &t.rowOf[lexicon.Unit.At(word)]; *at == 0 {
			*at = uint16(len(t.rows))
			t.rows = append(t.rows, u)
		}
	}
	return t
})

// UnitOf is the longest unit that s begins with.
func UnitOf(s string) (Unit, bool) {
	if w := lexicon.Unit.At(s); w != lexicon.NoWord {
		t := units()
		return t.rows[t.rowOf[w]], true
	}
	return Unit{}, false
}

// toBase is a value in the unit, with a scale before it (10^exp), in the base
// unit, exactly. Factors are powers of ten times a small number, or halves; a
// product too large for an exact value stays in the unit.
func (u Unit) toBase(v model.Decimal, exp int) model.Decimal {
	d := v.Shift(exp)
	num, den := u.num, u.den
	for ; num%10 == 0; d.Exp++ {
		num /= 10
	}
	for ; den%10 == 0; d.Exp-- {
		den /= 10
	}
	if den == 2 { // 斤
		num, den, d.Exp = num*5, 1, d.Exp-1
	}
	if den != 1 || d.Coef > (1<<62)/num {
		return v.Shift(exp)
	}
	d.Coef *= num
	for d.Coef != 0 && d.Coef%10 == 0 && d.Exp < 0 {
		d.Coef, d.Exp = d.Coef/10, d.Exp+1
	}
	return d
}

// scanned is a unit found in the text behind a number.
type scanned struct {
	Unit
	text string // as written: 万平方米, 台(套)
	exp  int    // power of ten of the scale within it
	more bool   // 余 or 多 stands within: 2万余户, 10多条
	size int    // bytes from the number's end to the unit's
}

// scanUnit reads the unit behind a number: blanks, 余 or 多, a scale, the word.
func scanUnit(s string) (scanned, bool) {
	var u scanned
	at := SkipBlanks(s)
	at += u.skipMore(s[at:])
	at += u.skipPiece(s[at:])
	start := at
	exp, n := numeral.Scale(s[at:])
	if n > 0 {
		if w, ok := UnitOf(s[at:]); ok && len(w.Word) > n { // 千瓦时, 千克: the scale is the unit's own
			n, exp = 0, 0
		}
	}
	at += n
	u.exp = exp
	u.text = s[start:at]
	at += u.skipMore(s[at:])
	at += u.again(s[at:])
	w, ok := UnitOf(s[at:])
	if ok && lexicon.NoUnit.Prefix(s[at:]) != "" {
		w, ok = Unit{}, false
	}
	if !ok && n == 0 || isCut(s[at:], w.Word) {
		return u, false
	}
	u.Unit = w
	end := at + len(w.Word)
	if alt := alternative(s[end:]); ok && alt > 0 { // 台(套)
		u.Unit.Word, end = w.Word+s[end:end+alt], end+alt
	}
	if per, isPer := perUnit(s[end:]); ok && isPer { // 元/公斤
		u.Unit.Base += "/" + per
		end += len("/") + len(per)
	}
	u.text += s[at:end]
	u.size = end
	if !ok { // 1.3万 and no unit: a plain number
		u.Unit = Unit{Class: "count", num: 1, den: 1}
	}
	return u, true
}

// again reads a second scale behind the first, 500万余|亿, 10.4百亿|亿次, and returns its bytes.
func (u *scanned) again(s string) int {
	exp, n := numeral.Scale(s)
	if n == 0 || !(u.more && u.exp == 4 || u.exp > 4 && strings.HasPrefix(s, "亿")) {
		return 0
	}
	u.exp, u.text = u.exp+exp, u.text+s[:n]
	return n
}

// isCut reports that what goes on behind a unit makes it another: letters behind
// letters (or behind a scale alone, 3万tCO2), a stroke and what is no unit (m³/s), the
// tenths of 2块5, the noun of 过亿|项目, that of 又一|成果.
func isCut(s, unit string) bool {
	last, _ := lexicon.Last(unit)
	rest := s[len(unit):]
	next, w := lexicon.First(rest)
	if behind, _ := lexicon.First(rest[w:]); next == '/' && IsLetter(behind) {
		_, ok := perUnit(rest)
		return !ok
	}
	return IsLetter(next) && (unit == "" || IsLetter(last)) || unit == "块" && isWestern(next) || unit == "成" && strings.ContainsRune("果功效绩立为", next) || unit == "项" && next == '目' && !BeginsAny(rest, "目标", "目录")
}

// skipPiece passes over 个 before a scale, as speech has it: 2.5个亿, 5个多亿元. In
// 5个亿元项目 and 5个亿元以上项目 it counts.
func (u *scanned) skipPiece(s string) int {
	rest, ok := strings.CutPrefix(s, "个")
	if !ok {
		return 0
	}
	var more scanned
	rest = rest[more.skipMore(rest):]
	exp, n := numeral.Scale(rest)
	w, written := UnitOf(rest[n:])
	if written = written && w.Class == "money"; written {
		n += len(w.Word)
	}
	_, size, bound := BoundAfter(rest[n:])
	if exp < 4 || !more.more && !(bound && !written) && !ClauseEnds(rest[n+size:]) {
		return 0
	}
	u.more = u.more || more.more
	return len(s) - len(rest)
}

// perUnit is the unit behind a stroke, with its scale: 公斤 in 元/公斤, 万元 in
// 吨/万元.
func perUnit(s string) (word string, ok bool) {
	rest, ok := strings.CutPrefix(s, "/")
	if !ok {
		return "", false
	}
	if day := lexicon.DateUnit.Prefix(rest); day != "" { // 立方米/日
		return day, true
	}
	w, ok := UnitOf(rest)
	if _, n := numeral.Scale(rest); n > len(w.Word) {
		w, ok = UnitOf(rest[n:])
		w.Word = rest[:n+len(w.Word)]
	}
	return w.Word, ok
}

// skipMore passes over 余, 多 and 来 between number, scale and unit.
func (u *scanned) skipMore(s string) int {
	r, w := lexicon.First(s)
	switch r {
	case '余', '多', '几', '幾', '餘':
		u.more = true
		return w
	case '来': // 50来家, 3百来万元
		_, n := numeral.Scale(s[w:])
		if _, ok := UnitOf(s[w+n:]); ok {
			u.more = true
			return w
		}
	}
	return 0
}

// alternative is the length of a second classifier in brackets: (套), （项）.
func alternative(s string) int {
	for _, b := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if !strings.HasPrefix(s, b[0]) {
			continue
		}
		w, ok := UnitOf(s[len(b[0]):])
		if n := len(b[0]) + len(w.Word); ok && w.Class == "count" && strings.HasPrefix(s[n:], b[1]) {
			return n + len(b[1])
		}
	}
	return 0
}

// SkipBlanks is the length of the blanks, at most two and a line end, that may
// part a number from its unit.
func SkipBlanks(s string) int {
	n := 0
	if lexicon.HanAt(s, 0) {
		return 0
	}
	for i, r := range s {
		if i > 9 || !strings.ContainsRune(" \n\u00a0\u3000\t", r) {
			break
		}
		n = i + utf8.RuneLen(r)
	}
	return n
}

// sharedUnit is the unit of the last of the numbers that follow, for one that leaves its
// own to it: 2.1和2.4个百分点, 5.3、6.1亿元. Its size is 0. Where nothing is shared out
// (分别为76、42、12微克), counts and sizes are left alone: in 1、2号 the numbers are names.
func sharedUnit(before, s string) (u scanned, found bool) {
	const most = 12
	for range most {
		sep := lexicon.Enumerates.Prefix(s)
		rest := strings.TrimLeft(s[len(sep):], " ")
		_, n := digits(rest)
		if sep == "" || n == 0 {
			break
		}
		if s = rest[n:]; lexicon.Enumerates.Prefix(s) != "" {
			continue // the next one may have it
		}
		if u, found = scanUnit(s); !found {
			break
		}
		u.size = 0
		return u, slices.Contains([]string{"ratio", "point", "money"}, u.Class) || lexicon.DealsOut.Inside(LastClause(before))
	}
	return scanned{}, false
}

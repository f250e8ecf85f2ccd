package extract

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// unit is one row of the table: what a unit measures, and its size in the base
// unit of that dimension as the ratio num/den.
type unit struct {
	word     string
	base     string
	class    string // money, ratio, point, step, count, size, time, age, score, ordinal
	num, den int64
}

type unitTable struct{}

// units is the table of units.
var units unitTable

// unitRows are the rows of the units, by the IDs of their words.
var unitRows = sync.OnceValue(func() []unit {
	rows := make([]unit, lexicon.Size())
	for word, f := range lexicon.Rows(lexicon.Units) {
		u := unit{word: word, base: f[0], class: f[1], num: 1, den: 1}
		num, den, _ := strings.Cut(f[2], "/")
		u.num, _ = strconv.ParseInt(num, 10, 64)
		if den != "" {
			u.den, _ = strconv.ParseInt(den, 10, 64)
		}
		if at := &rows[lexicon.Unit.At(word).ID]; at.word == "" {
			*at = u
		}
	}
	return rows
})

// Prefix is the longest unit that s begins with.
func (unitTable) Prefix(s string) (unit, bool) {
	if w := lexicon.Unit.At(s); w != nil {
		return unitRows()[w.ID], true
	}
	return unit{}, false
}

// toBase is a value in the unit, with a scale before it (10^exp), in the base
// unit, exactly. Factors are powers of ten times a small number, or halves; a
// product too large for an exact value stays in the unit.
func (u unit) toBase(v model.Decimal, exp int) model.Decimal {
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
	unit
	text string // as written: 万平方米, 台(套)
	exp  int    // power of ten of the scale within it
	more bool   // 余 or 多 stands within: 2万余户, 10多条
	size int    // bytes from the number's end to the unit's
}

// scanUnit reads the unit behind a number: blanks, 余 or 多, a scale, the word.
func scanUnit(s string) (scanned, bool) {
	var u scanned
	at := skipBlanks(s)
	at += u.skipMore(s[at:])
	start := at
	exp, n := numeral.Scale(s[at:])
	if n > 0 {
		if w, ok := units.Prefix(s[at:]); ok && len(w.word) > n { // 千瓦时, 千克: the scale is the unit's own
			n, exp = 0, 0
		}
	}
	at += n
	u.exp = exp
	u.text = s[start:at]
	at += u.skipMore(s[at:])
	w, ok := units.Prefix(s[at:])
	if !ok && n == 0 {
		return u, false
	}
	u.unit = w
	end := at + len(w.word)
	if alt := alternative(s[end:]); ok && alt > 0 { // 台(套)
		u.unit.word, end = w.word+s[end:end+alt], end+alt
	}
	if per, isPer := perUnit(s[end:]); ok && isPer { // 元/公斤
		u.unit.base += "/" + per
		end += len("/") + len(per)
	}
	u.text += s[at:end]
	u.size = end
	if !ok { // 1.3万 and no unit: a plain number
		u.unit = unit{class: "count", num: 1, den: 1}
	}
	return u, true
}

// perUnit is the unit behind a stroke: 公斤 in 元/公斤.
func perUnit(s string) (word string, ok bool) {
	rest, ok := strings.CutPrefix(s, "/")
	if !ok {
		return "", false
	}
	w, ok := units.Prefix(rest)
	return w.word, ok
}

// skipMore passes over 余, 多 and 来 between number, scale and unit.
func (u *scanned) skipMore(s string) int {
	for _, word := range []string{"余", "多", "几"} {
		if strings.HasPrefix(s, word) {
			u.more = true
			return len(word)
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
		w, ok := units.Prefix(s[len(b[0]):])
		if n := len(b[0]) + len(w.word); ok && w.class == "count" && strings.HasPrefix(s[n:], b[1]) {
			return n + len(b[1])
		}
	}
	return 0
}

// skipBlanks is the length of the blanks, at most two and a line end, that may
// part a number from its unit.
func skipBlanks(s string) int {
	n := 0
	for i, r := range s {
		if i > 9 || r != ' ' && r != '\n' && r != '\u00a0' && r != '\u3000' && r != '\t' {
			break
		}
		n = i + utf8.RuneLen(r)
	}
	return n
}

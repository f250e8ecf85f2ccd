package scan

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Numbers of two parts: ranges (3至5个, 6%-7%) and compounds (31分48秒).

// joiners stand between the two numbers of a range.
const joiners = "-–—~～至到－〜∼‑‐‒−﹣―和与"

// joined reads what joins a number, in characters or not, to the one before it (-5, 至5,
// - 30): the joining sign or word, the number, and the bytes up to its end, 0 for none.
func joined(s string, chinese bool) (joiner string, n numeral.Number, size int) {
	rest := strings.TrimPrefix(s, " ")
	r, w := lexicon.First(rest)
	if rest == "" || !strings.ContainsRune(joiners, r) {
		return "", n, 0 // as mostly
	}
	high := strings.TrimPrefix(rest[w:], " ")
	n, size, err := numeral.Scan(high)
	if size == 0 || err != nil || IsWestern(high) == chinese {
		return "", n, 0
	}
	return rest[:w], n, len(s) - len(high) + size
}

// RangeEnd is the higher number of a range, and the length of what stands up to its end
// behind the lower one: 3|-5, 3|至5, 20| - 30; 0 when it begins no range.
func RangeEnd(s string) (n numeral.Number, size int) {
	joiner, n, size := joined(s, false)
	if joiner == "和" || joiner == "与" {
		return n, 0
	}
	return n, size
}

// higher is the length of what tells, behind the lower number of a range and its unit,
// the higher one: -5, 至5, 和5(家)之间, 并且小于35; 0 for none.
func (f *figure) higher(at int, unit string) int {
	joiner, _, size := joined(f.s[at:], f.chinese)
	if size == 0 {
		size = f.capped(f.s[at:])
	}
	tail, ok := strings.CutPrefix(f.s[at+size:], unit)
	if size == 0 || !ok {
		return 0
	}
	size += len(unit)
	if strings.HasPrefix(tail, "之间") {
		return size + len("之间")
	}
	if joiner == "和" || joiner == "与" { // 20和30 are two
		if u, _ := scanUnit(tail); !strings.HasPrefix(tail[u.size:], "之间") {
			return 0
		}
	}
	return size
}

// capped is the length of an upper bound with its number behind a lower one: 大于20|并且
// 小于35.
func (f *figure) capped(s string) int {
	rest := strings.TrimLeft(s, " ")
	rest = strings.TrimLeft(rest[len(lexicon.BoundJoin.Prefix(rest)):], " ")
	w := lexicon.BeforeBelow.OrPrefix(lexicon.BeforeAtMost, rest)
	if w == "" {
		return 0
	}
	_, size, err := numeral.Scan(rest[len(w):])
	if low, _, _ := BoundBefore(f.before()); size == 0 || err != nil || low != model.Above && low != model.AtLeast {
		return 0
	}
	return len(s) - len(rest) + len(w) + size
}

// ranges makes a number the lower one of a range.
func (q *Quantity) ranges() {
	if q.Ranged = true; q.Bound == model.Exactly {
		q.Bound = model.AtLeast
	}
}

// addSmaller reads 48秒 behind 31分: the value is told in the smaller unit.
func (q *Quantity) addSmaller(s string) {
	large := clock(q.Unit)
	if large.Class != "time" {
		return
	}
	n, size := digits(s[q.At.End:])
	if size == 0 {
		return
	}
	u, _ := scanUnit(s[q.At.End+size:])
	small := clock(u.text)
	if small.Base != large.Base || small.num >= large.num {
		return
	}
	sum, ok := integer(large.toBase(q.Value, 0))
	add, whole := integer(small.toBase(model.Decimal{Coef: n.Coef, Exp: n.Exp}, 0))
	if !ok || !whole {
		return
	}
	q.Base, q.BaseUnit, q.Class = model.Decimal{Coef: sum + add}, large.Base, large.Class
	q.Value, q.Unit, q.Compound = model.Decimal{Coef: (sum + add) * small.den / small.num}, small.Word, true
	q.At.End += size + u.size
	q.UnitAt.End = q.At.End
}

// clock is the unit of a word beside other units of time: 分 alone is a score's.
func clock(word string) Unit {
	if word == "分" {
		word = "分钟"
	}
	u, _ := UnitOf(word)
	return u
}

// addCoins reads 六角三分 behind 五十元.
func (q *Quantity) addCoins(s string) {
	if q.Unit != "元" {
		return
	}
	for i, coin := range [...]string{"角", "分"} {
		n, size, err := numeral.Scan(s[q.At.End:])
		if size == 0 || err != nil || n.Coef > 9 || n.Exp != 0 || q.Value.Exp < -i || !strings.HasPrefix(s[q.At.End+size:], coin) {
			continue
		}
		for ; q.Value.Exp > -1-i; q.Value.Exp-- {
			q.Value.Coef *= 10
		}
		q.Value.Coef += n.Coef
		q.At.End += size + len(coin)
		q.Base, q.Compound = q.Value, true
	}
}

// halves reads the half behind a unit, and the hundredths behind 成: 三成半, 十斤半,
// 六成五.
func halves(n *numeral.Number, u *scanned, text string) {
	rest := text[u.size:]
	d, size, err := numeral.Scan(rest)
	if strings.HasPrefix(rest, "半") {
		d, size = numeral.Number{Coef: 5}, len("半")
	} else if u.Word != "成" || IsWestern(rest) {
		return
	}
	if size == 0 || err != nil || d.Coef > 9 || d.Exp != 0 || n.Exp != 0 || !ClauseEnds(rest[size:]) {
		return
	}
	n.Coef, n.Exp, u.size = n.Coef*10+d.Coef, -1, u.size+size
}

// integer is a small whole number; ok is false for others.
func integer(d model.Decimal) (n int64, ok bool) {
	for n = d.Coef; d.Exp > 0 && n < 1e12; d.Exp-- {
		n *= 10
	}
	return n, d.Exp == 0 && n < 1e12
}

// Percent is a bare number at a span as so many percent.
func Percent(n numeral.Number, at model.Span) Quantity {
	v := model.Decimal{Coef: n.Coef, Exp: n.Exp}
	u, _ := UnitOf("%")
	return Quantity{
		At: at, Number: at, Class: u.Class,
		Quantity: model.Quantity{Value: v, Unit: u.Word, Base: u.toBase(v, 0), BaseUnit: u.Base, Bound: model.Exactly},
	}
}

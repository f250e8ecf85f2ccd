package scan

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Numbers of two parts: ranges (3至5个, 6%-7%) and compounds (31分48秒).

// RangeEnd is the end of the higher number of 3-5, 3至5, 5—10, 20 - 30; ranged is
// false and the end unchanged when no range begins at end.
func RangeEnd(text string, end int) (int, bool) {
	rest := strings.TrimLeft(text[end:], " ")
	for _, sep := range [...]string{"-", "–", "—", "~", "～", "至", "到", "－", "〜", "∼", "‑", "‐", "‒", "−", "﹣", "―"} {
		high, ok := strings.CutPrefix(rest, sep)
		if !ok || len(text)-len(rest)-end > 1 {
			continue
		}
		high = strings.TrimPrefix(high, " ")
		if n, size, err := numeral.Scan(high); size > 0 && err == nil && IsWestern(high) && n.Over == 1 {
			return len(text) - len(high) + size, true
		}
	}
	return end, false
}

// upTo is RangeEnd, for numbers in characters too (一千到一千五百), and for those
// that 之间 joins: 20和30家之间, 20与30之间.
func upTo(text string, end int, chinese bool) (high int, ranged bool) {
	if at, ok := RangeEnd(text, end); ok || !chinese && !beginsAny(text[end:], "和", "与") {
		return at, ok
	}
	for _, sep := range [...]string{"至", "到", "～", "—", "和", "与"} {
		rest, ok := strings.CutPrefix(text[end:], sep)
		if !ok {
			continue
		}
		n, size, err := numeral.Scan(rest)
		if size == 0 || err != nil || n.Over != 1 || IsWestern(rest) == chinese {
			return end, false
		}
		at := len(text) - len(rest) + size
		u, found := scanUnit(rest[size:])
		if sep != "和" && sep != "与" || found && strings.HasPrefix(rest[size+u.size:], "之间") {
			return at, found
		}
		for _, between := range [...]string{"之间", "间"} {
			if tail, ok := strings.CutPrefix(rest[size:], between); ok {
				_, found := scanUnit(tail)
				return len(text) - len(tail), found
			}
		}
	}
	return end, false
}

// upperBound is the end of the higher number of 大于20并且小于35: a lower bound stands
// before the number at [start, end), an upper one behind it. end where none does.
func upperBound(text string, start, end int) int {
	rest := strings.TrimLeft(text[end:], " ")
	rest = strings.TrimLeft(rest[len(lexicon.BoundJoin.Prefix(rest)):], " ")
	w := lexicon.BeforeBelow.OrPrefix(lexicon.BeforeAtMost, rest)
	if w == "" {
		return end
	}
	n, size, err := numeral.Scan(rest[len(w):])
	if low, _, ok := BoundBefore(text[:start]); !ok || low != model.Above && low != model.AtLeast || size == 0 || err != nil || n.Over != 1 {
		return end
	}
	return len(text) - len(rest) + len(w) + size
}

// sameRange takes the other end of 6%-7%, 6%至7% or 高于6%低于7% into the quantity.
func sameRange(q *Quantity, text string) {
	end, ok := RangeEnd(text, q.At.End)
	if high := upperBound(text, q.Number.Start, q.At.End); high > q.At.End {
		end, ok = high, true
	}
	if high := between(text[q.At.End:], q.Unit); high > 0 {
		end, ok = q.At.End+high, true
	}
	if !ok || !strings.HasPrefix(text[end:], q.Unit) || q.Unit == "" {
		return
	}
	q.At.End, q.Ranged = end+len(q.Unit), true
	if strings.HasPrefix(text[q.At.End:], "之间") {
		q.At.End += len("之间")
	}
	if q.Bound == model.Exactly {
		q.Bound = model.AtLeast
	}
	if b, n, ok := BoundAfter(text[q.At.End:]); ok && b == model.About {
		q.At.End += n
	}
}

// between is the end of the other number of 20亿元和30亿元之间, at the start of a text;
// 0 for none.
func between(s, unit string) int {
	link := ""
	for _, w := range [...]string{"和", "与", "至", "到"} {
		if strings.HasPrefix(s, w) {
			link = w
		}
	}
	_, n, err := numeral.Scan(s[len(link):])
	end := len(link) + n
	if link == "" || n == 0 || err != nil || !strings.HasPrefix(s[end:], unit) || !beginsAny(s[end+len(unit):], "之间") {
		return 0
	}
	return end
}

// addSmaller reads 48秒 behind 31分: the value is told in the smaller unit.
func addSmaller(q *Quantity, text string) {
	n, size, err := numeral.Scan(text[q.At.End:])
	if size == 0 || err != nil || !IsWestern(text[q.At.End:]) {
		return
	}
	u, ok := scanUnit(text[q.At.End+size:])
	switch minute, _ := UnitOf("分钟"); { // 分 alone is a score's
	case u.Word == "秒" && q.Unit == "分":
		q.BaseUnit, q.Base, q.Class = minute.Base, minute.toBase(q.Value, 0), minute.Class
	case u.Word == "分" && q.Class == "time":
		u.Unit, u.text = minute, minute.Word
	}
	if !ok || u.Base != q.BaseUnit || u.Class != "time" {
		return
	}
	small := u.toBase(model.Decimal{Coef: n.Coef, Exp: n.Exp}, u.exp)
	sum, ok := integer(q.Base)
	add, whole := integer(small)
	if !ok || !whole || u.num == 0 {
		return
	}
	q.Base = model.Decimal{Coef: sum + add}
	q.Value, q.Unit, q.Compound = model.Decimal{Coef: (sum + add) * u.den / u.num}, u.text, true
	q.At.End += size + u.size
	q.UnitAt.End = q.At.End
}

// addCoins reads 六角三分 behind 五十元.
func addCoins(q *Quantity, text string) {
	for i, coin := range [...]string{"角", "分"} {
		n, size, err := numeral.Scan(text[q.At.End:])
		if size == 0 || err != nil || n.Coef > 9 || n.Exp != 0 || q.Value.Exp < -i || !strings.HasPrefix(text[q.At.End+size:], coin) {
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

// percent reads 百分之二十, 千分之五, 万分之三 and 半成 as the number of a unit. Its
// size is the whole of a numeral that says nothing exact (百分之二三十), with an
// empty unit.
func percent(s string) (n numeral.Number, size int, unit string) {
	if strings.HasPrefix(s, "半成") {
		return numeral.Number{Coef: 5, Exp: -1, Over: 1}, len("半成"), "成"
	}
	exp := 0
	switch {
	case strings.HasPrefix(s, "百分之百"):
		return numeral.Number{Coef: 100, Over: 1}, len("百分之百"), "%"
	case strings.HasPrefix(s, "百分之"):
		unit = "%"
	case strings.HasPrefix(s, "千分之"):
		unit = "‰"
	case strings.HasPrefix(s, "万分之"):
		unit, exp = "%", -2
	default:
		return n, 0, ""
	}
	head := len("百分之")
	n, size, err := numeral.Scan(s[head:])
	if size == 0 {
		return n, 0, ""
	}
	if n.Exp += exp; err != nil {
		unit = ""
	}
	return n, head + size, unit
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

package scan

import (
	"strings"

	"qubi/data/numeral"
	"qubi/model"
)

// Numbers of two parts: ranges (3至5个, 6%-7%) and compounds (31分48秒).

// RangeEnd is the end of the higher number of 3-5, 3至5, 5—10; ranged is false
// and the end unchanged when no range begins at end.
func RangeEnd(text string, end int) (int, bool) {
	for _, sep := range [...]string{"-", "–", "—", "~", "～", "至", "到", "－"} {
		if !strings.HasPrefix(text[end:], sep) {
			continue
		}
		at := end + len(sep)
		if n, size, err := numeral.Scan(text[at:]); size > 0 && err == nil && IsWestern(text[at:]) && n.Over == 1 {
			return at + size, true
		}
	}
	return end, false
}

// sameRange takes the other end of 6%-7% or 6%至7% into the quantity.
func sameRange(q *Quantity, text string) {
	end, ok := RangeEnd(text, q.At.End)
	if !ok || !strings.HasPrefix(text[end:], q.Unit) || q.Unit == "" {
		return
	}
	q.At.End, q.Ranged = end+len(q.Unit), true
	if q.Bound == model.Exactly {
		q.Bound = model.AtLeast
	}
	if b, n, ok := BoundAfter(text[q.At.End:]); ok && b == model.About {
		q.At.End += n
	}
}

// addSmaller reads 48秒 behind 31分: the value is told in the smaller unit.
func addSmaller(q *Quantity, text string) {
	n, size, err := numeral.Scan(text[q.At.End:])
	if size == 0 || err != nil || !IsWestern(text[q.At.End:]) {
		return
	}
	u, ok := scanUnit(text[q.At.End+size:])
	if ok && u.Word == "秒" && q.Unit == "分" {
		minute, _ := UnitOf("分钟")
		q.BaseUnit, q.Base, q.Class = minute.Base, minute.toBase(q.Value, 0), minute.Class
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

// integer is a small whole number; ok is false for others.
func integer(d model.Decimal) (n int64, ok bool) {
	for n = d.Coef; d.Exp > 0 && n < 1e12; d.Exp-- {
		n *= 10
	}
	return n, d.Exp == 0 && n < 1e12
}

// percent reads 百分之二十 and 千分之五 as the number of percent, permille.
func percent(s string) (n numeral.Number, size int, unitText string) {
	unitText = "%"
	if strings.HasPrefix(s, "千分之") {
		unitText = "‰"
	} else if !strings.HasPrefix(s, "百分之") {
		return n, 0, ""
	}
	head := len("百分之")
	n, size, err := numeral.Scan(s[head:])
	if size == 0 || err != nil {
		return n, 0, ""
	}
	return n, head + size, unitText
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

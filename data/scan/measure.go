package scan

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Quantities finds the numbers of a sentence that measure something. Dates,
// names with digits in them (S3线, 5G, PM2.5), slogans in quotes and titles in
// 《》 are passed over here, so that no later rule has to know them.
func Quantities(text string, s model.Span) []Quantity { return quantities(nil, text, s) }

// quantities are Quantities behind those that are there.
func quantities(all []Quantity, text string, s model.Span) []Quantity {
	for at := s.Start; ; {
		q, next, ok := Next(text, model.Span{Start: at, End: s.End}, s)
		if !ok {
			return all
		}
		if n := len(all); n > 0 { // a mark between two numbers is the first one's: 1$0
			q.At.Start = max(q.At.Start, all[n-1].At.End)
		}
		all = append(all, q)
		cutUnits(all)
		at = next
	}
}

// Next is the first number of rest, the end of the sentence s, and where to
// read on.
func Next(text string, rest, s model.Span) (q Quantity, next int, ok bool) {
	sentence := text[s.Start:s.End]
	for at := rest.Start - s.Start; at < len(sentence); {
		skip := lookedAt.Index(sentence[at:])
		if skip < 0 {
			break
		}
		at += skip
		if c := sentence[at]; c < utf8.RuneSelf && c != '"' && (c < '0' || c > '9') { // no digit begins here
			at += max(1, address(sentence[at:]))
			continue
		}
		r, w := lexicon.RuneAt(sentence, at, len(sentence))
		if r < 0x4E00 {
			if skip := quoted(sentence[at:], r); skip > 0 {
				at += skip
				continue
			}
		}
		if !numeric.Has(r) {
			at += w
			continue
		}
		if q, next, ok = number(sentence, at, r); ok {
			q.shift(s.Start)
			return q, next + s.Start, true
		}
		at = max(next, at+w)
	}
	return Quantity{}, rest.End, false
}

// shift moves a number that was read within its sentence to its place in the text.
func (q *Quantity) shift(by int) {
	for _, at := range [...]*model.Span{&q.At, &q.Number, &q.UnitAt} {
		at.Start, at.End = at.Start+by, at.End+by
	}
}

// address is the length of an address of the web that s begins with.
func address(s string) int {
	if s[0] != 'h' && s[0] != 'w' {
		return 0
	}
	return addressLength(s)
}

func addressLength(s string) int {
	if !BeginsAny(s, "http://", "https://", "www.") {
		return 0
	}
	n := strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r >= utf8.RuneSelf })
	if n < 0 {
		return len(s)
	}
	return n
}

// cutUnits gives 0.5个 its whole unit in 0.5个、0.8个百分点.
func cutUnits(all []Quantity) {
	for i := len(all) - 2; i >= 0 && all[i].Unit == "个" && all[i].Value.Exp < 0; i-- {
		last := all[len(all)-1]
		if last.Class != "point" {
			return
		}
		all[i].Class, all[i].Unit, all[i].BaseUnit = last.Class, last.Unit, last.BaseUnit
	}
}

// numeric are the runes with which a number may begin.
var numeric = lexicon.SetOf(numericRunes)

const numericRunes = "一二两三四五六七八九十百千万亿半零壹贰叁肆伍陆柒捌玖貳兩拾翻首榜第前0123456789０１２３４５６７８９"

// lookedAt are those, and the ones with which begins what is passed over: a quotation, a title, an address.
var lookedAt = lexicon.SetOf(numericRunes + "“\"‘「《hw")

// quoted is the length of a title, or of a short quotation, that begins here:
// numbers inside one belong to a name. Speech, which is long, is not skipped.
func quoted(s string, r rune) int {
	var closing rune
	limit := 22
	switch r {
	case '“':
		closing = '”'
	case '"':
		closing = '"'
	case '‘':
		closing = '’'
	case '「':
		closing = '」'
	case '《':
		closing, limit = '》', 60
	default:
		return 0
	}
	runes := 0
	for i, c := range s {
		if i > 0 && c == closing {
			return i + utf8.RuneLen(c)
		}
		if runes++; runes > limit || c == '。' || c == '\n' {
			return 0
		}
	}
	return 0
}

// number reads the number at a place of a sentence, which begins with a rune, with what
// belongs to it. The reader of its kind says where to go on, which is the place itself
// where none begins, and whether there is one that measures something.
func number(s string, at int, r rune) (q Quantity, next int, ok bool) {
	switch {
	case r == '首', r == '榜', r == '第', r == '前':
		q, next, ok = rank(s, at)
	case r == '翻':
		q, next, ok = doubled(s, at)
	case r == '半', numeral.IsScale(r):
		if q, next, ok = share(s, at); next > at {
			return q, next, ok
		}
		if q, next, ok = round(s, at); next > at {
			return q, next, ok
		}
		fallthrough
	default:
		q, next, ok = plain(s, at)
	}
	return q, next, ok
}

// plain reads a number in digits or characters, and its unit.
func plain(s string, at int) (q Quantity, next int, ok bool) {
	n, size, err := numeral.Scan(s[at:])
	if size == 0 || !opensNumeral(s[at:]) {
		return q, at, false
	}
	f := figure{s: s, start: at, end: at + size, n: n, err: err, chinese: !IsWestern(s[at:])}
	f.rejoin()
	if next = cmp.Or(f.named(), f.touched()); next > 0 {
		return q, next, false
	}
	return f.measured()
}

// opensNumeral reports whether a numeral begins that may be one: 零 only before a
// point, a character against forgery only before a scale, which 陆, 伍 and their
// kind are names or other words without.
func opensNumeral(s string) bool {
	r, w := lexicon.First(s)
	next, _ := lexicon.First(s[w:])
	switch r {
	case '零', '〇':
		return next == '点' || next == '點'
	case '伍', '陆', '肆':
		return next == '拾' || next == '佰' || next == '仟'
	case '壹', '贰', '叁', '柒', '捌', '玖', '貳', '兩', '拾':
		return numeral.IsScale(next)
	}
	return true
}

// measured reads what follows the digits: a range's other end, the unit, a second
// smaller unit, words of bound.
func (f figure) measured() (q Quantity, next int, ok bool) {
	low := f.end
	higher := f.higher(f.end, "")
	f.end += higher
	u, found := f.unit(higher > 0)
	if !found || u.Word == "分" && EndsAny(f.s[:f.start], "时", "点") { // 07时41分
		return q, f.end + u.size, false
	}
	q = f.quantity(u)
	q.per(f.before())
	q.Number.End = low
	if higher > 0 {
		q.ranges()
	}
	q.addCoins(f.s)
	q.addSmaller(f.s)
	if n := f.higher(q.At.End, q.Unit); n > 0 && q.Unit != "" {
		q.At.End += n
		q.ranges()
		if b, n, _ := BoundAfter(f.s[q.At.End:]); b == model.About {
			q.At.End += n
		}
	}
	q.At.End += other(f.s[q.At.End:])
	q.Attr = q.attributive(f.s)
	return q, q.At.End, !q.Attr && q.countable(f.s)
}

// unit is the unit of a number: its own, that of a later one, % for a rate's bare zero,
// none for an index. Not found, its size is what to pass over.
func (f *figure) unit(ranged bool) (u scanned, found bool) {
	after := f.s[f.end:]
	if u, found = scanUnit(after); found {
		halves(&f.n, &u, after)
		return u, u.Word != "" || !IsWestern(after[u.size:]) // 1.5亿3千万
	}
	if f.chinese {
		return u, false
	}
	if u, found = sharedUnit(f.before(), after); found || ranged {
		return u, found
	}
	if f.s[f.start:f.end] == "0" && lexicon.FellTo.Suffix(f.before()) != "" && strings.Contains(LastClause(f.before()), "率") { // 贫困发生率由12.6%降至0
		u.Unit, found = UnitOf("%")
		u.text = u.Word
		return u, found
	}
	ratio := f.toOne()
	return scanned{Unit: Unit{num: 1, den: 1, Class: "index"}, size: ratio}, ratio > 0 || Indexed(f.before())
}

// quantity is the number with the unit behind it, and what belongs to it on both sides.
func (f figure) quantity(u scanned) Quantity {
	v := model.Decimal{Coef: f.n.Coef, Exp: f.n.Exp}
	q := Quantity{
		Number: model.Span{Start: f.start, End: f.end}, Class: u.Class, Hanzi: f.chinese, Overlong: f.err != nil,
		Quantity: model.Quantity{Value: v, Unit: u.text, Base: u.toBase(v, u.exp), BaseUnit: u.Base, Bound: model.Exactly},
	}
	stop := f.end + u.size
	q.UnitAt = model.Span{Start: max(f.end, stop-len(u.text)), End: stop}
	if u.more {
		q.Bound = model.Above
	}
	if u.text != "" {
		t := trailing(f.s[stop:])
		if stop += t.size; t.told {
			q.Bound = t.bound
		}
	}
	l := leading(f.before(), q.Class)
	if l.told && (q.Bound == model.Exactly || l.bound == model.AtMost && q.Bound != model.About) { // 控制在3%|左右
		q.Bound = l.bound
	}
	if l.minus {
		q.Value.Coef, q.Base.Coef = -q.Value.Coef, -q.Base.Coef
	}
	if l.mark != nil && q.BaseUnit == "" {
		q.Unit, q.BaseUnit, q.Class = q.Unit+l.mark.Base, l.mark.Base, l.mark.Class
	}
	q.At = model.Span{Start: f.start - l.size, End: stop}
	return q
}

// per takes in the measure of which a number is told, right before it: 每立方米|34微克.
func (q *Quantity) per(before string) {
	_, per, _ := strings.Cut(before[max(0, len(before)-len("每平方公里")):], "每")
	if u, ok := UnitOf(per); ok && u.Word == per && u.Class == "size" && q.Unit != "" {
		q.At.Start -= len("每" + per)
		q.Unit, q.BaseUnit = q.Unit+"/"+per, q.BaseUnit+"/"+per
	}
}

// other is the length of another measure of the same thing behind a stroke:
// 100兆瓦/200兆瓦时.
func other(s string) int {
	rest, ok := strings.CutPrefix(s, "/")
	if !ok {
		return 0
	}
	_, n := digits(rest)
	if n == 0 {
		return 0
	}
	u, found := scanUnit(rest[n:])
	if !found {
		return 0
	}
	return len("/") + n + u.size
}

// digits reads a number that a text begins with in digits; its size is 0 where none does.
func digits(s string) (n numeral.Number, size int) {
	n, size, err := numeral.Scan(s)
	if err != nil || !IsWestern(s) {
		return n, 0
	}
	return n, size
}

// IsWestern reports a text that begins with a western digit.
func IsWestern(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf {
		return s != "" && s[0]-'0' < 10
	}
	r, _ := lexicon.First(s)
	return !isHan(r) && unicode.IsDigit(r)
}

package scan

import (
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
func Quantities(text string, s model.Span) []Quantity {
	var all []Quantity
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

// Next is the first of rest, the end of the sentence s, and where to
// read on.
func Next(text string, rest, s model.Span) (q Quantity, next int, ok bool) {
	for at := rest.Start; at < rest.End; {
		c := text[at]
		if n := address(text[at:s.End]); n > 0 {
			at += n
			continue
		}
		if c < utf8.RuneSelf && c != '"' && (c < '0' || c > '9') { // no digit begins here
			at++
			continue
		}
		r, w := lexicon.RuneAt(text, at, s.End)
		if skip := quoted(text[at:s.End], r); skip > 0 {
			at += skip
			continue
		}
		if !numeric(r) {
			at += w
			continue
		}
		if q, at, ok = scanQuantity(text, at, s); ok {
			return q, at, true
		}
	}
	return Quantity{}, rest.End, false
}

// address is the length of an address of the web that s begins with.
func address(s string) int {
	if s[0] != 'h' && s[0] != 'w' || !beginsAny(s, "http://", "https://", "www.") {
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

// numeric reports whether a number may begin with the rune.
func numeric(r rune) bool {
	switch r {
	case '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '半', '零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '貳', '兩', '拾', '翻', '首', '榜', '第', '前':
		return true
	}
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
}

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

// scanQuantity reads the number at a place, with what belongs to it; next is
// where to go on.
func scanQuantity(text string, at int, s model.Span) (q Quantity, next int, ok bool) {
	rest := text[at:s.End]
	if q, n, ok := scanRank(text, at, s); n > 0 {
		return q, at + n, ok
	}
	if _, n := numeral.Scale(rest); n > len("万") && fraction(rest[n:]) > 0 { // 百万分之五
		return q, at + n + fraction(rest[n:]), false
	}
	if n, size, word := percent(rest); size > 0 { // 百分之二十
		end := at + size
		if skip := touched(text[s.Start:s.End], at-s.Start, end-s.Start, !EndsDigit(text[:end])); word == "" || skip > 0 {
			return q, max(end, s.Start+skip), false
		}
		if r, _ := lexicon.First(text[end:s.End]); IsLetter(r) {
			return q, nameEnd(text[:s.End], end), false
		}
		u, _ := UnitOf(word)
		q = newQuantity(at, at, at+size, n, scanned{Unit: u, text: word}, text, s)
		q.Hanzi = true
		return q, q.At.End, true
	}
	if q, n := scanRound(text, at, s); n > 0 {
		return q, at + n, q.Unit != "" && !attributive(text[s.Start:s.End], q, s.Start)
	}
	n, size, err := numeral.Scan(rest)
	if size == 0 || !opensNumeral(rest) {
		_, w := lexicon.First(rest)
		return q, at + w, false
	}
	end := at + size
	if part, m := parted(rest[size:]); m > 0 && n.Exp == 0 && IsWestern(rest) {
		if whole, k, err := numeral.Scan(rest[:size] + "." + part); err == nil && k == size+1+len(part) {
			n, end = whole, end+m
		}
	}
	chinese := !IsWestern(rest)
	if skip := notQuantity(text[s.Start:s.End], at-s.Start, end-s.Start, chinese, err); skip > 0 {
		return q, max(end, s.Start+skip), false
	}
	if skip := touched(text[s.Start:s.End], at-s.Start, end-s.Start, chinese); skip > 0 {
		return q, s.Start + skip, false
	}
	return measured(text, at, end, s, n, err, chinese)
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

// parted reads the decimals of a number that a page's setting has torn apart
// (15 . 1, 27 .4): the digits, and the bytes up to their end.
func parted(s string) (digits string, n int) {
	t := strings.TrimLeft(s, " ")
	u, ok := strings.CutPrefix(t, ".")
	if !ok || len(s)-len(t) > 1 {
		return "", 0
	}
	v := strings.TrimLeft(u, " ")
	if len(v) == len(u) && len(t) == len(s) || len(u)-len(v) > 1 {
		return "", 0
	}
	rest := strings.TrimLeft(v, "0123456789")
	if digits = v[:len(v)-len(rest)]; digits == "" || len(digits) > 2 {
		return "", 0
	}
	return digits, len(s) - len(rest)
}

// measured reads what follows the digits at [at, end): a range's other end,
// the unit, a second smaller unit, words of bound.
func measured(text string, at, end int, s model.Span, n numeral.Number, err error, chinese bool) (q Quantity, next int, ok bool) {
	low := end
	end, ranged := upTo(text[:s.End], end, chinese)
	if high := upperBound(text[:s.End], at, low); high > low {
		end, ranged = high, true
	}
	u, found := scanUnit(text[end:s.End])
	if found {
		halves(&n, &u, text[end:s.End])
	}
	if !found && !chinese {
		u, found = sharedUnit(text[s.Start:at], text[end:s.End])
	}
	if ranged && !found || found && u.Word == "" && IsWestern(text[end+u.size:s.End]) { // 1.5亿3千万
		return q, end + u.size, false
	}
	if !found && zeroed(text[s.Start:at], text[at:end]) { // 贫困发生率由12.6%降至0
		u, found = scanned{text: "%"}, true
		u.Unit, _ = UnitOf("%")
	}
	toOne := toOne(text[end:s.End])
	if !found && (chinese || !Indexed(text[s.Start:at]) && (toOne == 0 || n.Exp == 0)) {
		return q, end, false
	}
	if !found {
		u = scanned{Unit: Unit{num: 1, den: 1, Class: "index"}, size: toOne}
	}
	q = newQuantity(at, at, end, n, u, text, s)
	if per := perBefore(text[s.Start:at]); per != "" && q.Unit != "" {
		q.At.Start -= len("每" + per)
		q.Unit, q.BaseUnit = q.Unit+"/"+per, q.BaseUnit+"/"+per
	}
	q.Hanzi, q.Ranged, q.Overlong = chinese, ranged, err != nil
	q.Number.End = low
	if ranged && q.Bound == model.Exactly {
		q.Bound = model.AtLeast
	}
	if q.Unit == "元" {
		addCoins(&q, text[:s.End])
	}
	if q.Class == "time" || q.Unit == "分" {
		addSmaller(&q, text[:s.End])
	}
	sameRange(&q, text[:s.End])
	q.At.End += other(text[q.At.End:s.End])
	q.Attr = attributive(text[s.Start:s.End], q, s.Start)
	if q.Attr || !countable(text[s.Start:s.End], q, s.Start) {
		return q, q.At.End, false
	}
	return q, q.At.End, true
}

// perBefore is the measure of which a number is told, right before it: 每立方米|34微克.
func perBefore(before string) string {
	_, per, _ := strings.Cut(before[max(0, len(before)-len("每平方公里")):], "每")
	if u, ok := UnitOf(per); !ok || u.Word != per || u.Class != "size" {
		return ""
	}
	return per
}

// toOne is the length of what makes a ratio of the number before it: 2.08|:1.
func toOne(s string) int {
	r, w := lexicon.First(s)
	if !chains(r) || !strings.HasPrefix(s[w:], "1") || w+1 < len(s) && (IsWestern(s[w+1:]) || s[w+1] == '.') {
		return 0
	}
	return w + len("1")
}

// other is the length of another measure of the same thing behind a stroke:
// 100兆瓦/200兆瓦时.
func other(s string) int {
	rest, ok := strings.CutPrefix(s, "/")
	if !ok || !IsWestern(rest) {
		return 0
	}
	_, n, err := numeral.Scan(rest)
	u, found := scanUnit(rest[n:])
	if err != nil || !found {
		return 0
	}
	return len("/") + n + u.size
}

// zeroed reports that a rate fell to a zero that bears no unit.
func zeroed(before, digits string) bool {
	return digits == "0" && lexicon.FellTo.Suffix(before) != "" && strings.Contains(LastClause(before), "率")
}

// newQuantity builds a quantity of the digits [number, end) and the unit behind.
func newQuantity(at, number, end int, n numeral.Number, u scanned, text string, s model.Span) Quantity {
	v := model.Decimal{Coef: n.Coef, Exp: n.Exp}
	q := Quantity{
		Number: model.Span{Start: number, End: end}, Class: u.Class,
		Quantity: model.Quantity{Value: v, Unit: u.text, Base: u.toBase(v, u.exp), BaseUnit: u.Base, Bound: model.Exactly},
	}
	stop := end + u.size
	q.UnitAt = model.Span{Start: max(end, stop-len(u.text)), End: stop}
	if u.more {
		q.Bound = model.Above
	}
	if n := SkipBlanks(text[stop:s.End]); n > 0 && u.text != "" {
		if _, _, ok := BoundAfter(text[stop+n : s.End]); ok {
			stop += n
		}
	}
	if b, n, ok := BoundAfter(text[stop:s.End]); ok && u.text != "" {
		q.Bound, stop = b, stop+n
	}
	if w := lexicon.Passed.Prefix(text[stop:s.End]); w != "" && u.text != "" {
		stop += len(w)
	}
	if rest, ok := strings.CutPrefix(text[stop:s.End], "整"); ok && q.Unit != "" && ClauseEnds(rest) { // 100元整
		stop += len("整")
	}
	l := leading(text[s.Start:at], q.Class)
	if l.told && (q.Bound == model.Exactly || l.bound == model.AtMost) {
		q.Bound = l.bound
	}
	if l.minus {
		q.Value.Coef, q.Base.Coef = -q.Value.Coef, -q.Base.Coef
	}
	if l.mark != nil && q.BaseUnit == "" {
		q.Unit, q.BaseUnit, q.Class = q.Unit+l.mark.Base, l.mark.Base, l.mark.Class
	}
	q.At = model.Span{Start: at - l.size, End: stop}
	return q
}

// IsWestern reports a text that begins with a western digit.
func IsWestern(s string) bool {
	r, _ := lexicon.First(s)
	return unicode.IsDigit(r)
}

// scanRound reads numbers without a digit: 翻一番, 翻番, 近百家, 千余户, 上万名. n is
// 0 where none begins; the quantity is empty where there is only its scale.
func scanRound(text string, at int, s model.Span) (q Quantity, n int) {
	rest := text[at:s.End]
	one := numeral.Number{Coef: 1, Over: 1}
	if strings.HasPrefix(rest, "翻") {
		size := len("翻")
		size += len(rest[size:]) - len(strings.TrimPrefix(rest[size:], "了"))
		times, digits, err := numeral.Scan(rest[size:])
		if digits == 0 || err != nil {
			times = one
		}
		if !strings.HasPrefix(rest[size+digits:], "番") {
			return q, 0
		}
		u, _ := UnitOf("番")
		return newQuantity(at, at+size, at+size+digits, times, scanned{Unit: u, text: "番", size: len("番")}, text, s), size + digits + len("番")
	}
	if lexicon.VagueBefore.Suffix(text[s.Start:at]) != "" { // 成百上千
		return q, 0
	}
	large := beginsAny(rest, "万", "亿") // alone they are no Number: 万家灯火
	if !large && !beginsAny(rest, "百", "千") {
		return q, 0
	}
	if large {
		defer func() {
			if n == 0 {
				n = len("万")
			}
		}()
	}
	u, ok := scanUnit(rest)
	_, _, bound := BoundBefore(text[s.Start:at])
	if !ok || u.Word == "" || u.Class != "count" && u.Class != "money" || !u.more && !bound {
		return q, 0
	}
	size := u.size
	one.Exp = u.exp
	u.exp, u.text = 0, u.Word
	for _, scale := range [...]string{"万亿", "亿", "万"} { // 千亿元 is 1000 亿元
		if strings.HasSuffix(rest[:size], scale+u.Word) {
			_, n := numeral.Scale(scale)
			u.exp, _ = numeral.Scale(scale)
			one.Exp -= u.exp
			u.text = rest[size-n-len(u.Word) : size]
			break
		}
	}
	u.size = len(u.text)
	q = newQuantity(at, at, at+size-u.size, one, u, text, s)
	q.Hanzi = true
	return q, size
}

package scan

import (
	"cmp"
	"strings"
	"unicode"

	"qubi/data/lexicon"
	"qubi/data/numeral"
)

// Which digits are no number of anything:
//
//	a letter beside them     S3线, 5G, 4A级, PM2.5, F9f
//	a sign beside them       1+1+9, 10/17, 15:46, 3.0版, ±0.5
//	a name in characters     十四五, 三五个
//	a year                   2021年
//	a part of a number       几十, 12 0家, 1，234.5, 五分之二

// figure is a numeral in its sentence.
type figure struct {
	s          string // the sentence
	start, end int
	n          numeral.Number
	err        error // why it has no exact value
	chinese    bool  // in characters
}

func (f *figure) before() string { return f.s[:f.start] }
func (f *figure) after() string  { return f.s[f.end:] }

// rejoin takes in the decimals that a page's setting has torn off: 15 . 1, 27 .4.
func (f *figure) rejoin() {
	for _, torn := range [...]string{" . ", " .", ". "} {
		rest, ok := strings.CutPrefix(f.after(), torn)
		if !ok || f.n.Exp != 0 || f.chinese {
			continue
		}
		size := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		if size == 0 || size > 2 {
			continue
		}
		if n, _, err := numeral.Scan(f.s[f.start:f.end] + "." + rest[:size]); err == nil {
			f.n, f.end = n, len(f.s)-len(rest)+size
		}
		return
	}
}

// Signs that make the digits beside them, behind them or before them no number of
// anything, and those that join numbers to a chain (5:45:50, 10/17).
const (
	signsBefore = "+＋×*#^±/／@_."
	signsBehind = "+＋×*#^＃"
	chains      = ":：∶/／"
)

// eaten are the signs that damaged pages leave for what they lost.
var eaten = []string{"□", "\uFFFD"}

// named is where to go on behind digits that are a part of a name, a chain or a year, or
// whose page is damaged; 0 when they may be a number of something.
func (f *figure) named() int {
	before, _ := lexicon.Last(f.before())
	after, w := lexicon.First(f.after())
	behind := f.s[f.end+w:]
	switch {
	case f.err == numeral.ErrSyntax, f.chinese && plainDigits(f.s[f.start:f.end]), // 三五个, 二〇二一年
		EndsAny(f.before(), eaten...), BeginsAny(f.after(), eaten...): // □3亿元: a digit is missing
		return f.end
	case IsLetter(before) && currency(f.before()) == nil && lexicon.Indicator.Suffix(f.before()) == "", // but RMB3亿元, GDP3亿元
		isOneOf(signsBefore, before) && lexicon.Signed.Suffix(strings.TrimRight(f.before(), "+＋")) == "": // but 同比+12%
		return nameEnd(f.s, f.end)
	case isOneOf(signsBehind, after):
		return nameEnd(f.s, f.end+w)
	case isOneOf(chains, after) && IsWestern(behind) && f.toOne() == 0:
		return chainEnd(f.s, f.end)
	case after == '年' && !f.chinese && f.end-f.start == 4 && f.n.Exp >= 0: // but 11.2年
		return f.end + w
	}
	return f.letters()
}

// isOneOf reports a rune that is one of some signs, as few are.
func isOneOf(signs string, r rune) bool { return !isHan(r) && strings.ContainsRune(signs, r) }

// toOne is the length of what makes a ratio of an index or of a number with decimals:
// 收入比2.09|:1; 0 for none.
func (f *figure) toOne() int {
	r, w := lexicon.First(f.after())
	if !isOneOf(chains, r) {
		return 0
	}
	ratio := f.s[f.end:chainEnd(f.s, f.end)]
	if ratio[w:] != "1" || f.n.Exp == 0 && !Indexed(f.before()) {
		return 0
	}
	return len(ratio)
}

// letters is where a name ends that letters behind the digits make: 5G; 0 for none, or a
// unit.
func (f *figure) letters() int {
	if r, _ := lexicon.First(f.after()); !IsLetter(r) {
		return 0
	}
	if _, unit := UnitOf(f.after()); unit {
		return 0
	}
	return nameEnd(f.s, f.end)
}

// plainDigits reports two or more characters of which none is a scale.
func plainDigits(s string) bool {
	return lexicon.Runes(s) > 1 && !strings.ContainsAny(s, "十百千万亿点點拾佰仟萬億")
}

// IsLetter reports a Latin letter, of either width.
func IsLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ'
}

// nameEnd is where a name of letters and digits ends.
func nameEnd(s string, at int) int {
	return runEnd(s, at, func(r rune) bool { return IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-－", r) })
}

// chainEnd is where a chain of numbers like 5:45:50 or 10/17 ends.
func chainEnd(s string, at int) int {
	return runEnd(s, at, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(chains+".", r) })
}

// runEnd is where the runes of a kind end that begin at a place.
func runEnd(s string, at int, kind func(rune) bool) int {
	return len(s) - len(strings.TrimLeftFunc(s[at:], kind))
}

// touched is where to go on when the numeral is not the whole of a number, as a rune of
// numerals touches it, or tells how many only roughly (几十); 0 when it is whole. A
// number is read whole or not at all.
func (f *figure) touched() int {
	before, w := lexicon.Last(f.before())
	opening, _ := lexicon.First(f.s[f.start:])
	after, _ := lexicon.First(f.after())
	switch {
	case f.chinese && (numeral.IsScale(before) || numeral.IsScale(opening) && lexicon.VagueBefore.Suffix(f.before()) != ""),
		f.chinese == IsWestern(f.after()) && numeral.Belongs(after) && !numeral.IsScale(after):
		return f.end + numeral.Run(f.after())
	case f.chinese && before == '、' && numeral.IsRough(f.s[:f.start-w], f.s[f.start:f.end]), !f.chinese && f.isPart():
		return f.end
	}
	return cmp.Or(f.fraction(), f.torn())
}

// fraction is the end of 五分之二, 十万分之三, with blanks within; 0 for none.
func (f *figure) fraction() int {
	_, scale := numeral.Scale(f.after())
	rest := strings.TrimLeft(f.after()[scale:], " ")
	for _, word := range [...]string{"分", "之"} {
		t, ok := strings.CutPrefix(rest, word)
		if !ok {
			return 0
		}
		rest = strings.TrimLeft(t, " 负負")
	}
	return digitsEnd(f.s, len(f.s)-len(rest))
}

// torn is the end of digits that go on behind a gap or a point, in the same writing:
// 12 0家, 三千 八百, 3点5亿, 五兆六亿.
func (f *figure) torn() int {
	if r, _ := lexicon.First(f.after()); isHan(r) && r != '点' && r != '點' && r != '兆' {
		return 0 // as mostly
	}
	rest := strings.TrimLeft(f.after(), " \u00a0\u2009\u202f\n点點兆")
	next, _ := lexicon.First(rest)
	if gap := len(f.after()) - len(rest); gap == 0 || gap > len("点 ") || IsWestern(rest) == f.chinese || !numeral.Belongs(next) {
		return 0
	}
	return digitsEnd(f.s, len(f.s)-len(rest))
}

// digitsEnd is where the runes of numerals end, with points and gaps among them.
func digitsEnd(s string, at int) int {
	return runEnd(s, at, func(r rune) bool { return strings.ContainsRune(" .点點兆", r) || numeral.Belongs(r) })
}

// ties are the signs that tie digits to those before them: 1'234, 23﹐456, 9\n25.
const ties = "\n'’﹐٬〜∼~～—–−‑‒―"

// isPart reports western digits behind a mark that ties them to other digits: 1，234.5,
// 1'234, 4,56,78, 第3、5、7条, 1.5亿3千万.
func (f *figure) isPart() bool {
	mark, w := lexicon.Last(f.before())
	before := f.s[:f.start-w]
	if last, _ := lexicon.Last(before); isHan(mark) {
		return numeral.IsScale(mark) && isWestern(last)
	}
	lead := strings.TrimRightFunc(before, isWestern)
	size := lexicon.Runes(before[len(lead):])
	whole := !strings.HasSuffix(lead, ".")
	if strings.ContainsRune("，,、", mark) {
		if n := ordinals(before); n > 0 {
			return n > 1 || mark == '、'
		}
	}
	switch {
	case size == 0:
		return false
	case mark == ',':
		return !Indexed(strings.TrimRight(before, "0123456789.,"))
	case mark == '，':
		own := f.s[f.start:f.end]
		return whole && size <= 3 && (lexicon.Runes(own) == 3 || len(own) > 3 && own[3] == '.')
	case strings.ContainsRune(ties, mark):
		return whole || mark == '\n'
	}
	return numeral.IsScale(mark)
}

// ordinals is how many digits the list has that 第 opens at the end of a text: 第3、5; 0
// for none.
func ordinals(s string) (n int) {
	const longest = 20 // such a list
	if near := s[max(0, len(s)-longest*len("第12、")*2):]; !strings.Contains(near, "第") {
		return 0 // as mostly: no list is looked through for each of its numbers
	}
	for n = 1; n <= longest; n++ {
		lead := strings.TrimRightFunc(s, isWestern)
		r, w := lexicon.Last(lead)
		if s != lead && r == '第' {
			return n
		}
		if s == lead || !strings.ContainsRune("，,、", r) {
			return 0
		}
		s = lead[:len(lead)-w]
	}
	return 0
}

func isWestern(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

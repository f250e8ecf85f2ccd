package numeral

import (
	"strings"
	"unicode/utf8"
)

// Scan reads the longest numeral at the beginning of s and says how many bytes
// it has; 0 when s begins with none. Western digits are read without a scale
// after them, so that the caller can tell 1.3万 (1.3, 万) as it is written;
// a numeral in characters has its scale within (二百零六, 三万五千), and so has
// one of digits and scales by turns (3千5百, 3万4000).
//
// A run of digits that is no number (十四五, 1.2.3, 二三十) gives its size and
// ErrSyntax; more than 18 digits give ErrRange.
func Scan(s string) (n Number, size int, err error) {
	r, _ := utf8.DecodeRuneInString(s)
	if _, ok := western(r); ok {
		if n, size, err, ok := scanMixed(s); ok {
			return n, size, err
		}
		return scanWestern(s)
	}
	if _, ok := digit(r); !ok && place(r) != 1 {
		return Number{}, 0, nil
	}
	n, size, err = scanTurns(s)
	if err == nil && vague(s[:size], s[size:]) {
		err = ErrSyntax
	}
	if err == ErrSyntax {
		size += Run(s[size:])
	}
	return n, size, err
}

// vague reports two digits in a row that say about how many tens or thousands
// there are: 二三十, 三四万.
func vague(read, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if place(r) == 0 && scale(r) == 0 {
		return false
	}
	a, w := utf8.DecodeLastRuneInString(read)
	b, _ := utf8.DecodeLastRuneInString(read[:len(read)-w])
	_, last := digit(a)
	_, before := digit(b)
	return last && before && !strings.ContainsAny(read, "〇零点點")
}

// IsRough reports that a digit before a numeral and its first one say about how many
// tens or thousands there are: 三、四十亿, 五、六百.
func IsRough(before, s string) bool {
	r, w := utf8.DecodeLastRuneInString(before)
	_, tens := digit(r)
	r, n := utf8.DecodeRuneInString(s)
	_, own := digit(r)
	if r, _ = utf8.DecodeLastRuneInString(before[:len(before)-w]); len(before) == w || r == '第' || Belongs(r) {
		return false // 三、 opens a point
	}
	r, _ = utf8.DecodeRuneInString(s[n:])
	return tens && own && place(r)+int(scale(r)) > 0
}

// Run is the length of the runes of numerals that s begins with.
func Run(s string) (size int) {
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		if !Belongs(r) {
			break
		}
		size += w
	}
	return size
}

// scanMixed reads digits and scales by turns, as speeches write them: 3千5百,
// 1万2千, 2亿3千万, 3万4000. It is none unless there are two turns or more: a
// single one (3千, 1.2亿) is digits and a unit.
func scanMixed(s string) (n Number, size int, err error, ok bool) {
	head := digitsLength(s)
	r, w := utf8.DecodeRuneInString(s[head:])
	if head > 4*len("０") || place(r) == 0 && scale(r) == 0 {
		return n, 0, nil, false
	}
	at := head + w
	for r, w = utf8.DecodeRuneInString(s[at:]); scale(r) > 0 || r == '零' || r == '〇'; r, w = utf8.DecodeRuneInString(s[at:]) {
		at += w
	}
	if !startsWestern(s[at:]) {
		return n, 0, nil, false
	}
	n, size, err = scanTurns(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if size <= at || place(next) > 0 || scale(next) > 0 { // 3千万5千万: two numbers
		return n, 0, nil, false
	}
	if strings.ContainsRune(unitsOfThousand, next) && strings.HasSuffix(s[:size], "千") {
		err = ErrSyntax
	}
	return n, size, err, true
}

// digitsLength is the length of the digits that a text begins with, of either width.
func digitsLength(s string) (n int) {
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		if _, ok := western(r); !ok {
			break
		}
		n += w
	}
	return n
}

// unitsOfThousand follow a 千 that is theirs: 1万5千瓦 may be 15 kW or 15000 W.
const unitsOfThousand = "瓦米克伏卡赫"

// western is the value of an ASCII or full-width digit.
func western(r rune) (int64, bool) {
	switch {
	case '0' <= r && r <= '9':
		return int64(r - '0'), true
	case '０' <= r && r <= '９':
		return int64(r - '０'), true
	}
	return 0, false
}

// scanWestern reads 4.07, 1,234, 1 000.5, 4·1 of 4·1% and ４，５６５．３.
func scanWestern(s string) (n Number, size int, err error) {
	n.Over = 1
	digits, points, g := 0, 0, group{}
	for size < len(s) {
		r, w := utf8.DecodeRuneInString(s[size:])
		d, ok := western(r)
		switch {
		case ok:
			g.digits++
			if digits < 18 {
				n.Coef = n.Coef*10 + d
			}
			if n.Coef != 0 || points > 0 {
				digits++
			}
			if points > 0 {
				n.Exp--
			}
		case (r == '.' || r == '．' || r == '·' && ofPercent(s[size+w:])) && startsWestern(s[size+w:]):
			points++
		case points == 0 && g.parted(s[size:], n.Coef != 0):
		default:
			return n, size, fault(digits, points)
		}
		size += w
	}
	return n, size, fault(digits, points)
}

// ofPercent reports digits before a sign of percent: 4·1%, as some old pages write points; 3·15 is a day.
func ofPercent(s string) bool {
	s = strings.TrimLeft(s, "0123456789")
	return strings.HasPrefix(s, "%") || strings.HasPrefix(s, "％")
}

// group is the digits of a number since the last sign that parts its thousands.
type group struct {
	digits int
	blank  rune // that parts them, 0 before one did
}

// parted reports a sign at the front of s that parts thousands, behind which a new group
// begins; a blank does so only in a number that has begun, and keeps commas out of it.
func (g *group) parted(s string, begun bool) bool {
	r, w := utf8.DecodeRuneInString(s)
	switch {
	case g.digits > 3:
		return false
	case (r == ',' || r == '，') && g.blank == 0 && thousands(s[w:], r == '，'):
	case thin(r) && (g.blank == r || g.blank == 0 && begun) && grouped(s, r):
		g.blank = r
	default:
		return false
	}
	g.digits = 0
	return true
}

func fault(digits, points int) error {
	switch {
	case points > 1:
		return ErrSyntax
	case digits > 18:
		return ErrRange
	}
	return nil
}

func startsWestern(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	_, ok := western(r)
	return ok
}

// thousands reports whether exactly three digits follow, as after 1,234's comma;
// a full-width comma parts full-width digits alone.
func thousands(s string, wide bool) bool {
	for range 3 {
		r, w := utf8.DecodeRuneInString(s)
		if _, ok := western(r); !ok || wide && r < '０' {
			return false
		}
		s = s[w:]
	}
	return !startsWestern(s)
}

// thin reports a blank that may part thousands.
func thin(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u2009' || r == '\u202f' }

// grouped reports that blanks part groups of three digits and that a word or a
// point stands right behind the last: 55 235万元, but not the columns of a table.
func grouped(s string, blank rune) bool {
	for {
		r, w := utf8.DecodeRuneInString(s)
		if r != blank {
			return s == "" || r == '.' || r >= 0x4E00 && r <= 0x9FFF || r == '%' || r == '％'
		}
		if s = s[w:]; !thousands(s, false) {
			return false
		}
		s = s[digitsLength(s):]
	}
}

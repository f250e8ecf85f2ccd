package tables

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"

	"qubi/data/scan"
)

// numeral is a cell that holds a number.
type numeral struct {
	before, after string // its bound: ≥, 以上, or ""
	value, unit   string // without its separators of thousands; the unit that stands with it, or ""
	scale         string // 万 where that alone stands with it, or ""
	grown         bool   // it says itself that it is a growth: 增长8.1%
}

// numberIn reads a cell as a number, alone or with its unit: 1,234.5, 12.3%, 352.8亿元. A
// mark that leads to a note is no part of it: 352.8①. A share behind a word of rising or
// falling is a growth: 下降2.1%.
func numberIn(s string) (numeral, bool) {
	if isPlain(s) {
		return numeral{value: s}, true
	}
	if !strings.ContainsAny(s, "0123456789") {
		return numeral{}, false
	}
	if rest, falls := grownIn(s); rest != "" {
		n, ok := numberIn(rest)
		if n.grown = true; falls {
			n.value = "-" + n.value
		}
		return n, ok && (n.unit == "%" || n.unit+n.scale == "") && !strings.HasPrefix(rest, "-")
	}
	for _, w := range blocks()[keptWords] {
		s = strings.TrimPrefix(s, w)
	}
	if at := noted().FindStringSubmatchIndex(s); at != nil {
		s = s[:at[2]]
	}
	m := number().FindStringSubmatch(s)
	if m == nil {
		return numeral{}, false
	}
	n := numeral{before: m[1], value: strings.Replace(strings.TrimPrefix(m[2], "+"), "−", "-", 1), after: m[4]}
	switch m[3] {
	case "万", "亿":
		n.scale = m[3]
		return n, true
	}
	n.unit = m[3]
	return n, n.unit == "" || isUnit(n.unit) && !slices.Contains(blocks()[dateWords], n.unit)
}

// grownIn is what follows a word of rising or falling at the begin of a cell, "" for none.
func grownIn(s string) (rest string, falls bool) {
	for _, way := range [...]role{grewWords, fellWords} {
		for _, w := range blocks()[way] {
			if rest, begins := strings.CutPrefix(s, w); begins {
				return rest, way == fellWords
			}
		}
	}
	return "", false
}

// isPlain reports a number of digits alone, perhaps with a point between: 352.8.
func isPlain(s string) bool {
	whole, rest, point := strings.Cut(s, ".")
	return isDigits(whole) && (!point || isDigits(rest))
}

func isDigits(s string) bool { return s != "" && strings.IndexFunc(s, notDigit) < 0 }

func notDigit(r rune) bool { return r < '0' || r > '9' }

func isNumber(s string) bool {
	_, ok := numberIn(s)
	return ok
}

func isYear(s string) bool { return len(s) == 4 && years().MatchString(s) }

// moneyIn is the one unit of money among the units of a caption, "" for none or several.
func moneyIn(caption string) (money string) {
	for _, word := range strings.FieldsFunc(caption, func(r rune) bool { return strings.ContainsRune(":：,，、;； ", r) }) {
		if isUnit(word) && strings.Contains(word, "元") {
			if money != "" {
				return ""
			}
			money = word
		}
	}
	return money
}

// bareUnit is what a cell of units holds without brackets and blanks: 万 元, (亿元).
func bareUnit(s string) string { return strings.Trim(unspaced(s), "()（）") }

// isUnit reports whether a word is a unit: 亿元, 万人次, 公里, %.
func isUnit(s string) bool { return baseOf(s) != "" || isShare(s) }

// baseOf is the unit that a word is so many of, "" where it is none: 元 of 万元.
func baseOf(s string) string {
	for bare := s; bare != ""; { // 亿千瓦时 is 亿 of 千瓦时
		if u, known := scan.UnitOf(bare); known && u.Word == bare {
			return u.Base
		}
		r, size := utf8.DecodeRuneInString(bare)
		if !strings.ContainsRune("十百千万亿", r) {
			break
		}
		bare = bare[size:]
	}
	return ""
}

// scaled is a unit with the scale that a number tells: 万 and 家 are 万家; "" where it has one.
func scaled(scale, unit string) string {
	first, _ := utf8.DecodeRuneInString(unit)
	if scale == "" || unit != "" && !strings.ContainsRune("十百千万亿", first) && isUnit(scale+unit) {
		return scale + unit
	}
	return ""
}

func isShare(unit string) bool { return unit == "%" || unit == "‰" }

// folded is a text with the wide forms of letters, digits and marks made narrow. Few texts
// have any.
func folded(s string) string {
	if strings.IndexByte(s, "\uff01"[0]) < 0 && !strings.ContainsAny(s, "\u3000") {
		return s
	}
	return width.Fold.String(s)
}

package cell

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// grade says how well a line may break at a place between two characters.
type grade uint8

const (
	never grade = iota // within a character and its accents
	poor               // a forbidden start or end of a line
	split              // within a number and its unit
	hard               // within a word
	good               // where the rules of wrap.go have it
)

// noStart are characters that no line starts with.
const noStart = "，。、；：！？）》”’」』】〗〕〉］｝…‥·・ー々～‰％℃°,.;:!?)]}>%"

// noEnd are characters that no line ends with.
const noEnd = "（《“‘「『【〖〔〈［｛([{<￥＄¥$№#"

// signs stand before a number; links stand between two numbers of a range, a
// date or a ratio; scales stand between a number and its unit.
const (
	signs  = "+-＋－±≥≤＞＜≈~约第前近逾超"
	links  = "-－–—―~～至到/:：×.,"
	scales = "十百千万亿余多几"
)

// unitWords are the units of more than one character, one a line, that a
// number is never parted from. A number always keeps the character after it.
//
//go:embed units.txt
var unitWords string

// gradeBreaks grades the place before each byte of the text; those within a
// character are never.
func gradeBreaks(s string, m Measure) []grade {
	grades := make([]grade, len(s)+1)
	allowed := segments(s)
	numbers := numberEnds(s)
	before := rune(0)
	for i, r := range s {
		switch {
		case before == 0 || m.Rune(r) == 0 && !unicode.IsSpace(r):
			grades[i] = never
		case strings.ContainsRune(noStart, r) || strings.ContainsRune(noEnd, before):
			grades[i] = poor
		case i < numbers[i]:
			grades[i] = split
		case allowed[i] || quoteBreak(before, r) || numbers[i] < 0 && chinese(before):
			grades[i] = good
		default:
			grades[i] = hard
		}
		before = r
	}
	return grades
}

// segments tells the bytes before which UAX #14 lets a line break.
func segments(s string) []bool {
	allowed := make([]bool, len(s)+1)
	state, at, segment := -1, 0, ""
	for rest := s; rest != ""; {
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		at += len(segment)
		allowed[at] = true
	}
	return allowed
}

// quoteBreak reports whether a line may break between two characters because
// a quotation in Chinese starts or ends there. The library takes these marks
// as neither opening nor closing and forbids both sides, as is right in
// languages that write » quotes « the other way round.
func quoteBreak(before, r rune) bool {
	switch {
	case r == '“' || r == '‘':
		return chinese(before) || before == '”' || before == '’'
	case before == '”':
		return chinese(r) || unicode.IsDigit(r)
	case before == '’':
		return chinese(r)
	}
	return false
}

// chinese reports whether the rune is a Han character or a mark that is
// written among them.
func chinese(r rune) bool { return r >= 0x2e80 }

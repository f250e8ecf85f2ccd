package clean

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
)

// blanks puts the white space in order: one line end between paragraphs, none
// at either end, nothing around a line, one blank where there were several,
// and none between a number and the Chinese beside it.
func blanks(text string, _ lines) []piece.Edit {
	var edits []piece.Edit
	line := kind{} // of the line around
	lineEnd := 0   // end of the line whose kind is known
	for at := 0; at < len(text); {
		switch c := text[at]; {
		case isChinese(c):
			at += 3 // the common case: no blank begins with this byte
			continue
		case c > ' ' && c < 0x7F || c >= 0x80 && c < 0xC0:
			at++
			continue
		}
		if strings.HasPrefix(text[at:], "、") || strings.HasPrefix(text[at:], "。") {
			at += len("、")
			continue
		}
		end, breaks := blankRun(text, at)
		if end == at {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		if !breaks && at >= lineEnd {
			lineEnd, line = lineAt(text, at)
		}
		if with := between(text, at, end, breaks, line); with != text[at:end] {
			edits = append(edits, piece.Put(at, end, with))
		}
		at = end
	}
	return edits
}

// isChinese reports a byte that begins a character of three bytes beyond U+4000: nearly all of a
// text are, and none is a blank, a mark or a sign. Every text here is sound UTF-8.
func isChinese(b byte) bool { return b >= 0xE4 && b <= 0xEE }

// blankRun is the end of the blanks at the start of text[at:], and whether a
// line ends in them.
func blankRun(text string, at int) (end int, breaks bool) {
	for end = at; end < len(text); {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !script.IsBlank(r) {
			break
		}
		breaks = breaks || r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029
		end += n
	}
	return end, breaks
}

// kind is what a line is: running text, or letters that blanks part one by one, though not
// those of its numbers (whole). Behind loose its blanks part words by chance; 0 where they do
// not.
type kind struct {
	running, spaced, whole bool
	loose                  int
}

// lineAt is the end of the line around at, and its kind.
func lineAt(text string, at int) (end int, k kind) {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	end = len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		end = at + n
	}
	line := text[start:end]
	k = kind{running: strings.ContainsAny(line, "，。；,;"), spaced: isSpaced(line)}
	k.whole = k.spaced && hasNumberInOnePiece(line)
	if k.running && setsNumbersApart(line) {
		k.loose = start + strings.IndexAny(line, "，。；：,;:") // what a blank parts before it may be a heading
	}
	return end, k
}

// setsNumbersApart reports a line in which most numbers have a blank on either side, as in
// text taken out of a page by the places of its letters: there a blank may stand within a
// word too (第二产 业增加值 213.4 亿元).
func setsNumbersApart(line string) bool {
	const several = 3
	apart, joined := 0, 0
	before, blank := rune(0), false
	for _, r := range line {
		switch {
		case script.IsBlank(r):
			blank = true
			continue
		case !(script.IsHan(before) && script.IsDigit(r) || script.IsDigit(before) && script.IsHan(r)):
		case blank:
			apart++
		default:
			joined++
		}
		before, blank = r, false
	}
	return apart >= several && joined*4 <= apart
}

// isSpaced reports a line of many characters of which nearly each has a blank on
// either side, as a setting that fills its column leaves it: 全 区 投 资 5 0 亿 元.
func isSpaced(line string) bool {
	const many = 8
	parted, joined := 0, 0
	before, blank := rune(0), false
	for _, r := range line {
		if script.IsBlank(r) {
			blank = true
			continue
		}
		switch {
		case !script.IsHan(before) || !script.IsHan(r):
		case blank:
			parted++
		default:
			joined++
		}
		before, blank = r, false
	}
	return parted >= many && joined*10 <= parted
}

// hasNumberInOnePiece reports two digits with no blank between them: what blanks part in such
// a line are numbers (城 镇 居 民 68902 4.7), not the digits of one.
func hasNumberInOnePiece(line string) bool {
	before := rune(0)
	for _, r := range line {
		if script.IsDigit(before) && script.IsDigit(r) {
			return true
		}
		before = r
	}
	return false
}

// between is what stands in place of the blanks text[start:end].
func between(text string, start, end int, breaks bool, line kind) string {
	running := line.running
	switch {
	case start == 0 || end == len(text):
		return ""
	case breaks:
		return "\n"
	case !hasWidth(text[start:end]), running && inSpacedNumber(text, start, end):
		return ""
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if line.spaced && !(line.whole && !script.IsHan(before) && !script.IsHan(after)) {
		return ""
	}
	if script.IsDigit(before) && script.IsHan(after) || script.IsHan(before) && line.joins(start, end, before, after) {
		return ""
	}
	return " "
}

// joins reports whether a blank of the line between a Chinese character and what is after
// it parts nothing.
func (k kind) joins(start, end int, before, after rune) bool {
	if script.IsDigit(after) {
		return k.running && before != '讯' && before != '电'
	}
	return k.loose > 0 && start > k.loose && end-start == len(" ") && script.IsHan(after)
}

// inSpacedNumber reports blanks within a number whose characters a page's setting
// has parted one by one (5 0 . 3 亿元): Chinese stands before it, a unit behind.
func inSpacedNumber(text string, start, end int) bool {
	from, to := parted(text, start-1, -1), parted(text, end, 1)
	if end-start != len(" ") || from < 0 || to >= len(text) || from == start-1 || to == end {
		return false
	}
	head, _ := utf8.DecodeLastRuneInString(text[:from+1])
	unit, n := utf8.DecodeRuneInString(text[to:])
	rest := strings.TrimPrefix(text[to+n:], " ")
	if next, _ := utf8.DecodeRuneInString(rest); len(rest) < len(text)-to-n && script.IsHan(next) {
		return false // 5 0 亿 元: the words are parted too
	}
	return script.IsHan(head) && (script.IsHan(unit) || unit == '%' || unit == '％' || unit == '‰')
}

// parted is where digits and points, a blank between any two, end when read from a
// place on, or back from it.
func parted(text string, at, step int) int {
	const longest = 24
	for n := 0; n < longest && at >= 0 && at < len(text); n++ {
		if c := text[at]; n%2 == 0 && !(c >= '0' && c <= '9' || c == '.') || n%2 == 1 && c != ' ' {
			break
		}
		at += step
	}
	return at
}

// hasWidth reports whether blanks hold one that takes room.
func hasWidth(s string) bool {
	for _, r := range s {
		if !script.IsInvisible(r) && (r >= ' ' || r == '\t' || r == '\f' || r == '\v') {
			return true
		}
	}
	return false
}

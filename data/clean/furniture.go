package clean

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/data/lexicon"
)

// short is how many characters a line of furniture has at most.
const short = 60

// line is one line of a page, blanks aside.
type line struct {
	start, end int    // in the text, with the line end
	text       string // without blanks at either side
	runes      int    // how many; of a long line at least manyRunes
	running    bool   // holds a sentence's end: running text, rarely furniture
}

// lines are those of a text, and those of them that are not blank.
type lines struct{ all, filled []line }

// linesOf cuts a text into its lines, in the room of others.
func linesOf(text string, room lines) lines {
	most := 1 + strings.Count(text, "\n")
	all, filled := slices.Grow(room.all[:0], most), slices.Grow(room.filled[:0], most)
	for at := 0; at < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		s := strings.TrimFunc(text[at:end], script.IsBlank)
		all = append(all, line{at, end, s, characters(s), strings.Contains(s, "。")})
		if s != "" {
			filled = append(filled, all[len(all)-1])
		}
		at = end
	}
	return lines{all, filled}
}

// manyRunes are more than any question is about.
const manyRunes = 200

// characters is how many a text has, or that they are many. Every text here is sound UTF-8.
func characters(s string) (n int) {
	if len(s) >= manyRunes*utf8.UTFMax {
		return manyRunes
	}
	for i := range len(s) {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// furniture takes out the lines that are about the page, not of the article.
func furniture(text string, of lines) []piece.Edit {
	lines := of.all
	body, runs := bodyBegin(lines)
	tail := tailBegin(lines)
	var edits []piece.Edit
	menu := false
	for i, l := range lines {
		if i >= tail && inTail(l) {
			return append(edits, piece.Cut(l.start, len(text)))
		}
		if l.text != "" {
			menu = i < body && isMenu(l, menu)
		}
		switch {
		case l.text == "":
		case menu, isFurniture(l, i < body):
			edits = append(edits, piece.Cut(l.start, l.end))
			if i < body && !runs {
				body++ // the next line takes its place
			}
		case isCell(l.text):
			edits = append(edits, cellEdits(l, text)...)
		}
	}
	return edits
}

// bodyBegin is the index of the first line of running text; where none runs, what
// stands before it are a dozen lines.
func bodyBegin(lines []line) (body int, runs bool) {
	for i, l := range lines {
		if l.runes > short || l.running && l.runes > 20 {
			return i, true
		}
	}
	return 12, false
}

// tailBegin is the index from which on all lines are short and none runs.
func tailBegin(lines []line) int {
	i := len(lines)
	for i > 0 {
		l := lines[i-1]
		if (l.runes > short || l.running) && !furnitureWords().is("line", l.text) {
			break
		}
		i--
	}
	return i
}

func inTail(l line) bool {
	return l.runes > 0 && l.runes <= 12 && furnitureWords().begins("tail", l.text)
}

// isFurniture reports whether a line is about the page; head says that it
// stands before the first line of running text.
func isFurniture(l line, head bool) bool {
	w, bare := furnitureWords(), bullets.TrimLeft(l.text)
	switch {
	case w.is("line", l.text), l.runes <= short && (w.holds("notice", l.text) || isSite(l.text)):
		return true
	case l.running || l.runes > 2*short:
		return false
	case IsFields(l.text):
		return true
	case l.runes > short:
		return false
	case strings.HasPrefix(l.text, "!["), w.begins("start", bare), w.holds("part", l.text), l.runes <= 8 && w.ends("end", l.text):
		return true
	}
	return isLinks(l.text, head) || tellsTime(l.text, head) || isCaption(l) || isScramble(l.text)
}

// tellsTime reports a line that tells when the page was made.
func tellsTime(s string, head bool) bool {
	return isClock(s) || head && (isStamp(s) || hasClock(s))
}

// bullets are what may stand before the words of a line of furniture; dates are what a date there
// is made of.
var bullets, dates = lexicon.SetOf("[【(（|¦•·●■◆> "), lexicon.SetOf("0123456789-/:. 年月日　")

// IsFields reports whether a line states fields of the head: 发布日期:2021-01-11.
func IsFields(s string) bool {
	s = bullets.TrimLeft(s)
	if bare := dates.TrimLeft(s); len(s)-len(bare) >= 8 {
		s = bare // 2021-02-19 来源:本站原创
	}
	label, _, _ := Field(s)
	return label != ""
}

// Field reads one field at the start of s: its label, what follows it, and how
// many bytes label and colon take; the label is empty when there is none. What
// closes the bracket around a label is as good: [成文日期]2023-07-28.
func Field(s string) (label, rest string, n int) {
	first, _ := lexicon.First(s)
	all := furnitureWords()
	if !all.opens.Has(first) {
		return "", s, 0 // as mostly
	}
	for _, w := range all.blocks["field"].first[first] {
		after, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		trimmed := strings.TrimLeftFunc(after, script.IsBlank)
		colon := trimmed
		for _, mark := range []string{":", "：", "|", "]", "】"} {
			colon = strings.TrimPrefix(colon, mark)
		}
		dated := trimmed != after && trimmed != "" && trimmed[0] >= '0' && trimmed[0] <= '9'
		if colon != trimmed || dated {
			return w, colon, len(s) - len(colon)
		}
	}
	return "", s, 0
}

// isClock reports whether a line is a date with its weekday or time alone.
func isClock(s string) bool {
	if !strings.Contains(s, "星期") && !hasClock(s) {
		return false
	}
	return strings.Trim(s, "0123456789年月日时分秒星期一二三四五六天-/:： .　") == ""
}

// isStamp reports whether a line is a date in figures alone: 2023, 10/17. A year with
// figures behind it that are no month and day is a row of a table.
func isStamp(s string) bool {
	if s == "" || strings.Trim(s, "0123456789-/: .") != "" || !strings.ContainsAny(s, "0123456789") || len(s) > 20 {
		return false
	}
	most := 12
	for _, part := range strings.Fields(s)[1:] {
		if n, err := strconv.ParseFloat(part, 64); err == nil && n > float64(most) {
			return false
		}
		most = 31
	}
	return true
}

// hasClock reports whether s holds a date in figures with a time: 2021-07-27 17:26.
func hasClock(s string) bool {
	colon := 0
	for at := 0; ; at = colon + 1 {
		n := strings.IndexByte(s[at:], ':')
		if n < 0 {
			return false
		}
		colon = at + n
		if colon >= 13 && colon+2 < len(s) && script.IsDigits(s[colon-2:colon]) && script.IsDigits(s[colon+1:colon+3]) &&
			strings.ContainsAny(s[colon-9:colon-2], "-/日") {
			return true
		}
	}
}

// isSite reports whether a line is a site's banner: its address, then its motto.
func isSite(s string) bool {
	address, _, _ := strings.Cut(s, " ")
	dot := strings.LastIndexByte(address, '.')
	if dot < 1 || strings.ContainsFunc(address, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return false
	}
	return furnitureWords().is("domain", strings.ToLower(address[dot+1:]))
}

// isCaption reports whether a line is a picture's: 蓬勃发展的江津 记者 吴刚 摄.
func isCaption(l line) bool {
	s := strings.TrimRight(l.text, ")）")
	return l.runes <= 40 && strings.HasSuffix(s, "摄") && strings.ContainsFunc(s, script.IsBlank)
}

// isScramble reports whether a line is a forum's noise against copying:
// ( o: m1 G* o8 O4 N c.
func isScramble(s string) bool {
	tokens := 0
	for f := range strings.FieldsSeq(s) {
		if len(f) > 3 {
			return false
		}
		for i := range len(f) {
			if f[i] >= 0x80 {
				return false
			}
		}
		tokens++
	}
	return tokens >= 5 && !isStamp(s) && strings.ContainsFunc(s, unicode.IsLetter)
}

// isCell reports whether a line is one cell of a table drawn with bars.
func isCell(s string) bool {
	return len(s) > 2 && (s[0] == '|' || strings.HasPrefix(s, "¦")) &&
		!strings.ContainsAny(strings.Trim(s, "|¦ "), "|¦")
}

// cellEdits take the bars off a cell.
func cellEdits(l line, text string) []piece.Edit {
	inner := strings.Trim(l.text, "|¦ ")
	if inner == "" {
		return []piece.Edit{piece.Cut(l.start, l.end)}
	}
	from := l.start + strings.Index(text[l.start:l.end], inner)
	edits := []piece.Edit{piece.Cut(l.start, from)}
	if end := l.end - len(text[l.start:l.end]) + len(strings.TrimRight(text[l.start:l.end], "\n")); end > from+len(inner) {
		edits = append(edits, piece.Cut(from+len(inner), end))
	}
	return edits
}

package clean

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/data/lexicon"
)

// unwrap joins lines that a fixed width broke in mid-sentence, and takes off
// the noise that some such pages put behind every paragraph (F9f): there it
// tells where paragraphs end.
func unwrap(text string, of lines) []piece.Edit {
	lines := of.all
	if len(lines) < 5 {
		return nil
	}
	mark := endMark(lines)
	running := slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return isRow(l.text) })
	width, by, short := charactersWrapped(running), characters, 1
	if width == 0 || mark != "" {
		width, by, short = wrapWidth(running, mark != ""), columns, slack
	}
	var edits []piece.Edit
	heads := runningHeads(of.filled)
	for i, l := range lines {
		ended := mark != "" && strings.HasSuffix(l.text, mark)
		if mark != "" {
			edits = append(edits, markEdits(text, l, mark)...)
		}
		if width == 0 || i+1 == len(lines) || ended || !strings.HasSuffix(text[l.start:l.end], "\n") {
			continue
		}
		if next := lines[i+1]; isPageNumber(next.text) || heads[next.text] {
			continue // the page ends: see pages
		}
		if joins(l, lines[i+1], width, short, by, mark != "") && text[l.end-1] == '\n' {
			next := lines[i+1].start
			next += len(text[next:]) - len(strings.TrimLeft(text[next:], " \t\u00a0\u3000"))
			edits = append(edits, piece.Cut(strings.LastIndex(text[:l.end], l.text)+len(l.text), max(next, l.end)))
		}
	}
	return edits
}

// mend joins paragraphs that cannot end where they do with those behind them, be there blank
// lines between: 由上年的 | 12.8亿元增加到….
func mend(text string, lines lines) (edits []piece.Edit) {
	last := line{}
	for _, l := range lines.filled {
		if breaksOff(last, l) {
			edits = append(edits, piece.Cut(last.start+strings.LastIndex(text[last.start:last.end], last.text)+len(last.text), l.start+strings.Index(text[l.start:l.end], l.text)))
		}
		last = l
	}
	return edits
}

// breaksOff reports a paragraph that cannot end where it does, before a number or a word
// that goes on.
func breaksOff(l, next line) bool {
	r, _ := utf8.DecodeRuneInString(next.text)
	return l.runes > narrowest && (script.IsHan(r) || script.IsDigit(r)) && furnitureWords().ends("open", l.text) && strings.ContainsAny(l.text, "，,。") && !opensItem(next.text)
}

// opensItem reports a line that begins with the mark of a heading or an item: 一、, 1.投资.
func opensItem(s string) bool {
	found := oneHeading().FindStringIndex(s)
	return found != nil && found[0] == 0
}

// markEdits remove a noise mark at the line's end or before a blank.
func markEdits(text string, l line, mark string) []piece.Edit {
	var edits []piece.Edit
	for at := l.start; ; {
		n := strings.Index(text[at:l.end], mark)
		if n < 0 {
			return edits
		}
		start, end := at+n, at+n+len(mark)
		if (start == 0 || !isAlnum(text[start-1])) && (end == len(text) || text[end] <= ' ') {
			edits = append(edits, piece.Cut(start, end))
		}
		at = end
	}
}

// endMark is the noise behind many lines, the same on at least three of them
// and a fifth of all.
func endMark(lines []line) string {
	count := map[string]int{}
	best, filled := "", 0
	for _, l := range lines {
		if l.text != "" {
			filled++
		}
		m := trailing(l.text)
		if m == "" {
			continue
		}
		if count[m]++; count[m] > count[best] {
			best = m
		}
	}
	if count[best] < 3 || count[best]*5 < filled {
		return ""
	}
	return best
}

// trailing is what may be noise at the end of s: two to four letters and
// digits, both kinds or both cases in it (F9f), which the site's name may
// follow (sNa安康新闻网).
func trailing(s string) string {
	if n := strings.LastIndex(s, "。"); n >= 0 && len(s)-n < 48 {
		s = s[n:]
	}
	end := len(s)
	for end > 0 && s[end-1] >= 0x80 && len(s)-end < 36 {
		end--
	}
	start := end
	for start > 0 && isAlnum(s[start-1]) {
		start--
	}
	code := s[start:end]
	if len(code) < 2 || len(code) > 4 || script.IsDigits(code) ||
		!strings.ContainsAny(code, "0123456789") && (code == strings.ToLower(code) || code == strings.ToUpper(code)) {
		return ""
	}
	return s[start:]
}

func isAlnum(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' }

// slack is how far short of the width a broken line may fall: a wide
// character, a mark that may not begin a line, a number that may not be parted.
const slack = 6

// wrapWidth is the width at which a page's lines are broken, 0 when they are
// not: five lines or more, and half of all long ones, end close below it (a
// third where paragraphs are marked).
func wrapWidth(lines []line, marked bool) int {
	count := make([]int, 161)
	long := 0
	for _, l := range lines {
		w := len(count) - 1 // of a whole paragraph it does not matter
		if l.runes < w {
			w = min(w, columns(l.text))
		}
		if w >= 40 {
			long++
			count[w]++
		}
	}
	best, most := 0, 0
	for w := 40 + slack; w < 160; w++ {
		n := 0
		for i := w - slack; i <= w; i++ {
			n += count[i]
		}
		if n > most {
			best, most = w, n
		}
	}
	if most < 5 || most*3 < long || most*2 < long && !marked {
		return 0
	}
	return best
}

// charactersWrapped is the number of characters at which a page's lines are
// broken, whatever their width; 0 when they are not: three lines or more, and most
// of all that are not short, have just that many, and some end within a clause.
func charactersWrapped(lines []line) int {
	count, cut := make([]int, 61), make([]int, 61)
	long, over := 0, 0
	for i, l := range lines {
		switch {
		case l.runes >= len(count):
			over++
		case l.runes < narrowest || i+1 < len(lines) && lines[i+1].text == "": // a paragraph's last line is as long as it happens to be
		default:
			long++
			count[l.runes]++
			if !endsClause(l.text) {
				cut[l.runes]++
			}
		}
	}
	width := 0
	for w, n := range count {
		if n > count[width] {
			width = w
		}
	}
	if count[width] < 3 || cut[width] < 2 || count[width]*5 < long*3 || over*10 > count[width] {
		return 0
	}
	return width
}

// narrowest is the least number of characters in the lines of a column.
const narrowest = 16

// endsClause reports that a line ends where a clause does.
func endsClause(s string) bool {
	return endsParagraph(s) || strings.HasSuffix(s, "，") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, "、")
}

// joins reports whether the line goes on in the next one: it is at most a little
// short of the width, as by measures it.
func joins(l, next line, width, short int, by func(string) int, marked bool) bool {
	w := by(l.text)
	if next.text == "" || l.text == "" || w*4 < width*3 || w > width+short || isRow(l.text) || isRow(next.text) {
		return false
	}
	if marked {
		return true
	}
	return w >= width-short && !endsParagraph(l.text)
}

// The marks by which clauses end, and those by which the fields of a row are parted.
var clauseMarks, fieldMarks = lexicon.SetOf("，。、；"), lexicon.SetOf(" \t\u3000")

// isRow reports whether a line is a row of a table: between its blanks stand numbers, as
// many as words or more, and no clause ends in it.
func isRow(s string) bool {
	if clauseMarks.In(s) || !fieldMarks.In(s) {
		return false
	}
	numbers, words := 0, 0
	for field := range strings.FieldsSeq(s) {
		if strings.Trim(field, "0123456789.,-%") == "" {
			numbers++
		} else {
			words++
		}
	}
	return numbers > 1 && numbers >= words
}

// endsParagraph reports whether a full line may be a paragraph's last.
func endsParagraph(s string) bool {
	for _, end := range []string{"。", "！", "？", "；", "：", ":", ";", "!", "?", "”", "…"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// columns is a line's width as typewriters count: two for a Chinese character,
// and for punctuation, which many pages fold to ASCII after breaking the lines.
func columns(s string) int {
	n := 0
	for at := 0; at < len(s); {
		r, size := lexicon.RuneAt(s, at, len(s))
		at += size
		n++
		if r >= 0x2E80 || r >= 0x2014 && r <= 0x2026 || strings.IndexByte(",;:?!()", byte(min(r, 0x80))) >= 0 {
			n++
		}
	}
	return n
}

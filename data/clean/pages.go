package clean

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/data/lexicon"
)

// pages takes out what a printed page adds to a text: page numbers on lines of
// their own, the running heads beside them, marks of notes. Where the number
// stood in mid-sentence the text goes on.
func pages(text string, lines lines) []piece.Edit {
	filled := lines.filled
	heads := runningHeads(filled)
	var edits []piece.Edit
	at := 0 // what lies before is done
	for i := 0; i < len(filled); i++ {
		first, past := pageEnd(filled, i, heads)
		if first == past {
			continue
		}
		start, end := filled[first].start, filled[past-1].end
		if first > 0 && past < len(filled) && goesOver(filled[first-1].text, filled[past].text) {
			before := filled[first-1]
			start, end = before.start+strings.Index(text[before.start:], before.text)+len(before.text), filled[past].start
		}
		edits = append(edits, noteMarks(text, at, start)...)
		edits, at, i = append(edits, piece.Cut(start, end)), end, past
	}
	edits = append(edits, noteMarks(text, at, len(text))...)
	if whole := strings.TrimRight(text, "\uFFFD"); len(whole) < len(text) && len(whole) >= at { // a file cut within a character
		edits = append(edits, piece.Cut(len(whole), len(text)))
	}
	return edits
}

// pageEnd is the lines [first, past) that stand at the end of a page: its number, if it
// is that of the line at a place, and the running heads beside it.
func pageEnd(filled []line, at int, heads map[string]bool) (first, past int) {
	first, past = at, at
	for past < len(filled) && (isPageNumber(filled[past].text) || first < past && heads[filled[past].text]) {
		past++
	}
	if first < past && first > 0 && heads[filled[first-1].text] {
		first--
	}
	return first, past
}

// goesOver reports that a sentence goes over the end of a page.
func goesOver(before, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return strings.ContainsAny(before, "，,。") && !endsParagraph(before) && (script.IsHan(r) || script.IsDigit(r)) && !strings.HasSuffix(before, "）")
}

// runningHeads are the short lines that stand beside page numbers again and again,
// or there and at the top.
func runningHeads(filled []line) map[string]bool {
	count := map[string]int{}
	for i, l := range filled {
		if !isPageNumber(l.text) {
			continue
		}
		for _, n := range [...]int{i - 1, i + 1} {
			if n > 0 && n < len(filled) && filled[n].runes <= 30 && !endsParagraph(filled[n].text) && !isPageNumber(filled[n].text) {
				count[filled[n].text]++
			}
		}
	}
	heads := map[string]bool{}
	for s, n := range count {
		if n >= 3 || filled[0].text == s {
			heads[s] = true
		}
	}
	return heads
}

// The dashes beside the number of a page, and the blanks there.
var dashes, beside = lexicon.SetOf("-－—–―·•"), lexicon.SetOf("-－—–―·• \u3000")

// isPageNumber reports a line that is the number of a page: — 12 —, 第12页 共30页.
func isPageNumber(s string) bool {
	if len(s) > 40 || !holdsDigit(s) {
		return false // as most lines
	}
	inner := beside.Trim(s)
	dashed := dashes.TrimLeft(s) != s && dashes.TrimRight(s) != s
	paged := strings.HasPrefix(inner, "第") && strings.HasSuffix(inner, "页")
	if paged {
		inner = strings.Map(func(r rune) rune {
			if strings.ContainsRune("第页共 ,，/", r) {
				return -1
			}
			return r
		}, inner)
	}
	return (dashed || paged) && inner != "" && strings.Trim(inner, "0123456789０１２３４５６７８９") == "" && utf8.RuneCountInString(inner) <= 6
}

// holdsDigit reports a text with a digit, or with a wide sign, which may be one.
func holdsDigit(s string) bool {
	for i := range len(s) {
		if s[i]-'0' < 10 || s[i] == 0xEF {
			return true
		}
	}
	return false
}

// noMark is how far no mark of a note, nor a page's number, begins, by a character's first byte; 0
// where one may.
var noMark = func() (size [256]uint8) {
	for b := range size {
		switch c := byte(b); {
		case isChinese(c):
			size[b] = 3
		case strings.IndexByte("-[*\xC2\xE2\xE3\xEF", c) < 0:
			size[b] = 1
		}
	}
	return size
}()

// noteMarks takes the marks of notes out of text[start:end]: ¹ behind a word, ②
// beside a number, [1]. The raised figures of m² and km³ are none.
func noteMarks(text string, start, end int) (edits []piece.Edit) {
	for at := start; at < end; {
		if n := noMark[text[at]]; n > 0 {
			at += int(n)
			continue
		}
		if n := inlinePage(text[at:end]); n > 0 {
			edits = append(edits, piece.Cut(max(start, len(strings.TrimRight(text[:at], " "))), at+n))
			at += n
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:end])
		if size := noteMark(text[at:end], r, n); size > 0 && at > 0 {
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			after, _ := utf8.DecodeRuneInString(text[at+size : end])
			if marksNote(before, r, after) {
				edits = append(edits, piece.Cut(at, at+size))
			}
			n = size
		}
		at += n
	}
	return edits
}

// inlinePage is the length of a page's number that a reader of PDF left within a line, with the
// blank behind it: 对全区经 |- 2 - |济的贡献率. 0 for none.
func inlinePage(s string) int {
	rest, dashed := strings.CutPrefix(s, "- ")
	if !dashed {
		return 0
	}
	number := strings.TrimLeft(rest, "0123456789")
	digits := len(rest) - len(number)
	after, closed := strings.CutPrefix(number, " - ")
	if r, _ := utf8.DecodeRuneInString(after); !closed || digits == 0 || digits > 3 || !script.IsHan(r) {
		return 0
	}
	return len(s) - len(after)
}

// sameBelow takes out what tells readers that all numbers below are meant alike: 同比（下同）增长,
// 生产总值（预计数，下同）.
func sameBelow(text string) (edits []piece.Edit) {
	const mark = "下同"
	for at := 0; ; {
		i := strings.Index(text[at:], mark)
		if i < 0 {
			return edits
		}
		start, end := at+i, at+i+len(mark)
		at = end
		closing, size := utf8.DecodeRuneInString(text[end:])
		if closing != '）' && closing != ')' {
			continue
		}
		before := strings.TrimRight(text[:start], "，,、；; ")
		if opening, n := utf8.DecodeLastRuneInString(before); opening == '（' || opening == '(' {
			start, end = len(before)-n, end+size
		} else {
			start = len(before)
		}
		edits = append(edits, piece.Cut(start, end))
	}
}

// marksNote reports that a mark between two runes is a note's: it stands behind a word,
// a clause or a number. A number in a circle that a word follows opens an item.
func marksNote(before, mark, after rune) bool {
	switch {
	case script.IsHan(after) && isStar(mark): // 4.53*万人, but 张*明
		return script.IsDigit(before)
	case script.IsDigit(before):
		return !opensMark(mark) && mark != '*'
	case isNumbered(mark) && !script.IsDigit(after) && !endsHere(after):
		return false
	}
	return script.IsHan(before) || (endsHere(before) || before == '”') && (opensMark(mark) || isRaised(mark))
}

// noteMark is the length of a note's mark that begins with a rune of n bytes: ², ⑶, ㊂,
// †, [4], 【5】, 〔6〕, [注7], [^8].
func noteMark(s string, r rune, n int) int {
	switch {
	case isRaised(r), isNumbered(r):
		rest := strings.TrimLeftFunc(s[n:], isRaised)
		return len(s) - len(rest)
	case isStar(r):
		rest := strings.TrimLeft(s[n:], "*†‡§※")
		if next, _ := utf8.DecodeRuneInString(rest); endsHere(next) || script.IsHan(next) {
			return len(s) - len(rest)
		}
	case opensMark(r):
		inner := s[n:]
		for _, word := range [...]string{"注释", "注", "^"} {
			inner = strings.TrimPrefix(inner, word)
		}
		after := strings.TrimLeft(inner, "0123456789")
		digits := len(inner) - len(after)
		for _, closing := range [...]string{"]", "］", "】", "〕"} {
			if digits > 0 && digits < 3 && strings.HasPrefix(after, closing) {
				return len(s) - len(after) + len(closing)
			}
		}
	}
	return 0
}

func isStar(r rune) bool { return r == '*' || r == '†' || r == '‡' || r == '§' || r == '※' }

func opensMark(r rune) bool { return r == '[' || r == '［' || r == '【' || r == '〔' }

// isRaised reports a raised figure or bracket.
func isRaised(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || r >= '⁴' && r <= '⁹' || r == '⁽' || r == '⁾'
}

// isNumbered reports a number in a circle, in brackets or with a stop.
func isNumbered(r rune) bool {
	return r >= '①' && r <= '⒛' || r >= '⓫' && r <= '⓿' || r >= '❶' && r <= '➓' || r >= '㈠' && r <= '㈩' || r >= '㊀' && r <= '㊉'
}

// endsHere reports a rune that ends a clause, or the text.
func endsHere(r rune) bool {
	return r == utf8.RuneError || strings.ContainsRune("，,。；;、！？!?：:）)\n", r)
}

package clean

import (
	"strings"
	"unicode/utf8"

	"qubi/data/clean/piece"
	"qubi/data/clean/script"
)

// pages takes out what a printed page adds to a text: page numbers on lines of
// their own, the running heads beside them, marks of notes. Where the number
// stood in mid-sentence the text goes on.
func pages(text string) []piece.Edit {
	lines := linesOf(text)
	filled := filledOf(lines)
	heads := runningHeads(filled)
	var edits []piece.Edit
	at := 0 // what lies before is done
	for i := 0; i < len(filled); i++ {
		first := i
		for i < len(filled) && (isPageNumber(filled[i].text) || first < i && heads[filled[i].text]) {
			i++
		}
		for first < i && first > 0 && heads[filled[first-1].text] && isPageNumber(filled[first].text) {
			first--
		}
		if first == i {
			continue
		}
		before, after := "", ""
		start, end := filled[first].start, filled[i-1].end
		if first > 0 && i < len(filled) {
			before, after = filled[first-1].text, filled[i].text
		}
		if goesOver(before, after) {
			start, end = filled[first-1].start+strings.Index(text[filled[first-1].start:], before)+len(before), filled[i].start
		}
		edits = append(edits, noteMarks(text, at, start)...)
		edits, at = append(edits, piece.Cut(start, end)), end
	}
	edits = append(edits, noteMarks(text, at, len(text))...)
	if whole := strings.TrimRight(text, "\uFFFD"); len(whole) < len(text) && len(whole) >= at { // a file cut within a character
		edits = append(edits, piece.Cut(len(whole), len(text)))
	}
	return edits
}

// filledOf is the lines that are not blank.
func filledOf(lines []line) []line {
	filled := make([]line, 0, len(lines))
	for _, l := range lines {
		if l.text != "" {
			filled = append(filled, l)
		}
	}
	return filled
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

// isPageNumber reports a line that is the number of a page: — 12 —, 第12页 共30页.
func isPageNumber(s string) bool {
	if len(s) > 40 {
		return false
	}
	inner := strings.Trim(s, "-－—–―·• \u3000")
	dashed := len(s)-len(strings.TrimLeft(s, "-－—–―·•")) > 0 && len(s)-len(strings.TrimRight(s, "-－—–―·•")) > 0
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

// noteMarks takes the marks of notes out of text[start:end]: ¹ behind a word, ②
// beside a number, [1]. The raised figures of m² and km³ are none.
func noteMarks(text string, start, end int) (edits []piece.Edit) {
	for at := start; at < end; {
		if c := text[at]; c != '[' && c != '*' && c != 0xC2 && c != 0xE2 && c != 0xE3 && c != 0xEF {
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:end])
		if size := noteMark(text[at:end], r, n); size > 0 && at > 0 {
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			after, _ := utf8.DecodeRuneInString(text[at+size : end])
			item := isNumbered(r) && !script.IsDigit(before) && !script.IsDigit(after) && !endsHere(after)
			if script.IsHan(before) && !item || endsHere(before) && !item && (opensMark(r) || isRaised(r)) || script.IsDigit(before) && !opensMark(r) && r != '*' {
				edits = append(edits, piece.Cut(at, at+size))
			}
			n = size
		}
		at += n
	}
	return edits
}

// noteMark is the length of a note's mark that begins with a rune of n bytes: ², ⑶, ㊂,
// †, [4], 【5】, 〔6〕, [注7], [^8].
func noteMark(s string, r rune, n int) int {
	switch {
	case isRaised(r), isNumbered(r):
		rest := strings.TrimLeftFunc(s[n:], isRaised)
		return len(s) - len(rest)
	case r == '*' || r == '†' || r == '‡' || r == '§' || r == '※':
		rest := strings.TrimLeft(s[n:], "*†‡§※")
		if next, _ := utf8.DecodeRuneInString(rest); endsHere(next) {
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

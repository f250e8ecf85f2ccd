package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// Values of the measure lexicon.
const (
	countUnit int32 = 1 + iota
	sizeUnit
	dateUnit
)

var unitLexicon = sync.OnceValue(func() *lexicon.Trie {
	w := lexicon.NewTrie()
	for value, f := range [...]lexicon.Feature{countUnit: lexicon.CountUnit, sizeUnit: lexicon.SizeUnit, dateUnit: lexicon.DateUnit} {
		for _, word := range f.Words() {
			if value > 0 {
				w.Add(word, int32(value))
			}
		}
	}
	return w
})

// mark reads a punctuation mark beginning at start; it gives start when the
// rune is none.
func (n *namer) mark(r rune, start, next, end int) int {
	switch r {
	case '、':
		n.comma(start, next)
	case '；', ';':
		n.clause()
		n.again(next, end)
	case '，', ',', '。', '！', '!', '？', '?', '\n':
		n.clause()
	case '：', ':':
		n.name("：")
		n.clause()
	case '“', '‘', '"', '「', '『':
		return n.quoted(r, start, next, end)
	case '”', '’', '」', '』', ')', '）':
		n.endItem()
	case '《':
		return n.title(start, next, end)
	case '(', '（', '[', '【':
		return n.bracket(r, start, next, end)
	case '—':
		if strings.HasPrefix(n.text[next:end], "—") || !n.inItem {
			n.clause()
		} else {
			n.material(start, next) // 甲—乙输变电工程
		}
	case '…', '|', '│':
		n.clause()
	case ' ', '　', '\t':
		n.blank(start, next, end)
	default:
		return start
	}
	return next
}

// closing is the mark that closes what r opens; empty when r opens nothing.
func closing(r rune) string {
	switch r {
	case '“':
		return "”"
	case '‘':
		return "’"
	case '"':
		return `"`
	case '「':
		return "」"
	case '『':
		return "』"
	case '(':
		return ")"
	case '（':
		return "）"
	case '[':
		return "]"
	case '【':
		return "】"
	case '《':
		return "》"
	}
	return ""
}

// inside bounds what quotes and brackets inside a name may hold, in bytes.
const inside = 72

// matching finds the end of what r opens, if it is short and holds none of the
// marks; -1 otherwise.
func (n *namer) matching(r rune, next, end int, none string) int {
	window := n.text[next:min(end, next+inside)]
	i := strings.Index(window, closing(r))
	if i < 0 || strings.ContainsAny(window[:i], none) {
		return -1
	}
	return next + i + len(closing(r))
}

// quoted reads a quotation mark: short quotes are part of a name, a quote
// that holds a list is only its edge.
func (n *namer) quoted(r rune, start, next, end int) int {
	if to := n.matching(r, next, end, "、，。,；;“"); to > 0 {
		if n.inItem && !n.inTail && n.cur.End == start && strings.HasSuffix(n.text[:start], "”") { // “甲”“乙”
			n.many = n.cur.many // 13处“甲”“乙”
			n.endItem()
			n.sep, n.soft = true, false
		}
		if n.inItem && n.quotedClass(next, to-len(closing(r))) {
			n.g.End = to
			return to
		}
		n.material(start, to)
		return to
	}
	if n.inItem {
		n.close()
	}
	return next
}

// quotedClass reads a quoted class behind a list, if the quote opens with a
// count: 甲、乙、丙“三大产业”.
func (n *namer) quotedClass(start, end int) bool {
	size, count := chineseCount(n.text[start:end])
	at := start + size + len("大")
	if size == 0 || count < 2 || at >= end || n.text[start+size:at] != "大" {
		return false
	}
	n.counted(count, countUnit)
	n.material(at, end)
	return true
}

// title passes over 《…》, in which nothing is built.
func (n *namer) title(start, next, end int) int {
	n.close()
	n.left = nil
	if to := n.matching('《', next, end, ""); to > 0 {
		return to
	}
	return next
}

// bracket reads an opening bracket: a short one inside a name is part of it, a
// longer one is an aside.
func (n *namer) bracket(r rune, start, next, end int) int {
	if to := n.matching(r, next, end, "、，。,；;：:"); to > 0 && n.inItem {
		if isAside(n.text[next:to]) {
			n.endItem() // what is said of the name still follows
		} else {
			n.material(start, to)
		}
		return to
	}
	n.name("(")
	n.clause()
	return next
}

// isAside reports whether a bracket tells a name's money or size.
func isAside(s string) bool {
	for _, word := range []string{"投资", "亿元", "万元", "平方", "公里"} {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

// number reads a number with its unit; it gives start where none begins.
func (n *namer) number(r rune, start, end int) int {
	at, count := start, 0
	if r >= '0' && r <= '9' {
		for at < end && (n.text[at] >= '0' && n.text[at] <= '9' || n.text[at] == '.' || n.text[at] == '-') {
			count = min(count*10+int(n.text[at]&15), 1<<20)
			at++
		}
	} else if at, count = chineseCount(n.text[start:end]); at == 0 {
		return start
	} else {
		at += start
	}
	if n.text[at-1] == '.' && !n.inItem && !n.inTail && at < end && n.text[at] >= utf8.RuneSelf {
		return at // 2.甲乙项目
	}
	rest := strings.TrimLeft(n.text[at:end], " ")
	for _, word := range []string{"余", "多", "几"} {
		rest = strings.TrimPrefix(rest, word)
	}
	unitAt := end - len(rest)
	ur, size := utf8.DecodeRuneInString(rest)
	unitEnd, kind := n.unit.Longest(n.text, unitAt, end, ur, size)
	if kind == dateUnit && (n.inItem || n.inTail) && n.dated(n.text[unitAt:unitEnd]) {
		return n.date(unitEnd, end)
	}
	if r >= utf8.RuneSelf && kind != countUnit {
		return start
	}
	if kind == 0 && !n.inItem && !n.inTail && (start == 0 || n.text[start-1] == '\n') && numbersLine(n.text[at:end]) {
		return at // 1中原项目
	}
	if kind == 0 || n.measured() {
		n.material(start, at)
		return at
	}
	if kind == sizeUnit && n.inItem && n.goesOn(unitEnd, end) {
		n.material(start, unitEnd) // 20万吨粮食储备库
		return unitEnd
	}
	n.counted(count, kind)
	return unitEnd
}

// numbersLine reports whether a number before this text is that of a table's
// line, no part of a name such as 1号线.
func numbersLine(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return r >= 0x4E00 && r <= 0x9FFF && !strings.ContainsRune("号期路街楼站线级环批区", r)
}

// dated reports whether a unit tells when something is done: 项目二季度开工.
func (n *namer) dated(unit string) bool { return unit == "季度" || unit == "月" || unit == "月份" }

// date passes over the rest of a day (6月底前): as an adverb it parts a name from
// its verb.
func (n *namer) date(at, end int) int {
	n.endItem()
	n.ended = true
	for at < end {
		r, size := utf8.DecodeRuneInString(n.text[at:end])
		if !strings.ContainsRune("底初末前内份", r) {
			break
		}
		at += size
	}
	return at
}

// goesOn reports whether a name goes on behind a size: what follows is neither a
// mark nor a word at which names end.
func (n *namer) goesOn(at, end int) bool {
	if strings.HasSuffix(n.text[:at], "元") {
		return false
	}
	r, size := utf8.DecodeRuneInString(n.text[at:end])
	if r < 0x4E00 || r > 0x9FFF {
		return false
	}
	if _, unit := n.unit.Longest(n.text, at, end, r, size); unit != 0 {
		return false
	}
	_, value := n.lex.words.Longest(n.text, at, end, r, size)
	w := n.lex.table[value]
	return value == 0 || w.verb == nil && (w.class == plain || w.class == topic)
}

// measured reports whether the number that follows belongs to the name: 年产5万吨,
// S3线.
func (n *namer) measured() bool {
	if !n.inItem {
		return false
	}
	name := n.text[n.cur.Start:n.cur.End]
	last := name[len(name)-1]
	return last >= 'A' && last <= 'z' || strings.HasSuffix(name, "年产") || strings.HasSuffix(name, "第") || strings.HasSuffix(name, "G")
}

// counted takes a number with its unit: it may count the list before it or the
// things behind it.
func (n *namer) counted(count int, kind int32) {
	listed := n.inItem || len(n.g.items) > 0 && !n.sep
	switch {
	case n.inTail && !n.ended:
		if kind == countUnit && n.g.count == 0 {
			n.g.count = count
		}
		if n.g.tail.Len() > 0 && headLexicon().of(n.text[n.g.tail.Start:n.g.tail.End]) != nil {
			n.ended = true // 等产业项目88个
			return
		}
		n.g.tail = model.Span{}
	case listed && kind == countUnit:
		n.endItem()
		n.inTail, n.g.count = true, count
	case listed:
		n.endItem()
		n.g.items[len(n.g.items)-1].many = kind == sizeUnit
		n.close()
		n.left = nil
	case kind == countUnit:
		n.many = true
	}
}

// chineseCount reads a small number in Chinese: its length in bytes and value.
func chineseCount(s string) (int, int) {
	value, n := 0, 0
	for n < len(s) && n < 9 {
		r, size := utf8.DecodeRuneInString(s[n:])
		d := digit(r)
		if d == 0 {
			break
		}
		switch {
		case r == '十' && value == 0:
			value = 10
		case r == '十':
			value *= 10
		case value >= 10:
			value += d
		default:
			value = d
		}
		n += size
	}
	return n, value
}

// digit is the value of a Chinese digit; 0 when r is none.
func digit(r rune) int {
	switch r {
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return 0
}

// blank reads a blank: between two Chinese characters it parts clauses, beside
// a number it means nothing.
func (n *namer) blank(start, next, end int) {
	before, _ := utf8.DecodeLastRuneInString(n.text[:start])
	after, _ := utf8.DecodeRuneInString(n.text[next:end])
	if before >= 0x4E00 && after >= 0x4E00 {
		n.clause()
	}
}

package scan

import (
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Read cuts a document into sections and sentences. A line that ends in the
// middle of a sentence because the page was wrapped is read on into the next
// one; the sentence's span then holds the line end.
func Read(doc *model.Document) *Text {
	return ReadOn(doc, func(parts int, do func(i int)) {
		for i := range parts {
			do(i)
		}
	})
}

// lookedOver is how many sentences are looked over in one go.
const lookedOver = 16

// ReadOn is Read, where each does a work of so many parts, in any order.
func ReadOn(doc *model.Document, each func(parts int, do func(i int))) *Text {
	t := &Text{Doc: doc, Sections: append(make([]Section, 0, 1+len(doc.Paragraphs)/4), Section{Parent: -1})}
	t.Sentences = make([]Sentence, 0, len(doc.Paragraphs)+strings.Count(doc.Text, "。"))
	for i, p := range doc.Paragraphs {
		line := doc.Text[p.Start:p.End]
		heading := IsHeading(line)
		if heading {
			t.open(p, line)
		}
		if t.Sections[len(t.Sections)-1].Explains {
			continue
		}
		start, number := p.Start+bullet(line), i+1
		if n := len(t.Sentences); n > 0 && wrapped(doc.Text, doc.Paragraphs[i-1], p) && !(heading && LooksOf(line) != Neither) { // even below a line of contents
			start, number = t.Sentences[n-1].Start, t.Sentences[n-1].Paragraph
			t.Sentences = t.Sentences[:n-1]
		}
		t.cut(p, start, Sentence{
			Paragraph: number, Section: len(t.Sections) - 1, Under: t.Sections[len(t.Sections)-1].Heading,
			Heading: heading, Item: ListMark(line) > 0 || bullet(line) > 0,
		})
	}
	t.Words = wordsFor(len(doc.Text))
	each((len(t.Sentences)+lookedOver-1)/lookedOver, func(part int) {
		var room []Quantity
		for i := part * lookedOver; i < min(len(t.Sentences), (part+1)*lookedOver); i++ {
			s := &t.Sentences[i]
			s.Words = lexicon.FeaturesIn(doc.Text, s.Start, s.End, t.Words)
			room = quantities(room[:0], doc.Text, s.Span)
			s.Quantities = append(s.Quantities, room...)
		}
	})
	return t
}

// rooms are for the words of texts: one that is read through leaves its own to the next.
var rooms sync.Pool // of *[]lexicon.Word

// wordsFor is room for the words of a text of so many bytes.
func wordsFor(size int) []lexicon.Word {
	if room, ok := rooms.Get().(*[]lexicon.Word); ok && cap(*room) >= size {
		words := (*room)[:size]
		clear(words)
		return words
	}
	return make([]lexicon.Word, size)
}

// Forget gives up the text's words, when nobody asks for them any more.
func (t *Text) Forget() {
	words := t.Words
	rooms.Put(&words)
	t.Words = nil
}

// cut adds the sentences of a paragraph, the first of which begins at start.
func (t *Text) cut(p model.Span, start int, s Sentence) {
	text := t.Doc.Text
	for at := p.Start; at < p.End; {
		if at-start < longSentence && lexicon.HanAt(text[:p.End], at) {
			at += len("字")
			continue
		}
		if n := address(text[at:p.End]); n > 0 { // whose ? ends nothing
			at += n
			continue
		}
		r, n := lexicon.RuneAt(text, at, p.End)
		if isBullet(r) && at > start { // within a line: an item of its own
			s.Span, s.Item = model.Span{Start: start, End: at}, true
			t.Sentences = append(t.Sentences, s)
			at += max(n, bullet(text[at:p.End]))
			start = at
			continue
		}
		at += n
		if r != '。' && r != '！' && r != '？' && r != '!' && r != '?' && !tooLong(at-start, r) {
			continue
		}
		at = p.End - len(closings.TrimLeft(text[at:p.End])) // closing quotes belong to the sentence
		s.Span, start = model.Span{Start: start, End: at}, at
		t.Sentences = append(t.Sentences, s)
	}
	if start < p.End {
		s.Span = model.Span{Start: start, End: p.End}
		t.Sentences = append(t.Sentences, s)
	}
}

// closings are the marks that a sentence may have behind its stop.
var closings = lexicon.SetOf("”’」』）)》。！？!?")

// open begins the section of a heading.
func (t *Text) open(p model.Span, line string) {
	s := Section{Heading: p, Level: Level(line), Looks: LooksOf(line)}
	for s.Parent = len(t.Sections) - 1; t.Sections[s.Parent].Level >= s.Level; {
		s.Parent = t.Sections[s.Parent].Parent
	}
	above := t.Sections[s.Parent]
	if s.Looks == Neither {
		s.Looks = above.Looks
	}
	s.Explains = above.Explains || lexicon.Explains.Inside(line)
	t.Sections = append(t.Sections, s)
}

// Level is how high a heading stands, by its list mark: 一、 above （一） above 1.
// above （1）; a heading without one stands at the top.
func Level(line string) int {
	mark := line[:ListMark(line)]
	digits := strings.ContainsAny(mark, "0123456789")
	brackets := strings.ContainsAny(mark, "(（)）")
	switch {
	case digits && brackets:
		return 4
	case digits:
		return 3
	case brackets:
		return 2
	}
	return 1
}

// tooLong ends a sentence that nobody wrote as one (a table or a page without
// stops) after a clause, at worst anywhere: every fact carries its sentence, so
// that an endless one would be written as many times as it has facts.
func tooLong(size int, last rune) bool {
	return size >= longSentence && strings.ContainsRune("；;，,、", last) || size >= 2*longSentence
}

// longSentence is longer than any sentence of such reports, in bytes: 600 characters.
const longSentence = 1800

// wrapped reports that the line before was broken for its length: it is long,
// stops in the middle of a sentence, and what follows opens no new point. One that leads to
// what must follow (到|2025年) may be shorter.
func wrapped(text string, before, p model.Span) bool {
	line := strings.TrimRight(text[before.Start:before.End], " \u3000")
	last, _ := utf8.DecodeLastRuneInString(line)
	least := 3 * 28
	if strings.ContainsRune("到由从至", last) {
		least = 3 * 20
	}
	if len(line) < least || len(line) > 90*utf8.UTFMax {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[p.Start:p.End])
	return !strings.ContainsRune("。！？!?；;：:…”）)", last) && !IsLetter(last) && !strings.ContainsRune("(（“《—", next) &&
		lexicon.Runes(line) <= 90 && ListMark(text[p.Start:p.End]) == 0
}

// IsHeading reports whether a paragraph is a heading: short, and without a
// sentence's end.
func IsHeading(p string) bool {
	return len(p) <= 40*utf8.UTFMax && lexicon.Runes(p) <= 40 && !strings.ContainsAny(p, "。；;")
}

// LooksOf is what a heading says of the time its section tells of, by its last
// head noun: 主要工作安排 looks ahead, 目标完成情况 back. One that joins both (工作总结
// 和工作打算) says neither.
func LooksOf(heading string) Looks {
	if len(heading) > 45*utf8.UTFMax || lexicon.Runes(heading) > 45 {
		return Neither
	}
	back, b := lastOf(heading, lexicon.Review, lexicon.HeadBack)
	ahead, a := lastOf(heading, lexicon.Plan, lexicon.HeadAhead)
	switch {
	case a == b, // none, or one word for both
		a > 0 && b > 0 && lexicon.Joins.Inside(heading[min(a, b):max(a-len(ahead), b-len(back), min(a, b))]):
		return Neither
	case a > b:
		return Ahead
	}
	return Back
}

// lastOf is the word of two features that ends last in a text, and its end; 0 for
// none. One that names a meeting (工作部署|会) is none.
func lastOf(s string, features ...lexicon.Feature) (word string, end int) {
	for _, f := range features {
		w, i := f.FindLast(s)
		for i >= 0 && strings.HasPrefix(s[i+len(w):], "会") {
			w, i = f.FindLast(s[:i])
		}
		if i >= 0 && i+len(w) > end {
			word, end = w, i+len(w)
		}
	}
	return word, end
}

// ListMark is the length of 一、 (一) 1. 第一, 一是, ③ at the front.
func ListMark(s string) int {
	r, n := lexicon.First(s)
	if n := oneMark(s, r, n); n > 0 || !inMark.Has(r) { // none, as mostly
		return n
	}
	for _, close := range [...]string{"、", "）", ")", ".", "是", "．"} {
		i := strings.Index(s[:min(len(s), 10+len(close))], close)
		if i <= 0 {
			continue
		}
		if next := strings.TrimPrefix(s[i+len(close):], "第"); close == "、" && enumerated(next) && (strings.HasPrefix(s, "第") || !IsWestern(next)) {
			return 0 // 第二、三产业; 一、二、三产业
		}
		if inMark.TrimLeft(s[:i]) == "" {
			return i + len(close)
		}
	}
	return 0
}

// enumerated reports a text that goes on with a further number: [一、]二、三产业, and not
// [一、]一年来的工作.
func enumerated(s string) bool {
	_, n, _ := numeral.Scan(s)
	r, _ := lexicon.First(s[n:])
	return n > 0 && strings.ContainsRune("、和及产次季级线号期批类等轮", r)
}

// inMark are the characters that the mark of a list is made of, but for its last.
var inMark = lexicon.SetOf("(（一二三四五六七八九十0123456789第")

// oneMark is the length of a list's mark that is one character, or one with a stop:
// ③, ⑶, ㈢, ⒊, ❸, Ⅲ., a.; 2.1.3 too, whose numbers nothing else has. r is the text's first, of n
// bytes.
func oneMark(s string, r rune, n int) int {
	switch {
	case isHan(r):
		return 0
	case isWestern(r):
		return outline(s)
	case r >= '①' && r <= '⒛', r >= '⓫' && r <= '⓿', r >= '❶' && r <= '➓', r >= '㈠' && r <= '㈩', r >= '㊀' && r <= '㊉':
		return n
	}
	stop, w := lexicon.First(s[n:])
	if !stopsMark(stop) {
		return 0
	}
	letter := IsLetter(r) && !IsLetter(firstOf(s[n+w:])) && !IsWestern(s[n+w:])
	if letter || r >= 'Ⅰ' && r <= 'ⅿ' {
		return n + w
	}
	return 0
}

// stopsMark reports what closes a list's mark of one character.
func stopsMark(r rune) bool {
	switch r {
	case '、', '.', '．', ')', '）':
		return true
	}
	return false
}

// outline is the length of 2.1.3, or of 2.1 before a blank, at the front.
func outline(s string) int {
	rest := strings.TrimLeft(s, "0123456789.")
	mark := s[:len(s)-len(rest)]
	r, _ := lexicon.First(strings.TrimLeft(rest, " "))
	if points := strings.Count(mark, "."); len(mark) > 8 || !IsWestern(mark) || !isHan(r) || points < 2 && (points == 0 || !strings.HasPrefix(rest, " ")) {
		return 0
	}
	return len(mark)
}

func firstOf(s string) rune {
	r, _ := lexicon.First(s)
	return r
}

// bullet is the length of a bullet at the front of a line, with a label in 【】 and
// blanks behind it. They are no part of the sentence, unless the label tells its
// time (【下一步】).
func bullet(s string) int {
	rest := strings.TrimLeftFunc(s, func(r rune) bool { return isBullet(r) || opensLine(r) || r == ' ' })
	if label, text, ok := strings.Cut(rest, "】"); ok && strings.HasPrefix(label, "【") && len(label) <= 12*len("字") && len(text) > 8*len("字") &&
		!strings.ContainsAny(label, "0123456789") && LooksOf(label) == Neither {
		rest = strings.TrimLeft(text, " ")
	}
	return len(s) - len(rest)
}

// opensLine reports a sign that opens an item at the front of a line, and is a part of
// the text within one; of fonts with signs alone (U+F020 to U+F0FF) all are.
func opensLine(r rune) bool {
	return r >= '\uF020' && r <= '\uF0FF' || strings.ContainsRune("·*–‧∙◦‣⁃▸▶▹▻➤➔❖✦✔☑❑❒◎⊙►", r)
}

// isBullet reports a sign that opens an item of a list.
func isBullet(r rune) bool {
	switch r {
	case '●', '■', '◆', '★', '▪', '▲', '►', '◇', '☆', '○', '•', '※', '➢', '✓', '√':
		return true
	}
	return false
}

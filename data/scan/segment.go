package scan

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// Read cuts a document into sections and sentences. A line that ends in the
// middle of a sentence because the page was wrapped is read on into the next
// one; the sentence's span then holds the line end.
func Read(doc *model.Document) *Text {
	t := &Text{Doc: doc, Sections: []Section{{Parent: -1}}}
	for i, p := range doc.Paragraphs {
		line := doc.Text[p.Start:p.End]
		heading := IsHeading(line)
		if heading {
			t.open(p, line)
		}
		start, number := p.Start, i+1
		opens := heading && LooksOf(line) != Neither // even below a line of contents
		if n := len(t.Sentences); n > 0 && i > 0 && !opens && wrapped(doc.Text, doc.Paragraphs[i-1], p) {
			start, number = t.Sentences[n-1].Start, t.Sentences[n-1].Paragraph
			t.Sentences = t.Sentences[:n-1]
		}
		t.cut(p, start, Sentence{
			Paragraph: number, Section: len(t.Sections) - 1, Under: t.Sections[len(t.Sections)-1].Heading,
			Heading: heading, Item: ListMark(line) > 0,
		})
	}
	return t
}

// cut adds the sentences of a paragraph, the first of which begins at start.
func (t *Text) cut(p model.Span, start int, s Sentence) {
	text := t.Doc.Text
	for at := p.Start; at < p.End; {
		if n := address(text[at:p.End]); n > 0 { // its ? ends nothing
			at += n
			continue
		}
		r, n := lexicon.RuneAt(text, at, p.End)
		at += n
		if r != '。' && r != '！' && r != '？' && r != '!' && r != '?' && !tooLong(at-start, r) {
			continue
		}
		for at < p.End { // closing quotes belong to the sentence
			r, n := utf8.DecodeRuneInString(text[at:])
			if !strings.ContainsRune("”’」』）)》。！？!?", r) {
				break
			}
			at += n
		}
		s.Span, start = model.Span{Start: start, End: at}, at
		t.Sentences = append(t.Sentences, s)
	}
	if start < p.End {
		s.Span = model.Span{Start: start, End: p.End}
		t.Sentences = append(t.Sentences, s)
	}
}

// open begins the section of a heading.
func (t *Text) open(p model.Span, line string) {
	s := Section{Heading: p, Level: level(line), Looks: LooksOf(line)}
	for s.Parent = len(t.Sections) - 1; t.Sections[s.Parent].Level >= s.Level; {
		s.Parent = t.Sections[s.Parent].Parent
	}
	if s.Looks == Neither {
		s.Looks = t.Sections[s.Parent].Looks
	}
	t.Sections = append(t.Sections, s)
}

// level is how high a heading stands, by its list mark: 一、 above （一） above 1.
// above （1）; a heading without one stands at the top.
func level(line string) int {
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

// longSentence is several times the longest of such reports, in bytes.
const longSentence = 4 << 10

// wrapped reports that the line before was broken for its length: it is long,
// stops in the middle of a sentence, and what follows opens no new point.
func wrapped(text string, before, p model.Span) bool {
	line := strings.TrimRight(text[before.Start:before.End], " \u3000")
	if len(line) < 3*28 || len(line) > 90*utf8.UTFMax {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	next, _ := utf8.DecodeRuneInString(text[p.Start:p.End])
	return !strings.ContainsRune("。！？!?；;：:…”）)", last) && !IsLetter(last) && !strings.ContainsRune("(（“《—", next) &&
		utf8.RuneCountInString(line) <= 90 && ListMark(text[p.Start:p.End]) == 0
}

// IsHeading reports whether a paragraph is a heading: short, and without a
// sentence's end.
func IsHeading(p string) bool {
	return len(p) <= 40*utf8.UTFMax && utf8.RuneCountInString(p) <= 40 && !strings.ContainsAny(p, "。；;")
}

// LooksOf is what a heading says of the time its section tells of.
func LooksOf(heading string) Looks {
	if len(heading) > 45*utf8.UTFMax || utf8.RuneCountInString(heading) > 45 {
		return Neither
	}
	_, back := lexicon.Review.FindLast(heading)
	_, ahead := lexicon.Plan.FindLast(heading)
	switch {
	case back < 0 && ahead < 0:
		return Neither
	case back >= ahead && !strings.Contains(heading, "今后"):
		return Back
	}
	return Ahead
}

// ListMark is the length of 一、 (一) 1. 第一, 一是 at the front.
func ListMark(s string) int {
	for _, close := range [...]string{"、", "）", ")", ".", "是", "．"} {
		i := strings.Index(s[:min(len(s), 10+len(close))], close)
		if i <= 0 || i > 10 {
			continue
		}
		if strings.HasPrefix(s, "第") && close == "、" && IsNumber(s[i+len(close):]) {
			return 0 // 第二、三产业
		}
		if strings.Trim(s[:i], "(（一二三四五六七八九十0123456789第") == "" {
			return i + len(close)
		}
	}
	return 0
}

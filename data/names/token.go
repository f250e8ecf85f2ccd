package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// kind is what a token is.
type kind uint8

const (
	character kind = iota // a Chinese character of no known word: part of a proper name
	word                  // a word of the lexicon
	letters               // Latin letters and digits that no unit follows
	number                // a number with its unit
	quotation             // a short quotation, part of a name
	setName               // a quoted set: “六园”, “一城一谷一基地”
	mark                  // a punctuation mark
)

// token is the smallest piece of a sentence that means something.
type token struct {
	model.Span
	kind  kind
	entry *entry       // of a word
	unit  lexicon.Word // of a number
	count int          // of a number
	mark  rune         // of a mark
}

// scanner cuts a sentence into tokens.
type scanner struct {
	text   string
	place  string         // the district's name, without 区 or 县
	words  []lexicon.Word // the longest at each place, where they are known
	lex    *words
	end    int
	tokens []token
}

// tokensOf gives the tokens of a span of a text of a district.
func tokensOf(text, place string, words []lexicon.Word, s model.Span, into []token) []token {
	c := scanner{text: text, place: place, words: words, lex: lex(), end: s.End, tokens: into[:0]}
	for at := s.Start; at < s.End; {
		at = c.next(at)
	}
	c.settle()
	if t := c.tokens; len(t) > 1 && t[0].Start > s.Start && t[0].kind == word && t[0].entry.class == taking && t[1].kind == character && numbers(text[s.Start:t[0].Start]) && !strings.Contains(text[t[0].Start:s.End], "为") {
		t[0].kind, t[0].entry = character, nil // 3.以晴光电
	}
	return c.tokens
}

func (c *scanner) add(k kind, start, end int) *token {
	c.tokens = append(c.tokens, token{Span: model.Span{Start: start, End: end}, kind: k})
	return &c.tokens[len(c.tokens)-1]
}

// at is what is known of the longest word at a place, and the word's length; 0 where there is none.
func (c *scanner) at(at int) (*entry, int) {
	if at < len(c.words) && at < c.end {
		switch w := c.words[at]; {
		case w == lexicon.NoWord:
			return &c.lex.entries[0], 0
		case w.Is(lexicon.NameWord) && at+w.Len() <= c.end:
			return &c.lex.entries[c.lex.entryOf[w]], w.Len()
		}
	}
	return c.lex.at(c.text[at:c.end])
}

// next reads the token at a place and gives where it ends.
func (c *scanner) next(at int) int {
	r, size := lexicon.RuneAt(c.text, at, c.end)
	if r < 0x4E00 || r >= 0xE000 { // no character of Chinese
		if closing(r) != "" || marks.Has(r) {
			return c.punctuation(r, at, at+size)
		}
	}
	if end := c.placeOr(r, at); end > at {
		return end
	}
	if isLetter(r) {
		return c.latin(at)
	}
	if end := c.parted(r, at, at+size); end > at {
		return end
	}
	e, n := c.at(at)
	end := at + n
	if e.class == noClass && e.verb == nil || e.verb != nil && (c.crosses(at, end) || c.opensPlace(at, end)) {
		c.add(character, at, at+size)
		return at + size
	}
	if rest := min(c.paid(at, end), c.overlapped(at, end)); rest < end { // 甲路改造|完成投资3亿元
		end, e = rest, c.lex.of(c.text[at:rest])
	}
	c.add(word, at, end).entry = e
	return end
}

// placeOr reads the district's name or a number; it gives at where neither begins.
func (c *scanner) placeOr(r rune, at int) int {
	if c.place != "" && strings.HasPrefix(c.text[at:c.end], c.place) {
		return c.add(character, at, at+len(c.place)).End
	}
	if !c.lex.numbers.Has(r) {
		return at
	}
	return c.number(r, at)
}

// latin reads Latin letters with the digits among them.
func (c *scanner) latin(at int) int {
	end := at
	for end < c.end {
		r, n := lexicon.RuneAt(c.text, end, c.end)
		if !isLetter(r) && !isDigit(r) && r != '-' && r != '.' && r != '+' && r != '/' {
			break
		}
		end += n
	}
	c.add(letters, at, end)
	return end
}

// parted reads a verb that 了 parts: 签了约, 封了顶; it gives at where none stands.
func (c *scanner) parted(r rune, at, next int) int {
	rest, ok := strings.CutPrefix(c.text[next:c.end], "了")
	if !ok {
		return at
	}
	object, n := lexicon.First(rest)
	e := c.lex.of(string(r) + string(object))
	if e.verb == nil {
		return at
	}
	end := next + len("了") + n
	c.add(word, at, end).entry = e
	return end
}

// crosses reports whether a verb of two characters behind an unknown one only seems to stand
// at a place: its second character begins a noun. 亿通|电子 holds no 通电.
func (c *scanner) crosses(at, end int) bool {
	if n := len(c.tokens); n == 0 || c.tokens[n-1].kind != character || c.tokens[n-1].End != at || lexicon.Runes(c.text[at:end]) != 2 {
		return false
	}
	_, first := lexicon.RuneAt(c.text, at, c.end)
	e, n := c.at(at + first)
	return e.verb == nil && e.class >= plain && e.class <= proper && at+first+n > end
}

// opensPlace reports whether a verb is part of a town's name, of which only one character would be
// left else: 新开|岭镇产业园.
func (c *scanner) opensPlace(at, end int) bool {
	rest := c.text[end:c.end]
	r, first := lexicon.First(rest)
	town, ok := strings.CutPrefix(rest[first:], "镇")
	if street, is := strings.CutPrefix(rest, "街道"); is {
		town, ok = street, true // 上马街道
	}
	if !ok || r < 0x4E00 || lexicon.NameWord.Prefix(rest) != "" || lexicon.Runes(c.text[at:end]) != 2 {
		return false
	}
	e, n := c.lex.at(town)
	return n > 0 && e.class <= proper
}

// paid is where a word ends without its 完成, where what is done is only that a sum is paid; its
// end where it is not.
func (c *scanner) paid(at, end int) int {
	rest, ok := strings.CutSuffix(c.text[at:end], "完成")
	if !ok || begins(c.text[end:c.end], lexicon.NameMeasureNoun) == "" || !lexicon.NameWord.Has(rest) {
		return end
	}
	return at + len(rest)
}

// overlapped is where a word ends before what is rather the begin of a longer one that tells an
// industry or the country, where what is left is a word, too: 提升|工程机械, 建设|中国; or before the rank of what is
// built: 建成|区体育中心. Its end where nothing is.
func (c *scanner) overlapped(at, end int) int {
	if rest, ok := strings.CutSuffix(c.text[at:end], "区"); ok && lexicon.Verb.Has(rest) && !c.within(at) && c.thingAt(end) {
		return at + len(rest)
	}
	for _, tail := range [...]string{"工程", "中"} {
		rest, ok := strings.CutSuffix(c.text[at:end], tail)
		if !ok || rest == "" || !lexicon.NameWord.Has(rest) {
			continue
		}
		if e, n := c.at(at + len(rest)); e.class == topic && n > len(tail) || strings.HasPrefix(c.text[at+len(rest):c.end], "中国") {
			return at + len(rest)
		}
	}
	return end
}

// within reports whether a place's name ends before a place in the text: 城市|建成区.
func (c *scanner) within(at int) bool {
	r, _ := lexicon.Last(c.text[:at])
	return isDistrict(r) || r == '城' || r == '镇'
}

// thingAt reports whether the words at a place name a thing that is built: 体育中心.
func (c *scanner) thingAt(at int) bool {
	for end := at; end-at < len("甲乙丙丁戊己庚辛壬癸"); {
		e, n := c.at(end)
		if e.verb != nil || e.class >= general {
			return false
		}
		if n == 0 {
			if _, n = lexicon.First(c.text[end:c.end]); n < len("甲") {
				return false
			}
		}
		end += n
		if h := headOf(c.text[at:end]); h.builds() && h.length < end-at {
			return true
		}
	}
	return false
}

// settle turns single characters that only look like particles into parts of
// the proper name around them: 对 in 南对坡, 里 in 凤栖里路.
func (c *scanner) settle() {
	for i := 1; i+1 < len(c.tokens); i++ {
		if t := &c.tokens[i]; c.particle(t) && (c.tokens[i-1].kind == character && (c.amid(i) || c.opensItem(i)) || c.tokens[i-1].mark == '、' && c.opensListed(i)) {
			t.kind, t.entry = character, nil
		}
	}
}

// opensListed reports whether a particle behind 、 is the first syllable of a name: 、像山路.
func (c *scanner) opensListed(i int) bool {
	next := &c.tokens[i+1]
	switch c.tokens[i].entry.class {
	case stop:
		return next.kind == character
	case having:
		h := headOf(c.text[next.Start:next.End])
		return h.builds() && h.length < next.Len()
	}
	return false
}

// particle reports whether a token is a word at which a name would end, and may be a syllable.
func (c *scanner) particle(t *token) bool {
	if t.kind != word || t.entry.verb != nil || t.entry.class <= common {
		return false
	}
	return (t.Len() <= len("对") || t.entry.weak) && !strings.Contains("的是在了和与被等", c.text[t.Start:t.End])
}

// amid reports whether a particle behind an unknown character stands before another or a
// place's last word.
func (c *scanner) amid(i int) bool {
	if c.tokens[i+1].kind != character && !c.placeWord(i+1) {
		return false
	}
	t, last := &c.tokens[i], c.tokens[i-1]
	if strings.Contains("区县市镇乡局类园", c.text[last.Start:last.End]) {
		return false
	}
	return t.entry.class != adverb || lexicon.NameSyllable.Has(c.text[t.Start:t.End]) && lexicon.Head.Suffix(c.text[c.tokens[0].Start:t.Start]) == ""
}

// opensItem reports whether a particle and the only character before it are the begin of a
// listed name: 、汉上光谷、.
func (c *scanner) opensItem(i int) bool {
	next := &c.tokens[i+1]
	if t := &c.tokens[i]; next.kind == word && t.entry.class == adverb && lexicon.NameSyllable.Has(c.text[t.Start:t.End]) {
		h := headOf(c.text[next.Start:next.End])
		return h != nil && h.project // 尚正中学
	}
	if next.kind != word || next.entry.verb != nil || next.entry.class >= general {
		return false
	}
	if i == 1 || c.tokens[i-2].kind == mark { // 安来高速
		h := headOf(c.text[next.Start:next.End])
		return h != nil && h.project || i > 1 && c.tokens[i-2].mark == '、'
	}
	return false
}

// placeWord reports whether the token at i is the one character that ends a place's
// name.
func (c *scanner) placeWord(i int) bool {
	t := &c.tokens[i]
	return t.kind == word && t.entry.verb == nil && t.entry.class == plain && (t.Len() == len("路") || c.text[c.tokens[i-1].Start:t.Start] == "里")
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }
func isLetter(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// marks are the runes that no name holds, brackets and quotation marks aside.
var marks = lexicon.SetOf("、，,。！!？?；;：:…|│\n \u3000\t”’」』)）]】》>—-·●■◆★▪•①②③④⑤⑥⑦⑧⑨⑩/")

// quoteBytes bounds what a quotation or bracket inside a name may hold.
const quoteBytes = 90

// punctuation reads a mark; a short quotation without marks of its own is one
// token.
func (c *scanner) punctuation(r rune, at, next int) int {
	switch r {
	case '“', '‘', '"', '「', '『':
		return c.quoted(r, at, next)
	case '《':
		if i := strings.Index(c.text[next:min(c.end, next+2*quoteBytes)], "》"); i >= 0 {
			next += i + len("》")
		}
		c.add(mark, at, next).mark = '《'
		return next
	case '-', '—', '·', '/':
		before, after := c.beside(at, next)
		if before >= 0x4E00 && after >= 0x4E00 || isLetter(before) && isLetter(after) {
			c.add(letters, at, next) // 甲—乙输变电工程
			return next
		}
	case ' ', '\u3000', '\t', '\n':
		if before, after := c.beside(at, next); before < 0x4E00 || after < 0x4E00 || r == '\n' {
			return next // a wrapped line goes on
		}
	}
	c.add(mark, at, next).mark = r
	return next
}

// beside gives the runes on both sides of a mark.
func (c *scanner) beside(at, next int) (before, after rune) {
	before, _ = utf8.DecodeLastRuneInString(c.text[max(0, at-utf8.UTFMax):at])
	after, _ = utf8.DecodeRuneInString(c.text[next:c.end])
	return before, after
}

func (c *scanner) quoted(r rune, at, next int) int {
	inner, _, closed := strings.Cut(c.text[next:min(c.end, next+quoteBytes)], closing(r))
	if !closed || inner == "" || strings.ContainsAny(inner, "、，。,；;：:“") {
		return next // the edge of a longer quotation
	}
	end := next + len(inner) + len(closing(r))
	if n := countedClass(inner); n > 0 && !endsProject(c.text[end:min(c.end, end+len("项目"))]) { // “三大产业”, but “三大改造”项目
		t := c.add(number, next, next+n)
		_, t.count = chineseCount(inner)
		t.unit = lexicon.CountUnit.At("个")
		c.tokens = append(c.tokens, tokensOf(c.text, c.place, c.words, model.Span{Start: next + n, End: next + len(inner)}, nil)...)
		return end
	}
	k := quotation
	if isSet(inner) {
		k = setName
	}
	c.add(k, at, end)
	return end
}

// countedClass is the length of the count that opens a quoted class: 三大 in
// “三大产业”; 0 where none does.
func countedClass(s string) int {
	n, count := chineseCount(s)
	if m := begins(s[n:], lexicon.NameMeasureOfASet); n > 0 && count > 1 && m != "" && len(s) > n+len(m) && !isSet(s) {
		return n + len(m)
	}
	return 0
}

// closing is the mark that closes what r opens; empty when r opens nothing.
func closing(r rune) string {
	switch r {
	case '“', '‘', '(', '（', '[', '【', '「', '『', '《':
		const pairs = "“”‘’()（）[]【】「」『』《》"
		_, after, _ := strings.Cut(pairs, string(r))
		_, n := utf8.DecodeRuneInString(after)
		return after[:n]
	case '"':
		return `"`
	}
	return ""
}

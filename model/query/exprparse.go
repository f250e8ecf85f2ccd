package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"qubi/model"
	"qubi/model/lang"
)

// SyntaxError says what is wrong with a filter text, and where.
type SyntaxError struct {
	At   int    // byte offset in the typed text, at most its length
	id   string // of the text filter.ID
	args []any  // of the text; a pair is a word in Chinese and in English
}

// pair is a word in Chinese and in English.
type pair [2]string

// Error is the English sentence.
func (e *SyntaxError) Error() string { return e.Message(model.English) }

// Message is the sentence in the language.
func (e *SyntaxError) Message(l model.Lang) string {
	args := slices.Clone(e.args)
	for i, arg := range args {
		if p, ok := arg.(pair); ok {
			args[i] = p[l&1]
		}
	}
	return lang.Load(l).Text("filter."+e.id, args...)
}

// lexer reads a filter text rune by rune, folded, so that full-width signs
// mean what their half-width twins mean; places stay those of the typed text.
type lexer struct {
	text string
	at   int
}

// peek is the folded rune at the place, its size, and 0 at the end.
func (l *lexer) peek() (rune, int) {
	if l.at >= len(l.text) {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(l.text[l.at:])
	switch r {
	case '“', '”', '「', '」':
		return '"', size
	case '‘', '’':
		return '\'', size
	}
	return model.FoldRune(r), size
}

// accept steps over the sign if it stands here.
func (l *lexer) accept(sign rune) bool {
	r, size := l.peek()
	if size == 0 || r != sign {
		return false
	}
	l.at += size
	return true
}

// skip steps over a text if it stands here as it is.
func (l *lexer) skip(text string) bool {
	if !strings.HasPrefix(l.text[l.at:], text) {
		return false
	}
	l.at += len(text)
	return true
}

func (l *lexer) blanks() {
	for r, size := l.peek(); size > 0 && unicode.IsSpace(r); r, size = l.peek() {
		l.at += size
	}
}

// word reads up to a blank or |, and up to : where a field may end. A quoted
// part may hold anything. tail tells that it ended with an unquoted $.
func (l *lexer) word(colon bool) (value string, tail bool, err error) {
	var b strings.Builder
	var sign string // $ as typed
	for {
		r, size := l.peek()
		if size == 0 || unicode.IsSpace(r) || r == '|' || colon && r == ':' {
			break
		}
		if tail { // the $ before was not the last
			b.WriteString(sign)
			tail = false
		}
		l.at += size
		switch r {
		case '"':
			if err := l.quoted(&b, l.at-size); err != nil {
				return "", false, err
			}
		case '$', '￥', '¥': // an input method has ￥ on the key of $
			tail, sign = true, string(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), tail, nil
}

// quoted reads up to the closing quote.
func (l *lexer) quoted(b *strings.Builder, open int) error {
	for {
		r, size := l.peek()
		if size == 0 {
			return &SyntaxError{At: open, id: "quote"}
		}
		l.at += size
		switch r {
		case '"':
			return nil
		case '\\':
			if r, size = l.peek(); size == 0 {
				continue
			}
			l.at += size
		}
		b.WriteRune(r)
	}
}

// exprParser reads clauses: terms joined by |, parted by blanks.
type exprParser struct{ lexer }

func (p *exprParser) clauses() (all []clause, err error) {
	for {
		p.blanks()
		if p.at >= len(p.text) {
			return all, nil
		}
		c, err := p.clause()
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
}

// clause reads one term and those joined to it by |, with or without blanks.
func (p *exprParser) clause() (c clause, err error) {
	for {
		t, err := p.term()
		if err != nil {
			return nil, err
		}
		c = append(c, t)
		end := p.at
		p.blanks()
		bar := p.at
		if !p.accept('|') {
			p.at = end
			return c, nil
		}
		p.blanks()
		if p.at >= len(p.text) {
			return nil, &SyntaxError{At: bar, id: "or"}
		}
	}
}

func (p *exprParser) term() (t term, err error) {
	start := p.at
	for p.accept('!') { // twice is not at all
		t.not = !t.not
	}
	if name, ok := p.fieldName(); ok {
		return p.fieldTerm(t, name, start)
	}
	t.exact = p.accept('\'')
	t.word.head = p.accept('^') || p.skip("……") // what an input method types for ^
	value, tail, err := p.word(false)
	if err != nil {
		return t, err
	}
	if typed := p.text[:p.at]; t.exact && (strings.HasSuffix(typed, "'") || strings.HasSuffix(typed, "’")) {
		value = strings.TrimSuffix(value, "'") // 'so' is 'so
	}
	if value == "" {
		return t, &SyntaxError{At: start, id: "word"}
	}
	head := t.word.head
	t.value, t.word = value, newNeedle(value, !t.exact)
	t.word.head, t.word.tail = head, tail
	return t, nil
}

// fieldName steps over a name and its colon; without a colon it steps nowhere.
// A word with a colon that is no field's name is an error only later, so that
// the message can list the fields.
func (p *exprParser) fieldName() (name string, ok bool) {
	start := p.at
	for {
		r, size := p.peek()
		if r == ':' && p.at > start {
			p.at += size
			return name, true
		}
		if size == 0 || !unicode.IsLetter(r) {
			p.at = start
			return "", false
		}
		name += string(r)
		p.at += size
	}
}

func (p *exprParser) fieldTerm(t term, name string, start int) (term, error) {
	t.field = fieldOf(name)
	if t.field == fieldNone {
		return t, &SyntaxError{At: start, id: "field", args: []any{name, listed(fieldWords[fieldTheme:])}}
	}
	at := p.at
	value, tail, err := p.word(false)
	if err != nil {
		return t, err
	}
	if tail {
		value += "$"
	}
	if t.field == fieldValue {
		value = p.number(value)
	}
	t.value, t.at = value, at
	t.test, err = t.field.compile(value)
	if e, ok := err.(*SyntaxError); ok {
		e.At = at
		return t, e
	}
	if t.field == fieldSentence {
		for _, w := range strings.FieldsFunc(value, isComma) {
			t.words = append(t.words, newNeedle(w, true))
		}
	}
	return t, nil
}

// number joins what blanks part within a condition on a number: > 100 亿元. A
// word that is no continuation stays a word of its own.
func (p *exprParser) number(value string) string {
	for {
		end := p.at
		p.blanks()
		next, _, err := p.word(false)
		if err != nil || next == "" || !continues(value, next) {
			p.at = end
			return value
		}
		value += next
	}
}

// continues reports whether a number goes on: after its sign with digits, after
// its digits with a scale, 元 or %; 百货 would be a word.
func continues(value, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(value)
	first, _ := utf8.DecodeRuneInString(next)
	if strings.ContainsRune("<>=≥≤《》", last) {
		return unicode.IsDigit(first) || strings.ContainsRune("<>=+-.", first)
	}
	return unicode.IsDigit(last) && strings.Trim(next, "百千万亿美元%") == ""
}

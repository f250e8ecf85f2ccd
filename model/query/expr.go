package query

import (
	"slices"
	"strings"
	"unicode"

	"qubi/model"
)

// Expr is a filter as typed, parsed:
//
//	词          the word occurs in name, indicator, group, tier, scope, owner or quote; pinyin too
//	'词         the same, letter by letter: no pinyin
//	!词         it does not occur
//	^词  词$    the name (or indicator, or group) begins, ends with it
//	a|b         either; binds closer than the blank, which means both
//	"a b"       blanks belong to the word; \" and \\ stand for " and \
//	主题:产业   one field; the fields are listed at [Fields]
//	值:>100亿   numbers take > >= < <= =, and a unit; 100-200亿 is a range
//
// Full-width signs and digits mean their half-width twins. An Expr is
// immutable, and nil matches everything.
type Expr struct {
	text    string
	clauses []clause
}

// clause is alternatives of which one must hold.
type clause []term

// term is one condition.
type term struct {
	not   bool
	field field
	value string // canonical text of the condition, folded
	at    int    // byte of the parsed text where a field's value begins
	exact bool
	word  needle                 // of a plain word
	words []needle               // of 句:, any of which may occur
	test  func(*model.Fact) bool // of a field that no index of its own answers
}

// Longest is how many bytes a filter or a search has at most: more than anyone types, and each
// word of it is looked for in all facts.
const Longest = 4000

// ParseExpr parses a filter text; blank text gives nil. The error is always a
// *SyntaxError.
func ParseExpr(text string) (*Expr, error) {
	if len(text) > Longest {
		return nil, tooLong(text)
	}
	p := exprParser{lexer: lexer{text: text}}
	clauses, err := p.clauses()
	if err != nil {
		return nil, err
	}
	if len(clauses) == 0 {
		return nil, nil
	}
	e := &Expr{text: text, clauses: clauses}
	if len(e.String()) > Longest { // it could not be parsed again
		return nil, tooLong(text)
	}
	return e, nil
}

// tooLong says that a filter is longer than any may be.
func tooLong(text string) *SyntaxError {
	return &SyntaxError{At: strings.LastIndexFunc(text[:min(len(text), Longest+1)], unicode.IsSpace) + 1, id: "long", args: []any{Longest}}
}

// Text is the filter as it was typed.
func (e *Expr) Text() string {
	if e == nil {
		return ""
	}
	return e.text
}

// String is the canonical form: parsing it gives an equal Expr.
func (e *Expr) String() string { return strings.Join(e.Clauses(), " ") }

// Clauses are the conditions that must all hold, each in canonical form.
func (e *Expr) Clauses() []string {
	if e == nil {
		return nil
	}
	return model.Map(e.clauses, clause.String)
}

// Without is the filter less one of its Clauses; nil when none is left.
func (e *Expr) Without(condition string) *Expr {
	if e == nil {
		return nil
	}
	rest := slices.DeleteFunc(slices.Clone(e.clauses), func(c clause) bool { return c.String() == condition })
	if len(rest) == 0 {
		return nil
	}
	less := &Expr{clauses: rest}
	less.text = less.String()
	return less
}

// Find returns the spans of s that the plain words of the filter match, in
// order and without overlap, for lighting; nil when there are none. Words that
// must not occur light nothing.
func (e *Expr) Find(s string) []model.Span {
	if e == nil {
		return nil
	}
	key := model.Fold(s)
	var all []model.Span
	for _, c := range e.clauses {
		for _, t := range c {
			switch {
			case t.not:
			case t.field == fieldNone:
				all = append(all, t.word.find(s, key)...)
			case t.field == fieldSentence:
				for _, w := range t.words {
					all = append(all, w.find(s, key)...)
				}
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	return model.Unfold(s, mergeSpans(all))
}

// MayConcern reports whether the report is about one of the years that the
// filter asks for: by the period it covers, or, where that is unknown, by its
// date. A filter that asks for no year may concern every report.
func (e *Expr) MayConcern(r *model.Report) bool {
	years := e.years()
	from, to := r.Head.Covers.From.Year(), r.Head.Covers.To.Year()
	if r.Head.Covers.To == 0 {
		from, to = r.Head.Date().Year(), r.Head.Date().Year()
	}
	return len(years) == 0 || slices.ContainsFunc(years, func(y yearRange) bool { return from <= y.to && to >= y.from })
}

// years are the years the filter asks for, sorted; they tell whether a report
// of the period exists at all.
func (e *Expr) years() []yearRange {
	var all []yearRange
	if e == nil {
		return nil
	}
	for _, c := range e.clauses {
		for _, t := range c {
			if t.field == fieldYear && !t.not {
				r, _ := parseYears(t.value)
				all = append(all, r...)
			}
		}
	}
	return all
}

func (c clause) String() string { return c.in(model.Chinese) }

// in is the clause with the names of its fields in the language.
func (c clause) in(l model.Lang) string {
	return strings.Join(model.Map(c, func(t term) string { return t.in(l) }), "|")
}

// in is the term as it would be typed, with its field's name in the language.
func (t term) in(l model.Lang) string {
	var b strings.Builder
	if t.not {
		b.WriteByte('!')
	}
	if t.field != fieldNone {
		b.WriteString(l.Pick(fieldWords[t.field][0], fieldWords[t.field][1]) + ":")
	}
	if t.exact {
		b.WriteByte('\'')
	}
	if t.word.head {
		b.WriteByte('^')
	}
	if strings.ContainsAny(t.value, "|:'!^$\"\\") || strings.ContainsFunc(t.value, unicode.IsSpace) || t.value == "" {
		b.WriteString(`"` + quoter.Replace(t.value) + `"`)
	} else {
		b.WriteString(t.value)
	}
	if t.word.tail {
		b.WriteByte('$')
	}
	return b.String()
}

var quoter = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// named are the texts by which a fact is found as a whole: its name, and what
// says which set, size and scope it is of.
func named(f *model.Fact) []string {
	all := []string{f.Name, f.Group, f.Tier, f.Scope, f.Owner}
	if f.Indicator != f.Name {
		all = append(all, f.Indicator)
	}
	return all
}

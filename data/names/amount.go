package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// The money of a project stands right beside it.

// amountReach is how far behind a project its sum may stand, in bytes.
const amountReach = 150

// amount is the sum of money told of a member: before its name (总投资3亿元的甲),
// in the bracket behind it, or where it stands alone behind it in its clause or
// the next ones.
func (f *finder) amount(l *list, m member, only bool) (model.Quantity, bool) {
	if q, ok := f.priceIn(m.own); ok && !f.sumOfAll(l, m) {
		return q, true
	}
	if q, ok := f.priceIn(m.side); ok {
		return q, true
	}
	if q, ok := f.priceBehind(m); ok {
		return q, true
	}
	if !only || l.open || l.count > 0 {
		return model.Quantity{}, false
	}
	s := f.sentences[l.sentence].Span
	if q, ok := f.outlay(model.Span{Start: max(s.Start, l.Start-amountReach/3), End: l.Start}); ok {
		return q, true
	}
	return f.invested(model.Span{Start: m.End, End: min(s.End, m.End+amountReach)})
}

// priceIn is the sum that a span tells to be invested, or tells alone: 投资3亿元的, 3亿元的.
func (f *finder) priceIn(s model.Span) (model.Quantity, bool) {
	words := f.of(s)
	if s.Len() == 0 || holds(words, lexicon.NameInvests) == "" && strings.Trim(words, "0123456789.") != "亿元的" {
		return model.Quantity{}, false
	}
	return f.Money(f.origin(s))
}

// priceBehind is the sum that stands right behind a name and ends its clause: 甲项目3亿元，.
func (f *finder) priceBehind(m member) (model.Quantity, bool) {
	rest, _, _ := cutAny(f.text[m.End:min(len(f.text), m.End+len("123456.78亿元人民币，"))], "，,、；;。")
	number := strings.TrimLeft(rest, "0123456789.")
	if number == rest || number != "亿元" && number != "万元" {
		return model.Quantity{}, false
	}
	return f.Money(f.origin(model.Span{Start: m.End, End: m.End + len(rest)}))
}

// sumOfAll reports whether what is said before the first member is the sum of the whole
// list: the others have none of their own.
func (f *finder) sumOfAll(l *list, m member) bool {
	first := l.members[0]
	return len(l.members) > 1 && m.Start == first.Start && !slices.ContainsFunc(l.members[1:], func(other member) bool {
		_, ok := f.priceIn(other.own)
		return ok
	})
}

// outlay reads a sum that ends where the project's clause begins: 投入3亿元，实施….
func (f *finder) outlay(s model.Span) (model.Quantity, bool) {
	s = scan.WholeRunes(f.text, s)
	before := f.of(s)
	at := max(strings.LastIndex(before, "投资"), strings.LastIndex(before, "投入"))
	if at < 0 || strings.ContainsAny(before[at:], "。；;（(") {
		return model.Quantity{}, false
	}
	subject := before[strings.LastIndexAny(before[:at], "。；;，,")+1 : at]
	if direct := strings.HasSuffix(before, "元") && !strings.HasSuffix(subject, "完成"); len(subject) > len("，计划总") && !direct {
		return model.Quantity{}, false // 甲铁路完成投资3亿元，乙站封顶; but 甲公司投资3亿元建设
	}
	if rest := strings.TrimRight(before[at:], "，,、的 "); !strings.HasSuffix(rest, "元") {
		return model.Quantity{}, false
	}
	s.Start += at
	return f.Money(f.origin(s))
}

// invested reads 总投资3亿元 behind a project, as far as no other thing is told.
func (f *finder) invested(s model.Span) (model.Quantity, bool) {
	s = scan.WholeRunes(f.text, s)
	whole, _, _ := cutAny(f.of(s), "、；;。")
	for clauses := 0; clauses < 6 && whole != ""; clauses++ {
		clause, rest, _ := cutAny(whole, "，,\u3000")
		if begins(strings.TrimLeft(clause, "：:（( 项目"), lexicon.NameInvests) != "" || strings.HasPrefix(clause, "由") && holds(clause, lexicon.NameInvests) != "" {
			return f.Money(f.origin(model.Span{Start: s.Start, End: s.Start + len(clause)}))
		}
		s.Start += len(whole) - len(rest)
		whole = rest
	}
	return model.Quantity{}, false
}

// costs is the sum told of an entry.
func (f *finder) costs(l *list) (q model.Fact) {
	m := l.members[0]
	if m.side.Len() > 0 {
		q.Quantity, q.HasValue = f.Money(f.origin(m.side))
	}
	if !q.HasValue {
		behind, _ := f.body(l)
		behind.End = max(behind.Start, min(behind.End, m.End+2*amountReach))
		for line := range strings.SplitAfterSeq(f.of(behind), "\n") { // as far as it is told line by line
			q.Quantity, q.HasValue = f.invested(model.Span{Start: behind.Start, End: behind.Start + len(line)})
			if behind.Start += len(line); q.HasValue {
				break
			}
		}
		if behind.Start = l.End; !q.HasValue && l.summed {
			q.Quantity, q.HasValue = f.Money(f.origin(scan.WholeRunes(f.text, behind)))
		}
	}
	return q
}

// cutAny cuts a text at the first of the marks.
func cutAny(s, marks string) (before, after string, found bool) {
	i := strings.IndexAny(s, marks)
	if i < 0 {
		return s, "", false
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+n:], true
}

// body is where a text tells of an entry: what follows in its paragraph, and the next paragraph
// where a numbered line says no more, or those in which what they tell is named first: 投资总额：3亿元.
func (f *finder) body(l *list) (s model.Span, paragraph int) {
	first := f.sentences[l.sentence]
	s, paragraph = model.Span{Start: l.End, End: max(l.End, first.End)}, first.Paragraph
	for _, next := range f.sentences[l.sentence+1:] {
		bare, line := strings.Trim(f.of(s), "。；： \n") == "", f.of(next.Span)
		if next.Paragraph != paragraph {
			if !numbered(f.of(first.Span)) || numbered(line) || !keyed(line) && (!bare || paragraph > first.Paragraph) {
				break
			}
			paragraph = next.Paragraph
		}
		if bare {
			s.Start = next.Start
		}
		s.End = next.End
	}
	return s, paragraph
}

// numbered reports whether a line begins with its number: 1.甲项目, （一）乙项目.
func numbered(line string) bool {
	line = strings.TrimLeft(line, "（(")
	rest := strings.TrimLeft(line, "0123456789一二三四五六七八九十")
	return rest != line && strings.TrimLeft(rest, ".．、）)") != rest
}

// keyed reports whether a line names first what it tells: 建设地点：甲园.
func keyed(line string) bool {
	key, _, ok := cutAny(line, "：:")
	return ok && len(key) <= len("建设内容及规模")
}

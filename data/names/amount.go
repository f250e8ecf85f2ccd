package names

import (
	"slices"
	"strings"

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
	for _, s := range []model.Span{m.own, m.side} {
		if !f.invests(s) || s == m.own && f.sumOfAll(l, m) {
			continue
		}
		if q, ok := f.Money(f.origin(s)); ok {
			return q, true
		}
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

// invests reports whether a sum is told in a span.
func (f *finder) invests(s model.Span) bool { return holds(f.of(s), lexicon.NameInvests) != "" }

// sumOfAll reports whether what is said before the first member is the sum of the whole
// list: the others have none of their own.
func (f *finder) sumOfAll(l *list, m member) bool {
	first := l.members[0]
	return len(l.members) > 1 && m.Start == first.Start && !slices.ContainsFunc(l.members[1:], func(other member) bool { return f.invests(other.own) })
}

// outlay reads a sum that ends where the project's clause begins: 投入3亿元，实施….
func (f *finder) outlay(s model.Span) (model.Quantity, bool) {
	s = scan.WholeRunes(f.text, s)
	before := f.of(s)
	at := max(strings.LastIndex(before, "投资"), strings.LastIndex(before, "投入"))
	if at < 0 || strings.ContainsAny(before[at:], "。；;（(") {
		return model.Quantity{}, false
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
	for _, clause := range strings.SplitAfterN(f.of(s), "，", 6) {
		end := s.Start + len(clause)
		if strings.ContainsAny(clause, "、；;。") {
			end = s.Start + strings.IndexAny(clause, "、；;。")
		}
		words := strings.TrimLeft(f.text[s.Start:end], "，,（( 项目")
		if w := begins(words, lexicon.NameInvests); w != "" {
			return f.Money(f.origin(model.Span{Start: s.Start, End: end}))
		}
		if end < s.Start+len(clause) {
			break
		}
		s.Start = end
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
		s := f.sentences[l.sentence]
		if next := l.sentence + 1; m.End+len("。") >= s.End && next < len(f.sentences) && f.sentences[next].Paragraph == s.Paragraph {
			s = f.sentences[next]
		}
		behind := model.Span{Start: max(m.End, s.Start), End: min(s.End, m.End+amountReach)}
		if q.Quantity, q.HasValue = f.invested(behind); !q.HasValue && l.priced {
			q.Quantity, q.HasValue = f.Money(f.origin(scan.WholeRunes(f.text, behind)))
		}
	}
	return q
}

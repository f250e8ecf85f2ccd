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
		clause, rest, _ := cutAny(whole, "，,")
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
		s := f.sentences[l.sentence]
		if next := l.sentence + 1; m.End+len("。") >= s.End && next < len(f.sentences) && f.sentences[next].Paragraph == s.Paragraph {
			s = f.sentences[next]
		}
		behind := model.Span{Start: max(m.End, s.Start), End: min(s.End, m.End+amountReach)}
		if q.Quantity, q.HasValue = f.invested(behind); !q.HasValue && l.summed {
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

// The sets that parks belong to.

// set is a set of parks that a text names: “一城一谷一基地”.
type set struct {
	name     string
	sentence int
}

// part is a part of a set whose parks are told one by one: 四园，甲园…；乙园….
type part struct {
	name      string
	left      int           // how many are still to be told
	parks     []*model.Fact // of this part and those before
	paragraph int
}

// opensPart takes in a list that is only a part of a set, which those behind spell out.
func (f *finder) opensPart(l *list) {
	if name := f.of(l.members[0].Span); len(l.members) == 1 && l.opens && isSet(name) {
		f.part = part{name, setSize(name, 0), f.part.parks, f.sentences[l.sentence].Paragraph}
	}
}

// gather gives parks the set that they make up: those that the sentence tells, where they are
// as many as it has (以甲城为核心, 串联乙园、丙谷, 形成“一城两片”), those of its parts, or those
// that it tells by their last words.
func (f *finder) gather(s set) {
	for _, p := range f.part.parks {
		if strings.Contains(s.name, p.Group) {
			p.Group = s.name // 四园 of 一区四园
		}
	}
	var told []*model.Fact
	for _, p := range f.facts {
		if p.Place.Sentence == f.sentences[s.sentence].Span {
			told = append(told, p)
		}
	}
	if n := len(told); n > 0 && (n == setSize(s.name, 0) || n > 1 && strings.Contains(s.name, "多")) {
		for _, p := range told {
			if p.Group == "" {
				p.Group = s.name
			}
		}
	}
	f.byLastWords(s.name)
}

// byLastWords gives the parks that a set names by their last words the set, where they are as
// many as it has of each: “一城一谷一基地”.
func (f *finder) byLastWords(set string) {
	var all []*model.Fact
	for rest := set; rest != ""; {
		n, count := chineseCount(rest)
		rest = rest[n:]
		part := begins(rest, lexicon.NamePartOfASet)
		if n == 0 || part == "" {
			return
		}
		rest = rest[len(part):]
		var found []*model.Fact
		for _, p := range f.facts {
			if p.Group == set {
				return
			}
			if p.Group == "" && strings.HasSuffix(p.Name, part) {
				found = append(found, p)
			}
		}
		if len(found) != count {
			return
		}
		all = append(all, found...)
	}
	for _, p := range all {
		p.Group = set
	}
}

// setSize is how many parks a set says it has: 4 of 一城三片; that many where its last part has
// them: 3 of 一区三园.
func setSize(set string, many int) int {
	sum, last := 0, 0
	for set != "" {
		n, count := chineseCount(set)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(set)
		} else {
			last = count
		}
		sum += count
		set = set[n:]
	}
	if last == many {
		return many
	}
	return sum
}

// set is the named set that a list spells out or belongs to; empty when none.
func (f *finder) set(l *list) string {
	if l.set.Len() > 0 {
		return f.of(trimQuotes(f.text, l.set))
	}
	for _, s := range []model.Span{l.label, l.complement, l.class} {
		if s.Len() == 0 || s.Len() > 36 {
			continue
		}
		if name := f.of(trimQuotes(f.text, s)); isSet(name) || len(name) < s.Len() && ends(name, lexicon.NamePartOfASet) != "" {
			return name
		}
	}
	return ""
}

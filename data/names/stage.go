package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// The stage of a project and what it costs, as what is told beside it says.

// classStage is what the class behind a list says of its projects where no strong
// verb follows: 等在谈项目, 等续建项目.
func (f *finder) classStage(l *list) model.Stage {
	if prepares(l.work) || f.prepared(l.End) || l.class.Len() > 0 && f.prepared(l.class.End) {
		return model.Planned
	}
	class := l.class
	if class.Len() == 0 {
		class = l.label
	}
	if class.Len() == 0 || class.Len() > maxNameBytes || l.right != nil && l.right.strong || l.left != nil && l.left.project == model.Signed {
		return model.NoStage
	}
	if stage := titled(f.of(class)); stage != model.NoStage || l.label.Len() == 0 || l.label.Len() > maxNameBytes {
		return stage
	}
	return titled(f.of(l.label)) // 在建项目中，甲、乙等3个项目
}

// prepared reports whether the clause ends with what is done before a thing is built,
// behind a list that ends at a place: 推进甲、乙项目前期, 做好丙项目前期手续办理.
func (f *finder) prepared(at int) bool {
	rest := strings.TrimPrefix(f.text[at:], "的") // 甲、乙项目的前期
	for w := lexicon.NamePrepares.Prefix(rest); w != ""; w = lexicon.NamePrepares.Prefix(rest) {
		if rest = rest[len(w):]; scan.ClauseHead(rest) == "" {
			return true
		}
	}
	return false
}

// projectStage is what the verbs say, the verb behind outweighing the one before,
// read as the text stands: what a plan says will open is planned, what a look
// back says was rebuilt is done.
func (f *finder) projectStage(l *list) model.Stage {
	v := f.saying(l)
	switch {
	case v == nil, f.news != model.NoStage && f.adds(l, v):
		return model.NoStage
	case v.ahead:
		return model.Planned
	case v == l.right && f.toCome(l, lexicon.NameSoon):
		return soon[v.project]
	case f.plans(l, v):
		if v.goes {
			return v.project
		}
		return model.Planned
	case v.figure && l.open && l.count > 0, v.finished && v == l.left:
		return model.Done // 打造甲公园等口袋公园12处: counted, so there
	}
	return v.project
}

// soon is what a thing is of which a stage is told to be near: 即将投用, 即将开工.
var soon = map[model.Stage]model.Stage{model.Done: model.Building, model.Building: model.Planned, model.Planned: model.Planned, model.Signed: model.Planned}

// adds reports whether a verb tells something else of a list than the news tells of its projects:
// when it is done (项目签约: 甲项目建成后…) or where it is to be (项目开工: 甲项目落户乙园).
func (f *finder) adds(l *list, v *verb) bool {
	if v.project == model.Signed {
		return ends(f.of(l.Span), lexicon.NameLands) != ""
	}
	if v == l.left && f.news == model.Signed {
		_, pays := f.outlay(model.Span{Start: max(0, l.lead.Start-amountReach/3), End: l.lead.Start})
		return pays // 甲公司投资3亿元建设
	}
	return v == l.right && (v.once || v.project == model.Done && f.news == model.Signed && strings.HasPrefix(f.text[l.End:], "后"))
}

// saying is the verb that tells a list's stage; nil where none does.
func (f *finder) saying(l *list) *verb {
	v := l.left
	if l.right.builds() || v == nil {
		v = l.right
	}
	switch {
	case v.builds():
		return v
	case v.grows() && v.cluster == model.Target && classKind(f.of(l.class)) == projectClass, v == nil && l.ongoing:
		return &verb{project: model.Building} // 培育甲、乙等项目; 甲项目正在安装设备
	}
	return nil
}

// plans reports whether what a verb tells of a list is to come. What is told behind a list
// outside a plan has come about, unless its clause says when it will: 甲、乙签约落户.
func (f *finder) plans(l *list, v *verb) bool {
	if v.past || !f.Plans(l.sentence, f.origin(l.Span)) {
		return false
	}
	if v == l.right && l.deed && v.project != model.Done && f.Section(l.sentence) != model.Target {
		return false // 甲项目的签约将进一步…
	}
	return v != l.right || !v.strong || f.Section(l.sentence) == model.Target || f.toCome(l, lexicon.NameToCome) || f.announced(l)
}

// announced reports whether a list stands behind a colon before which it is told what is to come:
// 今年要办好几件事：甲路贯通，乙楼交付.
func (f *finder) announced(l *list) bool {
	lead, _, ok := strings.Cut(f.of(model.Span{Start: f.sentences[l.sentence].Start, End: max(f.sentences[l.sentence].Start, l.Start)}), "：")
	return ok && holds(lead, lexicon.NameToCome) != ""
}

// toCome reports whether a list's clause, outside a plan, holds a word that says so.
func (f *finder) toCome(l *list, word lexicon.Feature) bool {
	return f.Section(l.sentence) != model.Target && holds(f.clause(l), word) != ""
}

// clause is the text around a list from its clause's begin to what is said behind.
func (f *finder) clause(l *list) string {
	s := scan.WholeRunes(f.text, model.Span{Start: max(f.sentences[l.sentence].Start, l.members[0].Start-len("甲乙丙丁戊己庚辛壬癸")), End: l.End})
	before := f.text[s.Start:max(s.Start, l.members[0].Start)]
	if i := strings.LastIndexAny(before, "，,；;。"); i >= 0 {
		s.Start += i
	}
	last := l.members[len(l.members)-1].End
	after := f.text[last:f.sentences[l.sentence].End]
	if i := strings.IndexAny(after[max(0, l.End-last):], "，,；;。"); i >= 0 {
		after = after[:max(0, l.End-last)+i]
	}
	return f.text[s.Start:max(s.Start, l.members[0].Start)] + after
}

// madeOf reports whether a project's name tells what thing it is: 污水处理厂扩建项目.
func madeOf(name string) bool {
	name = withoutBracket(name)
	_, h := coreOf(name[:max(0, len(name)-len("项目"))])
	return h != nil && h.project
}

// inStage reports whether a title says how far what is of it is.
func inStage(name string) bool {
	return titled(name) != model.NoStage || holds(name, lexicon.UnderWay) != ""
}

// titled is what a class, or the title above entries, says of what is of it: 续建项目.
func titled(name string) model.Stage {
	switch {
	case holds(name, lexicon.UnderWay) != "" && holds(name, lexicon.AheadOfIt) != "": // 在建和拟建项目
		return model.NoStage
	case holds(name, lexicon.UnderWay) != "":
		return model.Building
	case holds(name, lexicon.AheadOfIt) != "", ends(name, lexicon.NameWorkOnIt) == name:
		return model.Planned
	}
	done := strings.TrimSuffix(name, "项目")
	for i := range done {
		if v := lex().of(done[i:]).verb; v != nil && v.strong { // 2023年签约项目
			return v.project
		}
	}
	return model.NoStage
}

// clusterStage is whether the industries of a list are there or are to be.
func (f *finder) clusterStage(l *list) model.Stage {
	v, plans := l.left, f.Plans(l.sentence, f.origin(l.Span))
	if !v.grows() {
		v = l.right
	}
	if !v.grows() {
		if plans && classKind(f.of(l.label)) == clusterClass {
			return model.Target
		}
		return model.Existing // what is told to grow is there
	}
	grown := v == l.left && v.cluster == model.Target && (plans || !v.goes && !f.grownAlready(l))
	if (v.ahead || grown || plans && v.brings()) && (v == l.right || !f.turns(l)) {
		return model.Target
	}
	return model.Existing
}

// longThere reports whether industries are there by the kind that they are of, and not developed: 提升甲、
// 乙等优势产业能级.
func (f *finder) longThere(l *list) bool {
	lead := f.of(l.lead)
	return holds(f.of(l.class), lexicon.NameLongThere) != "" && begins(lead, lexicon.NameDevelops) == "" && ends(lead, lexicon.NameDevelops) == ""
}

// grownAlready reports whether the industries of a list are there, outside a plan, whatever is done
// for them: 发展甲、乙等主导产业, 实施甲、乙等产业培育工程.
func (f *finder) grownAlready(l *list) bool {
	class := f.of(l.class)
	return developsIndustry(class) || ends(class, lexicon.NamePillar) != "" && strings.HasSuffix(f.of(l.lead), "发展") && firstTier(class) == ""
}

// grows reports whether a verb tells how an industry fares.
func (v *verb) grows() bool { return v != nil && v.cluster != model.NoStage }

// brings reports whether a verb tells that something comes to be: 建成, 形成.
func (v *verb) brings() bool { return !v.past && (v.finished || v.project == model.Done) }

// turns reports whether a list's industries are there, by their kind or as they are to become something else:
// 推动甲、乙等产业转型升级.
func (f *finder) turns(l *list) bool {
	if f.longThere(l) {
		return true
	}
	last := l.members[len(l.members)-1]
	rest, _, _ := cutAny(f.text[last.End:min(len(f.text), max(last.End, l.class.End)+len("数字化绿色化转型"))], "，,；;。、")
	return holds(rest, lexicon.NameTurns) != ""
}

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
	if s.Len() == 0 || holds(words, lexicon.NameInvests) == "" && strings.Trim(words, "0123456789.（）()的") != "亿元" {
		return model.Quantity{}, false
	}
	return f.sum(s)
}

// sum is the only sum of money in a span that tells what is invested, its currency told or not:
// 总投资10亿的.
func (f *finder) sum(s model.Span) (model.Quantity, bool) {
	if q, ok := f.Money(f.origin(s)); ok {
		return q, true
	}
	words, rest, ok := strings.Cut(f.of(s), "亿")
	lead := strings.TrimRight(words, "0123456789.")
	n, size, err := numeral.Scan(words[len(lead):])
	if !ok || err != nil || size == 0 || ends(lead, lexicon.NameInvests) == "" || rest != "" && rest != "的" {
		return model.Quantity{}, false
	}
	return model.Quantity{Value: model.Decimal{Coef: n.Coef, Exp: n.Exp}, Unit: "亿", Base: model.Decimal{Coef: n.Coef, Exp: n.Exp + 8}, BaseUnit: "元"}, true
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
	if !strings.Contains(before, "投") {
		return model.Quantity{}, false // as mostly
	}
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
			if q, ok := f.sum(model.Span{Start: s.Start, End: s.Start + len(clause)}); ok { // but 由甲集团投资建设，总投资3亿元
				return q, true
			}
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
	mark, _ := lineMark(line)
	return strings.ContainsAny(mark, "1一")
}

// keyed reports whether a line names first what it tells: 建设地点：甲园.
func keyed(line string) bool {
	key, _, ok := cutAny(line, "：:")
	return ok && len(key) <= len("建设内容及规模")
}

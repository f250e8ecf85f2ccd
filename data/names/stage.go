package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// The stage of a project.

// classStage is what the class behind a list says of its projects where no strong
// verb follows: 等在谈项目, 等续建项目.
func (f *finder) classStage(l *list) model.Stage {
	if prepares(l.work) || f.prepared(l.End) {
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
	case v.grows() && v.cluster == model.Target && classKind(f.of(l.class)) == projectClass:
		return &verb{project: model.Building} // 培育甲、乙等项目
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

// The entries of a list of projects, each told at the begin of a line and spoken of behind it:
//
//	二、续建项目
//	1.甲项目。总投资3亿元，主体已完工。
//	2.乙路改造（3亿元）
//	丙项目：总投资5亿元，…

// told is what is known of the entry that is being told of.
type told struct {
	fact      *model.Fact
	paragraph int
	stage     model.Stage // what the title above the entries says of them
}

// entitled takes in a list that is alone at the begin of a paragraph: the title above entries,
// or an entry of its own.
func (f *finder) entitled(l *list) bool {
	s, name := f.sentences[l.sentence], f.of(l.members[0].Span)
	if l.sentence > 0 && f.sentences[l.sentence-1].Paragraph == s.Paragraph || len(name) > maxNameBytes {
		return false
	}
	next := f.entry.paragraph > 0 && f.entry.paragraph >= s.Paragraph-1
	if above := strings.TrimSuffix(name, ends(name, lexicon.NameRoll)); inGeneral(above) && !madeOf(above) && (l.title || f.heads(l)) {
		f.entry = told{paragraph: s.Paragraph, stage: titled(f.of(model.Span{Start: s.Start, End: l.members[0].Start + len(above)}))}
		return false
	}
	if !l.title {
		return false
	}
	f.entry.fact = nil
	if stage := f.rubric(l.sentence); stage != model.NoStage {
		f.entry.stage, next = stage, true
	}
	return f.entryName(name, next) || f.costs(l).HasValue
}

// entryName reports whether a name is an entry's, next to another or its title.
func (f *finder) entryName(name string, next bool) bool {
	w, h := weigh(name), headOf(name)
	return endsProject(name) && (w.own >= 2 || w.topic >= 2 || w.signed) || next && (h != nil && (h.project || h.park && f.entry.stage != model.NoStage) && h.named(name, true) || endsProject(name) && madeOf(name))
}

// rubricReach is how many sentences above an entry the line that heads it may stand.
const rubricReach = 48

// rubric is what the nearest line of no more than a verb and a count says of the entries below it:
// 二、在建6项：. It is asked in the order of the text.
func (f *finder) rubric(sentence int) model.Stage {
	for ; f.ruled < sentence; f.ruled++ {
		line := lineEnd.TrimRight(f.of(f.sentences[f.ruled].Span))
		if !strings.HasSuffix(line, "项") || len(line) > maxNameBytes {
			continue
		}
		if said := howMany.TrimRight(line); said != line {
			f.rubricAt, f.rubricSays = f.ruled, model.NoStage
			if v := lex().of(lexicon.Verb.Suffix(said)).verb; v.builds() {
				f.rubricSays = v.project
			}
		}
	}
	if sentence-f.rubricAt > rubricReach {
		return model.NoStage
	}
	return f.rubricSays
}

// What may stand at the end of a line that heads others, and what counts them.
var lineEnd, howMany = lexicon.SetOf(" ：:\n"), lexicon.SetOf("0123456789项个件")

// heads reports whether a list ends a line that says no more: 专栏：今年拟开工重点项目.
func (f *finder) heads(l *list) bool {
	line := lineEnd.TrimRight(f.of(f.sentences[l.sentence].Span))
	return len(line) <= maxNameBytes && len(l.members) == 1 && strings.HasSuffix(line, f.of(l.members[0].Span)) && !strings.ContainsAny(line, "，,；;。、")
}

// madeOf reports whether a project's name tells what thing it is: 污水处理厂扩建项目.
func madeOf(name string) bool {
	name = withoutBracket(name)
	_, h := coreOf(name[:max(0, len(name)-len("项目"))])
	return h != nil && h.project
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

// enter makes a project an entry's.
func (f *finder) enter(fact *model.Fact, l *list) {
	body, paragraph := f.body(l)
	f.entry.fact, f.entry.paragraph = fact, paragraph
	if fact.Stage == model.NoStage {
		fact.Stage = f.entry.stage
	}
	if said := f.saidIn(body); said != model.NoStage && f.entry.outweighs(said) {
		fact.Stage = said
	}
	if q := f.costs(l); q.HasValue && !fact.HasValue {
		fact.Quantity, fact.HasValue = q.Quantity, true
	}
}

// saidIn is what the clauses that tell of an entry say of it by their last words alone: 2023年
// 10月开工; what is planned only where nothing is so yet.
func (f *finder) saidIn(body model.Span) (stage model.Stage) {
	body.End = min(body.End, body.Start+2*amountReach)
	for clause := range strings.FieldsFuncSeq(f.of(scan.WholeRunes(f.text, body)), scan.IsBreak) {
		switch v := lex().of(lexicon.Verb.Suffix(clause)).verb; {
		case v == nil || v.project == model.NoStage || !v.strong:
		case holds(clause, lexicon.NameToCome) == "":
			return v.project
		case stage == model.NoStage:
			stage = model.Planned
		}
	}
	return stage
}

// tellOf takes in what is told of the entry above, without naming it again; it reports whether
// a list is that.
func (f *finder) tellOf(l *list) bool {
	if f.entry.fact == nil || f.entry.paragraph != f.sentences[l.sentence].Paragraph {
		return false
	}
	name := f.of(l.members[0].Span)
	if len(name) > maxNameBytes || weigh(name).own > 0 {
		return false
	}
	stage := model.NoStage
	switch whole := name == "项目"; {
	case strings.HasPrefix(f.text[l.End:], "后"): // 项目达产后年产值可达…
	case prepares(name):
		stage = model.Planned
	case l.right.builds() && (whole || holds(name, lexicon.NamePartial) != ""), l.left.builds() && onlyOf(name, lexicon.NamePartial):
		stage = f.projectStage(l)
		if stage == model.Done && !whole {
			stage = model.Building // 厂房主体已完工
		}
	}
	if f.entry.outweighs(stage) {
		f.entry.fact.Stage = stage
	}
	return stage != model.NoStage
}

// outweighs reports whether a stage told of an entry stands against what its title says.
func (t *told) outweighs(stage model.Stage) bool {
	return t.fact.Stage == model.NoStage || t.fact.Stage == t.stage && (stage == model.Building || stage == model.Done)
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

// turns reports whether a list's industries are to become something else, and so are there:
// 推动甲、乙等产业转型升级.
func (f *finder) turns(l *list) bool {
	last := l.members[len(l.members)-1]
	rest, _, _ := cutAny(f.text[last.End:min(len(f.text), max(last.End, l.class.End)+len("数字化绿色化转型"))], "，,；;。、")
	return holds(rest, lexicon.NameTurns) != ""
}

// What the headline or the lead of a piece of news says of the projects that it tells of:
// 某县40个重点项目集中开工. It holds for a project of which nothing else is said.

// leadSentences are how many sentences a lead may take, the headline and a line of its date
// among them.
const leadSentences = 4

// headline is the stage that the headline, or else the lead, gives to projects in general.
func (f *finder) headline(lists []list) model.Stage {
	for i := range lists {
		l := &lists[i]
		if l.sentence >= leadSentences {
			break
		}
		if v := f.event(l); v != nil {
			return v.project
		}
	}
	return model.NoStage
}

// event is the verb that a list of projects in general stands before; nil where the list is
// none, or where it is told below the headline and of no ceremony.
func (f *finder) event(l *list) *verb {
	last := l.members[len(l.members)-1]
	name, v := f.of(last.Span), l.right
	if v == nil && last.many { // 首场签约：27个项目
		v = l.left
	}
	if l.class.Len() > 0 || !v.builds() || !v.strong || len(name) > maxNameBytes || !inGeneral(name) {
		return nil
	}
	if strings.HasPrefix(f.text[l.End:], "后") {
		return nil // 项目达产后
	}
	if around := f.text[l.Start:min(len(f.text), l.End+len("仪式"))]; l.sentence > 0 && holds(around, lexicon.Ceremony) == "" {
		return nil
	}
	return v
}

// inGeneral reports whether a name is that of projects in general, a quoted campaign before it
// aside: 重点项目, “开门红”首批项目.
func inGeneral(name string) bool {
	_, rest, quoted := strings.Cut(name, "”")
	if !quoted {
		rest = name
	}
	rest = rest[placeEnd(rest):]
	return endsProject(trimBuilding(rest)) && weigh(rest).own == 0
}

// campaign reports whether a name tells only of what campaign projects are.
func campaign(name string) bool {
	_, rest, quoted := strings.Cut(name, "”")
	return quoted && len(rest) > len("项目") && inGeneral(name) && vague(strings.TrimSuffix(strings.TrimSuffix(rest, "项目"), "工程"))
}

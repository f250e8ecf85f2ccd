package names

import (
	"cmp"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// A roll: the entries of a list of projects, each told at the begin of a line and spoken of behind
// it, or behind what they are about:
//
//	二、续建项目
//	1.甲项目。总投资3亿元，主体已完工。
//	2.乙路改造（3亿元）
//	3.新材料：丙、丁生产线（总投资2亿元）；戊中心，总投资4亿元
//	己项目：总投资5亿元，…

// told is what is known of the entry that is being told of.
type told struct {
	fact      *model.Fact
	paragraph int
	stage     model.Stage // what the title above the entries says of them
	title     bool        // one stands above them that says that they are projects
	above     string      // how it is marked
	mark      string      // how their lines are marked
}

// place is what a list is to a roll.
type place uint8

const (
	apart    place = iota
	theTitle       // above entries
	oneEntry       // alone at the begin of a paragraph
	ofRoll         // an entry below a title that says that it is a project
)

// entitled takes in a list that is alone at the begin of a paragraph: the title above entries,
// or an entry.
func (f *finder) entitled(l *list) place {
	s, name := f.sentences[l.sentence], f.of(l.members[0].Span)
	if l.sentence > 0 && f.sentences[l.sentence-1].Paragraph == s.Paragraph || len(name) > maxNameBytes {
		return apart
	}
	next := f.entry.leads(s.Paragraph)
	above := strings.TrimSuffix(name, ends(name, lexicon.NameRoll))
	title := inGeneral(above) && !madeOf(above) && (l.title || f.heads(l))
	part := next && f.entry.title && f.marked(l)
	switch {
	case part && (!title || !f.parted(l) && !weigh(above).empty()):
		f.entry.fact = nil
		return ofRoll
	case title:
		f.entry = f.titledBy(s, f.of(model.Span{Start: s.Start, End: l.members[0].Start + len(above)}), l.title, part)
		return theTitle
	case f.ownEntry(l, name, next):
		return oneEntry
	}
	return apart
}

// leads reports whether a paragraph may be the next line of the roll.
func (t *told) leads(paragraph int) bool { return t.paragraph > 0 && t.paragraph >= paragraph-1 }

// titledBy is what a line, of which nothing else may be told, says of the entries below it; a part
// of a roll is of what the whole is.
func (f *finder) titledBy(s Sentence, line string, alone, part bool) told {
	mark, _ := lineMark(line)
	t := told{paragraph: s.Paragraph, stage: titled(line), title: alone || inStage(line), above: mark}
	if part {
		t.stage = cmp.Or(t.stage, f.entry.stage)
	}
	return t
}

// ownEntry reports whether a list that is alone at the begin of a paragraph is an entry without a
// title that says so: by its name, or by what it costs.
func (f *finder) ownEntry(l *list, name string, next bool) bool {
	if !l.title {
		return false
	}
	f.entry.fact = nil
	if stage := f.rubric(l.sentence); stage != model.NoStage {
		f.entry.stage, next = stage, true
	}
	return f.entryName(name, next) || f.costs(l).HasValue
}

// marked reports whether a list is an entry of a roll whose lines are marked: it opens its line, or
// what it is about does (1.新材料：甲、乙；丙), and nothing is said that it does.
func (f *finder) marked(l *list) bool {
	s, first, last := f.sentences[l.sentence], l.members[0], l.members[len(l.members)-1]
	mark, n := lineMark(f.of(s.Span))
	if mark == "" || mark == f.entry.above || f.entry.mark != "" && f.entry.mark != mark {
		return false
	}
	f.entry.mark, f.entry.paragraph = mark, max(f.entry.paragraph, s.Paragraph)
	begin := first.Start
	if first.own.Len() > 0 {
		begin = first.own.Start
	}
	lead := strings.TrimSpace(f.of(model.Span{Start: min(s.Start+n, begin), End: begin}))
	rest := strings.TrimSpace(f.of(model.Span{Start: max(last.End, last.side.End), End: s.End}))
	r, _ := lexicon.First(rest)
	switch {
	case lead == "" && (r == '：' || r == ':'):
		return endsThing(f.of(last.Span)) && !f.topical(last, 0)
	case lead != "" && !aboutEntries(lead):
		return false
	}
	return rest == "" || scan.IsBreak(r) || strings.ContainsRune("。（(", r)
}

// aboutEntries reports whether what opens a line says what the entries are about that follow at its
// end: 新材料：, 新材料：甲生产线，总投资2亿元；.
func aboutEntries(lead string) bool {
	about, told, ok := cutAny(lead, "：:")
	if !ok || len(about) > maxNameBytes || strings.ContainsAny(about, "，,；;、") || endsThing(about) {
		return false
	}
	return told == "" || strings.HasSuffix(told, "；") || strings.HasSuffix(told, ";")
}

// parted reports whether lines that are marked otherwise follow that of a list: it is the title of
// a part of the roll.
func (f *finder) parted(l *list) bool {
	for _, s := range f.sentences[l.sentence+1:] {
		if s.Paragraph > f.sentences[l.sentence].Paragraph {
			mark, _ := lineMark(f.of(s.Span))
			return mark != "" && mark != f.entry.mark
		}
	}
	return false
}

// lineMark is how the line of a list is marked, whatever its number is, and the mark's length: （一）
// of （二）甲项目, 1. of 2.甲项目, —— of ——甲项目; "" where it is not.
func lineMark(line string) (mark string, length int) {
	if rest := strings.TrimLeft(line, "—-"); rest != line {
		return line[:len(line)-len(rest)], len(line) - len(rest)
	}
	opened := strings.TrimLeft(line, "（(")
	number := strings.TrimLeft(opened, "0123456789")
	digit := "1"
	if number == opened {
		number, digit = strings.TrimLeft(opened, "一二三四五六七八九十"), "一"
	}
	rest := strings.TrimLeft(number, ".．、）)是")                  // 一是
	if number == opened || rest == number && opened[0] != '0' { // 01 甲项目
		return "", 0
	}
	return line[:len(line)-len(opened)] + digit + number[:len(number)-len(rest)], len(line) - len(rest)
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
	_, n := lineMark(line)
	line = line[n:]
	return len(line) <= maxNameBytes && len(l.members) == 1 && strings.HasSuffix(line, f.of(l.members[0].Span)) && !strings.ContainsAny(line, "，,；;。、")
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
	if fact.Stage == model.NoStage && f.entry.title && f.Plans(l.sentence, f.origin(l.Span)) {
		fact.Stage = model.Planned
	}
	if q := f.costs(l); q.HasValue && !fact.HasValue && len(l.members) == 1 {
		fact.Quantity, fact.HasValue = q.Quantity, true
	}
}

// saidIn is what the clauses that tell of an entry say of it by their last words alone: 2023年
// 10月开工; what is planned only where nothing is so yet.
func (f *finder) saidIn(body model.Span) (stage model.Stage) {
	body.End = min(body.End, body.Start+2*amountReach)
	for clause := range strings.FieldsFuncSeq(f.of(scan.WholeRunes(f.text, body)), scan.IsBreak) {
		switch v := lex().of(lexicon.Verb.Suffix(clause)).verb; {
		case holds(clause, lexicon.NameOngoing) != "":
			if prepares(clause) { // 正在开展可研
				return model.Planned
			}
			return model.Building
		case holds(clause, lexicon.NamePartial) != "" && holds(clause, lexicon.Settled) != "": // 已完成地下室顶板施工
			return model.Building
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

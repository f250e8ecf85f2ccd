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
	class := l.class
	if class.Len() == 0 {
		class = l.label
	}
	if class.Len() == 0 || class.Len() > maxNameBytes || l.right != nil && l.right.strong {
		return model.NoStage
	}
	switch name := f.of(class); {
	case holds(name, lexicon.UnderWay) != "":
		return model.Building
	case holds(name, lexicon.AheadOfIt) != "" || ends(name, lexicon.NameWorkOnIt) == name:
		return model.Planned
	}
	return model.NoStage
}

// projectStage is what the verbs say, the verb behind outweighing the one before,
// read as the text stands: what a plan says will open is planned, what a look
// back says was rebuilt is done.
func (f *finder) projectStage(l *list) model.Stage {
	v := l.left
	if l.right != nil && l.right.project != "" || v == nil {
		v = l.right
	}
	if v == nil {
		return model.NoStage
	}
	if v.project == "" {
		if v.cluster == "" || classKind(f.of(l.class)) != projectClass {
			return model.NoStage
		}
		v = &verb{project: model.Building} // 培育甲、乙等项目
	}
	target := !v.past && f.Plans(l.sentence, f.origin(l.Span))
	if target && v == l.right && v.strong && f.Section(l.sentence) != model.Target && holds(f.clause(l), lexicon.NameToCome) == "" {
		target = false // 甲、乙签约落户
	}
	switch {
	case v.ahead:
		return model.Planned
	case v == l.right && v.project == model.Done && f.Section(l.sentence) != model.Target && holds(f.clause(l), lexicon.NameSoon) != "":
		return model.Building // 即将投用
	case target && !v.goes:
		return model.Planned
	case !target && v.figure && l.open && l.count > 0:
		return model.Done // 打造甲公园等口袋公园12处: counted, so there
	case !target && v.finished && v == l.left:
		return model.Done
	}
	return v.project
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

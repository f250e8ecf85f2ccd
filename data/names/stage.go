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
	v := f.saying(l)
	switch {
	case v == nil:
		return model.NoStage
	case v.ahead:
		return model.Planned
	case v == l.right && v.project == model.Done && f.toCome(l, lexicon.NameSoon):
		return model.Building // 即将投用
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

// saying is the verb that tells a list's stage; nil where none does.
func (f *finder) saying(l *list) *verb {
	v := l.left
	if l.right.builds() || v == nil {
		v = l.right
	}
	switch {
	case v.builds():
		return v
	case v != nil && v.cluster != "" && classKind(f.of(l.class)) == projectClass:
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
	return v != l.right || !v.strong || f.Section(l.sentence) == model.Target || f.toCome(l, lexicon.NameToCome)
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

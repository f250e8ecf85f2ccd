package names

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

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

package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// A project is told by what stands beside it, and by what it ends in:
//
//	签约了 甲、乙 等一批…项目     the class behind the list; any proper name will do
//	甲、乙项目 建成投产            the last name says 项目, a strong verb stands behind
//	新建 甲路, 改造提升 乙大桥      its own last word, and a verb of building

// projects finds the named things that are signed, planned, built or opened.
func projects(x *reading) []*model.Fact {
	l := newNames(x, model.Project)
	plan := &planner{x: x}
	groups := x.groups()
	for i := range groups {
		addProjects(l, &groups[i], plan)
	}
	return l.facts
}

// surroundings are what stands around the names of a group, as far as it tells
// projects.
type surroundings struct {
	class    bool // the list is said to be of projects, roads, schools …
	other    bool // it is said to be of something else
	governed bool // a verb of building or signing stands beside it
	strong   bool // the verb is said of named things only
	figure   bool // the verb may be a figure of speech: 打造…中心
	signed   bool // the verb says that they are signed: companies are named too
	several  bool // more than one name is listed
	exact    bool // it is said of how many projects, and as many are listed
	counted  bool // the class behind the list is counted: 等10个工业项目
}

func surround(x *reading, g *group) surroundings {
	var s surroundings
	s.class, s.other = classOf(x, g)
	last := x.text(g.items[len(g.items)-1].Span)
	s.several = len(g.items) > 1
	s.exact = strings.HasSuffix(x.text(g.tail), "项目") && g.count == len(g.items)
	s.counted = s.class && g.count > 1 && (g.open || s.several)
	if s.several && g.tail.Len() == 0 && endsProject(last) {
		s.class = true
	}
	for _, v := range []*verb{g.left, g.right} {
		if v != nil && v.project != "" {
			s.governed = true
			s.signed = v.project == model.Signed
			s.figure = v.figure
		}
	}
	s.strong = g.right != nil && g.right.strong
	return s
}

// endsProject reports whether a name calls itself a project.
func endsProject(name string) bool {
	return strings.HasSuffix(name, "项目") || strings.HasSuffix(name, "工程")
}

// classOf says what class the things of a group are said to be of.
func classOf(x *reading, g *group) (project, other bool) {
	if g.tail.Len() == 0 {
		label := x.text(trimQuotes(x.doc.Text, g.label))
		return endsProject(label) || strings.HasSuffix(label, "场景"), false
	}
	if g.tail.Len() > maxNameBytes {
		return false, true
	}
	tail := strings.TrimSuffix(trimBuilding(x.text(g.tail)), "”")
	if _, i := lexicon.Sector.Find(tail); i >= 0 || strings.HasSuffix(tail, "基础设施") || strings.HasSuffix(tail, "社区") && g.count > 0 {
		return false, true
	}
	_, h := coreOf(tail)
	for _, neutral := range []string{"平台", "机构", "载体"} { // an institute is one, an agency is not
		if strings.HasSuffix(tail, neutral) {
			return false, false
		}
	}
	switch {
	case h == nil:
		return false, g.open || g.count > 0 && len(g.items) > 1
	case h.class:
		return false, true
	}
	return h.project || h.set && (builds(g) || endsProject(tail)), false
}

// builds reports whether a verb beside a group tells of building.
func builds(g *group) bool {
	return g.left != nil && g.left.project != "" || g.right != nil && g.right.project != ""
}

// addProjects enters the projects of a group.
func addProjects(l *names, g *group, plan *planner) {
	x := l.x
	if lone(x, g) || g.left != nil && g.left.honour || g.right != nil && g.right.honour && strings.HasSuffix(x.text(g.Span), "创建") {
		return
	}
	around := surround(x, g)
	if around.other {
		return
	}
	headed := headLexicon().of(x.text(g.items[0].Span)) != nil
	list, met := split(x.doc.Text, g, func(it item, left string) bool {
		whole := headLexicon().of(left) != nil
		return whole || around.strong || len(g.items) > 2 && !(it.tied && headed) // 甲路、乙金融与丙基地道路
	})
	if !met && g.tail.Len() == 0 {
		return // 引进研发中心、孵化器6家
	}
	for i, s := range list {
		if counted(x.doc.Text, g, s) {
			continue
		}
		whole := s
		s = trimName(x.doc.Text, s)
		if pushed(x, g, s) {
			continue
		}
		if !isProject(trimBuilding(x.text(s)), around) && !(praised(x.doc.Text, whole, s) && (around.governed || around.class) && weigh(x.text(whole)).own > 0) {
			continue
		}
		f := l.add(g, s)
		if f.Stage == model.NoStage {
			f.Stage = classStage(x, g)
		}
		if f.Stage == model.NoStage {
			f.Stage = projectStage(g, plan)
		}
		if q, ok := amountOf(x, g, whole); ok && !f.HasValue {
			f.Quantity, f.HasValue = q, true
		}
		if !met && around.class && i == 0 {
			f.Flags = append(f.Flags, model.FlagListCount)
		}
	}
}

// pushed reports whether a park is only helped on: 推动甲科技城与乙大学融合发展.
func pushed(x *reading, g *group, s model.Span) bool {
	if h := headLexicon().of(x.text(s)); h == nil || !h.park || g.right != nil || g.left == nil || g.tail.Len() > 0 {
		return false
	}
	lead := strings.TrimSpace(x.text(model.Span{Start: g.Start, End: max(g.Start, min(s.Start, g.Start+len("积极推动")))}))
	return strings.Contains(lead, "推动") && !strings.HasPrefix(x.doc.Text[s.End:], "建设")
}

// lone reports whether nothing about a group can tell a project: the quick way
// past most of a text.
func lone(x *reading, g *group) bool {
	return g.left == nil && g.right == nil && g.tail.Len() == 0 && g.label.Len() == 0 && len(g.items) == 1 && !endsProject(trimBuilding(x.text(g.items[0].Span)))
}

// counted reports whether the item a name begins with stands for several
// things: 新建食堂6家. A park with several houses is still one: 甲产业园6个楼座.
func counted(text string, g *group, s model.Span) bool {
	if g.count > 0 && !g.open && len(g.items) == 1 {
		return parkIn(text, s, false) != s
	}
	return numbered(g, s)
}

// clausal reports whether a name is a piece of a sentence: it holds a word that
// speaks, such as 我区 or 宣布, and that no park or project is named by.
func clausal(name string) bool {
	_, i := lexicon.Clausal.Find(name)
	return i >= 0
}

// isProject judges one name of a group.
func isProject(name string, around surroundings) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || len(name) > maxNameBytes || clausal(name) {
		return false
	}
	core, h := coreOf(name)
	if h != nil && h.set {
		if endsProject(name) {
			return false // 某某区重点项目
		}
		h = nil
	}
	if core == name && !around.class && zone(name, h) || figurative(name) {
		return false
	}
	if h != nil && h.class {
		return around.signed && around.strong && strings.HasSuffix(name, "公司") && weigh(name).own >= 2
	}
	if around.class || around.governed || endsProject(name) {
		if thing(core, h, around) || endsProject(core) && thingInside(core, around) {
			return around.governed || around.class || weigh(core).own >= 3
		}
	}
	w := weigh(core)
	switch {
	case core != name && around.governed && (w.own >= 2 || w.signed), roadCode(name) && (around.class || around.governed):
		return true
	case around.counted && n >= 4:
		return w.own+w.topic > 0 || w.signed || n >= 6 || around.exact || strings.ContainsAny(name, "东西南北")
	case around.class:
		return w.own >= 2 || w.signed && w.own > 0 || around.several && n >= 4 && w.own > 0 && w.topic > 0 || around.several && h == nil && w.topic >= 2 && n >= 5
	case around.strong && h == nil:
		return n <= 14 && w.own >= 2 && (around.several || n >= 4 && w.own*2 >= n) || w.signed && w.own >= 2 && n <= 20
	case core != name && endsProject(name):
		return w.own >= 3
	}
	return false
}

// figurative reports whether a name without a proper part is rather what a
// district is to become: 区域性消费中心, 先进制造业基地.
func figurative(name string) bool {
	_, i := lexicon.Figure.Find(name)
	return i >= 0 && weigh(name).own == 0
}

// roadCode reports whether a name is a road's number: G311, S102线.
func roadCode(name string) bool {
	digits := strings.TrimSuffix(strings.TrimLeft(name, "GSX"), "线")
	return len(digits) >= 2 && len(digits) < len(name) && strings.Trim(digits, "0123456789") == ""
}

// zone reports whether a name is that of a zone: what is told of it is told of
// a part of the district, not of one thing that is built.
func zone(name string, h *head) bool {
	if h == nil || !h.park || h.project {
		return false
	}
	_, i := lexicon.Zoned.Find(name[len(name)-min(h.length, len(name)):])
	return i >= 0
}

// thing reports whether a name with this head is that of one thing to be built.
func thing(core string, h *head, around surroundings) bool {
	return h != nil && (h.project || h.park) && h.named(core, around.governed && !around.signed && !around.figure || around.class)
}

// thingInside reports the same of what a name calls a project: 有轨电车项目.
func thingInside(core string, around surroundings) bool {
	core, h := coreOf(core[:len(core)-len("项目")])
	return thing(core, h, around)
}

// coreOf leaves out what is done to a thing, if the name ends in that, and
// gives the thing with its head: 污水处理厂 of 污水处理厂一期提标改造.
func coreOf(name string) (string, *head) {
	core := name
	for {
		h := headLexicon().of(core)
		if h == nil || !h.action {
			return core, h
		}
		rest := withoutBracket(core)
		rest = rest[:len(rest)-h.length]
		if inner := headLexicon().of(rest); utf8.RuneCountInString(rest) < 2 || inner != nil && inner.class {
			return core, nil
		}
		core = rest
	}
}

// classStage is what the class behind a list says of its projects where no
// strong verb follows: 等在谈项目, 等续建项目.
func classStage(x *reading, g *group) model.Stage {
	if g.tail.Len() == 0 || g.tail.Len() > maxNameBytes || g.right != nil && g.right.strong {
		return model.NoStage
	}
	for _, c := range [...]struct {
		words lexicon.Feature
		stage model.Stage
	}{{lexicon.UnderWay, model.Building}, {lexicon.AheadOfIt, model.Planned}} {
		if _, i := c.words.Find(x.text(g.tail)); i >= 0 {
			return c.stage
		}
	}
	return model.NoStage
}

// projectStage is what the verbs say, the verb behind outweighing the one
// before, read as the text stands: what a plan says will open is planned, what
// a look back says was rebuilt is done.
func projectStage(g *group, plan *planner) model.Stage {
	v := g.left
	if g.right != nil && g.right.project != "" || v == nil {
		v = g.right
	}
	if v == nil || v.project == "" {
		return model.NoStage
	}
	target := !v.past && plan.target(g)
	switch {
	case target && !v.goes:
		return model.Planned
	case !target && v.figure && g.open && g.count > 0:
		return model.Done // 打造甲公园等口袋公园12处: counted, so there
	case !target && v.finished && v == g.left:
		return model.Done
	}
	return v.project
}

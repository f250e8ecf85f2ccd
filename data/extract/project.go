package extract

import (
	"strings"
	"unicode/utf8"

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
	groups := x.groups()
	for i := range groups {
		g := &groups[i]
		if g.left == nil && g.right == nil && g.tail.Len() == 0 && len(g.items) == 1 && !endsProject(x.text(g.items[0].Span)) {
			continue
		}
		addProjects(l, g)
	}
	return l.facts
}

// endsProject reports whether a name calls itself a project.
func endsProject(name string) bool {
	return strings.HasSuffix(name, "项目") || strings.HasSuffix(name, "工程")
}

// classOf says what class the things of a group are said to be of.
func classOf(x *reading, g *group) (project, other bool) {
	if g.tail.Len() == 0 || g.tail.Len() > maxName {
		return false, g.tail.Len() > maxName
	}
	tail := strings.TrimSuffix(trimBuilding(x.text(g.tail)), "”")
	h := headLexicon().of(tail)
	switch {
	case h == nil:
		return false, g.open || g.count > 0
	case h.class:
		return false, true
	}
	return h.project, false
}

// addProjects enters the projects of a group.
func addProjects(l *names, g *group) {
	x := l.x
	class, other := classOf(x, g)
	if other && !g.open && g.count == 0 {
		return
	}
	list, met := split(x.doc.Text, g, func(left string) bool {
		return len(g.items) > 2 || headLexicon().of(left) != nil
	})
	last := g.items[len(g.items)-1]
	shared := g.tail.Len() == 0 && endsProject(x.text(last.Span)) && len(list) > 1
	for i, s := range list {
		if counted(g, s) {
			continue
		}
		s = trimName(x.doc.Text, s)
		name := x.text(s)
		if !isProject(name, g, class || shared, other) {
			continue
		}
		f := l.add(g, s)
		if f.Stage == model.NoStage {
			f.Stage = projectStage(x, g)
		}
		if !met && class && i == 0 && !g.open {
			f.Flags = append(f.Flags, model.FlagListCount)
		}
	}
}

// counted reports whether the item a name begins with stands for several things.
func counted(g *group, s model.Span) bool {
	for _, it := range g.items {
		if it.Start == s.Start {
			return it.many || g.count > 0 && !g.open && g.tail.Len() == 0 && len(g.items) == 1
		}
	}
	return false
}

// isProject judges one name of a group.
func isProject(name string, g *group, class, other bool) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || len(name) > maxName || other {
		return false
	}
	h := headLexicon().of(name)
	built := governed(g)
	switch {
	case h != nil && h.class:
		return false
	case h != nil && (h.project || h.park):
		if class || built || endsProject(name) {
			if h.named(name, built) {
				return true
			}
		}
	}
	w := weigh(name)
	switch {
	case class:
		return w.own >= 2 || w.signed && w.own+w.topic > 0
	case strong(g):
		return h == nil && (w.own >= 2 && w.own*2 >= n || w.signed && w.own >= 2) && n <= 14
	}
	return false
}

// governed reports whether a verb of building or signing stands beside a group.
func governed(g *group) bool {
	return g.left != nil && g.left.project != "" || g.right != nil && g.right.project != ""
}

// strong reports whether the verb behind a group is said of named things only.
func strong(g *group) bool {
	return g.right != nil && g.right.strong || g.left != nil && g.left.strong && g.left.project == model.Signed && g.open
}

// projectStage is what the verbs say; the verb behind outweighs the one before.
func projectStage(x *reading, g *group) model.Stage {
	stage := model.NoStage
	if g.left != nil {
		stage = g.left.project
	}
	if g.right != nil && g.right.project != "" {
		stage = g.right.project
	}
	return stage
}

// trimName leaves out quotes and what is said of the building at the end.
func trimName(text string, s model.Span) model.Span {
	s = trimQuotes(text, s)
	s.End = s.Start + len(trimBuilding(text[s.Start:s.End]))
	return s
}

// trimBuilding leaves out a closing 建设.
func trimBuilding(name string) string {
	for _, end := range []string{"规划建设", "项目建设", "工程建设", "建设"} {
		if short := strings.TrimSuffix(name, end); short != name && utf8.RuneCountInString(short) >= 2 {
			if end == "项目建设" || end == "工程建设" {
				return short + end[:len("项目")]
			}
			return short
		}
	}
	return name
}

package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
)

// Whether a name is that of one thing that is built.

// clausal reports whether a name is a piece of a sentence: it holds a word that
// speaks, such as 我区 or 宣布, and that no park or project is named by.
func clausal(name string) bool { return holds(name, lexicon.Clausal) != "" }

// isProject judges one name of a list.
func isProject(name string, around surroundings) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || len(name) > maxNameBytes || clausal(name) || onlyOf(name, lexicon.NamePartial) || campaign(name) {
		return false
	}
	if i := placeEnd(name); i > 0 && endsProject(name) {
		if w := weigh(name[i:]); w.own+w.topic+w.common == 0 && !w.signed {
			return false // 某某区重大工业项目
		}
	}
	core, h := coreOf(name)
	if h != nil && h.set {
		if endsProject(name) {
			return false // 某某区重点项目
		}
		h = nil
	}
	if h != nil && h.need == needMark && strings.Trim(name[:len(name)-min(len(name), h.length)], "0123456789") == "" && h.length < len(name) {
		return false // 220线
	}
	if core == name && !around.class && zone(name, h) || figurative(name) {
		return false
	}
	if h != nil && h.class {
		return around.signed && (around.strong || around.class) && strings.HasSuffix(name, "公司") && weigh(name).own >= 2
	}
	if around.class || around.governed || endsProject(name) {
		if thing(core, h, around) || endsProject(core) && thingInside(core, around) {
			return around.governed || around.class || weigh(core).own >= 3
		}
	}
	return byCompany(name, core, h, around)
}

// placeEnd is where a place's name that opens a text ends; 0 when none does.
func placeEnd(name string) int {
	for i, r := range name {
		if i >= len("甲乙丙丁") {
			break
		}
		if i > 0 && strings.ContainsRune("区县市镇", r) {
			return i + utf8.RuneLen(r)
		}
	}
	return 0
}

// byCompany judges a name that ends as none: what is told of it decides.
func byCompany(name, core string, h *head, around surroundings) bool {
	n, w := utf8.RuneCountInString(name), weigh(core)
	own := w.own + w.common/2
	switch {
	case core != name && around.governed && (own >= 2 || w.signed), around.governed && (route(name) || quotedWork(name)), roadCode(name) && (around.class || around.governed):
		return true
	case around.counted && n >= 4:
		return own+w.topic > 0 || w.signed || n >= 6 || around.exact || strings.ContainsAny(name, "东西南北")
	case around.class:
		return own >= 2 || core != name && begins(core, lexicon.Parkside) != "" || // 城南黑臭水体治理
			w.signed && w.own > 0 || around.several && n >= 4 && own > 0 && w.topic > 0 || around.several && h == nil && w.topic >= 2 && n >= 5
	case around.strong && h == nil:
		return n <= 14 && w.own >= 2 && (around.several || n >= 4 && own*2 >= n) || w.signed && own >= 2 && n <= 20
	case around.behind && around.several && h == nil:
		return own >= 2 && n >= 4 && n <= 16
	case core != name && around.governed && h != nil && !h.set:
		return n >= 6 && holds(name[len(core):], lexicon.NamePhase) != "" // 污水处理厂二期
	case core != name && endsProject(name):
		return own >= 3
	}
	return false
}

// figurative reports whether a name without a proper part is rather what a
// district is to become: 区域性消费中心, 先进制造业基地.
func figurative(name string) bool {
	return holds(name, lexicon.Figure) != "" && weigh(name).own == 0
}

// route reports whether a name tells a road or a line by its ends: 甲高铁乙站至丙.
func route(name string) bool {
	w, at := lexicon.NameRoute.Find(name)
	if at <= 0 || at+len(w) == len(name) || weigh(name[:at]).own < 2 {
		return false
	}
	for i := range name[:at] {
		if h := headOf(name[:i]); i > 0 && h != nil && h.project {
			return true
		}
	}
	return false
}

// quotedWork reports whether a name is a quotation and 工程 or 项目: “两河”工程.
func quotedWork(name string) bool {
	inner, rest, _ := strings.Cut(name, "”")
	n, _ := chineseCount(strings.TrimPrefix(inner, "“"))
	return strings.HasPrefix(name, "“") && endsProject(name) && len(rest) == len("项目") && n == 0
}

// roadCode reports whether a name is a road's number: G311, S102线.
func roadCode(name string) bool {
	digits := strings.TrimSuffix(strings.TrimLeft(name, "GSX"), "线")
	return len(digits) >= 2 && len(digits) < len(name) && strings.Trim(digits, "0123456789") == ""
}

// zone reports whether a name is that of a zone: what is told of it is told of a
// part of the district, not of one thing that is built.
func zone(name string, h *head) bool {
	return h != nil && h.park && !h.project && holds(name[len(name)-min(h.length, len(name)):], lexicon.Zoned) != ""
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

// coreOf leaves out what is done to a thing, if the name ends in that, and gives
// the thing with its head: 污水处理厂 of 污水处理厂一期提标改造.
func coreOf(name string) (string, *head) {
	core := name
	for {
		h := headOf(core)
		if h == nil || !h.action {
			return core, h
		}
		rest := withoutBracket(core)
		rest = rest[:len(rest)-h.length]
		if inner := headOf(rest); utf8.RuneCountInString(rest) < 2 || inner != nil && inner.class {
			return core, nil
		}
		core = rest
	}
}

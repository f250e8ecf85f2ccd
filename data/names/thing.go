package names

import (
	"strings"

	"qubi/data/lexicon"
)

// Whether a name is that of one thing that is built.

// candidate is a name of a list, of which it is asked whether it is a project's.
type candidate struct {
	surroundings
	name, core string // the core is the name without what is done to the thing
	head       *head  // of the core; nil when it has none, or only that of a set
	set        bool   // it ends as sets do
	runes      int
	weight     weight // of the core
	own        int    // runes of the core that are proper, those of common words at half
}

func newCandidate(name string, around surroundings) candidate {
	core, h := coreOf(name)
	c := candidate{surroundings: around, name: name, core: core, head: h, runes: lexicon.Runes(name), weight: weigh(core)}
	if h != nil && h.set {
		c.head, c.set = nil, true
	}
	c.own = c.weight.own + c.weight.common/2
	return c
}

// isProject judges one name of a list.
func isProject(name string, around surroundings) bool {
	if len(name) > maxNameBytes || lexicon.Runes(name) < 2 || !around.tells() && !endsProject(name) || clausal(name) || !around.roll && figurative(name) {
		return false
	}
	c := newCandidate(name, around)
	switch {
	case c.general() || c.numbered() || c.zone():
		return false
	case c.head != nil && c.head.class:
		return c.signs()
	case c.built():
		return c.builds() || c.proper()
	}
	return c.told()
}

// proper reports whether a name is a project's whatever is said of it.
func (c *candidate) proper() bool {
	return c.weight.own >= 3 || c.weight.own == 2 && c.weight.topic >= 2
}

// general reports whether a name is that of projects in general: 某某区重点项目, 主体工程.
func (c *candidate) general() bool {
	if c.noThing() || partial(c.name) || campaign(c.name) || c.set && endsProject(c.name) {
		return true
	}
	if c.programme() || sloganWork(c.name) {
		return true
	}
	i := placeEnd(c.name)
	return i > 0 && !c.roll && endsProject(c.name) && weigh(c.name[i:]).empty() && !strings.HasPrefix(c.name[i:], "第") && (c.head == nil || c.head.length <= len("医院项目") || !madeOf(c.name[i:]))
}

// programme reports whether a name is that of a programme by which nothing is built: 人才培育工程, but
// 人才公寓工程.
func (c *candidate) programme() bool {
	stem, ok := strings.CutSuffix(withoutBracket(c.name), "工程")
	_, h := coreOf(stem)
	return ok && !h.builds() && !c.priced && !c.entry && holds(stem, lexicon.NameCause) != ""
}

// noThing reports whether a name is rather that of a measure, a place, or of what has a size, or a piece
// of a quotation: 开工率, 300亿级电子信息.
func (c *candidate) noThing() bool {
	measure := strings.TrimSuffix(c.name, ends(c.name, lexicon.Link)) // 开工率达
	return !balanced(c.name) || ends(measure, lexicon.NameMeasureNoun) != "" || ends(measure, lexicon.Rate) != "" || ends(c.name, lexicon.MoneyUnit) != "" ||
		endsPlace(c.name) && !c.roll || strings.Contains(c.name, "级") && lastTier(c.name) != ""
}

// partial reports whether a name is that of parts of a building, told by their number, phase or size:
// 2号厂房, 二期厂房, 某某产业园一期20万平方米厂房.
func partial(name string) bool {
	name = name[max(0, strings.IndexAny(name, "0123456789")):]
	rest := strings.TrimPrefix(name, begins(name, lexicon.NamePhase))
	return rest != "" && (onlyOf(rest, lexicon.NamePartial) || onlyOf(withoutOrdinal(rest), lexicon.NamePartial))
}

// withoutOrdinal leaves out the number by which one of several parts is told, or their size: 2号
// 厂房, 10万平方米厂房.
func withoutOrdinal(name string) string {
	rest := strings.TrimLeft(name, "0123456789一二三四五六七八九十#ABCDE.")
	if rest == "" || len(rest) == len(name) {
		return name
	}
	rest = strings.TrimPrefix(rest, "万")
	if unit := lexicon.NameUnit.At(rest); unit.Is(lexicon.SizeUnit) {
		return rest[len(unit.Text()):]
	}
	return strings.TrimPrefix(rest, "号")
}

// numbered reports whether a name is only a number and what it is of (220线), or what a plant
// has: 8万锭纺纱生产线.
func (c *candidate) numbered() bool {
	h := c.head
	if first, _ := lexicon.First(c.name); isDigit(first) && strings.HasSuffix(c.name, "生产线") {
		return true
	}
	return h != nil && h.need == needMark && h.length < len(c.name) && strings.Trim(c.name[:len(c.name)-h.length], "0123456789") == ""
}

// zone reports whether a name is that of a zone: what is told of it is told of a
// part of the district, not of one thing that is built.
func (c *candidate) zone() bool {
	h := c.head
	if h == nil || c.worked() || c.class || !h.park || h.project {
		return false
	}
	return holds(c.name[len(c.name)-min(h.length, len(c.name)):], lexicon.Zoned) != ""
}

// worked reports whether the name tells what is done to the thing: 甲路改造.
func (c *candidate) worked() bool { return c.core != c.name }

// signs reports whether a company stands for what it has signed.
func (c *candidate) signs() bool {
	return c.signed && (c.strong || c.class) && strings.HasSuffix(c.name, "公司") && weigh(c.name).own >= 2
}

// built reports whether a name ends in what can be built, and says enough of it.
func (c *candidate) built() bool {
	if !c.builds() && !endsProject(c.name) || c.aim() {
		return false
	}
	if c.thing(c.core, c.head) {
		return true
	}
	if !endsProject(c.core) {
		return false
	}
	core := withoutBracket(c.core)
	return c.thing(coreOf(core[:len(core)-len("项目")])) || c.local(core[:len(core)-len("项目")]) // 有轨电车项目
}

// local reports whether a project is told in known words alone by what is built or done, and where:
// 城区旧厂房改造, 县医院迁建; where is not asked of one whose cost is told.
func (c *candidate) local(stem string) bool {
	stem = strings.TrimSuffix(stem, "工程") // 公路改造工程项目
	thing, h := coreOf(trimBuilding(stem))
	if !c.builds() || thing == stem && !h.builds() || vague(thing) {
		return false
	}
	return c.priced || c.entry || c.strong && c.behind && !c.several || placeEnd(stem) > 0 || begins(stem, lexicon.Parkside) != ""
}

// thing reports whether a name with this head is that of one thing to be built.
func (c *candidate) thing(core string, h *head) bool {
	return h.builds() && h.named(core, c.governed && !c.signed && !c.figure || c.class || c.entry || c.priced)
}

// told judges a name that ends as none: what is told of it decides.
func (c *candidate) told() bool {
	switch {
	case c.governed && c.workedOn(), c.enrolled():
		return true
	case c.class:
		return c.classed() || c.phased()
	case c.head != nil:
		return c.phased()
	case c.strong || c.priced || c.behind && c.several && c.concrete:
		return c.acted()
	}
	return c.worked() && endsProject(c.name) && c.own >= 3
}

// phased reports whether a name tells a phase of what is built: 污水处理厂二期.
func (c *candidate) phased() bool {
	return c.head != nil && c.governed && c.worked() && c.runes >= 6 && holds(c.name[len(c.core):], lexicon.NamePhase) != ""
}

// enrolled reports whether the title of a roll says of a name that it is a project's.
func (c *candidate) enrolled() bool { return c.roll && c.runes >= 4 && !vague(c.core) }

// workedOn reports whether a name tells by its form what is built where a verb of building
// governs it.
func (c *candidate) workedOn() bool {
	return c.worked() && (c.own >= 2 && c.onThing() || c.weight.common > 1 && c.weight.topic > 0 && ends(c.name, lexicon.NamePhase) != "" || c.weight.signed || c.runes >= 8 && endsProject(c.name) && !vague(c.core)) || route(c.name) || quotedWork(c.name) || roadCode(c.name)
}

// classed reports whether a name says enough for one of a class of projects.
func (c *candidate) classed() bool {
	w := c.weight
	switch {
	case roadCode(c.name):
		return true
	case c.counted && c.runes >= 4:
		return c.oneOfSome()
	case c.place():
		return false
	case c.own >= 2, w.signed && w.own > 0, c.worked() && begins(c.core, lexicon.Parkside) != "": // 城南黑臭水体治理
		return true
	case !c.several:
		return false
	}
	return c.oneOfSeveral()
}

// place reports a short name alone among as many as are counted of no projects: 甲、乙2个市场.
func (c *candidate) place() bool { return c.places && c.head == nil && c.runes < 4 && !c.weight.signed }

// oneOfSeveral reports whether a name says enough for one of several that are listed.
func (c *candidate) oneOfSeveral() bool {
	topic := c.weight.topic
	return c.runes >= 4 && c.own > 0 && topic > 0 || c.runes >= 5 && c.head == nil && topic >= 2 || c.works && c.kind()
}

// kind reports whether a name tells what is built or done without a word of its own, which is
// enough where projects are listed: 抽水蓄能电站, 老城区污水管网改造.
func (c *candidate) kind() bool {
	if c.worked() {
		return c.runes >= 6
	}
	if c.weight.signed && strings.IndexFunc(c.name, func(r rune) bool { return !isLetter(r) }) < 0 {
		return c.runes >= 2 // ABB
	}
	return c.runes >= 4 && c.head != nil && c.head.project || c.runes >= 6 && acts(c.name)
}

// acts reports whether a name holds a verb behind its first word: 老旧小区加装电梯.
func acts(name string) bool {
	for at := 0; at < len(name); {
		e, n := lex().at(name[at:])
		if at > 0 && (e.class == general || e.verb != nil) {
			return true
		}
		if n == 0 {
			_, n = lexicon.First(name[at:])
		}
		at += n
	}
	return false
}

// oneOfSome reports whether a name says enough for one of so many projects.
func (c *candidate) oneOfSome() bool {
	return c.runes >= 6 || c.exact || c.own+c.weight.topic > 0 || c.weight.signed || strings.ContainsAny(c.name, "东西南北")
}

// acted reports whether a name is one that a verb of named things may be said of alone.
func (c *candidate) acted() bool {
	if begins(c.name, lexicon.NameFirmOfAKind) != "" { // 企业子女就学
		return false
	}
	if !c.strong {
		few := c.priced || c.many // so that less of a name will do
		return c.runes <= 16 && (c.own >= 4 && c.runes >= 6 || few && c.own >= 2 && c.runes >= 4)
	}
	return c.actedSurely()
}

// actedSurely reports whether a name is one of which alone such a verb may be said.
func (c *candidate) actedSurely() bool {
	if c.weight.signed && c.own >= 2 && c.runes <= 20 {
		return true
	}
	return c.runes <= 14 && c.weight.own >= 2 && (c.several || c.runes >= 4 && c.own*2 >= c.runes)
}

// placeEnd is where a place's name that opens a text ends; 0 when none does.
func placeEnd(name string) int {
	for at := 0; at < min(len(name), len("甲乙丙丁")); {
		r, n := lexicon.First(name[at:])
		if at > 0 && (r == '镇' || isDistrict(r)) {
			return at + n
		}
		_, word := lex().at(name[at:]) // 社区 holds no place's end
		at += max(n, word)
	}
	return 0
}

// endsPlace reports whether a name that ends as none of a thing ends as a district's does.
func endsPlace(s string) bool { return strings.TrimRight(s, "区县") != s && headOf(s) == nil }

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
		if inner := headOf(rest); inner == nil && lexicon.Runes(rest) < 2 || inner != nil && inner.class {
			return core, nil
		}
		core = rest
	}
}

// ofOne reports whether two words beside 和 tell of one thing: 甲牌设备及配件生产基地.
func ofOne(left, right string) bool {
	few := weigh(right).own < 2 || endsProject(right) && len(right) <= len("组件项目")
	return few && headOf(right) != nil && weigh(left).own >= 2
}

// remakesIndustry reports whether a class is of what is done for industries: 三大传统产业改造升级项目.
func remakesIndustry(class string) bool {
	class = strings.TrimSuffix(class, "项目")
	core, _ := coreOf(class)
	return core != class && endsIndustry(core)
}

// aim reports whether a name may be what is aimed at in general, no more being told of it than that it is
// helped on: 推进完整社区建设, 打造区域医疗中心.
func (c *candidate) aim() bool {
	if !c.governed || c.concrete || c.class || c.entry || c.priced || c.head == nil || !c.head.aimed {
		return false
	}
	stem := withoutProject(c.name)
	_, within := coreOf(trimBuilding(stem)) // 文化中心建设工程
	return c.figure || c.weight.own < 2 && !c.weight.signed && !owned(c.name) && !endsPhase(stem) && !(stem != c.name && within.builds() && !within.aimed)
}

// withoutProject leaves out a closing 项目 or 工程.
func withoutProject(name string) string {
	if endsProject(name) && withoutBracket(name) == name {
		return name[:len(name)-len("项目")]
	}
	return name
}

// owned reports whether a name begins with whose the thing is: 寿县通用机场, 县中医院.
func owned(name string) bool {
	r, n := lexicon.First(name)
	_, word := lex().at(name)
	return placeEnd(name) > 0 || (isDistrict(r) || r == '省') && word <= n
}

// onThing reports whether what is done is done to a thing that a name begins with, where no class says
// that it is a work: 甲灌区现代化改造, but not 乙产业转型升级.
func (c *candidate) onThing() bool {
	if c.class || c.concrete || c.priced || c.entry || endsPhase(c.name) {
		return true
	}
	for i := range c.core + "." {
		if thing := c.core[:i]; i > 0 && (headOf(thing).builds() || ends(thing, lexicon.NameGround) != "") && weigh(thing).own >= 2 {
			return true
		}
	}
	return false
}

// sloganWork reports whether a name is that of the works that a counted slogan sums up: “两重”项目, “八改”工程.
func sloganWork(name string) bool {
	inner, rest, ok := strings.Cut(strings.TrimPrefix(name, "“"), "”")
	r, _ := lexicon.First(inner)
	return ok && strings.HasPrefix(name, "“") && endsProject(rest) && len(rest) == len("项目") && counting.Has(r)
}

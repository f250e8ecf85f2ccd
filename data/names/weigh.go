package names

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
)

// weight is what a name is made of, in runes.
type weight struct {
	own    int  // characters no lexicon knows: the proper part
	topic  int  // words an industry or a park is about
	common int  // words of the common language
	plain  int  // words that name nothing
	signed bool // quotes, Latin letters or an ordinal make it one of its kind
}

// empty reports whether nothing in a name tells one thing from another.
func (w weight) empty() bool { return w.own+w.topic+w.common == 0 && !w.signed }

// maxNameBytes bounds a name, in bytes.
const maxNameBytes = 90

// weigh weighs a name.
func weigh(name string) weight {
	var w weight
	l := lex()
	for at := 0; at < len(name); {
		if e, n := l.at(name[at:]); n > 0 {
			w.word(e, lexicon.Runes(name[at:at+n]), at == 0)
			at += n
		} else if n := counted(name[at:]); n > 0 && at > 0 { // 两台
			w.plain += lexicon.Runes(name[at : at+n])
			at += n
		} else {
			at += w.rune(name[at:], at == 0)
		}
	}
	return w
}

// rune adds the rune that opens a text and belongs to no known word; it gives the length of
// what was added.
func (w *weight) rune(text string, first bool) int {
	r, n := lexicon.First(text)
	switch {
	case r == '“' && slogan(text[n:]) > 0:
		w.plain += 2
		return n + slogan(text[n:])
	case r == '第':
		w.signed = true
		if first {
			w.own++
		}
	case r == '“' || r == '‘' || r < utf8.RuneSelf && r != '(' && r != ')':
		w.signed = true
	case r >= 0x4E00:
		w.own++
	}
	return n
}

// counted is the length of a count with its unit at the begin of a text; 0 when none
// stands there.
func counted(s string) int {
	n, _ := chineseCount(s)
	if n == 0 {
		return 0
	}
	if unit := lexicon.NameUnit.At(s[n:]); unit.Is(lexicon.CountUnit) {
		return n + len(unit.Text())
	}
	return 0
}

// word adds a word of n characters.
func (w *weight) word(e *entry, n int, first bool) {
	switch {
	case e.class == topic:
		w.topic += n
	case e.class == proper || e.class == soft && first, (e.class == adverb || e.class == stop) && n == 1 && first: // 和泰, 正泽, 上高
		w.own += n
	case e.verb == nil && (e.class == common || e.class == general):
		w.common += n
	default:
		w.plain += n
	}
}

// isOwner reports whether a name may be that of who has things: it is proper, or a company's.
func isOwner(name string) bool {
	w := weigh(name)
	return w.own >= 3 && w.own == lexicon.Runes(name) || w.own >= 2 && ends(name, lexicon.Firms) != "" || ends(name, lexicon.Company) != ""
}

// slogan is the length of a quotation with its closing mark that holds nothing
// but words that name nothing (“三个一批”); 0 when it holds more.
func slogan(s string) int {
	quote, _, closed := strings.Cut(s, "”")
	if !closed {
		return 0
	}
	if w := weigh(quote); w.own+w.topic+w.common > 0 {
		return 0
	}
	return len(quote) + len("”")
}

// lead is what stands before a head.
type lead struct {
	weight
	*head
	text     string
	governed bool // a verb of building stands beside the name
}

// named reports whether a name with this head is the name of one thing.
// governed says that a verb of building stands beside it.
func (h *head) named(name string, governed bool) bool {
	name = withoutBracket(name)
	rest := name[:len(name)-h.length]
	if rest == "" || h.class {
		return h.need == needWhole && governed
	}
	l := lead{weigh(rest), h, rest, governed}
	return governed && h.need != needOne && (l.own+l.common+l.topic >= 2 || !endsProject(name) && l.says()) || wants[h.need](l)
}

// wants are what the heads want before them.
var wants = [...]func(lead) bool{needAny: lead.long, needMark: lead.marked, needWhole: lead.marked, needTheme: lead.about, needTopic: lead.industrial, needOne: lead.one, needOwn: lead.placed}

func (l lead) long() bool { return lexicon.Runes(l.text) >= 2 }

// says reports whether more is said than how or how many things are.
func (l lead) says() bool { return !vague(l.text) && l.long() }

func (l lead) proper() bool { return l.own+l.common >= 2 || l.signed }

// placed reports whether a name is proper, or that of a park told by where it lies: 滨海化工园区.
func (l lead) placed() bool {
	r, _ := lexicon.Last(l.text) // 龙桥化工园
	return l.proper() || l.park && (begins(l.text, lexicon.Parkside) != "" || l.own > 0 && (places.Has(r) || headAt(l.text).builds()) && lexicon.Runes(l.text) == 2)
}

// words reports whether a verb governs a name before whose head so many runes of known words
// stand.
func (l lead) words(n int) bool { return l.governed && l.own+l.topic+l.plain+l.common >= n }

func (l lead) marked() bool {
	return l.proper() || l.words(2) || l.governed && l.length > len("中心") && strings.Contains("区县市镇", l.text)
}

func (l lead) about() bool { return l.proper() || l.words(5) }

// industrial reports whether it is told what industry a park is about, or where it lies: 城北
// 综合物流园, but not 国家级开发区.
func (l lead) industrial() bool {
	return l.proper() || l.topic >= 2 || begins(l.text, lexicon.Parkside) != "" || !vague(l.text) || l.words(4) && !strings.Contains(l.text, "级")
}

func (l lead) one() bool {
	return l.own >= 1 || l.signed || lexicon.Runes(l.text) <= 3 && strings.ContainsAny(l.text, "东西南北滨环沿江河湖海山")
}

// vague reports whether a text holds only words that say how or how many things
// are: 特色, 省级.
func vague(s string) bool { return onlyOf(s, lexicon.NameVague) }

// onlyOf reports whether a text is made of the words of a set alone.
func onlyOf(s string, set lexicon.Feature) bool {
	for s != "" {
		w := begins(s, set)
		if w == "" {
			return false
		}
		s = s[len(w):]
	}
	return true
}

// className is what the class of a list makes of its members.
type className uint8

const (
	noKind className = iota
	clusterClass
	parkClass
	projectClass
	firmClass
	otherClass
)

// mayBeClass reports whether a text ends as classes do; most do not, and need no further
// look.
func mayBeClass(s string) bool {
	last, _ := lexicon.Last(s)
	return last == '级' || last == ')' || last == '）' || places.Has(last) || lexicon.NameClassEnd.AtEnd(s) != lexicon.NoWord
}

// developsIndustry reports a programme by which industries are developed: 产业培育工程.
func developsIndustry(s string) bool {
	industry := strings.TrimSuffix(s, ends(s, lexicon.NameProgramme))
	return industry != s && industry != "产业" && endsIndustry(industry) && weigh(industry).own == 0
}

// classKind says what the things of a class are.
func classKind(s string) className {
	s = strings.TrimSuffix(s, "”")
	if s == "" || len(s) > maxNameBytes || !mayBeClass(s) {
		return noKind
	}
	if endsIndustry(s) || strings.HasSuffix(s, "亿级") || developsIndustry(s) {
		return clusterClass
	}
	if ends(s, lexicon.Firms) != "" || ends(s, lexicon.Company) != "" {
		return firmClass
	}
	h := headOf(trimBuilding(s))
	switch {
	case h == nil:
		return noKind
	case h.park && !strings.HasSuffix(s, "基地") || h.set && strings.HasSuffix(s, "园区"):
		return parkClass
	case h.class:
		return otherClass
	}
	return projectClass
}

// ofPlaces reports whether a class that is counted is of places first: 6个乡镇污水项目.
func ofPlaces(class string) bool {
	rest := strings.TrimLeft(class, "乡镇村")
	return rest != class && !strings.HasPrefix(rest, "级")
}

// says is how many runes of what stands before a park's last word tell whose it is or what it is about.
func says(lead string) int {
	w := weigh(lead)
	if w.signed {
		return len(lead)
	}
	return w.own + w.topic
}

// honour reports whether a name is rather a title that is awarded.
func honour(name string) bool {
	return begins(name, lexicon.NameAwardedBy) != "" && ends(name, lexicon.NameAward) != "" && weigh(name).own < 2
}

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

// maxNameBytes bounds a name, in bytes.
const maxNameBytes = 90

// weigh weighs a name.
func weigh(name string) weight {
	var w weight
	l := lex()
	for at := 0; at < len(name); {
		r, n := lexicon.RuneAt(name, at, len(name))
		if word := lexicon.NameWord.At(name[at:]); word != nil {
			w.word(l.of(word), utf8.RuneCountInString(word.Text), at == 0)
			at += len(word.Text)
			continue
		}
		if n := counted(name[at:]); n > 0 && at > 0 { // 两台
			w.plain += utf8.RuneCountInString(name[at : at+n])
			at += n
			continue
		}
		switch {
		case r == '“' && slogan(name[at+n:]) > 0:
			w.plain += 2
			at += slogan(name[at+n:])
		case r == '“' || r == '"' || r == '‘' || r < utf8.RuneSelf && r != '(' && r != ')' || r == '第' && at > 0:
			w.signed = true
		case r == '第':
			w.signed, w.own = true, w.own+1
		case r >= 0x4E00:
			w.own++
		}
		at += n
	}
	return w
}

// counted is the length of a count with its unit at the begin of a text; 0 when none
// stands there.
func counted(s string) int {
	n, _ := chineseCount(s)
	if n == 0 {
		return 0
	}
	if unit := lexicon.NameUnit.At(s[n:]); unit.Is(lexicon.CountUnit) {
		return n + len(unit.Text)
	}
	return 0
}

// word adds a word of n characters.
func (w *weight) word(e *entry, n int, first bool) {
	switch {
	case e.class == topic:
		w.topic += n
	case e.class == proper || e.class == soft && first, e.class == adverb && n == 1: // 和泰, 正泽
		w.own += n
	case e.verb == nil && (e.class == common || e.class == general):
		w.common += n
	default:
		w.plain += n
	}
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

// named reports whether a name with this head is the name of one thing.
// governed says that a verb of building stands beside it.
func (h *head) named(name string, governed bool) bool {
	name = withoutBracket(name)
	rest := name[:len(name)-h.length]
	if rest == "" || h.class {
		return h.need == needWhole && governed
	}
	w := weigh(rest)
	own := w.own + w.common
	if governed && h.need != needOne && (own+w.topic >= 2 || !vague(rest) && !endsProject(name) && utf8.RuneCountInString(rest) >= 2) {
		return true
	}
	switch h.need {
	case needAny:
		return utf8.RuneCountInString(rest) >= 2
	case needMark, needWhole:
		return own >= 2 || w.signed || governed && (w.own+w.topic+w.plain+w.common >= 2 || h.length > len("中心") && strings.Contains("区县市镇", rest))
	case needTheme:
		return own >= 2 || w.signed || governed && w.own+w.topic+w.plain+w.common >= 5
	case needTopic:
		return own >= 2 || begins(rest, lexicon.Parkside) != "" || w.topic >= 2 || w.signed || !vague(rest) ||
			governed && w.own+w.topic+w.plain+w.common >= 4 && !strings.Contains(rest, "级") // 城北综合物流园, but 国家级开发区
	case needOne:
		return w.own >= 1 || w.signed || utf8.RuneCountInString(rest) <= 3 && strings.ContainsAny(rest, "东西南北滨环沿江河湖海山")
	}
	return own >= 2 || w.signed
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

// classKind says what the things of a class are.
func classKind(s string) className {
	s = strings.TrimSuffix(s, "”")
	if s == "" || len(s) > maxNameBytes {
		return noKind
	}
	if endsIndustry(s) || strings.HasSuffix(s, "亿级") {
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

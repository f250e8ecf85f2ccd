package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// weight is what a name is made of, in runes.
type weight struct {
	own    int  // characters no lexicon knows: the proper part
	topic  int  // words an industry or a park is about
	plain  int  // words that name nothing
	signed bool // quotes, Latin letters or an ordinal make it one of its kind
}

// maxNameBytes bounds a name, in bytes.
const maxNameBytes = 90

// weigh weighs a name.
func weigh(name string) weight {
	var w weight
	l := nameLexicon()
	for at := 0; at < len(name); {
		r, n := utf8.DecodeRuneInString(name[at:])
		end, value := l.words.Longest(name, at, len(name), r, n)
		switch {
		case value != 0 && l.table[value].class == topic:
			w.topic += utf8.RuneCountInString(name[at:end])
			at = end
			continue
		case value != 0 && (l.table[value].class == proper || l.table[value].class == soft && at == 0):
			w.own += utf8.RuneCountInString(name[at:end])
			at = end
			continue
		case value != 0:
			w.plain += utf8.RuneCountInString(name[at:end])
			at = end
			continue
		case r == '“' && slogan(name[at+n:]) > 0:
			w.plain += 2
			at += n + slogan(name[at+n:])
			continue
		case r == '“' || r == '"' || r == '‘' || r < utf8.RuneSelf && r != '(' && r != ')':
			w.signed = true
		case r == '第' && at > 0 || r >= '0' && r <= '9':
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

// slogan is the length of a quotation with its closing mark that holds nothing
// but words that name nothing (“三个一批”); 0 when it holds more.
func slogan(s string) int {
	quote, _, closed := strings.Cut(s, "”")
	l := nameLexicon()
	for at := 0; closed && at < len(quote); {
		r, n := utf8.DecodeRuneInString(quote[at:])
		end, value := l.words.Longest(quote, at, len(quote), r, n)
		if value == 0 || l.table[value].class == proper || l.table[value].class == topic {
			return 0
		}
		at = end
	}
	if !closed {
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
	switch h.need {
	case needAny:
		return utf8.RuneCountInString(rest) >= 2
	case needMark, needWhole:
		return w.own >= 2 || w.signed || governed && (w.own+w.topic+w.plain >= 2 || h.length > len("中心") && strings.Contains("区县市镇", rest))
	case needTheme:
		return w.own >= 2 || w.signed || governed && w.own+w.topic+w.plain >= 5
	case needTopic:
		return w.own >= 2 || lexicon.Parkside.Prefix(rest) != "" || w.topic >= 2 || w.signed ||
			governed && w.own+w.topic+w.plain >= 4 && !strings.Contains(rest, "级") // 城北综合物流园, but 国家级开发区
	case needOne:
		return w.own >= 1 || w.signed || utf8.RuneCountInString(rest) <= 3 && strings.ContainsAny(rest, "东西南北滨环沿江河湖海山")
	}
	return w.own >= 2 || w.signed
}

// names makes the facts of one kind, each name once.
type names struct {
	x     *reading
	kind  model.Kind
	facts []*model.Fact
	seen  map[string]*model.Fact
}

func newNames(x *reading, kind model.Kind) *names {
	return &names{x: x, kind: kind, seen: map[string]*model.Fact{}}
}

// add enters a name read from a group; a name told again gets a further place.
// It gives the fact, new or old.
func (l *names) add(g *group, name model.Span) *model.Fact {
	text := strings.TrimSpace(l.x.text(name))
	s := l.x.sentences[g.sentence]
	place := model.Place{Quote: l.quote(g, name), Sentence: s.Span, Paragraph: s.Paragraph}
	key := nameKey(text)
	if f := l.seen[key]; f != nil {
		f.Also = append(f.Also, place)
		return f
	}
	f := &model.Fact{Kind: l.kind, Name: text, Place: place, Themes: themes(l.x, s, place.Quote, text)}
	l.seen[key] = f
	l.facts = append(l.facts, f)
	return f
}

// quoteRunes is the length a quote may have.
const quoteRunes = 40

// quote is the shortest run that states the fact: the group if that is short,
// else the name with what governs it on the nearer side.
func (l *names) quote(g *group, name model.Span) model.Span {
	for _, s := range []model.Span{g.Span, {Start: name.Start, End: g.End}, {Start: g.Start, End: name.End}} {
		if s.Contains(name) && utf8.RuneCountInString(l.x.text(s)) <= quoteRunes {
			return s
		}
	}
	return name
}

// nameKey makes two spellings of one name equal: quotes, blanks and a closing
// 项目, 建设 or 产业 do not tell names apart, nor does what a zone is short for.
func nameKey(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" 　“”\"‘’·", r) {
			return -1
		}
		return r
	}, name)
	for _, end := range []string{"项目", "建设", "产业"} {
		if short := strings.TrimSuffix(name, end); utf8.RuneCountInString(short) >= 2 {
			name = short
		}
	}
	for _, zone := range [...][2]string{{"经济技术开发区", "经开区"}, {"经济开发区", "经开区"}, {"高新技术产业开发区", "高新区"}, {"高新技术开发区", "高新区"}, {"综合保税区", "综保区"}} {
		if short := strings.TrimSuffix(name, zone[0]); short != name {
			return short + zone[1]
		}
	}
	return name
}

// trimQuotes leaves out quotation marks that enclose the whole name or are not
// matched inside it.
func trimQuotes(text string, s model.Span) model.Span {
	for s.Len() > 0 {
		name := text[s.Start:s.End]
		first, n := utf8.DecodeRuneInString(name)
		last, m := utf8.DecodeLastRuneInString(name)
		switch {
		case first != '(' && first != '（' && closing(first) != "" && strings.Index(name, closing(first)) == len(name)-m && m < len(name):
			s.Start, s.End = s.Start+n, s.End-m
		case strings.ContainsRune(" 　·-", first):
			s.Start += n
		case strings.ContainsRune(" 　·-", last):
			s.End -= m
		default:
			return s
		}
	}
	return s
}

// split gives the items of a group as spans. Where a count is stated it decides
// whether 和 parts two names or joins one; a count that cannot be met is told.
// Without a count, parts(left) says whether what stands left of 和 is whole.
func split(text string, g *group, parts func(it item, left string) bool) (list []model.Span, met bool) {
	soft := 0
	for _, it := range g.items {
		if it.soft {
			soft++
		}
	}
	hard := len(g.items) - soft
	for i, it := range g.items {
		join := it.soft && i > 0
		switch {
		case !join:
		case g.count == len(g.items):
			join = false
		case g.count == hard:
		case i < len(g.items)-1 && !g.items[i+1].soft:
		default:
			join = !parts(it, text[g.items[i-1].Start:g.items[i-1].End])
		}
		if join && len(list) > 0 {
			list[len(list)-1].End = it.End
		} else {
			list = append(list, it.Span)
		}
	}
	return list, g.count == 0 || g.open || len(g.items) == 1 || g.count == len(list)
}

// Package names reads the clusters, parks and projects that a report names.
//
// A name has no mark of its own in Chinese text; what shows it are the words on its two sides.
// A text passes these steps, each in files of its own:
//
//	token, number     a sentence is cut into tokens: words of the lexicon, numbers, marks,
//	                  and characters that no word knows, of which proper names are made
//	parse, inside     the tokens make nodes: an item (what may be a name), a verb, 、 or 等;
//	                  here it is told whether a verb stands beside a name or is part of it
//	list              the nodes make lists of items, with what is told of each
//	around, behind,   a list takes in the verb on either side, what it is said to be, and
//	label, class      the class that it spells out, or that stands behind it
//	trim              a member is cut down to its own name
//	weigh, thing      a name is weighed: is it proper enough for what stands around it?
//	cluster, park,    what passes is a fact, which takes its stage, sum, size and set from
//	project, stage,   the list
//	amount, industry
package names

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// Sentence is one sentence of a document.
type Sentence struct {
	model.Span
	Paragraph int // from 1
}

// Context is what the reading of names wants to know of a text.
type Context interface {
	// Plans reports whether what stands at the span of a sentence is told as what
	// is to be done. It is asked in the order of the text.
	Plans(sentence int, at model.Span) bool
	// Section is what the heading above a sentence says: Achieved, Target or NoStage.
	Section(sentence int) model.Stage
	// Money gives the only sum of money told in a span.
	Money(at model.Span) (model.Quantity, bool)
	// Themes are the themes of a fact.
	Themes(sentence int, quote model.Span, name string) []model.Theme
	// Judged takes the rule that read a fact and the signs of how far to trust it.
	Judged(f *model.Fact, rule string, signs []string)
}

// Lists are the names that a text tells together, before it is asked which of them are what.
type Lists struct {
	flat *flatText
	room *room
	sets []set
}

// Read finds the lists of a text in its sentences, which are in order. No name is cut within that
// of the district whose text it is, whatever its characters mean: 上高工业园区. Words are the longest
// of the lexicon at each place of the text, where they are known.
func Read(text, district string, words []lexicon.Word, sentences []Sentence) *Lists {
	flat := flatten(text, sentences)
	w := rooms.Get().(*room)
	w.p, w.r = parser{text: flat.text, tokens: w.p.tokens, nodes: w.p.nodes}, reader{text: flat.text, lists: w.r.lists[:0], all: w.r.all[:0]}
	p, r := &w.p, &w.r
	place := strings.TrimRightFunc(district, isDistrict)
	if _, word := lex().at(place); word == len(place) || utf8.RuneCountInString(place) < 2 {
		place = district // 新建区 builds nothing, but 新建大桥 is built anew
	}
	all := &Lists{flat: flat, room: w}
	r.lists = slices.Grow(r.lists, min(maxLists, len(flat.text)/(2*listBytes)))
	for i, s := range flat.sentences {
		p.tokens = tokensOf(flat.text, place, flat.words(words, s.Span), s.Span, p.tokens)
		r.tokens, r.nodes = p.tokens, p.parse()
		all.sets = p.setsIn(all.sets, i)
		r.read(i, i+1 < len(flat.sentences) && begins(strings.TrimLeft(flat.text[flat.sentences[i+1].Start:], " \n\t\u3000“"), lexicon.NameAmong) != "")
	}
	return all
}

// Facts gives the clusters, parks and projects of the lists, each kind in the order of the
// text. The lists are gone then.
func (all *Lists) Facts(c Context) []*model.Fact {
	defer rooms.Put(all.room)
	flat, lists := all.flat, all.room.r.lists
	flat.Context = c
	finders := [...]*finder{newFinder(flat, model.Cluster), newFinder(flat, model.Park), newFinder(flat, model.Project)}
	facts := clusters(finders[0], lists)
	for _, s := range flat.sentences {
		sizesTold(flat.text[s.Start:s.End], facts)
	}
	facts = append(facts, parks(finders[1], lists, all.sets)...)
	facts = append(facts, projects(finders[2], lists)...)
	for _, f := range facts {
		flat.restore(&f.Place)
		for i := range f.Also {
			flat.restore(&f.Also[i])
		}
	}
	for _, f := range finders {
		f.judge()
	}
	return facts
}

// quoteMarks are the marks that enclose a set.
var quoteMarks = lexicon.SetOf("“”‘’\"「」『』")

// setsIn adds the sets that the nodes of a sentence name, quoted or not.
func (p *parser) setsIn(sets []set, sentence int) []set {
	for i := range p.nodes {
		n := &p.nodes[i]
		if n.kind != nodeSet && n.kind != nodeItem {
			continue
		}
		name := quoteMarks.Trim(p.text[n.Start:n.End])
		if n.kind == nodeSet || n.kind == nodeItem && setParts(name) > 1 {
			sets = append(sets, set{name, sentence})
		}
	}
	return sets
}

// room is where the tokens, nodes and lists of a text stand while it is read. The next one's
// take its place.
type room struct {
	p parser
	r reader
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// flatText is a text without the line ends within its sentences, so that a name
// that a page's line breaks is read whole.
type flatText struct {
	Context
	text      string
	sentences []Sentence
	cuts      []int // places in the flat text at which a byte was left out, rising
}

// flatten changes the sentences to those of the flat text.
func flatten(text string, all []Sentence) *flatText {
	t := &flatText{text: text, sentences: all}
	var b strings.Builder
	at := 0
	for i, s := range all {
		start := s.Start - len(t.cuts)
		for line := s.Start; ; {
			n := strings.IndexByte(text[line:s.End], '\n')
			if n < 0 {
				break
			}
			b.WriteString(text[at : line+n])
			t.cuts = append(t.cuts, b.Len())
			line += n + len("\n")
			at = line
		}
		all[i].Span = model.Span{Start: start, End: s.End - len(t.cuts)}
	}
	if len(t.cuts) > 0 {
		b.WriteString(text[at:])
		t.text = b.String()
	}
	return t
}

// origin is a place of the text for one of the flat text: the first byte's where
// it begins something, behind the last one's where it ends.
func (t *flatText) origin(s model.Span) model.Span {
	before := sort.SearchInts(t.cuts, s.Start+1)
	within := sort.SearchInts(t.cuts, s.End)
	return model.Span{Start: s.Start + before, End: s.End + max(before, within)}
}

// words are those of the text for the places of a sentence in the flat text; none where the sentence
// was broken: a word may go on behind the line's end.
func (t *flatText) words(all []lexicon.Word, s model.Span) []lexicon.Word {
	before := sort.SearchInts(t.cuts, s.Start+1)
	if sort.SearchInts(t.cuts, s.End) > before || len(all) == 0 {
		return nil
	}
	return all[before:]
}

func (t *flatText) restore(p *model.Place) {
	p.Quote = t.origin(p.Quote)
	p.Sentence = t.origin(p.Sentence)
}

// finder makes the facts of one kind, each name once.
type finder struct {
	*flatText
	text      string
	sentences []Sentence
	kind      model.Kind
	facts     []*model.Fact
	seen      map[string]*model.Fact // by nameKey
	opens     lexicon.RuneSet        // the characters that those keys open with
	read      []reading              // how each fact was read
	names     []member               // of the list being read
	entry     told                   // being told of
	news      model.Stage            // what the headline says of projects in general
	parks     []parkAt               // in the order of the text
	last      *model.Fact            // the one named last
	where     int                    // in which sentence

	ruled      int         // the sentences before which rubrics were looked for
	rubricAt   int         // the last of them that is one
	rubricSays model.Stage // what it says; nothing where there is none
}

// parkAt is a park where a list tells of it.
type parkAt struct {
	*model.Fact
	sentence int
	opens    bool // what is told begins with it
}

// reading is how a fact was read at its first place.
type reading struct {
	rule  string
	signs []string
}

func newFinder(t *flatText, k model.Kind) *finder {
	return &finder{flatText: t, text: t.text, sentences: t.sentences, kind: k, seen: map[string]*model.Fact{}}
}

func (f *finder) of(s model.Span) string { return f.text[s.Start:s.End] }

// add enters a name read from a list; a name told again gets a further place. It
// gives the fact, new or old.
func (f *finder) add(l *list, name model.Span, rule string) *model.Fact {
	return f.addAs(l, name, strings.TrimSpace(f.of(name)), rule)
}

// addAs enters a name as a text tells it whole.
func (f *finder) addAs(l *list, name model.Span, text, rule string) *model.Fact {
	s := f.sentences[l.sentence]
	place := model.Place{Quote: f.quote(l, name), Sentence: s.Span, Paragraph: s.Paragraph}
	f.where = l.sentence
	if f.last = f.toldOf(text, l.sentence); f.last != nil {
		f.last.Also = append(f.last.Also, place)
		return f.last
	}
	fact := &model.Fact{Kind: f.kind, Name: text, Place: place, Themes: f.Themes(l.sentence, f.origin(place.Quote), text)}
	key := nameKey(text)
	r, _ := lexicon.First(key)
	f.opens.Add(r)
	f.seen[key], f.last = fact, fact
	f.facts = append(f.facts, fact)
	f.read = append(f.read, reading{f.kind.String() + "." + rule, signs(l, text)})
	return fact
}

// known is the fact of a name told before, however it is spelt; nil when there is none, as for
// most names.
func (f *finder) known(name string) *model.Fact {
	if r, _ := lexicon.First(name); lexicon.HanAt(name, 0) && !f.opens.Has(r) {
		return nil
	}
	return f.seen[nameKey(name)]
}

// flag marks a fact once where something about it is in doubt.
func flag(f *model.Fact, why model.Flag, doubted bool) {
	if doubted && !f.Is(why) {
		f.Flags = append(f.Flags, why)
	}
}

// signs are what speaks for or against a name where it was first read.
func signs(l *list, name string) []string {
	all := make([]string, 0, 16)
	w, n := weigh(name), utf8.RuneCountInString(name)
	for _, s := range []struct {
		sign string
		ok   bool
	}{
		{"name: one of several", len(l.members) > 1},
		{"name: no verb beside it", l.left == nil && l.right == nil},
		{"name: verb behind", l.right != nil},
		{"name: verb that says little", l.right != nil && !l.right.strong},
		{"name: verb farther on", l.far},
		{"name: verb taken over", l.left != nil && l.lead.Len() == 0},
		{"name: verbs on both sides", l.left != nil && l.right != nil},
		{"name: verb before", l.left != nil},
		{"name: verb of no stage", l.left != nil && l.left.project == "" && l.left.cluster == ""},
		{"name: class behind", l.class.Len() > 0},
		{"name: class before", l.label.Len() > 0},
		{"name: joined by 和", l.members[len(l.members)-1].soft},
		{"name: a list that ends in 等", l.open},
		{"name: nothing proper", w.own == 0 && !w.signed},
		{"name: 3 at most", n <= 3},
		{"name: what is said of it before", l.members[0].own.Len() > 0},
	} {
		if s.ok {
			all = append(all, s.sign)
		}
	}
	return all
}

// judge tells how the facts were read.
func (f *finder) judge() {
	for i, fact := range f.facts {
		r := f.read[i]
		all := append(r.signs, "rule:"+r.rule, "stage:"+string(fact.Kind.String())+" "+string(fact.Stage))
		if len(fact.Flags) > 0 {
			all = append(all, "doubted")
		}
		if len(fact.Also) > 0 {
			all = append(all, "name: told again")
		}
		f.Judged(fact, r.rule, all)
	}
}

// quoteRunes is the length a quote may have.
const quoteRunes = 40

// quote is the shortest run that states the fact: the list if that is short, else
// the name with what governs it on the nearer side.
func (f *finder) quote(l *list, name model.Span) model.Span {
	for _, s := range []model.Span{l.Span, {Start: name.Start, End: l.End}, {Start: l.Start, End: name.End}} {
		if s.Contains(name) && utf8.RuneCountInString(f.of(s)) <= quoteRunes {
			return s
		}
	}
	return name
}

// unspelt are the runes by which no two names are told apart.
var unspelt = lexicon.SetOf(" \u3000“”\"‘’·")

// nameKey makes two spellings of one name equal: quotes, blanks and a closing
// 项目, 建设 or 产业 do not tell names apart, nor does what a zone is short for.
func nameKey(name string) string {
	if unspelt.In(name) {
		name = strings.Map(func(r rune) rune {
			if unspelt.Has(r) {
				return -1
			}
			return r
		}, name)
	}
	if short := withoutBracket(name); strings.ContainsAny(name[len(short):], "—-至") { // 甲路（乙路—丙路）
		name = short
	}
	for _, end := range []string{"项目", "建设", "产业"} {
		if short, ok := strings.CutSuffix(name, end); ok && utf8.RuneCountInString(short) >= 2 {
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

package names

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// class is what a word does to the names around it.
type class uint8

const (
	noClass  class = iota
	plain          // part of a name that names nothing by itself
	topic          // part of a name: what an industry or a park is about
	guard          // part of a name; keeps its characters from being edges
	common         // part of a name: a word of the common language
	proper         // part of a name, and of a proper one: 华为
	general        // a verb of the common language: it ends a name that is whole
	stop           // ends a name and what is said of it
	adverb         // stands between a name and its verb
	amount         // opens a sum of money: 总投资
	soft           // 和: joins two names, or is part of one
	tail           // 等
	many           // 一批
	scope          // 全市
	kindWord       // 为主导
	particle       // 的
	copula         // 是, 为, 成为
	having         // 有, 包括, 分别是: what follows spells out what stands before
	among          // 其中
	taking         // 把, 以: what follows is taken to be something
)

// classFeatures are the classes as the lexicon has them, a later one outweighing
// those before.
var classFeatures = [...]struct {
	lexicon.Feature
	class
}{{lexicon.NameVerb, general}, {lexicon.NameCommon, common}, {lexicon.NameGuard, guard}, {lexicon.Plain, plain}, {lexicon.Topic, topic},
	{lexicon.NameStop, stop}, {lexicon.NameAdverb, adverb}, {lexicon.NameAmount, amount}, {lexicon.NameSoft, soft}, {lexicon.NameTail, tail},
	{lexicon.NameMany, many}, {lexicon.NameScope, scope}, {lexicon.NameKind, kindWord}, {lexicon.NameParticle, particle}, {lexicon.NameCopula, copula},
	{lexicon.NameHaving, having}, {lexicon.NameAmong, among}, {lexicon.NameTaking, taking}, {lexicon.NameProper, proper}}

// verb is a verb that stands beside names, with what it says of them.
type verb struct {
	left, right, inner bool // before its object, behind its subject, inside a name

	strong   bool // a name beside it needs no other sign that it is one
	honour   bool // what follows is a title, not a thing that is built
	goes     bool // it goes on, in a plan too
	finished bool // in a look back it means finished
	past     bool // it is a look back itself
	figure   bool // what follows may be a figure of speech
	ahead    bool // it is a plan itself
	once     bool // it tells only what comes when it is so: 投产后

	project, cluster model.Stage // NoStage where it says nothing
}

// newVerb reads a verb's sides and stages as lexicon/verb.tsv writes them.
func newVerb(sides, project, cluster string) *verb {
	has := func(mark string) bool { return strings.Contains(sides, mark) }
	return &verb{
		left: has("L"), right: has("R"), inner: has("N"), strong: has("S"), honour: has("H"), goes: has("G"),
		finished: has("F"), past: has("P"), figure: has("M"), ahead: has("A"), project: stageOf(project), cluster: stageOf(cluster),
	}
}

func stageOf(word string) model.Stage {
	if word == "-" {
		return model.NoStage
	}
	return model.Stage(word)
}

// entry is what the lexicon knows of a word; a verb may be part of a name too.
type entry struct {
	class class
	verb  *verb
	weak  bool // only the common language's list knows it
}

// need is what a head wants before it, so that the whole is a name.
type need uint8

const (
	needAny   need = iota // anything
	needMark              // anything, where a verb of building governs it
	needWhole             // as needMark, or nothing: 游客中心
	needTheme             // what it is about, where a verb of building governs it
	needTopic             // what an industry is about, or a proper name
	needOne               // one proper character: 西外环
	needOwn               // a proper name
)

var needNames = map[string]need{"any": needAny, "mark": needMark, "whole": needWhole, "theme": needTheme, "topic": needTopic, "one": needOne, "own": needOwn}

// head is the last word of a name and what must stand before it.
type head struct {
	park, project, class bool
	action               bool // what is done to a thing, not a thing
	set                  bool // the class of a list, never a name's end
	need                 need
	length               int // in bytes
}

// Values of the industry lexicon.
const (
	industryEnd int32 = 1 + iota
	industryTrim
	industryOne
	industryAfter
)

// Values of the measure lexicon.
const (
	countUnit int32 = 1 + iota
	sizeUnit
	dateUnit
	moneyUnit
)

// words are all that is known of words.
type words struct {
	*lexicon.Trie
	entries  []entry       // by the words' value, from 1
	heads    *lexicon.Trie // spelt backwards
	headList []head
	zoneList []head           // the same with 区 behind them
	industry [2]*lexicon.Trie // forward and backward
	units    *lexicon.Trie
}

// lex is what is known of words, read at first use.
var lex = sync.OnceValue(readWords)

func readWords() *words {
	l := &words{Trie: lexicon.NewTrie(), entries: make([]entry, 1), heads: lexicon.NewTrie(), headList: make([]head, 1),
		industry: [2]*lexicon.Trie{lexicon.NewTrie(), lexicon.NewTrie()}, units: lexicon.NewTrie()}
	for _, c := range classFeatures {
		for _, word := range c.Words() {
			e := l.at(word)
			e.weak = e.class == common && c.class != plain && c.class != topic
			e.class = c.class
		}
		if c.class == topic {
			l.readHeads()
		}
	}
	for word, f := range lexicon.Rows(lexicon.Verbs) {
		l.at(word).verb = newVerb(f[0], f[1], f[2])
	}
	for f, value := range map[lexicon.Feature]int32{lexicon.Industry: industryEnd, lexicon.IndustryTrim: industryTrim, lexicon.IndustryOne: industryOne, lexicon.IndustryAfter: industryAfter} {
		for _, word := range f.Words() {
			l.industry[0].Add(word, value)
			l.industry[1].Add(lexicon.Backwards(word), value)
		}
	}
	for f, value := range map[lexicon.Feature]int32{lexicon.CountUnit: countUnit, lexicon.SizeUnit: sizeUnit, lexicon.DateUnit: dateUnit, lexicon.MoneyUnit: moneyUnit} {
		for _, word := range f.Words() {
			l.units.Add(word, value)
		}
	}
	return l
}

// readHeads reads the last words of names; no verb is read into one (连接线).
func (l *words) readHeads() {
	for word, f := range lexicon.Rows(lexicon.Heads) {
		if e := l.at(word); utf8.RuneCountInString(word) > 1 && e.class != topic {
			e.class = plain
		}
		l.heads.Add(lexicon.Backwards(word), int32(len(l.headList)))
		l.headList = append(l.headList, head{park: f[0] == "park" || f[0] == "both", project: f[0] == "project" || f[0] == "both",
			class: f[0] == "class", action: f[0] == "action", set: f[0] == "set", need: needNames[f[1]], length: len(word)})
	}
	l.zoneList = slices.Clone(l.headList)
	for i := range l.zoneList {
		l.zoneList[i].length += len("区")
	}
}

// at is the entry of a word, made where there is none.
func (l *words) at(word string) *entry {
	n := l.Lookup(word)
	if n == 0 {
		n = int32(len(l.entries))
		l.entries = append(l.entries, entry{})
		l.Add(word, n)
	}
	return &l.entries[n]
}

// headOf finds the longest head that ends a name, a closing bracket aside; nil
// when none does.
func headOf(name string) *head {
	l := lex()
	name = withoutBracket(name)
	v := l.heads.LongestEnd(name)
	if h := composed(name); h != nil && (v == 0 || !l.headList[v].park && l.headList[v].length < h.length) {
		return h
	}
	if v == 0 {
		return nil
	}
	if h := &l.headList[v]; h.length == len("园区") && strings.HasSuffix(name, "园区") {
		if v := l.heads.LongestEnd(strings.TrimSuffix(name, "区")); v != 0 && l.headList[v].length > len("园") {
			return &l.zoneList[v] // 材料园区 is a 材料园
		}
	}
	return &l.headList[v]
}

// composed is the head of a park that is told by what industry it is about and a
// word for a place: 医药港, 智造谷; nil when there is none.
func composed(name string) *head {
	r, n := utf8.DecodeLastRuneInString(name)
	switch r {
	case '港', '谷', '城', '湾', '园', '岛':
	default:
		return nil
	}
	rest := name[:len(name)-n]
	about := ends(rest, lexicon.NameTech)
	if about == "" {
		about = ends(rest, lexicon.Topic)
	}
	if about == "" || len(about) == len(rest) {
		return nil
	}
	return &head{park: true, need: needOwn, length: len(about) + n}
}

// withoutBracket leaves out a bracket at the end of a name.
func withoutBracket(name string) string {
	for _, pair := range [2][2]string{{"(", ")"}, {"（", "）"}} {
		if strings.HasSuffix(name, pair[1]) {
			if i := strings.LastIndex(name, pair[0]); i > 0 {
				return name[:i]
			}
		}
	}
	return name
}

// ends is the longest word of a feature that a text ends in; empty when none.
func ends(s string, f lexicon.Feature) string { return f.Suffix(s) }

// begins is the longest word of a feature that a text begins with; empty when none.
func begins(s string, f lexicon.Feature) string { return f.Prefix(s) }

// holds is the first word of a feature that a text holds; empty when none.
func holds(s string, f lexicon.Feature) string {
	w, _ := f.Find(s)
	return w
}

package names

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/model"
)

// The words that part and make up names. Each file of lexicon/ says of a word what
// it does; a word may stand in several.

//go:embed lexicon/verb.tsv
var verbFile string

//go:embed lexicon/edge.tsv
var edgeFile string

//go:embed lexicon/plain.tsv
var plainFile string

//go:embed lexicon/head.tsv
var headFile string

//go:embed lexicon/general.tsv
var generalFile string

//go:embed lexicon/industry.tsv
var industryFile string

//go:embed lexicon/sets.tsv
var setsFile string

//go:embed lexicon/measure.tsv
var measureFile string

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

var classNames = map[string]class{"plain": plain, "topic": topic, "guard": guard, "common": common, "proper": proper, "general": general, "stop": stop,
	"adverb": adverb, "amount": amount, "soft": soft, "tail": tail, "many": many, "scope": scope, "kind": kindWord, "particle": particle, "copula": copula,
	"having": having, "among": among, "taking": taking}

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

// lexicon is all that is known of words.
type lexicon struct {
	words    *words
	entries  []entry // by the words' value, from 1
	heads    *words  // spelt backwards
	headList []head
	industry [2]*words // forward and backward
	units    *words
	sets     map[string][]string
}

// lex is the lexicon, read at first use.
var lex = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	l := &lexicon{words: newWords(), entries: make([]entry, 1), heads: newWords(), headList: make([]head, 1),
		industry: [2]*words{newWords(), newWords()}, units: newWords(), sets: map[string][]string{}}
	lists := func(file string, weak bool) {
		each(file, func(f []string) {
			for _, word := range strings.Fields(f[1]) {
				if e := l.at(word); !weak || e.class == noClass && e.verb == nil {
					e.class, e.weak = classNames[f[0]], weak
				}
			}
		})
	}
	lists(plainFile, false)
	each(headFile, l.addHead)
	each(edgeFile, func(f []string) {
		if e, c := l.at(f[0]), classNames[f[1]]; c != guard || e.class == noClass { // any class guards a word's characters
			e.class = c
		}
	})
	each(verbFile, func(f []string) { l.at(f[0]).verb = newVerb(f[1], f[2], f[3]) })
	lists(generalFile, true)
	values := map[string]int32{"industry": industryEnd, "trim": industryTrim, "one": industryOne, "after": industryAfter,
		"count": countUnit, "size": sizeUnit, "date": dateUnit, "money": moneyUnit}
	each(industryFile, func(f []string) {
		for _, word := range strings.Fields(f[1]) {
			l.industry[0].add(word, values[f[0]])
			l.industry[1].add(backwards(word), values[f[0]])
		}
	})
	each(measureFile, func(f []string) {
		for _, word := range strings.Fields(f[1]) {
			l.units.add(word, values[f[0]])
		}
	})
	each(setsFile, func(f []string) { l.sets[f[0]] = append(l.sets[f[0]], strings.Fields(f[1])...) })
	return l
}

func (l *lexicon) addHead(f []string) {
	n, ok := needNames[f[2]]
	if !ok {
		panic(fmt.Sprintf("names: lexicon/head.tsv: no need %q", f[2]))
	}
	if e := l.at(f[0]); utf8.RuneCountInString(f[0]) > 1 && e.class != topic { // no verb is read into 连接线
		e.class = plain
	}
	l.heads.add(backwards(f[0]), int32(len(l.headList)))
	l.headList = append(l.headList, head{park: f[1] == "park" || f[1] == "both", project: f[1] == "project" || f[1] == "both",
		class: f[1] == "class", action: f[1] == "action", set: f[1] == "set", need: n, length: len(f[0])})
}

// at is the entry of a word, made where there is none.
func (l *lexicon) at(word string) *entry {
	n := l.words.lookup(word)
	if n == 0 {
		n = int32(len(l.entries))
		l.entries = append(l.entries, entry{})
		l.words.add(word, n)
	}
	return &l.entries[n]
}

// each reads a file's lines of fields parted by tabs; # opens a comment.
func each(file string, add func(fields []string)) {
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			add(strings.Split(line, "\t"))
		}
	}
}

func backwards(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

// headOf finds the longest head that ends a name, a closing bracket aside; nil
// when none does.
func headOf(name string) *head {
	l := lex()
	name = withoutBracket(name)
	v := l.heads.longestEnd(name)
	if h := composed(name); h != nil && (v == 0 || !l.headList[v].park && l.headList[v].length < h.length) {
		return h
	}
	if v == 0 {
		return nil
	}
	if h := l.headList[v]; h.length == len("园区") && strings.HasSuffix(name, "园区") {
		if v := l.heads.longestEnd(strings.TrimSuffix(name, "区")); v != 0 && l.headList[v].length > len("园") {
			h = l.headList[v] // 材料园区 is a 材料园
			h.length += len("区")
			return &h
		}
	}
	return &l.headList[v]
}

// composed is the head of a park that is told by what industry it is about and a
// word for a place: 医药港, 智造谷; nil when there is none.
func composed(name string) *head {
	r, n := utf8.DecodeLastRuneInString(name)
	if !strings.ContainsRune("港谷城湾园岛", r) {
		return nil
	}
	rest := name[:len(name)-n]
	about := ends(rest, "tech")
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

// ends is the longest word of a set that a text ends in; empty when none.
func ends(s, set string) string { return bestOf(s, set, strings.HasSuffix) }

// begins is the longest word of a set that a text begins with; empty when none.
func begins(s, set string) string { return bestOf(s, set, strings.HasPrefix) }

// holds is the longest word of a set that a text holds; empty when none.
func holds(s, set string) string { return bestOf(s, set, strings.Contains) }

func bestOf(s, set string, match func(s, word string) bool) string {
	best := ""
	for _, w := range lex().sets[set] {
		if len(w) > len(best) && match(s, w) {
			best = w
		}
	}
	return best
}

package extract

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// class is what a word does to the names around it.
type class uint8

const (
	noClass class = iota
	plain         // part of a name that names nothing by itself
	topic         // part of a name: what an industry or a park is about
	guard         // part of a name; keeps its characters from being edges
	stop          // ends a name and what is said of it
	adverb        // stands between a name and its verb
	amount        // opens a sum of money: 总投资
	soft          // 和: joins two names, or is part of one
	tail          // 等
	many          // 一批
	scope         // 全市
	kind          // 为主导
	proper        // part of a name, and of a proper one: 华为
)

// classFeatures are the classes as the lexicon has them, a later one outweighing
// those before.
var classFeatures = [...]struct {
	lexicon.Feature
	class
}{{lexicon.NameGuard, guard}, {lexicon.Plain, plain}, {lexicon.Topic, topic}, {lexicon.NameStop, stop},
	{lexicon.NameAdverb, adverb}, {lexicon.NameAmount, amount}, {lexicon.NameSoft, soft}, {lexicon.NameTail, tail},
	{lexicon.NameMany, many}, {lexicon.NameScope, scope}, {lexicon.NameKind, kind}, {lexicon.NameProper, proper}}

// verb is a verb that stands beside names, with what it says of them.
type verb struct {
	left, right, inner bool // before its object, behind its subject, inside a name

	strong   bool // a name beside it needs no other sign that it is one
	honour   bool // what follows is a title, not a thing that is built
	goes     bool // it goes on, in a plan too
	finished bool // in a look back it means finished
	past     bool // it is a look back itself
	figure   bool // what follows may be a figure of speech

	project, cluster model.Stage // NoStage where it says nothing
}

// newVerb reads a verb's sides and stages as lexicon/verb.tsv writes them.
func newVerb(sides, project, cluster string) *verb {
	has := func(mark string) bool { return strings.Contains(sides, mark) }
	return &verb{
		left: has("L"), right: has("R"), inner: has("N"), strong: has("S"), honour: has("H"),
		goes: has("G"), finished: has("F"), past: has("P"), figure: has("M"), project: stageOf(project), cluster: stageOf(cluster),
	}
}

// nameWord is what the lexicon knows of a word; a verb may be plain too.
type nameWord struct {
	class class
	verb  *verb
	sum   bool // may open a sum of money: 投资
}

// nameWords are the words that part and make up names.
type nameWords struct {
	words *lexicon.Trie
	table []nameWord // by the words' value, from 1
}

var nameLexicon = sync.OnceValue(readNameWords)

func readNameWords() *nameWords {
	l := &nameWords{words: lexicon.NewTrie(), table: make([]nameWord, 1)}
	at := func(word string) *nameWord {
		n := l.words.Lookup(word)
		if n == 0 {
			n = int32(len(l.table))
			l.table = append(l.table, nameWord{})
			l.words.Add(word, n)
		}
		return &l.table[n]
	}
	for _, c := range classFeatures {
		for _, word := range c.Words() {
			at(word).class, at(word).sum = c.class, c.class == amount
		}
		if c.class == topic {
			for _, word := range lexicon.Head.Words() { // no verb is read into 连接线
				if utf8.RuneCountInString(word) > 1 && at(word).class != topic {
					at(word).class = plain
				}
			}
		}
	}
	for word, f := range lexicon.Rows(lexicon.Verbs) {
		at(word).verb = newVerb(f[0], f[1], f[2])
	}
	at("投资").sum = true // the word of an amount that names hold too
	return l
}

// must stops a program whose embedded lexicon is broken, which no input can
// cause and any test run finds.
func must(name string, err error) {
	if err != nil {
		panic("extract: lexicon/" + name + ".tsv: " + err.Error())
	}
}

func stageOf(word string) model.Stage {
	if word == "-" {
		return model.NoStage
	}
	return model.Stage(word)
}

// head is the last word of a name and what must stand before it.
type head struct {
	park, project, class bool
	action               bool // what is done to a thing, not a thing
	set                  bool // the class of a list, never a name's end
	need                 need
	length               int // in bytes
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

// headWords are the heads, spelt backwards.
type headWords struct {
	words *lexicon.Trie
	table []head
}

var headLexicon = sync.OnceValue(func() *headWords {
	l := &headWords{words: lexicon.NewTrie(), table: make([]head, 1)}
	for word, f := range lexicon.Rows(lexicon.Heads) {
		l.words.Add(lexicon.Backwards(word), int32(len(l.table)))
		l.table = append(l.table, head{park: f[0] == "park" || f[0] == "both", project: f[0] == "project" || f[0] == "both",
			class: f[0] == "class", action: f[0] == "action", set: f[0] == "set", need: needNames[f[1]], length: len(word)})
	}
	return l
})

// of finds the longest head that ends a name, a closing bracket aside; nil when
// none does.
func (l *headWords) of(name string) *head {
	name = withoutBracket(name)
	if v := l.words.LongestEnd(name); v != 0 {
		return &l.table[v]
	}
	return nil
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

package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

//go:embed lexicon/verb.tsv
var verbFile string

//go:embed lexicon/edge.tsv
var edgeFile string

//go:embed lexicon/plain.tsv
var plainFile string

//go:embed lexicon/head.tsv
var headFile string

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

// classNames are the classes as the lexicon files write them.
var classNames = map[string]class{"plain": plain, "topic": topic, "guard": guard, "stop": stop,
	"adverb": adverb, "amount": amount, "soft": soft, "tail": tail, "many": many, "scope": scope, "kind": kind, "proper": proper}

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
	must("plain", readLexicon(plainFile, func(f []string) error {
		for _, word := range strings.Fields(f[1]) {
			at(word).class = classNames[f[0]]
		}
		return nil
	}))
	must("head", readLexicon(headFile, func(f []string) error {
		if utf8.RuneCountInString(f[0]) > 1 && at(f[0]).class != topic { // no verb is read into 连接线
			at(f[0]).class = plain
		}
		return nil
	}))
	must("edge", readLexicon(edgeFile, func(f []string) error {
		c, ok := classNames[f[1]]
		if !ok {
			return fmt.Errorf("no class %q", f[1])
		}
		if c != guard || at(f[0]).class == noClass { // any class guards a word's characters
			at(f[0]).class = c
		}
		at(f[0]).sum = c == amount
		return nil
	}))
	must("verb", readLexicon(verbFile, func(f []string) error {
		at(f[0]).verb = newVerb(f[1], f[2], f[3])
		return nil
	}))
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
	must("head", readLexicon(headFile, func(f []string) error {
		n, ok := needNames[f[2]]
		if !ok {
			return fmt.Errorf("no need %q", f[2])
		}
		l.words.Add(lexicon.Backwards(f[0]), int32(len(l.table)))
		l.table = append(l.table, head{park: f[1] == "park" || f[1] == "both", project: f[1] == "project" || f[1] == "both",
			class: f[1] == "class", action: f[1] == "action", set: f[1] == "set", need: n, length: len(f[0])})
		return nil
	}))
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

package names

import (
	"strings"
	"sync"
	"sync/atomic"
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
	deed     bool // what follows may be a deed or an aim
	ahead    bool // it is a plan itself
	once     bool // it tells only what comes when it is so: 投产后

	project, cluster model.Stage // NoStage where it says nothing
}

// newVerb reads a verb's sides and stages as lexicon/verb.tsv writes them.
func newVerb(sides, project, cluster string) *verb {
	has := func(mark string) bool { return strings.Contains(sides, mark) }
	return &verb{
		left: has("L"), right: has("R"), inner: has("N"), strong: has("S"), honour: has("H"), goes: has("G"),
		finished: has("F"), past: has("P"), figure: has("M"), deed: has("D") || has("M"), ahead: has("A"), project: stageOf(project), cluster: stageOf(cluster),
	}
}

// as is the verb with another stage.
func (v verb) as(stage model.Stage) *verb {
	v.project = stage
	return &v
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
	aimed                bool // where it is only helped on, what has no proper name is an aim
	need                 need
	length               int // in bytes
}

// builds reports whether a head, which may be none, is that of a thing that is built.
func (h *head) builds() bool { return h != nil && (h.park || h.project) }

// words are what is known of the words.
type words struct {
	entries []entry
	entryOf []uint16 // a word's place in entries: of many words the same is known
	heads   []*head  // the first is none
	headOf  []uint16 // a word's place in heads
}

// lex is what is known of words, read at first use.
func lex() *words {
	if l := read.Load(); l != nil {
		return l // as mostly: it is asked of every name, many times
	}
	return readOnce()
}

var (
	read     atomic.Pointer[words]
	readOnce = sync.OnceValue(readWords)
)

func readWords() *words {
	l := &words{entries: make([]entry, 1, 1<<11), entryOf: make([]uint16, lexicon.Size()), heads: make([]*head, 1, 1<<10), headOf: make([]uint16, lexicon.Size())}
	known := make([]uint16, 2*lexicon.Sets()) // of the words of a set, and of the heads among them that are longer than a character
	for i := range l.entryOf {
		w := lexicon.Word(i)
		at := &known[2*w.Set()]
		if w.Is(lexicon.Head) && utf8.RuneCountInString(w.Text()) > 1 {
			at = &known[2*w.Set()+1]
		}
		if *at == 0 {
			*at = uint16(len(l.entries))
			l.entries = append(l.entries, newEntry(w))
		}
		l.entryOf[w] = *at
	}
	for word, f := range lexicon.Rows(lexicon.Verbs) {
		w := lexicon.Verb.At(word)
		e := l.entries[l.entryOf[w]]
		e.verb = newVerb(f[0], f[1], f[2])
		l.entryOf[w] = uint16(len(l.entries))
		l.entries = append(l.entries, e)
	}
	for word, f := range lexicon.Rows(lexicon.Heads) {
		l.headOf[lexicon.Head.At(word)] = uint16(len(l.heads))
		l.heads = append(l.heads, &head{park: f[0] == "park" || f[0] == "both", project: f[0] == "project" || f[0] == "both",
			class: f[0] == "class", action: f[0] == "action", set: f[0] == "set", aimed: len(f) > 2 && f[2] == "aimed", need: needNames[f[1]], length: len(word)})
	}
	read.Store(l)
	return l
}

// newEntry is what a word's features say of it. The last word of a name is read into
// it; no verb is (连接线).
func newEntry(w lexicon.Word) (e entry) {
	for _, c := range classFeatures {
		if w.Is(c.Feature) {
			e.weak = e.class == common && c.class != plain && c.class != topic
			e.class = c.class
		}
		if c.class == topic && e.class != topic && w.Is(lexicon.Head) && utf8.RuneCountInString(w.Text()) > 1 {
			e.class = plain
		}
	}
	return e
}

// at is what is known of the longest word that a text begins with, and the word's length; 0
// where it begins with none.
func (l *words) at(text string) (*entry, int) {
	w, n := lexicon.NameWord.Longest(text)
	return &l.entries[l.entryOf[w]], n
}

// of is what is known of a word, which may be none.
func (l *words) of(word string) *entry {
	if e, n := l.at(word); n == len(word) {
		return e
	}
	return &l.entries[0]
}

// headOf finds the longest head that ends a name, a closing bracket aside; nil
// when none does.
func headOf(name string) *head {
	name = withoutBracket(name)
	h := headAt(name)
	if c := composed(name); c != nil && (h == nil || !h.park && h.length < c.length) {
		return c
	}
	if h != nil && h.length == len("园区") && strings.HasSuffix(name, "园区") {
		if inner := headAt(strings.TrimSuffix(name, "区")); inner != nil && inner.length > len("园") {
			zone := *inner
			zone.length += len("区")
			return &zone // 材料园区 is a 材料园
		}
	}
	return h
}

// headAt is the longest head that a text ends with; nil when there is none.
func headAt(s string) *head {
	l := lex()
	return l.heads[l.headOf[lexicon.Head.AtEnd(s)]]
}

// composed is the head of a park that is told by what industry it is about and a
// word for a place: 医药港, 智造谷; nil when there is none.
func composed(name string) *head {
	r, n := lexicon.Last(name)
	if !places.Has(r) {
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

// places are the words of one character for a place that industry is in.
var places = lexicon.SetOf("港谷城湾园岛")

// isDistrict reports the last rune of a district's name.
func isDistrict(r rune) bool { return r == '区' || r == '县' || r == '市' }

// withoutBracket leaves out a bracket at the end of a name.
func withoutBracket(name string) string {
	opening := "("
	if strings.HasSuffix(name, "）") {
		opening = "（"
	} else if !strings.HasSuffix(name, ")") {
		return name
	}
	if i := strings.LastIndex(name, opening); i > 0 {
		return name[:i]
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

// builds reports whether a verb tells of building.
func (v *verb) builds() bool { return v != nil && v.project != model.NoStage }

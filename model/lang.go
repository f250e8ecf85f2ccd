package model

import (
	_ "embed"
	"strings"
	"sync"
)

// Lang is the language of labels. What a report says is never translated.
type Lang uint8

// The languages; Chinese is the zero value.
const (
	Chinese Lang = iota
	English
)

// String is the language's tag: zh or en.
func (l Lang) String() string { return [...]string{"zh", "en"}[l&1] }

// Pick is the one of two texts that is in the language.
func (l Lang) Pick(zh, en string) string {
	if l == English {
		return en
	}
	return zh
}

//go:embed lexicon/words.tsv
var wordsFile string

// words maps the contract's keys of a family ("stage achieved") to their
// Chinese and English words. They are data so that browser, command and export
// cannot drift apart.
var words = sync.OnceValue(func() map[string][2]string {
	all := map[string][2]string{}
	for _, c := range WordCells(wordsFile) {
		all[c[0]+" "+c[1]] = [2]string{c[2], c[3]}
	}
	return all
})

// Word is the word of a key of a family in the language, the key itself when it has none.
func Word(family, key string, l Lang) string {
	if w, ok := words()[family+" "+key]; ok {
		return w[l&1]
	}
	return key
}

// Word is the kind's word: 指标, metric.
func (k Kind) Word(l Lang) string { return Word("kind", k.String(), l) }

// Word is the theme's word: 产业, industry.
func (t Theme) Word(l Lang) string { return Word("theme", t.String(), l) }

// Word is the stage's word: 目标, target; empty for NoStage.
func (s Stage) Word(l Lang) string {
	if s == NoStage {
		return ""
	}
	return Word("stage", string(s), l)
}

// Words are all that a kind goes by: its Chinese and its English word, its key, and 集群
// for 产业集群.
func (k Kind) Words() []string {
	return []string{k.Word(Chinese), k.Word(English), k.String(), strings.TrimPrefix(k.Word(Chinese), "产业")}
}

// Words are the theme's Chinese and its English word.
func (t Theme) Words() []string { return []string{t.Word(Chinese), t.Word(English)} }

// Words are the stage's Chinese and its English word, and its key.
func (s Stage) Words() []string { return []string{s.Word(Chinese), s.Word(English), string(s)} }

// Word says the doubt in a few words: 列举数目不符, list does not match its count.
func (f Flag) Word(l Lang) string { return Word("flag", string(f), l) }

// Word is the bound's word: 超过, more than; empty for an exact number.
func (b Bound) Word(l Lang) string {
	if b == Exactly || b == "" {
		return ""
	}
	return Word("bound", string(b), l)
}

// Stages are all stages a fact can have, in display order.
func Stages() []Stage {
	return []Stage{Achieved, Target, Existing, Planned, Signed, Building, Done}
}

// Stages are those that a fact of the kind can have; a park has none, and of no
// kind all can be.
func (k Kind) Stages() []Stage {
	switch k {
	case Metric:
		return []Stage{Achieved, Target}
	case Cluster:
		return []Stage{Existing, Target}
	case Park:
		return nil
	case Project:
		return []Stage{Planned, Signed, Building, Done}
	}
	return Stages()
}

// Words is the number as it is shown: 超过400亿元; more than 400亿元. The unit
// stays the text's own.
func (q Quantity) Words(l Lang) string {
	bound := q.Bound.Word(l)
	if bound != "" && l == English {
		bound += " "
	}
	return bound + q.Value.String() + q.Unit
}

// Words is the period as it is shown, never nothing: 2020年, 未注明时期.
func (p Period) Words(l Lang) string {
	if p.IsZero() {
		return Word("reason", "noperiod", l)
	}
	return p.Label
}

// Dated is the fact's period in words: where the text tells none the years of which its
// section speaks in brackets, or that there is none.
func (f *Fact) Dated(l Lang) string {
	if f.Period.IsZero() && !f.Within.IsZero() {
		return "[" + f.Within.Label + "]"
	}
	return f.Period.Words(l)
}

// Why says in the language why the place was changed or left.
func (r Repair) Why(l Lang) string { return Word("repair", r.Reason, l) }

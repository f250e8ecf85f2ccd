package trust

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// What a fact looks like, apart from the rule that read it: whether its name is made
// of whole words and ends as names do, how far it stands from its number, and how much
// of the clause it leaves over. None of it is an error; each makes one likelier.

// marked is a sign, and whether a fact bears it.
type marked struct {
	sign string
	ok   bool
}

// borne adds the signs that a fact bears to others.
func borne(all []string, signs ...marked) []string {
	for _, s := range signs {
		if s.ok {
			all = append(all, s.sign)
		}
	}
	return all
}

// Name adds the signs of the name of a cluster, park or project where it stands.
func Name(all []string, text string, f *model.Fact, beside *Company) []string {
	w, n := wordsOf(f.Name), runes(f.Name)
	all = borne(beside.signs(all, f),
		marked{"name: a verb within", w.verbs > 0},
		marked{"name: parts joined", joints.In(f.Name)},
		marked{"name: ends with a head", w.last.Is(lexicon.Head)},
		marked{"name: ends with a topic", w.last.Is(lexicon.Topic)},
		marked{"name: one word", w.words == 1},
		marked{"name: 4 words or more", w.words >= 4},
		marked{"name: 6 words or more", w.words >= 6},
		marked{"name: a strange character", w.strange >= 1},
		marked{"name: 3 strange characters or more", w.strange >= 3},
		marked{"name: 6 characters or more", n >= 6},
		marked{"name: 10 characters or more", n >= 10},
		marked{"name: 15 characters or more", n >= 15},
	)
	lead, at := leadOf(text, f)
	if at < 0 {
		return append(all, "name: put together")
	}
	all = borne(all,
		marked{"name: opens its clause", scan.LastClause(lead) == ""},
		marked{"name: a list stands before it", endsList(lead)},
		marked{"name: within quotes", strings.Count(lead, "“") > strings.Count(lead, "”")},
	)
	return around(all, text, f, lead, at)
}

// metricLooks adds the signs of a metric's name where it stands.
func (v *view) metricLooks(all []string, f *model.Fact, t Trace) []string {
	w := &v.name
	all = borne(all,
		marked{"look: a verb within", w.verbs > 0},
		marked{"look: a particle within", w.particles > 0},
		marked{"look: begins with an opener", w.first.Is(lexicon.Opener)},
		marked{"look: begins with no word", w.first == lexicon.NoWord},
		marked{"look: ends with no word", w.last == lexicon.NoWord},
		marked{"look: ends with a measure", measureNoun(w.last)},
		marked{"look: ends with a verb", verbal(w.last)},
		marked{"look: ends with an increment", w.last.Is(lexicon.Delta)},
		marked{"look: ends as an adjective", w.last.Is(lexicon.Grade) || adjectival(f.Name)},
		marked{"look: strange characters", w.strange >= 4},
		marked{"look: parts joined", joints.In(f.Name)},
		marked{"look: only number of its sentence", t.Among == 1},
		marked{"look: one of 6 numbers or more", t.Among >= 6},
	)
	if v.at < 0 && deedBehind(f.Name, v.text[t.At.End:f.Place.Sentence.End]) {
		return append(all, "look: its deed behind it")
	} else if v.at < 0 {
		return append(all, "look: name put together")
	}
	last, _ := utf8.DecodeLastRuneInString(v.lead)
	next, _ := utf8.DecodeRuneInString(v.text[v.at+len(f.Name):])
	return borne(all,
		marked{"look: begins within a word", v.within},
		marked{"look: opens its clause", v.lead == ""},
		marked{"look: 的 before it", strings.HasSuffix(v.lead, "的")},
		marked{"look: a word before it", v.lead != "" && !edge(last)},
		marked{"look: nothing between it and its number", v.at+len(f.Name) == t.At.Start || v.at == t.At.End},
		marked{"look: joined to what is behind", v.at >= t.At.End && !edge(next)},
		marked{"look: a list stands before it", endsList(v.lead)},
	)
}

// clauseLooks adds the signs of the clause around a metric's number: on which side its
// name stands, and how much the name and the words between leave over.
func (v *view) clauseLooks(all []string, f *model.Fact) []string {
	before, over := v.leftOver(v.last, f.Name)
	behind, under := v.leftOver(v.head, f.Name)
	return borne(all,
		marked{"clause: named before", before && !behind},
		marked{"clause: named behind", behind},
		marked{"clause: named elsewhere", !before && !behind},
		marked{"clause: nothing before", over == 0},
		marked{"clause: a word before", over > 0 && over <= 4},
		marked{"clause: much before", over > muchLeft},
		marked{"clause: nothing behind", under == 0},
		marked{"clause: much behind", under > muchLeft},
	)
}

// joints are what the parts of a name are joined by.
var joints = lexicon.SetOf("和与及、")

func endsList(s string) bool { return scan.EndsAny(s, "、", "和", "及", "与") }

// measureNoun reports a word at which the names of measures end.
func measureNoun(w lexicon.Word) bool {
	return w.Is(lexicon.Mass) || w.Is(lexicon.Bare) || w.Is(lexicon.Indicator) || w.Is(lexicon.Rate) || w.Is(lexicon.NameMeasureNoun)
}

// verbal reports a word that is a verb, whatever else it is.
func verbal(w lexicon.Word) bool {
	return w.Is(lexicon.Verb) || w.Is(lexicon.NameVerb) || w.Is(lexicon.Stop) || w.Is(lexicon.Opener)
}

// adjectival reports a name that ends as words do that say of which kind a thing is.
func adjectival(name string) bool {
	return scan.EndsAny(name, "级", "型", "类", "化", "性", "式", "产", "镇", "村")
}

// sight is how far from a name or a number its looks go, in bytes: a clause without
// end is not read again for each of its numbers.
const sight = 240

// leadOf is what stands before a fact's name in its sentence, as far as sight goes, and
// where the name begins; -1 where the text does not have it as it is.
func leadOf(text string, f *model.Fact) (lead string, at int) {
	at = strings.Index(text[f.Place.Quote.Start:f.Place.Quote.End], f.Name)
	if at < 0 {
		return "", -1
	}
	at += f.Place.Quote.Start
	s := scan.Near(text, f.Place.Sentence, at, sight)
	return text[min(s.Start, at):at], at
}

// deedBehind reports a name put together of what is counted and of what that did, both right behind
// its number: 实现跨省办理便民事项 of 便民事项|实现跨省办理.
func deedBehind(name, behind string) bool {
	for i := range name {
		if did, ok := strings.CutPrefix(behind, name[i:]); ok && i > 0 {
			return strings.HasPrefix(did, name[:i]) || strings.HasPrefix(strings.Replace(did, "了", "", 1), name[:i])
		}
	}
	return false
}

// nameWords is what a name is made of.
type nameWords struct {
	first, last lexicon.Word // NoWord for characters that are no word
	verbs       int          // between the two
	particles   int          // between the two: 将, 已, 把
	strange     int          // characters that no word of the lexicon holds
	words       int          // and those characters
}

func wordsOf(name string) (all nameWords) {
	for at := 0; at < len(name); {
		r, n := lexicon.RuneAt(name, at, len(name))
		w := lexicon.Match(name, at, len(name))
		if w != lexicon.NoWord {
			n = len(w.Text())
		} else if r >= 0x4E00 {
			all.strange++
		}
		switch {
		case at == 0:
			all.first = w
		case at+n == len(name):
		case particle(w):
			all.particles++
		case verbal(w) || w.Is(lexicon.NameAdverb):
			all.verbs++
		}
		all.last = w
		all.words++
		at += n
	}
	return all
}

// particle reports a word that stands in sentences, not in names.
func particle(w lexicon.Word) bool {
	if w.Is(lexicon.Soft) || w.Is(lexicon.Settled) || w.Is(lexicon.When) || w.Is(lexicon.AtTime) || w.Is(lexicon.Again) {
		return true
	}
	return len(w.Text()) == len("把") && (w.Is(lexicon.NameStop) || w.Is(lexicon.NameParticle) || w.Is(lexicon.Predicate))
}

func runes(s string) int { return lexicon.Runes(s) }

// edge reports a character at which names end; none is one too.
func edge(r rune) bool {
	return r == utf8.RuneError || strings.ContainsRune("，,。；;、：: \n（）()“”《》和与及等", r)
}

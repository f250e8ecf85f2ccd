// Package trust says how far a fact can be trusted. That is learned, not set: signs of
// how it was read (its rule, where its period came from, what its name looks like) weigh
// for or against it as much as they did on the hand-read reports. trees.txt holds what was
// learned; go test -run Trust -update ./data learns it anew and prints what it is worth on
// reports left out.
package trust

import (
	"strings"
	"unicode"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// Reader weighs the metrics of a text, in their order.
type Reader struct {
	text, district string
	beside         *Company
	line           line
	signs          []string
}

// NewReader weighs the metrics of a text, of which the longest word at each place of its
// sentences is known; district is the short name by which it calls its own, beside the metrics'
// company.
func NewReader(text string, words []lexicon.Word, district string, beside *Company) *Reader {
	return &Reader{text: text, district: district, beside: beside, line: line{text, words}}
}

// Number flags a metric whose full name could not be told, and gives the signs that speak
// for or against it, until the next one is asked for; the trainer reads them too.
func (r *Reader) Number(f *model.Fact, t Trace) []string {
	v := r.viewOf(f, t.At)
	if v.unsure(f, t) {
		f.Flags = append(f.Flags, model.FlagUnsureName)
	}
	all := v.times(v.doubts(kinds(r.signs[:0], f, t), f, t, r.district), f, t)
	all = r.beside.signs(all, f)
	r.signs = v.clauseLooks(v.metricLooks(all, f, t), f)
	return r.signs
}

// view is what stands around a metric's number in its sentence, as far as sight goes.
type view struct {
	*line
	before string     // what stands before the number
	last   model.Span // the clause that it stands in, before it
	head   model.Span // and behind it
	name   nameWords

	at     int    // where its name stands; -1 where it was put together
	lead   string // what of its clause stands before it
	within bool   // it begins within a word
}

func (r *Reader) viewOf(f *model.Fact, at model.Span) view {
	near := scan.Near(r.text, f.Place.Sentence, at.Start, sight)
	v := view{line: &r.line, before: r.text[near.Start:at.Start], name: wordsOf(f.Name)}
	v.last = model.Span{Start: at.Start - len(scan.LastClause(v.before)), End: at.Start}
	v.head = model.Span{Start: at.End, End: at.End + len(scan.ClauseHead(r.text[at.End:max(at.End, near.End)]))}
	if v.lead, v.at = leadOf(r.text, f); v.at >= 0 {
		v.lead = scan.LastClause(v.lead)
		v.within = v.cuts(model.Span{Start: v.at - len(v.lead), End: v.at + len(f.Name)}, v.at)
	}
	return v
}

// Trace is how a number was read.
type Trace struct {
	Rule   string            // which words named it
	Period timeline.Source   // where its period came from
	Words  string            // the words of the sentence that told it
	In     *lexicon.Features // the words of the whole sentence
	Stage  model.Stage       // as it was judged
	Reason timeline.Reason   // what decided that
	Hanzi  bool              // the number was written in characters
	At     model.Span        // where the number stands
	Among  int               // how many numbers its sentence has
	Around model.Stage       // what its section's heading says of it
	Times  int               // how many periods its sentence sets
	Ago    int               // how many sentences ago the last one was set
}

// kinds adds the signs of a metric's rule, fields and name.
func kinds(all []string, f *model.Fact, t Trace) []string {
	all = append(all, f.Rule, strings.TrimLeft(string(t.Reason.Kind()), " "))
	all = borne(all,
		marked{"stage: a target", f.Stage == model.Target},
		marked{"period: told in its sentence", t.Period == timeline.OwnSentence},
		marked{"period: told before", t.Period == timeline.Section},
		marked{"period: what the report covers", t.Period == timeline.WholeReport},
	)
	add := func(sign string, ok bool) {
		if ok {
			all = append(all, sign)
		}
	}
	n := runes(f.Name)
	known := f.Indicator != ""
	add("known indicator", known)
	add("name of 3 at most", n <= 3 && !known)
	add("name of 13 or more", n >= 13 && !known)
	add("name holds 的", strings.Contains(f.Name, "的"))
	add("name holds a digit", strings.IndexFunc(f.Name, unicode.IsDigit) >= 0)
	add("name holds a verb", !known && holdsVerb(f.Name))
	add("name ends as a noun", !known && (lexicon.Owner.Suffix(f.Name) != "" || lexicon.Mass.Suffix(f.Name) != "" || lexicon.Bare.Suffix(f.Name) != ""))
	add("name begins with its increment", lexicon.Delta.Prefix(f.Name) != "")
	add("name is uneven", strings.Count(f.Name, "“") != strings.Count(f.Name, "”") || strings.Count(f.Name, "（") != strings.Count(f.Name, "）"))
	add("bare sum", !known && lexicon.Generic.Has(f.Name))
	add("stage against its section", t.Around != "" && t.Around != f.Stage)
	add("section of no stage", t.Around == "")
	add("has a change", f.Change != "")
	add("has a rank", f.Rank != "" && !f.Ordinal())
	add("is a rank", f.Ordinal())
	add("in characters", t.Hanzi)
	add("doubted", len(f.Flags) > 0)
	add("has an owner", f.Owner != "")
	u, _ := scan.UnitOf(f.Quantity.BaseUnit)
	add("unit: money", u.Class == "money")
	add("unit: a count", u.Class == "count")
	add("unit: a ratio", u.Class == "ratio")
	add("unit: a size", u.Class == "size")
	return all
}

// holdsVerb reports that a verb at which noun phrases end stands within a name.
func holdsVerb(name string) bool {
	for i := range name {
		if i == 0 {
			continue
		}
		if w := lexicon.Stop.Prefix(name[i:]); lexicon.Runes(w) > 1 && !scan.PartOfNoun(name, i, len(w)) {
			return true
		}
	}
	return false
}

// Of is the confidence that its signs give a fact.
func Of(kind model.Kind, signs []string) float64 { return Odds(forestOf(kind).Sum(signs)) }

// Unlikely reports a cluster, park or project that is not told, since it is most likely none: of 212
// such that readers judged in whole reports 10 were right, of 45 on pages no rule was written with
// 6. A project of which no stage was found is told down to half of that, for what is doubted of it is
// the stage (of 21 below it in whole reports none was right, of 6 on such pages 1); and always where
// a roll says what it is or the text what it costs.
func Unlikely(f *model.Fact) bool {
	switch {
	case f.Kind != model.Project || f.Stage != model.NoStage:
		return f.Confidence < LeastName
	case f.Rule == "project.roll" || f.Quantity.Unit != "":
		return false
	}
	return f.Confidence < LeastName/2
}

// LeastName is the confidence below which a name is most likely none.
const LeastName = .2

// Weigh is what each sign of a fact does for (above 0) or against it.
func Weigh(kind model.Kind, signs []string) []float64 { return forestOf(kind).Weigh(signs) }

func forestOf(kind model.Kind) *Forest {
	if kind == model.Metric {
		return forests()[0]
	}
	return forests()[1]
}

package extract

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/trust"
	"qubi/model"
)

// Why is how a fact was read.
type Why struct {
	Rule   string   // the rule that named it
	Period string   // where its period came from: sentence, section, report, none
	Words  string   // the words of its sentence that told the period; may be empty
	Stage  string   // what decided its stage
	Signs  []string // what its confidence is made of
}

// why is how a metric was read.
func why(t trust.Trace, f *model.Fact, signs []string) Why {
	w := Why{Rule: f.Rule, Period: string(t.Period), Words: t.Words, Stage: string(t.Reason), Signs: signs}
	if f.Stage != t.Stage {
		w.Stage = "that of the number it goes with"
	}
	return w
}

// Text tells it in lines, for who writes rules: the clause in its tokens, what each
// field came from, and the signs with their weights, the heaviest first.
func (w Why) Text(f *model.Fact) string {
	var b strings.Builder
	line := func(field, says string) { fmt.Fprintf(&b, "  %-10s  %s\n", field, says) }
	line("rule", w.Rule)
	line("tokens", tokens(f.Report.Text, clauseOf(f)))
	if f.Kind == model.Metric {
		from := w.Period
		if w.Words != "" {
			from += ": " + w.Words
		}
		line("period", cmp.Or(f.Period.Label, "-")+" ("+from+")")
	}
	line("stage", cmp.Or(string(f.Stage), "-")+" ("+w.Stage+")")
	if f.Kind == model.Metric {
		line("owner", cmp.Or(f.Owner, "the district"))
	}
	line("confidence", fmt.Sprintf("%.2f; %s", f.Confidence, w.weighed(f.Kind)))
	return b.String()
}

// weighed tells the signs with what each of them does to the confidence, those against it
// first. What hardly weighs is not told.
func (w Why) weighed(kind model.Kind) string {
	each := trust.Weigh(kind, w.Signs)
	order := make([]int, len(each))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(each[i], each[j]) })
	var all []string
	for _, i := range order {
		if math.Abs(each[i]) >= .05 {
			all = append(all, fmt.Sprintf("%+.2f %s", each[i], w.Signs[i]))
		}
	}
	return strings.Join(all, ", ")
}

// sight is how far around a quote its clause is looked for, in bytes.
const sight = 240

// clauseOf is where a fact's quote stands, widened to whole clauses within reach.
func clauseOf(f *model.Fact) model.Span {
	text, q := f.Report.Text, f.Place.Quote
	near := scan.Near(text, f.Place.Sentence, q.Start, sight)
	far := scan.Near(text, f.Place.Sentence, q.End, sight)
	return model.Span{
		Start: q.Start - len(scan.LastClause(text[min(near.Start, q.Start):q.Start])),
		End:   q.End + len(scan.ClauseHead(text[q.End:max(q.End, far.End)])),
	}
}

// tokens is a part of a text as the rules see it: numbers with their class, words with
// their features, and what is neither as it stands.
func tokens(text string, s model.Span) string {
	var all []string
	plain := s.Start // begin of what is no word
	flush := func(end int) {
		if plain < end {
			all = append(all, text[plain:end])
		}
	}
	numbers := scan.Quantities(text, s)
	for at := s.Start; at < s.End; {
		if len(numbers) > 0 && at >= numbers[0].At.Start {
			q := numbers[0]
			flush(at)
			all = append(all, text[at:max(at, q.At.End)]+"["+cmp.Or(q.Class, "number")+"]")
			at, numbers = max(at, q.At.End), numbers[1:]
			plain = at
			continue
		}
		end := s.End
		if len(numbers) > 0 {
			end = numbers[0].At.Start
		}
		_, n := lexicon.RuneAt(text, at, end)
		if w := lexicon.Match(text, at, end); w != lexicon.NoWord {
			flush(at)
			n = len(w.Text())
			all = append(all, w.Text()+"["+strings.Join(w.Features().Names(), " ")+"]")
			plain = at + n
		}
		at += n
	}
	flush(s.End)
	return strings.ReplaceAll(strings.Join(all, " "), "\n", "")
}

// weighedTogether is how many numbers are weighed in one go.
const weighedTogether = 256

// weighed are numbers that are weighed in parts, in any order, with the traces of how they were
// read.
type weighed struct {
	text     string
	words    []lexicon.Word
	district string
	facts    []*model.Fact
	traces   []trust.Trace
	beside   *trust.Company
	told     func(*model.Fact, Why) // of each; may be nil
}

// parts is how many they are weighed in.
func (w *weighed) parts() int { return (len(w.facts) + weighedTogether - 1) / weighedTogether }

// part weighs one of them.
func (w *weighed) part(n int) {
	weigher := trust.NewReader(w.text, w.words, w.district, w.beside)
	for i := n * weighedTogether; i < min(len(w.facts), (n+1)*weighedTogether); i++ {
		f, t := w.facts[i], w.traces[i]
		f.Rule = "metric." + t.Rule
		all := weigher.Number(f, t)
		f.Confidence = trust.Of(f.Kind, all)
		if w.told != nil {
			w.told(f, why(t, f, slices.Clone(all)))
		}
	}
}

package modeltest

import (
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/query"
)

// repeats is how often a large report says what its pattern says, so that it
// holds about a hundred facts.
const repeats = 9

// Large is a corpus of n reports made from the invented ones: each with a
// district of its own, its numbers and the names of its things changed. The
// same n gives the same corpus.
func Large(n int) *query.Index { return LargeOf(n, n) }

// LargeOf is Large with the reports spread over so many districts, as ten
// thousand reports of three hundred are.
func LargeOf(n, districts int) *query.Index {
	patterns := Reports()
	reports := make([]*model.Report, n)
	for i := range reports {
		reports[i] = vary(patterns[i%len(patterns)], i)
		reports[i].Head.District, reports[i].Head.City = districtName(i%districts), patterns[i%districts%len(patterns)].Head.City
	}
	return query.Of(reports)
}

// syllables make up new names; all take three bytes, so that spans hold.
var syllables = []rune("安宝昌大恩丰广海吉金兴康乐连明宁平泉瑞三天文新阳永元长泽中竹")

func pick(n int) string { return string(syllables[n%len(syllables)]) }

func districtName(n int) string {
	return pick(n) + pick(n/len(syllables)) + pick(n/len(syllables)/len(syllables)) + "区"
}

// vary repeats a report's text, changing digits and names but no lengths.
func vary(p *model.Report, seed int) *model.Report {
	r := &model.Report{Document: &model.Document{File: strconv.Itoa(seed) + "-" + p.File, Path: p.Path, Encoding: p.Encoding, Head: p.Head}}
	var text strings.Builder
	for k := range repeats {
		if k > 0 {
			text.WriteByte('\n')
		}
		at := text.Len()
		change := changer(seed*repeats + k)
		text.WriteString(change.Replace(p.Text))
		for _, s := range p.Paragraphs {
			r.Paragraphs = append(r.Paragraphs, shift(s, at))
		}
		for _, f := range p.Facts {
			r.Facts = append(r.Facts, varyFact(f, change, at, k*len(p.Paragraphs)))
		}
	}
	r.Text = text.String()
	r.Original = r.Text
	return r
}

// changer turns the digits by the seed and gives names other characters. Zero
// stays, so that no number begins with it.
func changer(seed int) *strings.Replacer {
	var pairs []string
	for d := range 9 {
		pairs = append(pairs, strconv.Itoa(d+1), strconv.Itoa((d+seed)%9+1))
	}
	for i, name := range []string{"云湖", "济云", "西山", "临港", "智谷", "精密", "康养"} {
		pairs = append(pairs, name, pick(seed+i)+pick(seed/7+i))
	}
	return strings.NewReplacer(pairs...)
}

func varyFact(p *model.Fact, change *strings.Replacer, at, paragraphs int) *model.Fact {
	f := *p
	f.Name, f.Indicator = change.Replace(p.Name), change.Replace(p.Indicator)
	f.Place = model.Place{Quote: shift(p.Place.Quote, at), Sentence: shift(p.Place.Sentence, at), Paragraph: p.Place.Paragraph + paragraphs}
	if f.HasValue {
		v, _ := model.ParseDecimal(change.Replace(p.Quantity.Value.String()))
		scale := p.Quantity.Base.Exp - p.Quantity.Value.Exp + len(strconv.FormatInt(p.Quantity.Base.Coef, 10)) - len(strconv.FormatInt(p.Quantity.Value.Coef, 10))
		f.Quantity.Value, f.Quantity.Base = v, v.Shift(scale)
	}
	return &f
}

func shift(s model.Span, by int) model.Span {
	return model.Span{Start: s.Start + by, End: s.End + by}
}

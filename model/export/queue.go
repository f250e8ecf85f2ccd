package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/lang"
	"qubi/model/review"
)

// ToReview are the facts on view to be checked, the most doubtful first, or those
// of a random sample; [View.Of] says which: "", "50" or, with a seed, "50/7".
func (v View) ToReview() ([]review.Item, error) {
	facts := v.Corpus.Select(v.Filter)
	if v.Of != "" {
		size, seed, _ := strings.Cut(v.Of, "/")
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			return nil, lang.Say("export.sample", v.Of)
		}
		lot, err := strconv.ParseUint(seed, 10, 64)
		if seed != "" && err != nil {
			return nil, lang.Say("export.draw", v.Of)
		}
		if seed == "" {
			lot = review.FirstDraw
		}
		facts = review.Sample(slices.DeleteFunc(facts, func(f *model.Fact) bool { return f.Mark == model.Added }), n, lot)
	}
	return review.Queue(v.Corpus.Corpus, facts), nil
}

// queue lists the facts to be checked, with why each is doubted.
func (v View) queue() (listing, error) {
	items, err := v.ToReview()
	l := listing{noted: "name", columns: headings(v.Lang, slices.Concat([]string{"<mark", ">check", "#doubt", "<kind", ">kind", "name"}, numberColumns[:], []string{"district", "why"})...)}
	if v.Of != "" {
		l.title = phrase(v.Lang, "review.sample", len(items))
	}
	l.rows = func(yield func(listed) bool) {
		for _, it := range items {
			f := it.Fact
			var why []string
			for _, d := range it.Doubts {
				why = append(why, d.Words(v.Lang))
			}
			cells := slices.Concat([]string{checkWord(f, v.Lang), f.Mark.String(), strconv.Itoa(int(it.Weight*100 + 0.5)), f.Kind.Word(v.Lang), f.Kind.String(), f.Name},
				v.figures(f), []string{f.Report.Head.District, strings.Join(why, v.Lang.Pick("；", "; "))})
			if !yield(listed{"", cells, []*model.Fact{f}}) {
				return
			}
		}
	}
	return l, err
}

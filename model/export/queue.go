package export

import (
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/review"
)

// ToReview are the facts on view to be checked, the most doubtful first, or those
// of a random sample; [View.Of] says which: "", "50" or, with a seed, "50/7".
func (v View) ToReview() ([]review.Item, error) {
	facts := v.Corpus.Select(v.Filter)
	if v.Of != "" {
		size, seed, err := review.ParseDraw(v.Of)
		if err != nil {
			return nil, err
		}
		facts = review.Sample(facts, size, seed)
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
	l.rows = made(slices.Values(items), func(it review.Item) listed {
		f := it.Fact
		return listed{"", slices.Concat([]string{checkWord(f, v.Lang), f.Mark.String(), strconv.Itoa(int(it.Weight*100 + 0.5)), f.Kind.Word(v.Lang), f.Kind.String(), f.Name},
			v.figures(f), []string{f.Report.Head.District, strings.Join(it.Why(v.Lang), v.Lang.Pick("；", "; "))}), []*model.Fact{f}}
	})
	return l, err
}

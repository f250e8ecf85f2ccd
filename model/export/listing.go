package export

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/query"
	"qubi/model/review"
)

// listing is a view that lists things one below the other: a ranking, what was
// stated over time, the numbers behind pictures, places in texts, facts to check.
type listing struct {
	title   string // what it is of, behind the name of the view, or ""
	columns []heading
	noted   string // key of the column that carries the footnotes
	rows    iter.Seq[listed]
}

// listed is a row of a listing.
type listed struct {
	section string // what heads it, for people; rows of one stand together
	cells   []string
	facts   []*model.Fact // behind it, the one that it shows first
}

// lists reports whether the view is a listing.
func (k Kind) lists() bool {
	return slices.Contains([]Kind{Ranking, Time, Chart, Found, Review}, k)
}

// listing is the view's listing; the error says what it cannot be of. Within one
// export it is made once.
func (v View) listing() (listing, error) {
	if v.listed != nil {
		return v.listed()
	}
	return v.makeListing()
}

func (v View) makeListing() (listing, error) {
	switch v.Kind {
	case Ranking:
		return v.ranking()
	case Time:
		return v.times(), nil
	case Chart:
		return v.chart(), nil
	case Found:
		return v.found(), nil
	case Review:
		return v.queue()
	}
	return listing{}, fmt.Errorf("export: %s lists nothing", v.Kind)
}

// listFacts are the facts behind the rows.
func (v View) listFacts() iter.Seq[*model.Fact] {
	return func(yield func(*model.Fact) bool) {
		l, err := v.listing()
		if err != nil {
			return // looked at by Write
		}
		for r := range l.rows {
			for _, f := range r.facts {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// listSheet is the listing for programs: its own columns, and behind them where
// each row is from, or the columns that were chosen.
func (v View) listSheet() sheet {
	l, _ := v.listing() // looked at by Write
	var own []int
	var s sheet
	for i, c := range l.columns {
		if c.reader != people {
			own = append(own, i)
			s.columns = append(s.columns, c)
		}
	}
	behind := slices.DeleteFunc(v.sources(), func(c column) bool {
		return slices.ContainsFunc(s.columns, func(h heading) bool { return h.key == c.key })
	})
	for _, c := range behind {
		s.columns = append(s.columns, c.heading(v.Lang))
	}
	s.rows = made(l.rows, func(r listed) []string {
		cells := make([]string, len(s.columns))
		for i, from := range own {
			cells[i] = r.cells[from]
		}
		for i, c := range behind {
			if len(r.facts) > 0 {
				cells[len(own)+i] = c.text(row{r.facts[0], v.Notes.At(r.facts[0])})
			}
		}
		return cells
	})
	return s
}

// sources are the columns that say where a row is from: those chosen, else name,
// file, line and sentence.
func (v View) sources() []column {
	if len(v.Columns) == 0 {
		v.Columns = []string{"name", "report", "line", "sentence", "flags", "id"}
		if !v.Project.IsEmpty() {
			v.Columns = append(v.Columns, "check")
		}
	}
	cols, _ := v.columns()
	return cols
}

// figures are a fact's cells in the columns of numberColumns.
func (v View) figures(f *model.Fact) []string {
	if f == nil {
		return make([]string, len(numberColumns))
	}
	change, words := f.Beside(), valueWords(f, v.Lang)
	if change != "" && strings.TrimLeft(change, "+-") != f.Quantity.Value.String()+f.Quantity.Unit {
		words += v.Lang.Pick("，", ", ") + changed(change, v.Lang)
	}
	return []string{words, f.Number(f.Stated().Value), f.Quantity.Unit, f.Stated().Sign(), change, periodWords(f, v.Lang), f.Period.Label, f.Stage.Word(v.Lang), string(f.Stage)}
}

// numberColumns are the columns that tell a number.
var numberColumns = [...]string{"<words", "#>value", ">unit", ">bound", ">change", "<period", ">period", "<stage", ">stage"}

// districtColumns are the columns that name a district: with its city where that
// does not go without saying, or name and city apart.
var districtColumns = [...]string{"<who", ">district", ">city"}

// namer names the districts on view.
func (v View) namer() namer {
	_, named := oneCity(v.Corpus.View(v.Filter))
	return func(d *model.District) []string { return []string{named(d), d.Name, d.City} }
}

// found is every place of the texts where the words of [View.Of] stand, each in
// its sentence.
func (v View) found() listing {
	named, hits := v.namer(), v.Corpus.Concordance(v.Filter, query.NewPattern(v.Of))
	hits = slices.DeleteFunc(hits, func(h query.Hit) bool { return v.Filter.Marked != nil && !v.Filter.Marked[h.Fact().Key()] })
	return listing{title: v.Of, noted: "right", columns: headings(v.Lang, ">district", ">city", ">published/day", "#line", "left", "found", "right", ">report"),
		rows: made(slices.Values(hits), func(h query.Hit) listed {
			d, date := h.District, dated(h.Report)
			section := strings.TrimSpace(named(d)[0] + " " + date + " " + h.Report.Head.Title)
			left, right := around(h)
			return listed{section, []string{d.Name, d.City, date, strconv.Itoa(h.Report.Origin(h.Span).Line), left, h.Word(), right, h.Report.File}, h.Facts()}
		})}
}

// around is what stands before and behind a place in its sentence.
func around(h query.Hit) (left, right string) {
	s := h.Report.PlaceAt(h.Span).Sentence
	from, to := max(s.Start, h.Paragraph.Start), min(s.End, h.Paragraph.End)
	return h.Report.Quote(model.Span{Start: min(from, h.Span.Start), End: h.Span.Start}), h.Report.Quote(model.Span{Start: h.Span.End, End: max(to, h.Span.End)})
}

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

// times is what the districts that have several reports state over time: of each
// indicator its numbers, and its targets with what became of them.
func (v View) times() listing {
	named := v.namer()
	return listing{noted: "words", columns: headings(v.Lang, slices.Concat([]string{">district", ">city", "indicator/course"},
		numberColumns[:], []string{"<outcome", ">outcome", "<result", "#>result_value", ">result_unit", ">reported"})...),
		rows: parts(v.compare().Times(), func(t compare.Timeline) (rows []listed) {
			for _, line := range t.Lines {
				rows = append(rows, v.lineRows(named(t.District)[0], t.District, line)...)
			}
			return rows
		})}
}

// lineRows are the rows of one indicator of a district.
func (v View) lineRows(section string, d *model.District, line compare.Line) (rows []listed) {
	add := func(facts []*model.Fact, behind ...string) {
		rows = append(rows, listed{section, slices.Concat([]string{d.Name, d.City, line.Indicator}, v.figures(facts[0]), behind), facts})
	}
	for _, p := range line.Points {
		add(p.Facts, "", "", "", "", "", "")
	}
	for _, o := range line.Outcomes {
		facts, behind := []*model.Fact{o.Target}, []string{o.State.Word(v.Lang), o.State.String(), "", "", "", ""}
		if r := o.Result; r != nil {
			facts = append(facts, r)
			date := dated(r.Report)
			behind = []string{o.State.Word(v.Lang), o.State.String(), v.figures(r)[0] + aside(v.Lang, date),
				r.Number(r.Stated().Value), r.Quantity.Unit, date}
		}
		add(facts, behind...)
	}
	return rows
}

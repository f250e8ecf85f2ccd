package export

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/notes"
	"qubi/model/project"
	"qubi/model/query"
)

// Format is a file format.
type Format string

// The formats, by their usual file name endings.
const (
	Markdown  Format = "md"
	HTML      Format = "html"
	Excel     Format = "xlsx"
	CSV       Format = "csv"
	TSV       Format = "tsv"
	JSON      Format = "json"
	JSONLines Format = "jsonl"
	SQL       Format = "sql"

	// The reports on view, as they are cited.
	GB7714  Format = "gb7714"
	APA     Format = "apa"
	BibTeX  Format = "bib"
	CSLJSON Format = "csl"

	QDPX Format = "qdpx" // REFI-QDA, for tools of qualitative analysis
)

// Kind is which view is exported.
type Kind string

// The views.
const (
	SideBySide Kind = "facts"      // 并列: the facts, district by district
	Counts     Kind = "counts"     // 对照: themes and kinds
	Indicators Kind = "indicators" // 对照: indicators
	Shared     Kind = "shared"     // 共有/独有
	Marked     Kind = "marked"     // marked facts with their notes
	Text       Kind = "text"       // 原文: the reports' texts with their facts marked
	Ranking    Kind = "ranking"    // 排行: the districts by one row of the comparison
	Time       Kind = "time"       // 时间: numbers over time, targets with their results
	Chart      Kind = "chart"      // 图: the numbers behind the pictures
	Found      Kind = "found"      // 查句: places in the texts
	Review     Kind = "review"     // 核对: facts to be checked
)

// Kinds are all views.
func Kinds() []Kind {
	return []Kind{SideBySide, Counts, Indicators, Shared, Marked, Text, Ranking, Time, Chart, Found, Review}
}

// ParseKind reads the word of a view, and behind a colon what it is of:
// ranking:工业投资, found:高铁, review:50.
func ParseKind(word string) (kind Kind, of string, ok bool) {
	name, of, has := strings.Cut(word, ":")
	kind = Kind(name)
	ok = slices.Contains(Kinds(), kind) && (!has || of != "" && slices.Contains([]Kind{Ranking, Found, Review}, kind))
	return kind, of, ok
}

// word is the view as the command names it.
func (v View) word() string {
	if v.Of == "" {
		return string(v.Kind)
	}
	return string(v.Kind) + ":" + v.Of
}

// manyDistricts is from how many districts on a comparison tells only what is
// stated: a reason for each of a million empty cells is no answer.
const manyDistricts = 100

// View is exactly what is on view. The zero Kind is SideBySide.
type View struct {
	Kind    Kind
	Of      string // the row that a ranking is by, what was looked for, the sample to review
	Corpus  *query.Index
	Filter  query.Filter
	Order   query.Order // of facts, or of the rows of the comparison
	Reverse bool
	By      model.DistrictID // whose values or periods order the rows of indicators; zero is the first district
	Notes   notes.Notes
	Lang    model.Lang

	Columns []string         // contract keys of the columns of CSV and TSV, and of the facts' tables; none means the usual ones
	Paths   []string         // the reports as the user gave them; none are the built-in ones
	Lexicon string           // the file of theme words that they were read with, or ""
	Command string           // the command line that makes this export again; empty is [Command] of the view
	Project *project.Applied // what people said of the reports, or nil
	File    string           // of the project, for the command
	Checked bool             // the corpus holds only what a person stands for
	Code    string           // only facts in passages with this code of the project; "" is all

	Keys bool // CSV and TSV: contract keys in a second header row

	// Of Markdown, and the title of the page of HTML.
	Title string // empty is the districts and the view
	All   bool   // rows of one district too, as a list for each
	Full  bool   // each footnote names its source in full; else the reports are listed once
	Width int    // no table is wider; zero is 160 columns

	compared func() *compare.Comparison // made once an export, see Write
	listed   func() (listing, error)
}

// Facts are the facts on view, in the order in which they are written: district
// by district, or, for the tables of the comparison, row by row.
func (v View) Facts() []*model.Fact { return slices.Collect(v.each()) }

// each walks through the facts on view.
func (v View) each() iter.Seq[*model.Fact] {
	switch c := v.compare; {
	case v.Kind == Indicators: // a growth can stand in for a missing level and in a row of its own
		return once(cellFacts(c().Rows()))
	case v.Kind == Shared:
		return cellFacts(c().Names())
	case v.Kind.lists():
		return once(v.listFacts())
	}
	return func(yield func(*model.Fact) bool) {
		for _, facts := range v.byDistrict() {
			for _, f := range facts {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// byDistrict walks through the districts on view, each with its facts in the
// view's order. They are looked up once for all, since ten thousand districts
// would else be ten thousand questions to the index.
func (v View) byDistrict() iter.Seq2[*model.District, []*model.Fact] {
	f := v.Filter
	if v.Kind == Marked {
		f.Marked = v.Notes.Marked()
	}
	return func(yield func(*model.District, []*model.Fact) bool) {
		rest := v.Corpus.Select(f) // district by district already
		for _, d := range v.Corpus.View(f) {
			n := 0
			for n < len(rest) && rest[n].Report.DistrictID() == d.ID() {
				n++
			}
			own := rest[:n:n]
			if v.Order != query.ByText || v.Reverse {
				own = query.Sort(own, v.Order, v.Reverse)
			}
			if !yield(d, own) {
				return
			}
			rest = rest[n:]
		}
	}
}

// compare is what the view compares, in its order; within one export it is made
// once.
func (v View) compare() *compare.Comparison {
	if v.compared != nil {
		return v.compared()
	}
	return v.comparison()
}

func (v View) comparison() *compare.Comparison {
	c := compare.Districts(v.Corpus, v.Filter).WithCodes(Coded(v.Project))
	by := slices.IndexFunc(c.Districts, func(d *model.District) bool { return d.ID() == v.By })
	return c.Sorted(v.Order, v.Reverse, max(0, by))
}

// Coded are the passages that people coded, for a comparison; of nil none.
func Coded(a *project.Applied) (all []compare.Coded) {
	if a == nil {
		return nil
	}
	for _, c := range a.Codings {
		if c.Type == project.Coding {
			all = append(all, compare.Coded{Code: c.Code, District: c.Report.DistrictID(), Chars: model.CountChars(c.Report.Quote(c.Span))})
		}
	}
	return all
}

// stating is a row of a table: what each column states or why it states nothing, and
// those that state something, from the left.
type stating interface {
	Facts(j int) []*model.Fact
	State(j int) compare.CellState
	All() iter.Seq2[int, []*model.Fact]
}

// cellFacts are the facts of a table's rows, column by column.
func cellFacts[R stating](rows []R) iter.Seq[*model.Fact] {
	return parts(rows, func(r R) (all []*model.Fact) {
		for _, facts := range r.All() {
			all = append(all, facts...)
		}
		return all
	})
}

// once are facts, each where it comes first.
func once(all iter.Seq[*model.Fact]) iter.Seq[*model.Fact] {
	return func(yield func(*model.Fact) bool) {
		seen := map[*model.Fact]bool{}
		for f := range all {
			if !seen[f] && !yield(f) {
				return
			}
			seen[f] = true
		}
	}
}

// columns are those of the view: the chosen ones, else the contract's, with
// marks and notes where marked facts are on view.
func (v View) columns() ([]column, error) {
	all := columns()
	if len(v.Columns) == 0 {
		return slices.DeleteFunc(slices.Clone(all), func(c column) bool {
			return c.key == "check" && v.Project.IsEmpty() || (c.key == "marked" || c.key == "note") && v.Kind != Marked
		}), nil
	}
	var chosen []column
	for _, key := range v.Columns {
		i := slices.IndexFunc(all, func(c column) bool { return c.key == key })
		if i < 0 {
			return nil, fmt.Errorf("export: no column %q, use of: %s", key, strings.Join(Columns(), " "))
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

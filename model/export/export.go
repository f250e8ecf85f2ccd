// Package export writes what is on view for other programs and for people:
// Markdown with a footnote for every fact, CSV, TSV, JSON, and JSON Lines in
// the form of the facts contract.
//
//	err := export.Write(os.Stdout, export.Markdown, export.View{
//		Kind: export.Indicators, Corpus: corpus, Filter: filter,
//		Command: "qubi export --view indicators",
//	})
//
// The browser and the command both call Write with a [View], so that the same
// view gives the same bytes; nothing here looks at a clock, a locale or a
// terminal.
package export

import (
	"fmt"
	"io"
	"slices"

	"qubi/model"
	"qubi/model/compare"
	"qubi/model/notes"
	"qubi/model/query"
)

// Format is a file format.
type Format string

// The formats, by their usual file name endings.
const (
	Markdown  Format = "md"
	CSV       Format = "csv"
	TSV       Format = "tsv"
	JSON      Format = "json"
	JSONLines Format = "jsonl"
)

// Formats are all formats.
func Formats() []Format { return []Format{Markdown, CSV, TSV, JSON, JSONLines} }

// Kind is which view is exported.
type Kind string

// The views.
const (
	SideBySide Kind = "facts"      // 并列: the facts, district by district
	Counts     Kind = "counts"     // 对照: themes and kinds
	Indicators Kind = "indicators" // 对照: indicators
	Shared     Kind = "shared"     // 共有/独有
	Marked     Kind = "marked"     // marked facts with their notes
)

// Kinds are all views.
func Kinds() []Kind { return []Kind{SideBySide, Counts, Indicators, Shared, Marked} }

// View is exactly what is on view. The zero Kind is SideBySide.
type View struct {
	Kind    Kind
	Corpus  *query.Index
	Filter  query.Filter
	Order   query.Order // of facts, or of the rows of the comparison
	Reverse bool
	By      model.DistrictID // whose values or periods order the rows of indicators; zero is the first district
	Notes   notes.Notes
	Lang    model.Lang

	Columns []string // contract keys of the columns of CSV and TSV, and of the facts' tables; none means the usual ones
	Paths   []string // the reports as the user gave them; none are the built-in ones
	Command string   // the command line that makes this export again; empty is [Command] of the view
	Keys    bool     // CSV and TSV: contract keys in a second header row
}

// Write writes the view. Its only errors are those of w and an unknown format,
// view or column.
func Write(w io.Writer, format Format, v View) error {
	if v.Kind == "" {
		v.Kind = SideBySide
	}
	if !slices.Contains(Kinds(), v.Kind) {
		return fmt.Errorf("export: no view %q", v.Kind)
	}
	if v.Command == "" {
		v.Command = Command(v, format, v.Paths)
	}
	switch format {
	case Markdown:
		return writeMarkdown(w, v)
	case CSV:
		return writeCSV(w, v)
	case TSV:
		return writeTSV(w, v)
	case JSON:
		return writeJSON(w, v)
	case JSONLines:
		return Facts(w, v.Facts())
	}
	return fmt.Errorf("export: no format %q", format)
}

// Facts are the facts on view, in the order in which they are written: district
// by district, or, for the tables of the comparison, row by row.
func (v View) Facts() []*model.Fact {
	f := v.Filter
	switch v.Kind {
	case Indicators:
		return rowFacts(v.comparison())
	case Shared:
		return nameFacts(v.comparison())
	case Marked:
		f.Marked = v.Notes.Marked()
	}
	var all []*model.Fact
	for _, d := range v.Corpus.View(f) {
		f.Districts = []model.DistrictID{d.ID()}
		all = append(all, query.Sort(v.Corpus.Select(f), v.Order, v.Reverse)...)
	}
	return all
}

// comparison is what the view compares, in its order.
func (v View) comparison() *compare.Comparison {
	c := compare.Districts(v.Corpus, v.Filter)
	by := slices.IndexFunc(c.Districts, func(d *model.District) bool { return d.ID() == v.By })
	return c.Sorted(v.Order, v.Reverse, max(0, by))
}

// rowFacts are the facts of the table of indicators, each once: a growth can
// stand in for a missing level and in a row of its own.
func rowFacts(c *compare.Comparison) (all []*model.Fact) {
	seen := map[*model.Fact]bool{}
	for _, r := range c.Rows() {
		for j := range c.Districts {
			for _, f := range r.Facts(j) {
				if !seen[f] {
					seen[f] = true
					all = append(all, f)
				}
			}
		}
	}
	return all
}

func nameFacts(c *compare.Comparison) (all []*model.Fact) {
	for _, r := range c.Names() {
		for j := range c.Districts {
			all = append(all, r.Facts(j)...)
		}
	}
	return all
}

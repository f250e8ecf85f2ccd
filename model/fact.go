package model

import (
	"slices"
	"strconv"
)

// Kind is one of the four kinds of facts.
type Kind uint8

// The kinds, in the order of the panes.
const (
	NoKind Kind = iota
	Cluster
	Park
	Project
	Metric
)

// String is the kind as the contract writes it.
func (k Kind) String() string {
	return [...]string{"", "cluster", "park", "project", "metric"}[min(k, 4)]
}

// Kinds are the four kinds in display order.
func Kinds() []Kind { return []Kind{Cluster, Park, Project, Metric} }

// Stage of a fact; the values are the contract's words.
type Stage string

// Stages. Metrics are achieved or target, clusters existing or target,
// projects planned, signed, building, done or none.
const (
	NoStage  Stage = ""
	Achieved Stage = "achieved"
	Target   Stage = "target"
	Existing Stage = "existing"
	Planned  Stage = "planned"
	Signed   Stage = "signed"
	Building Stage = "building"
	Done     Stage = "done"
)

// Flag is a doubt a reader must know.
type Flag string

// The flags.
const (
	FlagListCount   Flag = "list_count_mismatch" // a stated count could not be met by the list beside it
	FlagRepaired    Flag = "repaired_text"       // the sentence holds text restored from damage
	FlagUnrepaired  Flag = "unrepaired_text"     // the sentence holds damage that could not be undone
	FlagScopeCity   Flag = "scope_city"          // the number is the city's, not the district's
	FlagScopeOther  Flag = "scope_other"         // the number is a county's, an enterprise's or a project's
	FlagScopeWide   Flag = "scope_wide"          // the number is the province's or the country's
	FlagOverlong    Flag = "overlong_number"     // more digits than an exact value can hold
	FlagNoDate      Flag = "no_report_date"      // the report has no date to resolve 今年 against
	FlagFormer      Flag = "former_value"        // what a level was before it rose or fell to the one told (由32%提高到45%)
	FlagEstimate    Flag = "estimate"            // expected when the report was given (预计全年增长6%)
	FlagUnsureName  Flag = "unsure_name"         // the full name could not be told
	FlagShared      Flag = "shared_table"        // told in a table of several districts, of the one that owns it
	FlagRange       Flag = "range"               // one end of a stated range, the other in the quote
	FlagCompoundVal Flag = "compound_value"      // 31分48秒, told in its smallest unit
)

// Place is where a fact is stated.
type Place struct {
	Quote     Span   // shortest run that states the fact
	Sentence  Span   // the whole sentence around it, what stands around it where that has no end
	Paragraph int    // from 1
	Page      int    // of a paged file such as a PDF, from 1; 0 where the file has no pages
	Cell      string // of a table: Sheet1!C7, table 2 row 3; else ""
}

// Sure is the confidence below which a fact is doubted even where no flag stands: of those above
// it some nineteen in twenty were right on hand-read reports.
const Sure = .8

// Fact is one row of the contract: something a report states, with the place
// that states it. Fields that its kind does not have are zero.
type Fact struct {
	// Identity.
	Kind     Kind
	HasValue bool // a metric's number, or a project's amount of money
	Grown    bool // the number is by how much what the name names rose or fell, not its level
	Mark     Mark // what people did to it, see package project
	ID       FactID
	Report   *Report
	Name     string // the indicator as the text names it, or the name itself

	// Metric, and a project's amount of money.
	Indicator string // canonical indicator that makes it comparable, else ""
	Quantity  Quantity
	Period    Period
	Change    string // growth beside a level: +8.6%, -13.9%, +20个百分点
	Rank      string // 全市第3
	Owner     string // whose number it is where not the district's own: a project, park, enterprise or group (25家亿元以上企业), else ""
	Scope     string // what narrows or widens how it is counted: 区本级, 全市, 规模以上, 不含农户, else ""
	Versus    string // comparison told with the number: 高于全省2个百分点, else ""
	Within    Period // the years that its section speaks of, where the text tells no period: 十四五
	Whole     string // the whole of which 其中 names this part, else ""

	// Common.
	Stage  Stage
	Tier   string // cluster: 千亿级, 百亿级 or ""
	Group  string // park or cluster: the named set (六园) or ""
	Themes []Theme
	Flags  []Flag

	// Provenance.
	Place Place
	Also  []Place // other places of the same fact

	// How it was read.
	Rule       string  // ID of the rule that read it, or ""
	Confidence float64 // 0 to 1, from the rule's record on hand-read reports less what weakens it here; 0 where no rule says

	Read *Fact // the fact as the rules read it, where a person stands for another; else nil
}

// FactID tells a fact from all others of its corpus, and is the same again for the
// same reports. NewCorpus gives it.
type FactID struct{ Report, Fact int32 } // from 1

// String is the ID as the anchor of a page has it: 3.17.
func (id FactID) String() string {
	return strconv.Itoa(int(id.Report)) + "." + strconv.Itoa(int(id.Fact))
}

// Quote is the fact's quote, letter for letter.
func (f *Fact) Quote() string { return f.Report.Quote(f.Place.Quote) }

// Sentence is the whole sentence around the quote.
func (f *Fact) Sentence() string { return f.Report.Quote(f.Place.Sentence) }

// Line is the line of the original file in which the quote begins, from 1.
func (f *Fact) Line() int { return f.Report.lineOf(f.Place.Quote) }

// Is reports whether the fact carries the flag.
func (f *Fact) Is(flag Flag) bool { return slices.Contains(f.Flags, flag) }

// Number is the fact's value, or that in its base unit, with the digits it was given; ""
// where it has none.
func (f *Fact) Number(d Decimal) string {
	if !f.HasValue {
		return ""
	}
	return d.String()
}

// Ordinal reports whether the fact is a place in an order and nothing else
// (GDP增幅全市第一): its value is the rank's number, and only the rank, with the
// group it counts in, says what it means.
func (f *Fact) Ordinal() bool { return f.Quantity.BaseUnit == "名" && f.Rank != "" }

// Report is a document and the facts read from it, in the order of the text.
type Report struct {
	*Document
	Facts []*Fact

	// Set by NewCorpus, made at first use.
	sum    func() string // hash of the text
	folded func() string // the text's search key
	chars  func() int    // its characters, without blanks
	lines  func() []int  // the original text's lines, see lineCounts
}

// Folded is the text's search key, see [Fold].
func (r *Report) Folded() string {
	if r.folded == nil { // not in a corpus
		return Fold(r.Text)
	}
	return r.folded()
}

// Mark is what people did to a fact.
type Mark uint8

// The marks; Unchecked is the zero value.
const (
	Unchecked Mark = iota // nobody looked at it
	Checked               // found right
	Corrected             // right with the fields that a person corrected
	Added                 // found by a person, not by the rules
	Rejected              // found wrong: hidden, counted nowhere
)

// String is the mark's key.
func (m Mark) String() string {
	return [...]string{"", "checked", "corrected", "added", "rejected"}[min(m, Rejected)]
}

// Sign is the mark as it stands beside a fact: ✓, ✎, +, ✗, or nothing.
func (m Mark) Sign() string { return [...]string{"", "✓", "✎", "+", "✗"}[min(m, Rejected)] }

// Word is the mark's word: 已核, checked; empty for Unchecked.
func (m Mark) Word(l Lang) string {
	if m == Unchecked {
		return ""
	}
	return Word("mark", m.String(), l)
}

// Confirmed reports whether a person stands for the fact as it is.
func (m Mark) Confirmed() bool { return m == Checked || m == Corrected || m == Added }

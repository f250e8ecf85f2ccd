package export

import (
	"encoding/json"
	"io"
	"slices"

	"qubi/model"
	"qubi/model/project"
)

// Facts writes one JSON object a line, the facts contract: every key always
// there and always in the same order, numbers with the digits the text gives
// them, Chinese and <>& as they are. It streams: a line is written as soon as
// it is made, so memory does not grow with the facts.
func Facts(w io.Writer, facts []*model.Fact) error {
	o := newOut(w)
	for f := range slices.Values(facts) {
		if o.fact(f); o.err != nil {
			break
		}
	}
	return o.flush()
}

func writeJSONLines(o *out, v View) error {
	for f := range v.each() {
		if o.fact(f); o.err != nil {
			break
		}
	}
	return o.err
}

// fact writes a line of the contract.
func (o *out) fact(f *model.Fact) {
	o.json(contract(f))
	o.put("\n")
}

// contractFact is a fact as the contract writes it; the fields are in its order.
type contractFact struct {
	Kind      string   `json:"kind"`
	District  string   `json:"district"`
	City      string   `json:"city"`
	Report    string   `json:"report"`
	Title     string   `json:"title"`
	Published string   `json:"published"`
	Name      string   `json:"name"`
	Indicator string   `json:"indicator"`
	Value     any      `json:"value"` // a json.Number, which keeps 4.50, or null
	Unit      string   `json:"unit"`
	BaseValue any      `json:"base_value"`
	BaseUnit  string   `json:"base_unit"`
	Bound     string   `json:"bound"`
	Period    string   `json:"period"`
	Change    string   `json:"change"`
	Rank      string   `json:"rank"`
	Stage     string   `json:"stage"`
	Tier      string   `json:"tier"`
	Group     string   `json:"group"`
	Themes    []string `json:"themes"`
	Quote     string   `json:"quote"`
	Sentence  string   `json:"sentence"`
	Paragraph int      `json:"paragraph"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
	Line      int      `json:"line"`
	Flags     []string `json:"flags"`
	Whole     string   `json:"whole"`
	ID        string   `json:"id"`

	Owner      string  `json:"owner"`
	Scope      string  `json:"scope"`
	Versus     string  `json:"versus"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
	Page       any     `json:"page"` // a number, or null
	Cell       string  `json:"cell"`

	Check string  `json:"check,omitempty"` // checked, corrected or added by a person, where one was
	Read  *asRead `json:"read,omitempty"`  // what the rules read in place of what a person corrected

	*readersNote // where there is one, and only in a view's own export
}

// asRead is the fields that a person corrected, as the rules read them.
type asRead map[string]string

// readersNote is what a reader left at a fact.
type readersNote struct {
	Marked bool   `json:"marked"`
	Note   string `json:"note"`
}

// contract is the fact as the contract writes it.
func contract(f *model.Fact) contractFact {
	head := &f.Report.Head
	c := contractFact{
		Kind: f.Kind.String(), District: head.District, City: head.City, Report: f.Report.File, Title: head.Title, Published: day(head.Published),
		Name: f.Name, Indicator: f.Indicator, Unit: f.Quantity.Unit, BaseUnit: f.Quantity.BaseUnit, Bound: string(f.Quantity.Bound),
		Period: f.Period.String(), Change: f.Change, Rank: f.Rank, Stage: string(f.Stage), Tier: f.Tier, Group: f.Group,
		Themes: texts(f.Themes, model.Theme.String), Quote: f.Quote(), Sentence: f.Sentence(),
		Paragraph: f.Place.Paragraph, Start: f.Place.Quote.Start, End: f.Place.Quote.End, Line: f.Line(),
		Flags: texts(f.Flags, func(g model.Flag) string { return string(g) }), Whole: f.Whole, ID: string(f.Key()),
		Owner: f.Owner, Scope: f.Scope, Versus: f.Versus, Rule: f.Rule, Confidence: f.Confidence, Cell: f.Place.Cell,
	}
	c.Check = f.Mark.String()
	if f.Mark == model.Corrected && f.Read != nil {
		read := asRead{}
		now, was := project.FieldsOf(f), project.FieldsOf(f.Read)
		for _, key := range now.Differ(was) {
			read[key] = was[key]
		}
		c.Read = &read
	}
	if f.Place.Page > 0 {
		c.Page = f.Place.Page
	}
	if f.HasValue {
		c.Value, c.BaseValue = json.Number(f.Quantity.Value.String()), json.Number(f.Quantity.Base.String())
		if c.Bound == "" {
			c.Bound = string(model.Exactly)
		}
	}
	return c
}

// texts are the words of all, a list also of none.
func texts[T any](all []T, word func(T) string) []string {
	words := make([]string, len(all))
	for i, one := range all {
		words[i] = word(one)
	}
	return words
}

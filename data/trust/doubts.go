package trust

import (
	"strings"
	"unicode"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// Where a field was taken from afar, or more than one thing could have been taken, a
// metric is likelier wrong than its name alone tells.

// doubts adds the signs of what a metric's fields were taken from.
func (v *view) doubts(all []string, f *model.Fact, t Trace, district string) []string {
	u, _ := scan.UnitOf(f.Quantity.BaseUnit)
	last := v.name.last
	grown := t.Rule == "growth" || f.Change != ""
	return borne(all,
		marked{"measure: a share of no rate", u.Class == "ratio" && !grown && !last.Is(lexicon.Rate) && !strings.Contains(f.Name, "占")},
		marked{"measure: a size of no measure", u.Class == "size" && f.Indicator == "" && !measureNoun(last)},
		marked{"owner: more than one thing", strings.Contains(f.Owner, "、")},
		marked{"name: of another clause", t.Rule == "carried" && !strings.Contains(v.of(v.last)+v.of(v.head), f.Name)},
		marked{"name: holds the district", district != "" && strings.Contains(f.Name, district)},
		marked{"name: points back", scan.BeginsAny(v.of(v.last), "该", "其")},
		marked{"period: told 3 sentences ago or more", t.Period == timeline.Section && t.Ago > 2},
		marked{"period: an event's day", f.Period.Day() != ""},
		marked{"period: of a state", f.Period.AsOf},
		marked{"period: in words alone", f.Period.From == 0 && !f.Period.IsZero()},
		marked{"stage: a plan of no time", f.Stage == model.Target && f.Period.IsZero()},
		marked{"stage: words of both", t.In.Inside(lexicon.Settled, v.before) && (t.In.Inside(lexicon.Strong, v.before) || t.In.Inside(lexicon.Soft, v.before))},
		marked{"bound: in words", f.Quantity.Bound != model.Exactly},
	)
}

// times adds the signs of how a metric's time was told: of which sort it is, and how far
// from the number.
func (v *view) times(all []string, f *model.Fact, t Trace) []string {
	p := f.Period
	months := p.To - p.From + 1
	dated := p.From != 0 && !p.AsOf
	all = borne(all,
		marked{"period: none", p.IsZero()},
		marked{"period: a month", dated && months == 1},
		marked{"period: a part of a year", dated && months > 1 && months < 12},
		marked{"period: a year", dated && months == 12},
		marked{"period: several years", dated && months > 12},
		marked{"period: one in its sentence", t.Times == 1},
		marked{"period: several in its sentence", t.Times > 1},
		marked{"period: told 2 sentences ago or more", t.Period == timeline.Section && t.Ago > 1},
		marked{"period: told 6 sentences ago or more", t.Period == timeline.Section && t.Ago > 5},
	)
	i := strings.LastIndex(v.before, t.Words)
	if t.Words == "" || i < 0 {
		return all
	}
	gap := v.before[i+len(t.Words):]
	commas := strings.Count(gap, "，") + strings.Count(gap, ",")
	return borne(all,
		marked{"period: told in digits", strings.IndexFunc(t.Words, unicode.IsDigit) >= 0},
		marked{"period: told beside its name", commas == 0},
		marked{"period: told 3 clauses before or more", commas >= 3},
		marked{"period: told before a ；", strings.Contains(gap, "；") || strings.Contains(gap, ";")},
		marked{"period: told 10 characters before or more", len(gap) >= 30},
		marked{"period: told 30 characters before or more", len(gap) >= 90},
	)
}

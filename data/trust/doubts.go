package trust

import (
	"strings"

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

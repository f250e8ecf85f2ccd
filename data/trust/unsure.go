package trust

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// What a reader has to know of a metric beyond its fields: that its full name could
// not be told.

// unsure reports a name that is no whole one: it begins inside a word, holds half a
// bracket or a word that points elsewhere (我县, 这里), or is a sum that nothing owns.
func (v *view) unsure(f *model.Fact, t Trace) bool {
	if f.Indicator != "" {
		return false
	}
	for _, pair := range [...][2]string{{"“", "”"}, {"（", "）"}, {"(", ")"}, {"《", "》"}} {
		if strings.Count(f.Name, pair[0]) != strings.Count(f.Name, pair[1]) {
			return true
		}
	}
	if lexicon.Points.Prefix(f.Name) != "" || lexicon.Points.Suffix(f.Name) != "" || lexicon.Outlay.Has(f.Name) || lexicon.Weak.Has(f.Name) {
		return true
	}
	if pointsBack(f.Name) {
		return true
	}
	return v.at >= 0 && v.at != t.At.End && !f.Ordinal() && v.within // behind its number it begins whole
}

// pointsBack reports a name that only points to what was named before: 前者, 增幅依次; or that
// does not say of what it is: 增加, 总量.
func pointsBack(name string) bool {
	return lexicon.FormerOf.OrPrefix(lexicon.Latter, name) != "" || lexicon.DealsOut.Suffix(name) != "" || lexicon.Delta.Has(name) || lexicon.Total.Has(name) || strings.HasPrefix(name, "、")
}

package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// What a reader has to know of a metric beyond its fields: that its full name could
// not be told, that it was only expected when the report was given.

// unsure reports a name that is no whole one: it begins inside a word, holds half a
// bracket or a word that points elsewhere (我县, 这里), or is a sum that nothing owns.
func unsure(text string, f *model.Fact, t trace) bool {
	if f.Indicator != "" {
		return false
	}
	for _, pair := range [...][2]string{{"“", "”"}, {"（", "）"}, {"(", ")"}, {"《", "》"}} {
		if strings.Count(f.Name, pair[0]) != strings.Count(f.Name, pair[1]) {
			return true
		}
	}
	if pointsWords.Prefix(f.Name) != "" || pointsWords.Suffix(f.Name) != "" || outlayWords.Has(f.Name) || weakWords.Has(f.Name) {
		return true
	}
	lead, at := leadOf(text, f)
	if at < 0 || at == t.at.End || ordinal(f) {
		return false // behind its number it begins whole
	}
	lead = scan.LastClause(lead)
	return !cutAt(text[at-len(lead):at+len(f.Name)], len(lead))
}

// expected reports a result that was only expected on the report's day: 预计全年增长6%.
func (m *miner) expected(f *model.Fact, at int) bool {
	if f.Stage != model.Achieved || m.rule == "former" || !m.s.Words.Has(lexicon.Forecast) || lexicon.Forecast.Inside(f.Name) {
		return false
	}
	sentence := m.text[m.s.Start:at]
	if _, i := lexicon.Forecast.Find(sentence); i >= 0 && i <= len("一、过去一年，全年") {
		return true // it opens the sentence
	}
	return lexicon.Forecast.Inside(sentence[strings.LastIndexAny(sentence, "；;")+1:])
}

package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/data/timeline"
	"qubi/model"
)

// A remark holds the metric just told against another place or another part of
// the time. It is no metric of its own and changes nothing about the one told:
//
//	增速居全市第2位,高于全市平均2.3个百分点
//	增长4.5%,比1-10月提高0.5个百分点
//	下降3.0%,降幅较上半年收窄0.9个百分点
//
// What is held against the year before is a change and read elsewhere.

// remarks reports a run that only remarks on the metric before it.
func (m *miner) remarks(r run, p phrase) bool {
	q := r.first()
	switch {
	case m.rankMoved(q, p), m.furtherPlace(r, p), m.overPlan(r, p), m.besidePlace(r, p), m.besidePace(r):
		return true
	case len(m.last) == 0 || q.Class != "point" && q.Class != "ratio" || q.BaseUnit == "倍":
		return m.overPlace(r, p)
	case q.Class == "ratio" && (m.heldTo(r, p) || m.goesOn(p)):
		return true
	}
	for w := "x"; w != ""; p.trimHead(len(w)) {
		p.blanks()
		w = measuredWords.OrPrefix(lexicon.DealsOut, p.String())
	}
	gap := q.Class == "point" && gapWords.Suffix(p.String()) != ""
	if elsewhere(p.String(), gap) {
		m.versus(p.String() + m.text[q.At.Start:r.end()])
		return true
	}
	return gap && m.gapMoved(p) || m.overPlace(r, p)
}

// rankMoved reports by how much a rank has moved: 第38位,较上年跃升11位.
func (m *miner) rankMoved(q *scan.Quantity, p phrase) bool {
	return places(q) && len(m.last) > 0 && (m.last[0].Ordinal() || m.last[0].Rank != "") && thanWords.Prefix(strings.TrimLeft(p.String(), " 、")) != ""
}

// places reports a number that may be of places in a ranking: 3个位次, 3位, 3名.
func places(q *scan.Quantity) bool {
	return q.Class == "step" || q.Class == "count" && (q.BaseUnit == "位" || q.BaseUnit == "名")
}

// furtherPlace reports that a remark goes on with another place: 高于全国4个百分点、全省4.7个百分点.
func (m *miner) furtherPlace(r run, p phrase) bool {
	if r.first().Class != "point" || m.remarked != r.from {
		return false
	}
	further := placeWords.Prefix(strings.TrimLeft(p.String(), "、 ")) != ""
	if further && len(m.last) > 0 {
		m.versus(strings.TrimLeft(p.String(), "、 ") + m.text[r.first().At.Start:r.end()])
	}
	return further || scan.BeginsAny(m.text[r.from:], ")", "）") // 较一季度(-0.8%)|回升4.9个百分点
}

// elsewhere reports a text that holds the number behind it against another place; gap
// says that it ends with the words of a gap.
func elsewhere(s string, gap bool) bool {
	w, than := versusWords.Prefix(s), thanWords.Prefix(s)
	return utf8Len(w) > 1 || w != "" && (w == s || placeWords.Prefix(s[len(w):]) != "") || gap && than != "" && placeWords.Prefix(s[len(than):]) != ""
}

// gapMoved reports points by which the growth of the metric told last differs from that
// of another time.
func (m *miner) gapMoved(p phrase) bool {
	than := thanWords.Prefix(p.String())
	if f := m.recent; than == "" || f != nil && f.Quantity.BaseUnit == "%" && f.Change == "" {
		return false // a share, whose change this is
	}
	when := p.String()[len(than):]
	p.against()
	if p.trimTail(len(gapWords.Suffix(p.String()))); p.empty() && !partOfYear(when) {
		return m.lastTold().Change != ""
	}
	return m.settledChange()
}

// besidePlace reports the figure of a wider place in a bracket beside the district's: 增长
// 7.5%(全市11.1%).
func (m *miner) besidePlace(r run, p phrase) bool {
	p.blanks()
	place := placeWords.Prefix(p.String())
	if q := r.first(); len(m.outer) == 0 || place == "" || place != p.String() || q.Class != "ratio" && q.Class != "point" {
		return false
	}
	m.versus(place + m.text[r.first().At.Start:r.end()])
	return true
}

// besidePace reports what a remark holds the number against, in a bracket: 低于时序进度(16.7%)3.8个百分点,
// 较一季度(-10.8%)回升.
func (m *miner) besidePace(r run) bool {
	lead := m.text[m.s.Start:r.first().At.Start]
	before := opening.TrimRight(lead)
	if before == lead {
		return false
	}
	clause := scan.LastClause(before)
	return upWords.OrSuffix(downWords, clause) == "" && versusWords.OrPrefix(thanWords, clause) != ""
}

// overPlace reports by how much something, told by no number of its own, is over or below another
// place's: 人均收入高于全市平均水平6559元.
func (m *miner) overPlace(r run, p phrase) bool {
	w, i := versusWords.Find(p.String())
	if i < 0 || r.first().Class == "rank" {
		return false
	}
	than := p.String()[i+len(w):]
	place := placeWords.Prefix(than)
	if rest := than[len(place):]; place == "" || rest != "" && !scan.EndsAny(rest, "平均", "水平") {
		return false
	}
	if p.trimHead(i); i == 0 && len(m.last) > 0 {
		m.versus(p.String() + m.text[r.first().At.Start:r.end()])
	}
	return true
}

// overPlan reports a sum by which the one just told passes what was planned: 投资186亿元,超
// 年度计划2.6亿元.
func (m *miner) overPlan(r run, p phrase) bool {
	p.blanks()
	s := p.String()
	if len(m.last) == 0 || m.last[len(m.last)-1].Quantity.BaseUnit != r.first().BaseUnit || versusWords.Prefix(s) == "" || quotaWords.Suffix(s) == "" {
		return false
	}
	m.versus(s + m.text[r.first().At.Start:r.end()])
	return true
}

// sampled reports a rate that only says of how many a survey asked: 根据5‰人口变动抽样调查.
func sampled(q *scan.Quantity, rest string) bool {
	w, i := aspectWords.Within(rest, len("人口变动情况抽样调查"))
	return i >= 0 && q.Class == "ratio" && strings.HasPrefix(w, "抽样")
}

// goesOn reports a number that only says for how long the one just told has held: 连续五
// 年保持在80%以上.
func (m *miner) goesOn(p phrase) bool {
	p.tail()
	s := p.String()
	return s != "" && streak(s) == len(s) && m.adjacent(p.Start)
}

// heldTo reports a rate that only says below or above what the one just told is: 失业率
// 1.9%,低于2.5%的控制目标.
func (m *miner) heldTo(r run, p phrase) bool {
	q := r.first()
	p.blanks()
	what, of := strings.CutPrefix(scan.ClauseHead(m.text[r.end():m.s.End]), "的")
	if !p.empty() || !of || versusWords.Prefix(m.text[q.At.Start:]) == "" || lexicon.Norm.Suffix(what) == "" || m.last[len(m.last)-1].Quantity.BaseUnit != "%" {
		return false
	}
	m.versus(m.text[q.At.Start : r.end()+len("的")+len(what)])
	return true
}

// versus keeps a comparison with the metric that it is of.
func (m *miner) versus(told string) {
	f := m.last[len(m.last)-1]
	f.Versus = joinRanks(f.Versus, squeeze(told))
}

// partOfYear reports a text that begins with a part of a year: 1-10月.
func partOfYear(s string) bool {
	part, n := timeline.PartOf(s)
	return n > 0 && !part.AsOf
}

// settledChange reports that what was told last has its change already, or is
// itself one: points then tell how that change has moved.
func (m *miner) settledChange() bool {
	f := m.last[len(m.last)-1]
	return f.Change != "" || (m.grown || growthWords.Suffix(f.Name) != "") && f.Quantity.BaseUnit == "%"
}

// lastTold is the metric told last, of those that were; nil for none.
func (m *miner) lastTold() *model.Fact {
	if len(m.last) == 0 {
		return nil
	}
	return m.last[len(m.last)-1]
}

// averaged is the word of average growth in a clause (年均增长9.3%); "" when its
// growth is that of the period told.
func averaged(clause string) string {
	if !averageWords.Inside(clause) {
		return ""
	}
	for _, w := range averageWords.Words() {
		if _, rest, ok := strings.Cut(clause, w); ok && !strings.HasPrefix(rest, "浓度") { // PM2.5年均浓度下降25%
			return w
		}
	}
	return ""
}

// adjacent reports that nothing but signs stands between the metric told last and
// a place: what has no noun there belongs to that metric.
func (m *miner) adjacent(at int) bool {
	if len(m.last) == 0 {
		return false
	}
	from := max(m.last[len(m.last)-1].Place.Quote.End, min(m.remarked, at))
	return from >= at || strings.Trim(m.text[from:at], "，,、；; \n\u00a0()（）") == ""
}

// phrase is a part of the text.
func (m *miner) phrase(start, end int) phrase {
	return phrase{m.text, model.Span{Start: start, End: end}}
}

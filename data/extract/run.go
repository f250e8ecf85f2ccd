package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// Numbers that only 、 and 和 part are read together: 分别达到35元、18元和12元.

// run is a series of numbers told together, with the text that tells them.
type run struct {
	numbers []scan.Quantity
	behind  []scan.Quantity // the other numbers of the sentence
	from    int             // end of the number before, or the sentence's begin
	to      int             // begin of the number after, or the sentence's end
}

func (r run) first() *scan.Quantity { return &r.numbers[0] }
func (r run) end() int              { return r.numbers[len(r.numbers)-1].At.End }

// runs groups the numbers that only 、 and 和 part.
func (m *miner) runs(numbers []scan.Quantity) []run {
	m.numbers = m.numbers[:0] // a run shares its bound out
	for i := range numbers {
		if !m.ofRivals(numbers, i) && !m.retained(&numbers[i]) {
			m.numbers = append(m.numbers, numbers[i])
		}
	}
	numbers, m.grouped = m.numbers, m.grouped[:0]
	from, first := m.s.Start, 0
	for i := range numbers {
		next := i + 1
		if next < len(numbers) && m.joined(&numbers[i], &numbers[next], numbers[first].At.Start) &&
			(sameKind(&numbers[next], &numbers[i]) || m.dealtAlike(&numbers[i], &numbers[next], numbers[first].At.Start)) {
			continue
		}
		r := run{numbers: numbers[first:next:next], behind: numbers[next:], from: from, to: m.s.End}
		if next < len(numbers) {
			r.to = numbers[next].At.Start
		}
		r.shareBound()
		r.shareUnit()
		m.grouped = append(m.grouped, r)
		from, first = r.end(), next
	}
	return m.grouped
}

// ofRivals reports a number that counts those among whom the next one ranks: 居全省|34个|同类县第1位.
func (m *miner) ofRivals(numbers []scan.Quantity, i int) bool {
	return i+1 < len(numbers) && numbers[i].Class == "count" && numbers[i+1].Class == "rank" &&
		rivalsWords.Has(strings.TrimSpace(m.text[numbers[i].At.End:numbers[i+1].At.Start]))
}

// retained reports a share in a bracket of what of a tax is told: 增值税收入(|50%|部分)672万元.
func (m *miner) retained(q *scan.Quantity) bool {
	rest, part := strings.CutPrefix(m.text[q.At.End:m.s.End], "部分")
	return part && q.Class == "ratio" && scan.EndsAny(m.text[m.s.Start:q.At.Start], "(", "（") && scan.BeginsAny(rest, ")", "）")
}

// joined reports that nothing parts two numbers, or, where growth is dealt out, its word
// alone: 分别增长6.9%、下降4.8%.
func (m *miner) joined(q, r *scan.Quantity, start int) bool {
	between := m.text[q.At.End:r.At.Start]
	return joins(between) || q.Class == "ratio" && ownSign(between) != "" && m.dealt(start)
}

// dealt reports that the clause before a place deals values out: 分别.
func (m *miner) dealt(start int) bool {
	return m.s.Words.Has(lexicon.DealsOut) && lexicon.DealsOut.Inside(scan.LastClause(m.text[max(m.s.Start, start-200):start]))
}

// ownSign is the sign of growth that a text between two numbers of a list gives the second
// one, "" where it gives none.
func ownSign(between string) string {
	rest := strings.TrimSpace(between)
	word := strings.TrimPrefix(rest, lexicon.Enumerates.Prefix(rest))
	switch {
	case word == rest:
	case upWords.Has(word):
		return "+"
	case downWords.Has(word):
		return "-"
	}
	return ""
}

// signOf is the sign of a number of a run that begins with growth of a sign.
func (m *miner) signOf(r run, i int, sign string) string {
	for ; i > 0; i-- {
		if own := ownSign(m.text[r.numbers[i-1].At.End:r.numbers[i].At.Start]); own != "" {
			return own
		}
	}
	return sign
}

// dealtAlike reports two amounts of different things, or two rates, in one list of values: 猪、羊出栏
// 分别为73万头、18万只; 分别增长3.8倍、80.2%.
func (m *miner) dealtAlike(q, r *scan.Quantity, start int) bool {
	return (amounts(q) && amounts(r) || q.Class == "ratio" && r.Class == "ratio") && m.dealt(start)
}

// amounts reports a number of things, of money or of a measure.
func amounts(q *scan.Quantity) bool {
	return q.Class == "count" || q.Class == "money" || q.Class == "size"
}

// shareBound gives the bound before the first number of a run, or behind the last,
// to the others (增长6.5%和7.5%左右).
func (r *run) shareBound() {
	if len(r.numbers) == 1 {
		return
	}
	if first := r.numbers[0]; first.Bound != model.Exactly && first.At.Start < first.Number.Start { // 突破3.5万元和1.8万元
		for i := range r.numbers {
			if r.numbers[i].Bound == model.Exactly {
				r.numbers[i].Bound = first.Bound
			}
		}
	}
	last := r.numbers[len(r.numbers)-1]
	if last.Bound == model.Exactly || last.At.End == last.UnitAt.End {
		return
	}
	for i := range r.numbers {
		if r.numbers[i].Bound == model.Exactly {
			r.numbers[i].Bound = last.Bound
		}
	}
}

// listGoesOn reports a number that only 、 parts from the one before, with what is counted by that.
func (m *miner) listGoesOn(lead string, q *scan.Quantity) bool {
	return strings.HasPrefix(strings.TrimLeft(lead, " "), "、") || m.besideLast(q)
}

// shareUnit gives the unit behind the last number of a run to those that are cut to its scale:
// 惠及3500万、2300万人次.
func (r *run) shareUnit() {
	last := r.numbers[len(r.numbers)-1]
	for i := range r.numbers {
		if q := &r.numbers[i]; q.BaseUnit == "" && q.Unit != "" && strings.HasPrefix(last.Unit, q.Unit) {
			q.Unit, q.BaseUnit, q.Class = last.Unit, last.BaseUnit, last.Class
		}
	}
}

// sameKind reports whether two numbers may stand in one list; a unit may be
// cut to its scale (82.4亿).
func sameKind(q, r *scan.Quantity) bool {
	return q.BaseUnit == r.BaseUnit || q.BaseUnit == "" && q.Unit != "" && strings.HasPrefix(r.Unit, q.Unit)
}

// joins reports whether a text between two numbers only joins them.
func joins(s string) bool {
	switch strings.TrimSpace(s) {
	case "、", "和", "与", "及", "以及", "和约", "、约":
		return true
	}
	return false
}

// dealsOut reports a run that may be dealt to several things.
func (m *miner) dealsOut(r run, p phrase) bool {
	return len(r.numbers) > 1 || scan.ContainsAny(p.String(), "均", "各", both) || m.s.Words.Inside(lexicon.DealsOut, p.String())
}

// grows reports a rate that is growth by the words behind it: 保持15%以上增长.
func (m *miner) grows(r run) bool {
	return r.first().Class == "ratio" && growingWords.Prefix(m.text[r.end():m.s.End]) != ""
}

// both says that one value is that of each of two.
const both = "双双"

// eachHas reports a list each of whose items may have the one value told behind it.
func eachHas(s string, growth bool) bool {
	return (growth || strings.Contains(s, both)) && enumerates(s)
}

// eachKnown reports a list of indicators of which one at least is known by itself.
func eachKnown(items []string, shared string) bool {
	known := false
	for _, item := range items {
		name := joinName(item, shared, "")
		its := canonicals()[foldName(name)] != ""
		if !its && (!measures(name) || utf8Len(name) < 3) {
			return false
		}
		known = known || its
	}
	return known && len(items) > 1
}

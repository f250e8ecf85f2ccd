package extract

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/data/scan"
	"qubi/model"
)

// A count of things that each pass a mark is one metric, and the mark a part of
// its name:
//
//	[12家]企业[年产值超10亿元]      年产值超10亿元企业
//	[30个]村集体收入[均达到5万元]    集体收入达到5万元的村
//
// What holds of each of them (均, 全部) is a metric too; what they did together
// (45家企业实现产值236亿元) is no mark.

// passing is the name of a run's count with the mark that what it counts passes, ""
// when none follows, and where it ends. The mark is no metric unless it is told of
// each.
func (m *miner) passing(r run) (name string, end int) {
	const sight = 90 // bytes
	q := r.first()
	if q.Class != "count" || len(r.numbers) > 1 || r.to >= m.s.End || r.to-r.end() > sight {
		return "", 0
	}
	between := m.text[r.end():r.to]
	if between == "" || isBreakIn(between) || strings.ContainsAny(between, "、()（）的") {
		return "", 0
	}
	noun, measure, each := parted(between)
	if noun == "" || len(r.behind) == 0 {
		return "", 0
	}
	mark := &r.behind[0]
	next := m.alternative(mark.At.End)
	if !scan.ClauseEnds(m.text[next:m.s.End]) || !marks(mark, each) {
		return "", 0
	}
	if utf8Len(noun) == 1 {
		noun = "的" + noun
	} else if each {
		return "", 0 // the noun says enough: 9个贫困村, whose income is told next
	}
	if m.rule = "noun behind"; !each {
		m.past = next
	}
	return measure + strings.TrimSpace(m.text[mark.At.Start:next]) + noun, next
}

// alternative is where a number ends that may take the place of the one before it (超10亿元|
// 或1亿美元), or the place itself.
func (m *miner) alternative(end int) int {
	or, ok := strings.CutPrefix(m.text[end:m.s.End], "或")
	if !ok {
		return end
	}
	at := m.s.End - len(or)
	if also, next, found := scan.Next(m.text, model.Span{Start: at, End: m.s.End}, m.s.Span); found && also.At.Start == at {
		return next
	}
	return end
}

// parted cuts what stands between a count and a mark into the noun counted, what
// of it is measured, and whether it is told of each (均, 全部).
func parted(s string) (noun, measure string, each bool) {
	for i := range s {
		if w := eachOneWords.Prefix(s[i:]); w != "" && i > 0 && !scan.PartOfNoun(s, i, len(w)) {
			each = true
			s = s[:i] + s[i+len(w):]
			break
		}
	}
	s = squeeze(s)
	w, i := ownerWords.Find(s)
	if i < 0 {
		w, i = partWords.Find(s)
	}
	if i < 0 {
		return "", "", false
	}
	noun, measure = s[:i+len(w)], s[i+len(w):]
	if utf8Len(measure) > 10 || togetherWords.Inside(measure) || deltaWords.Inside(measure) {
		return "", "", false
	}
	return noun, measure, each
}

// marks reports a number that things can pass: a bound, round, or told of each.
func marks(q *scan.Quantity, each bool) bool {
	if q.Class == "ratio" || q.Class == "point" || q.Class == "rank" {
		return false
	}
	coef := q.Value.Coef
	for coef >= 10 && coef%10 == 0 {
		coef /= 10
	}
	return each || q.Bound == model.Above && q.At.Start < q.Number.Start && coef < 10
}

// defines reports a number that says what a policy gives, or which things are meant: 规模以上工业的
// 统计范围为年主营业务收入2000万元及以上.
func (m *miner) defines(r run, p phrase) bool {
	q, rest := r.first(), m.text[r.end():m.s.End]
	return m.granted && q.Class != "count" || q.Class == "money" &&
		(m.s.Words.Inside(definesWords, m.text[max(m.s.Start, p.Start-60):q.At.Start]) || norm(p.String(), rest) || marksClass(q, rest))
}

// marksClass reports a sum that only says which things are meant, told by what stands behind it:
// 超10亿元|的项目有甲产业园、乙科技城; their number is told, if it is, as one of such things.
func marksClass(q *scan.Quantity, rest string) bool {
	of, ok := strings.CutPrefix(rest, "的")
	if !ok || q.Bound != model.Above {
		return false
	}
	things := lexicon.Sized.Prefix(of)
	behind := of[len(things):]
	return things != "" && (scan.ClauseEnds(behind) || lexicon.Predicate.Prefix(behind) != "" || acts(behind))
}

// tier reports 千亿级产业, 三百亿级产业: how many there are is told by the industries' names.
func tier(s string) bool {
	size, class, ok := strings.Cut(s, "亿级")
	return ok && strings.Trim(size, "两二三四五六七八九十百千万0123456789") == "" && scan.EndsAny(class, "产业", "集群", "产业链")
}

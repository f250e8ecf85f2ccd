package scan

import (
	"slices"
	"strings"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Which numbers count nothing:
//
//	part of a noun's name    产值超10亿元企业, 65岁以上老人, 220千伏变电站
//	a span of time           24小时服务区, 五年行动 (but 压缩至3个工作日 counts)
//	a word in characters     三农, 两不愁三保障, 四大, 五个一

// is reports a number whose unit is of one of the classes.
func (q *Quantity) is(classes ...string) bool { return slices.Contains(classes, q.Class) }

// attributive reports whether the quantity is part of a noun's name: 产值超10
// 亿元企业, 65岁以上老人, 220千伏变电站.
func (q *Quantity) attributive(s string) bool {
	rest := strings.TrimLeft(s[q.At.End:], " \u00a0")
	bare := q.Class == "count" && q.BaseUnit == ""
	after := q.At.End > q.UnitAt.End                                          // 以上, 以下
	bounded := after || q.At.Start < q.Number.Start && q.Bound == model.Above // 超, 过
	switch {
	case q.ofWhole(s[:q.At.Start], rest), q.listed(rest):
		return true
	case q.alone(rest, bare, after):
		return false
	case strings.HasPrefix(rest, "级"): // 220千伏级, 100亿级
		return true
	case bare: // 5千万以上的67个
		return after
	case q.BaseUnit == "千伏", q.Class == "age", q.capacity(s[:q.At.Start], rest):
		return goesOn(rest)
	case strings.HasPrefix(rest, "的"):
		return bounded && countFollows(rest) || q.sizedBehind(s[:q.At.Start]) // 9幢税收超千万元的楼宇
	}
	return goesOn(rest) && (bounded || q.sizes(rest))
}

// capacity reports what a plant is to yield, told in the name of its project: 7万吨|锌基合金项目.
func (q *Quantity) capacity(before, rest string) bool {
	if q.BaseUnit != "千克" || lexicon.Yield.Suffix(before) != "" {
		return false
	}
	w, i := lexicon.Works.Within(rest, len("不超过十二个字的产品名称"))
	return w != "" && i > 0 && strings.IndexFunc(rest[:i], IsBreak) < 0 && !strings.Contains(rest[:i], "、")
}

// goesOn reports that the words behind a number go on to what is counted: no verb stands
// there, no milestone, no other number (超10亿元或1亿美元) but a count (10亿元以上12个).
func goesOn(rest string) bool {
	stop := lexicon.Stop.OrPrefix(lexicon.Milestone, rest)
	return (stop == "" || PartOfNoun(rest, 0, len(stop))) && (!IsNumber(strings.TrimPrefix(rest, "或")) || counts(rest))
}

// counts reports a text that begins with a count of things and nothing else: 12个.
func counts(s string) bool {
	_, size, _ := numeral.Scan(s)
	u, ok := UnitOf(s[size:])
	return size > 0 && ok && u.Class == "count" && ClauseEnds(s[size+len(u.Word):])
}

// alone reports a number that no noun behind it is named by: not 50头以上|养殖大户23户.
func (q *Quantity) alone(rest string, bare, after bool) bool {
	return q.is("ratio", "point") || ClauseEnds(rest) || q.Class == "count" && !bare && !(after && classes(rest))
}

// classes reports a text that names what is counted behind it, and nothing else: 养殖大户23户.
func classes(s string) bool {
	i := strings.IndexAny(s, "0123456789")
	return i > len("的") && !strings.ContainsAny(s[:i], "和与及、") && strings.IndexFunc(s[:i], IsBreak) < 0 && counts(s[i:])
}

// listed reports a voltage in a list of those that one noun has: 110千伏、35千伏变电站.
func (q *Quantity) listed(rest string) bool {
	return q.BaseUnit == "千伏" && IsNumber(strings.TrimPrefix(rest, "、"))
}

// ofWhole reports a count that only says what a share is of: 占全市|16个区总量的45%.
func (q *Quantity) ofWhole(before, rest string) bool {
	j := strings.Index(rest[:min(len(rest), len("不超过十个字的说法"))], "的")
	if q.Class != "count" || j < 0 || strings.IndexFunc(rest[:j], IsBreak) >= 0 || !IsWestern(rest[j+len("的"):]) {
		return false
	}
	clause := LastClause(before)
	i := strings.LastIndex(clause, "占")
	return i >= 0 && len(clause)-i < 30
}

// sizes reports a sum that says how large the things are that are counted behind it: 十亿
// 元税收楼宇17栋, 10—19亿元项目2个.
func (q *Quantity) sizes(rest string) bool {
	return q.Class == "money" && (q.Hanzi && q.Bound == model.Exactly || lexicon.Sized.Prefix(rest) != "") && countFollows(rest)
}

// sizedBehind reports a sum behind a count and the measure that it limits: 9幢税收|超千万元.
func (q *Quantity) sizedBehind(before string) bool {
	if q.Class != "money" {
		return false
	}
	w := lexicon.Mass.Suffix(before)
	before = strings.TrimSuffix(before, w)
	for at := len(before); w != "" && at > max(0, len(before)-9); {
		_, n := lexicon.Last(before[:at])
		at -= n
		if u, ok := UnitOf(before[at:]); ok && u.Class == "count" && len(u.Word) == len(before)-at && EndsDigit(before[:at]) {
			return true
		}
	}
	return false
}

// countFollows reports whether another number stands in the rest of the clause.
func countFollows(rest string) bool {
	for i, r := range rest {
		if i > 60 || IsBreak(r) || r == '、' {
			return false
		}
		if '0' <= r && r <= '9' {
			return i > len("的") || i > 0 && counts(rest[i:]) // 400亿元的50个项目: both count
		}
	}
	return false
}

// ClauseEnds reports whether a clause, or an item of a list, ends here.
func ClauseEnds(s string) bool {
	r, _ := lexicon.First(s)
	switch r {
	case '，', ',', '、', '；', ';', '：', ':', '。', '！', '？', '!', '?', '(', ')', '（', '）', '\n', '”', '’', '》', '…', '—', '和', '及', '与':
		return true
	}
	return s == ""
}

// IsNumber reports a text that begins with a number, in either writing.
func IsNumber(s string) bool {
	_, size, _ := numeral.Scan(s)
	return size > 0
}

// countable reports whether the number counts something where it stands.
func (q *Quantity) countable(s string) bool {
	before := strings.TrimSuffix(strings.TrimRight(s[:q.At.Start], " \u00a0"), "了")
	rest := s[q.At.End:]
	switch {
	case q.Class == "ordinal", len(before) > len("-") && EndsAny(before, "连续", "-"): // 连续8个季度, 新增-5家
		return false
	case q.Class == "age":
		return lexicon.Aged.Suffix(unpredicated(before)) != ""
	case q.Class == "time":
		return (q.BaseUnit != "年" || q.Value.Exp < 0) && (q.Compound || timed(before, rest)) // 受教育年限提高到11.2年
	case q.Class == "count" && (q.Unit == "类" && lexicon.Classed.Prefix(rest) != "" || capacity(rest, q.Unit)): // 1类新药
		return false
	}
	return !q.Hanzi || q.spelled(before)
}

// spelled reports whether a number in characters counts something: small ones are parts
// of words (三农, 十六里河, 十一次全会, 这一位次).
func (q *Quantity) spelled(before string) bool {
	n := q.Value.Coef
	switch {
	case lexicon.Pointed.Suffix(before) != "", n < 100 && lexicon.Vague.Has(q.Unit):
		return false
	case q.Class == "size":
		return n > 10
	case q.Class == "count":
		return n > 10 || n == 10 && q.Bound == model.Above || n > 1 && lexicon.Counted.Suffix(before) != ""
	}
	return q.is("money", "ratio", "point", "step")
}

// capacity reports a number of animals that a project will hold, and that so is
// part of its name: 50万头生猪养殖项目.
func capacity(rest, unit string) bool {
	if lexicon.Load.Suffix(unit) == "" {
		return false
	}
	for i, r := range rest {
		if IsBreak(r) || r == '、' || r == '的' || i > 72 || '0' <= r && r <= '9' || i == 0 && ClauseEnds(rest) {
			return false
		}
		if w := lexicon.Works.Prefix(rest[i:]); w != "" {
			return i > 0
		}
	}
	return false
}

// timed reports whether a span of time is a result: 压缩至3个工作日, 优良天数312天.
func timed(before, rest string) bool {
	moved := EndsAny(before, "到", "至") && lexicon.Up.OrSuffix(lexicon.Down, before[:len(before)-len("到")]) != "" // 压减到
	if lexicon.Timed.Suffix(before) == "" && !moved {
		return false
	}
	return ClauseEnds(rest) || lexicon.Stop.Prefix(rest) != "" || lexicon.Rise.Prefix(rest) != "" || strings.HasPrefix(rest, "办结")
}

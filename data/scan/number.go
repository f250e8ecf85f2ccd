package scan

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// Which numbers count nothing:
//
//	a letter beside it       S3线, 5G, 4A级, PM2.5, F9f
//	a sign beside it         1+1+9, 10/17, 15:46, 3.0版, 四比三
//	a name in characters     十四五, 三农, 一体化, 两不愁三保障, 四大, 五个一
//	a date or an ordinal     2021年, 8月27日, 第十七届
//	a span of time           24小时服务区, 五年行动 (but 压缩至3个工作日 counts)
//	part of a noun's name    产值超10亿元企业, 65岁以上老人, 220千伏变电站

// notQuantity reports that the digits at [start, end) of a sentence are no
// number of anything, by where to go on reading; 0 when they may be one.
func notQuantity(s string, start, end int, chinese bool, err error) int {
	before, _ := lexicon.Last(s[:start])
	after, w := lexicon.First(s[end:])
	switch {
	case err == numeral.ErrSyntax:
		return end
	case endsAny(s[:start], eaten...) || beginsAny(s[end:], eaten...): // □3亿元: a digit is missing
		return end
	case chinese && plainDigits(s[start:end]): // 三五个, 二〇二一年
		return end
	case (before == '+' || before == '＋' || before == '-') && lexicon.Signed.Suffix(s[:start-utf8.RuneLen(before)]) != "":
		return 0 // 同比+12%
	case IsLetter(before) && currency(s[:start]) != nil:
		return 0 // RMB3亿元
	case IsLetter(before) || signBefore(before):
		return nameEnd(s, end)
	case signBeside(after) || after == '＃':
		return nameEnd(s, end+w)
	case IsLetter(after):
		if _, ok := UnitOf(s[end:]); !ok {
			return nameEnd(s, end)
		}
	case chains(after) && IsWestern(s[end+w:]):
		if stop := chainEnd(s, end); s[end+w:stop] != "1" || !Indexed(s[:start]) && !strings.Contains(s[start:end], ".") { // 收入比2.09:1
			return stop
		}
	case after == '年' && !chinese && end-start == 4:
		return end + w
	}
	return 0
}

// signBefore reports a sign that makes the digits behind it no number of anything.
func signBefore(r rune) bool {
	switch r {
	case '/', '／', '@', '_', '.':
		return true
	}
	return signBeside(r)
}

// chains reports a sign that joins numbers to a chain: 5:45:50, 10/17.
func chains(r rune) bool {
	switch r {
	case ':', '：', '∶', '/', '／':
		return true
	}
	return false
}

// signBeside reports a sign that makes the digits on either side of it no number of
// anything.
func signBeside(r rune) bool {
	switch r {
	case '+', '＋', '×', '*', '#', '^':
		return true
	}
	return false
}

// eaten are the signs that damaged pages leave for what they lost.
var eaten = []string{"□", "\uFFFD"}

// plainDigits reports two or more characters of which none is a scale.
func plainDigits(s string) bool {
	return utf8.RuneCountInString(s) > 1 && !strings.ContainsAny(s, "十百千万亿点點拾佰仟萬億")
}

// IsLetter reports a Latin letter, of either width.
func IsLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ'
}

// nameEnd is where a name of letters and digits ends.
func nameEnd(s string, at int) int {
	for at < len(s) {
		r, w := lexicon.First(s[at:])
		if !IsLetter(r) && !IsWestern(s[at:]) && r != '.' && r != '-' && r != '－' {
			break
		}
		at += w
	}
	return at
}

// chainEnd is where a chain of numbers like 5:45:50 or 10/17 ends.
func chainEnd(s string, at int) int {
	for at < len(s) {
		r, w := lexicon.First(s[at:])
		if !IsWestern(s[at:]) && !chains(r) && r != '.' {
			break
		}
		at += w
	}
	return at
}

// attributive reports whether the quantity is part of a noun's name: 产值超10
// 亿元企业, 65岁以上老人, 220千伏变电站.
func attributive(s string, q Quantity, base int) bool {
	rest := strings.TrimLeft(s[q.At.End-base:], " \u00a0")
	if strings.HasPrefix(rest, "级") && (q.Class != "count" || q.Unit != "" && q.BaseUnit == "") { // 220千伏级, 100亿级
		return true
	}
	if q.Class == "count" && q.BaseUnit == "" && q.At.End > q.UnitAt.End { // 5千万以上的67个
		return !ClauseEnds(rest)
	}
	if q.Class == "count" && ofWhole(s[:q.At.Start-base], rest) {
		return true
	}
	if q.Class == "count" || q.Class == "ratio" || q.Class == "point" || ClauseEnds(rest) {
		return false
	}
	noun := lexicon.Stop.OrPrefix(lexicon.Milestone, rest) == "" && (!IsNumber(strings.TrimPrefix(rest, "或")) || counts(rest)) // 超10亿元或1亿美元, 10亿元以上12个
	if q.Class == "money" && noun && countFollows(rest) && !strings.HasPrefix(rest, "的") && (q.Hanzi && q.Bound == model.Exactly || lexicon.Sized.Prefix(rest) != "") {
		return true // 十亿元税收楼宇17栋, 10—19亿元项目2个
	}
	of := strings.HasPrefix(rest, "的")
	if q.Class == "money" && of && sizedBehind(s[:q.At.Start-base]) { // 9幢税收超千万元的楼宇
		return true
	}
	switch {
	case q.BaseUnit == "千伏" || q.Class == "age":
		return noun
	case q.At.End > q.UnitAt.End, q.At.Start < q.Number.Start && q.Bound == model.Above: // 以上, 以下; 超, 过
		return noun && !of || of && (countFollows(rest) || counts(rest[len("的"):]))
	}
	return false
}

// ofWhole reports a count that only says what a share is of: 占全市|16个区总量的45%.
func ofWhole(before, rest string) bool {
	clause := LastClause(before)
	i, j := strings.LastIndex(clause, "占"), strings.Index(rest, "的")
	return i >= 0 && len(clause)-i < 30 && j >= 0 && j < 30 && strings.IndexFunc(rest[:j], IsBreak) < 0 && IsWestern(rest[j+len("的"):])
}

// sizedBehind reports a text that ends with a count and a measure: 9幢税收.
func sizedBehind(before string) bool {
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

// counts reports a text that begins with a count of things and nothing else: 12个.
func counts(s string) bool {
	_, size, _ := numeral.Scan(s)
	u, ok := UnitOf(s[size:])
	return size > 0 && ok && u.Class == "count" && ClauseEnds(s[size+len(u.Word):])
}

// countFollows reports whether another number stands in the rest of the clause.
func countFollows(rest string) bool {
	for i, r := range rest {
		if i > 60 || IsBreak(r) || r == '、' {
			return false
		}
		if '0' <= r && r <= '9' {
			return i > len("的") // 400亿元的50个项目: both count
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

// countable reports whether a number of this class counts something where it
// stands.
func countable(s string, q Quantity, base int) bool {
	before := strings.TrimRight(s[:q.At.Start-base], " \u00a0")
	before = strings.TrimSuffix(before, "了")
	if q.Hanzi && lexicon.Pointed.Suffix(before) != "" { // 这一位次
		return false
	}
	switch q.Class {
	case "ordinal":
		return false
	case "age":
		return lexicon.Aged.Suffix(unpredicated(before)) != ""
	case "count":
		if q.Unit == "类" && lexicon.Classed.Prefix(s[q.At.End-base:]) != "" { // 1类新药
			return false
		}
		if strings.HasSuffix(before, "连续") && strings.HasPrefix(s[q.At.End-base:], "季度") { // 连续8个季度
			return false
		}
		if strings.HasSuffix(before, "-") { // a page's 报告-10篇
			return false
		}
		if capacity(s[q.At.End-base:], q.Unit) {
			return false
		}
	case "time":
		if q.BaseUnit == "年" || strings.HasSuffix(before, "连续") {
			return false
		}
		return q.Compound || timed(before, s[q.At.End-base:])
	}
	if q.Hanzi && q.Value.Coef < 100 && lexicon.Vague.Has(q.Unit) {
		return false // 十六里河, 十一次全会
	}
	if q.Hanzi && q.Class == "count" {
		if q.Value.Coef <= 1 {
			return false
		}
		return q.Value.Coef > 10 || q.Value.Coef == 10 && q.Bound == model.Above || lexicon.Counted.Suffix(before) != ""
	}
	return !q.Hanzi || q.Class == "money" || q.Class == "ratio" || q.Class == "point" || q.Class == "step" || q.Class == "size" && q.Value.Coef > 10
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
	moved := endsAny(before, "到", "至") && lexicon.Up.OrSuffix(lexicon.Down, before[:len(before)-len("到")]) != "" // 压减到
	if lexicon.Timed.Suffix(before) == "" && !moved {
		return false
	}
	return ClauseEnds(rest) || lexicon.Stop.Prefix(rest) != "" || lexicon.Rise.Prefix(rest) != "" || strings.HasPrefix(rest, "办结")
}

package scan

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/model"
)

// A rank is an ordinal within a group: 全市第3, 居全省第一位, 列全国百强区第79位,
// 位居榜首, 全市前三. An ordinal without a group and without a verb of rank
// (第一书记, 第三产业, 第十七届) is none.

// rank reads an ordinal at a place; what is no rank is passed over.
func rank(s string, at int) (q Quantity, next int, ok bool) {
	rest := s[at:]
	value, size, err := ordinal(rest)
	if size == 0 {
		return q, at, false
	}
	unit := ""
	for _, u := range [...]string{"位", "名", "强"} {
		if strings.HasPrefix(rest[size:], u) {
			unit = u
		}
	}
	end := at + size + len(unit)
	if err != nil || !rankEnds(s[end:]) || !ranked(s[:at]) || formerly(s[:at]) {
		return q, at + size, false
	}
	q.Value, q.Bound = model.Decimal{Coef: value.Coef, Exp: value.Exp}, model.Exactly
	if value.Coef > 0 && strings.HasPrefix(rest, "前") {
		q.Bound = model.AtMost
	}
	q.Base, q.BaseUnit, q.Unit = q.Value, "名", "名"
	if unit == "位" {
		q.Unit = unit
	}
	q.Class, q.Ordinal = "rank", s[at:end]
	q.Number = model.Span{Start: at, End: at + size}
	q.At = model.Span{Start: at, End: end}
	q.UnitAt = model.Span{Start: at + size, End: end}
	return q, end, true
}

// ordinal reads 第3, 前三, and the words that stand for one: 首位, 榜首, and 前列, which
// has no number and only goes with one.
func ordinal(s string) (n numeral.Number, size int, err error) {
	n.Over = 1
	switch {
	case strings.HasPrefix(s, "首位"):
		n.Coef = 1
		return n, len("首"), nil
	case strings.HasPrefix(s, "榜首"):
		n.Coef = 1
		return n, len("榜首"), nil
	case BeginsAny(s, "前列", "前茅"):
		return n, len("前列"), nil
	case BeginsAny(s, "第", "前"):
		n, size, err = numeral.Scan(s[len("第"):])
	}
	if size > 0 {
		size += len("第")
	}
	return n, size, err
}

// rankEnds reports whether an ordinal may end here: a noun behind it makes it
// that noun's number (第一产业).
func rankEnds(rest string) bool {
	return ClauseEnds(rest) || strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, " ") || lexicon.Stop.Prefix(rest) != ""
}

// ranked reports whether the clause before an ordinal ends with a verb of rank
// or names the group ranked.
func ranked(before string) bool {
	clause := LastClause(before)
	if w := lexicon.Ranking.Suffix(clause); w != "" && lexicon.Runes(w) > 1 {
		return true
	}
	_, i := lexicon.Among.FindLast(clause)
	if i < 0 {
		_, i = GroupOf(clause)
	}
	return i >= 0 && lexicon.Runes(clause[i:]) <= 24
}

// formerly reports that an ordinal is what the rank was before: 从全国|第8位、第4位跃居第1位.
func formerly(before string) bool {
	clause := LastClause(before)
	if i := strings.LastIndex(clause, "第"); i >= 0 && EndsAny(clause, "位、", "名、") && lexicon.Runes(clause[i:]) <= lexicon.Runes("第12位、") {
		clause = clause[:i] // 从全国第8位、|第4位
	}
	if group, at := GroupOf(clause); at >= 0 && at+len(group) == len(clause) {
		clause = clause[:at]
	}
	return EndsAny(clause, "从", "由")
}

// GroupOf is the group that a clause ranks within and where it stands: a word
// of the lexicon, else what stands behind the verb of rank and tells how many it
// has (位居六区两县). -1 when there is none.
func GroupOf(clause string) (group string, at int) {
	for from := ranksFrom(clause); ; {
		if group, at = lexicon.Among.Find(clause[from:]); at < 0 {
			break
		}
		at += from
		if n := noGroup(group, clause[at+len(group):]); n > 0 {
			from = at + n
			continue
		}
		n := max(classed(clause[:at]), beside(clause[:at]), numbered(clause[:at]))
		return clause[at-n : at+len(group)], at - n
	}
	w, i := lexicon.Ranking.FindLast(clause)
	group = clause[max(i, 0)+len(w):]
	if i >= 0 && lexicon.EachOf.Prefix(group) != "" && lexicon.Runes(group) <= 8 { // 居各板块第2位
		return group, i + len(w)
	}
	if i < 0 || lexicon.Runes(w) < 2 && lexicon.Runes(group) > 5 {
		return "", -1
	}
	if lexicon.Runes(group) > 8 || !EndsAny(group, "区", "县", "市", "州") || !strings.ContainsAny(group, "两二三四五六七八九十0123456789") {
		return "", -1
	}
	return group, i + len(w)
}

// noGroup is the length of what is no group though a word of one is in it: a contest that is
// ranked itself (绩效考核位列|全市第二), a grade (国家级|龙头企业数居全国第5位); 0 for a group.
func noGroup(group, rest string) int {
	verb := lexicon.Ranking.Prefix(rest)
	contest := lexicon.Contest.Has(group) && lexicon.Runes(verb) > 1
	if contest || rest != "" && verb == "" && lexicon.Grade.Has(group) && !lexicon.Contest.Inside(rest) {
		return len(group) + len(verb)
	}
	return 0
}

// beside is the length of the rest of a group's name between the verb of rank and the word
// that was found of it: 居|渝|东北, 居|苏北|各县.
func beside(before string) int {
	w, i := lexicon.Ranking.FindLast(before)
	rest := before[max(i, 0)+len(w):]
	if i < 0 || lexicon.Runes(rest) > 3 || strings.IndexFunc(rest, func(r rune) bool { return !isHan(r) }) >= 0 {
		return 0
	}
	return len(rest)
}

// ranksFrom is where the part of a clause begins that may name the group: behind
// the district's own 全区, and behind 、 where a verb of rank follows.
func ranksFrom(clause string) int {
	if i := strings.LastIndex(clause, "、"); i >= 0 && lexicon.Runes(lexicon.Ranking.Prefix(clause[i+len("、"):])) > 1 {
		return i + len("、")
	}
	for _, own := range lexicon.Whole.Words() {
		if strings.HasPrefix(clause, own) {
			return len(own)
		}
	}
	return 0
}

// numbered is the length of how many a group has, at the end of the text before it: 六|县市.
func numbered(before string) int {
	many := strings.TrimSuffix(before, "个")
	rest := strings.TrimRight(many, "两二三四五六七八九十0123456789")
	if rest == many {
		return 0 // 各个|县市
	}
	return len(before) - len(rest)
}

// classed is the length of the class of a group at the end of the text before it:
// 一类|县市区, A类|城市.
func classed(before string) int {
	stem, ok := strings.CutSuffix(before, "类")
	r, w := lexicon.Last(stem)
	if !ok || !strings.ContainsRune("一二三四五ABCD", r) {
		return 0
	}
	return w + len("类")
}

// LastClause is what stands behind the last hard break of a text.
func LastClause(s string) string {
	end := len(s)
	for end > 0 && len(s)-end <= longClause {
		if lexicon.HanBefore(s, end) {
			end -= 3
			continue
		}
		r, w := rune(s[end-1]), 1
		if r >= utf8.RuneSelf {
			r, w = lexicon.RuneBefore(s, end)
		}
		if IsBreak(r) && !(r == '—' && (IsWestern(s[end:]) && EndsDigit(s[:end-w]) || isRoman(s[end:]))) {
			break
		}
		end -= w
		if r == ')' || r == '）' {
			end -= remarkBefore(s[:end])
		}
	}
	return s[end:]
}

// remarkBefore is the length of a short remark that a bracket before its closing one holds, with that
// one, where commas part it alone: （现价，|预计数）; 0 for any other.
func remarkBefore(s string) int {
	const most = len("（不超过十二个字的一句话）")
	within := s[max(0, len(s)-most):]
	i := strings.LastIndexAny(within, "(（")
	if i < 0 || !strings.ContainsAny(within[i:], ",，") || strings.ContainsAny(within[i:], "0123456789)）；;。：:") {
		return 0
	}
	return len(within) - i
}

// EndsDigit reports whether a text ends with a digit: 1—9 is one number's range.
func EndsDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// isRoman reports a text that begins with a Roman numeral: Ⅰ—Ⅲ类.
func isRoman(s string) bool {
	r, _ := lexicon.First(s)
	return r >= 'Ⅰ' && r <= 'Ⅻ'
}

// IsBreak reports a sign that parts clauses; 、 parts items only.
func IsBreak(r rune) bool {
	if r >= 0x4E00 && r < 0xFF00 {
		return false // most are characters
	}
	switch r {
	case '，', ',', '；', ';', '：', ':', '。', '！', '？', '!', '?', '…', '—':
		return true
	}
	return false
}

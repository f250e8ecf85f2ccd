package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/model"
)

// A rank is an ordinal within a group: 全市第3, 居全省第一位, 列全国百强区第79位,
// 位居榜首, 全市前三. An ordinal without a group and without a verb of rank
// (第一书记, 第三产业, 第十七届) is none.

// scanRank reads an ordinal at a place; n is 0 where none begins, and what to
// pass over when the ordinal is no rank.
func scanRank(text string, at int, s model.Span) (q scan.Quantity, n int, ok bool) {
	rest := text[at:s.End]
	value, size := numeral.Number{Coef: 1, Over: 1}, 0
	bound := model.Exactly
	switch {
	case strings.HasPrefix(rest, "首位"):
		size = len("首")
	case strings.HasPrefix(rest, "榜首"):
		size = len("榜首")
	case strings.HasPrefix(rest, "前列"), strings.HasPrefix(rest, "前茅"): // no number: it only goes with one
		size, value.Coef = len("前列"), 0
	case strings.HasPrefix(rest, "第"), strings.HasPrefix(rest, "前"):
		if rest[:len("前")] == "前" {
			bound = model.AtMost
		}
		var err error
		size = len("第")
		var digits int
		if value, digits, err = numeral.Scan(rest[size:]); digits == 0 {
			return q, size, false
		} else if size += digits; err != nil {
			return q, size, false
		}
	case strings.HasPrefix(rest, "首"), strings.HasPrefix(rest, "榜"):
		return q, len("首"), false
	default:
		return q, 0, false
	}
	unitSize := 0
	for _, u := range [...]string{"位", "名", "强"} {
		if strings.HasPrefix(rest[size:], u) {
			unitSize = len(u)
		}
	}
	end := size + unitSize
	if !rankEnds(rest[end:]) || !ranked(text[s.Start:at]) {
		return q, size, false
	}
	q.Value = model.Decimal{Coef: value.Coef, Exp: value.Exp}
	q.Base, q.BaseUnit, q.Unit, q.Bound = q.Value, "名", "名", bound
	if unitSize > 0 && rest[size:end] == "位" {
		q.Unit = "位"
	}
	q.Class, q.Ordinal = "rank", rest[:end]
	q.Number = model.Span{Start: at, End: at + size}
	q.At = model.Span{Start: at, End: at + end}
	q.UnitAt = model.Span{Start: at + size, End: at + end}
	return q, end, true
}

// rankEnds reports whether an ordinal may end here: a noun behind it makes it
// that noun's number (第一产业).
func rankEnds(rest string) bool {
	return clauseEnds(rest) || strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, " ") || stopWords.Prefix(rest) != ""
}

// ranked reports whether the clause before an ordinal ends with a verb of rank
// or names the group ranked.
func ranked(before string) bool {
	clause := lastClause(before)
	if w := rankingWords.Suffix(clause); w != "" && utf8.RuneCountInString(w) > 1 {
		return true
	}
	_, i := amongWords.FindLast(clause)
	if i < 0 {
		_, i = groupOf(clause)
	}
	return i >= 0 && utf8.RuneCountInString(clause[i:]) <= 24
}

// groupOf is the group that a clause ranks within and where it stands: a word
// of the lexicon, else what stands behind the verb of rank and tells how many it
// has (位居六区两县). -1 when there is none.
func groupOf(clause string) (group string, at int) {
	for from := ranksFrom(clause); ; {
		if group, at = amongWords.Find(clause[from:]); at < 0 {
			break
		}
		at += from
		verb := rankingWords.Prefix(clause[at+len(group):])
		if contestWords.Has(group) && utf8.RuneCountInString(verb) > 1 {
			from = at + len(group) + len(verb) // 绩效考核位列全市第二: it is the contest that is ranked
			continue
		}
		n := classed(clause[:at])
		return clause[at-n : at+len(group)], at - n
	}
	w, i := rankingWords.FindLast(clause)
	if i < 0 || utf8.RuneCountInString(w) < 2 {
		return "", -1
	}
	group = clause[i+len(w):]
	if utf8.RuneCountInString(group) > 8 || !endsAny(group, "区", "县", "市", "州") || !strings.ContainsAny(group, "两二三四五六七八九十0123456789") {
		return "", -1
	}
	return group, i + len(w)
}

// ranksFrom is where the part of a clause begins that may name the group: behind
// the district's own 全区, and behind 、 where a verb of rank follows.
func ranksFrom(clause string) int {
	if i := strings.LastIndex(clause, "、"); i >= 0 && utf8.RuneCountInString(rankingWords.Prefix(clause[i+len("、"):])) > 1 {
		return i + len("、")
	}
	for _, own := range wholeWords.Words() {
		if strings.HasPrefix(clause, own) {
			return len(own)
		}
	}
	return 0
}

// classed is the length of the class of a group at the end of the text before it:
// 一类|县市区, A类|城市.
func classed(before string) int {
	stem, ok := strings.CutSuffix(before, "类")
	r, w := utf8.DecodeLastRuneInString(stem)
	if !ok || !strings.ContainsRune("一二三四五ABCD", r) {
		return 0
	}
	return w + len("类")
}

// rankText is the rank as the contract writes it: the group and the ordinal,
// without the verb between (居全市第一 -> 全市第一).
func rankText(clause, ordinal string) string {
	group, i := groupOf(clause)
	if i < 0 {
		return ordinal
	}
	scope := clause[i:]
	if j := strings.Index(scope, "第"); j > 0 { // 由全省第12位上升到
		_, n, _ := numeral.Scan(scope[j+len("第"):])
		if rest := scope[j+len("第")+n:]; n > 0 && beginsAny(rest, "位", "名") && !beginsAny(rest, "位列", "位居") {
			scope = strings.TrimRight(scope[:j], "由从")
		}
	}
	for {
		w := max(rankingWords.Suffix(scope), apartWords.Suffix(scope))
		if w == "" || len(w) >= len(scope)-len(group)+len(w) && len(scope)-len(w) < len(group) {
			break
		}
		scope = scope[:len(scope)-len(w)]
	}
	return squeeze(scope) + ordinal
}

// lastClause is what stands behind the last hard break of a text.
func lastClause(s string) string {
	for end := len(s); end > 0; {
		r, w := utf8.DecodeLastRuneInString(s[:end])
		if isBreak(r) && !(r == '—' && (isWestern(s[end:]) && endsDigit(s[:end-w]) || isRoman(s[end:]))) || len(s)-end > 240 {
			return s[end:]
		}
		end -= w
	}
	return s
}

// endsDigit reports whether a text ends with a digit: 1—9 is one number's range.
func endsDigit(s string) bool {
	return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9'
}

// isRoman reports a text that begins with a Roman numeral: Ⅰ—Ⅲ类.
func isRoman(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 'Ⅰ' && r <= 'Ⅻ'
}

// isBreak reports a sign that parts clauses; 、 parts items only.
func isBreak(r rune) bool {
	switch r {
	case '，', ',', '；', ';', '：', ':', '。', '！', '？', '!', '?', '…', '—':
		return true
	}
	return false
}

// squeeze removes blanks and line ends from a name.
func squeeze(s string) string {
	if !strings.ContainsAny(s, " \n\t\u00a0\u3000") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\t\u00a0\u3000", r) {
			return -1
		}
		return r
	}, s)
}

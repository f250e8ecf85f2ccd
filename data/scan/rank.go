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

// scanRank reads an ordinal at a place; n is 0 where none begins, and what to
// pass over when the ordinal is no rank.
func scanRank(text string, at int, s model.Span) (q Quantity, n int, ok bool) {
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
	return ClauseEnds(rest) || strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, " ") || lexicon.Stop.Prefix(rest) != ""
}

// ranked reports whether the clause before an ordinal ends with a verb of rank
// or names the group ranked.
func ranked(before string) bool {
	clause := LastClause(before)
	if w := lexicon.Ranking.Suffix(clause); w != "" && utf8.RuneCountInString(w) > 1 {
		return true
	}
	_, i := lexicon.Among.FindLast(clause)
	if i < 0 {
		_, i = GroupOf(clause)
	}
	return i >= 0 && utf8.RuneCountInString(clause[i:]) <= 24
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
		verb := lexicon.Ranking.Prefix(clause[at+len(group):])
		if lexicon.Contest.Has(group) && utf8.RuneCountInString(verb) > 1 {
			from = at + len(group) + len(verb) // 绩效考核位列全市第二: it is the contest that is ranked
			continue
		}
		n := classed(clause[:at])
		return clause[at-n : at+len(group)], at - n
	}
	w, i := lexicon.Ranking.FindLast(clause)
	group = clause[max(i, 0)+len(w):]
	if i >= 0 && lexicon.EachOf.Prefix(group) != "" && utf8.RuneCountInString(group) <= 8 { // 居各板块第2位
		return group, i + len(w)
	}
	if i < 0 || utf8.RuneCountInString(w) < 2 {
		return "", -1
	}
	if utf8.RuneCountInString(group) > 8 || !endsAny(group, "区", "县", "市", "州") || !strings.ContainsAny(group, "两二三四五六七八九十0123456789") {
		return "", -1
	}
	return group, i + len(w)
}

// ranksFrom is where the part of a clause begins that may name the group: behind
// the district's own 全区, and behind 、 where a verb of rank follows.
func ranksFrom(clause string) int {
	if i := strings.LastIndex(clause, "、"); i >= 0 && utf8.RuneCountInString(lexicon.Ranking.Prefix(clause[i+len("、"):])) > 1 {
		return i + len("、")
	}
	for _, own := range lexicon.Whole.Words() {
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
	r, w := lexicon.Last(stem)
	if !ok || !strings.ContainsRune("一二三四五ABCD", r) {
		return 0
	}
	return w + len("类")
}

// LastClause is what stands behind the last hard break of a text.
func LastClause(s string) string {
	for end := len(s); end > 0; {
		r, w := lexicon.RuneBefore(s, end)
		if IsBreak(r) && !(r == '—' && (IsWestern(s[end:]) && EndsDigit(s[:end-w]) || isRoman(s[end:]))) || len(s)-end > longClause {
			return s[end:]
		}
		end -= w
	}
	return s
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

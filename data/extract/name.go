package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/numeral"
	"qubi/model"
)

// The indicator is the noun phrase a reader would put in the table. It stands
// left of the number (全区生产总值完成346.3亿元) or, where the number counts
// something, right of it (12个贫困村摘帽). Left, what is stripped is:
//
//	2021年,全区 | 规模以上工业增加值 | 达到  193.5亿元
//	openers, periods, scope          predicates
//
// Right, the phrase ends where a verb begins.

// phrase is a part of the text while it is trimmed down to a name.
type phrase struct {
	text string
	model.Span
}

func (p phrase) String() string { return p.text[p.Start:p.End] }
func (p phrase) empty() bool    { return p.Start >= p.End }

// trimHead drops n bytes at the front, trimTail at the end.
func (p *phrase) trimHead(n int) { p.Start += n }
func (p *phrase) trimTail(n int) { p.End -= n }

// name is the phrase as a name, without blanks and lone brackets.
func (p phrase) name() string { return squeeze(p.String()) }

// blanks drops blanks and signs at both ends.
func (p *phrase) blanks() {
	for {
		s := p.String()
		t := strings.TrimLeft(s, " \n\t\u00a0\u3000、，,.．-—")
		t = strings.TrimPrefix(strings.TrimPrefix(t, "）"), ")")
		if r, w := utf8.DecodeRuneInString(t); strings.ContainsRune("“‘「\"", r) && !closes(t[w:], r) {
			t = t[w:]
		}
		if r, w := utf8.DecodeRuneInString(t); strings.ContainsRune("”’」", r) {
			t = t[w:]
		}
		p.trimHead(len(s) - len(t))
		u := strings.TrimRight(t, " \n\t\u00a0\u3000、，,（(“")
		p.trimTail(len(t) - len(u))
		if len(u) == len(s) {
			return
		}
	}
}

// closes reports whether the quotation opened by r closes within s.
func closes(s string, r rune) bool {
	closing := map[rune]string{'“': "”", '‘': "’", '「': "」", '"': `"`}[r]
	return strings.Contains(s, closing)
}

// tail strips what stands between an indicator and its value; it says whether
// one of the words reads 提高到, which makes the value a level.
func (p *phrase) tail() (level bool) {
	for {
		p.blanks()
		s := p.String()
		w := vocab["predicate"].suffix(s)
		if w == "" && strings.HasSuffix(s, "的") {
			w = "的"
		}
		if w == "" || partOfNoun(s, len(s)-len(w), len(w)) {
			return level
		}
		if len(w) > len("到") && endsAny(w, "到", "至") && !endsAny(w, "达到", "保持到", "累计达到") {
			level = true
		}
		p.trimTail(len(w))
	}
}

// head strips openers, periods and scope words. Words of increment (新增) stay.
func (p *phrase) head(district string) {
	for {
		p.blanks()
		s := p.String()
		if s == "" || indicators.names.prefix(s) != "" || vocab["delta"].prefix(s) != "" {
			return
		}
		n := enumerator(s)
		if n == 0 {
			n = max(periodWords(s), streak(s))
		}
		if n == 0 && district != "" && strings.HasPrefix(s, district) && len(s) > len(district) && !strings.HasPrefix(s[len(district):], "河") {
			n = len(district) + rankWord(s[len(district):])
		}
		if n == 0 {
			n = opener(s)
		}
		if n == 0 || n >= len(s) {
			return
		}
		p.trimHead(n)
	}
}

// rankWord is the length of the 区, 县 or 市 that ends a district's full name
// (济阳区|固定资产投资), but not where it begins a word (济阳|区域经济).
func rankWord(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if !strings.ContainsRune("区县市", r) || len(s) == n || strings.ContainsRune("域场政区级民直属内", next) {
		return 0
	}
	return n
}

// opener is the length of the opening word of s when what it leaves is still a
// noun (保障房 does not leave 房).
func opener(s string) int {
	w := vocab["opener"].prefix(s)
	rest := s[len(w):]
	if w == "" || rest == "" {
		return 0
	}
	if vocab["suffix"].prefix(rest) != "" && vocab["noun"].prefix(rest) == "" && utf8.RuneCountInString(w) > 1 {
		return 0
	}
	if utf8.RuneCountInString(w) == 1 && utf8.RuneCountInString(rest) < 2 {
		return 0
	}
	if partOfNoun(s, 0, len(w)) {
		return 0
	}
	return len(w)
}

// streak is the length of 连续七年, 连续两个季度 at the front.
func streak(s string) int {
	rest, ok := strings.CutPrefix(s, "连续")
	if !ok {
		return 0
	}
	_, n, _ := numeral.Scan(rest)
	for _, w := range [...]string{"年", "个季度", "个月", "届", "次", "周", "天"} {
		if n > 0 && strings.HasPrefix(rest[n:], w) {
			return len("连续") + n + len(w)
		}
	}
	return 0
}

// enumerator is the length of 一、 (一) 1. 第一, 一是 at the front.
func enumerator(s string) int {
	for _, close := range [...]string{"、", "）", ")", ".", "是", "．"} {
		i := strings.Index(s, close)
		if i <= 0 || i > 10 {
			continue
		}
		if strings.Trim(s[:i], "(（一二三四五六七八九十0123456789第") == "" {
			return i + len(close)
		}
	}
	return 0
}

// periodWords is the length of the words of a period at the front.
func periodWords(s string) int {
	if _, n := year(s); n > 0 {
		if _, _, _, _, m := part(s[n:]); m > 0 {
			return n + m
		}
		return n
	}
	if _, _, _, _, n := part(s); n > 0 {
		return n
	}
	for _, w := range [...]string{"今年以来", "今年", "去年", "全年", "年内", "年底", "每年", "本年", "上年", "当年", "日前", "近年来", "五年来", "一年来", "五年", "三年", "份", "前", "底", "末"} {
		if strings.HasPrefix(s, w) && (len(w) > len("前") || strings.HasPrefix(s, w+"，") || strings.HasPrefix(s, "份")) {
			return len(w)
		}
	}
	return 0
}

// pivots cuts the phrase behind its last verb, unless what stands before is the
// owner of a bare quantity (市重点项目完成投资).
func (p *phrase) pivots() {
	s := p.String()
	for end := len(s); end > 0; {
		w, i := vocab["pivot"].findLast(s[:end])
		if i < 0 {
			return
		}
		post := s[i+len(w):]
		open := strings.LastIndex(s[:i], "“") > strings.LastIndex(s[:i], "”")
		if post == "" || i == 0 || open || partOfIndicator(s, i, len(w)) || vocab["suffix"].prefix(post) != "" && vocab["noun"].prefix(post) == "" || utf8.RuneCountInString(post) < 2 {
			end = i
			continue
		}
		pre := s[:i]
		if vocab["bare"].has(post) && vocab["owner"].suffix(pre) != "" {
			return
		}
		if vocab["delta"].has(w) {
			p.trimHead(i)
		} else {
			p.trimHead(i + len(w))
		}
		return
	}
}

// partOfIndicator: 研发投入强度 is one name, not 研发, 投入 and 强度.
func partOfIndicator(s string, i, n int) bool {
	for start, back := i, 0; start > 0 && back < 8; back++ {
		_, w := utf8.DecodeLastRuneInString(s[:start])
		start -= w
		if name := indicators.names.prefix(s[start:]); start+len(name) > i {
			return true
		}
	}
	return partOfNoun(s, i, n)
}

// maxName bounds a name, in runes; a longer phrase is cut at its last 的 or 等.
const maxName = 26

func (p *phrase) shorten() {
	s := p.String()
	if utf8.RuneCountInString(s) <= maxName {
		return
	}
	for _, cut := range [...]string{"等", "的", "、"} {
		if i := strings.LastIndex(s, cut); i > 0 && utf8.RuneCountInString(s[i+len(cut):]) >= 2 {
			p.trimHead(i + len(cut))
			return
		}
	}
	for utf8.RuneCountInString(p.String()) > maxName {
		_, w := utf8.DecodeRuneInString(p.String())
		p.trimHead(w)
	}
}

// leftName trims the text before a number to the indicator's name; verb is the
// last word of the text when it is an opener, an object then follows the number.
func leftName(p phrase, district string) (name phrase, level bool) {
	level = p.tail()
	p.head(district)
	if i := strings.Index(p.String(), "连续"); i > 0 && streak(p.String()[i:]) > 0 {
		p.End = p.Start + i
	}
	p.pivots()
	p.head(district)
	p.blanks()
	if s := p.String(); vocab["opener"].has(s) || vocab["delta"].has(s) || vocab["predicate"].has(s) || vocab["again"].has(s) || utf8.RuneCountInString(s) < 2 {
		p.Start = p.End
	}
	p.shorten()
	return p, level
}

// rightName trims the text behind a count to the noun it counts.
func rightName(p phrase) phrase {
	whole := p
	for i, r := range p.String() {
		if isBreak(r) || strings.ContainsRune("（）()", r) && i > 0 {
			p.End = p.Start + i
			break
		}
	}
	if s := p.String(); clauseEnds(s) {
		p.End = p.Start
		return p
	}
	clause := p
	p.cutVerb()
	for {
		p.blanks()
		w := vocab["trail"].suffix(p.String())
		if w == "" || w == "建设" && len(p.String()) <= len("建设")+3 {
			break
		}
		p.trimTail(len(w))
	}
	if s := p.String(); strings.HasPrefix(s, "的") {
		p.trimHead(len("的"))
	}
	if s := p.String(); utf8.RuneCountInString(s) == 1 { // 村用上了天然气 says more than 村
		p.End = min(clause.End, whole.End)
		for utf8.RuneCountInString(p.String()) > 12 {
			_, w := utf8.DecodeLastRuneInString(p.String())
			p.trimTail(w)
		}
	}
	p.blanks()
	for utf8.RuneCountInString(p.String()) > maxName {
		_, w := utf8.DecodeLastRuneInString(p.String())
		p.trimTail(w)
	}
	return p
}

// tier reports 千亿级产业: how many there are is told by the industries' names.
func tier(s string) bool {
	i := strings.Index(s, "亿级")
	return i >= 0 && i <= len("千") && (strings.HasSuffix(s, "产业") || strings.HasSuffix(s, "集群") || strings.HasSuffix(s, "产业链"))
}

// subject ends the phrase before its first verb (材料产业发展最为迅速 -> 材料产业).
func (p *phrase) subject() {
	s := p.String()
	for i := range s {
		w := max(vocab["pivot"].prefix(s[i:]), vocab["stop"].prefix(s[i:]))
		if w != "" && !partOfNoun(s, i, len(w)) {
			p.End = p.Start + i
			break
		}
	}
	p.blanks()
	if utf8.RuneCountInString(p.String()) < 2 {
		p.Start = p.End
	}
}

// afterVerb is what a number of people or households did, where no noun names
// it (20.6万人实现了集中供水 -> 集中供水).
func afterVerb(p phrase) phrase {
	for i, r := range p.String() {
		if isBreak(r) || strings.ContainsRune("、（）()", r) || '0' <= r && r <= '9' {
			p.End = p.Start + i
			break
		}
	}
	p.head("")
	p.blanks()
	if n := utf8.RuneCountInString(p.String()); n < 2 || n > 16 {
		p.Start = p.End
	}
	return p
}

// policy reports that a number of 条 is that of a set of measures, whose name it
// belongs to (出台科技创新10条): no noun behind it, a verb of decree before.
func policy(unit, before string, bare bool) bool {
	if unit != "条" || !bare {
		return false
	}
	clause := lastClause(before)
	_, i := vocab["decree"].find(clause)
	return i >= 0 && vocab["linear"].suffix(strings.TrimRight(clause, " ")) == ""
}

// cutVerb ends the phrase where a verb begins, and behind 、 where the next
// item has a verb of its own.
func (p *phrase) cutVerb() {
	s := p.String()
	for i, r := range s {
		if w := vocab["stop"].prefix(s[i:]); w != "" && (!partOfNoun(s, i, len(w)) || i > 0 && s[i:] == "完成投资") {
			p.End = p.Start + i
			return
		}
		if r == '、' && i > 0 {
			next := s[i+len("、"):]
			if vocab["delta"].prefix(next) != "" || utf8.RuneCountInString(vocab["opener"].prefix(next)) > 1 {
				p.End = p.Start + i
				return
			}
		}
	}
}

// partOfNoun reports that the word at [i, i+n) of s belongs to a longer noun of
// the vocabulary: the 在 of 在建项目, the 均 of 人均.
func partOfNoun(s string, i, n int) bool {
	for start, back := i, 0; back <= 3; back++ {
		if w := vocab["noun"].prefix(s[start:]); start+len(w) > i && len(w) > 0 && (start < i || len(w) > n) {
			return true
		}
		if start == 0 {
			break
		}
		_, w := utf8.DecodeLastRuneInString(s[:start])
		start -= w
	}
	return false
}

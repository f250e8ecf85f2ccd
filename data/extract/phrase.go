package extract

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
	"qubi/data/timeline"
)

// A phrase is trimmed at both ends, step by step, until the name is left.

func (p phrase) String() string { return p.text[p.Start:p.End] }

func (p phrase) empty() bool { return p.Start >= p.End }

// trimHead drops n bytes at the front, trimTail at the end.
func (p *phrase) trimHead(n int) { p.Start += n }

func (p *phrase) trimTail(n int) { p.End -= n }

// name is the phrase as a name, without blanks.
func (p phrase) name() string { return squeeze(p.String()) }

// blanks drops blanks and signs at both ends.
func (p *phrase) blanks() {
	for {
		s := p.String()
		if han(s) {
			return
		}
		t := strings.TrimLeftFunc(s, edgesBefore)
		t = strings.TrimPrefix(strings.TrimPrefix(t, "）"), ")")
		if r, w := utf8.DecodeRuneInString(t); opensQuote(r) && !closes(t[w:], r) {
			t = t[w:]
		}
		if r, w := utf8.DecodeRuneInString(t); r == '”' || r == '’' || r == '」' {
			t = t[w:]
		}
		p.trimHead(len(s) - len(t))
		u := strings.TrimRightFunc(t, edgesBehind)
		p.trimTail(len(t) - len(u))
		if len(u) == len(s) {
			return
		}
	}
}

// edgesBefore reports a sign that no name begins with, edgesBehind one that none ends
// with.
func edgesBefore(r rune) bool { return edges(r) || r == '.' || r == '．' || r == '-' || r == '—' }

func edgesBehind(r rune) bool { return edges(r) || r == '（' || r == '(' || r == '“' }

func edges(r rune) bool {
	switch r {
	case ' ', '\n', '\t', '\u00a0', '\u3000', '、', '，', ',':
		return true
	}
	return false
}

// han reports a text that begins and ends with a character, as most do: there is
// nothing to trim.
func han(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return first >= 0x4E00 && first <= 0x9FFF && last >= 0x4E00 && last <= 0x9FFF
}

// closes reports whether the quotation opened by r closes within s.
func closes(s string, r rune) bool {
	switch r {
	case '“':
		return strings.Contains(s, "”")
	case '‘':
		return strings.Contains(s, "’")
	case '「':
		return strings.Contains(s, "」")
	}
	return strings.Contains(s, `"`)
}

func opensQuote(r rune) bool { return r == '“' || r == '‘' || r == '「' || r == '"' }

// tail strips what stands between an indicator and its value; it says whether
// one of the words reads 提高到, which makes the value a level.
func (p *phrase) tail() (level bool) {
	for {
		p.blanks()
		s := p.String()
		if n := movedTo(s); n > 0 {
			p.trimTail(n)
			level = true
			continue
		}
		if n := timeBehind(s); n > 0 {
			p.trimTail(n)
			continue
		}
		w := predicateWords.Suffix(s)
		if w == "" && strings.HasSuffix(s, "的") {
			w = "的"
		}
		if w == "" || scan.PartOfNoun(s, len(s)-len(w), len(w)) || w != "的" && ofWhole(s) {
			return level
		}
		if len(w) > len("到") && scan.EndsAny(w, "到", "至") && reachedWords.Suffix(w) == "" {
			level = true
		}
		p.trimTail(len(w))
	}
}

// ofWhole reports a phrase that ends with what a share is of: 占总数, 占年度计划.
func ofWhole(s string) bool {
	i := strings.LastIndex(s, "占")
	return i >= 0 && wholeWords.Has(s[i+len("占"):])
}

// head strips openers, periods and scope words. Words of increment (新增) stay.
func (p *phrase) head(district string) {
	for {
		p.blanks()
		s := p.String()
		if s == "" || lexicon.Indicator.Prefix(s) != "" || deltaWords.Prefix(s) != "" {
			return
		}
		n := scan.ListMark(s)
		if n == 0 {
			n = max(periodWords(s), streak(s))
		}
		if w := atTimeWords.Prefix(s); n == 0 && w != "" { // 到2026年集群规模
			if m := periodWords(s[len(w):]); m > 0 {
				n = len(w) + m
			}
		}
		if n == 0 {
			n = ownName(s, district)
		}
		if n == 0 {
			n = max(reckoned(s), completion(s), opener(s))
		}
		if n == 0 {
			n = max(pointer(s), asideLength(s))
		}
		if n == 0 || n >= len(s) {
			return
		}
		p.trimHead(n)
	}
}

// opener is the length of the opening word of s when what it leaves is still a
// noun (保障房 does not leave 房).
func opener(s string) int {
	w := openerWords.Prefix(s)
	rest := s[len(w):]
	if w == "" || rest == "" {
		return 0
	}
	if suffixWords.Prefix(rest) != "" && nounWords.OrPrefix(lexicon.Strong, rest) == "" && lexicon.Runes(w) > 1 && !lexicon.NameAmong.Has(w) {
		return 0
	}
	if lexicon.Runes(w) == 1 && lexicon.Runes(rest) < 2 || len(adjustedWords.Prefix(s)) > len(w) { // 还原留抵退税后
		return 0
	}
	if belongs(s, w, rest) {
		return 0
	}
	if last := added(s, w); last > 0 {
		return len(w) - last
	}
	if after, ok := strings.CutPrefix(rest, "后"); ok && utf8Len(w) > 1 { // 投产后|预计产值
		return len(s) - len(after)
	}
	return len(w)
}

// added is the length of the last character of an opening word where that begins what is added
// up: 加|上年结转收入, 加|上级补助收入.
func added(s, w string) int {
	_, last := utf8.DecodeLastRuneInString(w)
	if lexicon.LastYear.Prefix(s[len(w)-last:]) != "" || w == "加上" && strings.HasPrefix(s[len(w):], "级") {
		return last
	}
	return 0
}

// belongs reports whether an opening word is part of the noun behind it, 竣工面积, 重点工业项目, 在川机构,
// or of a list of verbs: 制定、修改和废止.
func belongs(s, w, rest string) bool {
	province, _ := lexicon.First(rest)
	if next, listed := strings.CutPrefix(rest, "、"); listed && lexicon.NameVerb.OrPrefix(lexicon.ActsOn, next) != "" {
		return true
	}
	return scan.PartOfNoun(s, 0, len(w)) || w == "在" && provinces.Has(province) || startsWords.Has(w) && bareWords.Has(rest) || variousWords.Has(w) && ownerWords.Suffix(rest) != ""
}

// completion is the length of 全部达产后, 全部达产可 at the front.
func completion(s string) int {
	w, i := completedWords.Within(s, len("项目全部建成"))
	if i < 0 || !scan.EndsAny(w, "后", "可") || utf8Len(s[i+len(w):]) < 2 {
		return 0
	}
	return i + len(w)
}

// reckoned is the length of 按户籍人口计算 at the front.
func reckoned(s string) int {
	if !strings.HasPrefix(s, "按") {
		return 0
	}
	w, i := reckonedWords.Within(scan.ClauseHead(s), len("按二十个字以内的口径来"))
	if i < 0 {
		return 0
	}
	return i + len(w)
}

// one leaves out that it is one thing of which an outlay is told: 引进一家|投资1.3亿元的甲公司.
func (p *phrase) one() {
	rest, ok := strings.CutPrefix(p.String(), "一")
	if u, counts := scan.UnitOf(rest); ok && counts && u.Class == "count" && outlayWords.Has(rest[len(u.Word):]) {
		p.Start = p.End - len(rest) + len(u.Word)
	}
}

// pointer is the length of what only points to a thing before its name: 隔壁的产业
// 加速器, 这条街上创客团队.
func pointer(s string) int {
	w := pointerWords.Prefix(s)
	if w == "" {
		return 0
	}
	rest := scan.ClauseHead(s[len(w):])
	for _, end := range [...]string{"的", "上", "里"} {
		if i := strings.Index(rest, end); i >= 0 && i <= len("六个字以内的") && utf8Len(rest[i+len(end):]) >= 2 {
			return len(w) + i + len(end)
		}
	}
	return len(w)
}

// streak is the length of 连续七年, 连续两个季度 at the front.
func streak(s string) int {
	if !scan.BeginsAny(s, "连续", "持续") {
		return 0
	}
	rest := s[len("连续"):]
	if w := someYearsWords.Prefix(rest); w != "" {
		return len("连续") + len(w)
	}
	_, n, _ := numeral.Scan(rest)
	if w := turnWords.Prefix(rest[n:]); n > 0 && w != "" {
		return len("连续") + n + len(w)
	}
	return 0
}

// periodWords is the length of the words of a period at the front.
func periodWords(s string) int {
	if _, n := timeline.Year(s); n > 0 {
		if _, m := timeline.YearRange(s); m > 0 {
			return m
		}
		if m := yearPart(s[n:]); m > 0 {
			return n + m
		}
		return n + timeline.Day(s[n:])
	}
	if n := yearPart(s); n > 0 {
		return n
	}
	r, _ := utf8.DecodeRuneInString(s)
	when := whenWords
	if !when.Begins(r) || when.Prefix(s) == "" {
		return 0
	}
	for _, w := range when.Words() {
		rest, ok := strings.CutPrefix(s, w)
		switch {
		case !ok:
		case rest != "度" && strings.HasPrefix(rest, "度") && strings.HasSuffix(w, "年"):
			return len(w) + len("度")
		case len(w) > len("前") || strings.HasPrefix(rest, "，") || w == "份":
			return len(w)
		}
	}
	return 0
}

// behindTime leaves out what stands before a time within the phrase, and the time: 重点项目1-3月|
// 累计完成投资, 核定我区2021年|债务限额.
func (p *phrase) behindTime(district string) {
	s := p.String()
	if reckoned(s) == len(s) { // 按2019年平均汇率计算
		return
	}
	for i, r := range s {
		if i == 0 || r < '0' || r > '9' || strings.LastIndexAny(s[:i], "(（") > strings.LastIndexAny(s[:i], ")）") {
			continue
		}
		part, n := timeline.PartOf(s[i:])
		if part.To <= part.From && !part.AsOf {
			_, n = timeline.Year(s[i:])
		}
		did, by := strings.CutPrefix(s[i+n:], "前")
		switch {
		case n == 0 || did == "":
		case by && (acts(did) || lexicon.NameVerb.OrPrefix(stopWords, did) == did): // 标准厂房|6月底前交付
			p.End = p.Start + i
			return
		default:
			p.trimHead(len(s) - len(did))
			p.head(district)
			return
		}
	}
}

// onlyTime reports a text that tells a time and nothing else: 2026年, 到2026年.
func onlyTime(s string) bool {
	s = blankRunes.TrimLeft(strings.TrimPrefix(s, "到"))
	n := periodWords(s)
	return n > 0 && n == len(s)
}

var blankRunes = lexicon.SetOf(" \u00a0\n")

// beforeShare is the length of what stands before the subject of a share: 甲开发区的|产值
// 占工业总产值的比重, 甲、乙|两大产业产值占….
func beforeShare(s string) int {
	i := strings.LastIndex(s, "占")
	if sum := sumAt(s[:max(i, 0)]); sum > 0 {
		return sum
	}
	if i < 0 { // 甲、乙、丙|三大产业产值
		return max(0, sumAt(s))
	}
	for _, end := range [...]string{"的", "、"} {
		if at := strings.LastIndex(s[:i], end); at >= 0 {
			return at + len(end)
		}
	}
	return 0
}

// shorten bounds a name: what stands before 等, 的 or 、 is left out first.
func (p *phrase) shorten() {
	s := p.String()
	if i := strings.Index(s, "等"); i > len("两字") && (utf8Len(s[i:]) > 3 || utf8Len(s[i:]) == 3 && strings.Contains(s[:i], "、")) && !scan.PartOfNoun(s, i, len("等")) && (lexicon.Works.Suffix(s) != "" || !scan.BeginsAny(s[i+len("等"):], "产业", "行业", "领域")) { // 望岳路等花景街区, but 钢铁等产业产能占比
		p.trimHead(i + len("等"))
		s = p.String()
	}
	if lexicon.Runes(s) <= maxName || lexicon.Indicator.Has(s) {
		return
	}
	p.trimHead(beforeShare(s))
	if s = p.String(); lexicon.Runes(s) <= maxName {
		return
	}
	for _, cut := range [...]string{"等", "的", "、"} {
		if i := strings.LastIndex(s, cut); i > 0 && lexicon.Runes(s[i+len(cut):]) >= 2 {
			p.trimHead(i + len(cut))
			return
		}
	}
	for lexicon.Runes(p.String()) > maxName {
		_, w := utf8.DecodeRuneInString(p.String())
		p.trimHead(w)
	}
}

// outOf leaves out of what a part is told: 在总人口中|男性人口.
func (p *phrase) outOf() {
	p.blanks()
	s := p.String()
	if i := strings.Index(s, "中"); strings.HasPrefix(s, "在") && i > len("在两") && utf8Len(s[:i]) < 10 && utf8Len(s[i:]) > 2 && !scan.PartOfNoun(s, i, len("中")) {
		p.trimHead(i + len("中"))
	}
}

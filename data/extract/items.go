package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/data/numeral"
	"qubi/data/scan"
)

// The items of a list, and the noun that they share behind the last of them.

// splitList cuts a list at 、 and 和, outside brackets and quotes.
func splitList(s string) []string {
	var items []string
	depth, start := 0, 0
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		n := 0
		switch {
		case nesting(r) != 0:
			depth += nesting(r)
		case depth == 0 && r == '、':
			n = w
		case depth == 0 && strings.HasPrefix(s[i:], "以及"):
			n = len("以及")
		case depth == 0 && (r == '和' || r == '与' || r == '及') && i > 0 && !scan.PartOfNoun(s, i, w):
			n = w
		}
		if n > 0 {
			items, start = append(items, squeeze(s[start:i])), i+n
			i = start
			continue
		}
		i += w
	}
	return append(items, squeeze(s[start:]))
}

// enumerates reports a text that may be a list: one holds a sign that parts items.
func enumerates(s string) bool { return scan.ContainsAny(s, "、", "和", "与", "及") }

// nesting is by how much a sign takes deeper into brackets and quotes.
func nesting(r rune) int {
	switch r {
	case '(', '（', '“', '《':
		return 1
	case ')', '）', '”', '》':
		return -1
	}
	return 0
}

// splitCommas cuts a list at 、 alone.
func splitCommas(s string) []string {
	items := strings.Split(s, "、")
	for i := range items {
		items[i] = squeeze(items[i])
	}
	return items
}

// splitShared parts the last item from the noun that all items share: 白沙工业
// 园 | 规模工业产值同比增速. Items that are indicators themselves share nothing.
func splitShared(items []string) (last, shared string) {
	last = items[len(items)-1]
	last = last[:len(last)-asideBehind(last)] // 餐饮业销售额（营业额）
	for _, parts := range [...]func(items []string, last string) (own, shared string){
		sides, attained, countedUp, twins, cutShort, summedByEtc, likeItems, ofRate, ofOneKind,
	} {
		if own, shared := parts(items, last); own != "" {
			return own, shared
		}
	}
	return last, ""
}

// sides parts the last of the two sides that people live in: 城镇、农村|常住居民人均可支配收入.
func sides(items []string, last string) (own, shared string) {
	for _, side := range [...]string{"农村", "乡村", "城镇"} {
		if rest, ok := strings.CutPrefix(last, side); ok && isSide(items[0]) && len(items) == 2 && rest != "" {
			return side, rest
		}
	}
	return "", ""
}

// attained parts the last item where a verb says what all of them did.
func attained(_ []string, last string) (own, shared string) {
	for _, w := range attainedWords.Words() {
		if i := strings.Index(last, w); i > 0 && !scan.PartOfNoun(last, i, len(w)) { // 投资完成率 is one
			return last[:i], last[i+len(w):]
		}
	}
	if i := strings.Index(last, "也表现"); i > 0 { // how they did is no noun
		return last[:i], ""
	}
	return "", ""
}

// countedUp parts the last item from the words that count all of them: 批发、零售|两个行业零售额.
func countedUp(_ []string, last string) (own, shared string) {
	for i := range last {
		if n := countPhrase(last[i:]); n > 0 && i > 0 && !strings.HasSuffix(last[:i+n], "大") {
			return last[:i], behindCount(last[i:], n)
		}
	}
	return "", ""
}

// twins parts the last item from what is told of each of a kind: 猪、牛、家禽|出栏.
func twins(_ []string, last string) (own, shared string) {
	w := twinWords.Suffix(last)
	if w == "" || len(w) == len(last) {
		return "", ""
	}
	return strings.TrimSuffix(last, w), w
}

// cutShort parts the last of items that are cut to their first character: 轻、重|工业.
func cutShort(items []string, last string) (own, shared string) {
	if own, shared = stub(items, last); shared == "" {
		return "", ""
	}
	return own, shared
}

// summedByEtc parts the last item from the short noun behind 等: 甲、乙|等|支出.
func summedByEtc(_ []string, last string) (own, shared string) {
	i := strings.LastIndex(last, "等")
	if i <= 0 || utf8Len(last[i:]) <= 2 || utf8Len(last[i:]) > 8 || scan.PartOfNoun(last, i, len("等")) {
		return "", ""
	}
	return last[:i], last[i+len("等"):]
}

// likeItems parts the last item behind the kind that the others end with.
func likeItems(items []string, last string) (own, shared string) {
	n := likeItem(items)
	return last[:n], last[n:]
}

// ofRate parts the last item from the rate that each of them has of something: 消费、投资、
// 出口|对经济增长的贡献率.
func ofRate(_ []string, last string) (own, shared string) {
	for _, of := range [...]string{"对", "占"} {
		if i := strings.Index(last, of); i >= len("两字") && rateWords.OrSuffix(bareWords, last) != "" {
			return last[:i], last[i:]
		}
	}
	return "", ""
}

// ofOneKind parts the last item from an indicator or a noun that the others lack.
func ofOneKind(items []string, last string) (own, shared string) {
	k := knownSuffix(last)
	if k == "" {
		k = kindOfAll(items)
	}
	if w := genericWords.Suffix(last); k == "" && utf8Len(w) > 2 { // 交通、能源领域|投资额
		k = w
	}
	if k == "" || len(k) >= len(last) {
		return "", ""
	}
	for _, item := range items[:len(items)-1] {
		if standsAlone(item, k) {
			return "", ""
		}
	}
	own = strings.TrimSuffix(last, k)
	if own, ok := strings.CutSuffix(own, "业"); ok && utf8Len(own) == 2 && !slices.ContainsFunc(items[:len(items)-1], isTrade) { // 批发、零售、住宿、餐饮|业零售额
		return own, "业" + k
	}
	return own, k
}

// isTrade reports an item that says itself that it is a trade, or is cut short.
func isTrade(item string) bool {
	return strings.HasSuffix(item, "业") || utf8Len(item) < 2 || utf8Len(item) > 4
}

// standsAlone reports an item that is an indicator without the noun behind the last one,
// and would be none with it. 第一产 is cut short.
func standsAlone(item, noun string) bool {
	known := canonicals()
	return known[foldName(item)] != "" && known[foldName(item+noun)] == "" && !strings.HasSuffix(item, "产") || knownSuffix(item) != "" && tradeWords.Suffix(item) == "" // 商务服务业
}

// asideBehind is the length of a bracket that a text ends with.
func asideBehind(s string) int {
	for _, open := range [...]string{"(", "（"} {
		if i := strings.LastIndex(s, open); i > 0 && asideLength(s[i:]) == len(s)-i {
			return len(s) - i
		}
	}
	return 0
}

// likeItem is how much of the last item is of the kind that the others are of, and what
// they share stands behind: 甲镇、乙镇和丙镇|水稻播种面积, 服装类、饮料类|零售额. 0 where it is
// all of it.
func likeItem(items []string) int {
	last, first := items[len(items)-1], items[0]
	w := partWords.Suffix(first)
	if strings.HasSuffix(first, "产业") {
		w = "产业" // 第二产业、第三产业|增加值占比
	}
	if w == "" {
		_, n := utf8.DecodeLastRuneInString(first)
		w = first[len(first)-n:]
	}
	i := strings.LastIndex(strings.TrimSuffix(last, knownSuffix(last)), w)
	if i < 0 { // 其他服务业|营业收入, though 服务业营业收入 is an indicator
		i = strings.LastIndex(strings.TrimSuffix(last, bareWords.Suffix(last)), w)
	}
	if i <= 0 || !measures(last[i+len(w):]) && !bareWords.Has(last[i+len(w):]) {
		return 0
	}
	for _, item := range items[:len(items)-1] {
		if !strings.HasSuffix(item, w) || standsAlone(item, last[i+len(w):]) {
			return 0
		}
	}
	return i + len(w)
}

// kindOfAll is the noun that the last item has for the short ones before it too: 国有、
// 民营、外资|企业.
func kindOfAll(items []string) string {
	for _, item := range items[:len(items)-1] {
		if utf8Len(item) > 3 || ownerWords.Suffix(item) != "" {
			return ""
		}
	}
	return ownerWords.Suffix(items[len(items)-1])
}

// stub parts the last of items that are cut to their first character: 轻、重
// share 工业 in 轻、重工业; 第二、第三 share 产业 in 第二、三产业.
func stub(items []string, last string) (first, rest string) {
	if strings.HasSuffix(items[0], "一") && strings.Contains(last, "产业") { // 一、二、三产业
		for i, item := range items {
			items[i] = "第" + strings.TrimPrefix(item, "第")
			if i < len(items)-1 {
				items[i] += "产业"
			}
		}
		own, rest, _ := strings.Cut(items[len(items)-1], "产业")
		return own + "产业", rest
	}
	for i, item := range items[:len(items)-1] {
		switch short, ordinal := strings.CutPrefix(item, "第"); {
		case utf8Len(short) != 1:
			return "", ""
		case i == 0 && ordinal && !strings.HasPrefix(last, "第"):
			_, w := utf8.DecodeRuneInString(last)
			return "第" + last[:w], last[w:]
		}
	}
	if p, ok := strings.CutPrefix(last, "第"); ok {
		_, w := utf8.DecodeRuneInString(p)
		return "第" + p[:w], p[w:]
	}
	_, w := utf8.DecodeRuneInString(last)
	return last[:w], last[w:]
}

func isBreakIn(s string) bool {
	for _, r := range s {
		if scan.IsBreak(r) {
			return true
		}
	}
	return false
}

// asideLength is the length of a bracket that opens a text.
func asideLength(s string) int {
	for _, b := range [...][2]string{{"(", ")"}, {"（", "）"}} {
		if !strings.HasPrefix(s, b[0]) {
			continue
		}
		if i := strings.Index(s, b[1]); i > 0 {
			return i + len(b[1])
		}
	}
	return 0
}

// withoutSum drops the words that sum a list up from its last item (装配式建筑
// 两大主导产业 -> 装配式建筑).
func withoutSum(item string) string {
	if i := sumAt(item); i > 0 && summedWords.Suffix(item) != "" {
		return item[:i]
	}
	return item
}

// sumAt is where the words begin that sum up the list before them (装配式建筑|两大主导产业),
// -1 where none do.
func sumAt(s string) int {
	i := max(0, strings.Index(s, "大"))
	r, w := utf8.DecodeLastRuneInString(s[:i])
	if i-w < len("两字") || !strings.ContainsRune("两三四五六七八九十", r) {
		return -1
	}
	return i - w
}

// summedAt is where the words begin that sum up a list of n things before them: 甲、乙、丙|3个产业集群;
// -1 where none do.
func summedAt(s string, n int) int {
	for i := range s {
		a, size, err := numeral.Scan(s[i:])
		if size > 0 && err == nil && a.Exp == 0 && int(a.Coef) == n && strings.Contains(s[:i], "、") && scan.BeginsAny(s[i+size:], "大", "个", "条", "类") {
			return i
		}
	}
	return -1
}

// countPhrase is the length of 四个, 4家 at the front: the list was named before.
func countPhrase(s string) int {
	for _, d := range [...]string{"两", "三", "四", "五", "六", "七", "八", "九", "十", "2", "3", "4", "5", "6", "7", "8", "9"} {
		if rest, ok := strings.CutPrefix(s, d); ok {
			if u, ok := scan.UnitOf(rest); ok && u.Class == "count" {
				return len(d) + len(u.Word)
			}
			if strings.HasPrefix(rest, "大") {
				return len(d) + len("大")
			}
		}
	}
	return 0
}

// behindCount is what a text that begins with the number of things, i bytes long, tells of
// them: 产值 of 四个区的产值.
func behindCount(s string, i int) string {
	if i <= 0 {
		return squeeze(s)
	}
	if _, of, ok := strings.Cut(s, "的"); ok {
		return of
	}
	if k := knownSuffix(s); k != "" && !strings.HasPrefix(s[i:], "行业") { // 批发、零售四个|行业零售额
		return k
	}
	return s[i:]
}

// isSide reports one of the two sides that a district's people live in.
func isSide(name string) bool { return name == "城镇" || name == "农村" || name == "乡村" }

// eachDoes reports that what stands behind 各 in a list is nothing, or what each of its items did.
func eachDoes(s string, at int) bool {
	behind := s[at+len("各"):]
	return behind == "" && !strings.ContainsAny(s, "0123456789") || openerWords.OrPrefix(deltaWords, behind) != ""
}

// sameStem gives the last item the stem of the first where it has none of its own:
// 一般公共预算收入和支出.
func sameStem(items []string) {
	last := &items[len(items)-1]
	if !flowWords.Has(*last) {
		return
	}
	if stem := strings.TrimSuffix(strings.TrimSuffix(items[0], flowWords.Suffix(items[0])), "总"); stem != items[0] {
		*last = stem + *last
	}
}

// sameScope gives all items the scope of the first: 限上批发、零售|零售额.
func sameScope(items []string) {
	if scope := lexicon.Scope.Prefix(items[0]); scope != items[0] {
		for i, item := range items {
			items[i] = scope + strings.TrimPrefix(item, scope)
		}
	}
}

// pairOf are the n things that one word tells together, and what stands behind it: 存贷款|余额.
func pairOf(s string, n int) (items []string, shared string) {
	for _, pair := range pairs() {
		if i := strings.Index(s, pair.word); i >= 0 && len(pair.parts) == n {
			for _, part := range pair.parts {
				items = append(items, s[:i]+part)
			}
			return items, squeeze(s[i+len(pair.word):])
		}
	}
	return nil, ""
}

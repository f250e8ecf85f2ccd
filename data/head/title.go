package head

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"qubi/data/clean"
	"qubi/model"
)

// titleRunes is the longest title, in characters.
const titleRunes = 60

// title is the line at the top that names a kind of document, broken or whole: …2022年财政 |
// 预算草案的报告. Where none does, it is the line above the page's stamp, or the first that can be
// one; a line below that adds to it (a kicker above its headline) is joined to it with a blank.
func title(text, page string) string {
	lines := titleLines(text)
	kind := documentIn(lines)
	switch above := aboveStamp(page); {
	case len(lines) == 0, detailed(kind):
		return kind
	case slices.Contains(lines, above) && (len(lines) > 2 || endsWith(lines[0], words()["media"])):
		return above
	case kind != "":
		return kind
	case len(lines) != 2 || strings.Contains(lines[0], lines[1]): // not two that make one
		return lines[0]
	case endsWith(lines[0], words()["media"]):
		return lines[1]
	}
	return lines[0] + " " + lines[1]
}

// documentIn is the first of some lines, alone or with those that it goes on in, that names a
// kind of document; one that tells more than that goes first.
func documentIn(lines []string) (kind string) {
	for i, line := range lines {
		for n := 1; n < 3 && i+n < len(lines) && goesOnIn(line, lines[i+n]); n++ {
			line += lines[i+n]
		}
		if isDocument(line) && (kind == "" || !detailed(kind) && detailed(line)) {
			kind = line
		}
	}
	return kind
}

// goesOnIn reports that a title too long for its line goes on in the next: it names a place or
// begins with 关于, tells no kind of document, and what follows is no title of its own.
func goesOnIn(line, next string) bool {
	if r, _ := utf8.DecodeRuneInString(next); strings.ContainsRune("和及与暨", r) {
		return true
	}
	_, first := utf8.DecodeRuneInString(line)
	own := strings.HasPrefix(next, line[:first]) || next[0] < 0x80 || strings.HasPrefix(next, "政府")
	return !isDocument(line) && !own && (has(words()["about"], line) || strings.ContainsAny(line, "区县市旗镇乡")) && !endsWith(line, words()["media"])
}

// isDocument reports a line that ends with a kind of document, remarks in brackets aside.
func isDocument(line string) bool {
	for annotated(line) {
		line = line[:strings.LastIndexAny(line, "(（")]
	}
	return slices.ContainsFunc(words()["document"], func(end string) bool { return strings.HasSuffix(strings.TrimRight(line, "》” "), end) })
}

// detailed reports a title that tells more than its kind: a year, a place.
func detailed(title string) bool {
	return strings.ContainsAny(title, "0123456789") || utf8.RuneCountInString(title) > 10
}

// aboveStamp is the line above the first of a page that states fields or the day of publication.
func aboveStamp(page string) (above string) {
	for _, line := range firstLines(page, 2*top) {
		switch line = strings.TrimSpace(line); {
		case above != "" && (statesField(line) || isStamped(line)):
			return trimTitle(above)
		case titleLike(line):
			above = line
		}
	}
	return ""
}

// titleLines are the lines at the top that can be a title: those before the salutation, the
// first section and the first paragraph of prose.
func titleLines(text string) (lines []string) {
	for _, line := range firstLines(text, top) {
		line = trimTitle(withNarrow(line, wideDigits))
		if isSalutation(line) || opensSection(line) || utf8.RuneCountInString(line) > titleRunes || strings.HasSuffix(line, "。") {
			break
		}
		if titleLike(line) && !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// firstLines are the first lines of a text, at most so many.
func firstLines(text string, most int) []string {
	lines := strings.SplitN(text, "\n", most+1)
	return lines[:min(most, len(lines))]
}

// collected is the title of a report that a site shows as one page of a
// collection: 2024年区政府工作报告-10篇(第13/21页). What the site adds goes.
func collected(page string) string {
	for _, line := range firstLines(page, top) {
		line = strings.TrimSpace(line)
		if utf8.RuneCountInString(line) > titleRunes {
			break
		}
		if !isReport(line) || !strings.Contains(line, "篇") {
			continue
		}
		if short := withoutPaging(line); short != line {
			return short
		}
	}
	return ""
}

// withoutPaging takes off what a site puts behind a title: -10篇, (第13/21页).
func withoutPaging(line string) string {
	for cut := len(line); ; {
		line = strings.TrimRight(line[:cut], " -—_精选通用汇编")
		if cut = strings.LastIndexAny(line, "-(（"); cut < 0 || !has(words()["paging"], strings.TrimLeft(line[cut:], "-(（第0123456789/")) {
			return line
		}
	}
}

// titleLike reports whether a line can be a title: short, no sentence, no
// salutation, no dash that begins a subtitle.
func titleLike(line string) bool {
	if n := utf8.RuneCountInString(line); n < 4 || n > titleRunes || strings.ContainsAny(line, "。;；•") || strings.Contains(line, ">>") {
		return false
	}
	for _, other := range [...]func(string) bool{isNumber, goesOn, statesField, opensWithDay, isStamped, isOffice, opensSection, isSalutation, isByline} {
		if other(line) {
			return false
		}
	}
	return true
}

// goesOn reports a line that begins or ends as a title does not: a subtitle's dash, a colon, a
// bracket that is no remark.
func goesOn(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.HasPrefix(line, "-") || strings.HasPrefix(line, "—") || strings.ContainsRune(":：,，、", last) || strings.ContainsRune(")）", last) && !annotated(line)
}

// statesField reports a field of the head, blanks within its label or not: 索 引 号：.
func statesField(line string) bool {
	return strings.ContainsAny(line, ":：") && clean.IsFields(strings.ReplaceAll(line, " ", ""))
}

func opensWithDay(line string) bool {
	_, n := date(inDigits(strings.Trim(line, " []【】")))
	return n > 0
}

func isStamped(line string) bool { return !stamped(line).IsZero() }

func isSalutation(line string) bool { return has(words()["salutation"], line) }

// annotated reports a line that closes with a short remark in brackets and says
// more than that: 政府工作报告（摘要）; （济阳区统计局） alone is a byline.
func annotated(line string) bool {
	open := max(strings.LastIndex(line, "("), strings.LastIndex(line, "（"))
	return open > 0 && utf8.RuneCountInString(line[:open]) >= 4 && (utf8.RuneCountInString(line[open:]) <= 10 || strings.Contains(line[open:], "全文"))
}

// isByline reports whether a line names who wrote: 甘肃日报记者 张三 通讯员 李四.
func isByline(line string) bool {
	for _, w := range words()["author"] {
		if strings.Contains(line, w+" ") || strings.Contains(line, w+"\u3000") {
			return true
		}
	}
	return false
}

// opensSection reports whether a line begins as a section's heading does: 二、, (三), 1.
func opensSection(line string) bool {
	rest := strings.TrimLeft(strings.TrimLeft(line, "(（"), "一二三四五六七八九十")
	if rest == line {
		rest = strings.TrimLeft(line, "0123456789")
		return len(line)-len(rest) < 3 && rest != line && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "、"))
	}
	for _, mark := range []string{"、", ")", "）"} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// isNumber reports whether a line is an official document's number: 珠斗府〔2025〕12号.
func isNumber(line string) bool {
	return strings.HasSuffix(line, "号") && strings.ContainsAny(line, "〔[【（(") && utf8.RuneCountInString(line) <= 24
}

func isReport(title string) bool {
	return strings.Contains(strings.ReplaceAll(title, " ", ""), "报告")
}

// trimTitle takes off what is no part of a title: (全文14794字), —全文, and the
// blanks of a spaced-out 政 府 工 作 报 告.
func trimTitle(s string) string {
	s, _, _ = strings.Cut(s, " |") // cells that stand beside it
	s = withoutSite(unspaced(s))
	for i := range s[:min(len(s), 12*titleRunes)] { // a title is no longer
		if rest := s[i:]; i > 0 && (strings.HasPrefix(rest, " —") || rest[0] == ' ' && isDocument(s[:i])) {
			s = s[:i] // a subtitle on the same line, or what the site adds
			break
		}
	}
	if at := strings.LastIndex(s, "全文"); at > 0 && strings.ContainsAny(s[at:], "字0123456789") {
		s = strings.TrimRight(s[:at], "(（—-")
	}
	for _, end := range words()["untitle"] {
		s = strings.TrimRight(strings.TrimSuffix(s, end), "—-")
	}
	return unsigned(s)
}

// unspaced closes the blanks of a spaced-out 政 府 工 作 报 告（2022年）.
func unspaced(s string) string {
	words := strings.Fields(s)
	single := 0
	for _, w := range words {
		if r, n := utf8.DecodeRuneInString(w); n > 1 && (len(w) == n || strings.ContainsAny(w, "(（")) && r > 0x2000 {
			single++
		}
	}
	if single > 3 && single >= len(words)-1 {
		return strings.Join(words, "")
	}
	return s
}

// unsigned is a title without the office and the day behind it: …公报 某某县统计局
// 2024年3月18日.
func unsigned(s string) string {
	for {
		at := strings.LastIndexAny(s, blanks)
		if at < 0 {
			return s
		}
		last := strings.TrimLeft(s[at:], blanks)
		if _, n := date(last); (n == 0 || n < len(last)) && !isOffice(last) {
			return s
		}
		s = strings.TrimRight(s[:at], blanks)
	}
}

// withoutSite takes off the name of the site that stands behind a title, and
// the mark between them: _某某县人民政府.
func withoutSite(s string) string {
	at := strings.LastIndexAny(s, "_-|—")
	if at < 0 {
		return s
	}
	_, mark := utf8.DecodeRuneInString(s[at:])
	site, short := strings.TrimSpace(s[at+mark:]), strings.TrimRight(s[:at], " _-|—")
	for _, end := range words()["site"] {
		if strings.HasSuffix(site, end) && utf8.RuneCountInString(site) <= longest && utf8.RuneCountInString(short) >= 6 {
			return short
		}
	}
	return s
}

// titled is the year on which a work report looks back whose title names a year (2024年政
// 府工作报告): the one before, where it was given, or else published, in the first half of
// that year, or no day is known.
func titled(title string, day time.Time) model.Period {
	if at := strings.Index(title, "年"); at >= 0 && strings.Contains(title, "工作报告") {
		if year := yearBefore(title[:at]); year > 0 {
			if day.Year() == year && day.Month() <= time.June || day.IsZero() {
				year--
			}
			return yearly(year)
		}
	}
	return model.Period{}
}

package head

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"qubi/data/clean"
)

// stamp is the day of publication that stands in the page's first lines without
// a label: with a time behind it (2021-07-27 17:26:59), or on a line or lines
// of its own (2023, 10/17).
func stamp(page string) time.Time {
	year := ""
	if _, day := issued(firstLines(page, top)); !day.IsZero() {
		return day
	}
	for _, line := range firstLines(page, top) {
		line = strings.TrimSpace(line)
		if utf8.RuneCountInString(line) > titleRunes {
			break
		}
		if line == "" {
			continue
		}
		if year != "" && len(line) <= 5 {
			if day, n := date(year + "/" + line); n > 0 {
				return day
			}
		}
		year = ""
		if len(line) == 4 && isDigits(line) {
			year = line
		}
		line = strings.TrimRight(line, ": ") // 】 has become a colon
		if day, n := date(line); n == len(line) && n > 0 && line[4] < 0x80 {
			return day // 2021-07-27, but not 2021年7月27日: a speech's
		}
		if day := stamped(line); !day.IsZero() {
			return day
		}
	}
	return signed(page)
}

// issued is the office on a line of its own, and the day on the line below it, that a bulletin's
// title is followed by: 某县统计局, 2023年6月13日.
func issued(lines []string) (office string, day time.Time) {
	above := ""
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if day := dated(line); !day.IsZero() && isOffice(above) {
			return above, day
		}
		if line != "" {
			above = line
		}
	}
	return "", time.Time{}
}

// bottom is how many lines below a report may say who put it up, and when.
const bottom = 6

// signed is the day in a line of fields below the report (责任编辑:某某 2023-02-13), or in
// one of its own below who signed it.
func signed(page string) time.Time {
	page = strings.TrimSpace(page)
	for range bottom {
		line := strings.TrimSpace(page[strings.LastIndexByte(page, '\n')+1:])
		if day := stamped(line); !day.IsZero() && len(fields(line)) > 0 {
			return day
		}
		if day, n := date(line); n > 0 && n == len(line) && signature(page[:len(page)-n]) {
			return day
		}
		if name, day := initialled(line); name != "" {
			return day
		}
		page = strings.TrimSpace(page[:max(0, strings.LastIndexByte(page, '\n'))])
	}
	return time.Time{}
}

// signature reports a text, more than a head, that ends with a line that names who signs: 某县商务局.
func signature(text string) bool {
	text = strings.TrimSpace(text)
	i := strings.LastIndexByte(text, '\n')
	return i >= 0 && strings.Contains(text[:i], "。") && endsWith(strings.TrimSpace(text[i:]), words()["signer"])
}

// initialled is who signed a report in brackets below it, and when: （某局 2022年8月4日）.
func initialled(line string) (name string, day time.Time) {
	inner := strings.Trim(line, "()（）")
	at := strings.LastIndexAny(inner, blanks)
	if inner == line || at < 0 || utf8.RuneCountInString(inner) > titleRunes {
		return "", time.Time{}
	}
	last := strings.TrimLeft(inner[at:], blanks)
	day, n := date(last)
	if n == 0 || n < len(last) {
		return "", time.Time{}
	}
	return inner[:at], day
}

// stamped is the first day of a line, if it is that of publication.
func stamped(line string) time.Time {
	if utf8.RuneCountInString(line) > titleRunes {
		return time.Time{}
	}
	if day, at, n := firstDay(line); n > 0 && isStamp(line[:at], line[at+n:]) {
		return day
	}
	return time.Time{}
}

// firstDay is the first day of a text, where it begins, and its length: 0 for none.
func firstDay(s string) (day time.Time, at, n int) {
	for at = range len(s) {
		if day, n = date(s[at:]); n > 0 {
			break
		}
	}
	return day, at, n
}

// isStamp reports whether the day between two parts of a line is that of
// publication: its time stands behind it, or the line is no sentence and names
// nothing but who published.
func isStamp(before, behind string) bool {
	rest := strings.TrimLeft(behind, blanks)
	line := before + " " + behind
	switch {
	case strings.ContainsAny(line, "，。,;；"):
		return false
	case isClock(rest):
		return true
	case len(fields(line)) > 0, medium(before) != "", isByline(line), strings.Contains(line, "www."):
		return strings.TrimRight(before, blanks+">|:：[【(（") != before || before == ""
	case before == "":
		return rest != "" && rest != behind // 2017-08-26　某某融媒
	}
	return strings.Trim(before, blanks+"[【") == "" && strings.Trim(rest, "]】") == "" && rest != ""
}

// isClock reports whether a time begins a text: 17:26:59, T17:26.
func isClock(s string) bool {
	s = strings.TrimPrefix(s, "T")
	return len(s) >= 5 && s[2] == ':' && isDigits(s[:2])
}

// medium is the paper or site that the words before a day name: 三门峡日报
// 2025-08-04, 某网 > 电子报 > 版次：03 2025年8月4日; "" for none.
func medium(before string) string {
	apart := func(r rune) bool { return strings.ContainsRune(" \u3000\u00a0>|:：", r) }
	if strings.TrimRightFunc(before, apart) == before || strings.ContainsAny(before, "，。,;；") {
		return ""
	}
	for _, word := range strings.FieldsFunc(strings.Trim(before, "(（"), apart) {
		if isOffice(word) || endsWith(word, words()["media"]) {
			return word
		}
	}
	return ""
}

// isOffice reports a name of an office: 某某县统计局.
func isOffice(name string) bool { return endsWith(name, words()["office"]) }

// endsWith reports a name, no longer than names are, that ends with one of some words and is
// more than it.
func endsWith(name string, ends []string) bool {
	return utf8.RuneCountInString(name) <= longest && slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) && name != end })
}

// stampSource is the source that the page's first lines name without a label.
func stampSource(page string) string {
	if office, _ := issued(firstLines(page, top)); office != "" {
		return office
	}
	for _, line := range firstLines(page, top) {
		line = strings.TrimLeft(strings.TrimSpace(line), "•"+blanks)
		for _, named := range []func(string) string{announced, behindDay, beforeStamp, beforeClock} {
			if word := named(line); word != "" {
				return word
			}
		}
	}
	return ""
}

// announced is the source of 来自江津区经济信息委消息.
func announced(line string) string {
	if name, ok := strings.CutPrefix(line, "来自"); ok && strings.HasSuffix(name, "消息") && len(name) < 60 {
		return strings.TrimSuffix(name, "消息")
	}
	return ""
}

// behindDay is the source of 2025-01-04　某某融媒　阅读：1862.
func behindDay(line string) string {
	_, n := date(line)
	if n == 0 || len(line[n:]) == len(strings.TrimLeft(line[n:], blanks)) {
		return ""
	}
	words := strings.FieldsFunc(line[n:], func(r rune) bool { return strings.ContainsRune(blanks, r) })
	if len(words) > 0 && isClock(words[0]) {
		words = words[1:]
	}
	if len(words) == 0 || clean.IsFields(words[0]) || words[0][0] < 0xE0 || utf8.RuneCountInString(words[0]) > longest || strings.ContainsAny(words[0], "：:。，") {
		return ""
	}
	return words[0]
}

// beforeStamp is the source of 三门峡日报 2025-08-04.
func beforeStamp(line string) string {
	if utf8.RuneCountInString(line) > titleRunes {
		return ""
	}
	if _, at, n := firstDay(line); n > 0 {
		return medium(line[:at])
	}
	return ""
}

// beforeClock is the source of 公文搜 2021-07-27 17:26:59.
func beforeClock(line string) string {
	word, rest, ok := strings.Cut(line, " ")
	if !ok || len(word) > 30 || len(line) > 200 {
		return ""
	}
	if _, n := date(rest); n > 0 && len(rest) > n+5 && rest[n+3] == ':' && word[0] >= 0xE0 {
		return word
	}
	return ""
}

// blanks part the words of a head's line.
const blanks = " \u3000\u00a0"

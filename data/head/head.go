// Package head reads what a page says about its report: title, day of
// publication, source, the district it is about and the period it covers.
//
//	2020-05-14 09:24:00 来源:济南市济阳区政府 作者:济阳区信息新闻中心
//	-> Published 2020-05-14, Source 济南市济阳区政府, District 济阳区, City 济南市
//
// It reads cleaned text, where the mirror's damage is undone, and the page with
// its furniture still in it, where most of the head stands. What neither states
// stays empty: nothing is guessed. Which county-level division lies in which
// city is known from lexicon/divisions.tsv.
package head

import (
	"strings"
	"time"
	"unicode/utf8"

	"qubi/data/clean"
	"qubi/model"
)

// Read reads the head of a report from its clean text and its whole page.
func Read(text, page string) model.Head { return ReadGiven(text, page, model.Head{}) }

// ReadGiven is Read for a report of which some is known from elsewhere: what is
// given stands, and what is read agrees with it.
func ReadGiven(text, page string, given model.Head) model.Head {
	text, page = narrow.Replace(text), narrow.Replace(page)
	h := model.Head{Title: title(text)}
	text, page = inDigits(text), inDigits(page)
	if h.Title == "" {
		h.Title = collected(page)
	}
	if given.Title != "" {
		h.Title = given.Title
	}
	h.District, h.City, h.Province = place(given, h.Title, text, page)
	h.Level = levelOf(h.District)
	readFields(&h, page)
	if h.Published.IsZero() {
		h.Published = stamp(page)
	}
	if h.Source == "" {
		h.Source = stampSource(page)
	}
	over(&h, given)
	h.Event = event(text, h.Published)
	if h.Covers = covers(text, h.Date()); h.Covers.IsZero() {
		h.Covers = opening(text)
	}
	if h.Covers.IsZero() {
		h.Covers = titled(h.Title, h.Event)
	}
	for _, field := range []*string{&h.Title, &h.Source, &h.Author, &h.District} {
		*field = strings.Clone(*field) // a part of the page would keep all of it in memory
	}
	return h
}

// place is the district given, with its city and province, or the one that the
// text is about.
func place(given model.Head, title, text, page string) (name, city, province string) {
	if given.District == "" {
		name, city, province = district(title, text, page)
	} else {
		name = given.District
		if s := seatNamed(name); s.level != model.OfDistrict {
			city, province = s.city, s.province
		} else {
			d := locate(name, given.City+"\n"+title+"\n"+page)
			city, province = d.city, d.province
		}
	}
	if given.City != "" && given.City != city {
		city, province = given.City, ""
	}
	return name, city, province
}

// over puts what is given over what was read.
func over(h *model.Head, given model.Head) {
	if !given.Published.IsZero() {
		h.Published = given.Published
	}
	if given.Source != "" {
		h.Source = given.Source
	}
	if given.Author != "" {
		h.Author = given.Author
	}
}

// narrow writes full-width digits, and the brackets of a label, as fields have
// them: ２０２１年, 【发布日期】2022年2月1日.
var narrow = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9", "【", " ", "】", ": ")

// top is how many lines of a page may belong to its head.
const top = 16

// titleRunes is the longest title, in characters.
const titleRunes = 60

// title is the first line that can be one. A line below that adds to it (a
// kicker above its headline) is joined to it with a blank.
func title(text string) string {
	var lines []string
	for i, line := range strings.SplitN(text, "\n", top+1) {
		if i == top || !titleLike(line) || len(lines) > 0 && !stamp(line).IsZero() {
			if i < top && len(lines) == 0 && (isNumber(line) || isByline(line)) {
				continue
			}
			break
		}
		lines = append(lines, trimTitle(line))
	}
	switch {
	case len(lines) == 0:
		return ""
	case len(lines) > 1 && isReport(lines[0]) && isReport(lines[1]) && len(lines[0]) <= len("政府工作报告") && strings.ContainsAny(lines[1], "0123456789"):
		return lines[1] // the collection's name, then the report's
	case len(lines) == 1 || len(lines) > 2 || isReport(lines[0]) || isReport(lines[1]) || strings.Contains(lines[0], lines[1]):
		return lines[0]
	}
	return lines[0] + " " + lines[1]
}

// collected is the title of a report that a site shows as one page of a
// collection: 2024年区政府工作报告-10篇(第13/21页). What the site adds goes.
func collected(page string) string {
	for i, line := range strings.SplitN(page, "\n", top+1) {
		line = strings.TrimSpace(line)
		if i == top || utf8.RuneCountInString(line) > titleRunes {
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
	n := utf8.RuneCountInString(line)
	if n < 4 || n > titleRunes || strings.ContainsAny(line, "。;；") || isNumber(line) || strings.HasPrefix(line, "-") || strings.HasPrefix(line, "—") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	if strings.ContainsRune(":：,，、", last) || strings.ContainsRune(")）", last) && !annotated(line) {
		return false
	}
	_, dated := date(line)
	return dated == 0 && !opensSection(line) && !has(words()["salutation"], line) && !isByline(line)
}

// annotated reports a line that closes with a short remark in brackets and says
// more than that: 政府工作报告（摘要）; （济阳区统计局） alone is a byline.
func annotated(line string) bool {
	open := max(strings.LastIndex(line, "("), strings.LastIndex(line, "（"))
	return open > 0 && utf8.RuneCountInString(line[:open]) >= 4 && (utf8.RuneCountInString(line[open:]) <= 8 || strings.Contains(line[open:], "全文"))
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
		return strings.HasPrefix(line, "1.")
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
	s = withoutSite(s)
	if at := strings.Index(s, " —"); at > 0 {
		s = s[:at] // a subtitle on the same line
	}
	if at := strings.LastIndex(s, "全文"); at > 0 && strings.ContainsAny(s[at:], "字0123456789") {
		s = strings.TrimRight(s[:at], "(（—-")
	}
	for _, end := range words()["untitle"] {
		s = strings.TrimRight(strings.TrimSuffix(s, end), "—-")
	}
	if n := utf8.RuneCountInString(s); strings.Count(s, " ")*2 >= n-1 {
		s = strings.ReplaceAll(s, " ", "")
	}
	return s
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

// readFields reads the fields in the page's short lines.
func readFields(h *model.Head, page string) {
	best := len(words()["published"])
	for line := range strings.Lines(page) {
		if len(line) > 400 || !clean.IsFields(strings.TrimSpace(line)) {
			continue
		}
		for _, f := range fields(line) {
			if rank := index(words()["published"], f.label); rank >= 0 && rank < best {
				if day, n := date(f.value); n > 0 {
					h.Published, best = day, rank
				}
			}
			if h.Source == "" && has(words()["source"], f.label) && f.value != "本站原创" {
				h.Source = beforeDay(f.value)
			}
			if h.Author == "" && has(words()["author"], f.label) {
				h.Author = f.value
			}
		}
	}
}

// beforeDay is a field's value without a day behind it that has no label.
func beforeDay(value string) string {
	for at := range value {
		if _, n := date(value[at:]); n > 0 && at > 0 {
			return strings.TrimRight(value[:at], " 　 |")
		}
	}
	return value
}

// field is a label with what stands behind it.
type field struct{ label, value string }

// fields cuts a line into its fields.
func fields(line string) []field {
	var all []field
	valueFrom := 0
	closeAt := func(at int) {
		if n := len(all); n > 0 {
			all[n-1].value = strings.Trim(line[valueFrom:at], " 　\t\r\n|¦[]【】()（）")
		}
	}
	for at := 0; at < len(line); {
		label, _, n := clean.Field(line[at:])
		if label == "" {
			_, n = utf8.DecodeRuneInString(line[at:])
			at += n
			continue
		}
		closeAt(at)
		all = append(all, field{label: label})
		at += n
		valueFrom = at
	}
	closeAt(len(line))
	return all
}

// stamp is the day of publication that stands in the page's first lines without
// a label: with a time behind it (2021-07-27 17:26:59), or on a line or lines
// of its own (2023, 10/17).
func stamp(page string) time.Time {
	year := ""
	for i, line := range strings.SplitN(page, "\n", top+1) {
		line = strings.TrimSpace(line)
		if i == top || utf8.RuneCountInString(line) > titleRunes {
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
		for at := range len(line) {
			if day, n := date(line[at:]); n > 0 {
				if isStamp(line, at, n) {
					return day
				}
				break
			}
		}
	}
	return time.Time{}
}

// isStamp reports whether the day at some place of a line is that of publication:
// its time stands behind it, or the line says nothing but fields.
func isStamp(line string, at, n int) bool {
	before, behind := line[:at], line[at+n:]
	rest := strings.TrimLeft(behind, " 　\u00a0")
	switch {
	case len(rest) >= 5 && rest[2] == ':':
		return true
	case before == "[" || before == "【":
		return rest == "]" || rest == "】"
	case before != "":
		return rest == "" && (clean.IsFields(line) || isMedium(before))
	case rest == "":
		return line[4] < 0x80 || clean.IsFields(line)
	}
	parted := len(rest) < len(behind) && !strings.ContainsAny(rest, "，。,;；") // 2017-08-26　某某融媒
	return parted || clean.IsFields(line)
}

// isMedium reports the name of a medium, or the way to a page on its site, before the day
// on which it published: 某市日报 2025-08-04.
func isMedium(before string) bool {
	name := strings.TrimRight(before, " 　\u00a0")
	if strings.Contains(name, ">") {
		return true
	}
	other := func(r rune) bool { return r < 0x4E00 || r > 0x9FFF }
	return name != before && utf8.RuneCountInString(name) <= longest && strings.IndexFunc(name, other) < 0
}

// stampSource is the source that the page's first lines name without a label:
// in front of a day with its time (公文搜 2021-07-27 17:26:59), or in words
// (来自江津区经济信息委消息).
func stampSource(page string) string {
	for i, line := range strings.SplitN(page, "\n", top+1) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "来自"); ok && strings.HasSuffix(name, "消息") && len(name) < 60 {
			return strings.TrimSuffix(name, "消息")
		}
		if _, n := date(line); n > 0 && len(line[n:]) > len(strings.TrimLeft(line[n:], " \u3000\u00a0")) { // 2025-01-04　某某融媒　阅读：1862
			word := strings.FieldsFunc(line[n:]+" -", func(r rune) bool { return strings.ContainsRune(" \u3000\u00a0", r) })[0]
			if !clean.IsFields(word) && word[0] >= 0xE0 && utf8.RuneCountInString(word) <= longest && !strings.ContainsAny(word, "：:。，") {
				return word
			}
		}
		word, rest, ok := strings.Cut(line, " ")
		if i == top || !ok || len(word) > 30 || len(line) > 200 {
			continue
		}
		if _, n := date(rest); n > 0 && len(rest) > n+5 && rest[n+3] == ':' && word[0] >= 0xE0 {
			return word
		}
	}
	return ""
}

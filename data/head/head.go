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
	"unicode/utf8"

	"qubi/data/clean"
	"qubi/data/lexicon"
	"qubi/model"
)

// Read reads the head of a report from its clean text and its whole page.
func Read(text, page string) model.Head { return ReadGiven(text, page, model.Head{}) }

// ReadGiven is Read for a report of which some is known from elsewhere: what is
// given stands, and what is read agrees with it.
func ReadGiven(text, page string, given model.Head) model.Head {
	page = narrowed(page)
	h := model.Head{Title: title(text, page)}
	text = narrowed(text)
	text, page = inDigits(text), inDigits(page)
	if h.Title == "" {
		h.Title = collected(page)
	}
	readFields(&h, page)
	if given.Title != "" {
		h.Title = given.Title
	}
	h.District, h.City, h.Province = place(given, h.Title, text, page)
	h.Level = levelOf(h.District)
	if h.Published.IsZero() {
		h.Published = stamp(page)
	}
	if h.Source == "" {
		h.Source = stampSource(page)
	}
	over(&h, given)
	h.Event = event(text, h.Published)
	if h.Covers = covers(text, h.Date()); h.Covers.IsZero() {
		h.Covers = opening(text, h.Date())
	}
	if h.Covers.IsZero() {
		h.Covers = titled(h.Title, h.Date())
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

// narrowed writes full-width digits, and the brackets of a label, as fields have
// them: ２０２１年, 【发布日期】2022年2月1日.
func narrowed(s string) string { return withNarrow(s, wide) }

// wide are the characters that narrowed replaces, wideDigits the digits among them.
var (
	wide       = lexicon.SetOf("０１２３４５６７８９【】")
	wideDigits = lexicon.SetOf("０１２３４５６７８９")
)

// withNarrow writes the wide characters of a set as fields have them.
func withNarrow(s string, which *lexicon.RuneSet) string {
	at := which.Index(s)
	if at < 0 {
		return s // as most are
	}
	var b strings.Builder
	b.Grow(len(s))
	for ; at >= 0; at = which.Index(s) {
		b.WriteString(s[:at])
		r, n := lexicon.RuneAt(s, at, len(s))
		switch s = s[at+n:]; r {
		case '【':
			b.WriteByte(' ')
		case '】':
			b.WriteString(": ")
		default:
			b.WriteByte(byte(r - '０' + '0'))
		}
	}
	b.WriteString(s)
	return b.String()
}

// top is how many lines of a page may belong to its head.
const top = 16

// readFields reads the fields in the page's short lines.
func readFields(h *model.Head, page string) {
	best := len(words()["published"])
	for line := range strings.Lines(strings.ReplaceAll(page, "•", " ")) { // • 来源: 某县发改委 • 字体
		if len(line) > 400 || !clean.IsFields(strings.TrimSpace(line)) {
			continue
		}
		for _, f := range fields(line) {
			readNames(h, f)
			if rank := index(words()["published"], f.label); rank >= 0 && rank < best {
				day, n := date(f.value)
				if n == 0 {
					day = compact(f.value)
				}
				if !day.IsZero() {
					h.Published, best = day, rank
				}
			}
		}
	}
}

// readNames takes in a field that tells the title, the source or the author.
func readNames(h *model.Head, f field) {
	if title := trimTitle(f.value); has(words()["title"], f.label) && titleLike(title) {
		h.Title = title
	}
	if h.Source == "" && has(words()["source"], f.label) && f.value != "本站原创" {
		h.Source = beforeAuthor(beforeDay(f.value))
	}
	if h.Author == "" && has(words()["author"], f.label) {
		h.Author = beforeDay(f.value)
	}
}

// beforeDay is a field's value without a day behind it that has no label.
func beforeDay(value string) string {
	if _, at, n := firstDay(value); n > 0 && at > 0 {
		return strings.TrimRight(value[:at], blanks+"|[(（【")
	}
	return value
}

// beforeAuthor is what stands before those who wrote: 某区发布 记者 张三.
func beforeAuthor(value string) string {
	for _, w := range words()["author"] {
		if at := strings.Index(value, w); at > 0 && strings.TrimRight(value[:at], blanks) != value[:at] {
			value = strings.TrimRight(value[:at], blanks)
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
			all[n-1].value = strings.Trim(line[valueFrom:at], blanks+"\t\r\n|¦[]【】()（）")
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

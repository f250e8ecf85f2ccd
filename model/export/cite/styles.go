package cite

import (
	"strings"
	"time"

	"qubi/model"
	"qubi/model/legible"
)

// gb7714 is GB/T 7714-2015: 主要责任者. 题名[文献类型标识]. 报纸名, 出版日期. A page
// has its day in brackets; the day of the visit and the address are for who
// visited it to add.
func (s Source) gb7714() string {
	title := s.Title + map[Kind]string{Newspaper: "[N]", Page: "[EB/OL]", Paper: "[R]", Document: "[Z]"}[s.Kind]
	who, publisher := s.responsible(3, ", ", ", 等")
	date := "[日期不详]"
	if !s.Date.IsZero() {
		date = s.Date.Format(time.DateOnly)
		if s.Kind == Page {
			date = "(" + date + ")"
		}
	}
	switch {
	case publisher == "":
		return sentences(who, title, date)
	case s.Kind == Page && !s.Date.IsZero():
		publisher += ", " + s.Date.Format("2006") + date
	default:
		publisher += ", " + date
	}
	return sentences(who, title, publisher)
}

// apa is the seventh edition's; titles stay in the language of the source.
func (s Source) apa() string {
	date := "n.d."
	if !s.Date.IsZero() {
		date = s.Date.Format("2006, January 2")
	}
	who, publisher := s.responsible(20, ", ", ", ...")
	if who == "" {
		return sentences(s.Title, "("+date+")", publisher)
	}
	return sentences(who, "("+date+")", s.Title, publisher)
}

// responsible is who answers for the text, at most some names of them, and what
// published it: of a page without an author it is the site or office.
func (s Source) responsible(most int, sep, more string) (who, publisher string) {
	if len(s.Authors) == 0 {
		if s.Kind == Newspaper {
			return "", s.Publisher
		}
		return s.Publisher, ""
	}
	if len(s.Authors) > most {
		return strings.Join(s.Authors[:most], sep) + more, s.Publisher
	}
	return strings.Join(s.Authors, sep), s.Publisher
}

// sentences are the parts that there are, a full stop behind each.
func sentences(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p = strings.TrimRight(oneLine(p), ". "); p != "" {
			some = append(some, p+".")
		}
	}
	return strings.Join(some, " ")
}

// bibtex is an entry; texts are in braces, so that BibTeX changes no letter.
func (s Source) bibtex() string {
	entry, publisher := "misc", "howpublished"
	switch s.Kind {
	case Newspaper:
		entry, publisher = "article", "journal"
	case Paper:
		entry, publisher = "techreport", "institution"
	}
	var b strings.Builder
	b.WriteString("@" + entry + "{" + s.Key)
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = {" + texed(value) + "}")
		}
	}
	if len(s.Authors) > 0 {
		names := model.Map(s.Authors, func(a string) string { return "{" + texed(a) + "}" })
		b.WriteString(",\n  author = {" + strings.Join(names, " and ") + "}")
	}
	field("title", s.Title)
	field(publisher, s.Publisher)
	if !s.Date.IsZero() {
		field("year", s.Date.Format("2006"))
		b.WriteString(",\n  month = " + strings.ToLower(s.Date.Format("Jan")))
		field("day", s.Date.Format("2"))
		field("date", s.Date.Format(time.DateOnly))
	}
	field("langid", "chinese")
	field("note", s.File)
	return b.String() + "\n}"
}

// texed is a text as TeX shows it.
func texed(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`, "_", `\_`,
		"^", `\textasciicircum{}`, "~", `\textasciitilde{}`).Replace(oneLine(s))
}

// cslItem is an item as citation programs (Zotero, pandoc) read it.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Language  string    `json:"language"`
	Note      string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [1][3]int `json:"date-parts"`
}

// csl is the item on one line.
func (s Source) csl() string {
	item := cslItem{ID: s.Key, Title: oneLine(s.Title), Language: "zh-CN", Note: oneLine(s.File),
		Type: map[Kind]string{Newspaper: "article-newspaper", Page: "webpage", Paper: "report", Document: "document"}[s.Kind]}
	for _, a := range s.Authors {
		item.Author = append(item.Author, cslName{oneLine(a)})
	}
	switch s.Kind {
	case Newspaper, Page:
		item.Container = oneLine(s.Publisher)
	default:
		item.Publisher = oneLine(s.Publisher)
	}
	if !s.Date.IsZero() {
		item.Issued = &cslDate{[1][3]int{{s.Date.Year(), int(s.Date.Month()), s.Date.Day()}}}
	}
	raw, err := model.JSON(item)
	if err != nil { // texts and numbers always encode
		panic(err)
	}
	return string(raw)
}

// oneLine is a text without line ends and what is no character to see.
func oneLine(s string) string { return strings.Join(strings.Fields(legible.Line(s)), " ") }

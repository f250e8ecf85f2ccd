// Package cite writes what a report is cited by: GB/T 7714-2015, APA (seventh
// edition), BibTeX and CSL-JSON. It says only what the report's page says: what
// is not stated is left out, or said to be unknown where a style wants it.
//
//	source := cite.Of(report)
//	source.Text(cite.GB7714) // 济南日报. 品质市中 奋楫扬帆逐浪高[N]. 济南日报, 2021-01-11.
package cite

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"qubi/model"
	"qubi/model/query"
)

// Style is a style of citing.
type Style string

// The styles, by the names that settings and the command line know them by.
const (
	Plain   Style = "plain" // district, title, source, date and place in the file
	GB7714  Style = "gb7714"
	APA     Style = "apa"
	BibTeX  Style = "bibtex"
	CSLJSON Style = "csl"
)

// Styles are all styles.
func Styles() []Style { return []Style{Plain, GB7714, APA, BibTeX, CSLJSON} }

// Kind is what a report was published as.
type Kind string

// The kinds; a report of which nothing else is known is a page of a site.
const (
	Newspaper Kind = "newspaper"
	Page      Kind = "page"
	Paper     Kind = "report"   // a report of work, a bulletin
	Document  Kind = "document" // a plan, an opinion, a notice
)

// Source is what is cited: a report with what its page says of it.
type Source struct {
	Key       string // for BibTeX and CSL-JSON: jiyangqu20200514
	Kind      Kind
	Authors   []string
	Title     string
	Publisher string    // newspaper, site or office
	Date      time.Time // of publication; zero when unknown
	File      string
}

// Of is the report as a source.
func Of(r *model.Report) Source {
	h := r.Head
	s := Source{Kind: kindOf(h), Authors: authors(h.Author), Title: strings.TrimSpace(h.Title), Publisher: strings.TrimSpace(h.Source), Date: h.Published, File: r.File}
	if s.Title == "" {
		s.Title = r.File
	}
	s.Key = key(r)
	return s
}

// All are the reports as sources, each under a key of its own.
func All(reports []*model.Report) []Source {
	taken := map[string]int{}
	all := make([]Source, len(reports))
	for i, r := range reports {
		s := Of(r)
		taken[s.Key]++
		if n := taken[s.Key]; n > 1 {
			s.Key += "-" + strconv.Itoa(n)
		}
		all[i] = s
	}
	return all
}

// Text is the citation in a style; of [Plain], which needs a place in the
// report, it is GB/T 7714.
func (s Source) Text(style Style) string {
	switch style {
	case APA:
		return s.apa()
	case BibTeX:
		return s.bibtex()
	case CSLJSON:
		return s.csl()
	}
	return s.gb7714()
}

// Quote is a sentence of the source with what cites it: behind it in brackets, or,
// for programs that keep the citations apart, a mark in it and the entry below.
func (s Source) Quote(sentence string, style Style) string {
	sentence = oneLine(strings.TrimSpace(sentence))
	switch style {
	case BibTeX:
		return sentence + ` \cite{` + s.Key + "}\n\n" + s.Text(style) + "\n"
	case CSLJSON:
		return sentence + " [@" + s.Key + "]\n\n" + s.Text(style) + "\n"
	case APA:
		return sentence + " (" + strings.TrimSuffix(s.Text(style), ".") + ")"
	}
	return sentence + "（" + strings.TrimSuffix(s.Text(GB7714), ".") + "）"
}

//go:embed kinds.tsv
var kindsFile string

// rule says by a word of the title, or the end of the source, what a report is.
type rule struct {
	ofSource bool
	word     string
	kind     Kind
}

var rules = sync.OnceValue(func() []rule {
	return model.Map(model.WordCells(kindsFile), func(c []string) rule { return rule{c[0] == "source", c[1], Kind(c[2])} })
})

// kindOf is what the report was published as.
func kindOf(h model.Head) Kind {
	for _, r := range rules() {
		if r.ofSource && strings.HasSuffix(h.Source, r.word) || !r.ofSource && strings.Contains(h.Title, r.word) {
			return r.kind
		}
	}
	return Page
}

// authors are the names of a line of authors: 张三、李四; a name of the western
// kind keeps its blanks.
func authors(line string) (all []string) {
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune("、,，;；/\t　", r) }) {
		part = strings.TrimSpace(part)
		if words := strings.Fields(part); len(words) > 1 && part[0] >= 0x80 {
			all = append(all, words...)
		} else if part != "" {
			all = append(all, part)
		}
	}
	return all
}

// key is a name for the source of letters, digits and dashes: how its district
// sounds, and its day.
func key(r *model.Report) string {
	var b strings.Builder
	of := r.Head.District
	if of == "" {
		of = strings.TrimSuffix(r.File, ".txt")
	}
	for _, c := range query.Sound(of) {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b.WriteRune(c)
		}
	}
	if b.Len() == 0 {
		b.WriteString("report")
	}
	if !r.Head.Published.IsZero() {
		b.WriteString(r.Head.Published.Format("20060102"))
	}
	return b.String()
}

// Package clean makes a page's text what the original article must have read:
// mirror damage undone, mark-up and page furniture gone, lines that a fixed
// width broke joined, blanks in order, paragraphs one a line. Nothing else is
// altered: no word, no number, no punctuation, no full-width digit.
//
//	发布日期:2021-01-11\n\n  全区 签约项目 21 个。\n相关推荐
//	-> 全区 签约项目21个。
//
// Cleaning is a list of passes. A pass reads the text and says which edits it
// wants; Text makes them and keeps the way back, so that every offset of the
// clean text leads to the page as it was. What a pass removes or joins is
// decided by rules in this package and words in lexicon/furniture.txt.
//
// Cleaning a clean text changes nothing, and repairs are only sought on pages
// that show the mirror's marks (package mirror).
package clean

import (
	"slices"
	"strings"

	"qubi/data/clean/mirror"
	"qubi/data/clean/piece"
	"qubi/data/clean/script"
	"qubi/model"
)

// Result is a cleaned text and what became of the page.
type Result struct {
	Text       string
	Paragraphs []model.Span   // in order, without the line ends
	Offsets    model.Offsets  // from Text to the page's text
	Repairs    []model.Repair // in order of the text; only damage, not routine clean-up
	Page       string         // the whole page repaired, furniture still in it: what tells of the head
}

// pass looks at a text and its lines and lists the edits it wants, in rising order.
type pass func(text string, lines lines) []piece.Edit

// passes are run in this order, again and again until none wants an edit: taking
// out one thing may lay bare another.
var passes = []pass{markup, flowed, unwrap, pages, furniture, blanks, mend}

// rounds bounds the repetition against texts made to need many.
const rounds = 16

// Text cleans the text of a page.
func Text(page string) Result {
	p := piece.Piece{Text: page}
	var repairs []mirror.Repair
	if m, ok := mirror.Find(page); ok {
		var edits []piece.Edit
		edits, repairs = m.Restore()
		p = p.Apply(edits)
		p = p.Apply(script.Simplify(p.Text))
	}
	p = p.Apply(script.Radicals(p.Text))
	p = p.Apply(zeros(p.Text))
	p = p.Apply(markup(p.Text, lines{}))
	p = p.Apply(labels(p.Text))
	p = p.Apply(entries(p.Text))
	p = p.Apply(sameBelow(p.Text))
	whole := p.Text
	lines := linesOf(whole, lines{})
	for turn, idle := 0, 0; turn < rounds*len(passes) && idle < len(passes); turn++ {
		before := p.Text
		if p = p.Apply(passes[turn%len(passes)](before, lines)); p.Text == before {
			idle++
		} else {
			idle, lines = 0, linesOf(p.Text, lines)
		}
	}
	offsets := slices.Clone(p.From) // the passes left room for more
	r := Result{Text: p.Text, Paragraphs: paragraphs(p.Text), Offsets: offsets, Page: whole}
	r.Repairs = place(repairs, page, p.From)
	return r
}

// paragraphs are the lines of a clean text.
func paragraphs(text string) []model.Span {
	all := make([]model.Span, 0, 1+strings.Count(text, "\n"))
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		all = append(all, model.Span{Start: start, End: end})
		start = end + 1
	}
	return all
}

package project

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/model"
)

// surroundings is how many characters before and after a quote are kept.
const surroundings = 24

// Anchor is a passage of a report, known by what it says and by what stands
// around it, so that it is found again when the report was edited, renamed or
// cleaned in another way.
type Anchor struct {
	District string `json:"district,omitempty"`
	Report   string `json:"report,omitempty"` // file name
	Text     string `json:"text,omitempty"`   // hash of the text that Start and End are in
	Start    int    `json:"start"`            // byte offsets in that text
	End      int    `json:"end"`
	Quote    string `json:"quote,omitempty"`
	Before   string `json:"before,omitempty"`
	After    string `json:"after,omitempty"`
}

// IsZero reports whether the anchor is of no passage.
func (a Anchor) IsZero() bool { return a == Anchor{} }

// AnchorAt is the anchor of a passage of the report.
func AnchorAt(r *model.Report, s model.Span) Anchor {
	return Anchor{
		District: r.Head.District, Report: r.File, Text: r.TextSum(), Start: s.Start, End: s.End,
		Quote: r.Quote(s), Before: lastRunes(r.Text[:s.Start], surroundings), After: firstRunes(r.Text[s.End:], surroundings),
	}
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// finder finds passages among reports.
type finder struct {
	reports []*model.Report
	bySum   func() map[string]*model.Report // made at first need, as most projects are empty
	plain   map[*model.Report]plain         // made at first need
}

func newFinder(reports []*model.Report) *finder {
	return &finder{reports: reports, plain: map[*model.Report]plain{}, bySum: sync.OnceValue(func() map[string]*model.Report {
		sums := map[string]*model.Report{}
		for _, r := range slices.Backward(reports) {
			sums[r.TextSum()] = r // the first of several counts
		}
		return sums
	})}
}

// find is the passage's place: in the same text, else in the one report where
// its quote stands in the same surroundings. Of the reports, those go first
// that are most likely the same one: of the same district and file name, then
// of the district, then of the file name, then others that may be. Which of several
// places is meant is never guessed.
func (f *finder) find(a Anchor, others ...func(*model.Report) bool) (*model.Report, model.Span, bool) {
	if r := f.bySum()[a.Text]; r != nil && 0 <= a.Start && a.Start <= a.End && a.End <= len(r.Text) && r.Text[a.Start:a.End] == a.Quote {
		return r, model.Span{Start: a.Start, End: a.End}, true
	}
	for _, likely := range append([]func(*model.Report) bool{
		func(r *model.Report) bool { return r.Head.District == a.District && r.File == a.Report },
		func(r *model.Report) bool { return r.Head.District == a.District && a.District != "" },
		func(r *model.Report) bool { return r.File == a.Report },
	}, others...) {
		var in *model.Report
		var at model.Span
		found := 0
		for _, r := range f.reports {
			if !likely(r) {
				continue
			}
			if s, ok := f.inReport(r, a); ok {
				in, at = r, s
				found++
			}
		}
		if found > 0 {
			return in, at, found == 1
		}
	}
	return nil, model.Span{}, false
}

// open reports whether the anchor's report is among those open.
func (f *finder) open(a Anchor) bool {
	return f.bySum()[a.Text] != nil ||
		slices.ContainsFunc(f.reports, func(r *model.Report) bool { return r.File == a.Report && r.Head.District == a.District })
}

// enough is how many characters, of the quote or of what stands around it, tell
// a passage from a chance likeness.
const enough = 4

// inReport is the one place of the report that the quote and its surroundings
// fit best.
func (f *finder) inReport(r *model.Report, a Anchor) (model.Span, bool) {
	if a.Quote == "" { // the report as a whole
		return model.Span{}, a.Text == ""
	}
	text, ok := f.plain[r]
	if !ok {
		text = newPlain(r.Text)
		f.plain[r] = text
	}
	quote, before, after := newPlain(a.Quote).text, newPlain(a.Before).text, newPlain(a.After).text
	if quote == "" {
		return model.Span{}, false
	}
	best, second, at := -1, -1, 0
	for from := 0; ; {
		i := strings.Index(text.text[from:], quote)
		if i < 0 {
			break
		}
		i += from
		from = i + 1
		n := commonEnd(text.text[:i], before) + commonStart(text.text[i+len(quote):], after)
		switch {
		case n > best:
			best, second, at = n, best, i
		case n > second:
			second = n
		}
	}
	if best < 0 || best == second || best < enough && utf8.RuneCountInString(quote) < enough {
		return model.Span{}, false
	}
	return text.span(at, at+len(quote)), true
}

// plain is a text as it is looked for: folded, and without blanks and line ends,
// which cleaning may set in other places.
type plain struct {
	text string
	at   []int32 // for each byte of text, where its character begins in the original
	from string  // the original
}

func newPlain(s string) plain {
	folded := model.Fold(s)
	p := plain{at: make([]int32, 0, len(folded)), from: s}
	var b strings.Builder
	b.Grow(len(folded))
	at := 0
	for _, r := range folded {
		_, size := utf8.DecodeRuneInString(s[at:]) // folding makes one character of one
		if r != ' ' && r != '\n' && r != '\t' && r != '\r' {
			b.WriteRune(r)
			for len(p.at) < b.Len() {
				p.at = append(p.at, int32(at))
			}
		}
		at += size
	}
	p.text = b.String()
	return p
}

// span leads a run of the plain text back to the original.
func (p plain) span(start, end int) model.Span {
	last := int(p.at[end-1])
	_, size := utf8.DecodeRuneInString(p.from[last:])
	return model.Span{Start: int(p.at[start]), End: last + size}
}

func commonStart(a, b string) (n int) {
	for a != "" && b != "" {
		x, i := utf8.DecodeRuneInString(a)
		y, j := utf8.DecodeRuneInString(b)
		if x != y {
			break
		}
		a, b = a[i:], b[j:]
		n++
	}
	return n
}

func commonEnd(a, b string) (n int) {
	for a != "" && b != "" {
		x, i := utf8.DecodeLastRuneInString(a)
		y, j := utf8.DecodeLastRuneInString(b)
		if x != y {
			break
		}
		a, b = a[:len(a)-i], b[:len(b)-j]
		n++
	}
	return n
}

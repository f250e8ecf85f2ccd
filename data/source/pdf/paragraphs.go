package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"qubi/data/source/page"
)

// joiner joins lines to paragraphs across columns and pages.
type joiner struct {
	out  *page.Writer
	text strings.Builder // of the paragraph being joined
	last *line           // written, nil at the start
	was  block           // of the last line

	cells int // of its row

	gutter float64 // of the page before, 0 for none
}

// block is what the lines of one column share.
type block struct {
	left, right float64 // edges: where most lines begin, and where full ones end
	first       float64 // where the first of them begins, from the left
	size        float64 // of most characters
}

func blockOf(lines []line) block {
	var begins []float64
	var total float64
	for _, l := range lines {
		begins, total = append(begins, l.x0), total+l.x1-l.x0
	}
	slices.Sort(begins)
	lines = slices.SortedFunc(slices.Values(lines), func(a, b line) int { return cmp.Compare(b.x1, a.x1) })
	right, beyond := lines[0].x1, 0. // what lies beyond is a tenth of all: the cells of a table count for little
	for _, l := range lines {
		if beyond += l.x1 - l.x0; beyond > total/10 {
			right = l.x1
			break
		}
	}
	return block{usual(begins), right, begins[0], usualSize(lines)}
}

// usualSize is the size of most characters.
func usualSize(lines []line) (usual float64) {
	room := map[float64]float64{}
	for _, l := range lines {
		room[l.size] += l.x1 - l.x0
	}
	for _, l := range lines {
		if room[l.size] > room[usual] {
			usual = l.size
		}
	}
	return usual
}

// usual is where the most of sorted numbers lie close together.
func usual(sorted []float64) float64 {
	best, most := sorted[0], 0
	for i, j := 0, 0; i < len(sorted); i++ {
		for j = max(j, i); j < len(sorted) && sorted[j]-sorted[i] < 3; j++ {
		}
		if j-i > most {
			best, most = sorted[i], j-i
		}
	}
	return best
}

// page joins the lines of the next page.
func (j *joiner) page(lines []line) {
	fresh := true
	blocks, at := columns(lines, j.gutter)
	j.gutter = at
	for _, lines := range blocks {
		if len(lines) == 0 {
			continue
		}
		lines = wrapped(lines)
		now := blockOf(lines)
		cells := rowSizes(lines)
		for i := range lines {
			l, before := &lines[i], (*line)(nil)
			if i > 0 {
				before = &lines[i-1]
			}
			switch {
			case l.table != nil:
				j.end()
			case before != nil && besides(*before, *l):
				j.text.WriteByte('\t') // the next cell of a row
			case cells[i] < tableRow && j.cells < tableRow && j.goesOn(l, before, now):
				j.blank(l.text)
			default:
				j.end()
			}
			if fresh {
				j.sheet()
				fresh = false
			}
			if l.table != nil {
				j.out.Table(l.table)
				j.last = nil
				continue
			}
			j.text.WriteString(strings.TrimSpace(l.text))
			j.last, j.was, j.cells = l, now, cells[i]
		}
	}
	if fresh {
		j.sheet() // a page without text
	}
}

// goesOn reports whether the paragraph goes on in line l: the line before it was
// full, and l is neither indented nor in another size.
func (j *joiner) goesOn(l, before *line, now block) bool {
	last := j.last
	switch {
	case last == nil:
		return false
	case before != nil && titles(last, l, now):
		return true
	case last.x1 < j.was.right-j.slack(last): // ended before the edge
		return false
	case l.x0 > now.left+1.2*l.size: // indented
		return false
	case l.x0 > now.first+1.2*l.size && endsSentence(last): // likewise, where most lines are
		return false
	case l.size > 1.15*last.size || l.size < last.size/1.15:
		return false
	case last.x0 > j.was.left+1.2*last.size && last.x1 < j.was.right-1.2*last.size: // centred
		return false
	}
	return before == nil || before.y != l.y
}

// opens is how a heading begins that is none of the title before it.
var opens = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*(?:第?[一二三四五六七八九十\d]+[章节篇部、.．]|[(（〔\[—－-])`)
})

// titles reports two lines of a title: larger than the text, around the same middle.
func titles(above, l *line, now block) bool {
	return !opens().MatchString(l.text) && above.size > 1.15*now.size && math.Abs(l.size-above.size) < .05*above.size && above.y-l.y < 2.2*l.size &&
		math.Abs(above.x0+above.x1-l.x0-l.x1) < 2*l.size
}

// slack is how far before the edge a line may end that goes on: two characters
// where a sentence ends with it, else more, as what may not be parted moves to
// the next line whole.
func (j *joiner) slack(l *line) float64 {
	if endsSentence(l) {
		return 1.9 * l.size
	}
	return max(1.9*l.size, .3*(j.was.right-j.was.left))
}

// endsSentence reports whether a sentence ends with a line.
func endsSentence(l *line) bool {
	end, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(l.text))
	return strings.ContainsRune("。；：！？”;:!?.", end)
}

// blank parts two Latin words where a line is joined.
func (j *joiner) blank(next string) {
	p, _ := utf8.DecodeLastRuneInString(j.text.String())
	q, _ := utf8.DecodeRuneInString(strings.TrimSpace(next))
	if !wide(p) && !wide(q) && unicode.IsLetter(p) && unicode.IsLetter(q) {
		j.text.WriteByte(' ')
	}
}

// sheet begins a page in what is written. Within a paragraph that goes on, the
// part on the page before is written first.
func (j *joiner) sheet() {
	j.out.Text(j.text.String())
	j.text.Reset()
	j.out.NewSheet()
}

// end ends the paragraph.
func (j *joiner) end() {
	j.out.Text(j.text.String())
	j.text.Reset()
	j.out.EndLine()
}

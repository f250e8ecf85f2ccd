package cell

import (
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
)

// How a text is wrapped, in this order:
//
//  1. UAX #14 says where a line may break (Latin words stay whole);
//  2. before “‘ and after ”’ beside Chinese it may break too, which the
//     library's Unicode version does not know yet, and before a signed number;
//  3. never before a closing mark, never after an opening one (kinsoku);
//  4. never within a number, its sign and its unit (300.5亿元, 5.2%, 1—11月);
//  5. where nothing else helps, between any two characters, keeping 3 if it
//     can and 4 if it can.

// Range is the part of a text from byte Start to byte End.
type Range struct{ Start, End int }

// Wrap breaks the text into lines of at most w cells; see [Measure.WrapSpans].
func (m Measure) Wrap(s string, w int) []string {
	ranges := m.WrapSpans(s, w)
	lines := make([]string, len(ranges))
	for i, r := range ranges {
		lines[i] = s[r.Start:r.End]
	}
	return lines
}

// WrapLine breaks the line into lines of at most w cells, each part in the
// role it had; see [Measure.WrapSpans].
func (m Measure) WrapLine(l Line, w int) []Line {
	ranges := m.WrapSpans(l.String(), w)
	lines := make([]Line, len(ranges))
	for i, r := range ranges {
		lines[i] = l.Slice(r.Start, r.End)
	}
	return lines
}

// WrapSpans says where the lines of the text lie when it is broken to at most
// w cells: by byte offsets, so that a caller can map highlights. Only line
// ends and the spaces before a break lie in no line. A "\n" always breaks; an
// empty text is one empty line. A character wider than w gets a line of its
// own, the only lines that are too wide.
func (m Measure) WrapSpans(s string, w int) []Range {
	var lines []Range
	at := 0
	for para := range strings.SplitSeq(s, "\n") {
		if m.fits(para, w) {
			lines = append(lines, Range{at, at + len(para)})
		} else {
			lines = m.wrapParagraph(lines, para, at, w)
		}
		at += len(para) + 1
	}
	return lines
}

// wrapParagraph appends the lines of a text without line ends that lies at
// byte offset at.
func (m Measure) wrapParagraph(lines []Range, s string, at, w int) []Range {
	grades := gradeBreaks(s, m)
	for start := 0; start < len(s); {
		end := m.lineEnd(s, grades, start, w)
		text := strings.TrimRight(s[start:end], " ")
		lines = append(lines, Range{at + start, at + start + len(text)})
		start = end
	}
	return lines
}

// lineEnd is where the line that starts at start ends: the last of the best
// breaks that its cells reach.
func (m Measure) lineEnd(s string, grades []grade, start, w int) int {
	var last [good + 1]int // the last break of each grade
	cells := 0
	for i, r := range s[start:] {
		i += start
		if i > start && grades[i] > never {
			last[grades[i]] = i
		}
		if r == ' ' {
			cells++ // hangs over the edge when nothing follows
			continue
		}
		if cells += m.Rune(r); cells > w && i > start && grades[i] > never {
			for g := good; g > never; g-- {
				if last[g] > start {
					return last[g]
				}
			}
		}
	}
	return len(s)
}

// Adopt makes the libraries that widgets measure with agree with the measure.
// go-runewidth has read the locale at start-up and uniseg knows nothing; their
// package variables are the only way in. This is the one place in the program
// that changes another package's state; call it before anything is drawn, from
// the goroutine that draws.
func Adopt(m Measure) {
	wide := m.Ambiguous == 2
	runewidth.EastAsianWidth = wide
	runewidth.DefaultCondition.EastAsianWidth = wide
	uniseg.EastAsianAmbiguousWidth = max(m.Ambiguous, 1)
}

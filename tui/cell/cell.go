// Package cell lays text out in terminal cells: it measures, cuts, fits, wraps
// and cleans text. It is the only place that measures; everything above asks
// it, so that no two parts of a frame can disagree.
//
// Text is UTF-8 that went through [Clean], without escape sequences. The width
// of a text is the sum of the widths of its runes: that is what terminals do,
// where libraries that measure whole grapheme clusters differ from them.
//
//	m := cell.Measure{Ambiguous: 1}
//	m.Width("规上“四上”企业")          // 14; with Ambiguous: 2 it is 16
//	m.Truncate("工业增加值", 9)       // "工业增加…"
//	m.Wrap("增长8.6%。", 8)            // "增长", "8.6%。"
//
// Nothing here looks at the locale or the environment: how wide a terminal
// draws ambiguous characters is measured by package screen.
package cell

import (
	"sync"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// Measure knows how wide this terminal draws a character. The zero value is
// right for most terminals. Measures are comparable: text laid out by one has
// to be laid out again when the measure differs.
type Measure struct {
	// Ambiguous is the number of cells, 1 or 2, that East Asian Ambiguous
	// characters take (UAX #11: “ ” — … · × ±); zero counts as 1.
	Ambiguous int
	// ASCII keeps the mark of an omission to ASCII. It changes nothing in how text
	// is measured.
	ASCII bool
}

// Rune is the number of cells a rune takes: 0, 1 or 2.
func (m Measure) Rune(r rune) int {
	switch {
	case r < ' ':
		return 0
	case r < 0x7f:
		return 1
	case 0x3250 <= r && r <= 0xa48c, 0x20000 <= r && r <= 0x2fffd: // Han, most of what is ever measured, and units (㎡)
		return 2
	case 0x3000 <= r && r < 0x302a, 0xff01 <= r && r <= 0xff60: // its punctuation
		return 2
	}
	if w := markWidth(r); w > 0 {
		return min(w, max(m.Ambiguous, 1))
	}
	return m.slowRune(r)
}

// The characters that every frame has beside letters: quotes, dashes, borders, shapes.
const firstMark, lastMark = 0x2010, 0x27bf

// marks are their cells on a terminal that draws ambiguous ones wide, 0 for those that
// go-runewidth is to be asked for: that makes two megabytes of tables for the first.
var marks = sync.OnceValue(func() *[lastMark - firstMark + 1]uint8 {
	var all [lastMark - firstMark + 1]uint8
	for i := range all {
		switch r := rune(firstMark + i); {
		case !unicode.IsGraphic(r) || unicode.IsMark(r):
		case runewidth.IsAmbiguousWidth(r):
			all[i] = 2
		case runewidth.IsNeutralWidth(r):
			all[i] = 1
		}
	}
	return &all
})

// markWidth is the cells of a rune as marks has it, 0 too for all others.
func markWidth(r rune) int {
	if r < firstMark || r > lastMark {
		return 0
	}
	return int(marks()[r-firstMark])
}

// slowRune is Rune without its short cuts. go-runewidth calls the ambiguous
// letters of pinyin and of European languages (ā é ü) narrow everywhere;
// terminals that draw ambiguous characters wide do not make that exception.
func (m Measure) slowRune(r rune) int {
	wide := m.Ambiguous == 2
	c := runewidth.Condition{EastAsianWidth: wide, StrictEmojiNeutral: true}
	w := c.RuneWidth(r)
	if wide && w == 1 && runewidth.IsAmbiguousWidth(r) {
		return 2
	}
	return w
}

// Width is the number of cells the text takes.
func (m Measure) Width(s string) int {
	w := 0
	for _, r := range s {
		w += m.Rune(r)
	}
	return w
}

// WidthLine is the number of cells the line takes.
func (m Measure) WidthLine(l Line) int {
	w := 0
	for _, s := range l {
		w += m.Width(s.Text)
	}
	return w
}

// Certain reports whether every terminal draws the rune equally wide. It is
// false for ambiguous characters, for emoji, for whatever newer versions of
// Unicode brought: after those a cursor may stand elsewhere than measured.
func Certain(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= ' '
	case 0x3400 <= r && r <= 0x9fff: // Han, but for the hexagrams
		return r < 0x4dc0 || r >= 0x4e00
	case 0x3000 <= r && r <= 0x30ff: // CJK punctuation, kana
		return true
	case 0xff01 <= r && r <= 0xff60: // full-width ASCII
		return true
	case 0xac00 <= r && r <= 0xd7a3, 0xf900 <= r && r <= 0xfa6d:
		return true
	}
	return false
}

// Package cell lays text out in terminal cells. It is the only place that
// measures; everything above asks it.
package cell

import "github.com/mattn/go-runewidth"

// Measure knows how wide this terminal draws a character. Ambiguous is the
// number of cells, 1 or 2, that East Asian Ambiguous characters take
// (UAX #11); zero counts as 1.
type Measure struct{ Ambiguous int }

// Rune is the number of cells a rune takes: 0, 1 or 2.
func (m Measure) Rune(r rune) int {
	c := runewidth.Condition{EastAsianWidth: m.Ambiguous == 2}
	return c.RuneWidth(r)
}

// Width is the number of cells the text takes.
func (m Measure) Width(s string) int {
	w := 0
	for _, r := range s {
		w += m.Rune(r)
	}
	return w
}

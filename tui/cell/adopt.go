package cell

import (
	"github.com/mattn/go-runewidth"
	"github.com/rivo/uniseg"
)

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

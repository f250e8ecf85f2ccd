package tables

import (
	"testing"
	"unicode"

	"golang.org/x/text/width"
)

// Whatever has a narrow form is made narrow, and all else stays.
func TestFolded(t *testing.T) {
	for r := range unicode.MaxRune {
		if s := string(r); folded(s) != width.Fold.String(s) {
			t.Fatalf("%U: %q", r, folded(s))
		}
	}
}

package export

import (
	"regexp"
	"strings"
	"sync"
)

// plain is a number as a spreadsheet reads it, with a sign or a per cent sign: it
// begins like a formula but calls nothing, and a reader wants it as it is.
// +20个百分点 is none: a spreadsheet adds up what it cannot, and shows an error.
var plain = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[+-][0-9]+(\.[0-9]+)?%?$`) })

// formula are the characters, and their full-width twins, by which a spreadsheet
// takes a cell for a formula or a command.
const formula = "=+-@＝＋－＠"

// harmless puts an apostrophe before a text that a spreadsheet would run as a
// formula, also behind blanks, which some take off first.
func harmless(s string) string {
	if plain().MatchString(s) {
		return s
	}
	bare := strings.TrimSpace(s)
	if bare != "" && strings.ContainsRune(formula, []rune(bare)[0]) || strings.ContainsAny(s[:min(1, len(s))], "\t\r\n") {
		return "'" + s
	}
	return s
}

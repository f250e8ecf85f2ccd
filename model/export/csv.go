package export

import (
	"encoding/csv"
	"regexp"
	"strings"
	"sync"
)

// writeCSV writes UTF-8 with a byte order mark, without which spreadsheets take
// Chinese for their own code page. Line ends stay \n: every reader takes them,
// and two exports can be compared by line.
func writeCSV(o *out, v View) error {
	o.put("\uFEFF")
	w := csv.NewWriter(o)
	for cells := range v.sheet().lines(v) {
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// writeTSV writes the same cells parted by tabs, a row a line, nothing quoted:
// tabs and line ends within a cell become blanks.
func writeTSV(o *out, v View) error {
	for cells := range v.sheet().lines(v) {
		for i, c := range cells {
			if i > 0 {
				o.put("\t")
			}
			o.put(harmless(oneLine(c)))
		}
		o.put("\n")
		if o.err != nil {
			break
		}
	}
	return o.err
}

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

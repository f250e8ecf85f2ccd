package extract

import (
	"strings"

	"qubi/model/lang"
)

// readLexicon calls add with the fields of every line of a lexicon: fields
// separated by tabs, blank lines and lines beginning with # are passed over.
// An error of add is returned with the number of its line.
func readLexicon(file string, add func(fields []string) error) error {
	n := 0
	for line := range strings.Lines(file) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := add(strings.Split(line, "\t")); err != nil {
			return lang.Say("wrong.line", n, err)
		}
	}
	return nil
}

package extract

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// readLexicon calls add with the fields of every line of a lexicon: fields
// separated by tabs, blank lines and lines beginning with # are passed over.
// An error of add is returned with the number of its line.
func readLexicon(r io.Reader, add func(fields []string) error) error {
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if err := add(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}

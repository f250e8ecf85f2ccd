package lexicon

import "strings"

// Blocks reads a small lexicon of an embedded file: [name] begins a block, # a
// comment, and words are parted by blanks. A block told in two places panics with the
// file's name: it is our own, and every test of its package reads it.
func Blocks(file, text string) map[string][]string {
	all := map[string][]string{}
	block := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			if block = strings.Trim(line, "[]"); all[block] != nil {
				panic(file + ": block told twice: " + block)
			}
		default:
			all[block] = append(all[block], strings.Fields(line)...)
		}
	}
	return all
}

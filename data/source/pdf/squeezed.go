package pdf

import (
	"regexp"
	"sync"
)

// beside is a number with another close behind it, as of two columns: 312.5 352.8.
var beside = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\d\.\d+ +[-−－]?\d`) })

// fewSqueezed is how many lines with numbers so close tell of a table.
const fewSqueezed = 3

// squeezed counts the lines in which columns of numbers stand so close that nobody can part
// them from the characters alone; 0 where there are few, which may be anything.
func squeezed(pages [][]line) (n int) {
	for _, lines := range pages {
		for _, l := range lines {
			if beside().MatchString(l.text) {
				n++
			}
		}
	}
	if n < fewSqueezed {
		return 0
	}
	return n
}

package tables

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked for:
// most runs read no table anew.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

package compare

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"qubi/model"
)

//go:embed lexicon/generic.txt
var genericFile string

// genericNames are the names in the file, folded.
var genericNames = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, w := range slices.Concat(model.WordLines(model.Fold(genericFile))...) {
		all[w] = true
	}
	return all
})

// generic reports whether a folded name says only what sort of place it is, with
// a number or the word for the district itself before it, or the word for works
// behind it.
func generic(key string) bool {
	key = strings.TrimLeft(key, "第0123456789一二三四五六七八九十新建扩改")
	for _, own := range []string{"区", "县", "市", "城区"} {
		if short, ok := strings.CutPrefix(key, own); ok {
			key = short
			break
		}
	}
	for _, works := range []string{"项目", "工程", "建设"} {
		key = strings.TrimSuffix(key, works)
	}
	return genericNames()[key]
}

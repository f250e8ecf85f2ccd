package tables

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"qubi/data/lexicon"
)

//go:embed words.txt
var wordsText string

// role is what a column holds: the name of its block in words.txt.
type role string

// The roles of columns.
const (
	nameColumn   role = "name"
	unitColumn   role = "unit"
	valueColumn  role = "value"
	growthColumn role = "growth"
	otherColumn  role = "other"
	neverColumn  role = "never"
	doubtColumn  role = "doubt"  // it holds values, and what of is not plain
	nobody       role = "nobody" // of rows
)

// Blocks of words.txt that tell more of a column, or of a row.
const (
	planWords    role = "plan"
	againstWords role = "against"
	measureWords role = "measure"
	tradeWords   role = "trade"
	riseWords    role = "rise"
	fallWords    role = "fall"
	boundWords   role = "bound"
	budgetWords  role = "budget"
	sofarWords   role = "sofar"
	sumWords     role = "sum"
	asideWords   role = "aside"
	allWords     role = "all"
	rateWords    role = "rate"
	titleWords   role = "title"
	shareWords   role = "share"
	wholeWords   role = "whole"
	widerWords   role = "wider"
	endWords     role = "year's end"
	branchWords  role = "branch"
	bareWords    role = "bare"
	placeWords   role = "places"
	placeEnds    role = "place ends"
	dateWords    role = "dates"
	aloneWords   role = "alone"
	countedWords role = "counted"
	paidWords    role = "paid"
	sideWords    role = "sides"
	whenHeads    role = "when"
	grewWords    role = "grew"
	fellWords    role = "fell"
	keptWords    role = "kept"

	// Of tables of projects.
	projectHeads  role = "projects"
	costHeads     role = "costs"
	stageHeads    role = "stages"
	workHeads     role = "works"
	newWords      role = "new"
	plannedWords  role = "planned"
	signedWords   role = "signed"
	buildingWords role = "building"
	doneWords     role = "done"
)

// blocks are the words of words.txt.
var blocks = sync.OnceValue(func() map[role][]string {
	all := map[role][]string{}
	var now role
	for line := range strings.Lines(wordsText) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "["):
			now = role(strings.Trim(line, "[]"))
		case !strings.HasPrefix(line, "#"):
			all[now] = append(all[now], strings.Fields(line)...)
		}
	}
	return all
})

// tells reports whether a head holds a word of a block.
func tells(s string, r role) bool {
	return slices.ContainsFunc(blocks()[r], func(w string) bool { return strings.Contains(s, w) })
}

// roles are those that a head may tell.
var roles = [...]role{unitColumn, neverColumn, growthColumn, otherColumn, valueColumn, nobody, nameColumn}

// The characters that the words of roles begin with, and those for places.
var roleRunes, placeRunes = openings(roles[:]...), openings(placeWords, placeEnds)

// openings are the characters that the words of blocks begin with.
func openings(of ...role) func() *lexicon.RuneSet {
	return sync.OnceValue(func() *lexicon.RuneSet {
		x := new(lexicon.RuneSet)
		for _, r := range of {
			for _, w := range blocks()[r] {
				first, _ := lexicon.First(w)
				x.Add(first)
			}
		}
		return x
	})
}

// roleOf is the role that a head tells, "" for none: the first that fits.
func roleOf(s string) role {
	if !roleRunes().In(s) { // most cells
		return ""
	}
	for _, r := range roles {
		if tells(s, r) {
			return r
		}
	}
	return ""
}

// unspaced is a text without its blanks. Few have any.
func unspaced(s string) string {
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

// begun is a name without the word of a block at its begin.
func begun(name string, r role) (string, bool) {
	for _, w := range blocks()[r] {
		if rest, ok := strings.CutPrefix(name, w); ok && rest != "" {
			return rest, true
		}
	}
	return name, false
}

// cut is a name without the word of a block at its end.
func cut(name string, r role) (string, bool) {
	for _, w := range blocks()[r] {
		if rest, ok := strings.CutSuffix(name, w); ok && rest != "" {
			return rest, true
		}
	}
	return name, false
}

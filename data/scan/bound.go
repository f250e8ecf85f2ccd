package scan

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// Bound words on either side of a number: 突破, 近, 不低于; 以上, 以内, 余.

// boundWords are the words of one bound before and behind a number.
type boundWords struct {
	bound         model.Bound
	before, after lexicon.Feature
}

// bounds are the words of every bound.
var bounds = [...]boundWords{
	{model.AtMost, lexicon.BeforeAtMost, lexicon.AfterAtMost},
	{model.AtLeast, lexicon.BeforeAtLeast, lexicon.AfterAtLeast},
	{model.Above, lexicon.BeforeAbove, lexicon.AfterAbove},
	{model.Below, lexicon.BeforeBelow, lexicon.AfterBelow},
	{model.About, lexicon.BeforeAbout, lexicon.AfterAbout},
}

// BoundBefore is the bound word that a text ends with: 突破, 近, 不低于; and
// 超过了, 至少有, with a word between it and the number.
func BoundBefore(s string) (bound model.Bound, size int, ok bool) {
	t := strings.TrimRight(s, " \u00a0\n")
	word := ""
	if bound, word = boundWord(t); word == "" {
		link := lexicon.Link.Suffix(t)
		t = t[:len(t)-len(link)]
		if bound, word = boundWord(t); link == "" || lexicon.Runes(word) < 2 {
			return model.Exactly, 0, false
		}
	}
	if PartOfNoun(t, len(t)-len(word), len(word)) || len(lexicon.Delta.Suffix(t)) > len(word) { // 新上2条生产线
		return model.Exactly, 0, false
	}
	return bound, len(word) + len(s) - len(t), true
}

// boundWord is the longest bound word that a text ends with.
func boundWord(s string) (bound model.Bound, word string) {
	if lexicon.BeforeBound.Suffix(s) == "" {
		return model.Exactly, "" // as mostly
	}
	for _, b := range bounds {
		if w := b.before.Suffix(s); len(w) > len(word) {
			bound, word = b.bound, w
		}
	}
	if w := lexicon.BeforeExactly.Suffix(s); len(w) > len(word) {
		return model.Exactly, w
	}
	return bound, word
}

// BoundAfter is the bound word that a text begins with: 以上, 以内, 左右, 余.
func BoundAfter(s string) (model.Bound, int, bool) {
	if lexicon.AfterBound.Prefix(s) == "" {
		return model.Exactly, 0, false
	}
	for _, b := range bounds {
		w := b.after.Prefix(s)
		if w != "" && (b.bound != model.Below || ClauseEnds(s[len(w):])) && !PartOfNoun(s, 0, len(w)) { // 3家不到5天 is none
			return b.bound, len(w), true
		}
	}
	return model.Exactly, 0, false
}

// Indexed reports whether the words before a number without unit are the name
// of an index, a score or a ratio, which have none.
func Indexed(before string) bool {
	t := strings.TrimRight(before, " \u00a0")
	if _, n, ok := BoundBefore(t); ok {
		t = t[:len(t)-n]
	}
	return lexicon.Index.Suffix(unpredicated(t)) != ""
}

// unpredicated is a text without the verbs at its end that lead to a number.
func unpredicated(t string) string {
	for range 3 {
		t = strings.TrimSuffix(t, lexicon.Predicate.Suffix(t))
	}
	return t
}

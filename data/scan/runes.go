package scan

import (
	"strings"
	"unicode/utf8"

	"qubi/data/lexicon"
	"qubi/model"
)

// PartOfNoun reports that the word at [i, i+n) of s belongs to a longer noun of
// the vocabulary: the 在 of 在建项目, the 均 of 人均. A shorter one that only reaches into it
// holds none of it: 指|数控|制在.
func PartOfNoun(s string, i, n int) bool {
	for start, back := i, 0; back <= 3; back++ {
		if w := lexicon.Noun.Prefix(s[start:]); start+len(w) > i && len(w) > 0 && (start < i && (start+len(w) >= i+n || len(w) >= n) || len(w) > n) {
			return true
		}
		if start == 0 {
			break
		}
		_, w := utf8.DecodeLastRuneInString(s[:start])
		start -= w
	}
	return false
}

// longClause is how far a clause is looked at, in bytes: one without an end is not read
// again for each of its numbers.
const longClause = 240

// ClauseHead is the text up to the clause's end.
func ClauseHead(s string) string {
	for i := 0; i < len(s); {
		if i > longClause {
			return s[:i]
		}
		if lexicon.HanAt(s, i) {
			i += 3
			continue
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = lexicon.RuneAt(s, i, len(s))
		}
		if IsBreak(r) {
			return s[:i]
		}
		i += n
	}
	return s
}

// BeginsAny reports a text that begins with one of the words.
func BeginsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// EndsAny reports a text that ends with one of the words.
func EndsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// ContainsAny reports a text that holds one of the words.
func ContainsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// WholeRunes narrows a span of text that was measured in bytes to begin and end
// between characters.
func WholeRunes(text string, s model.Span) model.Span {
	for s.Start < s.End && text[s.Start]&0xC0 == 0x80 {
		s.Start++
	}
	for s.End > s.Start && s.End < len(text) && text[s.End]&0xC0 == 0x80 {
		s.End--
	}
	return s
}

// Near narrows a span to what lies within reach of a place, in bytes.
func Near(text string, s model.Span, at, reach int) model.Span {
	return WholeRunes(text, model.Span{Start: max(s.Start, at-reach), End: min(s.End, max(at, s.Start)+reach)})
}

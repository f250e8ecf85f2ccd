package query

import (
	"slices"
	"strings"
	"unicode/utf8"

	"qubi/model"
)

// Pattern is a search text made ready. Its words, parted by blanks, must all
// occur. A word matches literally on folded keys (simplified and traditional,
// full and half width, any case); a word with Latin letters also matches
// Chinese characters by pinyin, in full, by initials, or mixed with characters:
// zhongdianxiangmu, zdxm and 重dxm all find 重点项目.
//
// A Pattern is immutable. The empty Pattern finds nothing.
type Pattern struct {
	text  string
	words []needle
}

// longText is the length in bytes from which a text is no longer a name. In
// such a text two letters would match by pinyin nearly everywhere, so that
// pinyin takes at least three there.
const longText = 120

// NewPattern makes a search text ready.
func NewPattern(text string) *Pattern {
	p := &Pattern{text: text}
	for _, w := range strings.Fields(model.Fold(text)) {
		p.words = append(p.words, newNeedle(w, true))
	}
	return p
}

// Empty reports whether there is nothing to look for.
func (p *Pattern) Empty() bool { return len(p.words) == 0 }

// Find returns the spans of s that match, in order and without overlap, for
// lighting; nil when a word of the pattern does not occur. Where a word occurs
// literally its pinyin matches are left out.
func (p *Pattern) Find(s string) []model.Span {
	if p.Empty() {
		return nil
	}
	key := model.Fold(s)
	var all []model.Span
	for _, w := range p.words {
		found := w.find(s, key)
		if len(found) == 0 {
			return nil
		}
		all = append(all, found...)
	}
	if len(p.words) > 1 {
		all = mergeSpans(all)
	}
	return model.Unfold(s, all)
}

// Match reports whether s matches.
func (p *Pattern) Match(s string) bool {
	key := model.Fold(s)
	misses := func(w needle) bool { return !w.inLiteral(key) && !w.sounds(s) }
	return !p.Empty() && !slices.ContainsFunc(p.words, misses)
}

// mergeSpans sorts spans and joins those that touch or overlap.
func mergeSpans(all []model.Span) []model.Span {
	slices.SortFunc(all, func(a, b model.Span) int { return a.Start - b.Start })
	out := all[:0]
	for _, s := range all {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// needle is one word to look for in folded keys.
type needle struct {
	literal    string
	runes      []rune // nil when pinyin cannot match: no letters, too long, or not wanted
	letters    int
	head, tail bool // only at the beginning, only at the end
}

// newNeedle makes a word ready; it is folded by the caller.
func newNeedle(w string, pinyin bool) needle {
	n := needle{literal: w}
	for _, r := range w {
		if isLetter(r) {
			n.letters++
		}
	}
	// One letter alone would match a character in every name; beyond 63 runes
	// the matcher's set of places no longer fits a word.
	if pinyin && n.letters > 0 && utf8.RuneCountInString(w) < 64 && w != "" && len(w) > 1 {
		n.runes = []rune(w)
	}
	return n
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }

func (n needle) inLiteral(key string) bool {
	switch {
	case n.head && n.tail:
		return key == n.literal
	case n.head:
		return strings.HasPrefix(key, n.literal)
	case n.tail:
		return strings.HasSuffix(key, n.literal)
	}
	return strings.Contains(key, n.literal)
}

// find returns literal matches in the key of s, or else pinyin matches.
func (n needle) find(s, key string) []model.Span {
	if !n.inLiteral(key) {
		found := n.findPinyin(key)
		if own := ownKey(s); found == nil && own != key {
			return n.findPinyin(own)
		}
		return found
	}
	switch {
	case n.head:
		return []model.Span{{Start: 0, End: len(n.literal)}}
	case n.tail:
		return []model.Span{{Start: len(key) - len(n.literal), End: len(key)}}
	}
	var found []model.Span
	for at := 0; ; {
		i := strings.Index(key[at:], n.literal)
		if i < 0 {
			return found
		}
		found = append(found, model.Span{Start: at + i, End: at + i + len(n.literal)})
		at += i + len(n.literal)
	}
}

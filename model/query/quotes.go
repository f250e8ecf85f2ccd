package query

import (
	"sort"
	"strings"
)

// Quotes are found by pinyin too, but not by as little of it as names are: they
// hold most of every report, and a few letters would be the initials of
// something in any of them. A word counts there that has a character to hold on
// to (济yang), or letters enough that chance seldom spells them (zdxm).

// lettersInQuotes is how many letters a word without a character needs.
const lettersInQuotes = 4

// inQuotes reports whether pinyin is looked for in quotes.
func (n needle) inQuotes() bool {
	return n.runes != nil && !n.head && !n.tail && (n.mixed() || n.letters >= lettersInQuotes)
}

// mixed reports whether the word has characters beside its letters.
func (n needle) mixed() bool { return n.letters > 0 && n.anchor() != "" }

// anchor is the longest piece of the word without a letter or a digit: what it
// is found by stands in the text as it is.
func (n needle) anchor() (longest string) {
	for piece := range strings.FieldsFuncSeq(n.literal, func(r rune) bool { return r < firstHan }) {
		if len(piece) > len(longest) {
			longest = piece
		}
	}
	return longest
}

// sounding calls yield for every text from up to to that matches by pinyin.
func (b blob) sounding(s *speller, from, to int, yield func(int)) {
	if from >= to || strings.IndexByte(s.literal, 0) >= 0 {
		return
	}
	if anchor := s.anchor(); anchor != "" {
		b.each(anchor, from, to, func(i int) {
			if s.inPinyin(b.at(i)) {
				yield(i)
			}
		})
		return
	}
	text := b.text[:b.ends[to-1]]
	for i, at := from, b.start(from); i < to; i++ {
		place := s.find(text, at)
		if place < 0 {
			return
		}
		i += sort.SearchInts(b.ends[i:to], place)
		yield(i)
		at = b.ends[i] + 1 // one hit is enough
	}
}

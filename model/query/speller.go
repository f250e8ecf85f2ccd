package query

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"qubi/model/pinyin"
)

// A search asks millions of characters how they are read, and few of the some
// four hundred syllables are spelled by any word. So a word that is looked for
// in many texts is first spelled against every syllable, once; after that a
// character takes three look-ups.

// syllable numbers the syllables from 1; 0 is none.
type syllable = uint16

// syllables gives every character its toneless pinyin syllables, common ones first, and
// their spellings. Rare ones (市 as fu) find more than is meant, so that only the three
// commonest count.
type syllables struct {
	of    [][3]syllable // by character, from firstHan
	names []string      // by number
}

// read is how a character is read.
func (t *syllables) read(r rune) (ids [3]syllable) {
	if r < firstHan || r > lastHan {
		return ids
	}
	return t.of[r-firstHan]
}

var syllableTable = sync.OnceValue(func() *syllables {
	t := &syllables{}
	t.names = []string{""}
	number := map[string]syllable{}
	shared := make([][3]syllable, 1, 1<<13)
	numberOf := pinyin.All(func(readings []string) {
		var ids [3]syllable
		for j, s := range readings[:min(len(readings), len(ids))] {
			if number[s] == 0 {
				number[s] = syllable(len(t.names))
				t.names = append(t.names, s)
			}
			ids[j] = number[s]
		}
		shared = append(shared, ids)
	})
	t.of = make([][3]syllable, lastHan-firstHan+1)
	for i := range t.of {
		t.of[i] = shared[numberOf(rune(firstHan+i))]
	}
	return t
})

// speller is a needle spelled against every syllable.
type speller struct {
	needle
	of     [][3]syllable
	next   [][]uint64 // by place in the word and syllable: the places reached
	begins []bool     // by character, from firstHan: the word may begin with it
}

func newSpeller(n needle) *speller {
	t := syllableTable()
	s := &speller{needle: n, of: t.of, next: make([][]uint64, len(n.runes)), begins: make([]bool, len(t.of))}
	for q, r := range n.runes {
		s.next[q] = make([]uint64, len(t.names))
		for id, name := range t.names {
			if id > 0 && isLetter(r) {
				s.next[q][id] = n.spell(q, name)
			}
		}
	}
	for i, ids := range s.of {
		s.begins[i] = s.next[0][ids[0]]|s.next[0][ids[1]]|s.next[0][ids[2]] != 0
	}
	return s
}

// find is the first place of the text, from at, where the word begins; -1 when
// there is none. It is the innermost loop of a search: the three bytes that a
// character takes are put together here.
func (s *speller) find(text string, at int) int {
	for at < len(text) {
		b := text[at]
		switch {
		case b < utf8.RuneSelf:
			if rune(b) == s.runes[0] && s.matches(text, at) {
				return at
			}
			at++
		case b >= 0xe0 && b < 0xf0 && at+2 < len(text):
			r := rune(b&0x0f)<<12 | rune(text[at+1]&0x3f)<<6 | rune(text[at+2]&0x3f)
			if r >= firstHan && r <= lastHan && s.begins[r-firstHan] && s.matches(text, at) {
				return at
			}
			at += 3
		default:
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
	}
	return -1
}

// step is needle.step by look-up.
func (s *speller) step(places uint64, r rune) (next uint64) {
	var ids [3]syllable
	if r >= firstHan && r <= lastHan {
		ids = s.of[r-firstHan]
	}
	for q, typed := range s.runes {
		if places&(1<<q) == 0 {
			continue
		}
		if typed == r {
			next |= 1 << (q + 1)
		}
		row := s.next[q]
		next |= row[ids[0]] | row[ids[1]] | row[ids[2]]
	}
	return next
}

// matches reports whether the word begins at a place of the text, by pinyin or
// as it is.
func (s *speller) matches(text string, at int) bool {
	done := uint64(1) << len(s.runes)
	for places := uint64(1); at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if places = s.step(places, r); places&done != 0 {
			return true
		}
		if places == 0 {
			return false
		}
		at += size
	}
	return false
}

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

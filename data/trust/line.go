package trust

import (
	"strings"

	"qubi/data/lexicon"
	"qubi/model"
)

// line is a text in its words: the longest at each place.
type line struct {
	text  string
	words []lexicon.Word
}

// of is the text of a span.
func (l *line) of(s model.Span) string { return l.text[s.Start:s.End] }

// step is the longest word at a place that ends at another one at most, and
// where to go on behind it, or behind the character there.
func (l *line) step(at, end int) (lexicon.Word, int) {
	w := l.words[at]
	if w != lexicon.NoWord && at+w.Len() > end {
		w = lexicon.Match(l.text, at, end)
	}
	if w != lexicon.NoWord {
		return w, at + w.Len()
	}
	_, n := lexicon.RuneAt(l.text, at, end)
	return lexicon.NoWord, at + n
}

// cuts reports that a word of the lexicon, matched from a span's beginning, reaches over a
// place within it.
func (l *line) cuts(s model.Span, place int) bool {
	at := s.Start
	for at < place {
		_, at = l.step(at, s.End)
	}
	return at != place
}

// muchLeft is how many characters left over make it much.
const muchLeft = 10

// leftOver is how many characters of a clause are neither of a name nor of words that
// lead from a name to its number; much more than enough are not counted. It says whether
// the clause holds the name.
func (l *line) leftOver(s model.Span, name string) (named bool, n int) {
	i := strings.Index(l.of(s), name)
	if i < 0 {
		return false, l.over(s)
	}
	n = l.over(model.Span{Start: s.Start, End: s.Start + i})
	return true, n + l.over(model.Span{Start: s.Start + i + len(name), End: s.End})
}

func (l *line) over(s model.Span) (n int) {
	for at := s.Start; at < s.End && n <= muchLeft; {
		w, next := l.step(at, s.End)
		if r, _ := lexicon.RuneAt(l.text, at, next); r >= 0x4E00 && !w.Is(lexicon.Predicate) && !w.Is(lexicon.Opener) && !w.Is(lexicon.Link) {
			n += lexicon.Runes(l.text[at:next])
		}
		at = next
	}
	return n
}

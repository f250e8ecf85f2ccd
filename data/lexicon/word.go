package lexicon

// Word is an entry of the lexicon, a word with every part that it can play: its place
// there, from 1.
type Word int32

// NoWord is none. It plays no part.
const NoWord Word = 0

// Size is how many places the lexicon has, that of [NoWord] among them.
func Size() int { return len(all().setOf) }

// Text is the word itself.
func (w Word) Text() string { return all().text(w) }

// Len is its length in bytes.
func (w Word) Len() int {
	x := all()
	return int(x.starts[w+1] - x.starts[w])
}

// Features are the parts that it plays. Words that play the same share them.
func (w Word) Features() *Features {
	x := all()
	return &x.sets[x.setOf[w]]
}

// Set is the place of its features among those of [Sets].
func (w Word) Set() int { return int(all().setOf[w]) }

// Sets is how many sets of features words have.
func Sets() int { return len(all().sets) }

// Is reports whether the word plays a part.
func (w Word) Is(f Feature) bool {
	x := all()
	return x.having.has(f, int32(x.setOf[w]))
}

// Inner are the words within a word, from left to right, each the longest at its
// place: 重点 and 项目 of 重点项目.
func (w Word) Inner() []Word {
	var inner []Word
	text := w.Text()
	for at := 0; at < len(text); {
		_, n := RuneAt(text, at, len(text))
		end := len(text)
		if at == 0 {
			_, last := RuneBefore(text, end)
			end -= last // not the word itself
		}
		if in := Match(text, at, end); in != NoWord {
			inner, n = append(inner, in), len(in.Text())
		}
		at += n
	}
	return inner
}

package lexicon

// Which words of a feature a text holds, begins or ends with.

// At is the longest word of the feature that s begins with.
func (f Feature) At(s string) Word {
	w, _ := f.Longest(s)
	return w
}

// Longest is At, and the word's length in bytes.
func (f Feature) Longest(s string) (w Word, length int) {
	e, n := f.atFront(s)
	if e == 0 {
		return NoWord, 0 // as mostly
	}
	return Word(all().ahead.values[e]), n
}

// AtEnd is the longest word of the feature that s ends with.
func (f Feature) AtEnd(s string) Word {
	e, _ := f.atEnd(s, len(s)+1)
	if e == 0 {
		return NoWord
	}
	return Word(all().back.values[e])
}

// Word is the word s if it has the feature.
func (f Feature) Word(s string) Word {
	if w, n := f.Longest(s); n == len(s) {
		return w
	}
	return NoWord
}

// Prefix is the longest word of the feature that s begins with, or "".
func (f Feature) Prefix(s string) string {
	_, n := f.atFront(s)
	return s[:n]
}

// Suffix is the longest word of the feature that s ends with, or "".
func (f Feature) Suffix(s string) string {
	_, n := f.atEnd(s, len(s)+1)
	return s[len(s)-n:]
}

// ShorterSuffix is the longest word of the feature that s ends with among those
// shorter than a number of bytes, or "".
func (f Feature) ShorterSuffix(s string, than int) string {
	_, n := f.atEnd(s, than)
	return s[len(s)-n:]
}

// OrPrefix is the longer of the words of two features that s begins with, or "".
func (f Feature) OrPrefix(g Feature, s string) string { return longer(f.Prefix(s), g.Prefix(s)) }

// OrSuffix is the longer of the words of two features that s ends with, or "".
func (f Feature) OrSuffix(g Feature, s string) string { return longer(f.Suffix(s), g.Suffix(s)) }

func longer(v, w string) string {
	if len(w) > len(v) {
		return w
	}
	return v
}

// Has reports whether the word has the feature.
func (f Feature) Has(word string) bool {
	_, n := f.atFront(word)
	return word != "" && n == len(word)
}

// Inside reports whether s holds a word of the feature.
func (f Feature) Inside(s string) bool {
	_, i := f.Find(s)
	return i >= 0
}

// Find is the first word of the feature within s and its offset, or "" and -1.
func (f Feature) Find(s string) (string, int) { return f.Within(s, len(s)) }

// Within is Find for a word that begins at an offset or before it.
func (f Feature) Within(s string, most int) (string, int) {
	x := all()
	begins := x.begins.row(f)
	for i := 0; i < len(s) && i <= most; {
		code, n := x.ahead.quick(s[i:]), 3
		if code == vague {
			code, n = x.ahead.first(s[i:])
		}
		if begins[code>>6]&(1<<(code&63)) != 0 {
			if _, n := f.atFront(s[i:]); n > 0 {
				return s[i : i+n], i
			}
		}
		i += n
	}
	return "", -1
}

// FindLast is the last word of the feature within s and its offset, or "" and -1.
func (f Feature) FindLast(s string) (string, int) {
	x := all()
	for end := len(s); end > 0; {
		code, n := x.back.last(s[:end])
		if x.ends[code].Has(f) {
			if _, n := f.atEnd(s[:end], len(s)+1); n > 0 {
				return s[end-n : end], end - n
			}
		}
		end -= n
	}
	return "", -1
}

// FeaturesIn are the features of all words that text[at:end] holds, those within
// longer ones too: what none of them has need not be looked for in any part of it. Words,
// unless it is empty, is given the longest word at each place at which one begins.
func FeaturesIn(text string, at, end int, words []Word) (found Features) {
	x := all()
	type begin struct{ code, at int32 }
	all := make([]begin, 0, 512) // more than a sentence has
	for at < end {
		code, n := x.ahead.quick(text[at:end]), 3
		if code == vague {
			code, n = x.ahead.first(text[at:end])
		}
		all = append(all, begin{code, int32(at)})
		at += n
	}
	for i, first := range all {
		e, longest := x.ahead.below(0, first.code), int32(0)
		for next := i + 1; e != 0; next++ {
			n := x.ahead.nodes[e]
			if n.set != 0 {
				found.join(&x.sets[n.set])
				longest = e
			}
			if n.base == 0 || next == len(all) || next == i+1 && !x.front.may(None, first.code, all[next].code) {
				break
			}
			e = x.ahead.below(n.base, all[next].code)
		}
		if longest != 0 && len(words) > 0 {
			words[first.at] = Word(x.ahead.values[longest])
		}
	}
	return found
}

// Find is f.Find(s) for a part s of the text that these are the features of.
func (in *Features) Find(f Feature, s string) (string, int) {
	if !in.Has(f) {
		return "", -1
	}
	return f.Find(s)
}

// FindLast is f.FindLast(s) for such a part.
func (in *Features) FindLast(f Feature, s string) (string, int) {
	if !in.Has(f) {
		return "", -1
	}
	return f.FindLast(s)
}

// Inside is f.Inside(s) for such a part.
func (in *Features) Inside(f Feature, s string) bool { return in.Has(f) && f.Inside(s) }

// Begins reports whether a word of the feature may begin with the rune.
func (f Feature) Begins(r rune) bool {
	x := all()
	return x.begins.has(f, x.ahead.code(r))
}

// Words are the words of the feature, the longer first, those of a length in the
// order of the file.
func (f Feature) Words() []string { return all().words(f) }

// Match is the longest word of the lexicon that text[at:end] begins with.
func Match(text string, at, end int) Word {
	_, w := all().ahead.Longest(text, at, end)
	return Word(w)
}

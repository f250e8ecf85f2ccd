package lexicon

// Word is an entry of the lexicon: a word's whole part of speech.
type Word struct {
	Text     string
	Features Features
	Inner    []*Word // words of the lexicon within it, in order: 重点项目 holds 重点 and 项目
}

// Feature is a part that a word can play (a unit, a verb of growth, the head of
// a park's name); the lexicon's header lists them.
type Feature uint16

// Features are the parts that one word plays.
type Features [6]uint64

// Has reports whether the word plays the part.
func (f *Features) Has(part Feature) bool { return f[part>>6]&(1<<(part&63)) != 0 }

// With is the features and one more.
func (f Features) With(part Feature) Features {
	f[part>>6] |= 1 << (part & 63)
	return f
}

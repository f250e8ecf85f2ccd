package model

// readings are the toneless pinyin syllables of a character, common ones
// first; none until a table of readings is compiled in.
func readings(r rune) []string { return nil }
